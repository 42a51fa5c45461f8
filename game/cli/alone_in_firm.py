"""A firm's lesson one person takes in the terminal: he decides for every department in turn, and reads all reports."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from game.cli.alone import Alone
from game.firm.counter import Counter
from game.lessons import FirmLesson, Step, told
from game.lessons.firm_shown import (
    day,
    firm_of,
    in_recession,
    office_year,
    rule_of,
    score_of,
    todays,
    under_rule,
)
from game.screens.firm.telling import Telling
from game.screens.language import Language


class AloneInFirm(Alone):
    """One lesson, one person, all offices."""

    def __init__(self, lesson: FirmLesson, language: str, matches: int) -> None:
        super().__init__(lesson, language, matches)
        self.firm = lesson
        self.speak = Language(language)
        self.telling = Telling(self.speak, firm_of(lesson))

    def _setting(self) -> str:
        """What firm it is about."""
        return told(self.language, self.firm.name, "firm")

    def _step(self, step: Step) -> None:
        if step.do == "round":
            self.say("step", f"round_{step.paid}_title")
            self.say(self.firm.name, f"brief_{step.paid}")
            if self.firm.people:
                self._counter(step)
            else:
                self._offices(step)
        elif step.do == "recession":
            self._recession()
        else:
            super()._step(step)

    def _offices(self, step: Step) -> None:
        """A decision for each office, both reports, and the firm."""
        self.say("alone_both_offices")
        chosen = []
        for name in step.questions:
            self.say("office", f"{name}_{step.paid}")
            place = self._choice(name)
            chosen.append(self.firm.questions[name].options[place or 0])
        year = office_year(self.firm, chosen)
        for name, number in year.own.items():
            who = self.speak(f"firm.{name}")
            self.say("alone_round_report", who=who, number=self.telling.own(name, number))
        usual = self.telling.money(year.usual.value)
        self.say("alone_round_earned", earned=self.telling.money(year.earned), usual=usual)
        if step.paid == "own" and "own-earns" in self.answers:
            self.say("alone_guess", guess=self.answers["own-earns"], usual=usual)

    def _counter(self, step: Step) -> None:
        """A yes or no to each, and what came of it."""
        counter = todays(self.firm)
        (name,) = step.questions
        accepted = []
        for number, score in enumerate(score_of(counter), 1):
            accepted.append(self._choice(name, "asked", number=number, score=score) == 1)
        self._day(counter, accepted)
        best = list(counter.worth_it)
        self.say("alone_counter_firm", count=sum(best), expected=self.telling.money(counter.expected(best)))

    def _recession(self) -> None:
        """The same people once more, under the old bonus and looked at again."""
        self.say("step", "recession_title")
        self.say("step", "recession")
        worse = in_recession(self.firm)
        typer.echo("\n" + self.speak("firm.class_rule", score=rule_of(self.firm)))
        for key, accepted in (("class_old_bonus", under_rule(self.firm)), ("class_looks_again", list(worse.worth_it))):
            typer.echo("\n" + self.speak(f"firm.{key}_did", count=sum(accepted), report=""))
            self._day(worse, accepted)

    def _day(self, counter: Counter, accepted: Sequence[bool]) -> None:
        """Own report, the firm, and the decision apart from luck."""
        found = day(counter, accepted)
        number = self.telling.own("credit", -found.bad_debt)
        earned, expected = self.telling.money(found.earned), self.telling.money(found.expected)
        self.say("alone_counter", number=number, earned=earned, expected=expected)

    def _choice(self, name: str, key: str = "text", **filled: object) -> int | None:
        """The place of the option he takes; None when he skips it."""
        options = self.firm.questions[name].options
        self.say("q", name, key, **filled)
        for nth, option in enumerate(options, 1):
            typer.echo(f"  {nth}  {told(self.language, 'q', name, option)}")
        number = self._number("alone_answer", 1, len(options))
        return None if number is None else number - 1
