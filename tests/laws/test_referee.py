from __future__ import annotations

import os
import subprocess
import sys

import pytest

from game import chance
from game.events import Action
from game.kernel import interpreted
from game.laws.distance import may_take
from game.laws.line_up import open_half
from game.pitch import HALF_LENGTH, HALF_WIDTH
from game.state import SIDE, SLOTS, Restart, fingerprint
from tests.laws.scenes import Scene, in_play


def kick_about(seed: int, ticks: int) -> Scene:
    """A match played by puppets that kick the ball anywhere: restarts are taken as soon as they may be."""
    scene = in_play(seed=seed)
    open_half(scene.match, scene.setup, 1, 0)
    match = scene.match
    for _ in range(ticks):
        luck = [chance.draw(seed, match.tick, who, 99) for who in range(4)]
        if match.dead.kind != 0:
            _take(scene, luck)
        else:
            _roll(scene, luck)
        scene.tick()
    return scene


def _take(scene: Scene, luck: list[float]) -> None:
    match = scene.match
    dead = match.dead
    if dead.taker < 0:
        dead.taker = dead.side * SIDE + 1 + int(luck[0] * 10)
    scene.put(dead.taker, dead.x, dead.y)
    for slot in range(SLOTS):
        player = match.players[slot]
        player.x += player.vx * 0.05
        player.y += player.vy * 0.05
    if dead.kind == Restart.KICK_OFF:
        match.tick = max(match.tick, dead.ready)
    if dead.kind != Restart.DROPPED and may_take(match):
        scene.kick(dead.taker, shot=int(luck[1] < 0.2))
        _hit(scene, luck)


def _roll(scene: Scene, luck: list[float]) -> None:
    match = scene.match
    ball = match.ball
    scene.ball(ball.x + 0.05 * ball.vx, ball.y + 0.05 * ball.vy, was=(ball.x, ball.y))
    slot = int(luck[0] * SLOTS)
    if luck[1] < 0.03 and match.players[slot].on == 1:
        scene.put(slot, ball.x, ball.y)
        scene.kick(slot, shot=int(luck[2] < 0.3))
        _hit(scene, luck)
    elif luck[1] < 0.04:
        scene.foul(slot, 1 + int(3.2 * luck[2] * luck[2]), at=(ball.x, ball.y), victim=(slot + SIDE) % SLOTS)


def _hit(scene: Scene, luck: list[float]) -> None:
    scene.match.ball.vx = 60.0 * (luck[2] - 0.5)
    scene.match.ball.vy = 40.0 * (luck[3] - 0.5)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_is_kicked_anywhere_the_laws_hold(seed: int) -> None:
    scene = kick_about(seed, 0)
    goals = 0
    for _ in range(40):
        before = scene.notes.count
        scene = _go_on(scene, seed, 60)
        match = scene.match
        assert scene.notes.count >= before
        score = match.teams[0].goals + match.teams[1].goals
        assert score >= goals
        goals = score
        if match.clock.over == 1:
            break
        if match.dead.kind == 0:
            assert abs(match.ball.x) < HALF_LENGTH + 0.2
            assert abs(match.ball.y) < HALF_WIDTH + 0.2
        else:
            assert match.dead.ready >= match.dead.since
        for side in (0, 1):
            assert match.players[side * SIDE].on == 1  # somebody keeps goal
            assert match.teams[side].substitutions <= 5
    assert len(scene.said(Action.OUT)) > 5


def _go_on(scene: Scene, seed: int, ticks: int) -> Scene:
    for _ in range(ticks):
        luck = [chance.draw(seed, scene.match.tick, who, 99) for who in range(4)]
        if scene.match.dead.kind != 0:
            _take(scene, luck)
        else:
            _roll(scene, luck)
        scene.tick()
    return scene


def test_compiled_and_interpreted_laws_agree_to_the_last_bit() -> None:
    if interpreted():
        pytest.skip("nothing is compiled")
    script = "from tests.laws.test_referee import kick_about, fingerprint; print(fingerprint(kick_about(5, 900).match))"
    slow = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert slow.stdout.strip() == fingerprint(kick_about(5, 900).match)


def test_a_side_below_seven_men_ends_the_match() -> None:
    scene = in_play()
    for slot in (7, 8, 9, 10):
        scene.match.players[slot].on = 0
    scene.match.caution[6] = 1
    scene.match.players[6].yellow = 1
    scene.foul(5, 3, at=(0.0, 0.0))
    scene.match.caution[5] = 2
    scene.tick()
    assert scene.match.clock.over == 1
    assert len(scene.said(Action.MATCH_END)) == 1


def test_seven_may_go_on() -> None:
    scene = in_play()
    for slot in (8, 9, 10):
        scene.match.players[slot].on = 0
    scene.foul(5, 3, at=(0.0, 0.0))
    scene.tick()
    assert scene.match.clock.over == 0


def test_a_keeper_sent_off_is_replaced_in_goal_and_a_forward_makes_way() -> None:
    scene = in_play()
    scene.foul(0, 3, at=(-30.0, 0.0))
    scene.tick()
    assert scene.match.players[0].on == 1
    assert scene.match.players[0].man == SIDE
    assert sum(player.on for player in scene.match.players) == SLOTS - 1
    assert scene.match.players[9].on == 0


def test_a_card_owed_at_the_final_whistle_is_still_shown() -> None:
    scene = in_play(half=2, second=2700.0)
    scene.match.caution[6] = 1
    scene.tick()
    assert scene.match.clock.over == 1
    assert scene.match.teams[0].yellows == 1


def test_an_offence_noted_while_the_ball_is_dead_is_let_go() -> None:
    scene = in_play()
    scene.ball(0.0, 34.3, was=(0.0, 33.0))
    scene.tick()
    scene.foul(5, 3, at=(0.0, 0.0))
    scene.tick()
    assert scene.awarded()[0] == Restart.THROW_IN
    assert scene.match.players[5].on == 1
