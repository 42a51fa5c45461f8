"""A portfolio of products in closed form: what price, which products, which lots, each for its own end.

A year's orders at price p are A − B p (market, slope), a unit costs c to make, an active product F a year. Standard
monopoly pricing; equations (1) of the project's theory notes, checked there and in the tests.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from game.firm.settings import Product


def revenue_price(product: Product) -> float:
    """The price that brings most revenue, A / 2B; cost plays no part in it."""
    return product.market / (2 * product.slope)


def profit_price(product: Product) -> float:
    """The price that earns most, (A/B + c) / 2."""
    return (product.choke + product.cost) / 2


def sold(product: Product, price: float) -> float:
    """Units a year that customers want at `price`."""
    return max(0.0, product.market - product.slope * price)


def contribution(product: Product, price: float) -> float:
    """What the product adds to profit in a year at `price`, its overhead paid."""
    return (price - product.cost) * sold(product, price) - product.overhead


def loss_of_revenue_price(product: Product) -> float:
    """What the price of most revenue costs the firm in a year, B c² / 4."""
    return product.slope * product.cost**2 / 4


def sells_below_cost(product: Product) -> bool:
    """Whether the price of most revenue lies below the cost of a unit, c > A / 2B."""
    return product.cost > revenue_price(product)


def firm_keeps(product: Product) -> bool:
    """Whether the product pays for its overhead at its best price, (A − B c)² / 4B > F."""
    return contribution(product, profit_price(product)) > 0


def profit(portfolio: Iterable[Product]) -> float:
    """A year's profit when everyone serves the firm: the right price, and only what pays."""
    return sum(max(0.0, contribution(each, profit_price(each))) for each in portfolio)


def profit_of_sales_plan(portfolio: Iterable[Product]) -> float:
    """A year's profit when sales has its way: every product, at the price of most revenue."""
    return sum(contribution(each, revenue_price(each)) for each in portfolio)


def profit_of_production_plan(portfolio: Iterable[Product]) -> float:
    """A year's profit when production has its way: only the product cheapest to make."""
    cheapest = min(portfolio, key=lambda each: each.cost)
    return contribution(cheapest, profit_price(cheapest))


def cheapest_quantity(overhead: float, steepness: float) -> float:
    """The output of least average cost when q units cost F + c q + k q²: √(F / k)."""
    return math.sqrt(overhead / steepness)


def best_lot(demand: float, setup: float, holding: float) -> float:
    """Units in a lot at least cost of setups and stock, √(2 D S / h) (Harris 1913)."""
    return math.sqrt(2 * demand * setup / holding)


def lot_cost(lot: float, demand: float, setup: float, *, holding: float) -> float:
    """A year's cost of setups and stock in lots of `lot` units, D S / Q + h Q / 2."""
    return demand * setup / lot + holding * lot / 2


def lot_cost_ratio(lot: float, best: float) -> float:
    """Cost with lots of `lot` to cost with the best: (Q/Q* + Q*/Q) / 2."""
    return (lot / best + best / lot) / 2
