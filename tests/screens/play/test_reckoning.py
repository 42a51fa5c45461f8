"""What a defender reckons with, on boards set up by hand; mirrored, it is mirrored."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.intent import Intent
from game.pitch import BOX_LINE, HALF_LENGTH
from game.record import copy
from game.screens.play.aim import aim
from game.screens.play.playing import Playing
from game.screens.play.reckoning import Reckoning, reckon
from game.state import Match

RB = 1


@pytest.fixture(scope="module")
def stood() -> Playing:
    from game.fixture import Fixture

    return Playing(Fixture("late-deficit"), seed=11)


def board(playing: Playing, x: float, y: float = -20.0) -> Match:
    """Everybody at a stand in his post, ours attacking +x; the right back at (x, y), the ball free in midfield."""
    match = copy(playing.match)
    match.teams[0].attacks, match.teams[1].attacks = 1, -1
    match.dead.kind = 0
    for slot in range(22):
        sheet, sign = playing.setup.sheets[slot // 11], 1 if slot < 11 else -1
        player, place = match.players[slot], slot % 11
        player.x = sign * (-30.0 + 40.0 * max(0.0, float(sheet.depth[place]))) if place else sign * -50.0
        player.y = sign * 30.0 * float(sheet.width[place])
        player.vx = player.vy = 0.0
    match.players[RB].x, match.players[RB].y = x, y
    match.ball.carrier, match.ball.x, match.ball.y, match.having = -1, 0.0, 0.0, 0
    return match


def told(playing: Playing, match: Match) -> Reckoning:
    return reckon(match, playing.setup, RB)


def test_in_his_own_box_he_is_back(stood: Playing) -> None:
    assert told(stood, board(stood, -45.0, -5.0)).back == 0.0


@given(x=st.floats(-30, 45), more=st.floats(1, 10))
def test_the_further_up_the_longer_back(stood: Playing, x: float, more: float) -> None:
    near, far = told(stood, board(stood, x)), told(stood, board(stood, min(x + more, 50.0)))
    assert far.back > near.back
    assert far.rival == near.rival
    assert far.mates_behind >= near.mates_behind


@given(x=st.floats(-30, 45))
def test_beyond_the_line_the_rival_is_there_before_him(stood: Playing, x: float) -> None:
    now = told(stood, board(stood, x))
    assert now.beyond == (x > now.no_way_back)
    if abs(x - now.no_way_back) > 0.2:
        assert now.beyond == (now.back > now.rival)
    assert -BOX_LINE <= now.no_way_back <= HALF_LENGTH


def test_the_space_he_left_lies_behind_him_on_his_side(stood: Playing) -> None:
    assert told(stood, board(stood, -28.0)).space is None
    space = told(stood, board(stood, 10.0)).space
    assert space is not None
    left, right, low, high = space
    assert left < -25.0
    assert right == 10.0
    assert low == -34.0
    assert high < 0.0


def test_a_lane_is_open_until_a_rival_stands_in_it(stood: Playing) -> None:
    match = board(stood, -10.0, -33.0)
    for rival in range(11, 22):
        match.players[rival].y = 10.0
    assert told(stood, match).lane > 20.0
    match.players[15].x, match.players[15].y = -4.0, -32.0
    assert told(stood, match).lane == 0.0
    match.players[15].x = 30.0
    match.having = 1
    assert told(stood, match).lane == 0.0


@given(x=st.floats(-30, 45), y=st.floats(-33, 33))
def test_a_mirrored_board_is_reckoned_alike(stood: Playing, x: float, y: float) -> None:
    match = board(stood, x, y)
    other = copy(match)
    other.teams[0].attacks, other.teams[1].attacks = -1, 1
    for slot in range(22):
        other.players[slot].x, other.players[slot].y = -match.players[slot].x, -match.players[slot].y
    one, mirrored = told(stood, match), told(stood, other)
    assert (one.back, one.rival, one.mates_behind, one.rivals_behind, one.lane) == (
        mirrored.back,
        mirrored.rival,
        mirrored.mates_behind,
        mirrored.rivals_behind,
        mirrored.lane,
    )
    assert one.no_way_back == -mirrored.no_way_back


@given(angle=st.floats(0, 2 * math.pi), kind=st.sampled_from([Intent.PASS, Intent.THROUGH, Intent.LOB, Intent.SHOOT]))
def test_a_kick_by_hand_is_one_a_foot_can_play(stood: Playing, angle: float, kind: Intent) -> None:
    match = board(stood, -10.0)
    match.ball.carrier, match.ball.x, match.ball.y = RB, -10.0, -20.0
    way = (math.cos(angle), math.sin(angle))
    kick = aim(match, RB, kind, way)
    assert abs(kick.x) <= HALF_LENGTH
    assert abs(kick.y) <= 34.0
    assert 0.0 < kick.power <= 32.0
    assert 0.0 <= kick.lift <= 16.0
    assert kick.mate != RB
    if kick.mate >= 0:
        mate = match.players[kick.mate]
        far = math.hypot(mate.x + 10.0, mate.y + 20.0)
        assert ((mate.x + 10.0) * way[0] + (mate.y + 20.0) * way[1]) / far > 0.59, "he stands where it was held"
