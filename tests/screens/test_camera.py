import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import pitch
from game.screens.camera import WHOLE_X, WHOLE_Y, ZOOMS, Camera

STAGE = pygame.Rect(100, 46, 1080, 640)
metres = st.floats(-60, 60)


@given(st.sampled_from(range(len(ZOOMS))), metres, metres, metres, metres)
def test_the_spot_under_a_pixel_is_the_spot_drawn_there(
    zoom: int, x: float, y: float, ball_x: float, ball_y: float
) -> None:
    camera = Camera(zoom)
    camera.frame(STAGE)
    camera.follow(ball_x, ball_y, vx=0.0, vy=0.0, seconds=1.0)
    back = camera.spot(camera.screen(x, y))
    half_a_pixel = 0.51 / camera.scale
    assert back == pytest.approx((x, y), abs=half_a_pixel)


def test_the_whole_view_shows_the_whole_pitch_and_its_goals() -> None:
    camera = Camera(0)
    camera.frame(STAGE)
    for x in (-pitch.HALF_LENGTH - pitch.NET_DEPTH, pitch.HALF_LENGTH + pitch.NET_DEPTH):
        for y in (-pitch.HALF_WIDTH, pitch.HALF_WIDTH):
            assert STAGE.collidepoint(camera.screen(x, y))


@given(st.sampled_from(range(len(ZOOMS))), metres, metres, st.floats(-30, 30))
def test_the_view_never_leaves_the_ground(zoom: int, x: float, y: float, speed: float) -> None:
    camera = Camera(zoom)
    camera.frame(STAGE)
    for _ in range(20):
        camera.follow(x, y, vx=speed, vy=-speed, seconds=0.1)
        assert abs(camera.x) + STAGE.width / 2 / camera.scale <= WHOLE_X + 1e-9 or camera.x == 0
        assert abs(camera.y) + STAGE.height / 2 / camera.scale <= WHOLE_Y + 1e-9 or camera.y == 0


def test_the_camera_closes_in_on_a_resting_ball() -> None:
    camera = Camera(3)
    camera.frame(STAGE)
    for _ in range(120):
        camera.follow(20.0, 5.0, vx=0.0, vy=0.0, seconds=1 / 30)
    assert (camera.x, camera.y) == pytest.approx((20.0, 5.0), abs=0.05)


def test_the_camera_jumps_across_the_pitch_at_once() -> None:
    camera = Camera(3)
    camera.frame(STAGE)
    camera.follow(-30.0, 0.0, vx=0.0, vy=0.0, seconds=10.0)
    camera.follow(30.0, 0.0, vx=0.0, vy=0.0, seconds=0.01)
    assert camera.x == pytest.approx(30.0)
