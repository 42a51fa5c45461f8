import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.dilemma.stopping import FIRST_LOOK, Tally, half_width

values = st.lists(st.floats(-100, 100), min_size=2, max_size=60)


@given(values, st.integers(0, 60))
def test_values_may_come_in_any_portions(given_values, cut):
    once, twice = Tally(), Tally()
    once.add(given_values)
    twice.add(given_values[:cut])
    twice.add(given_values[cut:])
    assert twice.count == once.count == len(given_values)
    assert (twice.mean, twice.spread) == pytest.approx((once.mean, once.spread), abs=1e-9)
    assert once.mean == pytest.approx(np.mean(given_values), abs=1e-9)
    assert once.spread == pytest.approx(np.std(given_values, ddof=1), abs=1e-9)


def test_the_half_width_is_that_of_the_formula():
    n, r, alpha = 2000, 0.05, 0.05
    under_root = 2 * (n * r**2 + 1) / (n**2 * r**2) * math.log(math.sqrt(n * r**2 + 1) / alpha)
    assert half_width(n, 0.25) == pytest.approx(0.25 * math.sqrt(under_root))
    assert half_width(0, 0.25) == math.inf


def _wrong_verdicts(width_of):
    """Share of watched series with true mean 0 whose interval leaves 0 at any look from 500 on."""
    rng = np.random.default_rng(10)
    looks, runs = 10_000, 400
    n = np.arange(1, looks + 1)
    width = np.array([width_of(int(count)) for count in n])
    wrong = 0
    for _ in range(runs):
        # Paired differences: 4 in 100 gained, 4 in 100 lost.
        draw = rng.random(looks)
        difference = (draw < 0.04).astype(float) - (draw > 0.96)
        mean = np.cumsum(difference) / n
        spread = np.sqrt(np.cumsum(difference**2) / n - mean**2)
        wrong += bool((np.abs(mean) > spread * width)[FIRST_LOOK - 1 :].any())
    return wrong / runs


def test_watching_all_the_time_errs_in_no_more_than_one_of_twenty():
    # Three standard errors of 400 runs above .05.
    assert _wrong_verdicts(lambda n: half_width(n, 1.0)) <= 0.05 + 3 * 0.011


def test_watching_an_ordinary_interval_would_err_far_more_often():
    assert _wrong_verdicts(lambda n: 1.96 / math.sqrt(n)) > 0.25


def test_a_clear_difference_is_called_and_a_tie_is_not():
    rng = np.random.default_rng(11)
    clear, tie, early = Tally(), Tally(), Tally()
    clear.add(rng.normal(-0.1, 0.3, 2000))
    tie.add(rng.normal(0.0, 0.3, 2000))
    early.add(np.full(FIRST_LOOK - 1, 1.0))
    assert (clear.leaning(), tie.leaning(), early.leaning()) == ("below", "open", "open")


def test_nothing_counted_says_nothing():
    tally = Tally()
    tally.add([])
    assert tally.interval()[1:] == (-math.inf, math.inf)
    assert tally.leaning() == "open"


def test_an_impossible_error_is_refused():
    with pytest.raises(ValueError, match="error is 5"):
        half_width(100, 1.0, error=5)
