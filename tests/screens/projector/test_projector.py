import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.classroom.launch import open_room
from game.lessons import lesson, room_steps
from game.screens.projector.desk import Desk
from game.screens.projector.page import ProjectorScreen
from game.screens.stage import Stage
from game.screens.window import Window

Shown = tuple[Stage, ProjectorScreen, Desk]


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shown]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("DILEMMA_HOME", str(tmp_path))
    with open_room() as room:
        desk = Desk(room.url, room.token)
        window = Window("projector", (1920, 1080))
        stage, page = Stage(window), ProjectorScreen(desk)
        stage.go(page)
        until(lambda: desk.state is not None and bool(desk.codes))
        desk.say({"do": "plan", "steps": room_steps(lesson("five-minutes"))})
        yield stage, page, desk
        desk.close()
        window.close()


def until(true: Callable[[], bool]) -> None:
    """Wait for the room."""
    ends = time.monotonic() + 10.0
    while not true():
        assert time.monotonic() < ends, "the room did not get there"
        time.sleep(0.02)


def press(page: ProjectorScreen, key: int) -> None:
    page.take(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0))


def phase(desk: Desk) -> str:
    return str(desk.state["phase"]) if desk.state else ""


def test_space_leads_from_the_lobby_to_the_reveal(shown: Shown) -> None:
    stage, page, desk = shown
    for expected in ("lobby", "ask", "vote", "locked", "revealed", "debrief"):
        until(lambda expected=expected: phase(desk) == expected)
        page.frame(0.1)
        page.draw(stage.window.canvas)
        assert page.alt
        press(page, pygame.K_SPACE)


def test_the_blank_key_makes_the_screen_dark_and_light_again(shown: Shown) -> None:
    stage, page, desk = shown
    press(page, pygame.K_b)
    until(lambda: bool(desk.state and desk.state["blank"]))
    page.draw(stage.window.canvas)
    assert pygame.transform.average_color(stage.window.canvas)[:3] == (0, 0, 0)
    press(page, pygame.K_b)
    until(lambda: bool(desk.state and not desk.state["blank"]))


def test_a_step_is_taken_back_at_the_second_press_only(shown: Shown) -> None:
    _, page, desk = shown
    press(page, pygame.K_SPACE)
    until(lambda: phase(desk) == "ask")
    press(page, pygame.K_z)
    assert page.pending == pygame.K_z
    assert phase(desk) == "ask"
    press(page, pygame.K_z)
    until(lambda: phase(desk) == "lobby")


def test_the_window_stays_open_at_the_first_escape(shown: Shown) -> None:
    stage, page, _ = shown
    press(page, pygame.K_ESCAPE)
    assert not stage.done
    press(page, pygame.K_ESCAPE)
    assert stage.done
