"""Compact lines that shift together, step up behind a ball played back, and sit low when a lead is to be kept."""

from __future__ import annotations

from game.intent import Intent
from game.pitch import length
from tests.football.elevens import Play, elevens, everybody_waits, later, mean, rolling, xs, ys

OURS = "BCDEFGHIJK"
BACKS = "BCDE"
THEIRS = "abcdefghijk"


def block(ball: tuple[float, float], carrier: str, seconds: float = 4.0, **told: str) -> list[Play]:
    """The home block some seconds after the ball came to rest there, the rivals standing still."""
    return later(elevens(ball, carrier, told={**everybody_waits(THEIRS), **told}), seconds, 8)


def test_the_block_is_narrower_than_the_pitch_and_shorter_than_a_third_of_it() -> None:
    for play in block((5.0, 0.0), "g"):
        assert max(ys(play, OURS)) - min(ys(play, OURS)) < 46.0
        assert max(xs(play, OURS)) - min(xs(play, OURS)) < 42.0


def test_all_lines_shift_to_the_side_of_the_ball_together() -> None:
    left, right = block((0.0, 25.0), "f"), block((0.0, -25.0), "i")
    for line in (BACKS, "FGHI", "JK"):
        shifted = mean([mean(ys(play, line)) for play in left]) - mean([mean(ys(play, line)) for play in right])
        assert shifted > 10.0, line


def test_the_back_four_is_a_line() -> None:
    for play in block((5.0, 0.0), "g"):
        assert max(xs(play, BACKS)) - min(xs(play, BACKS)) < 9.0


def last_line(plays: list[Play]) -> float:
    """Mean height of the back four, m from the middle."""
    return mean([mean(xs(play, BACKS)) for play in plays])


def test_the_line_follows_the_ball_up_and_down() -> None:
    low, middle, high = (last_line(block((x, 0.0), "g")) for x in (-25.0, 0.0, 25.0))
    assert low + 5.0 < middle < high - 5.0


def test_the_line_steps_up_behind_a_ball_played_back() -> None:
    stood = elevens((-5.0, 0.0), "g", b=(14.0, 0.0), h=(-4.0, 12.0))
    back = later(rolling(stood, "g", "b", (-2.0, 0.0), (15.0, 0.0)), 3.0, 12)
    square = later(rolling(stood, "g", "h", (-5.0, 1.0), (0.0, 12.0)), 3.0, 12)
    assert last_line(back) > last_line(square) + 0.5


def test_a_lead_to_keep_in_the_last_minutes_lowers_the_block() -> None:
    early = block((15.0, 0.0), "g", score="0-0", minute="20:00")
    late = block((15.0, 0.0), "g", score="1-0", minute="88:00")
    assert last_line(late) < last_line(early) - 0.2


def test_a_goal_to_chase_in_the_last_minutes_lifts_it() -> None:
    early = block((15.0, 0.0), "g", score="0-0", minute="20:00")
    late = block((15.0, 0.0), "g", score="0-1", minute="88:00")
    assert last_line(late) > last_line(early) + 2.0


def loose(ours_at: tuple[float, float]) -> list[Play]:
    """A rival's ball rolling on after a bad touch, one of ours that far from where it will stop, a second later."""
    board = elevens((-20.0, 8.0), "j", h=(-12.0, 20.0), k=(-16.0, -12.0), E=ours_at)
    return later(rolling(board, "j", "k", (-20.0, 8.0), (-5.0, 3.0)), 1.0, 8)


def test_nobody_runs_home_from_a_ball_a_mate_is_about_to_have() -> None:
    ours, theirs = loose((-26.0, 12.0)), loose((-40.0, 28.0))
    assert mean([mean(xs(play, "FGHIJK")) for play in ours]) > mean([mean(xs(play, "FGHIJK")) for play in theirs])


def test_men_far_from_the_ball_are_left_more_room_than_those_it_can_come_to_next() -> None:
    near, far = [], []
    for ball in ((0.0, 24.0), (4.0, -24.0), (0.0, 0.0), (8.0, 10.0)):
        for play in later(elevens(ball, "g", told=everybody_waits(THEIRS)), 4.0, 6):
            for man in play.match.players[5:11]:
                if man.want.kind == Intent.MARK:
                    his = play.match.players[man.mark]
                    away = length(his.x - play.match.ball.x, his.y - play.match.ball.y)
                    (near if away < 14.0 else far if away > 25.0 else []).append(
                        length(man.want.x - his.x, man.want.y - his.y)
                    )
    assert mean(far) > mean(near) + 0.3
