import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from game.dilemma import payoffs, winning

SUMMATION = 1e-12  # some thousand terms of chances, in double precision

rates = st.floats(0.001, 0.1)
minutes = st.floats(0.1, 95)
differences = st.integers(-4, 4)


@given(differences, minutes, rates, rates)
def test_the_difference_still_to_come_is_skellam(difference, left, own, opponent):
    ours = winning.outcomes(difference, left, own_rate=own, opponent_rate=opponent)
    skellam = stats.skellam(own * left, opponent * left)
    assert ours.win == pytest.approx(skellam.sf(-difference), abs=1e-9)
    assert ours.draw == pytest.approx(skellam.pmf(-difference), abs=1e-9)
    assert sum(ours) == pytest.approx(1.0, abs=SUMMATION)


def test_one_down_with_five_minutes_left_seven_in_a_hundred_are_saved(soccer):
    saved = winning.value(-1, 5, payoffs.AVOID_DEFEAT, **soccer)
    assert saved == pytest.approx(0.0692166, abs=5e-8)  # theory T1


def test_differences_and_minutes_broadcast(soccer):
    table = winning.value([[-1], [0], [1]], [1.0, 5.0, 90.0], payoffs.LEAGUE, **soccer)
    assert table.shape == (3, 3)
    assert table[2, 1] == winning.value(1, 5.0, payoffs.LEAGUE, **soccer)


def test_at_the_whistle_the_score_stands(soccer):
    assert winning.value([-1, 0, 1], 0, payoffs.LEAGUE, **soccer).tolist() == [0, 1, 3]


@given(differences, minutes, rates, rates)
def test_goal_difference_grows_by_the_difference_of_the_rates(difference, left, own, opponent):
    drift = winning.value(difference, left, payoffs.goal_difference(), own_rate=own, opponent_rate=opponent)
    assert drift == pytest.approx(difference + (own - opponent) * left, abs=1e-9)


@given(differences, minutes, rates, rates)
def test_rates_that_do_not_depend_on_the_score_give_the_same_value(difference, left, own, opponent):
    plain = winning.value(difference, left, payoffs.LEAGUE, own_rate=own, opponent_rate=opponent)
    measured = winning.value_by_state(difference, left, payoffs.LEAGUE, rates={0: (own, opponent)})
    assert measured == pytest.approx(plain, abs=1e-8)


def test_a_side_that_scores_more_when_behind_saves_more():
    steady = {0: (0.0155, 0.0155)}
    chasing = {-1: (0.02, 0.0155), 0: (0.0155, 0.0155)}
    asked = np.array([-2, -1, 0])
    usual, chased = (winning.value_by_state(asked, 10, payoffs.LEAGUE, rates=rates) for rates in (steady, chasing))
    assert (chased > usual).all()


@pytest.mark.parametrize("rate", [-0.1, float("nan"), float("inf")])
def test_impossible_rates_are_refused(rate):
    with pytest.raises(ValueError, match="own_rate is"):
        winning.value(0, 5, payoffs.LEAGUE, own_rate=rate, opponent_rate=0.01)


def test_negative_time_is_refused(soccer):
    with pytest.raises(ValueError, match="minutes_left"):
        winning.value(0, [5, -1], payoffs.LEAGUE, **soccer)


def test_no_measured_rates_are_refused():
    with pytest.raises(ValueError, match="rates are empty"):
        winning.value_by_state(0, 5, payoffs.LEAGUE, rates={})
