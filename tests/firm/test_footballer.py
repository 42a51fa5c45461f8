import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.dilemma import timing
from game.firm.footballer import Contract, Push, push_minutes
from game.firm.loading import load_pay

CUP = Contract(win=1, draw=0.5)
RATE = 0.0155  # goals per team-minute
PRINTED = 0.06  # the table gives a tenth of a minute


def cup_with_fine(share):
    return Contract(win=1, draw=0.5, per_conceded=0.5 * share)


def test_paid_for_his_part_a_footballer_prefers_the_wrong_matches():
    defender, striker, player = Contract(per_conceded=1), Contract(per_goal=1), Contract(win=1)
    assert defender.paid(0, 1) > defender.paid(5, 4)
    assert striker.paid(4, 5) > striker.paid(1, 0)
    assert player.paid(5, 4) > player.paid(0, 1)
    assert player.paid(1, 0) > player.paid(4, 5)


def test_a_clean_sheet_pays_once():
    keeper = Contract(clean_sheet=2, draw=1, win=3)
    assert (keeper.paid(0, 0), keeper.paid(1, 0), keeper.paid(1, 1)) == (3, 5, 1)


@pytest.mark.parametrize(
    ("factors", "minutes", "limit"),
    [
        ((2, 4), (19.6, 14.3, 11.4, 6.3, 1.6), 1 / 3),
        ((1.5, 3), (15.5, 11.3, 8.2, 2.6, 0), 1 / 4),
        ((2, 3), (37.1, 26.7, 20.8, 14.1, 8.9), 1 / 2),
    ],
)
def test_a_fine_per_goal_against_keeps_the_defender_home_as_theory_says(factors, minutes, limit):
    push = Push(RATE, RATE, *factors)
    fines = load_pay().fines
    found = [push_minutes(cup_with_fine(fine), push) for fine in fines]
    assert found == pytest.approx(minutes, abs=PRINTED)
    assert push.largest_fine == pytest.approx(limit, abs=1e-9)
    assert push_minutes(cup_with_fine(limit + 1e-6), push) == 0
    assert push_minutes(cup_with_fine(limit - 0.01), push) > 0


def test_without_a_fine_he_goes_when_the_two_mode_theory_says():
    theory = timing.solve(
        own_rate=RATE,
        opponent_rate=RATE,
        own_factor=2,
        opponent_factor=4,
        payoff=(1, 0.5, 0),
        minutes_left=5,
        deficit=1,
    )
    assert push_minutes(CUP, Push(RATE, RATE, 2, 4)) == pytest.approx(theory.push_at, abs=0.02)


def test_paid_per_goal_against_he_never_goes_and_per_goal_for_he_always_does():
    push = Push(RATE, RATE, 1.2, 6)
    assert push_minutes(Contract(per_conceded=1), push, longest=5) == 0
    assert push_minutes(Contract(per_goal=1), push, longest=5) == math.inf


@given(st.floats(1.1, 4), st.floats(1.1, 4), st.floats(0.005, 0.05), st.floats(0.005, 0.05))
def test_paid_for_goal_difference_neither_score_nor_clock_matters(own, opponent, lam, mu):
    push = Push(lam, mu, own, opponent)
    right = (own - 1) * lam > (opponent - 1) * mu
    assert push.is_right(np.array(1.0), np.array(1.0)) == right
    minutes = push_minutes(Contract(per_goal=1, per_conceded=1), push, longest=0.5)
    assert minutes == (math.inf if right else 0)


def test_a_clean_sheet_changes_nothing_once_a_goal_is_conceded():
    push = Push(RATE, RATE, 2, 6)
    with_it = Contract(win=1, draw=0.5, clean_sheet=10)
    assert push_minutes(with_it, push) == push_minutes(CUP, push)
