import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.dilemma import bonus
from game.dilemma.bonus import Contract, Shares

PUSHES = {
    (2, 4): [19.6, 14.3, 11.4, 6.3, 1.6],
    (1.5, 3): [15.5, 11.3, 8.2, 2.6, 0.0],
    (2, 3): [37.1, 26.7, 20.8, 14.1, 8.9],
}
LIMITS = {(2, 4): 1 / 3, (1.5, 3): 1 / 4, (2, 3): 1 / 2}
CUP_DRAW = 0.5

rates = st.floats(0.005, 0.04)
own_factors = st.floats(1.1, 3)
opponent_factors = st.floats(1.1, 6)


def _rates(factors):
    return {
        "own_rate": 0.0155,
        "opponent_rate": 0.0155,
        "own_factor": factors[0],
        "opponent_factor": factors[1],
    }


def _push_at(contract, factors, **more):
    return bonus.solve(contract, **_rates(factors), minutes_left=5, **more).push_at


@pytest.mark.parametrize("factors", PUSHES)
def test_a_fine_brings_the_push_nearer_to_the_whistle(factors):
    fines = [0, 0.05, 0.1, 0.2, 0.3]
    found = [_push_at(Contract(win=1, draw=CUP_DRAW, per_goal_conceded=fine * CUP_DRAW), factors) for fine in fines]
    assert found == pytest.approx(PUSHES[factors], abs=0.051)  # theory prints one decimal


@pytest.mark.parametrize("factors", LIMITS)
def test_from_the_limit_on_nobody_pushes(factors):
    limit = bonus.fatal_fine_at_the_whistle(**_rates(factors), draw_worth=CUP_DRAW)
    assert limit == pytest.approx(LIMITS[factors] * CUP_DRAW)
    just_under, just_over = (
        _push_at(Contract(win=1, draw=CUP_DRAW, per_goal_conceded=fine), factors)
        for fine in (0.999 * limit, 1.001 * limit)
    )
    assert just_under > 0
    assert just_over == 0


@pytest.mark.parametrize("factors", PUSHES)
def test_the_fatal_fine_is_where_the_push_time_passes_the_clock(factors):
    contract = Contract(win=1, draw=CUP_DRAW)
    fine = bonus.fatal_fine(contract, **_rates(factors), minutes_left=5)
    at = _push_at(Contract(win=1, draw=CUP_DRAW, per_goal_conceded=fine), factors)
    assert at == pytest.approx(5, abs=1e-5)


def test_where_nobody_would_push_no_fine_is_needed():
    contract = Contract(win=1, draw=CUP_DRAW)
    assert bonus.fatal_fine(contract, **_rates((1.25, 6)), minutes_left=5) == 0


@settings(max_examples=15)
@given(own_factors, opponent_factors, st.integers(1, 3))
def test_paid_by_goals_against_only_nobody_ever_pushes(a, b, down):
    assert _push_at(Contract(per_goal_conceded=1), (a, b), deficit=down) == 0


@settings(max_examples=15)
@given(own_factors, opponent_factors, st.integers(1, 3))
def test_paid_by_goals_for_only_everybody_always_pushes(a, b, down):
    assert _push_at(Contract(per_goal=1), (a, b), deficit=down) == math.inf


@settings(max_examples=15)
@given(own_factors, opponent_factors)
def test_a_clean_sheet_once_lost_changes_nothing(a, b):
    with_it, without = (_push_at(Contract(win=1, draw=CUP_DRAW, clean_sheet=clean), (a, b)) for clean in (5, 0))
    assert with_it == without


@settings(max_examples=15)
@given(rates, rates, own_factors, opponent_factors)
def test_paid_by_goal_difference_only_the_rates_decide(own, opponent, a, b):
    gain, risk = (a - 1) * own, (b - 1) * opponent
    assume(abs(gain - risk) > 1e-6)
    solved = bonus.solve(
        Contract(per_goal=1, per_goal_conceded=1),
        own_rate=own,
        opponent_rate=opponent,
        own_factor=a,
        opponent_factor=b,
        minutes_left=5,
    )
    assert solved.push_at == (math.inf if gain > risk else 0)


def test_a_bonus_for_his_own_goals_sends_a_defender_forward_too_early():
    team_pay = Contract(win=1, draw=CUP_DRAW)
    own_pay = Contract(win=1, draw=CUP_DRAW, per_goal_himself=0.5)
    shares = Shares(staying=0.02, pushing=0.1)
    assert _push_at(own_pay, (2, 4), shares=shares) > _push_at(team_pay, (2, 4), shares=shares)


@pytest.mark.parametrize(
    ("contract", "dearer", "cheaper"),
    [
        (Contract(per_goal_conceded=1), (0, 1), (5, 4)),
        (Contract(per_goal=1), (4, 5), (1, 0)),
        (Contract(win=1), (5, 4), (0, 1)),
        (Contract(win=1), (1, 0), (4, 5)),
    ],
)
def test_each_contract_ranks_results_as_the_essay_says(contract, dearer, cheaper):
    assert contract.pay(*dearer) > contract.pay(*cheaper)


def test_a_contract_pays_all_its_parts():
    contract = Contract(per_goal=1, per_goal_himself=2, per_goal_conceded=4, win=8, draw=16, clean_sheet=32)
    assert contract.pay(3, 1, himself=1) == 3 + 2 - 4 + 8
    assert contract.pay(0, 0) == 16 + 32


def test_a_contract_is_judged_from_behind():
    with pytest.raises(ValueError, match="deficit is 0"):
        _push_at(Contract(win=1), (2, 4), deficit=0)
