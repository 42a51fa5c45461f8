"""A run by hand: orders kept, replayed, decided upon; the same at any frame rate and speed."""

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from game.fixture import Fixture
from game.intent import Intent
from game.match import HELD, PUSHED
from game.replay import Order, make_replay
from game.screens.play import run
from game.screens.play.asked import SPRINT, Asked, heading
from game.screens.play.hand import CALLING, REACH
from game.screens.play.kept import kept_of, load_kept, save_kept
from game.screens.play.playing import Playing
from game.screens.play.run import Run
from game.screens.play.view import View
from game.state import TICKS_PER_SECOND, fingerprint

TICKS = 20 * TICKS_PER_SECOND  # a test plays


def asked_at(tick: int) -> Asked:
    """A busy thumb: goes, steers, passes, tackles."""
    turn = tick % 200
    return Asked(
        push=40 < turn < 150,
        way=heading(1.0, turn / 100 - 1.0) if 60 < turn < 100 else None,
        pace=SPRINT if turn > 80 else 5.0,
        kick=Intent.PASS if turn in (70, 120) else Intent.LOB if turn == 160 else None,
        tackle=130 < turn < 145,
    )


def test_the_record_of_orders_replays_the_run() -> None:
    playing = Playing(Fixture("late-deficit"), seed=3)
    for tick in range(TICKS):
        playing.tick(asked_at(tick))
    replay = make_replay(playing.fixture, seed=3, orders=playing.orders, ticks=int(playing.match.tick))
    assert replay.final == fingerprint(playing.match)


@pytest.mark.parametrize(("fps", "speed"), [(30, 1.0), (60, 1.0), (144, 1.0), (60, 0.25), (60, 4.0)])
def test_a_run_is_the_same_at_any_frame_rate_and_speed(
    fps: int, speed: float, one_run: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "WORKING", 60.0)
    playing = Playing(Fixture("late-deficit"), seed=3)
    prints: dict[int, str] = {}

    def source(tick: int) -> Asked:
        prints.setdefault(tick, fingerprint(playing.match) if tick == TICKS else "")
        return asked_at(tick)

    shown = Run(View(playing, lambda key, **_: key), source)
    shown.speed = speed
    while TICKS not in prints:
        shown.pass_time(1 / fps)
    assert prints[TICKS] == one_run


@pytest.fixture(scope="module")
def one_run() -> str:
    playing = Playing(Fixture("late-deficit"), seed=3)
    for tick in range(TICKS):
        playing.tick(asked_at(tick))
    return fingerprint(playing.match)


def test_he_begins_at_his_job_and_the_button_changes_it_at_once(playing: Playing) -> None:
    me = playing.match.players[playing.slot]
    assert me.told == HELD
    for _ in range(30):
        playing.tick()
    playing.tick(Asked(push=True))
    assert me.told == PUSHED
    assert (me.score, me.concede) == (1.0, 0.0), "his stakes are weighed in the same tick"
    playing.tick()
    assert me.told == HELD
    assert me.concede > 0.0


def test_a_direction_is_obeyed_within_two_ticks(playing: Playing) -> None:
    me = playing.match.players[playing.slot]
    while playing.match.dead.kind or playing.match.ball.carrier == playing.slot:
        playing.tick()
    way = (-playing.attacks * 1.0, 0.0)
    before = float(me.vx)
    x = float(me.x)
    for _ in range(2):
        playing.tick(Asked(way=way, pace=SPRINT))
    assert me.want.kind == Intent.STEER
    assert (float(me.vx) - before) * way[0] > 0.0
    assert abs(float(me.want.x) - x) <= REACH + 1.0


def test_a_direction_let_go_hands_him_back_within_two_ticks(playing: Playing) -> None:
    me = playing.match.players[playing.slot]
    for _ in range(40):
        playing.tick(Asked(way=(0.0, 1.0)))
    for _ in range(3):
        playing.tick()
    assert me.ordered_until <= playing.match.tick


def test_a_push_of_a_moment_is_no_decision_but_one_held_is(playing: Playing) -> None:
    for tick in range(140):
        playing.tick(Asked(push=10 <= tick < 16 or 40 <= tick < 120))
    assert [(decision.option, decision.tick) for decision in playing.decisions] == [("push", 40), ("stay", 120)]


def test_decisions_are_told_with_the_record_before_them(playing: Playing) -> None:
    heard = []
    playing.heard.append(lambda decision, page: heard.append((decision.tick, int(page.tick), page.players[1].told)))
    for tick in range(140):
        playing.tick(Asked(push=tick >= 30))
    assert heard == [(30, 30, HELD)]


def test_pages_are_kept_every_ten_seconds_and_in_order(playing: Playing) -> None:
    for tick in range(450):
        playing.tick(Asked(push=100 <= tick < 300))
    ticks = [int(page.tick) for page in playing.played().pages]
    assert ticks == sorted(ticks)
    assert {0, 100, 200, 300, 400} <= set(ticks)
    assert all(one < other or one == other for one, other in itertools.pairwise(ticks))


def test_a_run_kept_is_taken_up_where_it_was(playing: Playing, tmp_path) -> None:
    for tick in range(330):
        playing.tick(asked_at(tick))
    save_kept(kept_of(playing), tmp_path / "match.run")
    again = load_kept(tmp_path / "match.run").take_up()
    assert fingerprint(again.match) == fingerprint(playing.match)
    assert again.decisions == playing.decisions
    assert again.orders == playing.orders


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"kind": "dilemma run", "version": 1, "engine": -3}'])
def test_a_damaged_run_is_refused_in_one_line(content: bytes, tmp_path) -> None:
    path = tmp_path / "match.run"
    path.write_bytes(content)
    with pytest.raises(ValueError, match="match") as refused:
        load_kept(path)
    assert "\n" not in str(refused.value)


def test_an_order_nobody_can_be_given_is_refused_before_it_is_obeyed(playing: Playing, tmp_path: Path) -> None:
    kept = replace(kept_of(playing), orders=(Order(5, 1, until=9, kind=199),))
    save_kept(kept, tmp_path / "run.json")
    with pytest.raises(ValueError, match="kind 199 is no intent"):
        load_kept(tmp_path / "run.json")


def test_only_a_man_in_the_field_can_be_controlled() -> None:
    with pytest.raises(ValueError, match="slot 0"):
        Playing(Fixture("late-deficit"), seed=1, slot=0)


def test_a_call_lasts_and_leaves_what_he_was_told_alone(playing: Playing) -> None:
    playing.tick(Asked(push=True))
    while playing.match.ball.carrier == playing.slot:
        playing.tick(Asked(push=True))
    tick = int(playing.match.tick)
    playing.tick(Asked(push=True, call=True))
    assert playing.orders[-1].calls == CALLING
    assert playing.match.players[playing.slot].calls_until == tick + CALLING
    assert playing.pushing
