"""An office of one's own: the person decides for sales or for production, the other department plays by its pay."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.firm import products
from game.firm.loading import load
from game.firm.settings import Product, ProductFirm
from game.firm.trading import QUARTERS, Making, Selling
from game.firm.years import Played
from game.screens.firm.outcome import Outcome, run_year
from game.screens.firm.shown import outcome_shown
from game.screens.firm.telling import Telling
from game.screens.page import Page
from game.screens.widgets import Button, Choice, Column, Grid, Row, Widget, Words, heading

PUSHES = (0.0, 0.5, 1.0)
PARTS = (0.0, 0.6, 0.8, 1.0, 1.25, 1.5)  # of a quarter's usual orders, made ready
LOTS = (1, 2, 4, 8)  # a quarter
OTHER = {"sales": "production", "production": "sales"}


class OfficeScreen(Page):
    """Two figures a product, the year, and what both reports say of it."""

    def __init__(self, department: str) -> None:
        if department not in OTHER:
            raise ValueError(f"nobody can be '{department}' here; give one of: {', '.join(OTHER)}")
        firm = load("bicycles")
        assert isinstance(firm, ProductFirm)
        self.department, self.firm = department, firm
        size = len(firm.products)
        self.first = [3] * size  # places among the prices, or the parts made ready
        self.second = [0] * size  # places among the pushes, or the lots
        self.other = "firm-win"
        self.year, self.outcome = 0, None

    outcome: Outcome | None

    @property
    def heading(self) -> str:
        """Who one is."""
        return self.stage.say(f"firm.be_{self.department}")

    def build(self) -> Widget:
        """What came of the last year on top, then the plan."""
        say = self.stage.say
        other = OTHER[self.department]
        found: list[Widget] = []
        if self.outcome is not None:
            found = outcome_shown(self.outcome, Telling(say, self.firm), self.year)
        pays = [(name, say(f"firm.colleague_{name}")) for name in ("firm-win", "role-bound")]
        return Column(
            [
                *found,
                Words(say(f"firm.office_{self.department}")),
                Choice(
                    say("firm.colleague", who=say(f"firm.{other}")), pays, self.other, self._take_other, name="other"
                ),
                *self._plan(),
                Row(
                    [
                        Button(say("firm.run"), self.run, main=True, name="run"),
                        Button(say("firm.back"), self.go_back, name="back"),
                    ]
                ),
            ]
        )

    def run(self) -> None:
        """The year, with the person's half."""
        self.year += 1
        played: dict[str, Played] = {self.department: self.half(), OTHER[self.department]: self.other}
        order = ("sales", "production")
        self.outcome = run_year(self.firm, {name: played[name] for name in order}, self.year)
        self.renew()
        self.board.scroll = 0

    def half(self) -> Selling | Making:
        """The person's half of the plan."""
        lines = list(zip(self.firm.products, self.first, self.second, strict=True))
        if self.department == "sales":
            price = [prices(each)[at] for each, at, _ in lines]
            return Selling(np.array(price), np.array([PUSHES[at] for at in self.second]))
        target = np.array([targets(each)[at] for each, at, _ in lines])
        return Making(target, target / np.array([LOTS[at] for at in self.second]))

    def _plan(self) -> list[Widget]:
        """A heading and two settings a product."""
        made: list[Widget] = []
        for nth, product in enumerate(self.firm.products):
            say, telling = self.stage.say, Telling(self.stage.say, self.firm)
            name = say(f"firm.product_{product.name}")
            cost = telling.euros(product.cost)
            ready = telling.count(product.market / QUARTERS / 2)
            made.append(heading(say(f"firm.product_{self.department}", name=name, cost=cost, orders=ready)))
            made.append(Grid([self._one(nth, product, telling), self._two(nth, telling)], cell=300, most=2))
        return made

    def _one(self, nth: int, product: Product, telling: Telling) -> Widget:
        """The price, or what stands ready."""
        if self.department == "sales":
            options = [(at, telling.euros(price)) for at, price in enumerate(prices(product))]
        else:
            options = [(at, telling.count(target)) for at, target in enumerate(targets(product))]
        label = telling.say(f"firm.first_{self.department}")
        return Choice(label, options, self.first[nth], self._taker(self.first, nth), name=f"first {nth}")

    def _two(self, nth: int, telling: Telling) -> Widget:
        """How hard to push, or in how many lots."""
        say = telling.say
        if self.department == "sales":
            options = [(at, say(f"firm.push_{at}")) for at in range(len(PUSHES))]
        else:
            options = [(at, telling.count(lots)) for at, lots in enumerate(LOTS)]
        label = say(f"firm.second_{self.department}")
        return Choice(label, options, self.second[nth], self._taker(self.second, nth), name=f"second {nth}")

    def _taker(self, places: list[int], nth: int) -> Callable[[int], None]:
        def take(at: int) -> None:
            places[nth] = at

        return take

    def _take_other(self, policy: str) -> None:
        self.other = policy


def prices(product: Product) -> list[float]:
    """Prices to choose from, in whole euros: from half the price of most revenue up to where nobody buys."""
    bold, right = products.revenue_price(product), products.profit_price(product)
    ladder = [0.75 * bold, bold, (bold + right) / 2, right, (right + product.choke) / 2, product.choke]
    return [float(round(each)) for each in ladder]


def targets(product: Product) -> list[float]:
    """Pieces made ready a quarter, to choose from; none is more than the works can make."""
    usual = products.sold(product, products.profit_price(product)) / QUARTERS
    return [float(round(min(part * usual, product.capacity))) for part in PARTS]
