"""What a year leaves in the books: one record a firm, money in the firm's currency, units in pieces or loans.

Books add up, product by product and quarter by quarter, so every column is a total; whatever is a ratio (unit cost,
return on assets) is a payoff and lives in `payoffs`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.record import layout

Floats = NDArray[np.float64]


class ProductYear:
    """A year of the product firm."""

    ordered: float  # units customers asked for
    made: float
    sold: float
    missed: float  # units asked for and not on the shelf
    revenue: float
    standard: float  # material and work that units sold should have taken
    direct: float  # the same, for units made
    setups: float  # changing the line over, once a lot
    pushing: float  # campaigns and sales visits
    overhead: float  # of every product that is set up
    holding: float  # stock kept, lots in progress included
    goodwill: float  # lost with missed orders
    write_off: float  # stock left at the end of the year, less what it fetches
    value: float  # profit: revenue less everything else


class CreditYear:
    """A year of the credit desk; a loan is one unit of money."""

    applicants: float
    brought: float  # applicants business managers put forward
    loans: float
    refused: float  # put forward, and refused by credit managers
    defaults: float
    income: float  # margin on loans that came back
    bad_debt: float
    screening: float  # cost of looking at those put forward
    fixed: float  # cost of running the desk
    capital: float  # what the money lent costs
    value: float  # economic value added: income less everything else


def columns(kind: type[Any]) -> tuple[str, ...]:
    """The names of the columns of `kind`, in order."""
    return layout(kind).names or ()


def blank(kind: type[Any], *shape: int) -> Any:
    """Empty books of `kind`, a record array of `shape`."""
    return as_books(kind, np.zeros((*shape, len(columns(kind)))))


def as_books(kind: type[Any], plain: Floats) -> Any:
    """`plain` (…, columns) read as a record array (…) of `kind`: `books.revenue` is an array (…)."""
    rows = np.ascontiguousarray(plain, dtype=np.float64)
    return rows.view(layout(kind))[..., 0].view(np.recarray)


def totals(books: Any) -> Floats:
    """The opposite of `as_books`: a record array (…) as plain numbers (…, columns)."""
    rows = np.ascontiguousarray(books)
    return rows.view(np.float64).reshape(*rows.shape, -1)
