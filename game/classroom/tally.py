"""What the class said: counts, and nothing that tells who."""

from __future__ import annotations

from collections import Counter
from statistics import fmean, median
from typing import Any

from game.classroom.questions import Choice
from game.classroom.room import Asked


def tally(asked: Asked) -> dict[str, Any]:
    """The class's answers to one question, as the protocol's C; counted once until a vote changes it."""
    if asked.counted is None or asked.counted[0] != asked.changes:
        asked.counted = asked.changes, _count(asked)
    return asked.counted[1]


def _count(asked: Asked) -> dict[str, Any]:
    """The answers counted."""
    votes = list(asked.votes.values())
    if isinstance(asked.question, Choice):
        places = range(len(asked.question.options))
        hands = asked.hands or [0 for _ in places]
        counts = [sum(vote.answer == place for vote in votes) + hands[place] for place in places]
        return {"counts": counts, "hands": hands, "sure": _sure(asked) if asked.question.sure else None}
    answers = [vote.answer for vote in votes]
    return {
        "counts": [[value, count] for value, count in sorted(Counter(answers).items())],
        "mean": round(fmean(answers), 3) if answers else None,
        "median": round(median(answers), 3) if answers else None,
    }


def _sure(asked: Asked) -> list[float | None]:
    """How sure, on average, those were who chose each button; None where nobody said."""
    assert isinstance(asked.question, Choice)
    said = [
        [vote.sure for vote in asked.votes.values() if vote.answer == place and vote.sure]
        for place in range(len(asked.question.options))
    ]
    return [round(fmean(each), 2) if each else None for each in said]
