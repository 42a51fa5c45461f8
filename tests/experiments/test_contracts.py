import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.experiments.contracts import Contracts, fined, half_gone
from game.policies.final import Final
from game.policies.registry import find


@given(st.integers(1, 1000), st.integers(0, 9), st.integers(0, 9))
def test_a_fined_player_is_paid_points_less_fines(hundredths, scored, conceded):
    payoff = find(fined(hundredths)).payoff
    points = 3 if scored > conceded else 1 if scored == conceded else 0
    assert payoff(Final(scored, conceded)) == pytest.approx(points - hundredths / 100 * conceded)


def test_half_of_the_push_is_found_between_two_fines():
    assert half_gone([20, 40], [0.75, 0.25]) == pytest.approx(0.3)
    assert half_gone([20, 40], [0.0, 0.0]) == pytest.approx(0.1)
    assert half_gone([20, 40], [0.9, 0.6]) is None


def test_contracts_without_the_two_to_compare_with_are_refused():
    with pytest.raises(ValueError, match="name both"):
        Contracts(contracts=("clean-sheet",))
    with pytest.raises(ValueError, match="hundredths of a draw"):
        Contracts(fines=(0,))
