from __future__ import annotations

from game.events import Action
from game.laws.cards import CARD_LOST, RED, YELLOW
from game.state import TICKS_PER_SECOND
from tests.laws.scenes import Scene, in_play


def stop(scene: Scene) -> None:
    """The ball goes out."""
    scene.ball(0.0, 34.3, was=(0.0, 33.0))
    scene.tick()


def test_a_second_yellow_card_is_red() -> None:
    scene = in_play()
    scene.match.players[6].yellow = 1
    scene.match.caution[6] = YELLOW
    stop(scene)
    assert scene.match.players[6].on == 0
    assert len(scene.said(Action.SECOND_YELLOW)) == 1
    assert scene.match.teams[0].reds == 1
    assert scene.match.teams[0].yellows == 0


def test_cards_lose_time_and_hold_play_up() -> None:
    scene = in_play()
    scene.match.caution[6] = YELLOW
    stop(scene)
    assert scene.match.clock.lost == CARD_LOST
    assert scene.match.dead.ready >= scene.match.dead.since + CARD_LOST * TICKS_PER_SECOND


def test_a_man_sent_off_leaves_the_pitch() -> None:
    scene = in_play()
    scene.match.caution[6] = RED
    stop(scene)
    assert abs(scene.match.players[6].y) > 34.0
    assert scene.match.players[6].on == 0
    assert len(scene.said(Action.RED)) == 1


def test_a_card_owed_to_a_man_who_is_gone_is_forgotten() -> None:
    scene = in_play()
    scene.match.players[6].on = 0
    scene.match.caution[6] = YELLOW
    stop(scene)
    assert scene.match.players[6].yellow == 0
