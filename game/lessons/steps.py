"""A lesson as the classroom's room takes it and the projector shows it: its acts, one a step of the room's plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from game.lessons.firm_shown import score_of, todays
from game.lessons.lesson import FirmLesson, Lesson, Question, Step, is_dose
from game.lessons.plan import talking_points
from game.lessons.words import LANGUAGES, both, has

AT_ONCE = 6  # who ask for a loan together, so that a phone shows them all
Told = dict[str, Any]
"""JSON for the room."""


@dataclass(frozen=True)
class Act:
    """One step of the room's plan, and what the projector does meanwhile.

    `do` is ask, play (the match up to its first moment), moment (the vote there), futures, verdict, luck (the decision
    apart from it), other (the choice not made, on the same luck), dose, split, thousand, talk, ticket or summary; in
    a firm brief (what one is paid for), offices (every department decides) or counter (some of those who ask for a
    loan), and recession.
    """

    do: str
    step: Step
    told: Told
    nth: int = 0  # which moment, talking point or part of those who ask, from 0


def acts(lesson: Lesson, *, minutes: int = 45) -> list[Act]:
    """What happens in a lesson of `minutes`, in order, for phones; ValueError for another length."""
    steps = lesson.cut(minutes)
    made = [act for step in steps for act in _acts(lesson, step)]
    return [*made, Act("summary", steps[-1], _look("summary"))]


def room_steps(lesson: Lesson, *, minutes: int = 45, hands: bool = False) -> list[Told]:
    """The steps of {"do": "plan", "steps": …}: a match asks once at each of its moments.

    `hands` has numbers asked in ranges, which raised hands can be counted for.
    """
    told = [act.told for act in acts(lesson, minutes=minutes)]
    return [_by_hand(lesson, each) for each in told] if hands else told


def middle(asked: Question, answered: Told) -> float | None:
    """The number in the middle of all answers the room tells of; of hands, the middle of their range. None for none."""
    counts = answered["class"]["counts"]
    if answered["kind"] == "number":
        median = answered["class"]["median"]
        return None if median is None else float(median)
    reached = [sum(counts[: nth + 1]) * 2 >= sum(counts) for nth in range(len(counts))]
    return sum(asked.ranges[reached.index(True)]) / 2 if sum(counts) else None


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


def _by_hand(lesson: Lesson, told: Told) -> Told:
    """The same step of the plan with ranges for numbers."""
    if "ask" in told:
        return {"ask": _in_ranges(lesson, told["ask"])}
    if "ticket" in told:
        return {"ticket": [_in_ranges(lesson, each) for each in told["ticket"]]}
    return told


def _in_ranges(lesson: Lesson, told: Told) -> Told:
    if told["kind"] != "number":
        return told
    kept: Told = {key: told[key] for key in ("name", "text", "seconds", "when") if key in told}
    options = [
        {"text": both("range", low=_signed(low), high=_signed(high)) if low < high else _signed(low)}
        for low, high in lesson.questions[told["name"]].ranges
    ]
    return {**kept, "kind": "choice", "options": options}


def _signed(number: int) -> str:
    return str(number).replace("-", "−")


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
        case "round":
            return _round(lesson, step)
        case "recession":
            return [Act("recession", step, _look("recession"))]
        case _:
            return [Act(name, step, _look(name)) for name in ("split", "thousand")]


def _round(lesson: Lesson, step: Step) -> list[Act]:
    """What one is paid for, then what every department, or everybody behind the counter, decides."""
    assert isinstance(lesson, FirmLesson)  # its file said so
    told = both(lesson.name, f"brief_{step.paid}")
    brief = Act("brief", step, {"debrief": {code: " ".join(text.split()) for code, text in told.items()}})
    if not lesson.people:
        asked = [_office(lesson, step, name, place=nth) for nth, name in enumerate(step.questions)]
        return [brief, Act("offices", step, {"ticket": asked})]
    name = step.questions[0]
    scores = enumerate(score_of(todays(lesson)), 1)
    asked = [_office(lesson, step, name, place=0, number=nth, score=score) for nth, score in scores]
    parts = [asked[first : first + AT_ONCE] for first in range(0, len(asked), AT_ONCE)]
    return [brief, *(Act("counter", step, {"ticket": part}, nth) for nth, part in enumerate(parts))]


def _office(lesson: Lesson, step: Step, name: str, *, place: int, **person: int) -> Told:
    """A question for one department, which says who one is and what one is paid for; about one `person`, if so."""
    made = question_for(lesson, name) | {"name": decided(step, name, person.get("number", 0))}
    made["office"] = {"place": place, "text": both("office", f"{name}_{step.paid}")}
    if person:
        made["text"] = both("q", name, "asked", **person)
    return made


def decided(step: Step, name: str, person: int = 0) -> str:
    """What the room calls the question `name` of a round, or its question about a person, counted from 1."""
    return f"{step.paid}-{name}" + (f"-{person}" if person else "")


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
