from __future__ import annotations

import itertools
import math

from hypothesis import given, settings
from hypothesis import strategies as st

from game.brain.options import bend
from game.brain.shape import anchor_x, anchor_y
from game.parameters import TABLE
from game.pitch import HALF_LENGTH, HALF_WIDTH
from game.record import blank, copy
from game.state import SIDE, Match, Setup, Sight
from game.teams.kick_off import kick_off

START, SETUP = kick_off("full-match")
DEPTHS = list(SETUP.sheets[0].depth)

balls = st.floats(-HALF_LENGTH, HALF_LENGTH)
widths = st.floats(-HALF_WIDTH, HALF_WIDTH)
slots = st.integers(1, SIDE - 1)
having = st.integers(0, 1)


def post_x(slot: int, ball_x: float, *, having: int, score: float = 1.0, concede: float = 1.0) -> float:
    """x of a post with these stakes."""
    match, sight = copy(START), blank(Sight)
    sight.having, sight.ball_x = having, ball_x
    match.players[slot].score, match.players[slot].concede = score, concede
    return place(match, SETUP, sight, slot, ball_x)


def place(match: Match, setup: Setup, sight: Sight, slot: int, ball_x: float) -> float:
    return float(anchor_x(match, setup, sight, slot, ball_x))


@settings(max_examples=60)
@given(slots, balls, having)
def test_a_post_moves_up_with_the_stake_in_scoring_and_back_with_the_one_in_conceding(
    slot: int, ball: float, having: int
) -> None:
    push, even, sit = (
        post_x(slot, ball, having=having, score=score, concede=concede)
        for score, concede in ((1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
    )
    assert sit <= even <= push
    if abs(even) < 35.0:  # where the pitch's ends do not stop it
        assert sit < even < push


@given(slots, having)
def test_a_post_moves_up_little_until_nearly_all_is_at_stake(slot: int, having: int) -> None:
    """Stakes of 3 to 1 lean half-way, and are bent before anybody moves."""
    bent = bend(0.5, TABLE["calm"].value, TABLE["sitting"].value)
    even, half, push = (
        post_x(slot, 0.0, having=having, concede=(1.0 - lean) / (1.0 + lean)) for lean in (0.0, bent, 1.0)
    )
    assert 0.0 < half - even < 0.3 * (push - even)


@settings(max_examples=60)
@given(slots, balls, balls, having)
def test_the_block_goes_with_the_ball(slot: int, one: float, two: float, having: int) -> None:
    low, high = sorted((one, two))
    assert post_x(slot, low, having=having) <= post_x(slot, high, having=having)


@settings(max_examples=60)
@given(slots, balls, having, st.floats(0, 1))
def test_every_post_is_on_the_pitch(slot: int, ball: float, having: int, concede: float) -> None:
    assert abs(post_x(slot, ball, having=having, concede=concede)) < HALF_LENGTH


@given(balls, having)
def test_lines_keep_their_order(ball: float, having: int) -> None:
    order = sorted(range(1, SIDE), key=lambda slot: DEPTHS[slot])
    places = [post_x(slot, ball, having=having) for slot in order]
    assert places == sorted(places)


@given(st.floats(-HALF_LENGTH, -HALF_LENGTH + 8.0), widths, having)
def test_no_two_posts_share_a_spot_even_with_the_ball_on_the_own_goal_line(x: float, y: float, having: int) -> None:
    sight = blank(Sight)
    sight.having, sight.ball_x, sight.ball_y = having, x, y
    spots = [(place(START, SETUP, sight, slot, x), float(anchor_y(SETUP, sight, slot, y))) for slot in range(1, SIDE)]
    assert min(math.dist(one, other) for one, other in itertools.combinations(spots, 2)) > 1.0


@given(widths, widths, slots, having)
def test_the_block_shifts_to_the_balls_side_and_stays_on_the_pitch(
    one: float, two: float, slot: int, having: int
) -> None:
    low, high = sorted((one, two))
    sight = blank(Sight)
    sight.having = having
    places = [float(anchor_y(SETUP, sight, slot, ball)) for ball in (low, high)]
    assert -HALF_WIDTH < places[0] <= places[1] < HALF_WIDTH


@given(widths)
def test_a_side_with_the_ball_is_wider_than_one_without(ball: float) -> None:
    spread = []
    for having in (0, 1):
        sight = blank(Sight)
        sight.having = having
        places = [float(anchor_y(SETUP, sight, slot, ball)) for slot in range(1, SIDE)]
        spread.append(max(places) - min(places))
    assert spread[0] < spread[1]


def test_with_the_layer_switched_off_stakes_move_no_post() -> None:
    start, setup = kick_off("full-match", push_gain=0.0)
    sight = blank(Sight)
    places = set()
    for score, concede in ((1.0, 0.0), (1.0, 1.0), (0.0, 1.0)):
        start.players[3].score, start.players[3].concede = score, concede
        places.add(place(start, setup, sight, 3, 0.0))
    assert len(places) == 1
