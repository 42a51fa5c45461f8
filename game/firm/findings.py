"""What a firm's simulated years are about to show: the settings, and what is measured in them.

All on the same luck year by year: what the firm earns, what each department's own report says, what the best bonuses
and other ways to pay recover and lose again when the world moves, and what it is worth that departments tell each
other of the move. `sections` puts it into words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from game.firm import schemes, years
from game.firm.payoffs import ROLES, own_number
from game.firm.settings import Firm
from game.intervals import Interval, mean, paired_difference

SCHEME = "bonuses"
"""The setting in which every department is paid the best bonuses found."""

OTHER_WAYS = ("equal-share", "transfer-price", "measured-tasks")
"""Deals looked at besides the best bonuses."""

Setting: TypeAlias = tuple[str, str]
"""A world's name, and what its departments play for."""


class Own(NamedTuple):
    """One department's own number: with its own policy, serving the firm, and with the other department's policy.

    All on equal luck; `gave` is what serving the firm would cost it, `gain` what the other one's policy would.
    """

    department: str
    number: str
    own: Interval
    served: Interval
    gave: Interval
    other: Interval
    gain: Interval


class Telling(NamedTuple):
    """What it is worth that `department` is told how the world has moved, under two ways to play."""

    world: str
    department: str
    serving: Interval  # everybody for the firm
    own: Interval  # everybody for his own number


@dataclass(frozen=True)
class Measured:
    """A study's books, and what was looked for in them."""

    settings: Firm
    books: Mapping[Setting, Any]  # arrays, a row a year
    mixes: Sequence[str]
    scheme: schemes.Scheme | None

    def earned(self, plays: str, world: str | None = None) -> Any:
        """What the firm earned year by year."""
        return self.books[world or self.settings.name, plays]["value"]

    def owns(self) -> list[Own]:
        """Every department on its own number."""
        return [own(self.settings, self.books, each) for each in years.departments(self.settings)]

    def lost(self) -> Interval:
        """What the firm earns less when everybody plays for his own number."""
        return paired_difference(self.earned("firm-win"), self.earned("role-bound"))

    def recovered(self, plays: str, world: str | None = None) -> schemes.Recovery:
        """What a way to pay makes of the gap in a world."""
        return schemes.recovered(*(self.earned(each, world) for each in ("role-bound", plays, "firm-win")))

    def worlds(self) -> dict[str, schemes.Recovery]:
        """What the best bonuses make of the gap, here and in every world that has moved."""
        return {each: self.recovered(SCHEME, each) for each in schemes.worlds(self.settings)}

    def tellings(self) -> list[Telling]:
        """What telling is worth, for every move of the world and either department."""
        return [
            Telling(shift.name, each, *(self._told(shift.name, each, plays) for plays in ("firm-win", "role-bound")))
            for shift in self.settings.shifts
            for each in years.departments(self.settings)
        ]

    def _told(self, world: str, department: str, plays: str) -> Interval:
        return paired_difference(self.earned(plays, world), self.earned(untold(plays, department), world))


def plans_of(
    settings: Firm, mixes: Sequence[str], scheme: schemes.Scheme | None
) -> dict[Setting, tuple[Firm, dict[str, Any]]]:
    """Every setting that is simulated: its firm and what the departments settle on."""
    home = settings.name
    names = years.departments(settings)
    plays = [*usual(settings, mixes), *map(_serving, names), *(_swapped(settings, each) for each in names)]
    plans = {(home, each): (settings, years.plan(settings, each)) for each in plays}
    if scheme is None:
        return plans
    plans |= {(home, each): (settings, years.plan(settings, each)) for each in OTHER_WAYS}
    for name, world in schemes.worlds(settings).items():
        plans[name, SCHEME] = world, years.plan(world, scheme.contracts)
        if name != home:
            for each in ("firm-win", "role-bound"):
                plans |= _moved(name, world, each, usual=plans[home, each][1])
    return plans


def _moved(name: str, world: Firm, plays: str, *, usual: dict[str, Any]) -> dict[Setting, tuple[Firm, dict[str, Any]]]:
    """A world that has moved: all know it, or one department still does its half of the `usual` plan."""
    plan = years.plan(world, plays)
    found = {(name, plays): (world, plan)}
    return found | {(name, untold(plays, each)): (world, {**plan, each: usual[each]}) for each in plan}


def untold(plays: str, department: str) -> str:
    """The setting in which everybody plays so and `department` does not know that the world has moved."""
    return f"{plays}; {department} not told"


def own(settings: Firm, books: Mapping[Setting, Any], department: str) -> Own:
    """`department` on its own number under three policies, a role-bound partner beside it."""
    number = own_number(department)
    played = ("role-bound", _serving(department), _swapped(settings, department))
    mine, served, theirs = (number(books[settings.name, each]) for each in played)
    gains = _gain(mine, served), _gain(mine, theirs)
    return Own(department, number.name, _mean(mine), _mean(served), gains[0], _mean(theirs), gains[1])


def all_better(owns: Sequence[Own]) -> bool:
    """Whether every own number gains clearly; the ends are nan where only the other policy leaves it out."""
    return all(gain.value > 0 and not gain.low <= 0 for each in owns for gain in (each.gave, each.gain))


def usual(settings: Firm, mixes: Sequence[str]) -> list[str]:
    """Everybody for the firm, everybody for his number, one at a time, and what was asked for."""
    alone = [f"firm-win,{name}=role-bound" for name in years.departments(settings)]
    return list(dict.fromkeys(["firm-win", "role-bound", *alone, *mixes]))


def _serving(department: str) -> str:
    """The setting in which `department` alone plays for the firm."""
    return f"role-bound,{department}=firm-win"


def _swapped(settings: Firm, department: str) -> str:
    """The setting in which `department` plays for the other one's number."""
    (other,) = (each for each in years.departments(settings) if each != department)
    return f"role-bound,{department}={ROLES[other]}"


def _mean(values: Any) -> Interval:
    """The mean of a number; where some year has none, −∞ and no interval."""
    return mean(values) if np.isfinite(values).all() else Interval(-np.inf, np.nan, np.nan)


def _gain(mine: Any, theirs: Any) -> Interval:
    """The paired gain; ∞ where only the other policy leaves years without a number."""
    if np.isfinite(theirs).all() and np.isfinite(mine).all():
        return paired_difference(mine, theirs)
    return Interval(np.inf if np.isfinite(mine).all() else -np.inf, np.nan, np.nan)
