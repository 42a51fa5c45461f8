import pytest

from game.experiments.experiment import experiment
from game.experiments.late_deficit import LateDeficit, cells
from game.experiments.league import League
from game.experiments.runner import prepare
from game.experiments.settings import settings_from, written
from game.teams.minutes import moment


def test_lists_are_written_with_commas_or_as_json():
    for text in ("85,93", "[85, 93]", "85; 93"):
        assert settings_from(LateDeficit, [f"minutes={text}"]).minutes == (85, 93)
    assert settings_from(LateDeficit, ["minutes=85"]).minutes == (85,)


def test_entries_with_commas_are_kept_apart_by_semicolons():
    found = settings_from(League, ["entrants=team-win; role-bound,RB=team-win"])
    assert found.entrants == ("team-win", "role-bound,RB=team-win")


def test_matches_and_defaults():
    found = settings_from(LateDeficit, ["rivals=team-win"], matches=7)
    assert (found.matches, found.rivals, found.deficits) == (7, "team-win", (1, 2))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("minute=85", "no setting called 'minute'; did you mean 'minutes'"),
        ("minutes", "sets nothing; write --set name=value"),
        ("minutes=soon", "minutes 1"),
        ("minutes=85,200", "minutes 2 is 200: it should be less than or equal to 98"),
        ("minutes=[]", "minutes names nothing; name at least one, as in 60,65"),
        ("matches=0", "matches: matches must be 1 to 1000000000, not 0"),
    ],
)
def test_what_cannot_be_set_is_said_in_one_line(text, message):
    with pytest.raises((ValueError, KeyError)) as refused:
        settings_from(LateDeficit, [text])
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_late_deficit_compares_whatever_two_mixes_are_named():
    settings = settings_from(LateDeficit, ["stays=team-win", "goes=best-response", "minutes=85", "deficits=1"])
    assert [cell.plan.home for cell in cells(settings)] == ["team-win", "best-response"]
    with pytest.raises(ValueError, match="twice"):
        prepare(experiment("late-deficit"), settings_from(LateDeficit, ["stays=team-win"]), 1)


def test_a_league_of_one_is_refused():
    with pytest.raises(ValueError, match="2 to 40 different mixes"):
        settings_from(League, ["entrants=team-win"])
    with pytest.raises(ValueError, match="no policy called 'team-wins'"):
        settings_from(League, ["entrants=team-wins,blind"])


def test_minutes_are_written_as_scenarios_read_them():
    assert [moment(written(minute), extra_time=False) for minute in (0, 60, 90, 93)] == [
        (1, 0.0),
        (2, 900.0),
        (2, 2700.0),
        (2, 2880.0),
    ]
