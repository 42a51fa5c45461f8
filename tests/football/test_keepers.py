"""The keeper sweeps, narrows the angle, claims, and starts play short or long by what the rivals leave him."""

from __future__ import annotations

from game.match import run_on
from game.pitch import GOAL_HALF, HALF_LENGTH
from game.state import TICKS_PER_SECOND
from tests.boards import LETTERS
from tests.football.elevens import Board, aimed, elevens, later, mean, plays, rolling, share, watched, ys

SOLO = dict.fromkeys("BCDEFGHI")


def test_he_sweeps_up_the_ball_behind_a_high_line() -> None:
    board = elevens((5.0, 0.0), "g", j=(-2.0, -10.0), C=(-3.0, -4.0), D=(-3.0, 6.0), A=(-38.0, 0.0))
    swept = [play.touches for play in watched(rolling(board, "g", "j", (-6.0, 0.0), (-23.0, 0.0)), 5.0, 12)]
    assert share([touches[1:2] == [0] or touches[:1] == [0] for touches in swept]) > 0.7


def test_he_narrows_the_angle_of_a_man_through_alone() -> None:
    board = elevens((-34.0, 4.0), "j", told={"runs": "j -5 0"}, A=(-51.0, 0.5), **SOLO)  # type: ignore[arg-type]
    for play in plays(board, 8):
        play.play(0.9)
        assert play.man("A").x + HALF_LENGTH > 2.5


def test_he_stays_on_the_bisector() -> None:
    for y in (-14.0, 14.0):
        for play in later(elevens((-34.0, y), "j", told={"waits": "j"}), 2.0, 4):
            assert play.man("A").y * y > 0.0


def test_he_does_not_leave_his_goal_for_a_ball_at_the_corner_flag() -> None:
    """As long as it stays there: a loose one before his goal he goes for."""
    plays_on = later(elevens((-51.0, 33.0), "j", told={"waits": "j"}), 2.5, 6)
    at_the_flag = [play for play in plays_on if play.match.ball.carrier == LETTERS.index("j")]
    assert len(at_the_flag) >= 3
    for play in at_the_flag:
        assert 0.0 < play.man("A").y < GOAL_HALF


def test_with_the_ball_at_his_feet_he_looks_up_where_he_is() -> None:
    board = elevens((-44.0, 2.0), "A", told={"minute": "30:00"})
    for play in plays(board, 8):
        play.man("A").think_at = play.match.tick + 60
        run_on(play.match, play.setup, play.notes, 2 * TICKS_PER_SECOND)
        assert play.man("A").x < -42.0


def to_backs(*, pressed: bool) -> float:
    """How often his first ball goes to a back: with those pressed, or with their midfield marked instead."""
    spots = {"B": (-34.0, -24.0), "C": (-38.0, -11.0), "D": (-38.0, 11.0), "E": (-34.0, 24.0)}
    press = {"f": (-33.0, 22.0), "j": (-37.0, 9.0), "k": (-37.0, -9.0), "i": (-33.0, -22.0), "g": (-26.0, 3.0)}
    mark = {"b": (-22.0, 25.5), "e": (-22.0, -25.5), "g": (-25.0, 7.0), "h": (-25.0, -7.0)}
    near = press if pressed else mark
    board = elevens((-47.0, 0.0), "A", told={"waits": " ".join(near)}, **spots, **near)  # type: ignore[arg-type]
    first = [[aimed for who, _, aimed in play.kicks if who == 0][:1] for play in watched(board, 6.0, 16)]
    return share([bool(aimed) and aimed[0] >= 0 and LETTERS[aimed[0]] in "BCDE" for aimed in first])


def test_he_plays_to_free_backs_and_past_pressed_ones() -> None:
    assert to_backs(pressed=False) > 0.7
    assert to_backs(pressed=True) < 0.3


def aside(kicks_long: float) -> float:
    """Metres from the axis that the middle of all men is, three seconds after the ball came to his hands."""
    board = elevens((-42.0, 0.0), "A", told={"minute": "30:00"})
    found = []
    for play in plays(board, 8):
        play.setup.play.kicks_long = kicks_long
        play.match.ball.held, play.match.ball.since = 1, play.match.tick
        run_on(play.match, play.setup, play.notes, 3 * TICKS_PER_SECOND)
        found.append(abs(mean(ys(play, "BCDEFGHIJKbcdefghijk"))))
    return mean(found)


def test_both_sides_gather_on_one_wing_for_a_long_kick_out_of_his_hands() -> None:
    assert aside(1.0) > aside(0.0) + 2.0


def kicked_from_his_hands(kicks_long: float) -> list[float]:
    """How far up the pitch (x) he aims the ball he has in his hands."""
    aims = []
    for play in plays(elevens((-42.0, 0.0), "A", told={"minute": "30:00"}), 8):
        play.setup.play.kicks_long = kicks_long
        play.match.ball.held, play.match.ball.since = 1, play.match.tick
        aims.append(aimed(play, 9.0))
    return aims


def test_the_ball_both_sides_gather_for_is_kicked_long() -> None:
    assert min(kicked_from_his_hands(1.0)) > -10.0
    assert mean(kicked_from_his_hands(0.0)) < -20.0


def crossed() -> Board:
    """A high ball dropping into the goal area."""
    board = elevens((-40.0, 26.0), "f", j=(-40.0, 3.0), k=(-42.0, -6.0), A=(-51.0, 1.0))
    return rolling(board, "f", "j", (-42.0, 14.0), (-7.0, -11.5))


def test_he_comes_for_a_ball_into_his_goal_area() -> None:
    claimed = []
    for play in plays(crossed(), 16):
        play.match.ball.z, play.match.ball.vz = 4.0, 3.0
        claimed.append(0 in play.play(2.5).touches)
    assert share(claimed) > 0.3
