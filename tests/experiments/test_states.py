import numpy as np
import pytest

from game.benching.luck import match_seed
from game.census.observe import watch
from game.experiments.playing import arranged
from game.experiments.states import (
    BANDS,
    COUNTED,
    DIFFS,
    LAST,
    LAST_TEN,
    LEFT,
    count,
    counts_of,
    play_states,
)
from game.fixture import Fixture

PLAN = Fixture("full-match", "team-win", "team-win")
SEED = 11


@pytest.fixture(scope="module")
def rows():
    return play_states(PLAN, SEED, 0, 2)


def counted(counts, name):
    return counts[..., COUNTED.index(name)]


def test_states_and_bands_hold_all_of_a_match_once(rows):
    for row, counts in zip(rows, counts_of(rows), strict=True):
        assert counted(counts, "seconds").sum() == pytest.approx(2 * row["match_seconds"])
        assert counted(counts, "goals").sum() == row["home_goals"] + row["away_goals"]
        assert counted(counts, "shots").sum() >= counted(counts, "open_shots").sum() > 0
        assert (counts >= 0).all()


def test_one_side_is_as_long_ahead_as_the_other_is_behind(rows):
    seconds = counted(counts_of(rows), "seconds")
    np.testing.assert_allclose(seconds, seconds[:, :, ::-1])


def test_the_last_ten_minutes_last_ten_minutes(rows):
    np.testing.assert_allclose(counted(counts_of(rows), "seconds")[:, LAST].sum(axis=1), 2 * LAST_TEN, atol=2)


def test_rows_do_not_depend_on_how_they_are_cut(rows):
    np.testing.assert_array_equal(play_states(PLAN, SEED, 1, 1), rows[1:])


def test_the_margin_is_that_of_the_record_at_the_time(rows):
    watched = watch(arranged(PLAN), match_seed(SEED, 0))
    looks = watched.looks
    for left in LEFT:
        seen = looks[looks["tick"] <= looks["tick"][-1] - left * 20][-1]["teams"]["goals"]
        assert rows[0][f"margin_{left}"] == seen[0] - seen[1]


def test_a_goal_belongs_to_the_score_before_it(rows):
    watched = watch(arranged(PLAN), match_seed(SEED, 0))
    before = [0, 0]
    found = np.zeros(len(DIFFS))
    for goals in watched.looks["teams"]["goals"]:
        for side in (0, 1):
            if goals[side] > before[side]:
                found[np.clip(before[side] - before[1 - side], -2, 2) + 2] += 1
        before = list(goals)
    np.testing.assert_array_equal(counted(count(watched), "goals").sum(axis=0), found)
    assert len(BANDS) == count(watched).shape[0]
