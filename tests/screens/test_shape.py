from collections.abc import Callable

import pytest

from game.screens.moment import Moment
from game.screens.shape import offside_line, rows
from game.state import Match

Moments = Callable[[Match], Moment]


def test_a_four_four_two_has_rows_of_four_four_and_two(match: Match, moment_of: Moments) -> None:
    assert [len(row) for row in rows(moment_of(match), 0)] == [4, 4, 2]
    assert [len(row) for row in rows(moment_of(match), 1)] == [4, 4, 2]


def test_the_offside_line_is_the_last_man_but_the_keeper(match: Match, moment_of: Moments) -> None:
    match.ball.x = 0.0
    assert offside_line(moment_of(match), 0) == pytest.approx(-36.0)
    assert offside_line(moment_of(match), 1) == pytest.approx(36.0)


def test_the_offside_line_never_leaves_the_sides_own_half(match: Match, moment_of: Moments) -> None:
    match.ball.x = 0.0
    for slot in range(11):
        match.players[slot].x = 30.0
    assert offside_line(moment_of(match), 0) == 0.0


def test_a_ball_behind_the_line_moves_it(match: Match, moment_of: Moments) -> None:
    match.ball.x = -45.0
    assert offside_line(moment_of(match), 0) == pytest.approx(-45.0)
