"""What boards say after `then:`, and whether it has come true."""

from __future__ import annotations

import re
from collections.abc import Callable

from game.events import Action
from game.intent import Intent
from game.pitch import HALF_LENGTH, length
from game.state import SIDE
from tests.boards import LETTERS, Play

NEAR = 4.0  # m from a digit or a man that count as there
STRAYS = 0.5  # m beyond the offside line that are legs and not mind: an arm's length
PASSES = (Action.PASS, Action.CROSS)


def _kicked(play: Play, letter: str, actions: tuple[Action, ...]) -> list[tuple[int, int, int]]:
    """The kicks of one man of these kinds."""
    slot = LETTERS.index(letter)
    return [kick for kick in play.kicks if kick[0] == slot and kick[1] in actions]


def _shoots(play: Play, letter: str) -> bool:
    return bool(_kicked(play, letter, (Action.SHOT,)))


def _passes(play: Play, letter: str) -> bool:
    return bool(_kicked(play, letter, PASSES))


def _passes_to(play: Play, letter: str, mate: str) -> bool:
    first = _kicked(play, letter, PASSES)[:1]
    return bool(first) and first[0][2] == LETTERS.index(mate)


def _is_near(play: Play, letter: str, spot: str) -> bool:
    return play.gap(letter, spot) < float(play.board.told.get("near", NEAR))


def _is_goal_side(play: Play, letter: str, rival: str) -> bool:
    goal = -HALF_LENGTH * play.match.teams[LETTERS.index(letter) // SIDE].attacks
    man, other = play.man(letter), play.man(rival)
    return bool(length(man.x - goal, man.y) < length(other.x - goal, other.y))


def _named(wishes: str) -> list[Intent]:
    return [Intent[wish.upper().replace(" ", "_")] for wish in wishes.split(" or ")]


def _wants(play: Play, letter: str, wishes: str) -> bool:
    return play.man(letter).want.kind in _named(wishes)


def _never_wants(play: Play, letter: str, wishes: str) -> bool:
    return not play.wished[LETTERS.index(letter), _named(wishes)].any()


def _is_first(play: Play, letter: str) -> bool:
    return play.touches[:1] == [LETTERS.index(letter)]


def _has_it(play: Play, letter: str) -> bool:
    return bool(play.match.ball.carrier == LETTERS.index(letter))


READINGS: dict[str, Callable[..., bool]] = {
    r"(\w) shoots": _shoots,
    r"(\w) does not shoot": lambda play, letter: not _shoots(play, letter),
    r"(\w) passes": _passes,
    r"(\w) does not pass": lambda play, letter: not _passes(play, letter),
    r"(\w) passes to (\w)": _passes_to,
    r"(\w) clears": lambda play, letter: bool(_kicked(play, letter, (Action.CLEARANCE,))),
    r"(\w) is at (\d)": _is_near,
    r"(\w) is near (\w)": _is_near,
    r"(\w) is goal-side of (\w)": _is_goal_side,
    r"(\w) wants to ([\w ]+)": _wants,
    r"(\w) never wants to ([\w ]+)": _never_wants,
    r"(\w) is first to the ball": _is_first,
    r"(\w) has the ball": _has_it,
    r"(\w) is never offside": lambda play, letter: bool(play.beyond[LETTERS.index(letter)] < STRAYS),
}
"""What may stand after `then:`; a man's first pass counts, places and wants are those at the end."""


def comes_out(play: Play, sentence: str) -> bool:
    """Whether `sentence` is true of a board that has been played."""
    for pattern, reading in READINGS.items():
        found = re.fullmatch(pattern, sentence)
        if found:
            return reading(play, *found.groups())
    raise ValueError(f"{play.board.title}: nobody can read 'then: {sentence}'")
