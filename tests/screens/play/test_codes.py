"""Match codes: what is written is read, and what is mistyped is noticed."""

import zlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.fixture import Fixture
from game.intent import Intent
from game.match import ENGINE
from game.replay import Order
from game.screens.language import Language
from game.screens.play import codes
from game.screens.play.asked import Asked
from game.screens.play.codes import match_code, read_code, run_code
from game.screens.play.ghost import trace
from game.screens.play.letters import WrongCode, spelled, spelt_out
from game.screens.play.playing import Playing
from game.state import fingerprint
from game.teams import reading

CM = st.integers(-5250, 5250).map(lambda n: n / 100)
CALLS = st.integers(0, 60)
ACROSS = st.integers(-3400, 3400).map(lambda n: n / 100)
WANTS = st.builds(
    Order,
    tick=st.integers(0, 20_000),
    slot=st.integers(1, 10),
    told=st.integers(0, 2),
    until=st.just(0),
    kind=st.sampled_from([int(kind) for kind in Intent]),
    x=CM,
    y=ACROSS,
    pace=st.integers(0, 95).map(lambda n: n / 10),
    mate=st.integers(-1, 21),
    power=st.integers(0, 3000).map(lambda n: n / 100),
    lift=st.integers(-100, 1500).map(lambda n: n / 100),
    calls=CALLS,
)
TELLINGS = st.builds(Order, tick=st.integers(0, 20_000), slot=st.integers(1, 10), told=st.integers(0, 2), calls=CALLS)


@st.composite
def order_lists(draw: st.DrawFn) -> tuple[Order, ...]:
    """Orders by tick, some of them wants that last."""
    made = draw(st.lists(TELLINGS, max_size=15))
    for order in draw(st.lists(WANTS, max_size=15)):
        made.append(replace(order, until=order.tick + draw(st.integers(1, 30))))
    return tuple(sorted(made, key=lambda order: order.tick))


@given(st.binary(max_size=60))
def test_letters_spell_any_bytes(content: bytes) -> None:
    assert spelt_out(spelled(content)) == content
    assert spelt_out(spelled(content).lower().replace("-", " ").replace("0", "o").replace("1", "l")) == content


@given(
    st.sampled_from(reading.listed("scenarios")),
    st.integers(0, 2**53),
    st.integers(1, 10),
    st.sampled_from([None, "team-win", "role-bound,RB=team-win"]),
)
@settings(max_examples=40)
def test_a_match_code_says_which_match(name: str, seed: int, slot: int, home: str | None) -> None:
    coded = read_code(match_code(Fixture(name, home), seed=seed, slot=slot))
    assert (coded.fixture.scenario, coded.seed, coded.slot, coded.orders) == (name, seed, slot, ())
    assert coded.fixture.home in (home, None)


def test_a_fresh_match_has_a_code_one_can_type() -> None:
    assert len(match_code(Fixture("late-deficit"), seed=4711, slot=1)) <= 19


@given(order_lists())
def test_orders_are_packed_without_loss(orders: tuple[Order, ...]) -> None:
    assert codes._unpacked(codes._packed(orders)) == orders


def test_a_run_code_plays_the_same_run(playing: Playing) -> None:
    for tick in range(400):
        playing.tick(Asked(push=60 < tick < 300, way=(1.0, 0.0) if 100 < tick < 160 else None))
    coded = read_code(run_code(playing.played()))
    again = Playing(coded.fixture, seed=coded.seed, slot=coded.slot)
    again.replay(coded.orders, coded.ticks)
    assert fingerprint(again.match) == fingerprint(playing.match)
    assert fingerprint(again.match).startswith(coded.ending)


@pytest.mark.parametrize(
    "forged",
    [
        Order(5, 1, until=9, kind=199),
        Order(5, 1, until=9, mate=40),
        Order(5, 1, until=9, x=400.0),
        Order(5, 1, told=9),
        Order(5, 1, calls=2**40),
        Order(5, 12, told=1),
    ],
)
def test_a_forged_order_is_one_clear_line(playing: Playing, forged: Order) -> None:
    playing.tick()
    code = run_code(replace(playing.played(), orders=(forged,)))
    for language in ("en", "es"):
        with pytest.raises(WrongCode) as refused:
            read_code(code)
        said = Language(language)(refused.value.key, **refused.value.values)
        assert said.count("\n") == 0 < len(said)
    assert "an order nobody on the pitch can be given" in str(refused.value)


def test_a_code_that_unpacks_to_gigabytes_is_cut() -> None:
    assert len(codes._unpacked(zlib.compress(bytes(10**7)))) <= codes.MOST


@given(st.integers(0, 18), st.sampled_from("23456789ABCDEFGH"))
def test_a_letter_mistyped_is_noticed(place: int, letter: str) -> None:
    code = match_code(Fixture("late-deficit"), seed=4711, slot=1)
    place %= len(code)
    wrong = code[:place] + letter + code[place + 1 :]
    if code[place] != "-" and spelt_out(wrong) != spelt_out(code):
        with pytest.raises(ValueError, match="match code"):
            read_code(wrong)


def test_a_code_of_another_engine_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    code = match_code(Fixture("late-deficit"), seed=1, slot=1)
    monkeypatch.setattr(codes, "ENGINE", ENGINE + 1)
    with pytest.raises(ValueError, match=rf"engine {ENGINE}; this game has engine {ENGINE + 1}"):
        read_code(code)


@pytest.mark.parametrize("text", ["", "U", "hello", "0000-0000-0000", "é"])
def test_what_is_no_code_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(ValueError, match="match code") as refused:
        read_code(text)
    assert "\n" not in str(refused.value)


def test_a_ghost_runs_where_the_man_ran(playing: Playing) -> None:
    for tick in range(120):
        playing.tick(Asked(push=tick > 40))
    orders = tuple(playing.orders)
    while not playing.over and playing.match.tick < 130:
        playing.tick(Asked(push=True))
    stops = iter([False] * 30 + [True] * 10_000)
    assert trace(playing.fixture, seed=11, slot=1, name="last", orders=orders, stopped=lambda: next(stops)) is None
