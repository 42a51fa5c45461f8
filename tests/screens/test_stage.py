from pathlib import Path

import pygame
import pytest

from game.screens.notices import Notices, draw_notices
from game.screens.page import Page
from game.screens.stage import Screen, Stage
from game.screens.widgets import Button, Choice, Column, Slider, Switch, Widget, Words
from game.screens.widgets.look import look_of
from tests.screens.flow import EVERY_WAY, faults, open_stage, press, show


class Sample(Page):
    """One of each widget."""

    heading = "Sample"

    def __init__(self) -> None:
        self.chosen: list[object] = []

    def build(self) -> Widget:
        tell = self.chosen.append
        return Column(
            [
                Words("A sentence that is long enough to need more than one line at the largest text. " * 2),
                Button("First", lambda: tell("first"), main=True),
                Choice("Which of these three", ((1, "one"), (2, "two"), (3, "three")), 2, tell),
                Switch("Lights", False, tell, words=("off", "on")),
                Slider("Loudness", 0.5, tell),
                *(Button(f"Number {nth}", lambda: None) for nth in range(12)),
            ]
        )


@pytest.mark.parametrize(("size", "text", "language"), EVERY_WAY)
def test_widgets_neither_overlap_nor_leave_the_canvas(
    tmp_path: Path, size: tuple[int, int], text: int, language: str
) -> None:
    stage = open_stage(tmp_path, size=size, text=text, language=language)
    page = Sample()
    show(stage, page)
    assert faults(page, pygame.Rect((0, 0), size)) == []
    stage.close()


def test_keys_walk_change_and_choose(tmp_path: Path) -> None:
    stage, page = open_stage(tmp_path), Sample()
    show(stage, page)
    press(pygame.K_RETURN, pygame.K_DOWN, pygame.K_RIGHT, pygame.K_DOWN, pygame.K_SPACE, pygame.K_TAB, pygame.K_LEFT)
    stage.turn(0.05)
    assert page.chosen == ["first", 3, True, 0.4]
    stage.close()


def test_the_last_widget_scrolls_into_view(tmp_path: Path) -> None:
    stage, page = open_stage(tmp_path, size=(1024, 576), text=200), Sample()
    show(stage, page)
    press(*[pygame.K_TAB] * 15)
    stage.turn(0.05)
    last = page.board.find("Number 11")
    assert last is page.board.focus
    assert page.board.area.contains(last.rect)
    stage.close()


def test_a_pad_and_a_mouse_do_the_same(tmp_path: Path) -> None:
    stage, page = open_stage(tmp_path, size=(1024, 576)), Sample()
    show(stage, page)
    for button in (pygame.CONTROLLER_BUTTON_A, pygame.CONTROLLER_BUTTON_DPAD_DOWN, pygame.CONTROLLER_BUTTON_A):
        stage.take(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=0))
    assert page.chosen == ["first", 3]
    assert stage.device == "pad"
    first = page.board.find("First")
    assert first is not None
    stage.take(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=first.rect.center))
    assert page.chosen[-1] == "first"
    stage.take(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=pygame.CONTROLLER_BUTTON_B, instance_id=0))
    assert stage.done
    stage.close()


def test_pages_lie_on_each_other(tmp_path: Path) -> None:
    stage, below, above = open_stage(tmp_path), Sample(), Sample()
    show(stage, below)
    stage.push(above)
    press(pygame.K_ESCAPE)
    stage.turn(0.05)
    assert stage.shown is below
    assert not stage.done
    stage.close()


def test_the_stage_keeps_its_own_keys(tmp_path: Path) -> None:
    stage, page = open_stage(tmp_path), Sample()
    show(stage, page)
    press(pygame.K_m, pygame.K_F12)
    stage.turn(0.05)
    assert stage.settings.mute
    assert len(list((tmp_path / "screenshots").glob("*.png"))) == 1
    assert len(stage.notices.said) == 2
    press(pygame.K_F11)
    stage.turn(0.05)
    assert stage.settings.full_screen
    press(pygame.K_F11)
    stage.turn(0.05)
    stage.close()


def test_a_pad_pulled_out_is_told_and_nothing_more(tmp_path: Path) -> None:
    stage = open_stage(tmp_path)
    show(stage, Sample())
    stage.take(pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=7))
    assert "pad is gone" in stage.notices.said[-1][0]
    stage.close()


def test_a_page_that_fails_leads_to_another(tmp_path: Path) -> None:
    class Failing(Screen):
        def frame(self, seconds: float) -> bool:
            raise RuntimeError("broken")

    stage, rescue = open_stage(tmp_path), Sample()
    stage.on_failure = lambda error: rescue
    stage.go(Failing())
    stage.turn(0.05)
    assert stage.shown is rescue
    stage.close()


def test_a_still_page_is_drawn_once(tmp_path: Path) -> None:
    stage = open_stage(tmp_path)
    drawn: list[int] = []

    class Counting(Sample):
        def draw(self, canvas: pygame.Surface) -> None:
            drawn.append(1)
            super().draw(canvas)

    stage.go(Counting())
    for _ in range(10):
        stage.turn(0.05)
    assert len(drawn) == 1
    stage.close()


def test_settings_kept_change_the_language_spoken(tmp_path: Path) -> None:
    stage: Stage = open_stage(tmp_path)
    show(stage, Sample())
    stage.settings.language = "es"
    stage.keep_settings()
    assert stage.say("shell.play") == "Jugar"
    stage.close()


def test_notices_leave_the_foot_of_a_page_free() -> None:
    canvas, said = pygame.Surface((1920, 1080), depth=32), Notices()
    said.add("The pad is gone.")
    (free,) = draw_notices(canvas, said, look_of(canvas.get_size(), 1.0), foot=0.1)
    (low,) = draw_notices(canvas, said, look_of(canvas.get_size(), 1.0))
    assert free.bottom <= 0.9 * 1080 < low.bottom
