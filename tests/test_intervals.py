import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from game.intervals import mean, mean_from_sums, paired_difference, wilson

ROUNDING = 1e-9  # double precision over a few thousand terms


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_agrees_with_scipy(counted):
    successes, count = counted
    ours = wilson(successes, count)
    theirs = stats.binomtest(successes, count).proportion_ci(0.95, method="wilson")
    assert ours.low == pytest.approx(theirs.low, abs=ROUNDING)
    assert ours.high == pytest.approx(theirs.high, abs=ROUNDING)
    assert 0 <= ours.low <= ours.value <= ours.high <= 1


def test_wilson_gives_the_textbook_interval():
    # R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81 of 263.
    found = wilson(81, 263)
    assert (round(found.low, 4), round(found.high, 4)) == (0.2553, 0.3662)


@given(st.lists(st.floats(-100, 100), min_size=2, max_size=60))
def test_the_mean_interval_agrees_with_scipy(values):
    ours = mean(values)
    theirs = stats.ttest_1samp(values, 0.0).confidence_interval() if np.ptp(values) > 1e-3 else None
    assert ours.low <= ours.value <= ours.high
    if theirs is not None:
        assert ours.low == pytest.approx(theirs.low, abs=1e-6)
        assert ours.high == pytest.approx(theirs.high, abs=1e-6)


@given(st.lists(st.integers(0, 9), min_size=0, max_size=60))
def test_sums_say_the_same_as_the_values(goals):
    sums = mean_from_sums(len(goals), sum(goals), sum(g * g for g in goals))
    assert sums == pytest.approx(mean(goals), abs=ROUNDING, nan_ok=True)


def test_one_match_has_a_mean_and_no_interval():
    found = mean([2.0])
    assert found.value == 2.0
    assert math.isnan(found.low)
    assert math.isnan(found.high)


def test_paired_luck_cancels():
    luck = np.random.default_rng(1).normal(size=400)
    found = paired_difference(luck + 0.1, luck)
    assert found == pytest.approx((0.1, 0.1, 0.1), abs=ROUNDING)
    assert found.excludes(0.0)


def test_pairs_of_unequal_length_are_refused():
    with pytest.raises(ValueError, match="got 2 and 3"):
        paired_difference([1, 2], [1, 2, 3])


def test_intervals_of_shares_cover_the_truth():
    # 2,000 samples of 200 at p = 0.07; the true coverage of Wilson there is 0.953, and a count
    # below 1,870 (0.935) has a chance under 0.001.
    draws = np.random.default_rng(7).binomial(200, 0.07, size=2000)
    covered = sum(not wilson(int(k), 200).excludes(0.07) for k in draws)
    assert covered >= 1870
