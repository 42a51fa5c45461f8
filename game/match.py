"""One tick of a match, and a whole match. Read this first.

A match is one record (state.py) that only this page changes, through physics/ and laws/. Players decide (brain/)
by what they see (sight.py) and by what they play for: `stakes`, read off tables made from their payoffs before
kick-off. An order stands above a want. Same engine, setup, seed and orders: the same match to the last bit.
"""

from __future__ import annotations

import math
import threading

from game.brain.options import bend
from game.brain.reading import first_to_ball
from game.brain.set_pieces import pick_taker
from game.brain.thinking import pace_for, pause, think
from game.events import Action, Result
from game.intent import Intent
from game.kernel import kernel
from game.laws.distance import may_take
from game.laws.referee import officiate
from game.physics.ball import roll
from game.physics.duels import tackle
from game.physics.kicking import end_flight, strike
from game.physics.meeting import meet
from game.physics.pressing import nearest_rival
from game.physics.running import run, shoulder
from game.physics.touches import touch
from game.pitch import on_pitch
from game.record import blank
from game.sight import look
from game.state import DT, NOBODY, SLOTS, TICKS_PER_SECOND, Match, Notes, Restart, Setup
from game.value.stakes import stake

ENGINE = 20
"""Rises when a match can change, which a golden match mostly shows, and never otherwise."""

READ_EVERY = 4  # ticks between two readings of who goes to the ball
STAKES_EVERY = 20  # ticks between two looks at the table of stakes
EXPECTED_ADDED = 240.0  # s of added time expected before it is announced
SURPRISE = 4  # ticks after his first touch before which nobody decides
KEEPERS_ALARM = 10.0  # m from a rival at which a keeper with the ball at his feet decides at once
PUSHED = 1  # Player.told: play as if only a goal for counted
HELD = 2  # Player.told: play the job description
TOLD = {"free": 0, "push": PUSHED, "stay": HELD}


@kernel
def tick(match: Match, setup: Setup, notes: Notes) -> None:
    """Advance `match` by one tick (1/20 s)."""
    decide(match, setup, notes)  # those whose turn it is look, weigh, want
    run(match, setup)  # legs and lungs
    shoulder(match, notes)  # bodies do not overlap
    duel(match, setup, notes)  # kicks, touches, saves, tackles
    roll(match)  # the ball
    officiate(match, setup, notes)  # the Laws: out, goal, offside, foul, time
    close(match, notes)  # the action a whistle cut short is written down
    match.tick += 1


@kernel
def decide(match: Match, setup: Setup, notes: Notes) -> None:
    """Let those whose turn it is look, weigh their options and want something."""
    look(match, setup, notes)
    kicked = match.ball.kicked == match.tick - 1
    if match.tick % READ_EVERY == 0 or kicked:
        _read(match, setup, notes, kicked)
    for slot in range(22):
        player = match.players[slot]
        if (match.tick + slot) % STAKES_EVERY == 0:
            weigh_stakes(match, setup, slot)
        if _surprised(match, setup, slot):
            player.think_at = match.tick
        if match.tick < player.think_at or player.on == 0 or match.tick < player.ordered_until:
            continue
        chosen = think(match, setup, notes, slot)
        if chosen >= 0:
            _want(match, setup, notes, slot, chosen)


@kernel
def _surprised(match: Match, setup: Setup, slot: int) -> bool:
    """Whether he has the ball, still looks up after his first touch, and a rival is upon him."""
    if match.ball.carrier != slot or match.players[slot].want.kind != Intent.CONTROL:
        return False
    alarm = KEEPERS_ALARM if slot == 0 or slot == 11 else setup.play.alarm
    return match.tick - match.ball.since >= SURPRISE and nearest_rival(match, slot) < alarm


@kernel
def _read(match: Match, setup: Setup, notes: Notes, kicked: bool) -> None:
    """Who goes to the ball, who covers; a kick makes those concerned think at once."""
    ball = match.ball
    if match.dead.kind != 0:
        if match.dead.taker < 0 and match.tick > match.dead.since:
            match.dead.taker = pick_taker(match, setup)
    elif ball.carrier < 0:
        meet(match, setup)
    for side in range(2):
        if ball.carrier >= 0 and ball.carrier // 11 == side:
            match.presser[side] = -1
            match.helper[side] = -1
            continue
        sight = notes.sight[side]
        match.presser[side] = first_to_ball(match, sight, side, -1)
        match.helper[side] = first_to_ball(match, sight, side, match.presser[side])
        if kicked and match.presser[side] >= 0:
            match.players[match.presser[side]].think_at = match.tick
    if kicked:
        if ball.aimed >= 0:
            match.players[ball.aimed].think_at = match.tick
        match.players[0].think_at = match.tick
        match.players[11].think_at = match.tick


@kernel
def weigh_stakes(match: Match, setup: Setup, slot: int) -> None:
    """What one more goal for, and one against, is worth to him now; the larger becomes 1."""
    player = match.players[slot]
    side = slot // 11
    sheet = setup.sheets[side]
    payoff = sheet.payoff[slot - 11 * side]
    score = 1.0
    concede = 1.0
    personal = 0.0
    effort = 1.0
    calm = 0.0
    if player.told == PUSHED:
        concede = 0.0
    elif player.told == HELD or (payoff < 0 and setup.freeze == 0):
        score = sheet.job_score[slot - 11 * side]
        concede = sheet.job_concede[slot - 11 * side]
    elif setup.freeze == 0:
        calm = setup.play.calm
        left = seconds_left(match, setup)
        made = match.teams[side].goals
        let_in = match.teams[1 - side].goals
        score = max(stake(setup, payoff, made, let_in, left, 0), 0.0)
        concede = max(stake(setup, payoff, made, let_in, left, 1), 0.0)
        personal = max(stake(setup, payoff, made, let_in, left, 2), 0.0)
        size = max(score, concede, personal)
        effort = size / (size + 0.004)
    size = max(score, concede, personal)
    if size <= 0.0:
        score = 1.0
        concede = 1.0
        size = 1.0
    player.personal = personal / size
    player.effort = effort
    bent = 0.0
    if score + concede > 0.0:
        bent = bend((score - concede) / (score + concede), calm, setup.play.sitting)
    size = 1.0 + abs(bent)
    player.score = (1.0 + bent) / size
    player.concede = (1.0 - bent) / size


@kernel
def seconds_left(match: Match, setup: Setup) -> float:
    """Seconds to the final whistle as players reckon it, added time included."""
    clock = match.clock
    half = setup.competition.half_seconds
    played = clock.tick * DT
    added = clock.added * 60.0 + 20.0 if clock.added >= 0 else EXPECTED_ADDED
    if clock.half == 1:
        return max(half - played, 0.0) + half + EXPECTED_ADDED
    if clock.half == 2:
        return max(half + added - played, 5.0)
    extra = setup.competition.extra_seconds
    if clock.half == 3:
        return max(extra - played, 0.0) + extra
    return max(extra + min(added, 120.0) - played, 5.0)


@kernel
def _want(match: Match, setup: Setup, notes: Notes, slot: int, chosen: int) -> None:
    """Turn the chosen option into what he wants, in the pitch's frame."""
    option = notes.options[chosen]
    player = match.players[slot]
    side = slot // 11
    sign = match.teams[side].attacks
    want = player.want
    want.kind = option.kind
    want.x = option.x * sign
    want.y = option.y * sign
    player.mark = -1
    want.mate = -1
    if option.kind == Intent.MARK:
        player.mark = option.mate
    elif option.mate >= 0:
        want.mate = option.mate + 11 * side
    want.lift = option.lift
    want.p = option.p
    if Intent.PASS <= option.kind <= Intent.CLEAR:
        want.power = option.power
        want.pace = 9.0
    else:
        dx = want.x - player.x
        dy = want.y - player.y
        far = math.sqrt(dx * dx + dy * dy)
        want.pace = option.power if option.power > 0.0 else pace_for(match, setup, notes, slot, option.kind, far)
    player.offer = option.p * option.threat if option.kind < Intent.COVER else 0.0
    player.think_at = match.tick + pause(match, notes, slot, option.kind)


@kernel
def duel(match: Match, setup: Setup, notes: Notes) -> None:
    """Kicks by the man on the ball, touches of a free ball, tackles."""
    ball = match.ball
    if match.dead.kind != 0:
        _take_restart(match, setup, notes)
    elif ball.carrier >= 0:
        kind = match.players[ball.carrier].want.kind
        if Intent.PASS <= kind <= Intent.CLEAR:
            strike(match, setup, notes, ball.carrier, 0, 0)
        else:
            tackle(match, setup, notes)
    else:
        touch(match, setup, notes)


@kernel
def _take_restart(match: Match, setup: Setup, notes: Notes) -> None:
    """The taker plays when he wants to and the Laws allow it."""
    taker = match.dead.taker
    if taker < 0:
        return
    kind = match.players[taker].want.kind
    if Intent.PASS <= kind <= Intent.CLEAR and may_take(match):
        strike(match, setup, notes, taker, 0, 0)


@kernel
def close(match: Match, notes: Notes) -> None:
    """When play has just stopped, end the action under way: a goal, offside, or nothing came of it."""
    if match.dead.kind == 0 or match.dead.since != match.tick or match.flight.action < 0:
        return
    flight = match.flight
    side = flight.slot // 11
    result = Result.FAIL
    if match.dead.kind == Restart.KICK_OFF and match.dead.side != side:
        result = Result.SUCCESS
    elif match.dead.kind == Restart.INDIRECT and match.dead.side != side and flight.action != Action.SHOT:
        result = Result.OFFSIDE
    elif flight.action == Action.DRIBBLE:
        result = Result.SUCCESS if match.dead.side == side else Result.FAIL
    end_flight(match, notes, result, match.dead.gone_x, match.dead.gone_y)


@kernel
def run_on(match: Match, setup: Setup, notes: Notes, ticks: int) -> int:
    """Play up to `ticks` ticks or to the final whistle; the number played."""
    for played in range(ticks):
        if match.clock.over == 1:
            return played
        tick(match, setup, notes)
    return ticks


@kernel
def play_batch(matches: list[Match], setup: Setup, notes: Notes) -> None:
    """Play every record of `matches`, shape (n,), to the whistle, in place."""
    for k in range(len(matches)):
        notes.count = 0
        run_on(matches[k], setup, notes, LONGEST)


LONGEST = 4 * 60 * 60 * TICKS_PER_SECOND
"""Ticks no match outlasts (four hours)."""

_desk = threading.local()


def scratch() -> Notes:
    """Notes kept for the calling thread, wiped clean."""
    if not hasattr(_desk, "notes"):
        _desk.notes = blank(Notes)
    notes: Notes = _desk.notes
    notes.count = 0
    notes.missed = 0
    return notes


def play(match: Match, setup: Setup, *, seconds: float | None = None) -> None:
    """Play `match` in place to the final whistle, or `seconds` of match time (stoppages included)."""
    if seconds is not None and not 0.0 <= seconds < math.inf:
        raise ValueError(f"seconds must be 0 or more, not {seconds}")
    ticks = LONGEST if seconds is None else round(seconds * TICKS_PER_SECOND)
    run_on(match, setup, scratch(), ticks)


def order(
    match: Match,
    slot: int,
    kind: Intent,
    x: float,
    y: float,
    *,
    ticks: int,
    pace: float = 9.0,
    mate: int = NOBODY,
    power: float = 0.0,
    lift: float = 0.0,
) -> None:
    """Let `slot` (0–21) want `kind` at (x, y), pitch frame, and nothing else for `ticks` ticks.

    `pace` (m/s) is for his legs; a kick takes `power` (m/s at the foot), `lift` (m/s upwards) and the `mate` meant.
    """
    _check_slot(slot)
    if ticks < 1 or not on_pitch(x, y):
        raise ValueError(f"an order lasts 1 tick or more and aims at the pitch, not {ticks} ticks at ({x}, {y})")
    player = match.players[slot]
    want = player.want
    want.kind, want.mate = int(kind), mate
    want.x, want.y, want.pace = x, y, pace
    want.power, want.lift, want.p = power, lift, 0.0
    player.ordered_until = match.tick + ticks


def call(match: Match, slot: int, *, ticks: int = 40) -> None:
    """Let `slot` call for the ball for `ticks` ticks: mates look his way first."""
    _check_slot(slot)
    match.players[slot].calls_until = match.tick + ticks


def tell(match: Match, slot: int, word: str) -> None:
    """Set what `slot` plays for until further notice: `push`, `stay` (his job description) or `free` (his policy)."""
    _check_slot(slot)
    if word not in TOLD:
        raise ValueError(f"a player is told {', '.join(TOLD)}, not {word!r}")
    match.players[slot].told = TOLD[word]


def _check_slot(slot: int) -> None:
    """Raise ValueError unless `slot` is one."""
    if not 0 <= slot < SLOTS:
        raise ValueError(f"no slot {slot}; slots are 0 to {SLOTS - 1} (home 0–10, away 11–21)")
