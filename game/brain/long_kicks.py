"""The long kick of a keeper, from the ground or out of his hands: both sides gather for it at half-way."""

from __future__ import annotations

from game import chance
from game.brain.options import put
from game.chance import Why
from game.intent import Intent
from game.kernel import kernel
from game.parameters import Parameters
from game.state import SIDE, Match, Notes, Restart, Sight
from game.value.space import flight_lift, flight_speed, flight_time

GOES_LONG = 0.7  # share of goal kicks both sides gather for at half-way; Wyscout: half of them go 59 m or further
GATHER_OURS, GATHER_THEIRS = 2.0, -1.0  # x of the ball, each in its own frame, for which they stand then
HEMMED_IN, HEMMED_BY = -28.0, 3  # x beyond which so many rivals hem in a keeper with the ball at his feet
PUNTED_ON = 10.0  # m further on for one out of his hands, or hit on the move
GATHER_WITHIN, GATHER_ASIDE = 0.58, 7.0  # share of their width, and m off the axis: one side is loaded for it
LOFTED = 1.0  # m/s up of a ball through the air
PUNTED, PUNT_AT = 50.0, 1.6  # m he kicks it where he sees no mate to aim at, m high where it comes down
RULED_OUT = -9.0  # goals, the value of an option that is none


@kernel
def goal_kick_goes_long(match: Match) -> bool:
    """Whether both sides gather at half-way for this goal kick."""
    return chance.draw(match.seed, match.dead.since, match.dead.side, Why.GOES_LONG) < GOES_LONG


@kernel
def kicks_long(match: Match, play: Parameters, side: int) -> bool:
    """Whether the keeper of `side` has the ball in his hands or at his feet, or a goal kick, and will kick it long."""
    if match.dead.kind == Restart.GOAL_KICK:
        return match.dead.side == side and goal_kick_goes_long(match)
    if match.ball.carrier != SIDE * side or (match.ball.held == 0 and not _hemmed_in(match, side)):
        return False
    return chance.draw(match.seed, match.ball.since, match.ball.carrier, Why.GOES_LONG) < play.kicks_long


@kernel
def _hemmed_in(match: Match, side: int) -> bool:
    """Whether rivals have come so far up that nobody near a keeper with the ball at his feet is free."""
    up = 0
    for j in range(SIDE * (1 - side) + 1, SIDE * (1 - side) + SIDE):
        player = match.players[j]
        if player.on == 1 and player.x * match.teams[side].attacks < HEMMED_IN:
            up += 1
    return up >= HEMMED_BY


@kernel
def gather_ours(match: Match) -> float:
    """The x of the ball for which the side stands whose keeper kicks long."""
    return GATHER_OURS if match.dead.kind == Restart.GOAL_KICK else GATHER_OURS + PUNTED_ON


@kernel
def gather_theirs(match: Match) -> float:
    """The same for the side that awaits it, in its own frame."""
    return GATHER_THEIRS if match.dead.kind == Restart.GOAL_KICK else GATHER_THEIRS - PUNTED_ON


@kernel
def gathered(match: Match, side: int, y: float) -> float:
    """Where across the pitch who gathers for it stands, his post at `y`, in the frame of `side`: to one side of it."""
    since = match.dead.since if match.dead.kind == Restart.GOAL_KICK else match.ball.since
    aside = GATHER_ASIDE if chance.draw(match.seed, since, 0, Why.CHOICE) < 0.5 else -GATHER_ASIDE
    return GATHER_WITHIN * y + aside * match.teams[side].attacks


@kernel
def only_long(match: Match, notes: Notes, sight: Sight) -> None:
    """Of what was weighed leave him the balls over half-way; one to where they gather when no mate is to be found."""
    found = False
    for n in range(notes.weighed):
        option = notes.options[n]
        if option.lift > LOFTED and option.x > 0.0 and option.kind != Intent.CLEAR:
            found = True
        else:
            option.value = RULED_OUT
    if not found:
        seconds = flight_time(PUNTED)
        power = flight_speed(PUNTED, seconds)
        lift = flight_lift(PUNTED, seconds, PUNT_AT)
        y = gathered(match, sight.side, 0.0)
        put(notes, Intent.LOB, -1, sight.ball_x + PUNTED, y, power, lift, 0.4, 0.01, 0.01, 0.0)
