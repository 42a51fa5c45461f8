from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from game.brain.explain import explain
from game.intent import Intent
from game.match import run_on, scratch
from game.pitch import HALF_LENGTH, length
from game.state import SIDE, TICKS_PER_SECOND
from game.teams.kick_off import kick_off
from tests.boards import LETTERS, Board, Play, lay, read
from tests.brain.scattered import situations

DEFENDING = {
    Intent.PRESS,
    Intent.JOCKEY,
    Intent.TACKLE,
    Intent.COVER,
    Intent.MARK,
    Intent.HOLD,
    Intent.RECOVER,
}


def outfield(side: int) -> range:
    """The outfield slots of a side."""
    return range(side * SIDE + 1, side * SIDE + SIDE)


def wish(play: Play, slot: int) -> tuple[Intent, float, float]:
    """What `slot` would choose now."""
    thought = explain(play.match, play.setup, slot)[0]
    return thought.kind, thought.x, thought.y


@settings(max_examples=60)
@given(situations)
def test_one_goes_to_the_ball_one_covers_and_the_rest_hold_or_mark(play: Play) -> None:
    side = 1 - int(play.match.ball.carrier) // SIDE
    wishes = {slot: wish(play, slot)[0] for slot in outfield(side)}
    assert set(wishes.values()) <= DEFENDING
    for slot, kind in wishes.items():
        if slot == play.match.presser[side]:
            assert kind in (Intent.PRESS, Intent.JOCKEY, Intent.TACKLE)
        elif slot == play.match.helper[side]:
            assert kind in (Intent.COVER, Intent.TACKLE)
        else:
            assert kind in (Intent.HOLD, Intent.MARK, Intent.RECOVER, Intent.TACKLE)


@settings(max_examples=60)
@given(situations)
def test_nobody_goes_in_who_cannot_reach_the_ball(play: Play) -> None:
    """A stride and a leg, 2.5 m."""
    ball = play.match.ball
    for slot in outfield(1 - int(ball.carrier) // SIDE):
        if wish(play, slot)[0] == Intent.TACKLE:
            man = play.match.players[slot]
            assert length(man.x - ball.x, man.y - ball.y) < 2.5


@settings(max_examples=60)
@given(situations)
def test_no_two_men_look_after_the_same_rival(play: Play) -> None:
    side = 1 - int(play.match.ball.carrier) // SIDE
    play.play(0.3)
    marked = [play.match.players[slot].mark for slot in outfield(side) if play.match.players[slot].mark >= 0]
    assert len(marked) == len(set(marked))
    assert all(rival // SIDE == 1 - side for rival in marked)


def test_the_last_man_delays_and_one_with_cover_behind_him_goes_in() -> None:
    """The same rival, the same step away; the only difference is a mate goal-side."""
    board = Board(
        "one to one", {"J": (0.0, 0.0), "c": (1.9, 0.3), "a": (48.0, 0.0), "d": (14.0, 2.0)}, {"ball": "J"}, []
    )
    kinds = []
    for cover in (0, 1):
        play = lay(board)
        play.man("d").on = cover
        kinds.append(wish(play, LETTERS.index("c"))[0])
    assert kinds[0] == Intent.JOCKEY
    assert kinds[1] in (Intent.PRESS, Intent.TACKLE)


def test_the_second_man_covers_goal_side_of_the_first() -> None:
    play = lay(read("second_man"))
    play.play(3.0)
    ball = play.match.ball
    helper, presser = (play.match.players[slot[0]] for slot in (play.match.helper, play.match.presser))
    goals = [length(man.x + HALF_LENGTH, man.y) for man in (helper, presser)]
    assert goals[0] < goals[1] + 1.0  # a metre: he also has his own post to think of
    assert length(helper.x - ball.x, helper.y - ball.y) < 15.0


@pytest.mark.parametrize("side", [0, 1])
def test_nobody_swarms(side: int) -> None:
    """Half a minute after kick-off at most four outfield men of a side are within 8 m of the ball.

    More than four are so in 0.8 % of moments; more than two of 24 by luck once in 1,000.
    """
    crowds = []
    for seed in range(24):
        match, setup = kick_off("full-match", seed=seed)
        run_on(match, setup, scratch(), 30 * TICKS_PER_SECOND)
        players = np.asarray(match)["players"][side * SIDE + 1 : side * SIDE + SIDE]
        crowds.append(int((np.hypot(players["x"] - match.ball.x, players["y"] - match.ball.y) < 8.0).sum()))
    assert sum(crowd > 4 for crowd in crowds) <= 2
    assert np.median(crowds) <= 2


def test_the_block_is_short_and_narrow_without_the_ball() -> None:
    """Ten men within 45 m of length and 50 m of width (measured: 30 × 36), after eight seconds to get there."""
    play = lay(read("line_of_four")).play(8.0)
    x, y = np.array([(play.man(letter).x, play.man(letter).y) for letter in LETTERS[1:SIDE]]).T
    assert np.ptp(x) < 45.0
    assert np.ptp(y) < 50.0
