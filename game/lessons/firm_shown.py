"""What a firm's lesson shows: a year under what two departments decided, or a day at the credit counter."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.firm import years
from game.firm.counter import Counter, best_line, open_counter
from game.firm.loading import load
from game.firm.payoffs import own_number
from game.firm.schemes import shifted
from game.firm.settings import CreditDesk, Firm
from game.intervals import Interval, mean
from game.lessons.lesson import FirmLesson

MANY = 1000  # years the mean is taken over
PLAYS = {"own": "role-bound", "whole": "firm-win"}
"""What a department plays for when it decides so, by the option's name."""
RECESSION = "a recession"  # of the desk's shifts


@dataclass(frozen=True)
class OfficeYear:
    """A year of the firm; the departments' own numbers as payoffs: more is better for the department."""

    own: dict[str, float]
    earned: float
    usual: Interval  # the firm's mean over many years


def firm_of(lesson: FirmLesson) -> Firm:
    """The firm the lesson is about."""
    return load(lesson.firm)


def office_year(lesson: FirmLesson, decided: Sequence[str]) -> OfficeYear:
    """The lesson's year when the departments decide so (keys of PLAYS, in the firm's order)."""
    return _office_year(lesson.firm, lesson.seed, tuple(decided))


@functools.lru_cache(maxsize=64)
def _office_year(firm: str, seed: int, decided: tuple[str, ...]) -> OfficeYear:
    settings = load(firm)
    names = years.departments(settings)
    plan = years.plan(settings, {name: PLAYS[each] for name, each in zip(names, decided, strict=True)})
    books = years.run(settings, plan, MANY, seed=seed)
    own = {name: float(own_number(name)(books[:1])[0]) for name in names}
    return OfficeYear(own, float(books["value"][0]), mean(books["value"]))


class Day(NamedTuple):
    """What answers at the counter came to, as the desk counts: a loan is one unit of money."""

    bad_debt: float
    earned: float
    expected: float  # luck left out


def todays(lesson: FirmLesson) -> Counter:
    """Who ask for a loan, in usual times."""
    return open_counter(_desk(lesson), lesson.people, seed=lesson.seed)


def in_recession(lesson: FirmLesson) -> Counter:
    """The same people, asking in a recession."""
    desk = _desk(lesson)
    (shift,) = (each for each in desk.shifts if each.name == RECESSION)
    worse = shifted(desk, shift)
    assert isinstance(worse, CreditDesk)
    return open_counter(worse, lesson.people, seed=lesson.seed)


def day(counter: Counter, accepted: Sequence[bool]) -> Day:
    """The day when these are accepted."""
    return Day(counter.bad_debt(accepted), counter.earned(accepted), counter.expected(accepted))


def score_of(counter: Counter) -> list[int]:
    """Everybody's score as it is told: how many of 100 such people do not pay back."""
    return [max(0, round(100 * float(score))) for score in counter.score]


def rule_of(lesson: FirmLesson) -> int:
    """The highest score that a loan is worth in usual times: what the old bonus pays every loan up to."""
    return round(100 * best_line(_desk(lesson)))


def under_rule(lesson: FirmLesson) -> list[bool]:
    """Whom a manager accepts who is paid for every loan within that score, whatever the times."""
    return [score <= rule_of(lesson) for score in score_of(todays(lesson))]


def _desk(lesson: FirmLesson) -> CreditDesk:
    desk = load(lesson.firm)
    assert isinstance(desk, CreditDesk)
    return desk
