import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from game.firm import pay
from game.firm.loading import load_pay

EXACT = 1e-6
TRIED = 1e-3  # the step at which efforts are tried


@pytest.mark.parametrize(("departments", "ratio"), [(2, 0.75), (4, 0.4375), (11, 0.1735537)])
def test_equal_shares_leave_the_welfare_ratio_of_holmstrom(departments, ratio):
    assert pay.welfare_ratio(departments) == pytest.approx(ratio, abs=EXACT)


@given(st.integers(1, 30))
def test_effort_settles_at_an_nth_and_welfare_at_the_ratio(departments):
    efforts = pay.settle_efforts(pay.equal_shares(departments), departments)
    assert efforts == pytest.approx(pay.effort_under_equal_shares(departments), abs=TRIED)
    best = pay.welfare(np.ones(departments))
    assert pay.welfare(efforts) / best == pytest.approx(pay.welfare_ratio(departments), abs=2 * TRIED)


def test_a_group_bonus_brings_full_effort_but_leaves_room_for_none():
    bonus = pay.group_bonus(4)
    assert pay.settle_efforts(bonus, 4) == pytest.approx(1, abs=EXACT)
    assert pay.settle_efforts(bonus, 4, start=0.0) == pytest.approx(0, abs=EXACT)


@given(st.integers(2, 12))
def test_off_the_path_the_group_bonus_burns_what_was_made(departments):
    made = np.array([departments - 0.5, float(departments)])
    assert (departments * pay.group_bonus(departments)(made)).tolist() == pytest.approx([0, departments])


@given(st.integers(2, 12))
def test_paying_everybody_the_whole_is_right_and_costs_it_n_times(departments):
    efforts = pay.settle_efforts(pay.whole_result, departments, start=0.0)
    assert efforts == pytest.approx(1, abs=EXACT)
    made = np.array([efforts.sum()])
    assert departments * pay.whole_result(made) == pytest.approx(departments * made)


def test_the_bonus_on_the_measured_task_is_two_sevenths():
    given_ = load_pay().two_tasks
    assert pay.TwoTasks(**given_.model_dump()).best_bonus() == pytest.approx(0.2857143, abs=EXACT)


tasks = st.builds(
    pay.TwoTasks,
    measured_value=st.floats(0, 5),
    unmeasured_value=st.floats(0, 5),
    overlap=st.floats(-0.9, 0.9),
    caution=st.floats(0, 5),
    noise=st.floats(0, 5),
)


@given(tasks)
def test_no_bonus_tried_leaves_more_surplus(two):
    best = minimize_scalar(lambda bonus: -two.surplus(bonus))
    assert two.surplus(two.best_bonus()) >= -best.fun - EXACT


@given(tasks)
def test_no_bonus_is_right_when_the_unmeasured_task_is_worth_enough(two):
    gained = two.measured_value - two.overlap * two.unmeasured_value
    assume(abs(gained) > 1e-9)
    assert (two.best_bonus() > 0) == (gained > 0)


@given(tasks, st.floats(0, 3), st.floats(-1, 1), st.floats(-1, 1))
def test_nobody_gains_by_other_efforts_than_those_the_bonus_brings(two, bonus, more, other):
    def gain(first, second):
        return bonus * first - (first**2 + second**2) / 2 - two.overlap * first * second

    first, second = two.efforts(bonus)
    assert gain(first + more, second + other) <= gain(first, second) + 1e-9
