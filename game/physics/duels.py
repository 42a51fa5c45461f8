"""Duels for a ball at a man's feet: tackles won, missed, mistimed, by who is nearer the ball and how he comes."""

from __future__ import annotations

import math

from game import chance
from game.chance import Why
from game.events import Action, Bodypart, Result, jot
from game.intent import Intent
from game.kernel import kernel
from game.physics.kicking import end_flight
from game.physics.saves import catch, hands_allowed
from game.physics.touches import take, win
from game.pitch import HALF_LENGTH, in_box, length
from game.state import Match, Notes, Player, Setup

REACH = 1.15  # m from the tackler's body to the ball
BODY_REACH = 0.95  # m from body to body, from where he can stretch around
SMOTHER = 1.5  # m from the keeper's body to a ball he dives on
SMOTHERS = 0.72  # chance that he has it
NEARER = 0.42  # added per metre he is nearer the ball than the carrier
SKILL = 0.55  # added per unit of tackling above the carrier's first touch and strength
BEHIND = 0.26  # taken off from behind
SHIELDED = 0.12  # taken off against a shielding man
STEADY = 3.0  # m/s up to which two who meet do not rush: who dives in at a man who comes at him is beaten
CLEAN = 0.35  # share of won tackles that end at the tackler's feet
WIDE_OUT = 9.0  # m from the axis, beyond which a poked ball goes towards touch
BEATEN = 13  # ticks a man who missed is out of it
SHAKEN = 4  # ticks a carrier needs after he held the ball against one
STUMBLES = 0.55  # share of his speed he keeps
CAREFUL = 0.17  # how often a man fouls in his own box against elsewhere
EXCESSIVE_TO, RECKLESS_TO = -0.095, 0.125  # of an even draw, less how far from behind and how fast he came
KEEPER_FOULS = 0.03  # chance that a keeper who misses the ball brings his man down
SLIDES = 5.7  # m/s between the two from which a challenge is a sliding tackle
RUNS_AT = 2.8  # m/s of a carrier who takes a man on


@kernel
def tackle(match: Match, setup: Setup, notes: Notes) -> None:
    """Every rival who goes for the carrier's ball and can reach it tries."""
    ball = match.ball
    carrier = ball.carrier
    if carrier < 0 or ball.held == 1:
        return
    if match.tick - ball.since < 2:
        return
    other = 11 - carrier // 11 * 11
    for i in range(other, other + 11):
        player = match.players[i]
        if player.on == 0 or (player.want.kind != Intent.TACKLE and i != other):
            continue
        if match.tick < player.down_until or match.tick < player.touch_at:
            continue
        dx = ball.x - player.x
        dy = ball.y - player.y
        reach = SMOTHER if i == other and hands_allowed(match, i) else REACH
        body_x = match.players[carrier].x - player.x
        body_y = match.players[carrier].y - player.y
        if dx * dx + dy * dy > reach * reach and body_x * body_x + body_y * body_y > BODY_REACH * BODY_REACH:
            continue
        if reach == SMOTHER:
            _smother(match, setup, notes, i, carrier)
        else:
            _try(match, setup, notes, i, carrier, math.sqrt(dx * dx + dy * dy))
        return


@kernel
def _try(match: Match, setup: Setup, notes: Notes, slot: int, carrier: int, far: float) -> None:
    """One tackle."""
    player = match.players[slot]
    target = match.players[carrier]
    man = setup.squads[slot // 11, player.man]
    his = setup.squads[carrier // 11, target.man]
    ball = match.ball
    own = length(ball.x - target.x, ball.y - target.y)
    behind = _from_behind(match, player, target)
    edge = man.tackling - 0.65 * his.first_touch - 0.35 * his.strength
    wins = setup.play.tackle_win + NEARER * (own - far) + SKILL * edge - BEHIND * behind
    wins -= setup.play.rushed * max(length(player.vx - target.vx, player.vy - target.vy) - STEADY, 0.0)
    if target.want.kind == Intent.SHIELD:
        wins -= SHIELDED
    wins = min(max(wins, 0.05), 0.92)
    player.touch_at = match.tick + int(setup.play.again)
    luck = chance.draw(match.seed, match.tick, slot, Why.TACKLE)
    won = luck < wins
    _tell(match, notes, slot, carrier, Result.SUCCESS if won else Result.FAIL)
    if won:
        _won(match, notes, slot, carrier)
    else:
        _missed(match, setup, slot, carrier, behind)


@kernel
def _tell(match: Match, notes: Notes, slot: int, carrier: int, result: int) -> None:
    """Write the challenge down; SPADL's tackle is a sliding one, its take-on one against a man who runs at him."""
    player = match.players[slot]
    target = match.players[carrier]
    x = match.ball.x
    y = match.ball.y
    jot(match, notes, slot, Action.CHALLENGE, result, Bodypart.FOOT, x, y, x, y, 0.0)
    if length(player.vx - target.vx, player.vy - target.vy) > SLIDES:
        match.teams[slot // 11].tackles += 1
        jot(match, notes, slot, Action.TACKLE, result, Bodypart.FOOT, x, y, x, y, 0.0)
    if length(target.vx, target.vy) > RUNS_AT:
        kept = Result.FAIL if result == Result.SUCCESS else Result.SUCCESS
        match.teams[carrier // 11].take_ons += 1
        jot(match, notes, carrier, Action.TAKE_ON, kept, Bodypart.FOOT, x, y, x, y, 0.0)


@kernel
def _smother(match: Match, setup: Setup, notes: Notes, keeper: int, carrier: int) -> None:
    """The keeper dives at the carrier's feet."""
    ball = match.ball
    player = match.players[keeper]
    man = setup.squads[keeper // 11, player.man]
    his = setup.squads[carrier // 11, match.players[carrier].man]
    gets = SMOTHERS + 0.4 * (man.keeping - his.first_touch)
    player.touch_at = match.tick + int(setup.play.again)
    if chance.draw(match.seed, match.tick, keeper, Why.SAVE) < gets:
        x = ball.x
        y = ball.y
        end_flight(match, notes, Result.FAIL, x, y)
        jot(match, notes, keeper, Action.KEEPER_PICK_UP, Result.SUCCESS, Bodypart.OTHER, x, y, x, y, 0.0)
        catch(match, keeper)
        match.players[carrier].touch_at = match.tick + 10
        return
    player.down_until = match.tick + BEATEN
    if chance.draw(match.seed, match.tick, keeper, Why.FOUL) < KEEPER_FOULS:
        _foul(match, keeper, carrier, 1)


@kernel
def _from_behind(match: Match, player: Player, target: Player) -> float:
    """0 from the front or side, up to 1 from straight behind the way the carrier faces."""
    dx = player.x - target.x
    dy = player.y - target.y
    gap = math.sqrt(dx * dx + dy * dy) + 1e-6
    fx = match.ball.x - target.x
    fy = match.ball.y - target.y
    size = math.sqrt(fx * fx + fy * fy) + 1e-6
    facing = (dx * fx + dy * fy) / (gap * size)
    return max(-facing, 0.0)


@kernel
def _won(match: Match, notes: Notes, slot: int, carrier: int) -> None:
    """The ball is the tackler's, or loose beside them."""
    ball = match.ball
    end_flight(match, notes, Result.FAIL, ball.x, ball.y)
    match.players[carrier].touch_at = match.tick + 10
    match.players[carrier].down_until = match.tick + 4
    a = chance.draw(match.seed, match.tick, slot, Why.TACKLE_BALL)
    if a < CLEAN:
        win(match, slot // 11)
        take(match, slot)
        match.players[slot].think_at = match.tick + 2
        return
    ball.carrier = -1
    ball.last = slot if a < 0.75 else carrier
    ball.kicked = match.tick
    sign = match.teams[slot // 11].attacks
    b = chance.bell(match.seed, match.tick, slot, Why.BOUNCE)
    ball.vx = sign * (2.0 + 5.0 * a) + 0.5 * match.players[carrier].vx
    ball.vy = 4.0 * b
    if abs(ball.y) > WIDE_OUT:
        ball.vy = (4.0 + 9.0 * a) * (1.0 if ball.y > 0.0 else -1.0)
    ball.shot = 0
    match.players[slot].touch_at = match.tick + 5


@kernel
def _missed(match: Match, setup: Setup, slot: int, carrier: int, behind: float) -> None:
    """Beaten, or a foul."""
    player = match.players[slot]
    target = match.players[carrier]
    player.down_until = match.tick + BEATEN
    dvx = player.vx - target.vx
    dvy = player.vy - target.vy
    rush = math.sqrt(dvx * dvx + dvy * dvy)
    foul = setup.play.mistimed * (1.0 + 1.6 * behind + 0.12 * rush)
    if in_box(match.ball.x, match.ball.y, -match.teams[slot // 11].attacks):
        foul *= CAREFUL
    if target.want.kind == Intent.SHIELD:
        foul *= 1.4
    if chance.draw(match.seed, match.tick, slot, Why.FOUL) >= foul:
        target.think_at = match.tick + SHAKEN
        target.vx *= STUMBLES
        target.vy *= STUMBLES
        return
    kind = chance.draw(match.seed, match.tick, slot, Why.FOUL_KIND) - 0.03 * behind - 0.004 * rush
    _foul(match, slot, carrier, 3 if kind < EXCESSIVE_TO else 2 if kind < RECKLESS_TO else 1)


@kernel
def _foul(match: Match, slot: int, carrier: int, kind: int) -> None:
    """Note the offence for the referee; the fouled man goes down."""
    match.foul.kind = kind
    match.foul.slot = slot
    match.foul.victim = carrier
    match.foul.x = match.ball.x
    match.foul.y = match.ball.y
    match.foul.tick = match.tick
    match.foul.chance = _denied(match, slot, carrier)
    match.players[carrier].down_until = match.tick + 10


@kernel
def _denied(match: Match, slot: int, carrier: int) -> int:
    """1 when the foul stopped a man with only the keeper ahead of him, heading for goal (Law 12)."""
    target = match.players[carrier]
    sign = match.teams[carrier // 11].attacks
    x = target.x * sign
    if x < HALF_LENGTH - 28.0 or abs(target.y) > 14.0 or target.vx * sign < 2.5:
        return 0
    other = 11 - carrier // 11 * 11
    for j in range(other + 1, other + 11):
        rival = match.players[j]
        if j != slot and rival.on == 1 and rival.x * sign > x + 0.5 and abs(rival.y) < 20.0:
            return 0
    return 1
