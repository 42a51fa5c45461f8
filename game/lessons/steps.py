"""A lesson as the classroom's room takes it and the projector shows it: its acts, one a step of the room's plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from game.lessons.lesson import Lesson, Question, Step, is_dose
from game.lessons.plan import talking_points
from game.lessons.words import LANGUAGES, both, has

Told = dict[str, Any]
"""JSON for the room."""


@dataclass(frozen=True)
class Act:
    """One step of the room's plan, and what the projector does meanwhile.

    `do` is ask, play (the match up to its first moment), moment (the vote there), futures, verdict, luck (the decision
    apart from it), other (the choice not made, on the same luck), dose, split, thousand, talk, ticket or summary.
    """

    do: str
    step: Step
    told: Told
    nth: int = 0  # which moment or talking point, from 0


def acts(lesson: Lesson, *, minutes: int = 45) -> list[Act]:
    """What happens in a lesson of `minutes`, in order; ValueError for another length."""
    steps = lesson.cut(minutes)
    made = [act for step in steps for act in _acts(lesson, step)]
    return [*made, Act("summary", steps[-1], _look("summary"))]


def room_steps(lesson: Lesson, *, minutes: int = 45) -> list[Told]:
    """The steps of {"do": "plan", "steps": …}: a match asks once at each of its moments."""
    return [act.told for act in acts(lesson, minutes=minutes)]


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


def _acts(lesson: Lesson, step: Step) -> list[Act]:
    match step.do:
        case "ticket":
            asked = [question_for(lesson, name, when=_when(lesson, name, step)) for name in step.questions]
            return [Act("ticket", step, {"ticket": asked})]
        case "ask":
            return [Act("ask", step, {"ask": question_for(lesson, step.questions[0], when=step.when)})]
        case "match":
            vote = {"ask": question_for(lesson, step.questions[0])}
            votes = [Act("moment", step, vote, nth) for nth in range(len(step.moments))]
            return [Act("play", step, _look("match")), *votes]
        case "talk":
            points = range(len(talking_points(lesson, LANGUAGES[0])))
            return [Act("talk", step, {"debrief": both(lesson.name, f"talk_{nth + 1}")}, nth) for nth in points]
        case "futures":
            names = ("dose",) if is_dose(lesson) else ("futures", "verdict", "luck", "other")
            return [Act(name, step, _look(name)) for name in names]
        case _:
            return [Act(name, step, _look(name)) for name in ("split", "thousand")]


def _look(name: str) -> Told:
    """What phones say while the big screen shows `name`."""
    return {"debrief": both("step", f"{name}_screen")}


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
