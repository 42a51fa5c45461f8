from __future__ import annotations

import pytest

from game.laws.distance import may_take
from game.laws.line_up import open_half
from game.pitch import CIRCLE
from game.state import SIDE, SLOTS, Restart
from tests.laws.scenes import in_play


@pytest.mark.parametrize("half", [1, 2, 3, 4])
@pytest.mark.parametrize("kicking", [0, 1])
def test_a_half_opens_with_a_kick_off_that_may_be_taken(half: int, kicking: int) -> None:
    scene = in_play()
    open_half(scene.match, scene.setup, half, kicking)
    assert scene.awarded() == (Restart.KICK_OFF, kicking)
    for slot in range(SLOTS):
        player = scene.match.players[slot]
        side = slot // SIDE
        assert player.x * scene.match.teams[side].attacks < 0.0
        assert side == kicking or player.x**2 + player.y**2 > CIRCLE**2
    near = [slot for slot in range(SLOTS) if abs(scene.match.players[slot].x) + abs(scene.match.players[slot].y) < 1.0]
    assert [slot // SIDE for slot in near] == [kicking]
    scene.match.dead.taker = near[0]
    scene.match.tick = scene.match.dead.ready
    assert may_take(scene.match)


def test_ends_are_swapped_each_half() -> None:
    scene = in_play()
    ends = []
    for half in (1, 2, 3, 4):
        open_half(scene.match, scene.setup, half, 0)
        assert scene.match.teams[0].attacks == -scene.match.teams[1].attacks
        ends.append(int(scene.match.teams[0].attacks))
    assert ends == [1, -1, 1, -1]


def test_the_formation_stands_mirrored_and_rested_at_both_ends() -> None:
    scene = in_play()
    scene.match.players[4].breath = 0.2
    open_half(scene.match, scene.setup, 1, 0)
    players = scene.match.players
    assert players[4].breath == 1.0
    assert players[4].y == -players[SIDE + 4].y > 0.0  # the left back, on the left
    assert players[0].x == -players[SIDE].x < -40.0
    assert players[1].x < players[6].x < players[10].x


def test_men_sent_off_stay_off() -> None:
    scene = in_play()
    scene.match.players[5].on = 0
    scene.put(5, -3.0, -37.0)
    open_half(scene.match, scene.setup, 2, 0)
    assert scene.match.players[5].y == -37.0
