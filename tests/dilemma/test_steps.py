import math

import pytest

from game.dilemma import timing

ICE = {"even": 0.0066, "own": 0.0118, "opponent": 0.0254, "payoff": (2, 1.5, 0), "steps": 360}


def _clock(steps):
    """Ten-second steps as minutes and seconds."""
    return f"{steps // 6}:{steps % 6}0"


def test_the_published_pull_times_come_out_on_the_grid(hockey_row):
    solved = timing.solve_steps(
        even=hockey_row["p_even_per_10s"],
        own=hockey_row["p_own_pulled"],
        opponent=hockey_row["p_opp_empty_net"],
        payoff=hockey_row["value_win_tie_loss"],
        steps=360,
    )
    for deficit, clock in hockey_row["pull_at_mmss_left"].items():
        assert _clock(solved.push_at[int(deficit)]) == clock
    if hockey_row["opponent"] == "never pulls":
        assert solved.value(0, 360) == pytest.approx(hockey_row["V_tied_60min"], abs=1e-6)
        assert solved.gain == pytest.approx(hockey_row["gain_vs_never_pulling"], abs=1e-6)
        assert 82 * solved.gain == pytest.approx(hockey_row["gain_per_82_games"], abs=5.1e-4)


@pytest.mark.parametrize("even", [0.00659, 0.0066])
def test_a_season_of_pulling_is_worth_the_published_points(even):
    solved = timing.solve_steps(**{**ICE, "even": even})
    assert (_clock(solved.push_at[1]), _clock(solved.push_at[2])) == ("5:40", "11:40")
    assert 82 * solved.gain == pytest.approx(1.76, abs=0.02)


@pytest.mark.parametrize(
    ("even", "own", "opponent", "payoff", "clocks", "season"),
    [
        (0.0065, 0.0118, 0.0254, (2, 1.5, 0), ("5:50", "12:00", "18:10"), 1.821),
        (0.0065, 0.0118, 0.0254, (2, 1, 0), ("6:30", "12:40", "19:00"), 1.337),
        (0.0065, 0.0197, 0.0430, (2, 1.5, 0), ("6:10", "13:00", "20:00"), 4.148),
    ],
)
def test_the_variants_of_the_table_come_out(even, own, opponent, payoff, clocks, season):
    solved = timing.solve_steps(even=even, own=own, opponent=opponent, payoff=payoff, steps=360)
    assert tuple(_clock(solved.push_at[deficit]) for deficit in (1, 2, 3)) == clocks
    assert 82 * solved.gain == pytest.approx(season, abs=5.1e-4)


def test_every_minute_of_delay_costs_points():
    solved = timing.solve_steps(**ICE)
    delays = [34, 30, 24, 18, 12, 6, 0]  # 5:40, 5:00 … 1:00, never
    points = [solved.value_of_going_at(at, deficit=1, steps_left=34) for at in delays]
    expected = [0.33509, 0.33415, 0.32945, 0.32027, 0.30585, 0.28523, 0.25712]
    assert points == pytest.approx(expected, abs=5.1e-6)
    assert points[0] == pytest.approx(solved.value(1, 34), abs=1e-12)


def test_the_textbook_exercise_is_solved():
    solved = timing.solve_steps(even=0.05 / 6, own=0.08 / 6, opponent=0.12 / 6, payoff=(1, 1, 0), steps=30)
    found = [solved.value_of_going_at(at, deficit=1, steps_left=30) for at in (30, 6, 0)]
    assert found == pytest.approx([0.234883, 0.196645, 0.178883], abs=5.1e-7)


@pytest.mark.parametrize(("payoff", "chance"), [((1, 0, 0), 0.004245), ((1, 1, 0), 0.093171)])
def test_unequal_sides_in_half_minutes(payoff, chance):
    # L. Albert 2020: home 2.34, away 1.71 goals per 90, home one down with four minutes left.
    home, away = 2.34 / 180, 1.71 / 180
    solved = timing.solve_steps(even=home, even_opponent=away, own=home, opponent=away, payoff=payoff, steps=8)
    assert solved.value(1, 8) == pytest.approx(chance, abs=5.1e-7)


@pytest.mark.parametrize(("seconds", "push_at"), [(1, 19.57), (10, 19.50), (60, 19.0)])
def test_steps_find_the_continuous_push_time_to_within_a_step(soccer, seconds, push_at):
    rate, step = soccer["own_rate"] * seconds / 60, seconds / 60
    solved = timing.solve_steps(even=rate, own=2 * rate, opponent=4 * rate, payoff=(1, 0.5, 0), steps=round(22 / step))
    exact = timing.solve(**soccer, own_factor=2, opponent_factor=4, payoff=(1, 0.5, 0), minutes_left=5).push_at
    assert solved.push_at[1] * step == pytest.approx(push_at, abs=0.0051)
    assert abs(solved.push_at[1] * step - exact) <= step


def test_a_push_that_always_pays_is_pushed_at_every_step():
    solved = timing.solve_steps(even=0.01, own=0.02, opponent=0.01, payoff=(1, 0.5, 0), steps=50)
    assert set(solved.push_at.values()) == {math.inf}


def test_a_push_that_never_pays_is_never_pushed():
    solved = timing.solve_steps(even=0.01, own=0.01, opponent=0.02, payoff=(1, 0.5, 0), steps=50)
    assert set(solved.push_at.values()) == {0}
    assert solved.gain == 0


def test_steps_too_long_for_one_goal_are_refused():
    with pytest.raises(ValueError, match="take shorter steps"):
        timing.solve_steps(even=0.6, own=0.7, opponent=0.4, payoff=(1, 0.5, 0), steps=5)


def test_no_steps_are_refused():
    with pytest.raises(ValueError, match="steps is 0"):
        timing.solve_steps(**{**ICE, "steps": 0})
