from __future__ import annotations

import itertools
import math
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from game.physics.ball import AIR, BOUNCE, FRAME_KEPT, GRASS, GRAVITY, ROLL, ROLL_KEPT, SKID, roll
from game.pitch import BALL_RADIUS, GOAL_HALF, GOAL_HEIGHT, HALF_LENGTH, POST
from game.state import DT
from tests.boards import empty_pitch

Vector = tuple[float, float, float]
REACH = BALL_RADIUS + POST  # m from the middle of post or bar to the ball's centre when they touch


def path(spot: Vector, velocity: Vector, ticks: int) -> list[Vector]:
    """Where the ball is after every tick."""
    match = empty_pitch().match
    ball = match.ball
    ball.x, ball.y, ball.z = spot
    ball.vx, ball.vy, ball.vz = velocity
    spots = []
    for _ in range(ticks):
        roll(match)
        spots.append((float(ball.x), float(ball.y), float(ball.z)))
    return spots


speeds = st.floats(2.0, 35.0)
angles = st.floats(0.0, 2.0 * math.pi)


def test_the_share_of_speed_kept_in_a_tick_is_the_exponential() -> None:
    assert abs(ROLL_KEPT - math.exp(-ROLL * DT)) < 1e-6


@settings(max_examples=50)
@given(speeds, st.integers(1, 60))
def test_a_rolling_ball_follows_the_exact_solution(speed: float, ticks: int) -> None:
    """dv/dt = -k v - g, so v = (v0 + g/k) exp(-k t) - g/k and x is its integral.

    A tick moves the ball with the speed at its end, so it is up to a tick's way short.
    """
    seconds = ticks * DT
    drag = GRASS / ROLL
    assume((speed + drag) * math.exp(-ROLL * seconds) > drag)  # still rolling
    ball = path((-40.0, 0.0, BALL_RADIUS), (speed, 0.0, 0.0), ticks)[-1]
    exact = -40.0 + (speed + drag) / ROLL * (1.0 - math.exp(-ROLL * seconds)) - drag * seconds
    assert ball[0] == pytest.approx(exact, abs=speed * DT)
    assert ball[2] == BALL_RADIUS


@settings(max_examples=25)
@given(speeds, angles)
def test_a_rolling_ball_slows_keeps_its_way_and_stops(speed: float, angle: float) -> None:
    vx, vy = speed * math.cos(angle), speed * math.sin(angle)
    match = empty_pitch().match
    ball = match.ball
    ball.vx, ball.vy = vx, vy
    before = speed
    for _ in range(600):  # half a minute
        roll(match)
        if ball.struck_frame > 0:
            return
        now = math.hypot(ball.vx, ball.vy)
        assert now < before or now == 0.0
        assert abs(ball.vx * vy - ball.vy * vx) < 1e-9 * speed
        before = now
    assert before == 0.0


@settings(max_examples=30)
@given(speeds, st.floats(2.0, 14.0), st.integers(1, 30))
def test_a_flying_ball_follows_the_equations_of_motion(speed: float, lift: float, ticks: int) -> None:
    """v' = -c |v| v - g, solved by scipy; a tick uses the speed at its end, half a tick's fall too low."""

    def slope(_: float, state: Any) -> list[float]:
        drag = AIR * math.hypot(state[2], state[3])
        return [state[2], state[3], -drag * state[2], -drag * state[3] - GRAVITY]

    seconds = ticks * DT
    solved = solve_ivp(slope, (0.0, seconds), (0.0, 2.0, speed, lift), rtol=1e-8).y[:, -1]
    assume(solved[1] > 1.0)  # still in the air
    flown = path((0.0, 0.0, 2.0), (speed, 0.0, lift), ticks)[-1]
    assert flown[0] == pytest.approx(solved[0], abs=0.05, rel=0.03)
    falls = GRAVITY + AIR * math.hypot(speed, lift) * lift
    assert flown[2] == pytest.approx(solved[1], abs=0.05 + 0.5 * falls * DT * seconds)


@settings(max_examples=50)
@given(st.floats(2.0, 12.0), st.floats(0.0, 20.0))
def test_a_bounce_gives_back_its_share_and_the_grass_takes_its_own(fall: float, speed: float) -> None:
    match = empty_pitch().match
    ball = match.ball
    ball.z, ball.vz, ball.vx = BALL_RADIUS + 0.002, -fall, speed
    roll(match)
    falling = fall * (1.0 - AIR * math.hypot(fall, speed) * DT) + GRAVITY * DT
    sliding = speed * (1.0 - AIR * math.hypot(fall, speed) * DT)
    assert ball.vz == pytest.approx(BOUNCE * falling)
    assert ball.vx == pytest.approx(SKID * sliding)


def test_a_ball_a_hair_above_the_grass_bounces_too() -> None:
    match = empty_pitch().match
    match.ball.z, match.ball.vz = BALL_RADIUS + 0.0005, -4.0
    roll(match)
    assert match.ball.vz > 0.0


@settings(max_examples=40)
@given(st.floats(0.2, 8.0), speeds)
def test_a_ball_bounces_ever_lower_and_comes_to_roll(height: float, speed: float) -> None:
    tops, rising = [], False
    spots = path((-45.0, 0.0, height), (0.3 * speed, 0.0, 0.0), 400)
    for (_, _, before), (_, _, now) in itertools.pairwise(spots):
        if rising and now < before:
            tops.append(before)
        rising = now > before
    assert all(z >= BALL_RADIUS for _, _, z in spots)
    assert tops == sorted(tops, reverse=True)
    assert spots[-1][2] == pytest.approx(BALL_RADIUS, abs=0.002)


@pytest.mark.parametrize("end", [-1.0, 1.0])
@pytest.mark.parametrize("post", [-1.0, 1.0])
@given(speed=st.floats(8.0, 35.0), off=st.floats(-0.6, 0.6), start=st.floats(0.2, 1.6))
@settings(max_examples=30)
def test_a_shot_against_the_post_comes_back_at_any_speed(
    end: float, post: float, speed: float, off: float, start: float
) -> None:
    """Within 0.6 of touching distance off the post's middle, wherever in the tick the ball meets it."""
    y = post * (GOAL_HALF + POST) + off * REACH
    match = empty_pitch().match
    ball = match.ball
    ball.x, ball.y, ball.z = end * (HALF_LENGTH - start), y, 0.5
    ball.vx = end * speed
    for _ in range(8):
        roll(match)
        if ball.struck_frame == match.tick:
            break
    assert ball.vx * end < 0.0
    assert abs(ball.vx) < speed
    assert abs(ball.x) < HALF_LENGTH
    assert (ball.vy * post > 0.0) == (off * post > 0.0) or abs(off) < 1e-6


@pytest.mark.parametrize("end", [-1.0, 1.0])
@given(speed=st.floats(8.0, 35.0), off=st.floats(-0.6, 0.6), across=st.floats(-3.3, 3.3))
@settings(max_examples=30)
def test_a_shot_against_the_bar_comes_back_at_any_speed(end: float, speed: float, off: float, across: float) -> None:
    match = empty_pitch().match
    ball = match.ball
    ball.x, ball.y, ball.z = end * (HALF_LENGTH - 0.3), across, GOAL_HEIGHT + POST + off * REACH
    ball.vx, ball.vz = end * speed, 0.25
    roll(match)
    roll(match)
    assert ball.vx * end < 0.0
    assert ball.vx * end >= -FRAME_KEPT * speed


@pytest.mark.parametrize("end", [-1.0, 1.0])
@given(speed=st.floats(8.0, 35.0), across=st.floats(-3.3, 3.3), height=st.floats(0.11, 2.1))
@settings(max_examples=30)
def test_a_shot_between_the_posts_goes_in(end: float, speed: float, across: float, height: float) -> None:
    match = empty_pitch().match
    ball = match.ball
    ball.x, ball.y, ball.z = end * (HALF_LENGTH - 0.3), across, height
    ball.vx = end * speed
    roll(match)
    assert ball.struck_frame < match.tick
    assert ball.vx * end > 0.0


def test_a_ball_at_somebodys_feet_goes_with_him_a_step_ahead() -> None:
    play = empty_pitch(G=(0.0, 0.0))
    match = play.match
    match.ball.carrier = 6
    man = play.man("G")
    man.vx = 6.0
    for _ in range(60):
        man.x += man.vx * DT
        roll(match)
    assert 0.0 < match.ball.x - man.x < 1.5
    assert match.ball.z == BALL_RADIUS


def test_a_ball_in_the_keepers_hands_is_where_he_is() -> None:
    play = empty_pitch(A=(-50.0, 1.0))
    match = play.match
    match.ball.carrier, match.ball.held = 0, 1
    roll(match)
    assert (match.ball.x, match.ball.y) == (-50.0, 1.0)
    assert match.ball.z > 0.8


def test_a_dead_ball_lies_still() -> None:
    match = empty_pitch().match
    match.ball.vx, match.dead.kind = 10.0, 2
    roll(match)
    assert match.ball.x == 0.0
