import math
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from game.dilemma import payoffs, timing
from game.dilemma.shapley import coalitions, first_in, last_in, shapley

ROUNDING = 1e-9

ALPHA, BETA = np.array([0.10, 0.20, 0.05, 0.15]), np.array([0.20, 0.15, 0.30, 0.10])

line_ups = st.sampled_from([(1, 2), (2, 3), (1, 1, 2), (1, 4, 3, 3)])


@st.composite
def games(draw):
    players = draw(line_ups)
    shape = tuple(count + 1 for count in players)
    return players, draw(arrays(np.float64, shape, elements=st.floats(-10, 10)))


@pytest.fixture(scope="module")
def back_four():
    """Worth of every set of four unlike defenders that pushes: 5:00 left, one down, cup."""
    worth = np.zeros((2, 2, 2, 2))
    for joined in coalitions((1, 1, 1, 1)):
        k, who = sum(joined), np.array(joined)
        worth[joined] = timing.value_of_going_at(
            [5],
            own_rate=0.0155,
            opponent_rate=0.0155,
            own_factor=1 + who @ ALPHA,
            opponent_factor=1 + who @ BETA + 0.10 * k * (k - 1) / 2,
            payoff=payoffs.CUP,
            minutes_left=5,
        )[0]
    return worth


def test_the_four_defenders_are_worth_what_was_computed(back_four):
    players = (1, 1, 1, 1)
    assert back_four[0, 0, 0, 0] == pytest.approx(0.035931, abs=1e-6)
    assert back_four[1, 1, 1, 1] == pytest.approx(0.050442, abs=1e-6)
    expected = {
        shapley: (0.002772, 0.006195, 0.000942, 0.004602),
        first_in: (0.003164, 0.006645, 0.001317, 0.005018),
        last_in: (0.002351, 0.005712, 0.000541, 0.004155),
    }
    for measure, values in expected.items():
        assert measure(back_four, players=players) == pytest.approx(values, abs=1e-6)
    together = back_four[1, 1, 1, 1] - back_four[0, 0, 0, 0]
    assert last_in(back_four, players=players).sum() < together
    assert first_in(back_four, players=players).sum() > together


@given(games())
def test_the_values_add_up_to_what_everybody_is_worth(game):
    players, worth = game
    together = worth[players] - worth[(0,) * len(players)]
    assert shapley(worth, players=players) @ np.array(players) == pytest.approx(together, abs=ROUNDING)


@given(arrays(np.float64, (2, 2, 2), elements=st.floats(-10, 10)))
def test_it_is_the_mean_over_all_orders_of_joining(worth):
    added = np.zeros(3)
    for order in permutations(range(3)):
        joined = [0, 0, 0]
        for player in order:
            before = worth[tuple(joined)]
            joined[player] = 1
            added[player] += worth[tuple(joined)] - before
    expected = added / math.factorial(3)
    assert shapley(worth, players=(1, 1, 1)) == pytest.approx(expected, abs=ROUNDING)


@given(arrays(np.float64, (3, 2), elements=st.floats(-10, 10)))
def test_collapsing_a_role_changes_nothing(worth):
    # Two like players and one other, written out player by player.
    apart = np.array([[[worth[a + b, c] for c in (0, 1)] for b in (0, 1)] for a in (0, 1)])
    like, unlike = shapley(worth, players=(2, 1))
    one_by_one = shapley(apart, players=(1, 1, 1))
    assert one_by_one == pytest.approx([like, like, unlike], abs=ROUNDING)


@given(games())
def test_a_player_who_changes_nothing_is_worth_nothing(game):
    players, worth = game
    idle = np.stack([worth, worth], axis=-1)
    values = shapley(idle, players=(*players, 1))
    assert values[-1] == pytest.approx(0, abs=ROUNDING)
    assert values[:-1] == pytest.approx(shapley(worth, players=players), abs=ROUNDING)


def test_bootstrap_samples_are_carried_along():
    worth = np.random.default_rng(3).normal(size=(2, 5, 4, 4, 20))
    values = shapley(worth, players=(1, 4, 3, 3))
    assert values.shape == (4, 20)
    assert values[:, 7] == pytest.approx(shapley(worth[..., 7], players=(1, 4, 3, 3)))


def test_eleven_players_are_160_coalitions():
    assert len(list(coalitions((1, 4, 3, 3)))) == 160


def test_a_worth_of_the_wrong_shape_is_refused():
    with pytest.raises(ValueError, match=r"must be \(2, 5\)"):
        shapley(np.zeros((2, 4)), players=(1, 4))


def test_an_empty_role_is_refused():
    with pytest.raises(ValueError, match="every role needs 1"):
        shapley(np.zeros((1,)), players=(0,))
