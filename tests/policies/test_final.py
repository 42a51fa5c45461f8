from hypothesis import given
from hypothesis import strategies as st

from game.policies.final import Final

GOALS = st.integers(0, 12)


@given(GOALS, GOALS)
def test_exactly_one_of_won_drawn_lost_holds_and_points_follow(scored: int, conceded: int) -> None:
    final = Final(scored, conceded)
    assert [final.won, final.drawn, final.lost].count(True) == 1
    assert final.points == 3 * final.won + final.drawn
    assert final.margin == -Final(conceded, scored).margin
