from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.state import DT
from game.value.space import (
    ball_time,
    flight_lift,
    flight_over,
    flight_speed,
    flight_time,
    pass_speed,
    smooth,
    time_to_reach,
)

PUSH = 4.5  # m/s², everybody's acceleration from a stand in this model
FALLS = 1.6  # so steeply it falls towards the top speed, once it does
ROLL = 0.6  # 1/s
DRAG = 0.0195  # 1/m


def exact_time(top: float, far: float) -> float:
    """Seconds to run `far` m from a stand when a = PUSH min(1, FALLS (1 - v / top)), in small steps."""
    step = 1e-4
    x = v = seconds = 0.0
    while x < far:
        v += PUSH * min(FALLS * (1.0 - v / top), 1.0) * step
        x += v * step
        seconds += step
    return seconds


@pytest.mark.parametrize(("top", "error"), [(7.6, 0.17), (8.0, 0.15), (8.4, 0.14), (6.0, 0.22)])
@pytest.mark.parametrize("far", [1.0, 2.0, 3.5, 5.0, 8.0, 12.0, 20.0, 30.0, 40.0])
def test_the_time_to_a_spot_is_close_to_the_integrated_one(top: float, error: float, far: float) -> None:
    """Within a sixth of a second for rested men, who can run 7.6 to 8.4 m/s; a fifth for one who is done, at 6."""
    said = time_to_reach(0.0, 0.0, 0.0, 0.0, top, 0.0, far)
    assert said == pytest.approx(exact_time(top, far), abs=error)


spots = st.tuples(st.floats(-40, 40), st.floats(-30, 30))
tops = st.floats(6.0, 9.5)


@given(spots, spots, tops, st.floats(-6, 6), st.floats(-6, 6))
def test_getting_there_takes_time_and_no_less_than_at_full_speed(
    a: tuple[float, float], b: tuple[float, float], top: float, vx: float, vy: float
) -> None:
    seconds = time_to_reach(*a, vx, vy, top, *b)
    assert seconds >= 0.0
    if math.hypot(vx, vy) <= top:
        assert seconds >= math.dist(a, b) / top - 1e-9


@given(spots, spots, tops)
def test_it_is_the_same_way_there_and_back_and_turned_round(
    a: tuple[float, float], b: tuple[float, float], top: float
) -> None:
    there = time_to_reach(*a, 0.0, 0.0, top, *b)
    assert time_to_reach(*b, 0.0, 0.0, top, *a) == pytest.approx(there)
    assert time_to_reach(-a[0], -a[1], 0.0, 0.0, top, -b[0], -b[1]) == pytest.approx(there)


@given(st.floats(0.5, 40), st.floats(0.5, 40), tops)
def test_further_takes_longer_and_a_start_towards_it_shortens_the_way(one: float, two: float, top: float) -> None:
    low, high = sorted((one, two))
    assert time_to_reach(0.0, 0.0, 0.0, 0.0, top, low, 0.0) <= time_to_reach(0.0, 0.0, 0.0, 0.0, top, high, 0.0)
    towards, away = (time_to_reach(0.0, 0.0, v, 0.0, top, low, 0.0) for v in (5.0, -5.0))
    assert towards < time_to_reach(0.0, 0.0, 0.0, 0.0, top, low, 0.0) < away


@given(st.floats(3.0, 30.0), st.floats(0.0, 0.75))
def test_the_balls_time_is_the_logarithm(speed: float, part: float) -> None:
    """-ln(1 - k d / v) / k; the Padé form is 1 % early to half of the way the ball rolls, 6 % to three quarters."""
    exact = -math.log(1.0 - part) / ROLL
    said = ball_time(speed, part * speed / ROLL)
    assert said <= exact + 1e-9
    assert said >= (0.99 if part <= 0.5 else 0.94) * exact - 1e-9


@given(st.floats(3.0, 30.0))
def test_a_ball_never_gets_further_than_it_rolls(speed: float) -> None:
    assert ball_time(speed, speed / ROLL) == 99.0
    assert ball_time(speed, 0.9 * speed / ROLL) < 99.0


@given(st.floats(1.0, 30.0), st.floats(3.0, 9.0))
def test_a_pass_arrives_as_fast_as_it_was_meant_to(far: float, arrive: float) -> None:
    """dv/dx = -k on the ground, so v(d) = v0 - k d, up to the hardest pass there is."""
    speed = pass_speed(far, arrive)
    if speed < 27.0:
        assert speed - ROLL * far == pytest.approx(arrive)
    assert speed <= 27.0


@given(st.floats(5.0, 60.0), st.floats(0.8, 3.0))
def test_a_flight_covers_its_distance_against_the_drag(far: float, seconds: float) -> None:
    """d = ln(1 + c v t) / c; the exponential's first terms are within 1 % of it."""
    speed = flight_speed(far, seconds)
    assert math.log(1.0 + DRAG * speed * seconds) / DRAG == pytest.approx(far, rel=0.01)


@given(st.floats(-20, 20), st.floats(0.05, 2.0))
def test_the_smooth_step_is_odd_around_a_half_and_rises(margin: float, width: float) -> None:
    assert smooth(margin, width) + smooth(-margin, width) == pytest.approx(1.0)
    assert 0.0 <= smooth(margin, width) <= 1.0
    assert smooth(margin + 0.1, width) > smooth(margin, width) or abs(margin) > 10.0 * width
    assert smooth(0.0, width) == 0.5


def test_men_who_run_alike_are_ordered_by_distance() -> None:
    away = np.linspace(0.1, 60.0, 200)
    times = [time_to_reach(0.0, 0.0, 0.0, 0.0, 8.0, far, 0.0) for far in away]
    assert np.all(np.diff(times) > 0.0)


def height(up: float, along: float, far: float) -> float:
    """How high a ball kicked with those speeds is after `far` m: gravity and drag, a tick at a time as in the match."""
    x, z = 0.0, 0.11
    while True:
        drag = 0.018 * math.hypot(along, up) * DT
        along, up = along - along * drag, up - up * drag - 9.81 * DT
        if x + along * DT >= far:
            return z + up * (far - x) / along
        x, z = x + along * DT, z + up * DT


@pytest.mark.parametrize("far", [15.0, 20.0, 30.0, 40.0, 55.0])
@pytest.mark.parametrize("hasty", [0.78, 1.0])
def test_a_lofted_ball_comes_down_to_a_mans_head(far: float, hasty: float) -> None:
    seconds = hasty * flight_time(far)
    assert height(flight_lift(far, seconds, 2.0), flight_speed(far, seconds), far) == pytest.approx(2.0, abs=0.8)


@pytest.mark.parametrize("far", [18.0, 22.0, 26.0, 30.0])
def test_a_free_kick_clears_the_wall_and_comes_down_under_the_bar(far: float) -> None:
    along, up = flight_over(9.15, 2.14, far, 1.8)
    assert height(up, along, 9.15) - 0.11 == pytest.approx(2.14, abs=0.1)
    assert height(up, along, far) - 0.11 == pytest.approx(1.6, abs=0.35)
    assert 17.0 < along < 32.0
