"""One decision: what a man weighs depends on whether he has the ball, his side has it, or the rivals do.

The brain reads the match and writes only the page of notes; match.py turns what was chosen into a want.
"""

from __future__ import annotations

import math

from game.brain.defending import (
    BOX_BALL,
    DELAY_AT,
    DELAYS,
    LAST_MAN_FROM,
    closes,
    hold,
    outnumbered,
    weigh_defending,
)
from game.brain.keeping import leaves_it, weigh_keeping
from game.brain.long_kicks import kicks_long, only_long
from game.brain.off_ball import OVERLAPS_FROM, weigh_off_ball
from game.brain.on_ball import weigh_on_ball
from game.brain.options import choose, lean, put, wipe
from game.brain.set_pieces import weigh_set_piece
from game.brain.shape import BACK_LINE, MIDFIELD
from game.intent import Intent
from game.kernel import kernel
from game.physics.pressing import crowd
from game.physics.running import SPRINT
from game.pitch import BOX_LINE, HALF_LENGTH, length
from game.state import DT, Match, Notes, Player, Restart, Setup, Sight

READY_AT = 0.45  # s before he meets the ball a man decides what to do with it
CONTESTED = 1.0  # s by which a rival may be later for a free ball to be worth a sprint
OFFSIDE_BY = 1.0  # m beyond the offside line from where a man hurries back
BREAKING = -3.0  # m/s of a ball towards his goal from which a man behind it sprints back
BREAK = 140  # ticks after winning the ball in which men run forward flat out
OPEN = 0.5  # crowd before the ball below which an attack is a break
BREAK_FROM = int(Intent.RUN_AHEAD)
BREAK_TO = int(Intent.BOX)
STEPS, SHIFTS = 1.25, 0.8  # m/s, 1/s: a block follows the ball the faster the further it has to; …
STROLLS, AT_EASE = 0.5, 0.25  # the same of its front, up the pitch
SHORT_OF_SPRINT = 6.8  # m/s: nobody but a man of the last line who marks sprints a few steps; …
OVERLAPS_AT, OVERLAPS_ON = 5.4, 7.6  # m/s an overlap is run at most: the ball is held for him; …
UP_FIELD = 12.0  # x of the ball from where on it is run that fast
RUNS_FROM = 26.0  # m from where he is going to from where on a run in behind becomes a sprint
SPRINTS_ON = 7.9  # m/s at least that he goes on with until he is nearly there
SPRINTS = 0.3  # 1/s: … and runs the faster the further he has to go
TOP = 9.5  # m/s anybody cares to run
NEAR_GOAL, LAST_MEN = 6.0, 7.3  # m/s of who marks, covers or gets back before his goal; of the last line
NEAR_BALL = -30.0  # x of the ball from which nobody spares himself on his way back
DEEP_BALL = -8.0  # x of the ball below which falling back is urgent
LATE_BY = 1.5  # m up the pitch from his place at which it is
RUNNER = 4.5  # m/s towards the goal from which a marked man is run with
FOLLOWS = -15.0  # x of the ball up to which he is
TRACKS_BACK = 0.45  # depth of post up to which a man does
GIVE_UP = 0.7  # s later than a rival: he presses the receiver instead of going for the ball …
PRESSES_AT = 2.2  # m goal-side of where the rival will have it
HUNTS_FROM = 15.0  # x of the ball from where a free ball is gone after by however few
GIVES = 1.0  # m that he gives way instead when outnumbered
HANDS_WAIT = 3.5  # s a keeper usually keeps the ball in his hands
HANDS_MORE = 3.0  # s longer with a lead to protect, shorter when chasing


@kernel
def think(match: Match, setup: Setup, notes: Notes, slot: int) -> int:
    """Weigh everything `slot` could do now; the index of his choice in `notes.options`."""
    wipe(notes)
    ball = match.ball
    side = slot // 11
    sight = notes.sight[side]
    noise = 0.0
    if match.dead.kind != 0:
        weigh_set_piece(match, setup, notes, slot)
    elif ball.carrier == slot:
        if ball.held == 1 and (match.tick - ball.since) * DT < _hands(match, slot):
            put(notes, Intent.KEEP, -1, -BOX_LINE - 1.5, 0.5 * sight.ball_y, 2.5, 0.0, 0.0, 0.0, 0.0, 1.0)
        else:
            weigh_on_ball(match, setup, notes, slot, 0)
            if kicks_long(match, setup.play, side):
                only_long(match, notes, sight)
            noise = setup.play.noise
    elif ball.carrier < 0 and match.presser[side] == slot and slot != 11 * side and leaves_it(match, sight, slot):
        hold(match, setup, notes, sight, slot)
    elif ball.carrier < 0 and match.presser[side] == slot:
        noise = _free_ball(match, setup, notes, slot)
    elif slot == 11 * side:
        weigh_keeping(match, setup, notes, slot)
    elif sight.having == 1:
        weigh_off_ball(match, setup, notes, slot)
        noise = 0.25 * setup.play.noise
    else:
        weigh_defending(match, setup, notes, slot)
    return choose(match, notes, slot, noise, setup.play.steady)


@kernel
def _hands(match: Match, slot: int) -> float:
    """Seconds this keeper keeps the ball in his hands."""
    return HANDS_WAIT - HANDS_MORE * lean(match.players[slot])


@kernel
def _free_ball(match: Match, setup: Setup, notes: Notes, slot: int) -> float:
    """He is the first of his side to a free ball: play it, go to it, or press who gets it; the noise to judge by."""
    player = match.players[slot]
    side = slot // 11
    sight = notes.sight[side]
    sign = match.teams[side].attacks
    rival = match.presser[1 - side]
    theirs = 9.0
    if rival >= 0:
        theirs = match.players[rival].meet
    if player.meet < READY_AT and player.meet < theirs + 0.3:
        weigh_on_ball(match, setup, notes, slot, 1)
        return setup.play.noise
    x = player.meet_x * sign
    y = player.meet_y * sign
    if theirs < player.meet - GIVE_UP and rival >= 0:
        x = match.players[rival].meet_x * sign
        y = match.players[rival].meet_y * sign
        dx = -HALF_LENGTH - x
        dy = -0.6 * y
        far = math.sqrt(dx * dx + dy * dy) + 0.01
        kind = Intent.PRESS
        stand = PRESSES_AT
        gap = length(player.x * sign - x, player.y * sign - y)
        pace = 9.0 if sight.ball_x < BOX_BALL else closes(setup, slot, gap)
        if DELAYS < gap < DELAY_AT and LAST_MAN_FROM < sight.ball_x < HUNTS_FROM and outnumbered(sight):
            kind = Intent.JOCKEY
            stand = gap + GIVES
        put(notes, kind, -1, x + stand * dx / far, y + stand * dy / far, pace, 0.0, 0.0, 0.0, 0.0, 1.0)
    else:
        pace = 9.0 if theirs < player.meet + CONTESTED or crowd(sight) < OPEN else setup.play.jog
        put(notes, Intent.COLLECT, -1, x, y, pace, 0.0, 0.0, 0.0, 0.0, 1.0)
    return 0.0


@kernel
def pace_for(match: Match, setup: Setup, notes: Notes, slot: int, kind: int, far: float) -> float:
    """How fast a man cares to run to a spot `far` m away, for this reason; the way back, by what he has to concede."""
    sight = notes.sight[slot // 11]
    player = match.players[slot]
    pace = _usual_pace(match, setup, sight, slot, kind, far)
    breaks = match.tick - match.teams[slot // 11].won_at < BREAK or crowd(sight) < OPEN
    if kind != Intent.OVERLAP and BREAK_FROM <= kind <= BREAK_TO and sight.having == 1 and breaks:
        pace = max(pace, 3.0 + setup.play.breaks_out * far)
    if sight.having == 0 and match.dead.kind == 0 and kind != Intent.KEEP:
        back = max(_comes_back(match, setup, sight, slot, kind, far), _falls_back(match, setup, sight, slot))
        pace = max(pace, _returns(setup, player) * back)
    if sight.having == 1 and match.dead.kind == 0 and sight.x[slot % 11] > sight.offside_x + OFFSIDE_BY:
        pace = max(pace, setup.play.jog)
    if kind != Intent.OVERLAP:
        pace = _spared(pace, setup.play.jog, setup.play.spares)
    if kind != Intent.MARK or setup.sheets[slot // 11].depth[slot % 11] >= BACK_LINE:
        sprints = player.vx * player.vx + player.vy * player.vy > SPRINT * SPRINT
        out = setup.play.sprints_to if sprints else RUNS_FROM if kind == Intent.RUN_BEHIND else setup.play.sprints_from
        if sprints and far > out:
            pace = max(pace, SPRINTS_ON)
        pace = min(pace, SHORT_OF_SPRINT + SPRINTS * max(far - out, 0.0))
    return min(pace, TOP) * (0.80 + 0.20 * player.breath) * (0.35 + 0.65 * player.effort)


@kernel
def _returns(setup: Setup, player: Player) -> float:
    """Share of the pace back that he runs: all of it until nearly nothing he could concede counts any more."""
    tilt = max(lean(player), 0.0)
    return 1.0 - (1.0 - setup.play.returns) * tilt * tilt


@kernel
def _spared(pace: float, jog: float, spares: float) -> float:
    """`pace` (m/s) as it is run: a jog until `spares` more are called for, all of it at the top."""
    if pace <= jog:
        return pace
    return jog + max(pace - jog - spares, 0.0) * (TOP - jog) / (TOP - jog - spares)


@kernel
def _usual_pace(match: Match, setup: Setup, sight: Sight, slot: int, kind: int, far: float) -> float:
    """The pace (m/s) men care to run at for a reason `kind`, the spot `far` m away, when nothing is urgent."""
    jog = setup.play.jog
    if match.dead.kind != 0:
        pace = min(1.0 + 0.16 * far, 4.2)
    elif kind == Intent.RUN_BEHIND:
        pace = setup.play.run_pace + 0.3 * far
    elif kind == Intent.OVERLAP:
        goes_past = sight.ball_x > UP_FIELD and abs(sight.ball_y) > OVERLAPS_FROM
        pace = min(setup.play.overlap_pace + 0.25 * far, OVERLAPS_ON if goes_past else OVERLAPS_AT)
    elif kind == Intent.BOX:
        pace = 1.6 + 0.35 * far
    elif kind == Intent.RUN_AHEAD:
        pace = min(1.5 + 0.4 * far, 5.5)
    elif kind == Intent.RECOVER:
        pace = min(2.0 + 0.32 * far, NEAR_GOAL if sight.ball_x < -32.0 else jog)
    elif kind == Intent.MARK or kind == Intent.COVER:
        near = LAST_MEN if setup.sheets[slot // 11].depth[slot % 11] < BACK_LINE else NEAR_GOAL
        pace = min(_follows(setup, sight, slot, far), _shifts(setup, sight, slot, near))
    elif kind == Intent.KEEP:
        pace = 0.8 + 0.6 * far
    elif sight.having == 0:
        pace = min(_follows(setup, sight, slot, far), _shifts(setup, sight, slot, setup.play.brisk))
    else:
        pace = min(0.75 + 0.22 * far, jog)
    return pace


@kernel
def _follows(setup: Setup, sight: Sight, slot: int, far: float) -> float:
    """The pace (m/s) at which a man without the ball makes up `far` m: up the pitch the front strolls."""
    if setup.sheets[slot // 11].depth[slot % 11] > MIDFIELD and sight.ball_x > FOLLOWS:
        return STROLLS + AT_EASE * far
    return STEPS + SHIFTS * far


@kernel
def _shifts(setup: Setup, sight: Sight, slot: int, near: float) -> float:
    """The fastest (m/s) a man without the ball shifts with his block; `near` his own goal. The front only jogs."""
    if sight.ball_x > 0.0 or setup.sheets[slot // 11].depth[slot % 11] > MIDFIELD:
        return setup.play.jog
    return near if sight.ball_x < NEAR_BALL else setup.play.brisk


@kernel
def _comes_back(match: Match, setup: Setup, sight: Sight, slot: int, kind: int, far: float) -> float:
    """The pace (m/s) of one on the wrong side of the ball, `far` m from his place; 0 for who is behind it."""
    if sight.x[slot % 11] <= sight.ball_x + 1.0 or kind == Intent.KEEP:
        return 0.0
    pace = min(1.5 + 0.4 * far, setup.play.jog)
    deep = setup.sheets[slot // 11].depth[slot % 11] < TRACKS_BACK
    if deep and sight.ball_vx < BREAKING and sight.ball_x < 12.0:
        pace = max(pace, 2.5 + 0.33 * far)
    return pace


@kernel
def _falls_back(match: Match, setup: Setup, sight: Sight, slot: int) -> float:
    """The pace (m/s) a man has to run at who is up the pitch from where he should be, or whose man runs away from him.

    Nobody jogs back while the ball comes at his goal, and who marks a runner runs with him.
    """
    player = match.players[slot]
    sign = match.teams[slot // 11].attacks
    drop = (player.x - player.want.x) * sign
    pace = min(1.5 + 1.3 * drop, setup.play.brisk) if drop > 0.0 else 0.0
    if drop > LATE_BY and (sight.ball_x < DEEP_BALL or sight.ball_vx < BREAKING):
        back = setup.sheets[slot // 11].depth[slot % 11] < BACK_LINE
        front = min(2.4 + setup.play.retreat_front * drop, 9.5 if sight.ball_x < NEAR_BALL else setup.play.brisk)
        pace = max(pace, 2.6 + setup.play.retreat * drop if back else front)
    if player.mark >= 0 and setup.sheets[slot // 11].depth[slot % 11] <= MIDFIELD:
        runner = match.players[player.mark]
        runs = -runner.vx * sign
        if runs > RUNNER and sight.ball_x < FOLLOWS:
            pace = max(pace, runs + 0.3 * drop)
    return pace


@kernel
def pause(match: Match, notes: Notes, slot: int, kind: int) -> int:
    """Ticks until his next decision."""
    if match.dead.kind != 0:
        free_kick = match.dead.kind == Restart.DIRECT or match.dead.kind == Restart.INDIRECT
        return 5 if slot == match.dead.taker or free_kick else 16
    if match.ball.carrier == slot:
        return 3
    if match.presser[slot // 11] == slot:
        return 3
    if slot == 0 or slot == 11:
        return 3 if match.ball.shot == 1 else 6
    sight = notes.sight[slot // 11]
    k = slot % 11
    dx = sight.x[k] - sight.ball_x
    dy = sight.y[k] - sight.ball_y
    return 5 if dx * dx + dy * dy < 484.0 else 9
