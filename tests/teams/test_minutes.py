import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.teams.minutes import moment, seconds


@pytest.mark.parametrize(
    ("written", "half", "second"),
    [
        (0, 1, 0.0),
        ("44:59", 1, 2699.0),
        ("45+2", 1, 2820.0),
        (45, 2, 0.0),
        (85, 2, 2400.0),
        ("85:00", 2, 2400.0),
        ("90+2:30", 2, 2850.0),
    ],
)
def test_a_minute_means_a_half_and_its_seconds(written: str | float, half: int, second: float) -> None:
    assert moment(written, extra_time=False) == (half, pytest.approx(second))


def test_extra_time_goes_on_to_the_120th_minute() -> None:
    assert moment("95:00", extra_time=True) == (3, 300.0)
    assert moment(105, extra_time=True) == (4, 0.0)
    assert moment("120+1", extra_time=True) == (4, 960.0)


@given(st.integers(0, 89), st.integers(0, 59))
def test_a_clock_reading_and_a_decimal_mean_the_same(minute: int, second: int) -> None:
    half, seconds_in = moment(f"{minute}:{second:02}", extra_time=False)
    assert moment(minute + second / 60.0, extra_time=False) == (half, pytest.approx(seconds_in))
    assert (half - 1) * 2700.0 + seconds_in == pytest.approx(minute * 60.0 + second)


def test_a_length_of_time_is_in_minutes() -> None:
    assert seconds(5) == seconds("5") == seconds("5:00") == 300.0


@pytest.mark.parametrize("written", ["x", "", "85:60", "-1", -1, float("nan"), float("inf"), True, [85], None])
def test_what_is_no_minute_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="is no minute; write 85"):
        moment(written, extra_time=False)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "said"),
    [(90, "past the end"), ("200:00", "past the end"), ("60+2", "a half ends at 45 or 90")],
)
def test_a_minute_outside_the_match_is_refused(written: str | float, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        moment(written, extra_time=False)


def test_a_length_has_no_plus() -> None:
    with pytest.raises(ValueError, match="has a plus"):
        seconds("5+1")
