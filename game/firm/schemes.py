"""Bonus schemes: pay every department by lines of its own report, as cleverly as can be, and see what is still missing.

A scheme gives each department a contract over the lines it answers for; none pays for the firm's result. The search
tries every combination of the contracts below and keeps the one with which the firm is expected to earn most. What
it recovers of the gap between role-bound and firm-win departments it recovers in the world it was tuned for: the
weights stand in for costs and risks, and when those move, the weights stay.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product as every_combination
from typing import Any, NamedTuple

import numpy as np

from game.firm import years
from game.firm.books import Floats
from game.firm.loading import checked
from game.firm.payoffs import Policy, contract
from game.firm.settings import CreditDesk, CreditShift, Firm, MarketShift, ProductFirm
from game.intervals import Interval, paired_difference

STEPS = 15  # weights tried on a line, unless told otherwise


@dataclass(frozen=True)
class Scheme:
    """A contract a department, and what the firm is expected to earn with it in a year."""

    contracts: Mapping[str, Policy]
    value: float


class Recovery(NamedTuple):
    """What the firm earns in a year under role-bound, scheme and firm-win departments, on the same luck."""

    role_bound: float
    scheme: float
    firm_win: float
    gained: Interval  # scheme less role-bound
    missing: Interval  # firm-win less scheme

    @property
    def share(self) -> float:
        """Share of the gap between role-bound and firm-win that the scheme closes; nan where there is none."""
        gap = self.firm_win - self.role_bound
        return self.gained.value / gap if gap else math.nan


def best_scheme(settings: Firm, *, steps: int = STEPS) -> Scheme:
    """The best of all combinations of `contracts`, judged by the expected year; `steps` weights a line."""
    # a desk that rereads plans for every level; the expected year needs only the one it begins with
    still = settings
    if isinstance(settings, CreditDesk):
        still = settings.model_copy(update={"rereads": False})
    names = years.departments(settings)
    best = Scheme({}, -np.inf)
    for pair in every_combination(*(contracts(settings, name, steps=steps) for name in names)):
        paid = dict(zip(names, pair, strict=True))
        value = float(years.expected(still, years.plan(still, paid)).value)
        if value > best.value:
            best = Scheme(paid, value)
    return best


def contracts(settings: Firm, department: str, *, steps: int = STEPS) -> list[Policy]:
    """The contracts tried for `department`; each reads only lines it answers for.

    Sales is charged a standard cost a unit, production credited a standard price a unit, business
    charged a standard cost a loan, credit paid a loan and fined a loss.
    """
    if isinstance(settings, CreditDesk):
        if department == "business":
            lines = _business_lines(np.linspace(0.0, settings.rate_high, steps))
        else:
            lines = _credit_lines(np.geomspace(0.01, 1.0, 2 * steps))
    else:
        standards = np.linspace(0.0, max(each.cost for each in settings.products), steps)
        lines = _sales_lines(standards) if department == "sales" else _production_lines(standards)
    return [contract(each) for each in lines]


def recovery(settings: Firm, scheme: Scheme, count: int, *, seed: int) -> Recovery:
    """What `scheme` earns in `count` simulated years, between role-bound and firm-win."""
    played = ("role-bound", scheme.contracts, "firm-win")
    own, paid, best = (years.simulate(settings, each, count, seed=seed)["value"] for each in played)
    return recovered(own, paid, best)


def recovered(own: Floats, paid: Floats, best: Floats) -> Recovery:
    """The same from what the firm earned, year by year, under role-bound, scheme and firm-win departments."""
    low, middle, high = (float(each.mean()) for each in (own, paid, best))
    return Recovery(low, middle, high, paired_difference(paid, own), paired_difference(best, paid))


def breakage(settings: Firm, scheme: Scheme, count: int, *, seed: int) -> dict[str, Recovery]:
    """What becomes of `scheme` in the world it was tuned for and after each of the firm's shifts."""
    return {name: recovery(world, scheme, count, seed=seed) for name, world in worlds(settings).items()}


def worlds(settings: Firm) -> dict[str, Firm]:
    """The firm as it is and after each of its shifts, by name."""
    return {settings.name: settings, **{each.name: shifted(settings, each) for each in settings.shifts}}


def shifted(settings: Firm, shift: MarketShift | CreditShift) -> Firm:
    """The firm after `shift`; ValueError when nothing could be sold or lent there."""
    told = settings.model_dump()
    if isinstance(shift, MarketShift) and isinstance(settings, ProductFirm):
        for each in told["products"]:
            _multiply(each, shift, ("cost", "market", "slope", "overhead"))
    elif isinstance(shift, CreditShift) and isinstance(settings, CreditDesk):
        told["rate_low"] *= shift.rate
        told["rate_high"] *= shift.rate
        _multiply(told, shift, ("loss", "capital", "level"))
    else:
        raise ValueError(f"the shift '{shift.name}' is not one of a {settings.kind} firm; give one that is")
    return checked(type(settings), told, f"after '{shift.name}'")


def _sales_lines(standards: Floats) -> list[dict[str, float]]:
    """Revenue less a standard cost a unit, with and without the cost of campaigns."""
    return [{"revenue": 1.0, "sold": -float(standard), "pushing": -own} for standard in standards for own in (0.0, 1.0)]


def _production_lines(standards: Floats) -> list[dict[str, float]]:
    """A standard price a unit sold, less what making costs, with and without the stock."""
    making = {"direct": -1.0, "setups": -1.0}
    return [
        {"sold": float(standard), **making, "holding": -own, "write_off": -own}
        for standard in standards
        for own in (0.0, 1.0)
    ]


def _business_lines(charges: Floats) -> list[dict[str, float]]:
    """Income less a standard charge a loan."""
    return [{"income": 1.0, "loans": -float(charge)} for charge in charges]


def _credit_lines(prices: Floats) -> list[dict[str, float]]:
    """So much for a loan, less what defaults cost."""
    return [{"loans": float(price), "bad_debt": -1.0} for price in prices]


def _multiply(told: dict[str, Any], shift: MarketShift | CreditShift, names: tuple[str, ...]) -> None:
    """Multiply the named figures in `told` by those of `shift`."""
    for name in names:
        told[name] *= getattr(shift, name)
