import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.loop import BACKLOG, SPEEDS, Pace
from game.state import TICKS_PER_SECOND


@pytest.mark.parametrize("fps", [30, 60, 144])
@pytest.mark.parametrize("speed", SPEEDS)
def test_ten_seconds_are_ten_seconds_at_any_frame_rate(fps: int, speed: float) -> None:
    pace = Pace(speed)
    ticks = sum(pace.due(1 / fps) for _ in range(10 * fps))
    assert ticks == pytest.approx(10 * TICKS_PER_SECOND * speed, abs=1)


@given(st.lists(st.floats(0, 0.2), max_size=50), st.sampled_from(SPEEDS))
def test_no_time_is_lost_or_made(frames: list[float], speed: float) -> None:
    pace = Pace(speed)
    for seconds in frames:
        assert pace.due(seconds) >= 0
        assert 0.0 <= pace.share() <= 1.0


def test_a_stall_is_not_made_up_for() -> None:
    pace = Pace(1.0)
    assert pace.due(30.0) == round(BACKLOG * TICKS_PER_SECOND)


def test_a_paused_match_stands_still_and_steps_by_one() -> None:
    pace = Pace()
    pace.toggle()
    assert pace.due(1.0) == 0
    assert pace.step() == 1
    assert pace.due(1.0) == 0
    pace.toggle()
    assert pace.due(0.2) == 4


def test_a_step_stops_a_running_match() -> None:
    pace = Pace()
    pace.step()
    assert pace.paused


def test_speeds_end_at_the_slowest_and_the_fastest() -> None:
    pace = Pace()
    for _ in range(10):
        pace.faster()
    assert pace.speed == SPEEDS[-1]
    for _ in range(20):
        pace.slower()
    assert pace.speed == SPEEDS[0]
