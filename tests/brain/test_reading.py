from __future__ import annotations

import pytest
from hypothesis import given, settings

from game.brain.reading import first_to_ball
from game.match import decide
from game.sight import look
from game.state import NOBODY, SIDE
from game.value.space import time_to_reach
from tests.boards import LETTERS, Play, lay, read
from tests.brain.scattered import situations


def defending(play: Play) -> int:
    """The side that has not the ball."""
    return 1 - int(play.match.ball.carrier) // SIDE


@settings(max_examples=40)
@given(situations)
def test_the_presser_is_about_the_first_there(play: Play) -> None:
    """Nobody could be there sooner by more than what a man on the wrong side, or already going, is given."""
    match = play.match
    side = defending(play)
    presser = match.presser[side]
    look(match, play.setup, play.notes)
    sight = play.notes.sight[side]
    bx, by = sight.ball_x + 0.35 * sight.ball_vx, sight.ball_y + 0.35 * sight.ball_vy
    times = [
        float(time_to_reach(sight.x[k], sight.y[k], sight.vx[k], sight.vy[k], sight.top[k], bx, by))
        for k in range(1, SIDE)
    ]
    assert presser // SIDE == side
    assert times[presser % SIDE - 1] < min(times) + 1.5


@settings(max_examples=40)
@given(situations)
def test_the_man_who_covers_is_another_than_the_one_who_presses(play: Play) -> None:
    side = defending(play)
    assert play.match.helper[side] // SIDE == side
    assert play.match.helper[side] != play.match.presser[side]
    assert play.match.presser[1 - side] == NOBODY


def test_of_two_equals_the_nearer_presses() -> None:
    play = lay(read("line_of_four"))
    near = min("BCDEFGHIJK", key=lambda letter: play.gap(letter, "h"))
    assert LETTERS[play.match.presser[0]] == near


def test_a_man_sent_off_goes_nowhere() -> None:
    play = lay(read("line_of_four"))
    first = int(play.match.presser[0])
    play.match.players[first].on = 0
    play.match.tick += 4  # READ_EVERY
    decide(play.match, play.setup, play.notes)
    assert play.match.presser[0] not in (first, NOBODY)


def test_a_free_ball_is_for_the_man_it_was_meant_for_when_he_is_about_as_near() -> None:
    play = lay(read("loose_ball"))
    look(play.match, play.setup, play.notes)
    for slot, seconds in ((6, 1.0), (7, 1.2), (5, 3.0)):
        play.match.players[slot].meet = seconds
    play.match.presser[0] = NOBODY
    assert first_to_ball(play.match, play.notes.sight[0], 0, NOBODY) == 6
    play.match.ball.aimed = 7
    assert first_to_ball(play.match, play.notes.sight[0], 0, NOBODY) == 7
    assert first_to_ball(play.match, play.notes.sight[0], 0, 7) == 6


@pytest.mark.parametrize("kicker", ["H", "h"])
def test_a_man_offside_leaves_a_mates_ball_alone_and_not_a_rivals(kicker: str) -> None:
    play = lay(read("loose_ball"))
    look(play.match, play.setup, play.notes)
    play.match.ball.kicker = LETTERS.index(kicker)
    for slot, seconds in ((6, 1.0), (7, 2.5)):
        play.match.players[slot].meet = seconds
    play.match.players[6].offside = 1
    play.match.presser[0] = NOBODY
    assert first_to_ball(play.match, play.notes.sight[0], 0, NOBODY) == (7 if kicker == "H" else 6)
