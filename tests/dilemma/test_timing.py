import math

import numpy as np
import pytest

from game.dilemma import payoffs, timing
from game.dilemma.score_process import Mode

MINUTES = 1e-3  # what issue and anchors ask of push times
VALUE = 1e-6  # and of values

OBJECTIVES = {
    "avoid_defeat(1,1,0)": payoffs.AVOID_DEFEAT,
    "cup_1_half_0": payoffs.CUP,
    "points_3_1_0": payoffs.LEAGUE,
    "points_2_1_0": (2.0, 1.0, 0.0),
    "win_only(1,0,0)": payoffs.WIN_ONLY,
}


def _solved(row, deficit):
    return timing.solve(
        own_rate=row["lam"],
        opponent_rate=row["mu"],
        own_factor=row["a"],
        opponent_factor=row["b"],
        payoff=OBJECTIVES[row["objective"]],
        minutes_left=row["minutes_left"],
        deficit=deficit,
    )


def test_push_times_and_values_are_the_exact_ones(soccer_row):
    one_down, two_down = _solved(soccer_row, 1), _solved(soccer_row, 2)
    for solved, key in ((one_down, "t_star_down1_min"), (two_down, "t_star_down2_min")):
        expected = soccer_row[key]
        at = math.inf if expected is None else expected
        assert solved.push_at == pytest.approx(at, abs=MINUTES)
    assert (one_down.push_at == math.inf) == soccer_row["always_push_within_95_down1"]
    assert one_down.value_stay == pytest.approx(soccer_row["V_stay"], abs=VALUE)
    assert one_down.value_push_now == pytest.approx(soccer_row["V_push_now"], abs=VALUE)
    assert one_down.value_best == pytest.approx(soccer_row["V_opt"], abs=VALUE)


@pytest.mark.parametrize(
    ("factors", "push_at", "values"),
    [((2, 6), 2 * 60 + 53, (17.8, 20.5, 21.7)), ((1.3, 3), 2 * 60 + 40, (17.8, 18.2, 19.0))],
)
def test_at_high_rates_the_moment_matters_within_five_minutes(factors, push_at, values):
    solved = timing.solve(
        own_rate=0.05,
        opponent_rate=0.05,
        own_factor=factors[0],
        opponent_factor=factors[1],
        payoff=payoffs.AVOID_DEFEAT,
        minutes_left=5,
    )
    assert math.floor(60 * solved.push_at) == push_at
    # Theory §0 prints a tenth of a per cent, from a model in half-second steps.
    found = (solved.value_stay, solved.value_push_now, solved.value_best)
    assert 100 * np.array(found) == pytest.approx(values, abs=0.06)


@pytest.mark.parametrize(
    ("factors", "at_three", "at_one"),
    [
        ((1.2, 1.4), 0.07675, 0.07183),
        ((1.5, 3), 0.08636, 0.07556),
        ((2, 4), 0.10327, 0.08187),
        ((2, 6), 0.10011, 0.08148),
        ((3, 6), 0.13399, 0.09406),
    ],
)
def test_waiting_costs_what_the_table_says(soccer, factors, at_three, at_one):
    setting = {
        **soccer,
        "own_factor": factors[0],
        "opponent_factor": factors[1],
        "payoff": payoffs.AVOID_DEFEAT,
        "minutes_left": 5,
    }
    solved = timing.solve(**setting)
    now, three, one, never = timing.value_of_going_at([5, 3, 1, 0], **setting)
    assert (now, never) == pytest.approx((solved.value_push_now, solved.value_stay), abs=1e-12)
    assert (three, one) == pytest.approx((at_three, at_one), abs=5.1e-6)  # five printed digits


@pytest.mark.parametrize(
    ("minutes", "most", "none", "best"),
    [(5, 9, 0.03593, 0.05892), (15, 4, 0.09371, 0.11637), (30, 2, 0.15569, 0.17308)],
)
def test_fewer_should_go_the_more_time_is_left(soccer, minutes, most, none, best):
    worth = [
        timing.value_of_going_at(
            [minutes],
            **soccer,
            own_factor=1 + 0.15 * k,
            opponent_factor=1 + 0.15 * k + 0.10 * k * k,
            payoff=payoffs.CUP,
            minutes_left=minutes,
        )[0]
        for k in range(11)
    ]
    assert np.argmax(worth) == most
    assert (worth[0], worth[most]) == pytest.approx((none, best), abs=5.1e-6)


def test_the_best_moment_beats_going_early_and_going_late(soccer):
    setting = {
        **soccer,
        "own_factor": 1.25,
        "opponent_factor": 6,
        "payoff": payoffs.CUP,
        "minutes_left": 8,
    }
    solved = timing.solve(**setting)
    around = timing.value_of_going_at([solved.push_at + 1, solved.push_at, solved.push_at - 1], **setting)
    assert around[1] > max(around[0], around[2])


def test_windows_show_a_push_that_is_right_only_early():
    # A fine for conceding is too much at the whistle two down, where a goal saves nothing yet.
    push, stay = Mode(0.031, 0.062, -0.005 * 0.062), Mode(0.0155, 0.0155, -0.005 * 0.0155)
    solved = timing.solve_modes(stay, push, payoffs.CUP, minutes_left=5, deficit=2)
    ((near, far),) = solved.windows
    assert 0 < near < far == solved.push_at < 95


def test_time_left_beyond_the_usual_horizon_is_solved_too(soccer):
    solved = timing.solve(**soccer, own_factor=2, opponent_factor=4, payoff=payoffs.CUP, minutes_left=120)
    assert solved.push_at == pytest.approx(19.58, abs=0.005)
    assert solved.value_stay < solved.value_best


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"own_rate": -1}, "own_rate is -1"),
        ({"opponent_factor": math.nan}, "opponent_factor is nan"),
        ({"minutes_left": -5}, "minutes_left is -5"),
        ({"payoff": (1, 0)}, r"\(win, draw, loss\)"),
        ({"push_when": "sometimes"}, "must be one of: behind, not ahead, always"),
    ],
)
def test_impossible_settings_are_refused_by_name(soccer, wrong, message):
    setting = {
        **soccer,
        "own_factor": 2,
        "opponent_factor": 4,
        "payoff": payoffs.CUP,
        "minutes_left": 5,
    }
    with pytest.raises(ValueError, match=message):
        timing.solve(**{**setting, **wrong})
