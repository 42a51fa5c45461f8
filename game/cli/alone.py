"""A lesson one person takes in the terminal: he answers by typing, and the matches are played here."""

from __future__ import annotations

import re
from collections.abc import Sequence

import typer
from rich.progress import Progress

from game.fixture import Fixture
from game.intervals import Interval
from game.lessons import Lesson, Step, is_dose, sets_bonus, told
from game.lessons.plan import talking_points
from game.lessons.shown import (
    Ended,
    TwoShares,
    bonuses,
    dose_curve,
    doses,
    either_choice,
    either_job,
    play,
    under_bonus,
)
from game.lessons.words import moment_of
from game.teams.scenarios import scenario

EXPECTED = {"pushes-win": "push", "stays-win": "stay"}
"""Which choice a question asks the matches of."""


class Alone:
    """One lesson, one person."""

    def __init__(self, lesson: Lesson, language: str, matches: int) -> None:
        self.lesson, self.language, self.matches = lesson, language, matches
        self.before: dict[str, str] = {}
        self.answers: dict[str, int] = {}  # the first to each question: an option's place from 0, or the number

    def say(self, *keys: str, **filled: object) -> None:
        """One line, after an empty one."""
        typer.echo("\n" + told(self.language, *keys, **filled))

    def run(self, minutes: int) -> None:
        """All steps of a lesson of `minutes` in turn."""
        steps = self.lesson.cut(minutes)
        self.say(self.lesson.name, "title")
        self.say(self.lesson.name, "idea")
        typer.echo("\n" + self._setting())
        for step in steps:
            self._step(step)
        self.say("alone_end", name=self.lesson.name)

    def _setting(self) -> str:
        """The moment it is about."""
        text = " — ".join(moment_of(scenario(self.lesson.scenario), self.language))
        return told(self.language, "alone_moment", text=text)

    def _step(self, step: Step) -> None:
        if step.do == "match":
            self.say("alone_match", scenario=self.lesson.scenario, seed=self.lesson.seed)
        if step.do == "futures":
            self._futures()
        if step.do == "split":
            self._split()
        if step.do == "talk":
            typer.echo("\n" + "\n".join(f"- {line}" for line in talking_points(self.lesson, self.language)))
            self._typed("alone_continue")
        for name in step.questions:
            self._ask(name, step)

    # — what the matches say —

    def _futures(self) -> None:
        """The matches after either choice, or with every number of players for the result."""
        if is_dose(self.lesson):
            self._doses()
            return
        self.say("alone_playing", count=self.matches)
        self._show(either_choice(self.lesson, count=self.matches), "alone")

    def _split(self) -> None:
        """The matches of either job, or under every bonus the class may set."""
        if sets_bonus(self.lesson):
            self._bonuses()
            return
        self.say("alone_playing_split", count=self.matches)
        self._show(either_job(self.lesson, count=self.matches), "job")

    def _doses(self) -> None:
        """A line for each number of players, and from which on it shows."""
        self.say("alone_dose_playing", count=self.matches)
        ended = self._played(doses(self.lesson))
        curve = dose_curve(self.lesson, [[each.margin for each in column] for column in ended])
        for dose, share in enumerate(curve.shares):
            typer.echo(told(self.language, "alone_dose", count=dose, **_hundredths(share)))
        if curve.shows_from is None:
            self.say("alone_dose_none")
        else:
            self.say("alone_dose_found", count=curve.shows_from)
        if "how-many" in self.answers:
            self.say("alone_dose_guess", guess=self.answers["how-many"])

    def _bonuses(self) -> None:
        """A line for each bonus, the one he set first."""
        self.say("alone_bonus_playing", count=self.matches)
        offered = bonuses(self.lesson)
        ended = dict(zip(offered, self._played(list(offered.values())), strict=True))
        own = list(offered)[self.answers["bonus"]] if "bonus" in self.answers else None
        for name in sorted(offered, key=lambda each: each != own):
            paid = under_bonus(self.lesson, ended[name])
            what = told(self.language, "q", "bonus", name)
            what = told(self.language, "alone_bonus_yours", what=what) if name == own else what
            goals = {"scored": f"{paid.scored:.2f}", "conceded": f"{paid.conceded:.2f}"}
            self.say("alone_bonus", what=what, **_hundredths(paid.share), **goals)

    def _played(self, fixtures: Sequence[Fixture]) -> list[list[Ended]]:
        """So many matches of each, with a bar where somebody is looking."""
        with Progress(transient=True) as progress:
            return [play(each, self.lesson, count=self.matches) for each in progress.track(fixtures, description="")]

    def _show(self, found: TwoShares, kind: str) -> None:
        """Both shares with their intervals, and whether that decides."""
        for name, share in zip(found.names, found.shares, strict=True):
            self.say("alone_outcome", what=told(self.language, f"{kind}_{name}"), **_hundredths(share))
        apart = found.difference
        if found.close:
            self.say("alone_close")
        else:
            what = told(self.language, f"{kind}_{found.names[0 if apart.value > 0 else 1]}")
            half = 50 * (apart.high - apart.low)
            self.say("alone_better", what=what, points=f"{100 * abs(apart.value):.0f}", half=f"{half:.0f}")
        self._compare(found)

    def _compare(self, found: TwoShares) -> None:
        """What he expected of 100 matches beside what they came to."""
        for question, choice in EXPECTED.items():
            if question in self.answers and choice in found.names:
                share = found.shares[found.names.index(choice)].value
                self.say("alone_expected", guess=self.answers[question], share=f"{100 * share:.0f}")

    # — what he says —

    def _ask(self, name: str, step: Step) -> None:
        """One question, asked again until the answer is one; and what was answered the first time."""
        asked = self.lesson.questions[name]
        self.say("q", name, "text")
        for nth, option in enumerate(asked.options, 1):
            typer.echo(f"  {nth}  {told(self.language, 'q', name, option)}")
        low, high = asked.between[:2] if asked.between else (1, len(asked.options))
        key = "alone_between" if asked.between else "alone_answer"
        number = self._number(key, low, high)
        if number is None:
            return
        answer = str(number) if asked.between else told(self.language, "q", name, asked.options[number - 1])
        if step.when == "after" and name in self.before:
            self.say("alone_before", before=self.before[name], after=answer)
        self.before.setdefault(name, answer)
        self.answers.setdefault(name, number if asked.between else number - 1)

    def _number(self, key: str, low: int, high: int) -> int | None:
        """A number from `low` to `high`; None when he skips it."""
        while typed := self._typed(key, low=low, high=high, count=high):
            if re.fullmatch(r"-?[0-9]{1,9}", typed) and low <= int(typed) <= high:
                return int(typed)
            self.say("alone_again", low=low, high=high)
        return None

    def _typed(self, key: str, **filled: object) -> str:
        """What he types; nothing at the end of a piped input."""
        typer.echo(told(self.language, key, **filled), nl=False)
        try:
            return input().strip()
        except EOFError:
            typer.echo()
            return ""


def _hundredths(share: Interval) -> dict[str, str]:
    """A share with its interval, in hundredths."""
    return {name: f"{100 * part:.0f}" for name, part in zip(("share", "low", "high"), share, strict=True)}
