"""Width in possession, a far side that does not crowd, and the ball switched to where nobody is."""

from __future__ import annotations

from game.brain.off_ball import NEAR_MATE
from tests.football.elevens import elevens, later, mean, watched, ys

OURS = "BCDEFGHIJK"


def test_a_side_is_wider_with_the_ball_than_without() -> None:
    with_it = later(elevens((0.0, 0.0), "G", told={"waits": "G"}), 5.0, 8)
    without = later(elevens((0.0, 0.0), "g", told={"waits": "g"}), 5.0, 8)
    spread = [mean([max(ys(play, OURS)) - min(ys(play, OURS)) for play in plays]) for plays in (with_it, without)]
    assert spread[0] > 42.0
    assert spread[0] > spread[1] + 8.0


def test_the_winger_and_full_back_of_the_far_side_do_not_stand_together() -> None:
    for ball, carrier in (((25.0, -24.0), "F"), ((10.0, -10.0), "G"), ((-15.0, -20.0), "B")):
        plays = later(elevens(ball, carrier, told={"waits": carrier}), 6.0, 12)
        assert mean([play.gap("E", "I") for play in plays]) > NEAR_MATE - 0.5, carrier


def test_the_winger_and_full_back_of_the_near_side_do_not_stand_together() -> None:
    for ball, carrier in (((15.0, -5.0), "G"), ((-10.0, -6.0), "C")):
        plays = later(elevens(ball, carrier, told={"waits": carrier}), 6.0, 12)
        assert mean([play.gap("B", "F") for play in plays]) > NEAR_MATE - 0.5, carrier


def ends_at(block_at: float) -> float:
    """How far to the left (m) the ball is six seconds on when the rivals' block stands at that y."""
    board = elevens((8.0, -8.0), "G", I=(16.0, 29.0), E=(2.0, 26.0), F=(16.0, -29.0), B=(2.0, -26.0))
    for letter in "bcdefghijk":
        x, y = board.spots[letter]
        board.spots[letter] = (x, 0.75 * y + block_at)
    return mean([float(play.match.ball.y) for play in watched(board, 6.0, 40)])


def test_the_ball_is_switched_to_the_side_the_block_has_left() -> None:
    assert ends_at(-14.0) > ends_at(14.0) + 6.0
