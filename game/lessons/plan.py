"""The plan of a lesson to print: what is needed, the steps with their minutes, what to discuss, the exit ticket."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.lessons.lesson import FirmLesson, Lesson, Step, is_dose, sets_bonus
from game.lessons.words import has, moment_of, told
from game.teams.scenarios import scenario

MOST_POINTS = 9  # to discuss


@dataclass(frozen=True)
class Query:
    """A question as it is asked: with its buttons, or with the numbers it lies between."""

    text: str
    options: tuple[str, ...] = ()
    between: str = ""
    twice: bool = False  # before and after

    @property
    def answers(self) -> str:
        """What can be answered, in one line."""
        return self.between or " / ".join(self.options)


@dataclass(frozen=True)
class PlanStep:
    """One step, from minute `begins` to minute `ends` of the lesson."""

    begins: int
    ends: int
    title: str
    text: str
    queries: tuple[Query, ...]


@dataclass(frozen=True)
class Plan:
    """Everything a teacher needs on paper."""

    language: str
    title: str
    idea: str
    aim: str
    listen: str
    start: str
    needs: str
    ready: tuple[str, ...]
    vote: tuple[str, ...]
    moment: str
    steps: tuple[PlanStep, ...]
    talk: tuple[str, ...]
    ticket: tuple[Query, ...]
    home: str


def plan_of(lesson: Lesson, *, minutes: int = 45, language: str = "en") -> Plan:
    """The plan of `minutes` (45 or 20) in `language`. ValueError or KeyError for others."""
    name = lesson.name
    ticket = [question for step in lesson.cut(minutes) if step.do == "ticket" for question in step.questions]

    def say(key: str, **filled: object) -> str:
        return told(language, f"plan_{key}", **filled)

    return Plan(
        language=language,
        title=say("title", title=told(language, name, "title"), minutes=minutes),
        idea=told(language, name, "idea"),
        aim=_where_said(language, name, "aim"),
        listen=_where_said(language, name, "listen"),
        start=say("start", name=name, minutes=minutes),
        needs=say("need", name=name, minutes=minutes),
        ready=tuple(say(f"ready_{nth}", name=name, minutes=minutes) for nth in (1, 2, 3)),
        vote=tuple(say(f"vote_{nth}") for nth in (1, 2, 3)),
        moment=_moment(lesson, language),
        steps=_steps(lesson, minutes, language),
        talk=tuple(talking_points(lesson, language)),
        ticket=tuple(_query(lesson, each, language) for each in ticket),
        home=say(
            "home_firm" if isinstance(lesson, FirmLesson) else "home_text", scenario=lesson.scenario, seed=lesson.seed
        ),
    )


def plan_text(lesson: Lesson, *, minutes: int = 45, language: str = "en") -> str:
    """The plan in Markdown."""
    plan = plan_of(lesson, minutes=minutes, language=language)

    def say(key: str, **filled: object) -> str:
        return told(language, f"plan_{key}", **filled)

    rows = [
        say("row", nth=nth, minutes=step.ends - step.begins, text=f"{step.title}: {step.text}")
        for nth, step in enumerate(plan.steps, 1)
    ]
    parts = (
        f"# {plan.title}",
        plan.idea,
        f"{say('aim')}: {plan.aim}" if plan.aim else "",
        plan.start,
        plan.needs,
        plan.moment,
        f"## {say('ready')}",
        _listed(plan.ready),
        f"## {say('steps')}",
        "\n".join(rows),
        f"## {say('vote')}",
        _listed(plan.vote),
        f"## {say('talk')}",
        _listed(plan.talk),
        f"{say('listen')}: {plan.listen}" if plan.listen else "",
        f"## {say('ticket')}",
        _listed([f"{each.text} {each.answers}" for each in plan.ticket]),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def talking_points(lesson: Lesson, language: str) -> list[str]:
    """The questions to discuss."""
    keys = [f"talk_{nth}" for nth in range(1, MOST_POINTS + 1)]
    return [told(language, lesson.name, key) for key in keys if has(language, lesson.name, key)]


def _steps(lesson: Lesson, minutes: int, language: str) -> tuple[PlanStep, ...]:
    made: list[PlanStep] = []
    begins = 0
    for step in lesson.cut(minutes):
        ends = begins + step.lasts(minutes)
        queries = tuple(_query(lesson, each, language) for each in step.questions)
        title = told(language, "step", f"{_kind(lesson, step)}_title")
        made.append(PlanStep(begins, ends, title, _told_step(lesson, step, language), queries))
        begins = ends
    return tuple(made)


def _moment(lesson: Lesson, language: str) -> str:
    """Where a match begins, or what firm it is about."""
    if isinstance(lesson, FirmLesson):
        return told(language, lesson.name, "firm")
    title, stakes = moment_of(scenario(lesson.scenario), language)
    return told(language, "plan_moment", scenario=title, seed=lesson.seed, stakes=stakes)


def _told_step(lesson: Lesson, step: Step, language: str) -> str:
    asked = told(language, "q", step.questions[0], "text") if step.questions else ""
    left, right = (told(language, f"job_{job}") if job else "" for job in lesson.jobs)
    moments = ", ".join(step.moments)
    return told(language, "step", _kind(lesson, step), question=asked, moments=moments, left=left, right=right)


def _kind(lesson: Lesson, step: Step) -> str:
    """Its words: what a step does, unless the lesson gives that another turn."""
    if step.do == "futures" and is_dose(lesson):
        return "dose"
    if step.do == "round":
        return f"round_{step.paid}"
    return "bonus" if step.do == "split" and sets_bonus(lesson) else step.do


def _query(lesson: Lesson, name: str, language: str) -> Query:
    asked = lesson.questions[name]
    times = {step.when for step in lesson.steps if name in step.questions and step.when}
    options = tuple(told(language, "q", name, option) for option in asked.options)
    between = _between(language, name, asked.between) if asked.between else ""
    return Query(told(language, "q", name, "text"), options, between, len(times) == 2)


def _between(language: str, name: str, between: tuple[int, int, int]) -> str:
    """As in −200 – 200 thousand euros, or 0 – 10 where the unit says of how many."""
    low, high, unit = *(str(end).replace("-", "−") for end in between[:2]), told(language, "q", name, "unit")
    return f"{low} – {high}" if high in unit.split() else f"{low} – {high} {unit}"


def _where_said(language: str, name: str, key: str) -> str:
    return told(language, name, key) if has(language, name, key) else ""


def _listed(lines: Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
