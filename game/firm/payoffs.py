"""What each department plays for: a payoff is a few lines of Python, a year's books in, a number out.

`@policy` registers one under its name with dashes; the columns it reads decide in which firm it can be used. A payoff
is called with whole arrays of books, so it says `np.where` where it would say `if`. What differs from department to
department under one name is a deal: `role-bound`, where each plays for the number on its own report, is one.
"""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.firm.books import CreditYear, Floats, ProductYear, as_books, columns
from game.policies.names import unknown

Payoff = Callable[[Any], Any]
"""Books (…) to numbers (…); books are a record array of ProductYear or CreditYear."""

KINDS = ("firm-win", "role-bound", "contract", "baseline")
ROLES = {
    "sales": "revenue",
    "production": "unit-cost",
    "business": "roa",
    "credit": "bad-debt",
}
"""The number on each department's own report."""

DEALS: Mapping[str, Mapping[str, str]] = {
    "role-bound": ROLES,
    "equal-share": {
        "sales": "0.5 firm-win - 0.5 pushing",
        "production": "0.5 firm-win - 0.5 setups",
        "business": "0.5 firm-win - 0.5 screening",
        "credit": "0.5 firm-win",
    },
    "transfer-price": {
        "sales": "revenue - 1.7 standard - pushing",
        "production": "1.7 standard - direct - setups - overhead - holding - write_off",
        "business": "income - 0.1 loans - screening",
        "credit": "0.1 loans - bad_debt",
    },
    "measured-tasks": {
        "sales": "revenue - 1.7 standard",
        "production": "1.7 standard - direct - setups",
        "business": "income - 0.1 loans",
        "credit": "0.1 loans",
    },
}
"""Ways to pay that say something else to each department.

`equal-share` (Holmström 1982): half of what the firm earns, and the effort one decides on at one's own expense.
`transfer-price` (Hirshleifer 1956): production sells to sales at standard cost and 70 % on top (tuned: for much less
production makes nothing, its account cannot bear the overheads); business pays credit a tenth of every loan to bear its
risk. `measured-tasks` (Holmström & Milgrom 1991): the same prices, but only what is easily counted is on the report:
not campaigns, overheads and stock, and of loans only that they were made.
"""


@dataclass(frozen=True)
class Policy:
    """One thing to play for."""

    name: str
    kind: str  # one of KINDS
    summary: str
    pays: Payoff

    def __call__(self, books: Any) -> Floats:
        """What the department makes of `books`, in their shape."""
        return np.asarray(self.pays(books), dtype=np.float64)


_known: dict[str, Policy] = {}


def policy(*, kind: str) -> Callable[[Payoff], Payoff]:
    """Register the decorated function of `books` as a policy of `kind`."""
    if kind not in KINDS:
        raise unknown("kind of policy", kind, KINDS)

    def register(function: Payoff) -> Payoff:
        name = function.__name__.replace("_", "-")
        summary = (inspect.getdoc(function) or "").partition("\n")[0]
        if not summary:
            raise ValueError(f"policy '{name}' has no docstring; say in a line what it plays for")
        if name in _known or name in DEALS:
            raise ValueError(f"there is a policy '{name}' already; rename the function")
        _known[name] = Policy(name, kind, summary, function)
        return function

    return register


@policy(kind="firm-win")
def firm_win(books: Any) -> Any:
    """What the whole firm earns: profit, or value after the charge for capital."""
    return books.value


@policy(kind="role-bound")
def revenue(books: Any) -> Any:
    """What was invoiced; the number sales reports."""
    return books.revenue


@policy(kind="role-bound")
def unit_cost(books: Any) -> Any:
    """The lowest cost of making one unit, lots included; the number production reports.

    A year in which nothing is made has no unit cost and is the worst of all.
    """
    made = np.asarray(books.made)
    cost = np.asarray(books.direct) + np.asarray(books.setups)
    return np.where(made > 0, -cost / np.where(made > 0, made, 1.0), -np.inf)


@policy(kind="role-bound")
def bad_debt(books: Any) -> Any:
    """The least money lost on loans that default; the number credit managers report."""
    return -books.bad_debt


@policy(kind="role-bound")
def roa(books: Any) -> Any:
    """Return on assets: income less bad debt and costs, per unit lent; what business reports.

    The charge for capital is no part of it; a year without a loan is the worst of all.
    """
    loans = np.asarray(books.loans)
    earned = books.income - books.bad_debt - books.screening - books.fixed
    return np.where(loans > 0, earned / np.where(loans > 0, loans, 1.0), -np.inf)


@policy(kind="role-bound")
def volume(books: Any) -> Any:
    """The most money lent; what business reports where size is what counts."""
    return books.loans


@policy(kind="baseline")
def units(books: Any) -> Any:
    """The most units sold, at whatever price."""
    return books.sold


def policies(kind: type[Any]) -> list[Policy]:
    """The policies that can read books of `kind`, by kind of policy, then by name."""
    fit = [each for each in _known.values() if _reads(each, kind)]
    return sorted(fit, key=lambda each: (KINDS.index(each.kind), each.name))


def books_of(department: str) -> type[Any]:
    """The books of the firm that `department` belongs to."""
    if department not in ROLES:
        raise unknown("department", department, ROLES)
    return ProductYear if department in ("sales", "production") else CreditYear


def own_number(department: str) -> Policy:
    """The policy of the number on the report of `department`."""
    return find("role-bound", department)


def find(text: str, department: str) -> Policy:
    """What `text` means to `department`: a policy or a deal by name, or a mix such as "0.8 firm-win + 0.2 revenue".

    A mix may also pay by the line of the books ("revenue - 450 sold") and for a target ("9000 revenue>170000").
    Raises a ValueError or KeyError that suggests the nearest name.
    """
    kind = books_of(department)
    terms = [_term(part, text) for part in text.replace(" - ", " + -").split(" + ")]
    found = [(weight, _paid(name, target, department, kind=kind)) for weight, name, target in terms]
    if len(found) == 1 and found[0][0] == 1.0:
        return found[0][1]
    return mix(found)


def mix(parts: Sequence[tuple[float, Policy]]) -> Policy:
    """The weighted sum of policies; a weight is money for one of that number's own units."""
    name = " + ".join(f"{weight:g} {part.name}" for weight, part in parts)

    def pays(books: Any) -> Floats:
        # a weight of 0 must not turn a year without a number (−inf) into no answer at all
        counted = [weight * part(books) for weight, part in parts if weight]
        return np.asarray(sum(counted, start=np.zeros(np.shape(books))))

    return Policy(name, "contract", "A weighted sum of numbers.", pays)


def bonus(number: Policy, *, target: float, prize: float) -> Policy:
    """`prize` for more than `target` on `number`, nothing for less and nothing for more still."""
    name = f"{prize:g} {number.name}>{target:g}"
    return Policy(name, "contract", "A prize for a target.", lambda books: prize * (number(books) > target))


def contract(lines: Mapping[str, float]) -> Policy:
    """Pay by the line: so much (or, below 0, so much less) for each unit of a column of the books."""
    name = " + ".join(f"{weight:g} {column}" for column, weight in lines.items())

    def pays(books: Any) -> Floats:
        terms = [weight * np.asarray(books[column]) for column, weight in lines.items()]
        return np.asarray(sum(terms, start=np.zeros(np.shape(books))))

    return Policy(name, "contract", "Pay by the line of the books.", pays)


NUMBER = r"-?\d*\.?\d+(?:e[+-]?\d+)?"


def _term(part: str, text: str) -> tuple[float, str, float | None]:
    """Weight, name and target of `part`; the weight is 1 when none is given, the target None."""
    match = re.fullmatch(rf"\s*(-|{NUMBER})?\s*([a-z][a-z_-]*)\s*(?:>\s*({NUMBER}))?\s*", part, re.I)
    if match is None:
        raise ValueError(f"'{text}' is no policy; give a name, or a mix as in '0.8 firm-win + 0.2 revenue'")
    weight = -1.0 if match[1] == "-" else float(match[1] or 1.0)
    target = None if match[3] is None else float(match[3])
    if not (math.isfinite(weight) and math.isfinite(target or 0.0)):
        raise ValueError(f"'{text}' is no policy; give finite numbers")
    return weight, match[2], target


def _paid(name: str, target: float | None, department: str, *, kind: type[Any]) -> Policy:
    """What a term of a mix pays for a weight of 1."""
    number = _named(name, department, kind)
    return number if target is None else bonus(number, target=target, prize=1.0)


def _named(name: str, department: str, kind: type[Any]) -> Policy:
    """The policy, deal or line of the books called `name`, if `department` can be paid for it."""
    if name in DEALS:
        return find(DEALS[name][department], department)
    fit = {each.name: each for each in policies(kind)}
    if name in fit:
        return fit[name]
    if name not in columns(kind):
        lines = [line for line in columns(kind) if line not in fit]
        raise unknown(f"policy for {department}", name, [*fit, *DEALS, *lines])
    return Policy(name, "contract", "A line of the books.", lambda books: np.asarray(books[name]))


def _reads(candidate: Policy, kind: type[Any]) -> bool:
    """Whether `candidate` finds the columns it needs in books of `kind`."""
    try:
        candidate(as_books(kind, np.ones(len(columns(kind)))[None]))
    except AttributeError:
        return False
    return True
