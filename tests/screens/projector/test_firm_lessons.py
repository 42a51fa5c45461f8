"""Both lessons of the firm, given from the lobby to the summary: phones in their offices, every page drawn.

`LESSON_SHOTS=folder pytest tests/screens/projector/test_firm_lessons.py` keeps a picture of every page.
"""

import os
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pygame
import pytest

from game.screens.projector.firm_show import FirmShow
from tests.classroom.visitors import Phone, look
from tests.screens.projector.conftest import Class
from tests.screens.projector.measure import faults

PHONES = 4
SIZE = tuple(int(each) for each in os.environ.get("LESSON_SIZE", "1024x576").split("x"))


class Given:
    """A lesson of a firm under way."""

    def __init__(self, held: Class, phones: list[Phone], name: str) -> None:
        self.held, self.phones = held, phones
        told = os.environ.get("LESSON_SHOTS")
        self.folder = Path(told, f"{name}-{held.stage.say.code}-{SIZE[0]}") if told else None
        self.seen: list[str] = []
        self.faults: list[str] = []
        self.votes = 0

    def picture(self) -> None:
        """Draw the page, and keep it where pictures are wanted."""
        self.held.stage.draw()
        self.faults += [f"{self.held.page.do}: {fault}" for fault in faults(self.held.page)]
        self.seen.append(f"{self.held.page.do} {self.held.phase}")
        if self.folder is not None:
            self.folder.mkdir(parents=True, exist_ok=True)
            name = f"{len(self.seen):02d}-{self.seen[-1].replace(' ', '-')}.png"
            pygame.image.save(self.held.stage.window.canvas, str(self.folder / name))

    def vote(self) -> None:
        """Every phone answers what it is asked: its report's wish when paid for it, else the firm's."""
        for each in self.phones:
            with Phone(self.held.room, each.id) as phone:  # a page just loaded has no old news
                for question in phone.join()["questions"]:
                    own = question["name"].startswith("own-")
                    answer = question["high"] if question["kind"] == "number" else 0.0 if own else 1.0
                    self.votes += 1
                    assert phone.vote(question["round"], answer, n=self.votes)["say"] == "saved"

    def to_the_end(self) -> None:
        """Space after space."""
        held = self.held
        for _ in range(120):
            if held.page.do == "summary":
                return
            if held.phase in ("vote", "ticket"):
                self.vote()
            before = held.beat
            held.press(pygame.K_SPACE)
            held.until(lambda before=before: held.beat != before)
            held.turn(2)
            self.picture()
        raise AssertionError(f"no end: {self.seen}")


@pytest.mark.parametrize(
    ("name", "language", "pages"),
    [
        ("two-offices", "en", {"brief debrief", "ask ticket", "offices debrief", "pairs debrief", "summary debrief"}),
        ("the-counter", "es", {"brief debrief", "answers revealed", "counter debrief", "recession debrief"}),
    ],
)
def test_a_firms_lesson_is_given_from_the_lobby_to_the_summary(
    hold: Callable[..., Class], name: str, language: str, pages: set[str]
) -> None:
    language = os.environ.get("LESSON_LANGUAGE", language)
    held = hold(name, language=language, size=SIZE, text=int(os.environ.get("LESSON_TEXT", "100")))
    with ExitStack() as joined:
        phones = [joined.enter_context(Phone(held.room)) for _ in range(PHONES)]
        for phone in phones:
            phone.join()
        given = Given(held, phones, name)
        given.to_the_end()
        assert pages <= set(given.seen)
        assert given.faults == []
        show = held.show
        assert isinstance(show, FirmShow)
        if name == "two-offices":
            assert [show.departments(paid) for paid in ("own", "firm")] == [["own", "own"], ["whole", "whole"]]
        else:
            assert show.accepted("own") == [False] * 12
            assert show.accepted("firm") == [True] * 12


def test_every_phone_is_asked_for_its_own_office_alone(hold: Callable[..., Class]) -> None:
    held = hold("two-offices")
    with ExitStack() as joined:
        phones = [joined.enter_context(Phone(held.room)) for _ in range(PHONES)]
        for phone in phones:
            phone.join()
        while look(held.room)["phase"] != "ticket":
            before = held.beat
            held.press(pygame.K_SPACE)
            held.until(lambda before=before: held.beat != before)
        ids = [phone.id for phone in phones]
        fresh = [joined.enter_context(Phone(held.room, each)) for each in ids]
        told = [phone.join()["questions"] for phone in fresh]
        assert [len(each) for each in told] == [1] * PHONES
        assert sorted(each[0]["office"]["place"] for each in told) == [0, 0, 1, 1]
