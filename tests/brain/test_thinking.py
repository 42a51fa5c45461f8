from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from game.brain.explain import explain
from game.brain.thinking import pace_for, pause, think
from game.intent import ON_BALL, Intent
from game.physics.running import SPRINT
from game.sight import look
from game.state import SIDE, SLOTS
from tests.boards import LETTERS, Play, lay, read
from tests.brain.scattered import situations

KNOWN = {int(kind) for kind in Intent}


@settings(max_examples=40)
@given(situations)
def test_everyone_always_wants_something_that_has_a_name(play: Play) -> None:
    look(play.match, play.setup, play.notes)
    for slot in range(SLOTS):
        chosen = think(play.match, play.setup, play.notes, slot)
        assert 0 <= chosen < play.notes.weighed
        assert play.notes.options[chosen].kind in KNOWN


@settings(max_examples=40)
@given(situations)
def test_only_the_man_on_the_ball_wants_to_play_it(play: Play) -> None:
    for slot in range(SLOTS):
        kind = explain(play.match, play.setup, slot)[0].kind
        needs_it = kind in ON_BALL and kind != Intent.TACKLE
        assert needs_it == (slot == play.match.ball.carrier)


@settings(max_examples=40)
@given(situations, st.integers(0, SLOTS - 1), st.sampled_from(sorted(KNOWN)), st.floats(0.0, 100.0))
def test_nobody_cares_to_run_faster_than_a_man_can_or_backwards(play: Play, slot: int, kind: int, far: float) -> None:
    look(play.match, play.setup, play.notes)
    assert 0.0 < pace_for(play.match, play.setup, play.notes, slot, kind, far) <= 9.5


@settings(max_examples=40)
@given(situations)
def test_the_man_on_the_ball_decides_most_often_and_everybody_within_half_a_second(play: Play) -> None:
    look(play.match, play.setup, play.notes)
    waits = [pause(play.match, play.notes, slot, Intent.HOLD) for slot in range(SLOTS)]
    assert min(waits) == waits[int(play.match.ball.carrier)] > 0
    assert max(waits) <= 10  # ticks


def test_the_keeper_holds_the_ball_a_while_and_shorter_when_he_needs_a_goal() -> None:
    held = []
    for score, concede in ((1.0, 0.0), (0.0, 1.0)):
        play = lay(read("twenty_two"))
        ball = play.match.ball
        ball.carrier = ball.last = 0
        ball.held, ball.since = 1, play.match.tick
        ball.x, ball.y = play.man("A").x, play.man("A").y
        play.man("A").told = 1 if score > concede else 0
        play.man("A").score, play.man("A").concede = score, concede
        ticks = 0
        while explain(play.match, play.setup, 0)[0].kind == Intent.KEEP:
            play.match.tick += 1
            ticks += 1
        held.append(ticks)
    assert 0 <= held[0] < held[1] < 20 * 8  # the eight seconds of Law 12.2


def test_a_man_gives_a_rivals_ball_up_and_goes_for_one_he_can_have() -> None:
    kinds = []
    for rival in (1.5, 8.0):
        play = lay(read("loose_ball"))
        play.man("g").x = rival
        play.play(0.3)
        kinds.append(play.man("G").want.kind)
    assert kinds[0] in (Intent.PRESS, Intent.COLLECT)
    assert kinds[1] == Intent.COLLECT
    assert LETTERS[play.match.presser[0]] == "G"
    assert play.match.presser[1] // SIDE == 1


def test_a_man_leaves_a_ball_to_his_keeper_who_is_there_about_as_soon() -> None:
    """He goes for it only when he is clearly first: never both."""
    kinds = []
    for keeper in (1.1, 1.6):
        play = lay(read("sweeper"))
        match = play.match
        back = next(k for k in range(1, SIDE) if match.players[k].on == 1)
        for k in range(2 * SIDE):
            match.players[k].meet = 5.0
        match.players[0].meet, match.players[back].meet = keeper, 1.0
        match.players[0].meet_x, match.players[0].meet_y = match.players[back].meet_x, match.players[back].meet_y = (
            -40.0,
            8.0,
        )
        match.presser[0] = back
        kinds.append(explain(match, play.setup, back)[0].kind)
    assert kinds[0] != Intent.COLLECT
    assert kinds[1] == Intent.COLLECT


def test_a_man_jogs_until_clearly_more_is_called_for_and_ends_a_sprint_nearer_than_he_starts_one() -> None:
    play = lay(read("twenty_two"))
    slot = LETTERS.index("J")
    man, jog = play.man("J"), play.setup.play.jog
    man.breath = man.effort = 1.0
    look(play.match, play.setup, play.notes)

    def paces() -> list[float]:
        return [pace_for(play.match, play.setup, play.notes, slot, Intent.BOX, 0.5 * step) for step in range(120)]

    man.vx = man.vy = 0.0
    standing = paces()
    assert standing == sorted(standing)
    assert sum(abs(pace - jog) < 1e-9 for pace in standing) >= 2
    man.vx = 1.1 * SPRINT
    sprinting = paces()
    assert min(step for step, pace in enumerate(sprinting) if pace > SPRINT) < min(
        step for step, pace in enumerate(standing) if pace > SPRINT
    )
