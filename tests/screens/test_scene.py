import pytest

from game.screens.scene import scene, spots
from game.state import Match


def test_between_two_ticks_everybody_stands_in_between(match: Match) -> None:
    before = spots(match)
    match.players[5].x += 0.4
    match.ball.z = 1.0
    shown = scene(match, before, 0.25)
    assert shown.x[5] == pytest.approx(match.players[5].x - 0.3)
    assert shown.ball[2] == pytest.approx(0.25)


def test_who_is_put_elsewhere_does_not_slide_there(match: Match) -> None:
    before = spots(match)
    match.players[5].x += 30.0
    match.ball.y += 20.0
    shown = scene(match, before, 0.25)
    assert shown.x[5] == match.players[5].x
    assert shown.ball[1] == match.ball.y


def test_a_scene_is_a_copy(match: Match) -> None:
    shown = scene(match)
    where = shown.x[3]
    match.players[3].x += 5.0
    assert shown.x[3] == where
