import numpy as np
import pytest

from game.benching.bench import play_rounds
from game.dilemma import payoffs
from game.experiments import worth
from game.experiments.benching_men import COLUMNS, Benched, play_benched
from game.experiments.settings import settings_from
from game.fixture import Fixture, arrange
from game.teams.scenarios import variant

LATE = Fixture(variant("late-deficit", minute="90+3"), "team-win", "role-bound")


def settings(*written):
    return settings_from(worth.WorthSettings, list(written))


def test_every_combination_is_played_once_nobody_first():
    names = [cell.keys["joined"] for cell in worth.cells(settings())]
    assert len(set(names)) == 16
    assert (names[0], names[-1]) == ("nobody", "GK+DF+MF+FW")
    assert len(worth.cells(settings("groups=back-four"))) == 16


def test_everybody_joined_plays_the_matches_of_the_mix():
    groups = tuple(worth.groups_of(settings()))
    rows = play_benched(Benched(LATE, groups, (1, 1, 1, 1)), 3, 0, 3)
    plain = play_rounds([arrange(LATE)], 3, 0, 3)
    assert np.array_equal(rows["seed"], plain["seed"])
    assert np.array_equal(rows["margin"], plain["home_goals"] - plain["away_goals"])
    assert np.array_equal(rows["xg_for"], plain["home_xg"])


def test_watching_changes_nothing_but_the_marks():
    groups = tuple(worth.groups_of(settings()))
    seen, unseen = (play_benched(Benched(LATE, groups, (0, 0, 0, 0), rated=rated), 3, 0, 2) for rated in (True, False))
    others = [name for name in COLUMNS.names if not name.startswith("rating")]
    assert all(np.array_equal(seen[name], unseen[name]) for name in others)
    assert ((seen["rating_1"] > 0) & (seen["rating_1"] < 10)).all()
    assert (unseen["rating_1"] == 0).all()


def test_points_by_chances_are_what_such_chances_are_worth():
    rows = np.zeros(3, COLUMNS)
    rows["start"] = -1
    rows["xg_for"], rows["xg_against"] = [0.0, 0.5, 5.0], [0.0, 0.5, 0.0]
    found = worth.by_chances(rows)
    assert found[0] == 0.0
    assert 0.0 < found[1] < found[2] < payoffs.LEAGUE[0]


def test_unknown_groups_are_refused():
    with pytest.raises(ValueError, match="groups"):
        settings("groups=left")
