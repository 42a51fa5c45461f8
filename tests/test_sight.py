from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from game.laws.offside import offside_line
from game.record import layout
from game.sight import look
from game.state import NOBODY, SIDE, Restart, Sight
from tests.boards import Play, empty_pitch
from tests.brain.scattered import situations
from tests.mirror import turn_round

SEEN = ("x", "y", "vx", "vy", "top", "on", "ball_x", "ball_y", "ball_vx", "ball_vy", "carrier", "having", "offside_x")


@settings(max_examples=40)
@given(situations)
def test_a_side_sees_what_it_would_see_from_the_other_end(play: Play) -> None:
    """Whoever is home and whichever way he plays, he attacks +x and his mates come first."""
    look(play.match, play.setup, play.notes)
    before = np.asarray(play.notes)["sight"].copy()
    look(turn_round(play.match), play.setup, play.notes)
    after = np.asarray(play.notes)["sight"]
    for side in range(2):
        for what in SEEN:
            if what != "top":  # the squads are the clubs' own
                assert np.array_equal(before[side][what], after[1 - side][what]), what


@settings(max_examples=40)
@given(situations)
def test_both_sides_see_the_same_men(play: Play) -> None:
    look(play.match, play.setup, play.notes)
    home, away = np.asarray(play.notes)["sight"]
    for what in ("x", "y", "vx", "vy"):
        assert np.array_equal(home[what], -np.roll(away[what], SIDE))
    assert home["carrier"] == (away["carrier"] + SIDE) % (2 * SIDE) != NOBODY
    assert home["having"] + away["having"] == 1


@settings(max_examples=40)
@given(situations)
def test_the_offside_line_is_the_laws(play: Play) -> None:
    look(play.match, play.setup, play.notes)
    for side in range(2):
        seen = play.notes.sight[side].offside_x
        ball = play.match.ball.x * play.match.teams[side].attacks
        assert seen == max(offside_line(play.match, side), ball)


def test_a_sight_carries_no_luck() -> None:
    """Nobody may plan with the match's seed, its tick or anybody's next thought."""
    assert not {"seed", "tick", "think_at"} & set(layout(Sight).names or ())


@pytest.mark.parametrize("side", [0, 1])
def test_at_a_restart_the_ball_is_his_who_takes_it(side: int) -> None:
    play = empty_pitch(G=(0.0, 0.0), g=(5.0, 0.0))
    play.match.having = 1 - side
    play.match.dead.kind, play.match.dead.side = int(Restart.GOAL_KICK), side
    look(play.match, play.setup, play.notes)
    assert [sight.having for sight in play.notes.sight] == [1 - side, side]
