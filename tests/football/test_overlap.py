"""The full-back goes past his winger when there is room outside, and stays when it would leave the way open."""

from __future__ import annotations

from game.intent import Intent
from tests.boards import LETTERS
from tests.football.elevens import Board, elevens, later, mean, share, watched, xs


def winger_inside(**told: str) -> Board:
    """F has the ball twelve metres in from touch, held up by the full-back; B comes from behind."""
    return elevens((24.0, -19.0), "F", told={"waits": "F", **told}, B=(10.0, -25.0), e=(28.0, -17.0), i=(20.0, -13.0))


def test_the_full_back_overlaps_a_winger_who_has_come_inside() -> None:
    plays = watched(winger_inside(), 3.0)
    assert share([bool(play.wished[LETTERS.index("B"), Intent.OVERLAP]) for play in plays]) > 0.5
    gone = later(winger_inside(), 3.5)
    assert mean([xs(play, "B")[0] for play in gone]) > 20.0
    assert mean([abs(float(play.man("B").y)) for play in gone]) > 24.0


def test_the_full_back_of_the_other_side_does_not_go_at_the_same_time() -> None:
    gone = later(winger_inside(), 3.5)
    assert mean([xs(play, "E")[0] for play in gone]) < mean([xs(play, "B")[0] for play in gone]) - 8.0


def test_a_full_back_with_a_lead_to_keep_stays() -> None:
    even = mean([xs(play, "B")[0] for play in later(winger_inside(), 3.5)])
    ahead = mean([xs(play, "B")[0] for play in later(winger_inside(score="1-0", minute="88:00"), 3.5)])
    assert ahead < even - 2.0
