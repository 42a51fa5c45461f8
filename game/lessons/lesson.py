"""A lesson as its file says it: a moment, questions with their options, and the steps of 45 and of 20 minutes."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, PrivateAttr, field_validator, model_validator

from game.assets import asset
from game.chance import SEED_LIMIT
from game.firm.loading import load
from game.policies.mix import mix
from game.policies.names import unknown
from game.teams import reading
from game.teams.minutes import seconds
from game.teams.scenarios import scenario

LENGTHS = (45, 20)  # minutes a lesson may take
FOLDER = "lessons"
MOST_RANGES = 6  # that a number is asked in without phones: as many as a question may have buttons

Do = Literal["ask", "match", "futures", "split", "talk", "ticket", "round", "recession"]
Shape = Literal["shield", "arrow", "disc", "square", "triangle", "diamond"]
Names = Annotated[tuple[str, ...], Field(strict=False)]
Minutes = Annotated[int, Field(ge=0, le=45)]


class Question(reading.Written):
    """A choice of named options, or a number: exactly one of `options` and `between`."""

    options: Annotated[tuple[str, ...], Field(strict=False, max_length=6)] = ()
    shapes: Annotated[tuple[Shape, ...], Field(strict=False)] = ()
    between: Annotated[tuple[int, int, int], Field(strict=False)] | None = None  # lowest, highest, step
    seconds: Annotated[int, Field(ge=3, le=3600)] | None = None
    sure: bool = False  # also ask how sure

    @property
    def ranges(self) -> list[tuple[int, int]]:
        """The numbers between in a few ranges, each from its lowest to its highest, for hands to be raised at."""
        if self.between is None:
            return []
        low, high, step = self.between
        values = range(low, high + 1, step)
        count = min(MOST_RANGES, len(values))
        edges = [round(len(values) * nth / count) for nth in range(count + 1)]
        return [(values[first], values[last - 1]) for first, last in pairwise(edges)]

    @model_validator(mode="after")
    def _one_kind(self) -> Question:
        if bool(self.options) == (self.between is not None):
            raise ValueError("write either options, or between = [lowest, highest, step]")
        if self.options and len(self.options) < 2:
            raise ValueError("write at least two options")
        if self.shapes and len(self.shapes) != len(self.options):
            raise ValueError(f"{len(self.options)} options need as many shapes, not {len(self.shapes)}")
        return self

    @field_validator("between")
    @classmethod
    def _ordered(cls, between: tuple[int, int, int] | None) -> tuple[int, int, int] | None:
        if between is not None and (between[0] >= between[1] or between[2] <= 0):
            raise ValueError("between is lowest, highest, step, as in [0, 100, 5]")
        return between


class Step(reading.Written):
    """One step: what to do, for how many minutes of 45, and of 20 (`short`; 0 leaves it out).

    A round and a recession are of a firm's lesson: in a round each department is `paid` for its own number, or for
    what the firm earns.
    """

    do: Do
    questions: Names = ()
    when: Literal["before", "after"] | None = None
    moments: Annotated[tuple[str, ...], Field(strict=False, max_length=3)] = ()  # of the match clock
    paid: Literal["own", "firm"] | None = None
    minutes: Minutes
    short: Minutes

    @field_validator("moments")
    @classmethod
    def _times(cls, moments: tuple[str, ...]) -> tuple[str, ...]:
        if [seconds(each) for each in moments] != sorted(seconds(each) for each in moments):
            raise ValueError("write the moments in the order they come")
        return moments

    @model_validator(mode="after")
    def _complete(self) -> Step:
        least, most = {"ask": (1, 1), "match": (1, 1), "ticket": (1, 6), "round": (1, 2)}.get(self.do, (0, 0))
        if not least <= len(self.questions) <= most:
            allowed = str(least) if least == most else f"{least} to {most}"
            raise ValueError(f"a step to {self.do} has {allowed} questions, not {len(self.questions)}")
        if bool(self.moments) != (self.do == "match"):
            raise ValueError("a step to match, and no other, says the moments it stops at")
        if bool(self.paid) != (self.do == "round"):
            raise ValueError("a round, and no other step, says what departments are paid for")
        return self

    def lasts(self, minutes: int) -> int:
        """Minutes of a lesson of `minutes`; 0 when it is left out."""
        return self.minutes if minutes == LENGTHS[0] else self.short


class Lesson(reading.Written):
    """One lesson."""

    order: Annotated[int, Field(ge=1)]
    scenario: str
    seed: Annotated[int, Field(ge=0, lt=SEED_LIMIT)]
    jobs: Annotated[tuple[str, str], Field(strict=False)]  # what the eleven play for, left and right
    steps: Annotated[tuple[Step, ...], Field(strict=False, min_length=1)]
    questions: dict[str, Question]
    _name: str = PrivateAttr("")

    @property
    def name(self) -> str:
        """The name of its file."""
        return self._name

    def cut(self, minutes: int) -> list[Step]:
        """The steps of a lesson of `minutes`; ValueError for another length than 45 or 20."""
        if minutes not in LENGTHS:
            raise ValueError(f"a lesson takes {LENGTHS[0]} or {LENGTHS[1]} minutes, not {minutes}")
        return [step for step in self.steps if step.lasts(minutes)]

    @field_validator("scenario")
    @classmethod
    def _known_scenario(cls, name: str) -> str:
        return scenario(name).name

    @field_validator("jobs")
    @classmethod
    def _known_jobs(cls, jobs: tuple[str, str]) -> tuple[str, str]:
        for each in jobs:
            mix(each)
        return jobs

    @model_validator(mode="after")
    def _whole(self) -> Lesson:
        for name in (each for step in self.steps for each in step.questions):
            if name not in self.questions:
                raise unknown("question in this lesson", name, self.questions)
        for minutes in LENGTHS:
            taken = sum(step.lasts(minutes) for step in self.steps)
            if taken > minutes:
                raise ValueError(f"the steps take {taken} of {minutes} minutes")
        return self


class FirmLesson(Lesson):
    """A lesson about a firm; no match is played in it.

    Its class is dealt over departments, one for each question of a round; or all of it stands behind a credit counter,
    where so many `people` ask for a loan.
    """

    firm: str
    people: Annotated[int, Field(ge=0, le=12)] = 0
    scenario: Literal[""] = ""
    jobs: Annotated[tuple[Literal[""], Literal[""]], Field(strict=False)] = ("", "")

    @field_validator("firm")
    @classmethod
    def _known_firm(cls, name: str) -> str:
        load(name)
        return name


def lesson(name: str) -> Lesson:
    """The lesson called `name`. KeyError names the nearest; ValueError says in one line what is wrong in its file."""
    known = _names()
    if name not in known:
        raise unknown("lesson", name, known, see="dilemma lesson")
    path = asset(FOLDER, f"{name}.toml")
    made = reading.read(path, FirmLesson if _is_of_a_firm(path) else Lesson)
    made._name = name
    return made


def lessons() -> list[Lesson]:
    """All lessons, in the order they are best given."""
    return sorted((lesson(name) for name in _names()), key=lambda each: each.order)


def is_dose(lesson: Lesson) -> bool:
    """Whether its futures are about how many play for the result: nothing is decided in a match before them."""
    return not any(step.do in ("match", "round") for step in lesson.steps)


def sets_bonus(lesson: Lesson) -> bool:
    """Whether the class sets what its eleven are paid for."""
    return "bonus" in lesson.questions


def _is_of_a_firm(path: Path) -> bool:
    return re.search(r"^firm\b", path.read_text(encoding="utf-8"), re.MULTILINE) is not None


def _names() -> list[str]:
    return sorted(path.stem for path in asset(FOLDER).glob("*.toml"))
