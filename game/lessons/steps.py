"""A lesson as the classroom's room takes it: questions and texts in both languages, ready for its `plan` command."""

from __future__ import annotations

from typing import Any

from game.lessons.lesson import Lesson, Question, Step
from game.lessons.words import LANGUAGES, both, has

Told = dict[str, Any]
"""JSON for the room."""


def room_steps(lesson: Lesson, *, minutes: int = 45) -> list[Told]:
    """The steps of {"do": "plan", "steps": …}: a match asks once at each of its moments."""
    made: list[Told] = []
    for step in lesson.cut(minutes):
        made += _steps(lesson, step)
    return made


def question_for(lesson: Lesson, name: str, *, when: str | None = None) -> Told:
    """The question called `name`, as the room takes it; `when` is before or after for one asked twice."""
    asked = lesson.questions[name]
    made: Told = {"name": name, "text": both("q", name, "text"), "sure": asked.sure}
    made |= _number(name, asked.between) if asked.between else _choice(name, asked)
    if asked.seconds is not None:
        made["seconds"] = float(asked.seconds)
    if when is not None:
        made["when"] = when
    return made


def _steps(lesson: Lesson, step: Step) -> list[Told]:
    if step.do == "ticket":
        return [{"ticket": [question_for(lesson, name, when=_when(lesson, name, step)) for name in step.questions]}]
    if step.do in ("ask", "match"):
        asked = question_for(lesson, step.questions[0], when=step.when)
        return [{"ask": asked} for _ in step.moments or ("once",)]
    if step.do == "talk":
        return [{"debrief": both(lesson.name, "talk_1")}]
    return [{"debrief": both("step", f"{step.do}_screen")}]


def _when(lesson: Lesson, name: str, step: Step) -> str | None:
    """`after` only for what was asked before: a ticket may hold other questions too."""
    asked_before = any(name in each.questions and each.when == "before" for each in lesson.steps)
    return step.when if asked_before else None


def _choice(name: str, asked: Question) -> Told:
    shapes: list[str | None] = list(asked.shapes) or [None] * len(asked.options)
    options = []
    for option, shape in zip(asked.options, shapes, strict=True):
        made: Told = {"text": both("q", name, option)}
        if has(LANGUAGES[0], "q", name, f"{option}_why"):
            made["why"] = both("q", name, f"{option}_why")
        if shape:
            made["shape"] = shape
        options.append(made)
    return {"kind": "choice", "options": options}


def _number(name: str, between: tuple[int, int, int]) -> Told:
    low, high, step = map(float, between)
    return {"kind": "number", "low": low, "high": high, "step": step, "unit": both("q", name, "unit")}
