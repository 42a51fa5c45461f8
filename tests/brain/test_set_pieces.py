from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import parameters
from game.brain.long_kicks import goal_kick_goes_long
from game.brain.taking import patience
from game.laws.distance import EYE, stands_well
from game.laws.restarts import award, award_corner, award_free_kick, award_penalty, award_throw_in, stop_play
from game.match import tick
from game.pitch import CIRCLE, GOAL_HALF, HALF_LENGTH, HALF_WIDTH, in_box, length
from game.record import blank, copy
from game.state import SIDE, SLOTS, TICKS_PER_SECOND, Match, Restart, Setup
from tests.boards import Play, lay, read

LONGEST = 200 * TICKS_PER_SECOND  # no restart takes longer
LUCKS = range(6)


def awaited(seed: int = 1) -> Play:
    """All men of both sides on the pitch, home in possession around halfway."""
    play = lay(read("twenty_two"), seed)
    play.match.ball.carrier = -1
    return play


def until_taken(play: Play) -> Match:
    """The moment the restart is played: everyone where he then stands, `dead` still what it was."""
    for _ in range(LONGEST):
        before = copy(play.match)
        play.notes.count = 0
        tick(play.match, play.setup, play.notes)
        if play.match.dead.kind == 0:
            moment = copy(play.match)
            np.asarray(moment)["dead"] = before.dead
            return moment
    raise AssertionError("nobody takes it")


@pytest.mark.parametrize("seed", LUCKS)
@pytest.mark.parametrize("spot", [(-28.0, 4.0), (-30.0, -10.0)])
def test_the_wall_stands_nine_metres_fifteen_off_between_ball_and_goal(spot: tuple[float, float], seed: int) -> None:
    play = awaited(seed)
    award_free_kick(play.match, Restart.DIRECT, 1, *spot)
    stop_play(play.match)
    match = until_taken(play)
    gaps = {slot: length(match.players[slot].x - spot[0], match.players[slot].y - spot[1]) for slot in range(1, SIDE)}
    assert min(gaps.values()) >= CIRCLE - EYE
    wall = [slot for slot, gap in gaps.items() if gap < CIRCLE + 2.0 and goalwards(match, slot, spot) < 3.0]
    assert len(wall) >= 2


def goalwards(match: Match, slot: int, ball: tuple[float, float]) -> float:
    """Metres a man is beside the line from the ball to the middle of the home goal."""
    gx, gy = -HALF_LENGTH - ball[0], -ball[1]
    dx, dy = match.players[slot].x - ball[0], match.players[slot].y - ball[1]
    return abs(dx * gy - dy * gx) / math.hypot(gx, gy)


@pytest.mark.parametrize("seed", LUCKS)
def test_a_throw_in_is_thrown_from_the_line_into_the_pitch_as_far_as_arms_can(seed: int) -> None:
    play = awaited(seed)
    award_throw_in(play.match, 0, 10.0, HALF_WIDTH + 0.2)
    stop_play(play.match)
    match = until_taken(play)
    taker = match.players[match.dead.taker]
    assert match.dead.taker // SIDE == 0
    assert abs(match.ball.y) == HALF_WIDTH
    assert length(taker.x - match.ball.x, taker.y - match.ball.y) < 1.2
    ball = match.ball
    assert math.hypot(ball.vx, ball.vy) < 15.0  # m/s, no man throws harder
    assert ball.vy < 0.0  # into the pitch
    assert ball.vz > 0.0


@pytest.mark.parametrize("seed", LUCKS)
@pytest.mark.parametrize("kind", [Restart.CORNER, Restart.GOAL_KICK, Restart.PENALTY, Restart.INDIRECT])
def test_every_restart_is_taken_with_everyone_where_the_law_wants_him(kind: Restart, seed: int) -> None:
    play = awaited(seed)
    if kind == Restart.CORNER:
        award_corner(play.match, 1, 20.0)
    elif kind == Restart.PENALTY:
        award_penalty(play.match, 0)
    elif kind == Restart.INDIRECT:
        award_free_kick(play.match, kind, 0, 20.0, -8.0)
    else:
        award(play.match, kind, 0, -HALF_LENGTH + 5.5, 5.0)
    stop_play(play.match)
    match = until_taken(play)
    for slot in range(SLOTS):
        assert stands_well(match, slot)


@pytest.mark.parametrize("seed", LUCKS)
def test_at_a_penalty_there_is_a_kicker_a_keeper_on_his_line_and_nobody_else(seed: int) -> None:
    play = awaited(seed)
    award_penalty(play.match, 0)
    stop_play(play.match)
    match = until_taken(play)
    inside = [slot for slot in range(SLOTS) if in_box(match.players[slot].x, match.players[slot].y, 1)]
    assert set(inside) <= {SIDE, match.dead.taker}
    keeper = match.players[SIDE]
    assert abs(keeper.x - HALF_LENGTH) <= 0.5
    assert abs(keeper.y) <= GOAL_HALF


def test_a_goal_kick_both_sides_gather_for_is_kicked_high_and_far() -> None:
    long = 0
    for seed in range(1, 13):
        play = awaited(seed)
        award(play.match, Restart.GOAL_KICK, 0, -HALF_LENGTH + 5.5, 5.0)
        stop_play(play.match)
        match = until_taken(play)
        if goal_kick_goes_long(match):
            long += 1
            assert match.ball.vz > 3.0
    assert long >= 4


def test_at_a_kick_off_the_backs_stand_half_way_up_their_half_and_midfield_before_them() -> None:
    play = awaited()
    award(play.match, Restart.KICK_OFF, 0, 0.0, 0.0)
    stop_play(play.match)
    match = until_taken(play)
    for backs, midfield in ((range(1, 5), range(5, 9)), (range(12, 16), range(16, 20))):
        line = [HALF_LENGTH - abs(match.players[slot].x) for slot in backs]
        second = [HALF_LENGTH - abs(match.players[slot].x) for slot in midfield]
        assert 22.0 < np.mean(line) < 33.0  # m from the own goal
        assert np.mean(line) + 6.0 < np.mean(second) < 46.0


@pytest.mark.parametrize("seed", LUCKS)
def test_men_come_up_for_a_corner_and_some_stay_back(seed: int) -> None:
    play = awaited(seed)
    award_corner(play.match, 1, 20.0)
    stop_play(play.match)
    match = until_taken(play)
    up = [slot for slot in range(1, SIDE) if in_box(match.players[slot].x, match.players[slot].y, 1)]
    back = [slot for slot in range(SIDE) if match.players[slot].x < 15.0]
    assert len(up) >= 3
    assert len(back) >= 2


def gap(match: Match, one: int, other: int) -> float:
    """Metres between two men."""
    return length(match.players[one].x - match.players[other].x, match.players[one].y - match.players[other].y)


def nearest(match: Match, slots: list[int], others: list[int]) -> list[float]:
    """Metres from each of `slots` to the nearest of `others` but himself."""
    return [min(gap(match, slot, other) for other in others if other != slot) for slot in slots]


def test_who_awaits_a_corner_stands_apart_from_his_mates_and_is_marked_from_the_goal_side() -> None:
    apart, marked, inside = [], [], []
    defenders = list(range(SIDE + 1, SLOTS))
    for seed in LUCKS:
        play = awaited(seed)
        award_corner(play.match, 1, 20.0)
        stop_play(play.match)
        match = until_taken(play)
        up = [
            slot for slot in range(1, SIDE) if match.players[slot].x > HALF_LENGTH - 14.0 and slot != match.dead.taker
        ]
        apart += nearest(match, up, up)
        marked += nearest(match, up, defenders)
        for slot in up:
            gaps = [gap(match, slot, other) for other in defenders]
            inside.append(match.players[defenders[int(np.argmin(gaps))]].x > match.players[slot].x)
    assert np.median(apart) > 2.0
    assert np.median(marked) < 2.0
    assert min(marked) > 0.6  # not on top of him: bodies do not overlap
    assert np.mean(inside) > 0.7


@pytest.mark.parametrize("seed", LUCKS)
@pytest.mark.parametrize(("kind", "y"), [(Restart.THROW_IN, HALF_WIDTH), (Restart.GOAL_KICK, 5.0)])
def test_nobody_wastes_time_until_he_is_counted_out(kind: Restart, y: float, seed: int) -> None:
    play = awaited(seed)
    play.setup.competition.countdown = 1
    play.setup.play.waits = 5.0
    award(play.match, kind, 0, -47.0, y)
    stop_play(play.match)
    dead = until_taken(play).dead
    assert (dead.kind, dead.side) == (kind, 0)


stakes = st.floats(0, 1)


@given(stakes, stakes)
def test_who_needs_a_goal_takes_his_restarts_sooner(score: float, concede: float) -> None:
    match, setup = blank(Match), blank(Setup)
    parameters.write(setup.play)
    for slot, (own, other) in enumerate(((1.0, 0.0), (score, concede), (0.0, 1.0))):
        match.players[slot].score, match.players[slot].concede = own, other
    waits = [float(patience(match, setup.play, slot)) for slot in range(3)]
    assert 0.0 < waits[0] <= waits[1] <= waits[2]
    assert waits[0] < 1.0 < waits[2]
