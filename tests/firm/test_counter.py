import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.firm.counter import open_counter
from game.firm.loading import load
from game.intervals import mean

DESK = load("desk")
SEEDS = st.integers(0, 2**32 - 1)


@given(SEEDS, st.lists(st.booleans(), min_size=12, max_size=12))
def test_no_answers_can_be_expected_to_earn_more_than_those_that_serve_the_firm(seed, answers):
    counter = open_counter(DESK, 12, seed=seed)
    assert counter.expected(answers) <= counter.expected(list(counter.worth_it)) + 1e-12


@given(SEEDS, st.lists(st.booleans(), min_size=12, max_size=12))
def test_refusing_all_is_the_best_own_report(seed, answers):
    counter = open_counter(DESK, 12, seed=seed)
    assert counter.bad_debt([False] * 12) == 0.0 <= counter.bad_debt(answers)
    assert counter.earned([False] * 12) == 0.0


def test_the_firm_accepts_up_to_the_cut_of_the_closed_form():
    # (1 − p) r − p L − k > 0 where p < (r − k) / (r + L); without noise the score is p
    still = DESK.model_copy(update={"noise": 0.0})
    counter = open_counter(still, 500, seed=1)
    cut = (counter.rate - counter.capital) / (counter.rate + counter.loss)
    assert np.array_equal(counter.worth_it, counter.score < cut)


def test_luck_averages_out_to_what_was_expected():
    days = [open_counter(DESK, 12, seed=seed) for seed in range(500)]
    apart = mean([day.earned(list(day.worth_it)) - day.expected(list(day.worth_it)) for day in days], level=0.9999)
    assert apart.low < 0 < apart.high
    assert apart.high - apart.low < 0.8  # of a loan a day


def test_the_same_seed_brings_the_same_people():
    one, two = (open_counter(DESK, 12, seed=5) for _ in range(2))
    assert np.array_equal(one.score, two.score)
    assert np.array_equal(one.fails, two.fails)


def test_a_counter_without_people_or_answers_is_refused():
    with pytest.raises(ValueError, match="give 1 or more"):
        open_counter(DESK, 0, seed=1)
    with pytest.raises(ValueError, match="2 answers for 12 applicants"):
        open_counter(DESK, 12, seed=1).bad_debt([True, False])
