"""The counter-attack: won with rivals up the pitch, three lanes are filled at speed."""

from __future__ import annotations

from tests.boards import LETTERS
from tests.football.elevens import Board, elevens, later, mean, plays, share, watched, xs, ys
from tests.tuning.breaks import board

AHEAD = "FGHIJK"


UP = {
    "b": (-2.0, 24.0), "c": (14.0, 6.0), "d": (14.0, -6.0), "e": (-2.0, -24.0), "f": (-26.0, 22.0),
    "g": (-15.0, 6.0), "h": (-14.0, -6.0), "i": (-26.0, -22.0), "j": (-30.0, 4.0), "k": (-30.0, -4.0),
}  # fmt: skip
OURS = {"F": (-14.0, -16.0), "I": (-14.0, 16.0), "J": (4.0, -5.0), "K": (2.0, 6.0), "G": (-20.0, -6.0)}


def won(*, rivals_up: bool) -> Board:
    """H has just won the ball in his own half, their side up the pitch or in its block."""
    return elevens((-17.0, 3.0), "H", **{**OURS, **(UP if rivals_up else {})})  # type: ignore[arg-type]


def test_men_pour_forward_in_three_lanes() -> None:
    lanes, gained = [], []
    for play in later(won(rivals_up=True), 4.0, 12):
        up = [letter for letter in AHEAD if xs(play, letter)[0] > 0.0]
        across = ys(play, "".join(up))
        lanes.append(
            any(y < -7.0 for y in across) and any(y > 7.0 for y in across) and any(abs(y) < 12 for y in across)
        )
        gained.append(mean(xs(play, "FI")) + 14.0)
    assert share(lanes) > 0.5
    assert mean(gained) > 9.0


def test_on_a_clear_break_the_wings_are_run_straight() -> None:
    beaten = {letter: (-32.0, float(y)) for letter, y in zip("befghijk", range(-28, 29, 8), strict=True)}
    board = elevens((-5.0, 0.0), "J", F=(-2.0, -16.0), I=(-2.0, 16.0), c=(12.0, 7.0), d=(12.0, -7.0), **beaten)  # type: ignore[arg-type]
    after = later(board, 2.0)
    assert mean([ys(play, "I")[0] for play in after]) > 13.0
    assert mean([ys(play, "F")[0] for play in after]) < -13.0
    assert mean([mean(xs(play, "FI")) for play in after]) > 1.0


def passes_of_two(fades: float) -> float:
    """Passes of two men with one to beat, in the first six seconds."""
    played = []
    for play in plays(board(2, 1), 48):
        play.setup.play.fades = fades
        played.append(
            float(len([who for who, _, _ in play.play(6.0).kicks if who in (LETTERS.index("I"), LETTERS.index("J"))]))
        )
    return mean(played)


def test_with_one_man_to_beat_time_is_worth_more_than_another_pass() -> None:
    assert passes_of_two(0.3) < passes_of_two(0.0) - 0.3


def speed(*, rivals_up: bool) -> float:
    """Metres the ball has gained in five seconds."""
    return mean([float(play.match.ball.x) + 17.0 for play in watched(won(rivals_up=rivals_up), 5.0)])


def test_the_ball_goes_forward_faster_than_against_a_block() -> None:
    assert speed(rivals_up=True) > speed(rivals_up=False) + 4.0
