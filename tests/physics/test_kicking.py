from __future__ import annotations

import functools
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.brain.on_ball import weigh_on_ball
from game.events import Action
from game.intent import Intent
from game.physics.ball import roll
from game.physics.kicking import HEAD_POWER, heading_goalwards, strike
from game.pitch import GOAL_HALF, GOAL_HEIGHT, HALF_LENGTH
from game.sight import look
from game.state import NOBODY
from tests.boards import LETTERS, Play, again, empty_pitch

SLOT = LETTERS.index("G")
LUCKS = 200


@functools.cache
def before(
    *,
    kind: Intent = Intent.PASS,
    power: float = 14.0,
    lift: float = 0.0,
    rival: float = 40.0,
    breath: float = 1.0,
    skill: float | None = None,
) -> Play:
    """G about to play the ball 20 m along x, the nearest rival `rival` m beside him."""
    play = empty_pitch(G=(0.0, 0.0), h=(0.0, rival))
    man = play.man("G")
    man.breath = breath
    want = man.want
    want.kind, want.x, want.y, want.power, want.lift, want.mate = int(kind), 20.0, 0.0, power, lift, 7
    if skill is not None:
        play.setup = play.setup.copy()  # type: ignore[attr-defined]
        play.setup.squads[0, man.man].passing = skill
    return play


def kicked(seed: int = 1, *, header: int = 0, **situation: Any) -> Play:
    """The same when he has, on that luck."""
    play = again(before(**situation), seed)
    strike(play.match, play.setup, play.notes, SLOT, header, 0)
    return play


def spread(**situation: Any) -> float:
    """Standard deviation of the direction over LUCKS kicks, rad."""
    ways = []
    for seed in range(LUCKS):
        ball = kicked(seed, **situation).match.ball
        ways.append(math.atan2(ball.vy, ball.vx))
    return float(np.std(ways))


def test_a_kick_goes_about_where_and_as_hard_as_it_was_wanted() -> None:
    ball = kicked().match.ball
    assert math.hypot(ball.vx, ball.vy) == pytest.approx(14.0, rel=0.25)
    assert abs(math.atan2(ball.vy, ball.vx)) < 0.3
    assert ball.carrier == NOBODY
    assert (ball.kicker, ball.last, ball.aimed) == (SLOT, SLOT, 7)


def test_error_has_no_side() -> None:
    """The mean of 200 is within four standard errors of nought."""
    sides = [kicked(seed).match.ball.vy for seed in range(LUCKS)]
    assert abs(np.mean(sides)) < 4.0 * np.std(sides) / math.sqrt(LUCKS)


@pytest.mark.parametrize(
    "awkward",
    [{"rival": 0.9}, {"breath": 0.0}, {"skill": 0.3}],
    ids=lambda situation: next(iter(situation)),
)
def test_error_grows_with_pressure_tiredness_and_want_of_skill(awkward: dict[str, float]) -> None:
    """By a tenth at least, of 200 kicks on the same luck."""
    assert spread(**awkward) > 1.1 * spread()


def shot_from(distance: float) -> np.ndarray:
    """Where LUCKS shots from straight before goal cross the line: y and z in metres, shape (LUCKS, 2)."""
    crossings = []
    play = empty_pitch(G=(HALF_LENGTH - distance, 0.0))
    slot = LETTERS.index("G")
    play.match.ball.x, play.match.ball.carrier = HALF_LENGTH - distance, slot
    look(play.match, play.setup, play.notes)
    weigh_on_ball(play.match, play.setup, play.notes, slot, 0)
    shot = next(option for option in play.notes.options[: play.notes.weighed] if option.kind == Intent.SHOOT)
    for seed in range(LUCKS):
        tried = again(play, seed)
        want = tried.man("G").want
        want.kind, want.x, want.y, want.power, want.lift = int(Intent.SHOOT), shot.x, shot.y, shot.power, shot.lift
        strike(tried.match, tried.setup, tried.notes, slot, 0, 0)
        ball = tried.match.ball
        while ball.x < HALF_LENGTH and ball.vx > 1.0:
            roll(tried.match)
        crossings.append((float(ball.y), float(ball.z)))
    return np.array(crossings)


def test_shots_miss_over_the_bar_and_beside_the_posts() -> None:
    """From 20 m with nobody near; real shots from there miss about half the time that nobody blocks them."""
    across, high = shot_from(20.0).T
    over = (high > GOAL_HEIGHT) & (np.abs(across) < GOAL_HALF)
    wide = np.abs(across) > GOAL_HALF
    assert 0.05 < over.mean() < 0.3
    assert 0.05 < wide.mean() < 0.35


def test_nearer_shots_err_by_more_in_angle_and_hit_the_goal_more_often() -> None:
    near, far = shot_from(9.0), shot_from(24.0)
    assert np.std(np.arctan2(near[:, 0], 9.0)) > 1.2 * np.std(np.arctan2(far[:, 0], 24.0))
    on = [float(((np.abs(y) < GOAL_HALF) & (z < GOAL_HEIGHT)).mean()) for y, z in (near.T, far.T)]
    assert on[0] > on[1] + 0.1


def test_a_header_is_no_cannon() -> None:
    ball = kicked(kind=Intent.SHOOT, power=28.0, header=1).match.ball
    assert math.hypot(ball.vx, ball.vy) <= HEAD_POWER * 1.01


@settings(max_examples=40)
@given(st.integers(0, 10**6), st.sampled_from([Intent.PASS, Intent.LOB, Intent.CROSS, Intent.SHOOT, Intent.CLEAR]))
def test_a_kick_is_booked_as_what_it_is_and_never_goes_into_the_ground(seed: int, kind: Intent) -> None:
    lift = 0.0 if kind == Intent.PASS else 5.0
    play = kicked(seed, kind=kind, lift=lift)
    assert play.match.ball.vz >= 0.0
    assert play.match.ball.shot == int(kind == Intent.SHOOT)
    named = {Intent.SHOOT: Action.SHOT, Intent.CLEAR: Action.CLEARANCE, Intent.CROSS: Action.CROSS}
    assert play.match.flight.action == named.get(kind, Action.PASS)
    team = play.match.teams[0]
    assert (team.shots, team.clearances, team.passes) == (
        int(kind == Intent.SHOOT),
        int(kind == Intent.CLEAR),
        int(kind not in (Intent.SHOOT, Intent.CLEAR)),
    )


@given(st.floats(5.0, 35.0), st.floats(-12.0, 12.0))
def test_a_ball_heads_goalwards_when_a_straight_line_says_so(speed: float, across: float) -> None:
    play = empty_pitch()
    match = play.match
    match.ball.x, match.ball.vx = HALF_LENGTH - 9.0, speed
    match.ball.y = across
    inside = abs(across) < GOAL_HALF and 9.0 / speed < 2.0
    if abs(abs(across) - GOAL_HALF) > 0.5:  # a post's width and a little is left open
        assert heading_goalwards(match, 1) == inside
    assert not heading_goalwards(match, -1)
