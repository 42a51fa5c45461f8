"""One-two and third man: who has passed goes on, and who gets the ball back to goal lays it off to one who faces it."""

from __future__ import annotations

from game.events import Action
from tests.boards import LETTERS, Play
from tests.football.elevens import Board, elevens, mean, rolling, share, watched, xs

MARKED = {"J": (24.0, -4.0), "d": (26.5, -4.0), "g": (12.0, -9.0), "h": (13.0, 8.0)}


def received() -> Board:
    """A ball just rolling from G to the marked striker J."""
    board = elevens((5.0, -8.0), "G", told={"runs": "G 2 0; J -1 0"}, **MARKED)  # type: ignore[arg-type]
    return rolling(board, "G", "J", (7.0, -7.6), (16.0, 3.3))


def passes(play: Play) -> list[tuple[int, int]]:
    """Who passed to whom, in order."""
    return [(who, aimed) for who, action, aimed in play.kicks if action in (Action.PASS, Action.CROSS) and aimed >= 0]


def test_the_passer_goes_on() -> None:
    plays = watched(received(), 2.2)
    assert mean([xs(play, "G")[0] for play in plays]) > 5.0 + 3.0


def lay_offs() -> list[int]:
    """Whom J plays his first ball to."""
    striker = LETTERS.index("J")
    found = []
    for play in watched(received(), 5.0, 40):
        mine = [aimed for who, aimed in passes(play) if who == striker]
        found += mine[:1]
    return found


def test_the_marked_striker_lays_off_to_men_who_face_the_goal_first_man_or_third() -> None:
    aimed = lay_offs()
    assert len(aimed) > 10
    assert share([slot in [LETTERS.index(letter) for letter in "GHFIK"] for slot in aimed]) > 0.7
