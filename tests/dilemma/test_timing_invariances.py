"""What must hold for every rate, factor and payoff: theory T2 to T6 (T1 is in test_winning)."""

import math
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.dilemma import payoffs, timing

ROOT = 1e-7  # minutes: push times are roots found to about 1e-11, amplified where curves are flat

rates = st.floats(0.005, 0.04)
own_factors = st.floats(1.1, 3)
opponent_factors = st.floats(1.1, 7)
triples = st.sampled_from([payoffs.AVOID_DEFEAT, payoffs.CUP, payoffs.LEAGUE, payoffs.WIN_ONLY, (2.0, 1.4, 0.0)])


def _solve(own, opponent, a, b, payoff, **more):
    return timing.solve(
        own_rate=own,
        opponent_rate=opponent,
        own_factor=a,
        opponent_factor=b,
        payoff=payoff,
        **{"minutes_left": 5.0, **more},
    )


@settings(max_examples=12)
@given(rates, rates, own_factors, opponent_factors, st.floats(0.5, 4), triples)
def test_push_times_scale_with_the_rates(own, opponent, a, b, k, payoff):
    slow = _solve(own, opponent, a, b, payoff)
    fast = _solve(k * own, k * opponent, a, b, payoff, horizon=95 / k, minutes_left=5 / k)
    assert k * fast.push_at == pytest.approx(slow.push_at, abs=ROOT * k)
    assert fast.value_best == pytest.approx(slow.value_best, abs=1e-10)


@settings(max_examples=12)
@given(rates, rates, own_factors, opponent_factors, st.floats(0.1, 9), st.floats(-5, 5), triples)
def test_currency_and_basic_pay_change_no_push_time(own, opponent, a, b, alpha, beta, payoff):
    plain = _solve(own, opponent, a, b, payoff)
    paid = _solve(own, opponent, a, b, tuple(alpha * p + beta for p in payoff))
    assert paid.push_at == pytest.approx(plain.push_at, abs=ROOT)
    assert paid.value_best == pytest.approx(alpha * plain.value_best + beta, abs=1e-9)


@settings(max_examples=12)
@given(rates, rates, own_factors, opponent_factors, st.floats(1.02, 1.5), triples)
def test_push_times_rise_with_the_gain_and_fall_with_the_risk(own, opponent, a, b, k, payoff):
    usual = _solve(own, opponent, a, b, payoff).push_at
    assert _solve(own, opponent, 1 + k * (a - 1), b, payoff).push_at >= usual - ROOT
    assert _solve(own, opponent, a, 1 + k * (b - 1), payoff).push_at <= usual + ROOT


@settings(max_examples=12)
@given(rates, own_factors, opponent_factors)
def test_push_times_rise_with_what_a_win_is_worth_above_a_draw(rate, a, b):
    timid_to_bold = [payoffs.AVOID_DEFEAT, payoffs.CUP, payoffs.LEAGUE, payoffs.WIN_ONLY]
    times = [_solve(rate, rate, a, b, payoff).push_at for payoff in timid_to_bold]
    assert all(timid <= bold + ROOT for timid, bold in pairwise(times))


@settings(max_examples=12)
@given(rates, rates, own_factors, st.floats(1.1, 40), triples, st.integers(1, 5))
def test_the_right_times_to_push_are_one_span_up_to_the_whistle(own, opponent, a, b, payoff, down):
    assume(payoff[1] > payoff[2] or down == 1)  # win only, two down: at the whistle nothing counts
    solved = _solve(own, opponent, a, b, payoff, deficit=down)
    ((near, _),) = solved.windows
    # However open the rear: one goal for is worth more there than any number against (T3).
    assert near == 0
    assert solved.push_at > 0


@settings(max_examples=20)
@given(rates, rates, own_factors, opponent_factors, triples)
def test_level_near_the_whistle_the_stakes_decide(own, opponent, a, b, payoff):
    win, draw, loss = payoff
    gain, risk = (a - 1) * own * (win - draw), (b - 1) * opponent * (draw - loss)
    assume(abs(gain - risk) > 1e-3 * (gain + risk))
    solved = _solve(own, opponent, a, b, payoff, deficit=0, push_when="not ahead")
    pushes_last = bool(solved.windows) and solved.windows[0][0] == 0
    assert pushes_last == (gain > risk)


@settings(max_examples=12)
@given(rates, rates, opponent_factors, st.floats(0.3, 0.95), st.floats(0.3, 0.99), triples)
def test_ahead_near_the_whistle_parking_is_right_and_pushing_is_not(own, opponent, b, fewer_own, fewer_against, payoff):
    assume(payoff[0] > payoff[1])
    ahead = {"deficit": -1, "push_when": "always"}
    parked = _solve(own, opponent, fewer_own, fewer_against, payoff, **ahead)
    assert parked.windows[0][0] == 0
    pushed = _solve(own, opponent, 1.2, b, payoff, **ahead)
    assert not pushed.windows or pushed.windows[0][0] > 0


@settings(max_examples=12)
@given(rates, rates, own_factors, opponent_factors, triples, st.floats(0, 95))
def test_the_best_plan_beats_staying_and_pushing(own, opponent, a, b, payoff, left):
    solved = _solve(own, opponent, a, b, payoff, minutes_left=left)
    assert solved.value_best >= max(solved.value_stay, solved.value_push_now) - 1e-12
    if left <= solved.push_at < math.inf:
        behind_at_each = timing.value_of_going_at(
            [left],
            own_rate=own,
            opponent_rate=opponent,
            own_factor=a,
            opponent_factor=b,
            payoff=payoff,
            minutes_left=left,
        )
        assert solved.value_push_now == pytest.approx(behind_at_each[0], abs=1e-12)


@settings(max_examples=12)
@given(rates, rates, own_factors, opponent_factors, st.integers(-3, 3))
def test_paid_by_goal_difference_neither_score_nor_clock_matters(own, opponent, a, b, deficit):
    gain, risk = (a - 1) * own, (b - 1) * opponent
    assume(abs(gain - risk) > 1e-6)
    solved = _solve(own, opponent, a, b, payoffs.goal_difference(), deficit=deficit, push_when="always")
    assert solved.push_at == (math.inf if gain > risk else 0)
