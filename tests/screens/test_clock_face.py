import pytest

from game.screens import clock_face
from game.screens.language import Language
from game.state import Match, Restart, Setup

SAY = Language("en")


def test_the_clock_runs_on_from_half_to_half(match: Match, setup: Setup) -> None:
    setup.competition.extra_seconds = 900.0
    shown = []
    for half in (1, 2, 3, 4):
        match.clock.half, match.clock.tick = half, 20 * 61
        shown.append(clock_face.time_of(match, setup))
    assert shown == ["01:01", "46:01", "91:01", "106:01"]


def test_added_time_shows_only_once_it_is_announced(match: Match) -> None:
    assert clock_face.added(match) == ""
    match.clock.added = 0
    assert clock_face.added(match) == "+0"
    match.clock.added = 4
    assert clock_face.added(match) == "+4"


@pytest.mark.parametrize(
    ("half", "second", "booked"),
    [(1, 0.0, "1'"), (1, 2699.0, "45'"), (1, 2760.5, "45+2'"), (2, 0.0, "46'"), (2, 2700.0, "90+1'")],
)
def test_events_are_booked_under_the_minute_they_fall_in(setup: Setup, half: int, second: float, booked: str) -> None:
    assert clock_face.minute(setup, half, second, SAY) == booked


def test_the_stage_names_half_interval_and_end(match: Match) -> None:
    assert clock_face.stage(match, SAY) == "2nd half"
    match.dead.kind = Restart.INTERVAL
    assert clock_face.stage(match, SAY) == "Interval"
    match.clock.over = 1
    assert clock_face.stage(match, SAY) == "Full time"
