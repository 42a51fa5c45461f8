import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from game.dilemma import payoffs
from game.dilemma.pairs import Pairs, pairs_needed
from game.dilemma.score_chain import ScoreChain
from game.dilemma.score_process import Mode

counts = st.integers(0, 300)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1))
def test_pairs_are_counted_by_kind(outcomes):
    first, second = zip(*outcomes, strict=True)
    pairs = Pairs.of(first, second)
    assert pairs.count == len(outcomes)
    assert pairs.gained == outcomes.count((True, False))
    assert pairs.lost == outcomes.count((False, True))
    assert pairs.difference == pytest.approx(np.mean(first) - np.mean(second), abs=1e-12)


@given(counts, counts)
def test_the_exact_test_is_the_binomial_one(gained, lost):
    pairs = Pairs(10, gained, lost, 20)
    expected = stats.binomtest(gained, gained + lost).pvalue if gained + lost else 1.0
    assert pairs.p_value == pytest.approx(expected, rel=1e-9)


@given(counts, counts, counts, counts)
def test_the_correlation_is_that_of_the_outcomes(both, gained, lost, neither):
    pairs = Pairs(both, gained, lost, neither)
    kinds = [(1, 1), (1, 0), (0, 1), (0, 0)]
    outcomes = np.repeat(kinds, [both, gained, lost, neither], axis=0)
    if outcomes.size and (outcomes.min(axis=0) < outcomes.max(axis=0)).all():
        assert pairs.correlation == pytest.approx(np.corrcoef(outcomes.T)[0, 1], abs=1e-9)
    else:
        assert math.isnan(pairs.correlation)


@given(counts, counts, counts, counts)
def test_the_interval_shrinks_to_the_difference_and_flips_with_the_options(b, g, lost, n):
    found, turned = Pairs(b, g, lost, n).interval(), Pairs(b, lost, g, n).interval()
    assert -1 <= found.low < found.high <= 1
    assert (found.low, found.high) == pytest.approx((-turned.high, -turned.low))


def test_pairs_that_never_differ_do_not_pretend_to_certainty():
    low, high = Pairs(0, 0, 0, 100).interval()[1:]
    assert low < 0 < high


@pytest.mark.parametrize(("gained", "lost"), [(0.0575, 0.0067), (0.02, 0.015), (0.2, 0.2), (0.01, 0.0)])
def test_nineteen_of_twenty_intervals_hold_the_truth(gained, lost):
    rng = np.random.default_rng(8)
    samples = rng.multinomial(1000, [gained, lost, 1 - gained - lost], size=4000)
    intervals = [Pairs(0, int(g), int(x), int(n)).interval() for g, x, n in samples]
    held = np.mean([not interval.excludes(gained - lost) for interval in intervals])
    # The band issue 4 asks for; Monte Carlo error of the share is .0034.
    assert 0.93 <= held <= 0.975


def test_shared_luck_on_the_toy_chain_is_what_was_computed():
    rate = 0.0155 / 12  # goals in a step of five seconds
    chain = ScoreChain(Mode(rate, rate), Mode(2 * rate, 4 * rate), payoffs.CUP)
    luck = np.random.default_rng(9).random((40_000, 60))
    saved = [chain.play(plan, -1, luck)[:, -1] >= 0 for plan in (chain.from_step(60, 60), chain.never(60))]
    pairs = Pairs.of(*saved)
    # Theory §4; tolerances are four standard errors.
    assert pairs.gained / pairs.count == pytest.approx(0.0575, abs=0.0047)
    assert pairs.lost / pairs.count == pytest.approx(0.0067, abs=0.0017)
    apart = sum(share * (1 - share) for share in (outcome.mean() for outcome in saved))
    together = (pairs.gained + pairs.lost) / pairs.count - pairs.difference**2
    assert together / apart == pytest.approx(0.36, abs=0.03)
    assert pairs.correlation > 0.5


@pytest.mark.parametrize(("half_width", "pairs"), [(0.02, 592), (0.01, 2368), (0.005, 9472), (0.002, 59197)])
def test_pairs_needed_are_those_of_the_table(half_width, pairs):
    # The table was made from unrounded shares.
    assert pairs_needed(half_width, gained=0.0575, lost=0.0067) == pytest.approx(pairs, rel=5e-4)


def test_unequal_lengths_are_refused():
    with pytest.raises(ValueError, match="equally many"):
        Pairs.of([True], [True, False])


def test_values_that_are_no_outcomes_are_refused():
    with pytest.raises(ValueError, match="true or false"):
        Pairs.of([0.3], [1])


def test_no_width_is_refused():
    with pytest.raises(ValueError, match="half_width is 0"):
        pairs_needed(0, gained=0.1, lost=0.1)
