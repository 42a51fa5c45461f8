"""What a player may ask for: the words in which brains, people, lessons and learners steer a player."""

from __future__ import annotations

from enum import IntEnum


class Intent(IntEnum):
    """A want's kind. Off the ball a player goes to a spot, for one of these reasons; on it he plays it."""

    HOLD = 0  # keep the post in the formation
    SUPPORT = 1  # show for the ball
    RUN_AHEAD = 2  # into space ahead of the ball
    RUN_BEHIND = 3  # in behind the last man
    OVERLAP = 4  # outside and past the carrier
    BOX = 5  # a spot in the box for a cross
    WIDE = 6  # hold the width
    COVER = 7  # fill in behind a mate who went
    PRESS = 8  # go to the ball to win it
    JOCKEY = 9  # delay the carrier, goal-side
    MARK = 10  # a rival, goal-side
    RECOVER = 11  # run back goal-side of the ball
    COLLECT = 12  # meet a loose or arriving ball
    KEEP = 13  # the keeper's place
    SWEEP = 14  # the keeper comes out for the ball
    RESTART = 15  # go to where a restart wants him
    STEER = 16  # go where an order says, nothing else

    CARRY = 20  # run with the ball
    PASS = 21  # along the ground
    THROUGH = 22  # along the ground into space ahead of a mate
    LOB = 23  # in the air to a mate or into space
    CROSS = 24  # in the air into the box
    SHOOT = 25
    CLEAR = 26  # away, anywhere
    SHIELD = 27  # body between rival and ball
    CONTROL = 28  # take an arriving ball down
    THROW_OUT = 29  # the keeper's throw
    TACKLE = 30  # go for the ball at the carrier's feet


ON_BALL = range(int(Intent.CARRY), int(Intent.THROW_OUT) + 1)
"""Intents that need the ball."""
