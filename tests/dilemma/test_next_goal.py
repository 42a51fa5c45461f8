import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from game.dilemma import next_goal

rates = st.floats(0.005, 0.1)
factors = st.floats(1.05, 8)


def test_the_closed_form_gives_the_published_times(next_goal_row):
    found = next_goal.solve(
        own_rate=next_goal_row["lam"],
        opponent_rate=next_goal_row["mu"],
        own_factor=next_goal_row["a"],
        opponent_factor=next_goal_row["b"],
    )
    expected = next_goal_row["t_star_min"]
    assert found.value == pytest.approx(next_goal_row["V_star"], abs=1e-6)
    assert found.push_at == pytest.approx(math.inf if expected is None else expected, abs=1e-6)


@given(rates, rates, factors, factors)
def test_pushing_for_ever_is_right_exactly_when_the_gain_is_no_less_than_the_risk(own, opponent, a, b):
    found = next_goal.solve(own_rate=own, opponent_rate=opponent, own_factor=a, opponent_factor=b)
    assert (found.push_at == math.inf) == (a >= b)


@given(rates, rates, factors, factors)
def test_no_other_moment_gives_a_better_chance_of_the_next_goal(own, opponent, a, b):
    found = next_goal.solve(own_rate=own, opponent_rate=opponent, own_factor=a, opponent_factor=b)
    assume(found.push_at < 20)
    left = 40.0

    def missed(push_at):
        """Not scoring first when pushing from `push_at` on, with 40 minutes left."""
        staying, pushing = own + opponent, a * own + b * opponent
        before = own / staying * -math.expm1(-staying * (left - push_at))
        after = a * own / pushing * -math.expm1(-pushing * push_at)
        return 1 - before - math.exp(-staying * (left - push_at)) * after

    searched = minimize_scalar(missed, bounds=(0, left), method="bounded", options={"xatol": 1e-7})
    assert missed(found.push_at) <= searched.fun + 1e-12


def test_without_gain_nobody_pushes():
    found = next_goal.solve(own_rate=0.05, opponent_rate=0.05, own_factor=1, opponent_factor=2)
    assert found.push_at == 0
