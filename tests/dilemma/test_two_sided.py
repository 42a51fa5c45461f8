import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import linprog

from game.dilemma import payoffs, timing
from game.dilemma.two_sided import ORDINARY, Factors, Side, equilibrium, solve

PUSH, PARK = Factors(2.0, 4.0), Factors(0.6, 0.8)

games = arrays(np.float64, (1, 2, 2), elements=st.integers(-20, 20).map(float))


def _expected(game, push, park):
    return float(np.array([1 - push, push]) @ game @ np.array([1 - park, park]))


@given(games, games)
def test_in_equilibrium_nobody_gains_by_another_choice(row, column):
    (push,), (park,) = equilibrium(row, column)
    assert 0 <= push <= 1
    assert 0 <= park <= 1
    for other in (0.0, 1.0):
        assert _expected(row[0], other, park) <= _expected(row[0], push, park) + 1e-9
        assert _expected(column[0], push, other) <= _expected(column[0], push, park) + 1e-9


@given(games)
def test_when_one_wins_what_the_other_loses_it_is_the_minimax(game):
    (push,), (park,) = equilibrium(game, -game)
    # max v such that a mixture of rows guarantees v in every column
    bound = linprog(
        [0, 0, -1],
        A_ub=np.column_stack((-game[0].T, np.ones(2))),
        b_ub=np.zeros(2),
        A_eq=[[1, 1, 0]],
        b_eq=[1],
        bounds=[(0, 1), (0, 1), (None, None)],
    )
    assert _expected(game[0], push, park) == pytest.approx(-bound.fun, abs=1e-9)


def test_against_an_opponent_that_pulls_or_not_the_published_times_come_out(hockey_row):
    even = hockey_row["p_even_per_10s"]
    pull = Factors(hockey_row["p_own_pulled"] / even, hockey_row["p_opp_empty_net"] / even)
    payoff = hockey_row["value_win_tie_loss"]
    puller, keeper = Side(6 * even, payoff, push=pull), Side(6 * even, payoff)
    opponent = puller if hockey_row["opponent"] == "pulls optimally" else keeper
    both = solve(puller, opponent, minutes=60)
    alone = solve(keeper, opponent, minutes=60)
    for deficit, clock in hockey_row["pull_at_mmss_left"].items():
        minutes, seconds = clock.split(":")
        due = int(minutes) + int(seconds) / 60
        assert both.push_at(int(deficit)) == pytest.approx(due, abs=1e-9)
    level = both.value(60, deficit=0)
    assert level == pytest.approx(hockey_row["V_tied_60min"], abs=1e-6)
    gain = level - alone.value(60, deficit=0)
    assert gain == pytest.approx(hockey_row["gain_vs_never_pulling"], abs=1e-6)


def test_an_opponent_without_options_leaves_the_one_sided_problem():
    rate = 0.0155
    two_sided = solve(Side(rate, payoffs.CUP, push=PUSH), Side(rate, payoffs.CUP), minutes=30)
    steps = timing.solve_steps(even=rate / 6, own=2 * rate / 6, opponent=4 * rate / 6, payoff=payoffs.CUP, steps=180)
    assert two_sided.push_at() == pytest.approx(steps.push_at[1] / 6)
    assert two_sided.value(30) == pytest.approx(steps.value(1, 180), abs=1e-12)
    assert two_sided.park_at() == 0


@settings(max_examples=8)
@given(st.floats(0.3, 1), st.floats(0.5, 1), st.floats(1.2, 3), st.floats(1.5, 6))
def test_in_a_cup_tie_parking_helps_who_parks_and_nobody_else(own, against, a, b):
    chaser = Side(0.0155, payoffs.CUP, push=Factors(a, b))
    open_play = solve(chaser, Side(0.0155, payoffs.CUP), minutes=15)
    parked = solve(chaser, Side(0.0155, payoffs.CUP, park=Factors(own, against)), minutes=15)
    assert parked.value(15) <= open_play.value(15) + 1e-12
    together = parked.values + parked.opponent_values
    assert together == pytest.approx(np.ones_like(together), abs=1e-9)


def test_the_same_side_seen_from_both_ends_is_worth_the_same():
    side = Side(0.0155, payoffs.LEAGUE, PUSH, PARK)
    found = solve(side, side, minutes=20)
    assert found.values == pytest.approx(found.opponent_values[:, ::-1], abs=1e-12)
    assert found.chasing == pytest.approx(found.chasing[:, ::-1], abs=1e-12)


def test_one_goal_apart_near_the_whistle_one_pushes_and_the_other_parks():
    side = Side(0.0155, payoffs.LEAGUE, PUSH, PARK)
    found = solve(side, side, minutes=5)
    assert found.chasing[-1, found.reach - 1] == 1
    assert found.holding[-1, found.reach - 1] == 1
    assert found.chasing[-1, found.reach] == found.holding[-1, found.reach] == 0


def test_steps_too_long_for_one_goal_are_refused():
    with pytest.raises(ValueError, match="shorten it"):
        solve(Side(0.5, payoffs.CUP), Side(0.5, payoffs.CUP, ORDINARY), step=2)


def test_more_time_than_was_solved_is_refused():
    side = Side(0.0155, payoffs.CUP)
    with pytest.raises(ValueError, match="only up to 5"):
        solve(side, side, minutes=5).value(6)
