"""Every page of the shell, in both languages, at the smallest and a usual window, with small and large text."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.screens import doors
from game.screens.about import AboutScreen
from game.screens.choosing import ChoosingScreen, in_order
from game.screens.code_entry import CodeScreen
from game.screens.crash import CrashScreen
from game.screens.custom import CustomScreen
from game.screens.how_to import HowToScreen
from game.screens.loading import LoadingScreen
from game.screens.options import GROUPS, OptionsScreen
from game.screens.page import Page
from game.screens.question import JobScreen
from game.screens.readying import Readying
from game.screens.title import TitleScreen
from tests.screens.flow import EVERY_WAY, faults, open_stage, press, show

REPORT = "/home/somebody/.config/defenders-dilemma/reports/crash-20261123-001122.txt"


def compiling() -> Readying:
    readying = Readying()
    readying.state, readying.done, readying.all = "cold", 80, 245
    return readying


def waiting_for_a_key() -> OptionsScreen:
    page = OptionsScreen("controls")
    page.waiting = "through"
    return page


PAGES: dict[str, Callable[[], Page]] = {
    "title": TitleScreen,
    "question": lambda: JobScreen(lambda stage: None),
    "question again": lambda: JobScreen(lambda stage: None, again=True),
    "choosing": ChoosingScreen,
    "custom": lambda: CustomScreen(in_order()[0]),
    **{f"settings, {group}": (lambda group=group: OptionsScreen(group)) for group in GROUPS},
    "settings, a key": waiting_for_a_key,
    "how to": HowToScreen,
    "code": CodeScreen,
    "about": AboutScreen,
    "crash": lambda: CrashScreen(REPORT, TitleScreen(), "FileNotFoundError: " + "grass of the pitch " * 7),
    "loading": lambda: LoadingScreen(compiling(), doors.picker),
}


@pytest.mark.parametrize("name", PAGES)
def test_nothing_overlaps_or_leaves_the_canvas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(doors, "READYING", compiling())
    for size, text, language in EVERY_WAY:
        stage = open_stage(tmp_path, size=size, text=text, language=language, job="post")
        stage.saves.suspended_path.write_text("")
        page = PAGES[name]()
        show(stage, page)
        assert faults(page, pygame.Rect((0, 0), size)) == [], (size, text, language)
        stage.close()


@pytest.mark.parametrize("name", sorted(PAGES.keys() - {"settings, a key"}))
def test_every_page_is_walked_with_keys_and_left_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(doors, "READYING", compiling())
    stage = open_stage(tmp_path, size=(1024, 576), text=200, language="es")
    show(stage, TitleScreen())
    page = PAGES[name]()
    stage.push(page)
    stage.turn(0.05)
    walk = page.board.walk()
    reached = set()
    for _ in walk:
        press(pygame.K_TAB)
        stage.turn(0.05)
        focus = page.board.focus
        assert focus is not None
        if focus.rect.height < page.board.area.height:
            assert page.board.area.contains(focus.rect), focus.text
        reached.add(getattr(focus, "name", focus.text))
    assert len(reached) == len(walk)
    assert page.alt.count("\n") >= len(walk) - 1
    stage.close()


@pytest.mark.parametrize(("language", "printed"), [("en", ("SPACE", "ARROWS")), ("es", ("ESPACIO", "FLECHAS"))])
def test_how_to_play_calls_keys_as_they_are_printed_there(
    tmp_path: Path, language: str, printed: tuple[str, ...]
) -> None:
    stage = open_stage(tmp_path, language=language)
    page = HowToScreen()
    show(stage, page)
    told = " ".join(each.text for each in page.board.parts())
    assert all(each in told for each in printed)
    stage.close()


def test_the_settings_call_keys_in_spanish_and_a_key_of_ones_own(tmp_path: Path) -> None:
    stage = open_stage(tmp_path, language="es")
    stage.settings.keys = {"push": ["right shift"], "call": ["f"]}
    page = OptionsScreen("controls")
    show(stage, page)
    told = [each.text for each in page.board.parts()]
    assert any(each.endswith(": Mayús derecha") for each in told)
    assert any(each.endswith(": F") for each in told)
    assert any(": Arriba, W" in each for each in told)
    stage.close()
