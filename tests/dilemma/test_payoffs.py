import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.dilemma import payoffs


def test_a_triple_pays_by_result():
    assert payoffs.paid(payoffs.LEAGUE, [-3, -1, 0, 1, 4]).tolist() == [0, 0, 1, 3, 3]


@given(st.integers(-8, 8), st.integers(-8, 8))
def test_two_legs_are_added_up(first_leg, second_leg):
    over_both = payoffs.paid(payoffs.aggregate(first_leg), second_leg)
    assert over_both == payoffs.paid(payoffs.CUP, first_leg + second_leg)


def test_goal_difference_counts_every_goal_on_top_of_the_points():
    worth = payoffs.goal_difference(0.1, points=payoffs.LEAGUE)
    assert payoffs.paid(worth, [-2, 0, 2]) == pytest.approx([-0.2, 1.0, 3.2])


@pytest.mark.parametrize("name", ["league", "cup", "goal-difference", "aggregate"])
def test_every_competition_rewards_a_goal_more(name):
    worth = payoffs.paid(payoffs.competition(name, first_leg=-1), np.arange(-5, 6))
    assert (np.diff(worth) >= 0).all()
    assert worth[-1] > worth[0]


def test_an_unknown_competition_names_the_nearest():
    with pytest.raises(KeyError, match="did you mean 'league'"):
        payoffs.competition("leage")


def test_a_payoff_of_two_numbers_is_refused():
    with pytest.raises(ValueError, match=r"\(win, draw, loss\); got 2"):
        payoffs.paid((1.0, 0.5), 0)


def test_an_infinite_payoff_is_refused():
    with pytest.raises(ValueError, match="finite"):
        payoffs.paid((float("inf"), 0.0, 0.0), [1, 2])
