from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.state import GOALS, NODES
from game.teams.kick_off import kick_off
from game.value.stakes import COARSE_STEP, FINE, FINE_STEP, LAST_NODE, seconds_of_node, stake

SETUP = kick_off("full-match", home="team-win", away="goal-bonus")[1]
TABLE = np.asarray(SETUP)["stakes"]
payoffs = st.sampled_from(sorted({int(row) for sheet in SETUP.sheets for row in sheet.payoff}))
goals = st.integers(0, GOALS - 1)
kinds = st.integers(0, 2)
nodes = st.integers(0, NODES - 2)


@given(payoffs, goals, goals, nodes, kinds)
def test_at_a_node_the_stake_is_the_tables(payoff: int, made: int, conceded: int, node: int, which: int) -> None:
    said = stake(SETUP, payoff, made, conceded, seconds_of_node(node), which)
    assert said == pytest.approx(TABLE[payoff, made, conceded, node, which], abs=1e-12)


@given(payoffs, goals, goals, nodes, kinds, st.floats(0.0, 1.0))
def test_between_two_nodes_it_is_on_the_line_between_theirs(
    payoff: int, made: int, conceded: int, node: int, which: int, part: float
) -> None:
    here, there = TABLE[payoff, made, conceded, node : node + 2, which]
    left = seconds_of_node(node) + part * (seconds_of_node(node + 1) - seconds_of_node(node))
    said = stake(SETUP, payoff, made, conceded, left, which)
    assert said == pytest.approx(here + part * (there - here), abs=1e-3 * abs(there - here) + 1e-12)


@given(payoffs, goals, goals, kinds, st.floats(-100.0, 10**5))
def test_any_time_and_any_score_has_a_stake(payoff: int, made: int, conceded: int, which: int, left: float) -> None:
    assert np.isfinite(stake(SETUP, payoff, made, conceded, left, which))
    beyond = stake(SETUP, payoff, made + 50, conceded + 50, left, which)
    assert beyond == stake(SETUP, payoff, GOALS - 1, GOALS - 1, left, which)


def test_before_and_after_the_grid_its_ends_count() -> None:
    assert stake(SETUP, 0, 0, 0, -5.0, 0) == stake(SETUP, 0, 0, 0, 0.0, 0)
    last = stake(SETUP, 0, 0, 0, 10**6, 0)
    assert last == pytest.approx(TABLE[0, 0, 0, LAST_NODE, 0], abs=1e-5)


def test_the_grid_is_fine_at_the_end_and_reaches_back_past_extra_time() -> None:
    seconds = [seconds_of_node(node) for node in range(NODES)]
    steps = np.diff(seconds)
    assert seconds[0] == 0.0
    assert set(steps[:FINE]) == {FINE_STEP}
    assert set(steps[FINE:]) == {COARSE_STEP}
    assert seconds[-1] > 135 * 60.0  # two halves, two of extra time, and what is added
