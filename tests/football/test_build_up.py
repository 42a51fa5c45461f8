"""Build-up: around the press by the side it has left, and over it when it has come too high."""

from __future__ import annotations

from tests.boards import LETTERS
from tests.football.elevens import Board, elevens, share, watched

PRESS = {"j": (-25.0, 5.0), "k": (-27.0, 13.0), "f": (-20.0, 24.0), "g": (-17.0, 10.0), "h": (-17.0, -2.0)}


def pressed(**moved: tuple[float, float]) -> Board:
    """D has the ball thirty metres from his goal, their strikers and left side on him."""
    spots = {"D": (-30.0, 8.0), "C": (-33.0, -8.0), "B": (-24.0, -24.0), "E": (-24.0, 27.0), "G": (-19.0, -8.0)}
    return elevens((-30.0, 8.0), "D", **{**PRESS, **spots, **moved})  # type: ignore[arg-type]


def first_aims(board: Board, letter: str) -> list[int]:
    """Whom `letter` plays his first ball to, luck by luck."""
    slot = LETTERS.index(letter)
    found = []
    for play in watched(board, 4.0):
        found += [aimed for who, _, aimed in play.kicks if who == slot][:1]
    return found


def test_the_ball_goes_to_the_side_the_press_has_left() -> None:
    aims = first_aims(pressed(), "D")
    assert len(aims) > 12
    right = [LETTERS.index(letter) for letter in "ABCGF"]
    assert share([aimed in right for aimed in aims]) > 0.5


def far_ahead(board: Board) -> float:
    """Share of lucks in which the ball is thirty metres further up within five seconds."""
    return share([float(play.match.ball.x) > 0.0 for play in watched(board, 5.0)])


def test_a_press_with_its_backs_up_is_played_over_more_than_a_block_that_waits() -> None:
    high = pressed(b=(2.0, 16.0), c=(-1.0, 5.0), d=(-1.0, -6.0), e=(2.0, -17.0), i=(-20.0, -16.0))
    waits = elevens((-30.0, 8.0), "D")
    assert far_ahead(high) > far_ahead(waits)
