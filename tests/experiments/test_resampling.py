import numpy as np
import pytest

from game.experiments.resampling import FEWEST, resampled
from game.intervals import mean


def per(sums):
    return sums[:, 0] / sums[:, 1]


def test_a_mean_has_about_students_interval():
    values = np.random.default_rng(3).exponential(size=400)
    found = resampled(np.stack([values, np.ones(400)], axis=1), per)
    known = mean(values)
    assert found.value == pytest.approx(known.value)
    assert found.low == pytest.approx(known.low, abs=0.02)  # 2,000 resamples
    assert found.high == pytest.approx(known.high, abs=0.02)


def test_ninety_five_in_a_hundred_intervals_hold_the_true_ratio():
    chance = np.random.default_rng(5)
    held = 0
    for _ in range(300):
        minutes = chance.uniform(5, 15, size=60)
        found = resampled(np.stack([chance.poisson(0.3 * minutes), minutes], axis=1), per)
        held += found.low <= 0.3 <= found.high
    assert held >= 300 * 0.95 - 3 * np.sqrt(300 * 0.95 * 0.05)  # three standard errors


def test_the_same_matches_have_the_same_interval():
    values = np.random.default_rng(7).uniform(size=(30, 2))
    assert resampled(values, per) == resampled(values, per)


def test_nothing_is_said_of_what_did_not_happen_and_no_ends_of_what_hardly_did():
    empty = resampled(np.zeros((20, 2)), per)
    assert np.isnan(empty.value)
    rare = np.zeros((20, 2))
    rare[0] = 1.0
    assert resampled(rare, per).value == 1.0
    assert np.isnan(resampled(rare, per).low)
    few = resampled(np.ones((FEWEST - 1, 2)), per)
    assert few.value == 1.0
    assert np.isnan(few.low)
