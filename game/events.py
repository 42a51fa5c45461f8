"""What happened, in SPADL's words (types, results, body parts), one record an event.

Source of the words: SPADL, Decroos et al. 2019, as numbered in socceraction's config.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from game.kernel import kernel

if TYPE_CHECKING:
    from game.state import Match, Notes


class Action(IntEnum):
    """SPADL action types, then the moments of a match SPADL has no word for (from 100)."""

    PASS = 0
    CROSS = 1
    THROW_IN = 2
    FREEKICK_CROSSED = 3
    FREEKICK_SHORT = 4
    CORNER_CROSSED = 5
    CORNER_SHORT = 6
    TAKE_ON = 7
    FOUL = 8
    TACKLE = 9
    INTERCEPTION = 10
    SHOT = 11
    SHOT_PENALTY = 12
    SHOT_FREEKICK = 13
    KEEPER_SAVE = 14
    KEEPER_CLAIM = 15
    KEEPER_PUNCH = 16
    KEEPER_PICK_UP = 17
    CLEARANCE = 18
    BAD_TOUCH = 19
    NON_ACTION = 20
    DRIBBLE = 21
    GOALKICK = 22

    HALF_START = 100
    HALF_END = 101
    GOAL = 102
    OUT = 103
    OFFSIDE = 104
    YELLOW = 105
    SECOND_YELLOW = 106
    RED = 107
    SUBSTITUTION = 108
    ADDED_TIME = 109
    ADVANTAGE = 110
    RECOVERY = 111
    BLOCK = 112
    WOODWORK = 113
    DROPPED_BALL = 114
    PENALTY_AWARDED = 115
    SHOOT_OUT_KICK = 116
    MATCH_END = 117
    CHALLENGE = 118


class Result(IntEnum):
    """SPADL results."""

    FAIL = 0
    SUCCESS = 1
    OFFSIDE = 2
    OWNGOAL = 3
    YELLOW_CARD = 4
    RED_CARD = 5


class Bodypart(IntEnum):
    """SPADL body parts."""

    FOOT = 0
    HEAD = 1
    OTHER = 2


class Event:
    """One happening. `slot` is the player's place 0–21 (-1: nobody), spots are pitch metres, absolute frame."""

    tick: int
    half: int
    second: float  # of the half
    slot: int
    man: int  # index in his squad
    action: int
    result: int
    bodypart: int
    x: float
    y: float
    end_x: float
    end_y: float
    worth: float  # xG of a shot, minutes of added time, else 0


@kernel
def jot(
    match: Match,
    notes: Notes,
    slot: int,
    action: int,
    result: int,
    bodypart: int,
    x: float,
    y: float,
    end_x: float,
    end_y: float,
    worth: float,
) -> None:
    """Write one event into `notes`; a full page is left as it is and counted in `notes.missed`."""
    if notes.count >= len(notes.events):
        notes.missed += 1
        return
    event = notes.events[notes.count]
    notes.count += 1
    event.tick = match.tick
    event.half = match.clock.half
    event.second = match.clock.tick * 0.05
    event.slot = slot
    event.man = match.players[slot].man if slot >= 0 else -1
    event.action = action
    event.result = result
    event.bodypart = bodypart
    event.x = x
    event.y = y
    event.end_x = end_x
    event.end_y = end_y
    event.worth = worth
