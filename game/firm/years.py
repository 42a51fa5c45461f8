"""A year of a firm: the departments draw up their plans, meet or do not, and the year is run.

1. Each department draws up the plan of the *whole* firm that is best for what *it* plays for.
2. In each of `settings.meetings` meetings every department in turn answers the halves of the others with its own.
3. Each does its own half, and the year comes as it comes.

Departments that play for the firm draw up the same plan and need no meeting; departments that play for their own
number do not fit together, and meeting helps them only as far as their numbers agree. A half can also come from a
person: give it in the place of a policy.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import ModuleType
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.chance import SEED_LIMIT
from game.firm import lending, luck, trading
from game.firm.books import as_books
from game.firm.payoffs import Policy, find
from game.firm.settings import CreditDesk, Firm
from game.policies.names import unknown

Played: TypeAlias = str | Policy | trading.Selling | trading.Making | lending.Bringing | lending.Granting
"""What a department is given: a policy, its name or mix, or its half of the plan, ready made."""


def desk_of(settings: Firm) -> ModuleType:
    """The module that knows how a firm of this kind plans and runs: `trading` or `lending`."""
    return lending if isinstance(settings, CreditDesk) else trading


def departments(settings: Firm) -> tuple[str, ...]:
    """The departments of the firm, in the order in which they speak in a meeting."""
    return tuple(desk_of(settings).DEPARTMENTS)


def simulate(
    settings: Firm,
    policies: str | Mapping[str, Played],
    years: int,
    *,
    seed: int,
    first: int = 0,
) -> NDArray[Any]:
    """The books of `years` years, a row a year (`books.ProductYear` or `CreditYear`).

    `policies` says what each department plays for; a string plays for all, with exceptions: "role-bound,
    sales=firm-win". Row i is year `first` + i of `seed`: the same luck under every policy, in whatever parts it is run.
    """
    return run(settings, plan(settings, policies), years, seed=seed, first=first)


def plan(settings: Firm, policies: str | Mapping[str, Played]) -> dict[str, Any]:
    """The half each department settles on, under its name."""
    desk = desk_of(settings)
    played = assigned(settings, policies)
    halves = {name: given for name, given in played.items() if not isinstance(given, Policy)}
    for name, half in halves.items():
        desk.check(settings, name, half)
    deciding = {name: given for name, given in played.items() if isinstance(given, Policy)}
    agreed = dict(halves)
    for name, payoff in deciding.items():
        agreed[name] = _drawn_up(settings, payoff)[name]
    for _ in range(settings.meetings):
        for name, payoff in deciding.items():
            others = {other: half for other, half in agreed.items() if other != name}
            agreed[name] = desk.best_plan(settings, payoff, others)[name]
    return agreed


def run(settings: Firm, plan: Mapping[str, Any], years: int, *, seed: int, first: int = 0) -> NDArray[Any]:
    """The books of `years` years under a plan that is settled, a row a year."""
    _check(years, seed, first)
    desk = desk_of(settings)
    parts = []
    for start in range(first, first + years, luck.BLOCK):
        stretch = range(start, min(start + luck.BLOCK, first + years))
        parts.append(desk.run(settings, plan, stretch, seed).sum(axis=1))
    rows: NDArray[Any] = as_books(desk.BOOKS, np.concatenate(parts))
    return rows


def expected(settings: Firm, plan: Mapping[str, Any]) -> Any:
    """The books a year under `plan` is expected to leave, as one record."""
    desk = desk_of(settings)
    return as_books(desk.BOOKS, desk.expected(settings, plan).sum(axis=0)[None])[0]


@functools.lru_cache(maxsize=256)
def _drawn_up(settings: Firm, payoff: Policy) -> dict[str, Any]:
    """The plan of the whole firm best for `payoff`, before anybody has heard the others."""
    halves: dict[str, Any] = desk_of(settings).best_plan(settings, payoff, {})
    return halves


def assigned(settings: Firm, policies: str | Mapping[str, Played]) -> dict[str, Any]:
    """What every department was given, names looked up, in the order in which they speak; errors in one line."""
    names = departments(settings)
    given = _spread(policies, names) if isinstance(policies, str) else dict(policies)
    for name in given:
        if name not in names:
            raise unknown("department", name, names)
    missing = [name for name in names if name not in given]
    if missing:
        raise ValueError(f"{missing[0]} has nothing to play for; give a policy to each of {names}")
    return {name: find(played, name) if isinstance(played := given[name], str) else played for name in names}


def _spread(text: str, names: tuple[str, ...]) -> dict[str, Played]:
    """`role-bound,sales=firm-win` by department."""
    given: dict[str, Played] = {}
    exceptions: dict[str, Played] = {}
    for part in text.split(","):
        place, equals, policy = (each.strip() for each in part.partition("="))
        if equals:
            exceptions[place] = policy
        elif given:
            raise ValueError(f"'{text}' has two defaults; give one policy, then department=policy")
        else:
            given = dict.fromkeys(names, place)
    return {**given, **exceptions}


def _check(years: int, seed: int, first: int) -> None:
    """Refuse what cannot be run."""
    if years < 1:
        raise ValueError(f"years is {years}; give 1 or more")
    if not 0 <= seed < SEED_LIMIT:
        raise ValueError(f"seed is {seed}; give a whole number from 0 to {SEED_LIMIT - 1}")
    if first < 0:
        raise ValueError(f"first is {first}; give 0 or more")
