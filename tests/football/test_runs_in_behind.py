"""Through-ball and run in behind, held onside: there is room behind a high line, and none behind a deep one."""

from __future__ import annotations

from game.intent import Intent
from tests.boards import LETTERS
from tests.football.elevens import Board, elevens, later, mean, share, watched

RUNS = int(Intent.RUN_BEHIND)


def midfielder(line: float) -> Board:
    """G free and facing a back four at x = `line`, his strikers on its shoulder."""
    board = elevens((line - 22.0, -3.0), "G", J=(line - 1.5, -6.0), K=(line - 1.5, 7.0))
    for letter, y in zip("edcb", (-16.0, -5.5, 5.5, 16.0), strict=True):
        board.spots[letter] = (line, y)
    board.spots["g"] = (line - 9.0, -12.0)
    board.spots["h"] = (line - 9.0, 10.0)
    board.spots["j"] = (line - 34.0, -8.0)
    board.spots["k"] = (line - 34.0, 8.0)
    board.spots["a"] = (46.0, 0.0)
    return board


def ran(line: float) -> float:
    """Share of lucks in which a striker sets off in behind while the line still is where it was."""
    strikers = [LETTERS.index("J"), LETTERS.index("K")]
    return share([bool(play.wished[strikers, RUNS].any()) for play in watched(midfielder(line), 1.0)])


def test_strikers_run_in_behind_a_high_line_and_not_behind_one_at_the_goal() -> None:
    assert ran(12.0) > 0.6
    assert ran(46.0) < 0.1


def test_they_hold_the_run_until_the_ball_is_played() -> None:
    board = midfielder(12.0)
    board.told["waits"] = "G"
    beyond = [float(play.beyond[LETTERS.index(letter)]) for play in watched(board, 3.0) for letter in "JK"]
    assert mean(beyond) < 1.0
    assert share([far > 2.5 for far in beyond]) < 0.35


def test_who_is_left_offside_hurries_back() -> None:
    """K beyond the line, the ball with G: back at more than a walk, and no quicker when he is onside already."""
    back = []
    for beyond in (8.0, -0.5):
        board = midfielder(20.0)
        board.spots["K"] = (20.0 + beyond, 7.0)
        board.told["waits"] = "G e d c b"
        back.append(mean([20.0 + beyond - float(play.man("K").x) for play in later(board, 2.0)]))
    assert back[0] > 4.0
    assert back[1] < 2.0
