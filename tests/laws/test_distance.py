from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.laws.distance import HURRY, keep_distance, may_take, stands_well
from game.laws.restarts import award, stop_play
from game.pitch import CIRCLE
from game.state import DT, SIDE, SLOTS, Restart
from tests.laws.scenes import AWAY, Scene, in_play

TAKER = 6
RIVAL = AWAY + 6


def stoppage(kind: Restart, x: float, y: float, *, taker: int = TAKER) -> Scene:
    """A restart for the taker's side that is due, the taker at the ball, everyone else far away."""
    scene = in_play()
    for slot in range(SLOTS):
        scene.put(slot, (-20.0 if slot < SIDE else 20.0) - 0.5 * (slot % SIDE), -16.0)
    scene.put(0, -52.4, 0.0)
    scene.put(AWAY, 52.4, 0.0)
    award(scene.match, kind, taker // SIDE, x, y)
    stop_play(scene.match)
    scene.match.tick = scene.match.dead.ready
    scene.match.dead.taker = taker
    scene.put(taker, x, y)
    return scene


@pytest.mark.parametrize(
    ("kind", "spot", "near", "far"),
    [
        (Restart.DIRECT, (0.0, 0.0), (8.5, 0.0), (9.2, 0.0)),
        (Restart.INDIRECT, (0.0, 0.0), (0.0, 8.5), (0.0, 9.2)),
        (Restart.THROW_IN, (0.0, 34.0), (0.0, 32.5), (0.0, 31.9)),
        (Restart.CORNER, (52.0, 33.5), (43.5, 33.5), (42.3, 34.0)),  # 9.15 from the arc, 10.15 from the flag
        (Restart.GOAL_KICK, (-47.0, 5.0), (-36.5, 5.0), (-35.5, 5.0)),
        (Restart.DIRECT, (-45.0, 5.0), (-36.5, -12.0), (-35.5, -12.0)),  # the defenders' own box
        (Restart.KICK_OFF, (0.0, 0.0), (8.5, 0.0), (9.2, 0.0)),
        (Restart.KICK_OFF, (0.0, 0.0), (-1.0, 20.0), (0.1, 20.0)),
        (Restart.DROPPED, (10.0, 5.0), (13.0, 5.0), (14.1, 5.0)),
        (Restart.PENALTY, (41.5, 0.0), (37.0, 15.0), (35.5, 15.0)),
        (Restart.PENALTY, (41.5, 0.0), (35.5, 1.0), (32.3, 1.0)),  # the arc
        (Restart.PENALTY, (41.5, 0.0), (42.0, 25.0), (41.0, 25.0)),  # behind the mark
    ],
)
def test_rivals_keep_their_distance(
    kind: Restart, spot: tuple[float, float], near: tuple[float, float], far: tuple[float, float]
) -> None:
    scene = stoppage(kind, *spot)
    scene.put(RIVAL, *near)
    assert not may_take(scene.match)
    scene.put(RIVAL, *far)
    assert may_take(scene.match)


def test_mates_may_stand_where_they_like_at_a_free_kick_but_not_at_a_penalty_or_kick_off() -> None:
    scene = stoppage(Restart.DIRECT, 0.0, 0.0)
    scene.put(7, 1.0, 0.0)
    assert may_take(scene.match)
    scene = stoppage(Restart.PENALTY, 41.5, 0.0)
    scene.put(7, 40.0, 8.0)
    assert not may_take(scene.match)
    scene = stoppage(Restart.KICK_OFF, 0.0, 0.0)
    scene.put(7, 1.0, 10.0)
    assert not may_take(scene.match)


def test_on_their_own_goal_line_between_the_posts_rivals_may_stand_nearer() -> None:
    scene = stoppage(Restart.INDIRECT, 47.0, 0.0)
    scene.put(RIVAL, 52.4, 2.0)
    assert may_take(scene.match)
    scene.put(RIVAL, 52.4, 5.0)
    assert not may_take(scene.match)


def test_at_a_penalty_the_keeper_stands_on_his_line() -> None:
    scene = stoppage(Restart.PENALTY, 41.5, 0.0)
    scene.put(AWAY, 50.0, 0.0)
    assert not may_take(scene.match)
    scene.put(AWAY, 52.5, 4.0)
    assert not may_take(scene.match)
    scene.put(AWAY, 52.3, 1.0)
    assert may_take(scene.match)


def test_the_taker_is_at_the_ball_and_the_ball_is_there() -> None:
    scene = stoppage(Restart.DIRECT, 0.0, 0.0)
    scene.put(TAKER, 1.2, 0.0)
    assert not may_take(scene.match)
    scene.put(TAKER, 0.8, 0.0)
    assert may_take(scene.match)
    scene.match.tick = scene.match.dead.since
    assert not may_take(scene.match)


def test_a_man_sent_off_is_in_nobody_s_way_and_takes_nothing() -> None:
    scene = stoppage(Restart.DIRECT, 0.0, 0.0)
    scene.put(RIVAL, 1.0, 0.0)
    scene.match.players[RIVAL].on = 0
    assert may_take(scene.match)
    scene.match.players[TAKER].on = 0
    assert not may_take(scene.match)


SPOTS = {
    Restart.KICK_OFF: (0.0, 0.0),
    Restart.THROW_IN: (20.0, 34.0),
    Restart.GOAL_KICK: (-47.0, 5.0),
    Restart.CORNER: (52.0, 33.5),
    Restart.DIRECT: (25.0, -8.0),
    Restart.INDIRECT: (-46.0, 3.0),
    Restart.PENALTY: (41.5, 0.0),
    Restart.DROPPED: (0.0, -20.0),
}


@settings(max_examples=40)
@given(
    st.sampled_from(list(SPOTS)),
    st.lists(st.tuples(st.floats(-52, 52), st.floats(-33, 33)), min_size=SLOTS, max_size=SLOTS),
)
def test_everyone_is_out_of_the_way_within_seconds_wherever_he_stood(
    kind: Restart, men: list[tuple[float, float]]
) -> None:
    scene = stoppage(kind, *SPOTS[kind])
    for slot, (x, y) in enumerate(men):
        if slot != TAKER:
            scene.put(slot, x, y)
    players: Any = scene.match.players
    seconds = 125.0 / HURRY  # from corner to corner
    for tick in range(int(seconds / DT)):
        if tick % 20 == 0 and may_take(scene.match):
            return
        keep_distance(scene.match)
        players["x"] += players["vx"] * DT
        players["y"] += players["vy"] * DT
        players["vx"] = players["vy"] = 0.0
    assert may_take(scene.match)


def test_men_are_sent_off_at_a_jog_and_hurried_once_it_is_due() -> None:
    scene = stoppage(Restart.DIRECT, 0.0, 0.0)
    scene.put(RIVAL, 3.0, 4.0)
    scene.match.players[RIVAL].vx = -7.0  # whatever he wants
    outwards, around = [], []
    for tick in (scene.match.dead.ready - 1, scene.match.dead.ready):
        scene.match.tick = tick
        keep_distance(scene.match)
        player = scene.match.players[RIVAL]
        outwards.append(0.6 * player.vx + 0.8 * player.vy)
        around.append(0.6 * player.vy - 0.8 * player.vx)
    assert outwards == pytest.approx([3.0, 6.0])
    assert around == pytest.approx([3.0, 3.0])  # on the way he was going, no faster than he is sent


def test_who_is_in_the_way_of_the_distance_walks_round_it() -> None:
    """A man bound for the other side of the ball gets there instead of standing where he met the circle."""
    scene = stoppage(Restart.DIRECT, 0.0, 0.0)
    scene.put(RIVAL, 0.0, CIRCLE)
    player = scene.match.players[RIVAL]
    for _ in range(300):
        player.vx, player.vy = 3.0, -1.0  # what he wants, every tick
        keep_distance(scene.match)
        player.x += player.vx * DT
        player.y += player.vy * DT
    assert player.x > CIRCLE - 0.5


def test_the_taker_always_stands_well() -> None:
    scene = stoppage(Restart.KICK_OFF, 0.0, 0.0)
    scene.put(TAKER, 0.5, 0.0)
    assert stands_well(scene.match, TAKER)
