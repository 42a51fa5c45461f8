"""The referee: looks at the tick just played, and whistles."""

from __future__ import annotations

from game.kernel import kernel
from game.laws.advantage import fouled_side
from game.laws.cards import show_cards
from game.laws.changes import change_at_half_time, make_changes
from game.laws.clock import SECOND_HALF, SHOOT_OUT, end_half, end_match, opening_side, run_clock, time_is_up
from game.laws.distance import keep_distance, may_take
from game.laws.fouls import judge_foul, settle, watch_keeper, watch_second_touch, whistle_foul
from game.laws.goals import IN_GOAL, IN_PLAY, rule_out, where_out
from game.laws.injuries import treat
from game.laws.line_up import open_half
from game.laws.offside import mark_offside, watch_offside
from game.laws.restarts import (
    UNDECIDED,
    attackers_of,
    award_corner,
    award_throw_in,
    note_second_player,
    put_in_play,
    stop_play,
)
from game.laws.shoot_out import judge_kick, next_kick
from game.laws.substitutions import count_men, keep_goal
from game.state import COUNTDOWN, NOBODY, SIDE, Match, Notes, Restart, Setup

FEWEST = 7  # men without whom a side cannot go on (Law 3.1)


@kernel
def officiate(match: Match, setup: Setup, notes: Notes) -> None:
    """Officiate one tick, after everything in it has moved; `match.tick` is still the tick's own."""
    if match.clock.over == 1:
        return
    run_clock(match, setup, notes)
    if match.dead.kind != 0:
        watch_restart(match, setup)
    elif match.clock.half == SHOOT_OUT:
        judge_kick(match, notes)
    else:
        watch_play(match, setup, notes)
    time_up = time_is_up(match, setup)
    if time_up or (match.dead.kind != 0 and match.dead.ready == UNDECIDED):
        use_stoppage(match, setup, notes)
    if time_up and match.clock.over == 0:
        end_half(match, setup, notes)
    if match.dead.kind == Restart.INTERVAL and match.clock.over == 0:
        resume(match, setup, notes)


@kernel
def watch_play(match: Match, setup: Setup, notes: Notes) -> None:
    """The ball is in play: the first thing that stops it, if any."""
    match.in_play += 1
    match.teams[match.having].possession += 1
    if match.dead.kind_played != 0:
        note_second_player(match)
        if watch_second_touch(match, notes):
            return
    if watch_offside(match, notes) or watch_keeper(match, setup, notes):
        return
    if match.foul.kind != 0:
        judge_foul(match, setup, notes)
        if match.dead.kind != 0:
            return
    left = where_out(match.ball)
    if left != IN_PLAY:
        leave_play(match, notes, left)


@kernel
def leave_play(match: Match, notes: Notes, left: int) -> None:
    """The ball is out, or in the goal. An advantage that runs ends with it: gained by a goal, otherwise called back."""
    if match.foul.kind != 0:
        end = 1 if match.ball.x > 0.0 else -1
        if left != IN_GOAL or attackers_of(match, end) != fouled_side(match):
            whistle_foul(match, notes)
            return
        settle(match, notes, 1)
    rule_out(match, notes, left)


@kernel
def use_stoppage(match: Match, setup: Setup, notes: Notes) -> None:
    """Play has just stopped: the ball goes to its spot, the hurt are treated, cards shown, men changed."""
    hurt = NOBODY
    if match.dead.ready == UNDECIDED:
        stop_play(match)
    if match.foul.kind != 0:
        if match.dead.kind == 0:
            settle(match, notes, 1)
        hurt = treat(match, setup)
        match.foul.kind = 0
    show_cards(match, notes)
    make_changes(match, setup, notes, hurt)
    for side in range(2):
        if count_men(match, side) < FEWEST:
            end_match(match, notes)
        elif match.players[side * SIDE].on == 0:
            keep_goal(match, setup, notes, side)


@kernel
def watch_restart(match: Match, setup: Setup) -> None:
    """The ball is dead: rivals keep their distance until the taker has played it."""
    match.foul.kind = 0
    dead = match.dead
    ball = match.ball
    keep_distance(match)
    if dead.kind == Restart.DROPPED and may_take(match):
        ball.carrier = dead.taker
        ball.last = dead.taker
        ball.since = match.tick
        put_in_play(match)
    elif ball.kicked == match.tick and ball.kicker == dead.taker and dead.taker != NOBODY:
        put_in_play(match)
        mark_offside(match, dead.taker)
    elif setup.competition.countdown == 1 and match.tick > dead.ready + COUNTDOWN:
        count_out(match)


@kernel
def count_out(match: Match) -> None:
    """The countdown is over (Laws 15 and 16 from 2026/27): throw-in to the other side, corner for a goal kick."""
    dead = match.dead
    if dead.kind == Restart.THROW_IN:
        award_throw_in(match, 1 - dead.side, dead.x, dead.y)
    elif dead.kind == Restart.GOAL_KICK:
        award_corner(match, 1 if dead.x > 0.0 else -1, dead.y)


@kernel
def resume(match: Match, setup: Setup, notes: Notes) -> None:
    """What comes after an interval: the next kick from the mark, or the kick-off of the half to come."""
    if match.clock.half == SHOOT_OUT:
        next_kick(match)
        return
    open_half(match, setup, match.clock.half, opening_side(match))
    if match.clock.half == SECOND_HALF:
        change_at_half_time(match, setup, notes)
