"""A lesson given from its lobby to its report: phones vote, the teacher presses keys, every page is drawn.

`LESSON_SHOTS=folder pytest tests/screens/projector/test_whole_lesson.py` keeps a picture of every page.
"""

import os
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pygame
import pytest

from game.screens.projector.show import Show
from tests.classroom.visitors import Phone, visit
from tests.screens.projector.conftest import Class
from tests.screens.projector.measure import faults, keep

WISHES = {"job": (0, 2, 2), "go": (1, 1, 0), "always": (0, 1, 1), "bonus": (0, 0, 2)}
NUMBER = 20.0
PATIENCE = 240.0  # s; what plays behind the page gives way to all else on a busy machine


class Given:
    """A lesson under way."""

    def __init__(self, held: Class, phones: list[Phone], name: str) -> None:
        self.held, self.phones = held, phones
        told = os.environ.get("LESSON_SHOTS")
        self.folder = Path(told, name) if told else None
        self.seen: list[str] = []
        self.faults: list[str] = []
        assert isinstance(held.show, Show)
        self.show: Show = held.show

    def picture(self, name: str) -> None:
        """Draw the page, and keep it where pictures are wanted."""
        self.held.stage.draw()
        self.seen.append(name)
        self.faults += [f"{name}: {fault}" for fault in faults(self.held.page)]
        if self.folder is not None:
            keep(self.held.page, self.folder, f"{len(self.seen):02d}-{name}")

    def vote(self) -> None:
        """Every phone answers what is on show."""
        asked = self.held.state["questions"]
        assert isinstance(asked, list)
        for question in asked:
            answers = WISHES.get(question["name"])
            for nth, phone in enumerate(self.phones):
                told = phone.vote(question["round"], answers[nth] if answers else min(NUMBER, question["high"]))
                assert told["say"] == "saved"

    def ask(self) -> None:
        """From the question on the screen to its answers."""
        held = self.held
        for phase in ("vote", "locked", "revealed"):
            held.press(pygame.K_SPACE)
            held.until(lambda phase=phase: held.phase in (phase, "ticket" if phase == "vote" else phase))
            if phase == "vote":
                self.vote()
            held.turn()
            self.picture(held.phase)

    def to_the_end(self) -> None:
        """Step by step, whatever the lesson's plan holds."""
        held, show = self.held, self.show
        held.until(lambda: show.thousand is not None, within=PATIENCE)
        while "summary" not in self.seen:
            do = held.page.do
            if do == "match" and show.match is not None and not show.match.arrived:
                self.picture("match")
                held.press(pygame.K_SPACE)
                held.until(lambda: show.match is not None and show.match.arrived, within=PATIENCE)
                if show.match.playing.over:
                    self.picture("whistle")
                else:
                    held.until(lambda: held.page.do == "moment")
                continue
            if held.phase in ("ask", "ticket"):
                self.picture(held.phase)
                if held.phase == "ask":
                    self.ask()
                else:
                    self.vote()
                    held.next("locked")
                    held.next("revealed")
                    self.picture("answers")
            self.go_on()

    def go_on(self) -> None:
        """The next step of the plan, drawn once what it shows is there."""
        held, show = self.held, self.show
        before = held.beat
        held.press(pygame.K_SPACE)
        held.until(lambda: held.beat != before)
        held.turn()
        if held.page.do in ("futures", "verdict", "luck", "summary") and show.moments:
            held.until(lambda: show.story is not None, within=PATIENCE)
        if held.page.do in ("thousand", "dose", "summary") and show.thousand is not None:
            held.until(lambda: show.thousand is not None and show.thousand.count > 0, within=PATIENCE)
        if held.page.do not in ("match", "ask", "moment"):
            held.turn(3)
            self.picture(held.page.do)


@pytest.mark.parametrize(
    ("name", "language", "pages"),
    [
        ("five-minutes", "es", {"match", "whistle", "futures", "verdict", "luck", "other", "pairs", "summary"}),
        ("when-staying-is-right", "en", {"match", "futures", "verdict", "luck", "other", "pairs", "summary"}),
        ("what-gets-paid", "es", {"match", "split", "thousand", "pairs", "summary"}),
        ("whats-your-job", "en", {"match", "futures", "verdict", "luck", "other", "pairs", "summary"}),
        ("eleven-jobs", "en", {"split", "thousand", "dose", "talk", "pairs", "summary"}),
    ],
)
def test_a_lesson_is_given_from_the_lobby_to_the_report(
    hold: Callable[..., Class], name: str, language: str, pages: set[str]
) -> None:
    shots = "LESSON_SHOTS" in os.environ
    held = hold(name, language=language, size=(1920, 1080) if shots else (1024, 576))
    with ExitStack() as joined:
        phones = [joined.enter_context(Phone(held.room)) for _ in range(3)]
        for phone in phones:
            phone.join()
        given = Given(held, phones, name)
        held.turn()
        given.picture("lobby")
        given.to_the_end()
        assert pages <= set(given.seen)
        assert given.faults == []
        report = visit(held.room, "/desk/report.html", token=held.room.token).body.decode()
        assert report.count("<h2>") >= 4
        rows = visit(held.room, "/desk/export.csv", token=held.room.token).body.decode().splitlines()
        rounds = held.state["rounds"]
        assert isinstance(rounds, list)
        assert len(rows) == 1 + 3 * len(rounds)
        if given.folder is not None:
            (given.folder / "report.html").write_text(report, encoding="utf-8")
