from __future__ import annotations

import functools
import math

from hypothesis import given, settings
from hypothesis import strategies as st

from game.events import Action
from game.physics.saves import hands_allowed, save, unread
from game.pitch import BOX_LINE, GOAL_HALF, HALF_LENGTH
from game.state import NOBODY
from tests.boards import LETTERS, Play, again, empty_pitch

LUCKS = 200
J, B = LETTERS.index("j"), LETTERS.index("B")


@functools.cache
def before(*, off: float = 0.3, speed: float = 22.0) -> Play:
    """The home keeper with a shot `off` m beside him, at that speed."""
    play = empty_pitch(A=(-50.0, 0.0), j=(-38.0, 0.0))
    match = play.match
    ball = match.ball
    ball.x, ball.y, ball.z = -49.5, off, 0.6
    ball.vx, ball.vy = -speed, 0.0
    ball.kicker = ball.last = J
    ball.kicked, ball.shot = match.tick - 12, 1
    match.flight.action, match.flight.slot = int(Action.SHOT), J
    return play


def shot(seed: int, **situation: float) -> Play:
    """The same after his try, on that luck."""
    start = before(**situation)
    play = again(start, seed)
    save(play.match, play.setup, play.notes, 0, float(start.match.ball.y))
    return play


def saved(**situation: float) -> int:
    """Of LUCKS shots, how many he keeps out."""
    return sum(shot(seed, **situation).match.ball.shot == 0 for seed in range(LUCKS))


def held(**situation: float) -> int:
    """And how many of them he holds."""
    return sum(shot(seed, **situation).match.ball.held == 1 for seed in range(LUCKS))


def test_a_free_kick_over_the_wall_is_read_later_than_a_shot_from_play() -> None:
    """By about the time a ball at 22 m/s needs to a wall 9.15 m away."""
    play = again(before(), 1)
    from_play = unread(play.match, play.setup)
    play.match.flight.action = int(Action.SHOT_FREEKICK)
    assert 0.3 < unread(play.match, play.setup) - from_play < 0.6


def test_the_further_and_the_faster_the_fewer_are_saved_and_held() -> None:
    assert saved(off=0.2) > saved(off=2.3)
    assert saved(off=1.6, speed=15.0) > saved(off=1.6, speed=34.0)
    assert held(off=0.2) > held(off=2.0)
    assert held(speed=15.0) > held(speed=34.0)


def test_a_shot_at_him_is_nearly_always_saved_and_one_at_full_stretch_often_goes_in() -> None:
    """200 tries: more than 160, fewer than 180; tuned values stay far from both."""
    assert saved(off=0.1, speed=16.0) > 160
    assert saved(off=2.4, speed=32.0) < 180


@settings(max_examples=60)
@given(st.integers(0, 10**6), st.floats(0.0, 2.4), st.floats(8.0, 35.0))
def test_a_save_is_held_or_beaten_away_and_counted_once(seed: int, off: float, speed: float) -> None:
    play = shot(seed, off=off, speed=speed)
    match, ball = play.match, play.match.ball
    team, other = match.teams
    if ball.shot == 1:  # past him
        assert play.man("A").touch_at > match.tick
        assert (team.saves, other.on_target) == (0, 0)
        return
    assert (team.saves, other.on_target) == (1, 1)
    assert ball.last == 0
    if ball.held == 1:
        assert ball.carrier == 0
        assert match.having == 0
    else:
        assert ball.carrier == NOBODY
        assert ball.saved == 1
        to_line = (-HALF_LENGTH - ball.x) / ball.vx if ball.vx < 0.0 else math.inf
        assert to_line == math.inf or abs(ball.y + ball.vy * to_line) > GOAL_HALF  # out, or past the post


def test_he_may_use_his_hands_in_his_own_box_only() -> None:
    play = empty_pitch(A=(-50.0, 0.0), a=(50.0, 0.0))
    match = play.match
    match.ball.kicker = J
    for x, home, away in (
        (-45.0, True, False),
        (0.0, False, False),
        (45.0, False, True),
        (-BOX_LINE + 0.5, False, False),
    ):
        match.ball.x = x
        assert (hands_allowed(match, 0), hands_allowed(match, 11)) == (home, away)
    match.ball.x = -45.0
    assert not hands_allowed(match, B)


def test_a_mates_deliberate_pass_is_not_for_his_hands_and_a_rivals_or_a_header_is() -> None:
    play = empty_pitch(A=(-50.0, 0.0))
    match, ball = play.match, play.match.ball
    ball.x = -HALF_LENGTH + 6.0
    for kicker, barred, allowed in ((B, 1, False), (B, 0, True), (J, 1, True)):
        ball.kicker, ball.keeper_barred = kicker, barred
        assert hands_allowed(match, 0) == allowed
