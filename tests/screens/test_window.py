import os
import subprocess
import sys

import pygame
import pytest

from game.screens.window import SMALLEST, Window

OPEN = """
from game.screens import ScreenError
from game.screens.window import Window
try:
    Window("x")
except ScreenError as error:
    print(error)
"""


@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":987"}])
def test_without_a_display_one_line_says_what_to_do(display: dict[str, str]) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    bare = {key: value for key, value in os.environ.items() if key not in hidden}
    if sys.platform != "linux":
        pytest.skip("other systems always have a display")
    said = subprocess.run([sys.executable, "-c", OPEN], env=bare | display, capture_output=True, text=True, check=True)
    assert said.stdout.count("\n") == 1
    assert not display or not said.stderr
    assert said.stdout.startswith("no display for a window")
    assert "dilemma film" in said.stdout


@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (1024, 400)])
def test_a_canvas_is_never_smaller_than_the_smallest(size: tuple[int, int]) -> None:
    window = Window("x", size)
    width, height = window.canvas.get_size()
    assert width >= SMALLEST[0]
    assert height >= SMALLEST[1]
    window.show()
    window.close()


def test_the_mouse_finds_the_same_spot_on_a_shrunk_canvas() -> None:
    window = Window("x", (512, 288))
    assert window.on_canvas((256, 144)) == pytest.approx((512, 288))
    window.close()


def test_full_screen_and_back_keeps_the_windows_size() -> None:
    window = Window("x", (1000, 600))
    window.toggle_full()
    assert window.full
    window.toggle_full()
    assert pygame.display.get_surface().get_size() == (1000, 600)
    window.close()
