import math

import numpy as np
import pytest

from game.dilemma.rates import factor, rate


def played(seed, *, matches=200, own=0.02, base=0.015):
    """Matches of a push and of staying that share part of their luck: goals and minutes of each."""
    luck = np.random.default_rng(seed)
    minutes = luck.uniform(8.0, 12.0, matches)
    shared = luck.poisson(0.5 * base * minutes)
    push = shared + luck.poisson((own - 0.5 * base) * minutes)
    stay = shared + luck.poisson(0.5 * base * minutes)
    return push, minutes, stay, minutes


def test_a_rate_is_all_goals_over_all_minutes():
    assert rate([1, 0, 2], [10, 20, 30]).value == pytest.approx(3 / 60)


def test_a_factor_is_one_rate_over_the_other():
    assert factor([1, 3], [10, 10], [1, 1], [10, 30]).value == pytest.approx((4 / 20) / (2 / 40))


def test_the_same_matches_twice_have_a_factor_of_exactly_one():
    goals, minutes, *_ = played(1)
    assert factor(goals, minutes, goals, minutes) == pytest.approx((1.0, 1.0, 1.0))


def test_intervals_cover_the_truth():
    # 95 % of 400 is 380 ± 4.4; four of these either way, and a little for the skew of few goals.
    rates = sum(not rate(*played(seed)[:2]).excludes(0.02) for seed in range(400))
    factors = sum(not factor(*played(seed)).excludes(0.02 / 0.015) for seed in range(400))
    assert 360 <= rates <= 398
    assert 360 <= factors <= 398


def test_shared_luck_makes_factors_surer():
    push, minutes, stay, _ = played(3, matches=4000)
    paired = factor(push, minutes, stay, minutes)
    shuffled = np.random.default_rng(0).permutation(len(stay))
    apart = factor(push, minutes, stay[shuffled], minutes[shuffled])
    assert paired.high - paired.low < apart.high - apart.low


@pytest.mark.parametrize(("goals", "minutes"), [([], []), ([0, 0], [0, 0])], ids=["no match", "no minute"])
def test_nothing_played_says_nothing(goals, minutes):
    assert math.isnan(rate(goals, minutes).value)
    assert math.isnan(factor(goals, minutes, goals, minutes).value)


def test_one_match_has_a_rate_and_no_interval():
    found = rate([2], [10])
    assert found.value == 0.2
    assert math.isnan(found.low)


def test_columns_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="a value each a match"):
        rate([1, 2], [10])
    with pytest.raises(ValueError, match="equally many matches"):
        factor([1, 2], [10, 10], [1], [10])
