"""A room, a lesson in it, and the projector's page over both, driven by key presses."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pygame
import pytest

from game.classroom import launch
from game.classroom.launch import OpenRoom, open_room
from game.lessons import FirmLesson, lesson, room_steps
from game.screens.language import Language
from game.screens.projector.desk import Desk
from game.screens.projector.firm_show import FirmShow
from game.screens.projector.following import Following
from game.screens.projector.page import ProjectorScreen
from game.screens.projector.show import Show
from game.screens.stage import Stage
from tests.screens.flow import open_stage

PLANNED = 6  # futures and matches behind each page of a test


class Class:
    """A class in a test: the room, the projector, and a teacher who presses keys."""

    def __init__(self, room: OpenRoom, stage: Stage, name: str | None, language: str, minutes: int) -> None:
        self.room, self.stage = room, stage
        self.desk = Desk(room.url, room.token)
        self.show: Following | None = None
        if name is not None:
            say = Language(language)
            found = lesson(name)
            if isinstance(found, FirmLesson):
                self.show = FirmShow(found, say, minutes=minutes)
            else:
                self.show = Show(found, say, minutes=minutes, planned=PLANNED)
        self.page = ProjectorScreen(self.desk, self.show)
        stage.go(self.page)
        self.until(lambda: bool(self.page.state) and bool(self.desk.codes))
        if name is not None:
            self.desk.say({"do": "plan", "steps": room_steps(lesson(name), minutes=minutes)})
            self.until(lambda: self.state["plan"]["of"] > 0)

    @property
    def state(self) -> dict[str, object]:
        return self.page.state

    @property
    def beat(self) -> tuple[object, object]:
        """Where the lesson stands."""
        return self.phase, self.state["plan"]

    @property
    def phase(self) -> str:
        return str(self.state["phase"])

    def press(self, *keys: int) -> None:
        for key in keys:
            letter = chr(key) if 32 <= key < 127 else ""
            self.page.take(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=letter))

    def turn(self, times: int = 1) -> None:
        """Frames of a quarter of a second each."""
        for _ in range(times):
            self.stage.turn(0.25)

    def until(self, true: Callable[[], bool], *, within: float = 60.0) -> None:
        """Let time pass on the projector until something is so."""
        ends = time.monotonic() + within
        while not true():
            assert time.monotonic() < ends, f"not so within {within} s; on show: {self.page.alt}"
            self.turn()
            time.sleep(0.005)

    def next(self, phase: str) -> None:
        """Space, and the room is in `phase`."""
        self.press(pygame.K_SPACE)
        self.until(lambda: self.phase == phase)
        self.turn()


@pytest.fixture
def hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Class]]:
    """Opens classes that are closed after the test."""
    monkeypatch.setattr(launch, "rooms_folder", lambda: tmp_path / "rooms")
    monkeypatch.setattr(launch, "PORT", 0)
    with ExitStack() as opened:

        def make(
            name: str | None = None,
            *,
            size: tuple[int, int] = (1024, 576),
            text: int = 100,
            language: str = "en",
            minutes: int = 20,
            hands_up: bool = False,
        ) -> Class:
            room = opened.enter_context(open_room(language=language, hands_up=hands_up))
            stage = open_stage(tmp_path, size=size, text=text, language=language, reduce_motion=True, mute=True)
            made = Class(room, stage, name, language, minutes)
            opened.callback(stage.close)
            opened.callback(made.desk.close)
            return made

        yield make
