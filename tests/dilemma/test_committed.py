import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.dilemma import payoffs, timing

PRINTED = 0.0051  # minutes: theory §2 prints two decimals for (2, 4)


def _committed(a, b, payoff, **more):
    return timing.solve(
        own_rate=0.0155,
        opponent_rate=0.0155,
        own_factor=a,
        opponent_factor=b,
        payoff=payoff,
        reversible=False,
        **{"minutes_left": 5, **more},
    )


@pytest.mark.parametrize(
    ("payoff", "push_when", "two_four", "half_two"),
    [
        (payoffs.AVOID_DEFEAT, "behind", 7.13, 13.4),
        (payoffs.CUP, "behind", 8.80, 18.6),
        (payoffs.LEAGUE, "behind", 10.52, 23.3),
        # The table's last row lets a side that needs a win go for good when level, too.
        (payoffs.WIN_ONLY, "not ahead", 17.53, 33.9),
    ],
)
def test_a_push_for_good_comes_later(payoff, push_when, two_four, half_two):
    steep = _committed(2, 4, payoff, push_when=push_when)
    assert steep.push_at == pytest.approx(two_four, abs=PRINTED)
    assert _committed(1.5, 2, payoff, push_when=push_when).push_at == pytest.approx(half_two, abs=0.051)


@settings(max_examples=5)
@given(st.floats(1.2, 3), st.floats(1.5, 6), st.floats(1, 30))
def test_freedom_is_worth_something_and_never_costs(a, b, left):
    bound = _committed(a, b, payoffs.CUP, minutes_left=left)
    free = timing.solve(
        own_rate=0.0155,
        opponent_rate=0.0155,
        own_factor=a,
        opponent_factor=b,
        payoff=payoffs.CUP,
        minutes_left=left,
        push_when="always",
    )
    assert bound.value_best <= free.value_best + 1e-9
    assert bound.value_best >= max(bound.value_stay, bound.value_push_now) - 1e-9


@pytest.mark.parametrize("payoff", [payoffs.CUP, payoffs.LEAGUE])
def test_short_steps_say_the_same(payoff):
    step = 1 / 30  # minutes
    rate = 0.0155 * step
    stepped = timing.solve_steps(even=rate, own=2 * rate, opponent=4 * rate, payoff=payoff, steps=600, reversible=False)
    assert stepped.push_at[1] * step == pytest.approx(_committed(2, 4, payoff).push_at, abs=step)
    exact = _committed(2, 4, payoff, minutes_left=20).value_best
    assert stepped.value(1, 600) == pytest.approx(exact, abs=2e-4)  # of order of one step's goals
