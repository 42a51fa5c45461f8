"""Match codes: a match to play in a dozen letters, or a whole run in some hundreds.

A code holds format, engine, scenario, player and seed; mixes where they are not the scenario's own; for a run its
orders, how long it went and sixteen bits of how it ended. A checksum catches a letter mistyped.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from game.fixture import Fixture, check_seed
from game.match import ENGINE
from game.replay import Order, check_order
from game.screens.play.letters import Reader, WrongCode, spelled, spelt_out, varint, zigzag
from game.screens.play.played import Played
from game.state import SIDE, fingerprint
from game.teams import reading
from game.teams.scenarios import scenario

FORMAT = 1
MIXES, RUN = 1, 2  # flags of what follows
SUM = 2  # bytes of checksum
CM = 100  # steps a metre, a metre a second upwards and of power
TENTHS = 10  # steps a m/s of pace
MOST = 2_000_000  # bytes a code unpacks to at most; a code of more is no code of ours


@dataclass(frozen=True)
class Coded:
    """What a code says. `orders` is empty and `ticks` 0 for a match yet to be played."""

    fixture: Fixture
    seed: int
    slot: int
    orders: tuple[Order, ...] = ()
    ticks: int = 0
    ending: str = ""
    """First hex digits of the fingerprint it ended with."""


def match_code(fixture: Fixture, *, seed: int, slot: int) -> str:
    """The short code of a match yet to be played; ValueError for a scenario that is a file of the user's."""
    return _sealed(_head(fixture, seed, slot, flags=0))


def run_code(played: Played) -> str:
    """The long code of a run, its orders included."""
    head = _head(played.fixture, played.seed, played.slot, flags=RUN)
    ending = bytes.fromhex(fingerprint(played.match)[:4])
    body = varint(int(played.match.tick)) + ending + _packed(played.orders)
    return _sealed(head + body)


def read_code(text: str) -> Coded:
    """What `text` stands for; WrongCode, in one line, for a code mistyped, foreign, forged or of another engine."""
    content = spelt_out(text)
    body, check = content[:-SUM], content[-SUM:]
    if len(content) < 6 or _sum(body) != check:
        raise WrongCode("wrong")
    reader = Reader(body)
    first = reader.take(1)[0]
    if first >> 4 != FORMAT:
        raise WrongCode("format", theirs=first >> 4, ours=FORMAT)
    engine = reader.number()
    if engine != ENGINE:
        raise WrongCode("engine", theirs=engine, ours=ENGINE)
    flags, slot = first & 15, reader.take(1)[0]
    name = _named(reader.take(2))
    seed = reader.number()
    try:
        check_seed(seed)
    except ValueError:
        raise WrongCode("damaged") from None
    if not 1 <= slot < SIDE:
        raise WrongCode("damaged")
    home = away = None
    if flags & MIXES:
        home, away = (reader.take(reader.number()).decode("ascii", "replace") for _ in range(2))
    fixture = Fixture(name, home, away)
    if not flags & RUN:
        return Coded(fixture, seed, slot)
    ticks, ending = reader.number(), reader.take(2).hex()
    orders = _unpacked(reader.take(len(body) - reader.place))
    if any(order.slot != slot for order in orders):
        raise WrongCode("orders")
    return Coded(fixture, seed, slot, orders, ticks, ending)


def _head(fixture: Fixture, seed: int, slot: int, *, flags: int) -> bytes:
    told = scenario(fixture.scenario)
    if told.name not in reading.listed("scenarios"):
        raise ValueError(f"'{told.name}' is a scenario of your own and has no code; send its file and the seed")
    mixes = fixture.home or told.home.mix, fixture.away or told.away.mix
    own = mixes == (told.home.mix, told.away.mix)
    head = bytes([FORMAT << 4 | flags | (0 if own else MIXES)]) + varint(ENGINE) + bytes([slot]) + _mark(told.name)
    head += varint(seed)
    return head if own else head + b"".join(varint(len(mix)) + mix.encode("ascii") for mix in mixes)


def _sealed(content: bytes) -> str:
    return spelled(content + _sum(content))


def _sum(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=SUM).digest()


def _mark(name: str) -> bytes:
    """Sixteen bits that stand for a scenario's name."""
    return hashlib.blake2b(name.encode(), digest_size=2).digest()


def _named(mark: bytes) -> str:
    """The scenario `mark` stands for."""
    found = next((name for name in reading.listed("scenarios") if _mark(name) == mark), None)
    if found is None:
        raise WrongCode("scenario")
    return found


def _packed(orders: Iterable[Order]) -> bytes:
    """Orders as numbers, differences where they are smaller, then deflated."""
    content, last, x, y = b"", 0, 0, 0
    for order in orders:
        held = max(0, order.until - order.tick)
        numbers = [order.tick - last, order.slot, order.told, order.calls, held]
        last = order.tick
        if held:
            to_x, to_y = round(order.x * CM), round(order.y * CM)
            numbers += [order.kind, zigzag(to_x - x), zigzag(to_y - y), round(order.pace * TENTHS), order.mate + 1]
            numbers += [round(order.power * CM), zigzag(round(order.lift * CM))]
            x, y = to_x, to_y
        content += b"".join(varint(number) for number in numbers)
    return zlib.compress(content, 9)


def _unpacked(content: bytes) -> tuple[Order, ...]:
    """The orders `_packed` wrote; WrongCode for one nobody can be given."""
    try:
        reader = Reader(zlib.decompressobj().decompress(content, MOST))
    except zlib.error:
        raise WrongCode("damaged") from None
    orders: list[Order] = []
    tick = x = y = 0
    while not reader.done:
        tick += reader.number()
        slot, told, calls, held = (reader.number() for _ in range(4))
        if not held:
            orders.append(_possible(Order(tick, slot, told=told, calls=calls)))
            continue
        kind, x, y = reader.number(), x + reader.signed(), y + reader.signed()
        pace, mate = reader.number() / TENTHS, reader.number() - 1
        power, lift = reader.number() / CM, reader.signed() / CM
        order = Order(tick, slot, told, tick + held, kind, x / CM, y / CM, pace, mate, power, lift, calls)
        orders.append(_possible(order))
    return tuple(orders)


def _possible(order: Order) -> Order:
    """`order`, or WrongCode where it is none."""
    try:
        check_order(order)
    except ValueError:
        raise WrongCode("orders") from None
    return order
