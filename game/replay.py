"""A match as seed, setup and orders: saved to a small file, re-run, compared, divergence shown.

The file is one JSON object. It carries sixteen bits of the state's fingerprint for every second of
match time and the whole of the last, so a re-run that goes another way is caught where it leaves.
"""

from __future__ import annotations

import json
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from game.files import write_whole
from game.fixture import Arranged, Fixture, arrange, check_seed
from game.intent import Intent
from game.match import ENGINE, LONGEST, TOLD, call, run_on, scratch, weigh_stakes
from game.match import order as give
from game.pitch import on_pitch
from game.record import layout_hash
from game.snapshot import check_engine
from game.state import SLOTS, TICKS_PER_SECOND, Match, Setup, fingerprint
from game.teams.reading import find
from game.teams.scenarios import Scenario

KIND = "dilemma replay"
CHECK_EVERY = TICKS_PER_SECOND  # ticks between two checks
DIGITS = 4  # hex digits a check keeps of a fingerprint


@dataclass(frozen=True)
class Order:
    """What one player was told before `tick` was played.

    `told` sets his stakes (Player.told). Where `until` lies ahead, the rest is his want until then,
    but for `calls`: the ticks he calls for the ball, 0 for not at all.
    """

    tick: int
    slot: int
    told: int = 0
    until: int = 0
    kind: int = 0
    x: float = 0.0
    y: float = 0.0
    pace: float = 0.0
    mate: int = -1
    power: float = 0.0
    lift: float = 0.0
    calls: int = 0


@dataclass(frozen=True)
class Replay:
    """Everything needed to play one match again, and to notice if it comes out otherwise."""

    fixture: Fixture
    seed: int
    orders: tuple[Order, ...]
    ticks: int  # tick after the last one played
    checks: str  # DIGITS for every CHECK_EVERY ticks
    final: str  # fingerprint at the end
    digest: str  # of setup and start
    written: str = ""  # the scenario's TOML, where it does not come with the game


@dataclass(frozen=True)
class Divergence:
    """Where a re-run left the match it was made from: still the same after one tick, not the other."""

    same: int
    other: int

    def __str__(self) -> str:
        seconds = self.same / TICKS_PER_SECOND
        return f"goes another way between tick {self.same} and tick {self.other} ({seconds:.0f} s after the start)"


@dataclass(frozen=True)
class Rerun:
    """A replay played again: the match at its end, its setup, and where it diverged (None: nowhere)."""

    match: Match
    setup: Setup
    divergence: Divergence | None


def make_replay(fixture: Fixture, *, seed: int, orders: Iterable[Order] = (), ticks: int = LONGEST) -> Replay:
    """Play `fixture` under `orders` to the whistle, or to tick `ticks`, and keep how it went.

    Raises ValueError or KeyError for an unknown fixture, seed or order.
    """
    check_seed(seed)
    arranged = arrange(fixture)
    given = tuple(sorted(orders, key=lambda order: order.tick))
    for order in given:
        check_order(order)
    match = arranged.matches([seed])[0]
    checks = "".join(_check(match) for _ in played(match, arranged.setup, given, ticks=ticks))
    return Replay(
        fixture=replace(arranged.fixture, scenario=_name(fixture.scenario)),
        seed=seed,
        orders=given,
        ticks=int(match.tick),
        checks=checks,
        final=fingerprint(match),
        digest=arranged.digest(),
        written=_written(fixture.scenario),
    )


def rerun(replay: Replay) -> Rerun:
    """Play `replay` again to its end or to where it diverges.

    Raises ValueError when its squads, policies or scenario are no longer what they were.
    """
    arranged = arrange_again(replay)
    match = arranged.matches([replay.seed])[0]
    same = int(match.tick)
    told = iter(replay.checks[i : i + DIGITS] for i in range(0, len(replay.checks), DIGITS))
    for _ in played(match, arranged.setup, replay.orders, ticks=replay.ticks):
        if next(told, None) != _check(match):
            return Rerun(match, arranged.setup, Divergence(same, int(match.tick)))
        same = int(match.tick)
    if fingerprint(match) != replay.final:
        return Rerun(match, arranged.setup, Divergence(same, max(replay.ticks, int(match.tick))))
    return Rerun(match, arranged.setup, None)


def arrange_again(replay: Replay) -> Arranged:
    """The fixture of `replay` made ready; ValueError when it is not the one it was."""
    if replay.written:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"{replay.fixture.scenario}.toml")
            path.write_text(replay.written, encoding="utf-8")
            arranged = arrange(replace(replay.fixture, scenario=str(path)))
    else:
        arranged = arrange(replay.fixture)
    if arranged.digest() != replay.digest:
        raise ValueError(
            f"the squads, policies or scenario '{replay.fixture.scenario}' have changed since this "
            "replay was made; it would be another match"
        )
    return arranged


def played(match: Match, setup: Setup, orders: Iterable[Order], *, ticks: int = LONGEST) -> Iterator[Match]:
    """Play `match` on under `orders`, handing it out after every CHECK_EVERY ticks and at its end."""
    waiting = deque(order for order in orders if order.tick >= match.tick)
    while match.tick < ticks and match.clock.over == 0:
        while waiting and waiting[0].tick == match.tick:
            obey(match, waiting.popleft(), setup)
        stop = min(ticks, match.tick + CHECK_EVERY - match.tick % CHECK_EVERY)
        if waiting:
            stop = min(stop, waiting[0].tick)
        run_on(match, setup, scratch(), stop - match.tick)
        if match.tick % CHECK_EVERY == 0 or match.clock.over == 1 or match.tick >= ticks:
            yield match


def obey(match: Match, order: Order, setup: Setup | None = None) -> None:
    """Give `order` now.

    With `setup` a man told otherwise heeds it at once: his stakes are weighed and he thinks in the tick to come.
    Without, he does so when his turn comes, within a second.
    """
    player = match.players[order.slot]
    told = player.told
    player.told = order.told
    if setup is not None and told != order.told:
        weigh_stakes(match, setup, order.slot)
        player.think_at = match.tick
    if order.calls:
        call(match, order.slot, ticks=order.calls)
    if order.until > match.tick:
        give(
            match,
            order.slot,
            Intent(order.kind),
            order.x,
            order.y,
            ticks=order.until - match.tick,
            pace=order.pace,
            mate=order.mate,
            power=order.power,
            lift=order.lift,
        )


def save_replay(replay: Replay, path: str | Path) -> None:
    """Write `replay` to `path`, whole or not at all."""
    about = {"kind": KIND, "engine": ENGINE, "layout": layout_hash(Match)}
    content = json.dumps({**about, **asdict(replay)}, ensure_ascii=False, allow_nan=False)
    write_whole(Path(path), content.encode() + b"\n")


def load_replay(path: str | Path) -> Replay:
    """The replay in the file `path`.

    Raises ValueError, in one line, for a file of another engine or layout, torn, altered or foreign.
    """
    content = Path(path).read_bytes()
    ours = content.startswith(json.dumps({"kind": KIND})[:-1].encode())
    try:
        about = json.loads(content)
    except ValueError:
        said = "is cut short or damaged" if ours else "is not a replay"
        raise ValueError(f"{path} {said}") from None
    if not ours:
        raise ValueError(f"{path} is not a replay")
    check_engine(about, path)
    try:
        replay = TypeAdapter(Replay).validate_python(about)
        for order in replay.orders:
            check_order(order)
    except ValidationError as error:
        where = " ".join(str(step) for step in error.errors()[0]["loc"])
        raise ValueError(f"{path} is damaged: {where} is not what a replay holds") from None
    return replay


def check_order(order: Order) -> None:
    """Raise ValueError, in one line, for an order nobody on the pitch could be given."""
    if not 0 <= order.slot < SLOTS or order.tick < 0 or not -1 <= order.mate < SLOTS:
        raise ValueError(f"no such order: tick {order.tick}, slot {order.slot}, mate {order.mate}")
    if order.told not in TOLD.values():
        raise ValueError(f"no such order: told {order.told}, which is none of {TOLD}")
    if order.until > order.tick and not on_pitch(order.x, order.y):
        raise ValueError(f"no such order: ({order.x}, {order.y}) is not on the pitch")
    if order.kind not in list(Intent) or not 0 <= order.calls <= LONGEST:
        raise ValueError(f"no such order: kind {order.kind} is no intent, or {order.calls} ticks of calling are none")


def _check(match: Match) -> str:
    """What a replay keeps of the state after a second."""
    return fingerprint(match)[:DIGITS]


def _name(scenario: str | Scenario) -> str:
    """A scenario's name, of a file too; ValueError for one that was varied in memory and stands in no file."""
    if isinstance(scenario, Scenario):
        raise ValueError(f"'{scenario.name}' was varied and cannot be kept as a replay; write it to a TOML file first")
    return find("scenarios", "scenario", scenario).stem


def _written(scenario: str | Scenario) -> str:
    """The content of a scenario that is a file of the user's."""
    if isinstance(scenario, Scenario):
        return ""
    path = find("scenarios", "scenario", scenario)
    return path.read_text(encoding="utf-8") if str(path) == scenario else ""
