"""A firm's lesson behind the projector: what the departments, or the counter, have been told to do."""

from __future__ import annotations

from game.lessons import FirmLesson, Step
from game.lessons.steps import decided
from game.screens.language import Language
from game.screens.projector.following import Following, State

ROUNDS = ("own", "firm")
"""What is paid for, round by round."""


class FirmShow(Following):
    """Reads the class's decisions; without a majority a department does what its own report asks."""

    def __init__(self, lesson: FirmLesson, say: Language, *, minutes: int = 45) -> None:
        super().__init__(lesson, say, minutes=minutes)
        self.told = lesson

    @property
    def do(self) -> str:
        """As for every lesson; `answers` while those at the counter are being revealed."""
        act = self.act
        if act is not None and act.do == "counter" and self.state["phase"] == "revealed":
            return "answers"
        return super().do

    @property
    def paid(self) -> str:
        """What the round on show, or the last one, is paid for."""
        act = self.act
        return (act.step.paid if act is not None else None) or ROUNDS[-1]

    def departments(self, paid: str) -> list[str]:
        """What every department has decided when paid so, as options' names; empty before all were revealed."""
        step = self._round(paid)
        votes = [self._counts(decided(step, name)) for name in step.questions]
        options = [self.told.questions[name].options for name in step.questions]
        if not all(votes):
            return []
        return [each[counts.index(max(counts))] for each, counts in zip(options, votes, strict=True)]

    def counter(self, paid: str) -> list[list[int]]:
        """Votes for no and for yes, person by person, as far as they have been revealed."""
        step = self._round(paid)
        found = (self._counts(decided(step, step.questions[0], nth + 1)) for nth in range(self.told.people))
        return [counts for counts in found if counts]

    def accepted(self, paid: str) -> list[bool]:
        """Who gets a loan: whom more say yes to than no."""
        return [yes > no for no, yes in self.counter(paid)]

    def answer(self, name: str) -> State | None:
        """The question called `name` with what the class said; None before it was revealed."""
        found = [each for each in self.asked if each.get("name") == name and each["class"] and not self.live(each)]
        return found[0] if found else None

    def _counts(self, name: str) -> list[int]:
        found = self.answer(name)
        return list(found["class"]["counts"]) if found is not None else []

    def _round(self, paid: str) -> Step:
        return next(step for step in self.lesson.steps if step.paid == paid)
