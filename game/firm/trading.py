"""A year of the product firm: four quarters of orders, stock and missed orders; and the plans of its departments.

Sales sets prices and pushes products; production decides how many of each stand ready every quarter, and in what lots
they are made. Sold is what both allow. A plan is found by trying: every product has a menu of options, the books each
option is expected to leave are tabulated once over imagined years, and a department changes one product at a time as
long as what it plays for gains.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.firm import luck, products
from game.firm.books import Floats, ProductYear, blank, totals
from game.firm.choosing import best_of_each
from game.firm.luck import Why
from game.firm.payoffs import Policy
from game.firm.settings import Product, ProductFirm

DEPARTMENTS = ("sales", "production")  # in the order in which they speak
BOOKS = ProductYear

QUARTERS = 4
FORECAST_YEARS = 256  # imagined when planning
PUSHES = (0.0, 0.5, 1.0)  # how hard a product may be pushed
TARGETS = (0.6, 0.8, 1.0, 1.25, 1.5, 2.0)  # shelf at the start of a quarter, in expected orders
LOTS_A_QUARTER = (1, 2, 4, 8)

Way = tuple[float, float]
"""Price and push, or target and lot, of one product."""


@dataclass(frozen=True, eq=False)
class Selling:
    """What sales decides; both arrays of shape (products,)."""

    price: Floats
    push: Floats  # 0 to 1


@dataclass(frozen=True, eq=False)
class Making:
    """What production decides; both arrays of shape (products,)."""

    target: Floats  # units on the shelf at the start of a quarter; 0: not set up
    lot: Floats  # units made in one go


HALVES = {"sales": Selling, "production": Making}


def best_plan(firm: ProductFirm, payoff: Policy, fixed: Mapping[str, Any]) -> dict[str, Any]:
    """The plan of the whole firm best for `payoff`, given the halves in `fixed`."""
    menus = _menus(firm, fixed)
    chosen = best_of_each([expected for _, expected in menus], payoff, BOOKS)
    picked = zip(menus, chosen, strict=True)
    price, push, target, lot = np.array([options[:, at] for (options, _), at in picked]).T
    return {"sales": Selling(price, push), "production": Making(target, lot)}


def check(firm: ProductFirm, department: str, half: Any) -> None:
    """Refuse a half that `department` could not carry out; ValueError in one line."""
    wanted = HALVES[department]
    if not isinstance(half, wanted):
        raise ValueError(f"{department} decides a {wanted.__name__}, not a {type(half).__name__}")
    for name, figures in vars(half).items():
        if np.shape(figures) != (len(firm.products),):
            raise ValueError(f"{name} has shape {np.shape(figures)}; give one number a product")
        if not (np.isfinite(figures).all() and np.min(figures) >= 0):
            raise ValueError(f"{name} is {list(figures)}; give numbers of 0 or more")
    if isinstance(half, Selling) and np.max(half.push) > 1:
        raise ValueError(f"push is {list(half.push)}; give 0 to 1, full force")
    if isinstance(half, Making) and np.any((np.asarray(half.target) > 0) & (np.asarray(half.lot) == 0)):
        raise ValueError(f"lot is {list(half.lot)}; give more than 0 for every product with a target")


def run(firm: ProductFirm, plan: Mapping[str, Any], years: range, seed: int) -> Floats:
    """The books of `years`, product by product; shape (years, products, columns)."""
    return _ledger(firm, _figures(firm), _whole(plan), _orders(firm, seed, years))


def expected(firm: ProductFirm, plan: Mapping[str, Any]) -> Floats:
    """The books a year is expected to leave, product by product; shape (products, columns)."""
    years = _ledger(firm, _figures(firm), _whole(plan), _forecast(firm))
    return np.asarray(years.mean(axis=0))


def _whole(plan: Mapping[str, Any]) -> Floats:
    """Price, push, target and lot of every product; shape (4, products)."""
    sales, making = plan["sales"], plan["production"]
    return np.array([sales.price, sales.push, making.target, making.lot], dtype=np.float64)


def _ledger(firm: ProductFirm, product: Any, halves: Floats, orders: Floats) -> Floats:
    """The books of years with the given orders.

    `product` holds one product's figures or those of all, `halves` is price, push, target and lot, `orders` has the
    quarter as its first axis; all else is broadcast together. Returns (…, columns).
    """
    price, push, target, lot = halves
    wanted = np.maximum(0.0, product.market - product.slope * price) / QUARTERS
    wanted = wanted * (1 + firm.push_gain * push)
    shape = np.broadcast_shapes(orders.shape[1:], np.shape(price))
    books = blank(BOOKS, *shape)
    stock = np.zeros(shape)
    for quarter in orders:
        asked = wanted * quarter
        made = np.maximum(0.0, target - stock)
        shelf = stock + made
        sold = np.minimum(asked, shelf)
        stock = shelf - sold
        books.ordered += asked
        books.made += made
        books.sold += sold
        books.holding += product.holding * (stock + lot / 2 * (made > 0)) / QUARTERS
    return _settled(firm, product, halves, books, stock)


def _settled(firm: ProductFirm, product: Any, halves: Floats, books: Any, stock: Floats) -> Floats:
    """The books closed at the end of the year: units become money."""
    price, push, target, lot = halves
    books.missed = books.ordered - books.sold
    books.revenue = price * books.sold
    books.standard = product.cost * books.sold
    books.direct = product.cost * books.made
    books.setups = product.setup * books.made / np.where(lot > 0, lot, np.inf)
    books.pushing = firm.push_cost * push**2
    books.overhead = product.overhead * (target > 0)
    books.goodwill = firm.missed_order * price * books.missed
    books.write_off = (1 - firm.salvage) * product.cost * stock
    costs = books.direct + books.setups + books.pushing + books.overhead + books.holding
    books.value = books.revenue - costs - books.goodwill - books.write_off
    return totals(books)


def _menus(firm: ProductFirm, fixed: Mapping[str, Any]) -> list[tuple[Floats, Floats]]:
    """For every product its options (4, n) and the books each is expected to leave (n, columns)."""
    sales, making = fixed.get("sales"), fixed.get("production")
    return [
        _menu(
            firm,
            at,
            sold=None if sales is None else (float(sales.price[at]), float(sales.push[at])),
            made=None if making is None else (float(making.target[at]), float(making.lot[at])),
        )
        for at in range(len(firm.products))
    ]


@functools.lru_cache(maxsize=2048)
def _menu(firm: ProductFirm, at: int, *, sold: Way | None, made: Way | None) -> tuple[Floats, Floats]:
    """The options for product number `at`, and the books they are expected to leave.

    Price and push are those of `sold`, target and lot those of `made`; what is None is still to be decided.
    """
    product = firm.products[at]
    options = []
    for price, push in _ways_to_sell(firm, product) if sold is None else [sold]:
        wanted = max(0.0, product.market - product.slope * price) / QUARTERS
        wanted *= 1 + firm.push_gain * push
        makes = _ways_to_make(product, wanted) if made is None else [made]
        options += [(price, push, target, lot) for target, lot in makes]
    halves = np.array(options).T
    years = _ledger(firm, _figures(firm)[at], halves[:, :, None], _forecast(firm)[:, None, :, at])
    return halves, years.mean(axis=1)


def _ways_to_sell(firm: ProductFirm, product: Product) -> list[Way]:
    """Prices and pushes worth a thought; the last one is not to offer the product."""
    bold, right, choke = products.revenue_price(product), products.profit_price(product), product.choke
    prices = [*np.linspace(bold, right, 7), *np.linspace(right, choke, 7)[1:-1]]
    prices += [bold * part for part in (0.5, 0.75)]
    pushes = PUSHES if firm.push_gain > 0 else PUSHES[:1]
    return [(float(price), push) for price in prices for push in pushes] + [(choke, 0.0)]


def _ways_to_make(product: Product, wanted: float) -> list[Way]:
    """Targets and lots worth a thought when `wanted` units a quarter are; the last is none at all."""
    targets = sorted({min(part * wanted, product.capacity) for part in TARGETS})
    lots = LOTS_A_QUARTER if product.setup > 0 else LOTS_A_QUARTER[:1]
    made = [(target, target / count) for target in targets for count in lots if target > 0]
    return [*made, (0.0, 0.0)]


@functools.lru_cache(maxsize=32)
def _figures(firm: ProductFirm) -> Any:
    """The products' figures as a record array (products,)."""
    names = ("market", "slope", "cost", "overhead", "setup", "holding")
    rows = [tuple(getattr(product, name) for name in names) for product in firm.products]
    return np.rec.array(rows, dtype=[(name, np.float64) for name in names])


@functools.lru_cache(maxsize=32)
def _forecast(firm: ProductFirm) -> Floats:
    """Orders of the years imagined when planning; shape (quarters, years, products).

    Every imagined year comes with its opposite, and each quarter is scaled to its mean: few years do.
    """
    size = len(firm.products)
    if firm.uncertainty == 0:
        return _seasonal(firm, np.ones((1, QUARTERS, size)))
    drawn = luck.bell(0, Why.FORECAST, range(FORECAST_YEARS // 2), (QUARTERS, size + 1))
    shocks = _shocks(firm, drawn[..., :1], drawn[..., 1:])
    swings = np.exp(np.concatenate([shocks, -shocks]))
    return _seasonal(firm, swings / swings.mean(axis=0))


def _orders(firm: ProductFirm, seed: int, years: range) -> Floats:
    """Orders as a factor on what is wanted in a mean quarter; shape (quarters, years, products)."""
    size = len(firm.products)
    if firm.uncertainty == 0:
        return _seasonal(firm, np.ones((len(years), QUARTERS, size)))
    market = luck.bell(seed, Why.MARKET, years, (QUARTERS, 1))
    taste = luck.bell(seed, Why.TASTE, years, (QUARTERS, size))
    return _seasonal(firm, np.exp(_shocks(firm, market, taste) - firm.uncertainty**2 / 2))


def _shocks(firm: ProductFirm, market: Floats, taste: Floats) -> Floats:
    """Logarithms of the swings in orders, mean 0."""
    mixed = np.sqrt(firm.together) * market + np.sqrt(1 - firm.together) * taste
    return np.asarray(firm.uncertainty * mixed)


def _seasonal(firm: ProductFirm, swings: Floats) -> Floats:
    """Swings of mean 1 (years, quarters, products) times the seasons, quarter first."""
    return np.moveaxis(np.reshape(firm.seasons, (1, QUARTERS, 1)) * swings, 1, 0)
