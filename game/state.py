"""The whole dynamic state of a match in one record, and the read-only setup beside it.

Slots 0–10 are the home side's players, 11–21 the away side's, the keeper first (0 and 11). Positions are pitch
metres in the absolute frame (see pitch.py); the brain sees them through sight.py instead.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from enum import IntEnum
from typing import Annotated, Any

import numpy as np

from game.events import Event
from game.parameters import Parameters
from game.record import Floats, Grid, Ints, layout

TICKS_PER_SECOND = 20
DT = 1.0 / TICKS_PER_SECOND  # s
COUNTDOWN = 10 * TICKS_PER_SECOND  # 2026/27: a slow taker is warned for five seconds and counted down for five
SIDE = 11  # players a side
SLOTS = 2 * SIDE
SQUAD = 18  # men on a team sheet
NOBODY = -1
PAYOFFS = 12  # different payoffs one match can hold
GOALS = 10  # stakes are tabulated for 0 … GOALS-1 goals a side
NODES = 160  # time nodes of the stakes tables, see policies/stakes.py
OPTIONS = 96  # options one decision may weigh
EVENTS = 8192  # events one page of notes holds (a match writes about 3,000)


class Restart(IntEnum):
    """How play starts again; 0 while the ball is in play."""

    NONE = 0
    KICK_OFF = 1
    THROW_IN = 2
    GOAL_KICK = 3
    CORNER = 4
    DIRECT = 5  # direct free kick
    INDIRECT = 6  # indirect free kick
    PENALTY = 7
    DROPPED = 8
    SHOOT_OUT = 9  # a kick from the penalty mark
    INTERVAL = 10  # nothing to play: between halves, and after the final whistle


class Want:
    """What a player is about to do (intent.py), and where."""

    kind: int
    x: float  # m, pitch frame: the spot he goes to, or the ball's target
    y: float
    pace: float  # m/s, the fastest he cares to run
    mate: int  # slot the ball is meant for, or of the rival marked; NOBODY
    power: float  # m/s at the foot, kicks only
    lift: float  # m/s upwards, kicks only
    p: float  # chance he gives a kick to come off


class Player:
    """One slot of one side."""

    man: int  # who fills the slot: index in the squad
    on: int  # 1 on the pitch, 0 sent off or not replaced
    x: float
    y: float
    vx: float
    vy: float
    breath: float  # 0…1, what a sprint costs and a walk restores
    legs: float  # 0…1, what is left of the day's stamina; falls only
    want: Want
    ordered_until: int  # tick before which no policy may change his want
    calls_until: int  # tick until which he calls for the ball
    told: int  # 0 his policy's stakes, 1 push, 2 stay (orders on his stakes)
    score: float  # his stakes now, normalised: the larger is 1
    concede: float
    personal: float
    effort: float  # 0…1, how much the result still matters to him
    think_at: int  # tick of his next decision
    down_until: int  # tick until which he is on the ground or beaten
    touch_at: int  # tick from which he may touch the ball again
    offside: int  # 1: stood offside when a mate last touched the ball; 2: in the keeper's sight too
    mark: int  # slot of the rival he looks after, or NOBODY
    offer: float  # what he last offered as a receiver (goals), for his mates' marginal gain
    meet: float  # s until he can meet the ball
    meet_x: float  # where
    meet_y: float
    goals: int
    yellow: int
    covered: float  # m run, and of that above 20 and 25 km/h
    fast: float
    sprinted: float
    sprints: int
    sprinted_now: int  # ticks above 25 km/h so far in this sprint
    peak: float  # m/s, fastest so far


class Ball:
    """The ball; `carrier` has it at his feet, `held` = 1 has it in his hands."""

    x: float
    y: float
    z: float  # m, centre of the ball above its place on the ground
    vx: float
    vy: float
    vz: float
    was_x: float  # a tick ago
    was_y: float
    was_z: float
    carrier: int  # slot or NOBODY
    held: int
    since: int  # tick he got it
    last: int  # slot that last touched it
    kicker: int  # slot that last played it on purpose
    kicked: int  # tick of that
    aimed: int  # slot it was meant for, or NOBODY
    shot: int  # 1 from a shot until somebody plays the ball again
    struck_frame: int  # tick it last hit post or bar
    saved: int  # 1 after a save or a rebound off the woodwork, until played
    stride: float  # m the carrier has run since his last touch of it
    keeper_barred: int  # 1: own side's deliberate pass or throw, the keeper may not use his hands


class Clock:
    """Time (Law 7)."""

    half: int  # 1, 2; 3, 4 extra time; 5 kicks from the mark
    tick: int  # ticks played of this half
    lost: float  # s lost this half
    added: int  # min of added time announced, -1 before
    over: int  # 1 after the final whistle


class Dead:
    """The stoppage going on, if any (kind 0: in play)."""

    kind: int  # Restart
    side: int  # 0, 1: who restarts
    x: float
    y: float
    gone_x: float  # where the ball was when play stopped
    gone_y: float
    since: int  # tick it began; in play: tick the last restart was taken
    ready: int  # tick from which an ordinary taker plays
    taker: int  # slot or NOBODY
    first: int  # slot that took the last restart and may not touch twice, or NOBODY
    indirect: int  # 1: the restart under way needs a second touch before a goal
    kind_played: int  # Restart the ball in play came from, until another player touches it


class Foul:
    """An offence the referee has yet to deal with, or lets run as advantage (kind 0: none)."""

    kind: int  # 1 careless, 2 reckless, 3 excessive force, 4 handball, 5 indirect offence
    slot: int  # who did it
    victim: int  # slot or NOBODY
    x: float
    y: float
    chance: int  # 1: denied an obvious chance
    tick: int
    until: int  # tick until which advantage may be called back, 0 when not running


class Flight:
    """The action under way, to be written as one event when it ends."""

    action: int  # events.Action, -1: none
    slot: int
    bodypart: int
    x: float
    y: float
    tick: int
    worth: float  # xG of a shot, expected completion of a pass
    aim_x: float
    aim_y: float


class Team:
    """One side's score and statistics."""

    goals: int
    attacks: int  # +1 or -1: the end it attacks
    shots: int
    on_target: int
    blocked: int
    xg: float
    counter_shots: int
    passes: int
    completed: int
    crosses: int
    long_passes: int
    headers: int
    take_ons: int
    tackles: int
    interceptions: int
    clearances: int
    saves: int
    corners: int
    throw_ins: int
    goal_kicks: int
    free_kicks: int
    penalties: int
    offsides: int
    fouls: int
    yellows: int
    reds: int
    substitutions: int
    windows: int
    possession: int  # ticks with the ball
    won_at: int  # tick it last won the ball
    won_x: float  # where, own attacking frame
    kicks_taken: int  # from the mark
    kicks_scored: int
    used: int  # places on the bench that came on, a bit each
    changed_at: int  # tick of the stoppage of its last substitution


class Match:
    """Everything that changes."""

    tick: int
    seed: int
    clock: Clock
    ball: Ball
    dead: Dead
    foul: Foul
    flight: Flight
    in_play: int  # ticks the ball was in play
    having: int  # side that last had the ball under control
    presser: Annotated[Ints, 2]  # slot of each side that goes to the ball
    helper: Annotated[Ints, 2]  # and of the one covering him
    kicked_off: int  # side that kicked off the first half
    caution: Annotated[Ints, 22]  # cards owed at the next stoppage (slot: 0, 1 yellow, 2 red)
    teams: Annotated[Sequence[Team], 2]
    players: Annotated[Sequence[Player], 22]


class Man:
    """One man of a squad; attributes 0…1, bodies in SI units."""

    number: int
    post: int  # teams/posts.Post he is at home in
    pace: float
    acceleration: float
    stamina: float
    passing: float
    first_touch: float
    finishing: float
    heading: float
    tackling: float
    positioning: float
    strength: float
    keeping: float
    top_speed: float  # m/s
    push_off: float  # m/s², acceleration from standing


class Sheet:
    """One side's team sheet: formation and who plays for what."""

    post: Annotated[Ints, 11]  # teams/posts.Post of each slot
    depth: Annotated[Floats, 11]  # 0 back line … 1 front line, keeper -1
    width: Annotated[Floats, 11]  # -1 right … +1 left, in attacking direction
    payoff: Annotated[Ints, 11]  # row of Setup.stakes, or NOBODY: fixed stakes below
    job_score: Annotated[Floats, 11]  # the job description's stakes
    job_concede: Annotated[Floats, 11]
    lineup: Annotated[Ints, 11]  # man in each slot at the start
    bench: Annotated[Ints, 7]  # men on the bench, NOBODY where empty
    strength: float  # home advantage: factor on skill errors, 1 = none


class Competition:
    """What the laws and the competition say."""

    half_seconds: float  # 2700
    extra_seconds: float  # 900; 0: no extra time
    shoot_out: int  # 1: kicks from the mark decide
    added_seconds: float  # s added to the half the scenario starts in; -1: from time lost
    keeper_seconds: float  # 8 (2025/26 on), 6 before
    keeper_corner: int  # 1: corner for holding too long, 0: indirect free kick
    substitutions: int
    windows: int
    dropped_to_last: int  # 1: dropped ball to the side that had it
    countdown: int  # 1: slow throw-ins and goal kicks are counted down (2026/27)
    time_lost: float  # factor on time lost (era of added time)
    first_leg: int  # goal difference brought from the first leg, home side's view


class Start:
    """The situation a scenario begins in."""

    half: int
    second: float  # of that half
    home_goals: int
    away_goals: int
    kick_off: int  # side that kicks off, or has the ball
    legs: Annotated[Floats, 2]  # freshness of each side, 1 = fresh
    controlled: int  # slot a person would control, or NOBODY


class Setup:
    """Everything that does not change during a match; read-only, shared by all matches of a batch."""

    squads: Annotated[Grid[Man], 2, 18]
    sheets: Annotated[Sequence[Sheet], 2]
    competition: Competition
    start: Start
    play: Parameters  # the tuned numbers
    freeze: int  # 1: all stakes frozen even (the blind switch)
    push_gain: float  # factor on how far posts move with stakes (1; 0 switches the layer off)
    stakes: Annotated[Grid[float], 12, 10, 10, 160, 3]  # payoff, for, against, time node → score, concede, personal


class Option:
    """One thing a player weighs."""

    kind: int  # Intent
    mate: int  # slot, or NOBODY
    x: float  # pitch frame
    y: float
    power: float
    lift: float
    p: float  # chance that it comes off
    threat: float  # of a goal if it does
    danger: float  # of a goal against if it does not
    value: float


class Sight:
    """What one side sees, always attacking +x: mates are 0–10, rivals 11–21."""

    side: int
    x: Annotated[Floats, 22]
    y: Annotated[Floats, 22]
    vx: Annotated[Floats, 22]
    vy: Annotated[Floats, 22]
    top: Annotated[Floats, 22]  # m/s he can reach now
    on: Annotated[Ints, 22]
    ball_x: float
    ball_y: float
    ball_z: float
    ball_vx: float
    ball_vy: float
    carrier: int  # 0–21 in this frame, or NOBODY
    having: int  # 1: this side last had the ball, or is to restart
    offside_x: float  # beyond this a mate stands offside
    last_x: float  # own last outfield man
    room: float  # m from the carrier to the nearest of his rivals; HALF_PRESSED with the ball free
    facing: int  # rivals in the field between the ball and their goal


class Notes:
    """What a tick jots down and no later tick needs: sights, the options last weighed, who pushes whom, the events."""

    sight: Annotated[Sequence[Sight], 2]
    options: Annotated[Sequence[Option], 96]
    weighed: int  # options in use
    chosen: int
    count: int  # events in use
    missed: int  # events that found the page full
    touching: Annotated[Ints, 22]  # bodies that overlap his
    shoved: Annotated[Floats, 88]  # m and m/s they push him by: x, y, vx, vy of each man
    events: Annotated[Sequence[Event], EVENTS]


def fork(match: Match, count: int) -> Any:
    """`count` copies of `match`, shape (count,): identical futures until something differs."""
    copies = np.empty(count, layout(Match))
    words = copies.view(np.int64).reshape(count, layout(Match).itemsize // 8)
    words[:] = np.asarray(match).reshape(1).view(np.int64)  # plain words copy faster than fields
    return copies


def fingerprint(match: Match) -> str:
    """Sixteen hex digits, equal exactly when two states are equal."""
    return hashlib.blake2b(np.asarray(match).tobytes(), digest_size=8).hexdigest()
