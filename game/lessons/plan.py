"""The plan of a lesson to print: what is needed, the steps with their minutes, what to discuss, the exit ticket."""

from __future__ import annotations

from game.lessons.lesson import Lesson, Step
from game.lessons.words import has, told
from game.teams.scenarios import scenario


def plan_text(lesson: Lesson, *, minutes: int = 45, language: str = "en") -> str:
    """The plan of `minutes` (45 or 20) in `language`, in Markdown. ValueError or KeyError for others."""
    name = lesson.name
    moment = scenario(lesson.scenario)

    def say(key: str, **filled: object) -> str:
        return told(language, key, **filled)

    steps = [
        say("plan_row", nth=nth, minutes=step.lasts(minutes), text=_step(lesson, step, language))
        for nth, step in enumerate(lesson.cut(minutes), 1)
    ]
    asked = [question for step in lesson.cut(minutes) if step.do == "ticket" for question in step.questions]
    parts = [
        f"# {say('plan_title', title=told(language, name, 'title'), minutes=minutes)}",
        told(language, name, "idea"),
        say("plan_start", name=name),
        say("plan_need", name=name),
        say("plan_moment", scenario=moment.title, seed=lesson.seed, stakes=moment.stakes),
        f"## {say('plan_steps')}",
        "\n".join(steps),
        f"## {say('plan_talk')}",
        "\n".join(f"- {line}" for line in talking_points(lesson, language)),
        f"## {say('plan_ticket')}",
        "\n".join(f"- {_question(lesson, question, language)}" for question in asked),
    ]
    return "\n\n".join(parts) + "\n"


def talking_points(lesson: Lesson, language: str) -> list[str]:
    """The questions to discuss."""
    keys = [f"talk_{nth}" for nth in range(1, 10)]
    return [told(language, lesson.name, key) for key in keys if has(language, lesson.name, key)]


def _step(lesson: Lesson, step: Step, language: str) -> str:
    asked = told(language, "q", step.questions[0], "text") if step.questions else ""
    left, right = (told(language, f"job_{job}") for job in lesson.jobs)
    return told(language, "step", step.do, question=asked, moments=", ".join(step.moments), left=left, right=right)


def _question(lesson: Lesson, name: str, language: str) -> str:
    """A question with what can be answered."""
    asked = lesson.questions[name]
    if asked.between:
        low, high, _ = asked.between
        return f"{told(language, 'q', name, 'text')} {low}–{high} {told(language, 'q', name, 'unit')}"
    options = " / ".join(told(language, "q", name, option) for option in asked.options)
    return f"{told(language, 'q', name, 'text')} {options}"
