"""Build-up: around the press by the side it has left, and over it when it has come too high."""

from __future__ import annotations

from game.pitch import length
from tests.boards import LETTERS
from tests.football.elevens import Board, elevens, mean, share, watched

PRESS = {"j": (-25.0, 5.0), "k": (-27.0, 13.0), "f": (-20.0, 24.0), "g": (-17.0, 10.0), "h": (-17.0, -2.0)}


def pressed(**moved: tuple[float, float]) -> Board:
    """D has the ball thirty metres from his goal, their strikers and left side on him."""
    spots = {"D": (-30.0, 8.0), "C": (-33.0, -8.0), "B": (-24.0, -24.0), "E": (-24.0, 27.0), "G": (-19.0, -8.0)}
    return elevens((-30.0, 8.0), "D", **{**PRESS, **spots, **moved})  # type: ignore[arg-type]


def first_aims(board: Board, letter: str) -> list[int]:
    """Whom `letter` plays his first ball to, luck by luck."""
    slot = LETTERS.index(letter)
    found = []
    for play in watched(board, 4.0, 48):
        found += [aimed for who, _, aimed in play.kicks if who == slot][:1]
    return found


def test_the_ball_goes_to_the_side_the_press_has_left() -> None:
    aims = first_aims(pressed(), "D")
    assert len(aims) > 12
    right = [LETTERS.index(letter) for letter in "ABCGF"]
    assert share([aimed in right for aimed in aims]) > 0.5


def first_length(board: Board) -> float:
    """Mean length (m) of the first ball D plays."""
    aims = [aimed for aimed in first_aims(board, "D") if aimed >= 0]
    start = board.spots["D"]
    return mean([length(board.spots[LETTERS[k]][0] - start[0], board.spots[LETTERS[k]][1] - start[1]) for k in aims])


def test_a_press_is_played_through_or_over_with_longer_balls_than_a_block_that_waits() -> None:
    spots = {letter: pressed().spots[letter] for letter in "BCDEG"}
    waits = elevens((-30.0, 8.0), "D", j=(-6.0, 5.0), k=(-6.0, -5.0), **spots)  # type: ignore[arg-type]
    assert first_length(pressed()) > first_length(waits) + 2.0
