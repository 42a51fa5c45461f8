"""Questions asked before and after: both rounds beside each other, and how many changed their minds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from game.classroom.questions import Choice, Number
from game.classroom.room import Asked
from game.classroom.tally import tally
from game.classroom.words import in_language


@dataclass(frozen=True)
class Pair:
    """One question, asked twice."""

    before: Asked
    after: Asked

    @property
    def changed(self) -> tuple[int, int]:
        """How many phones changed their answer, of how many that answered both times."""
        both = self.before.votes.keys() & self.after.votes.keys()
        return sum(self.before.votes[who].answer != self.after.votes[who].answer for who in both), len(both)

    @property
    def means(self) -> tuple[float, float] | None:
        """The mean before and after; None for buttons, or where one round has no answers."""
        before, after = (tally(each).get("mean") for each in (self.before, self.after))
        return None if before is None or after is None else (before, after)

    def counts(self, language: str) -> tuple[list[str], list[int], list[int]]:
        """Every answer in words, and how often it was given before and after."""
        first, second = tally(self.before)["counts"], tally(self.after)["counts"]
        asked = self.after.question
        if isinstance(asked, Choice):
            return [in_language(each.text, language) for each in asked.options], list(first), list(second)
        was, now = dict(first), dict(second)
        values = sorted(was.keys() | now.keys())
        unit = in_language(asked.unit, language)
        names = [f"{value:g} {unit}".strip() for value in values]
        return names, [was.get(value, 0) for value in values], [now.get(value, 0) for value in values]

    def told(self, language: str) -> dict[str, Any]:
        """As JSON."""
        answers, before, after = self.counts(language)
        changed, both = self.changed
        made = {"name": self.after.question.name, "rounds": [self.before.round, self.after.round], "answers": answers}
        return {**made, "before": before, "after": after, "changed": changed, "both": both, "means": self.means}


def pairs(asked: list[Asked]) -> list[Pair]:
    """The questions that were asked before and after, the last of each time, in the order of their names' first."""
    last = {(each.question.name, each.question.when): each for each in asked if each.question.name}
    names = dict.fromkeys(each.question.name for each in asked if each.question.name)
    both = [(last.get((name, "before")), last.get((name, "after"))) for name in names]
    return [Pair(before, after) for before, after in both if before and after and _comparable(before, after)]


def _comparable(before: Asked, after: Asked) -> bool:
    """Whether both asked for a number, or offered as many buttons."""
    one, other = before.question, after.question
    if isinstance(one, Choice) and isinstance(other, Choice):
        return len(one.options) == len(other.options)
    return isinstance(one, Number) and isinstance(other, Number)
