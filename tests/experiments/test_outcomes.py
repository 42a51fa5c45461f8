import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import skellam

from game.benching.rows import ROW
from game.experiments.outcomes import MEASURES, avoided_by_chances, gained, in_pairs, measured


def rows(**columns):
    """Rows with these columns, all else zero."""
    made = np.zeros(len(next(iter(columns.values()))), ROW)
    for name, values in columns.items():
        made[name] = values
    return made


@given(
    st.floats(0.01, 4.0),
    st.floats(0.01, 4.0),
    st.tuples(st.integers(0, 3), st.integers(0, 3)),
)
def test_avoiding_defeat_by_chances_is_skellam(home, away, start):
    ours, theirs = start
    found = avoided_by_chances(rows(home_goals=[ours], away_goals=[theirs], home_xg=[home], away_xg=[away]))
    # 1e-6: chances of more than 16 goals are left out
    assert found[0] == pytest.approx(skellam.sf(theirs - ours - 1, home, away), abs=1e-6)


def test_goals_of_the_match_are_taken_off_the_score_it_began_with():
    late = rows(home_goals=[1], home_scored=[1], away_goals=[1], away_scored=[0], home_xg=[0.0], away_xg=[0.0])
    assert avoided_by_chances(late)[0] == 0.0  # it began 0-1, and no chance was made


def test_measures_of_a_win_a_draw_and_a_loss():
    three = rows(home_goals=[2, 1, 0], away_goals=[1, 1, 3], home_scored=[2, 0, 0], away_scored=[0, 1, 3])
    assert [measured(three, name).value for name in ("saved", "won", "points", "goals_for", "goals_against")] == [
        pytest.approx(value) for value in (2 / 3, 1 / 3, 4 / 3, 2 / 3, 4 / 3)
    ]


def test_shares_keep_an_interval_when_no_pair_differs():
    lost = rows(home_goals=[0] * 50, away_goals=[1] * 50)
    found = gained(lost, lost, "saved")
    assert found.value == 0.0
    assert found.low < 0.0 < found.high


def test_equal_values_have_no_interval():
    assert math.isnan(in_pairs(np.ones(5), np.zeros(5)).low)


@given(st.integers(2, 30), st.integers(2, 30))
def test_cells_of_unequal_length_are_paired_over_what_both_have_played(first, second):
    chances = np.random.default_rng(1).random((2, 30))
    one, other = rows(home_xg=chances[0, :first]), rows(home_xg=chances[1, :second])
    both = min(first, second)
    expected = (chances[0, :both] - chances[1, :both]).mean()
    assert gained(one, other, "xg_for").value == pytest.approx(expected)


def test_every_measure_is_a_number_a_match():
    some = rows(home_goals=[1, 0], away_goals=[0, 0], home_xg=[0.5, 0.1], away_xg=[0.2, 0.0])
    for name, (heading, style, measure) in MEASURES.items():
        assert measure(some).shape == (2,), name
        assert heading
        assert format(0.5, style)
