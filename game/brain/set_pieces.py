"""Set pieces: who takes them, where the others stand, what is played. Attacking frame throughout.

The Laws' distances are enforced by laws/; here men only choose where they would like to be.
"""

from __future__ import annotations

import math

from game import chance
from game.brain.defending import hold, weigh_defending
from game.brain.deliveries import weigh_delivery
from game.brain.keeping import goes_up, weigh_keeping
from game.brain.long_kicks import LOFTED, RULED_OUT, gather_ours, gathered, goal_kick_goes_long
from game.brain.off_ball import weigh_off_ball
from game.brain.on_ball import weigh_on_ball
from game.brain.options import go_to, put, wipe
from game.brain.shape import anchor_x, anchor_y, drifted
from game.brain.taking import longest, taken_at
from game.brain.throw_ins import WAITS, comes_short, somebody_is_free, throw
from game.brain.walls import SHOOTING, over_the_wall, weigh_wall
from game.chance import Why
from game.intent import Intent
from game.kernel import kernel
from game.parameters import Parameters
from game.pitch import BALL_RADIUS, BOX_LINE, CIRCLE, HALF_LENGTH, length
from game.state import Match, Notes, Restart, Setup, Sight
from game.value.space import flight_lift, flight_speed

DELIVERED_FROM = 14.0  # x of the ball from where a free kick is a delivery …
DELIVERED_TO = 34.0  # and to which x
COMES_BACK = 0.5  # share of the balls lost there that are won back or go behind: all are up, and so are theirs
PENALTY_POWER = 24.0  # m/s
KICK_OFF_LINE, KICK_OFF_LENGTH = -24.0, 23.0  # x of the back line at a kick-off, m to the front before it
IN_OWN_HALF = 0.5  # m a man keeps from the halfway line then


@kernel
def pick_taker(match: Match, setup: Setup) -> int:
    """The slot that takes the restart now awarded."""
    dead = match.dead
    side = dead.side
    first = 11 * side
    sign = match.teams[side].attacks
    x = dead.x * sign
    if dead.kind == Restart.GOAL_KICK and match.players[first].on == 1:
        return first
    best = -1
    best_key = -1e9
    for k in range(11):
        i = first + k
        player = match.players[i]
        if player.on == 0:
            continue
        if k == 0 and not (x < -HALF_LENGTH + 22.0 and dead.kind != Restart.THROW_IN):
            continue
        man = setup.squads[side, player.man]
        key = -0.05 * length(player.x - dead.x, player.y - dead.y)
        if dead.kind == Restart.KICK_OFF:
            key = setup.sheets[side].depth[k] - 0.5 * abs(setup.sheets[side].width[k])
        elif dead.kind == Restart.CORNER:
            key += 3.0 * man.passing + (1.0 if 0.3 < setup.sheets[side].depth[k] < 0.9 else 0.0)
        elif dead.kind == Restart.PENALTY or dead.kind == Restart.SHOOT_OUT:
            key = man.finishing
        elif dead.kind == Restart.DIRECT and x > HALF_LENGTH - 35.0:
            key += 3.0 * man.passing + 2.0 * man.finishing
        elif dead.kind == Restart.THROW_IN:
            key += 0.3 * abs(setup.sheets[side].width[k])
        if key > best_key:
            best = i
            best_key = key
    return best


@kernel
def weigh_set_piece(match: Match, setup: Setup, notes: Notes, slot: int) -> None:
    """Write what a man may do during a stoppage."""
    dead = match.dead
    side = slot // 11
    sight = notes.sight[side]
    if dead.kind == Restart.INTERVAL:
        go_to(notes, sight.x[slot % 11], sight.y[slot % 11], 1.0)
    elif slot == dead.taker:
        _taker(match, setup, notes, slot, sight)
    elif dead.kind == Restart.KICK_OFF:
        _kick_off(match, setup, notes, slot)
    elif dead.kind == Restart.PENALTY or dead.kind == Restart.SHOOT_OUT:
        _penalty(match, notes, slot)
    elif slot == 11 * side and not (
        dead.kind == Restart.CORNER and dead.side == side and goes_up(match, slot, _left(match, setup))
    ):
        weigh_keeping(match, setup, notes, slot)
    elif dead.kind == Restart.CORNER:
        weigh_delivery(match, setup, notes, slot)
    elif dead.kind == Restart.GOAL_KICK:
        _goal_kick(match, setup, notes, slot)
    elif (dead.kind == Restart.THROW_IN and dead.side == side and comes_short(match, notes, sight, slot)) or (
        dead.kind == Restart.DIRECT and weigh_wall(match, setup, notes, slot)
    ):
        return
    elif (dead.kind == Restart.DIRECT or dead.kind == Restart.INDIRECT) and _near_goal(match, sight):
        weigh_delivery(match, setup, notes, slot)
    elif dead.side == side:
        weigh_off_ball(match, setup, notes, slot)
    else:
        weigh_defending(match, setup, notes, slot)


@kernel
def _near_goal(match: Match, sight: Sight) -> bool:
    """Whether a free kick from there is delivered into the box rather than played on."""
    return (sight.ball_x if match.dead.side == sight.side else -sight.ball_x) > DELIVERED_FROM


@kernel
def _left(match: Match, setup: Setup) -> float:
    """Seconds to the announced end of the half; large before the end is near."""
    added = max(match.clock.added, 0) * 60.0
    return setup.competition.half_seconds + added - match.clock.tick * 0.05


@kernel
def _taker(match: Match, setup: Setup, notes: Notes, slot: int, sight: Sight) -> None:
    """To the ball; then, when he thinks it is time, the ball where it is worth most."""
    dead = match.dead
    me = slot % 11
    gap = length(sight.x[me] - sight.ball_x, sight.y[me] - sight.ball_y)
    wait = taken_at(match, setup) - dead.since
    if gap > 0.9 or match.tick < dead.since + wait:
        late = match.tick > dead.since + 0.5 * wait
        go_to(notes, sight.ball_x - 0.35, sight.ball_y, 4.5 if late else 2.2)
        return
    if dead.kind == Restart.PENALTY or dead.kind == Restart.SHOOT_OUT:
        _spot_kick(match, setup, notes, slot, sight)
        return
    weigh_on_ball(match, setup, notes, slot, 0)
    _allowed(match, setup.play, notes, sight)
    until = dead.since + min(wait + WAITS, longest(match, setup))
    if dead.kind == Restart.THROW_IN and match.tick < until and not somebody_is_free(notes):
        wipe(notes)
        go_to(notes, sight.x[me], sight.y[me], 1.0)


@kernel
def _allowed(match: Match, play: Parameters, notes: Notes, sight: Sight) -> None:
    """Rule out what this restart does not allow; a throw is a throw."""
    kind = match.dead.kind
    taker = match.players[match.dead.taker]
    again = COMES_BACK * play.keep * (taker.score + taker.concede)
    for n in range(notes.weighed):
        option = notes.options[n]
        dx = option.x - sight.ball_x
        dy = option.y - sight.ball_y
        far = math.sqrt(dx * dx + dy * dy)
        kick = Intent.PASS <= option.kind <= Intent.CLEAR
        if (
            not kick
            or (option.kind == Intent.CLEAR and (kind != Restart.GOAL_KICK or option.x < sight.ball_x))
            or (option.kind == Intent.SHOOT and (kind != Restart.DIRECT or far > SHOOTING))
            or (option.lift < LOFTED and kind == Restart.GOAL_KICK and goal_kick_goes_long(match))
        ):
            option.value = RULED_OUT
        elif kind == Restart.THROW_IN:
            throw(option, far)
        elif kind == Restart.CORNER and option.kind == Intent.LOB:
            option.kind = Intent.CROSS
        elif kind == Restart.DIRECT and option.kind == Intent.SHOOT:
            over_the_wall(match, option, far)
        elif option.lift > LOFTED and option.x > DELIVERED_TO:
            option.value += (1.0 - option.p) * again
    if notes.weighed == 0 or notes.options[0].value <= RULED_OUT:
        put(notes, Intent.LOB, -1, sight.ball_x + 14.0, 0.6 * sight.ball_y, 12.0, 4.0, 0.4, 0.01, 0.01, -5.0)


@kernel
def _spot_kick(match: Match, setup: Setup, notes: Notes, slot: int, sight: Sight) -> None:
    """A penalty: low or high, left or right."""
    side = 1.0 if chance.draw(match.seed, match.tick, slot, Why.SHOOT_OUT) < 0.5 else -1.0
    high = chance.draw(match.seed, match.tick, slot, Why.KICK_LIFT)
    height = 0.3 + 1.3 * high * high
    far = HALF_LENGTH - sight.ball_x
    seconds = flight_speed(far, PENALTY_POWER)  # speed and time change places in it
    lift = flight_lift(far, seconds, height - BALL_RADIUS)
    put(notes, Intent.SHOOT, -1, HALF_LENGTH, side * 2.75, PENALTY_POWER, lift, 0.76, 1.0, 0.0, 1.0)


@kernel
def _kick_off(match: Match, setup: Setup, notes: Notes, slot: int) -> None:
    """About his post in the own half, outside the circle unless his side kicks off."""
    side = slot // 11
    k = slot - 11 * side
    depth = setup.sheets[side].depth[k]
    x = -HALF_LENGTH + 5.0
    y = 0.0
    if k > 0:
        x, y = drifted(match, slot, KICK_OFF_LINE + depth * KICK_OFF_LENGTH, setup.sheets[side].width[k] * 24.0)
        x = min(x, -IN_OWN_HALF)
    far = math.sqrt(x * x + y * y)
    if far < CIRCLE + 0.8:
        x = -(CIRCLE + 0.8)
    go_to(notes, x, y, 0.0)


@kernel
def _penalty(match: Match, notes: Notes, slot: int) -> None:
    """Outside the box and the arc, behind the ball; the keeper on his line."""
    side = slot // 11
    k = slot - 11 * side
    ours = match.dead.side == side
    sign = 1.0 if ours else -1.0
    if k == 0 and not ours:
        go_to(notes, -HALF_LENGTH + 0.1, 0.0, 0.0)
    elif k == 0:
        go_to(notes, -HALF_LENGTH + 14.0, 0.0, 0.0)
    else:
        y = (k - 5.5) * 4.6 + (1.0 if ours else -1.0)
        x = BOX_LINE - 4.5 if abs(y) < 9.0 else BOX_LINE - 1.5
        if k <= 2 and ours:
            x = 8.0
        go_to(notes, sign * x, y, 0.0)


@kernel
def _goal_kick(match: Match, setup: Setup, notes: Notes, slot: int) -> None:
    """Both blocks gathered at half-way for a long one, or the kicking side's backs wide for a short one."""
    side = slot // 11
    sight = notes.sight[side]
    ours = match.dead.side == side
    if goal_kick_goes_long(match) and not ours:
        hold(match, setup, notes, sight, slot)
        return
    y = anchor_y(setup, sight, slot, 0.0)
    if not ours:
        x, y = drifted(match, slot, anchor_x(match, setup, sight, slot, 26.0), y)
        go_to(notes, min(x, BOX_LINE - 1.0), y, 0.0)
        return
    x = anchor_x(match, setup, sight, slot, -34.0)
    if goal_kick_goes_long(match):
        x = anchor_x(match, setup, sight, slot, gather_ours(match))
        y = gathered(match, side, y)
    dx, y = drifted(match, slot, x, y)
    x = min(dx, x)
    # nobody is offside from a goal kick, but from the header that follows
    go_to(notes, min(x, sight.offside_x), y, 0.0)
