import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.dilemma import intensity, payoffs, timing


def test_the_best_degree_falls_with_the_time_left(soccer):
    best = intensity.solve(**soccer, own_factor=2, opponent_factor=6, payoff=payoffs.CUP)
    found = [best.at(minutes) for minutes in (2, 5, 10, 15, 20, 30)]
    assert found == pytest.approx([1, 0.81, 0.48, 0.36, 0.30, 0.23], abs=0.0051)  # theory T7


@settings(max_examples=8)
@given(st.floats(1.2, 3), st.floats(1.5, 7), st.floats(1, 40))
def test_a_free_degree_is_worth_no_less_than_all_or_nothing(a, b, minutes):
    factors = {"own_factor": a, "opponent_factor": b, "payoff": payoffs.LEAGUE}
    rates = {"own_rate": 0.0155, "opponent_rate": 0.0155}
    best = intensity.solve(**rates, **factors, horizon=minutes)
    binary = timing.solve(**rates, **factors, minutes_left=minutes)
    assert best.value(minutes) >= binary.value_best - 1e-9
    assert 0 <= best.at(minutes) <= 1
    assert best.at(minutes, deficit=0) == 0


def test_without_risk_everybody_goes_at_once(soccer):
    best = intensity.solve(**soccer, own_factor=2, opponent_factor=1, payoff=payoffs.CUP, horizon=30)
    assert [best.at(minutes) for minutes in (1, 10, 30)] == [1, 1, 1]


def test_more_time_than_was_solved_is_refused(soccer):
    best = intensity.solve(**soccer, own_factor=2, opponent_factor=4, payoff=payoffs.CUP, horizon=10)
    with pytest.raises(ValueError, match="only up to 10"):
        best.at(11)
