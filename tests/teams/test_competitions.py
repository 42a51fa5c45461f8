import pytest

from game.policies.final import COMPETITIONS
from game.record import blank
from game.state import Competition
from game.teams import competitions
from game.teams.competitions import LAW_YEARS


def written(kind: str, law_year: str, added: float | None = None) -> Competition:
    record = blank(Competition)
    competitions.write(record, kind, law_year, first_leg=0, added=added)
    return record


@pytest.mark.parametrize("kind", COMPETITIONS)
@pytest.mark.parametrize("law_year", LAW_YEARS)
def test_only_ties_go_to_extra_time_and_kicks(kind: str, law_year: str) -> None:
    record = written(kind, law_year)
    assert record.half_seconds == 2700.0
    assert (record.extra_seconds > 0.0) == (record.shoot_out == 1) == (kind in {"cup", "aggregate"})


def test_the_keepers_eight_seconds_came_with_the_corner() -> None:
    assert (written("league", "2017/18").keeper_seconds, written("league", "2017/18").keeper_corner) == (6.0, 0)
    assert (written("league", "2025/26").keeper_seconds, written("league", "2025/26").keeper_corner) == (8.0, 1)
    assert [written("league", year).countdown for year in LAW_YEARS] == [0, 0, 1]


def test_added_time_is_the_scenarios_or_left_to_time_lost() -> None:
    assert written("league", "2025/26", 300.0).added_seconds == 300.0
    assert written("league", "2025/26").added_seconds == -1.0


def test_an_unknown_law_year_is_answered_with_the_nearest() -> None:
    with pytest.raises(KeyError, match="no law year called '2025/27'; did you mean '202"):
        written("league", "2025/27")
