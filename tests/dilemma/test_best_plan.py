"""The exact plan against a slow one: classical Runge–Kutta on the values, in small steps."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.dilemma import payoffs
from game.dilemma.best_plan import best_plan
from game.dilemma.score_process import Mode, ScoreProcess, slopes_of

STEP = 0.1  # minutes; fourth order leaves 1e-9 on values, a change of choice about 1e-7

rates = st.floats(0.005, 0.05)
modes = st.builds(Mode, rates, rates, st.floats(-0.01, 0.01))


def _runge_kutta(process, stay, push, minutes):
    may_push = process.differences < 0

    def motion(values):
        slopes = slopes_of(values)
        drifts = [m.own * slopes[1:] - m.opponent * slopes[:-1] + m.pay for m in (stay, push)]
        return np.where(may_push, np.maximum(*drifts), drifts[0])

    values = process.values(process.whistle)
    for _ in range(round(minutes / STEP)):
        k1 = motion(values)
        k2 = motion(values + STEP / 2 * k1)
        k3 = motion(values + STEP / 2 * k2)
        k4 = motion(values + STEP * k3)
        values = values + STEP / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    return values


@settings(max_examples=12)
@given(
    modes,
    modes,
    st.sampled_from([payoffs.LEAGUE, payoffs.CUP, payoffs.aggregate(-1), payoffs.aggregate(2)]),
)
def test_values_are_those_of_small_steps(stay, push, payoff):
    process = ScoreProcess.of(payoff, reach=18)
    plan = best_plan(process, stay, push, horizon=20, may_push=process.differences < 0)
    slow = _runge_kutta(process, stay, push, 20.0)
    assert plan.values(20.0) == pytest.approx(slow, abs=1e-6)


def test_a_contract_is_paid_along_the_way():
    process = ScoreProcess.of((1.0, 0.5, 0.0), reach=18)
    stay, push = Mode(0.02, 0.02, 0.001), Mode(0.03, 0.06, -0.002)
    plan = best_plan(process, stay, push, horizon=20, may_push=process.differences < 0)
    assert plan.values(20.0) == pytest.approx(_runge_kutta(process, stay, push, 20.0), abs=1e-7)


def test_values_between_nodes_are_exact_too():
    process = ScoreProcess.of(payoffs.CUP, reach=18)
    setting = {"horizon": 20, "may_push": process.differences < 0}
    whole = best_plan(process, Mode(0.0155, 0.0155), Mode(0.031, 0.093), **setting)
    part = best_plan(process, Mode(0.0155, 0.0155), Mode(0.031, 0.093), **{**setting, "horizon": 7.3})
    assert whole.values(7.3) == pytest.approx(part.values(7.3), abs=1e-14)


@pytest.mark.parametrize("down", [6, 9, 12])
def test_however_far_behind_the_sign_of_the_choice_is_right(down):
    # Late on only the shortest way back counts, so pushing gains; slopes are as small as 1e-20.
    process = ScoreProcess.of(payoffs.CUP, reach=20)
    plan = best_plan(process, Mode(0.0155, 0.0155), Mode(0.02, 0.1), horizon=2, may_push=process.differences < 0)
    assert plan.windows(-down) == ((0.0, 2.0),)


def test_nothing_to_choose_is_no_push():
    process = ScoreProcess.of(payoffs.CUP, reach=15)
    same = Mode(0.0155, 0.0155)
    plan = best_plan(process, same, same, horizon=95, may_push=process.differences < 0)
    assert plan.windows(-1) == ()


def test_a_match_without_goals_keeps_its_score():
    process = ScoreProcess.of(payoffs.LEAGUE, reach=3)
    silent = Mode(0.0, 0.0)
    plan = best_plan(process, silent, silent, horizon=95, may_push=process.differences < 0)
    assert plan.values(90.0).tolist() == [0, 0, 0, 1, 3, 3, 3]
