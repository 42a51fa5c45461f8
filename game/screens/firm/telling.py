"""A firm's figures in the words and the money of people."""

from __future__ import annotations

import math
from typing import Any

from game.firm.payoffs import own_number
from game.firm.settings import Firm, ProductFirm
from game.screens.language import Language

LOAN = 10_000  # euros a loan is told as; the desk counts in loans
PAINFUL = ("unit-cost", "bad-debt")
"""Own numbers of which less is better: payoffs carry them with a minus."""


class Telling:
    """Says what stands in the books of one firm."""

    def __init__(self, say: Language, settings: Firm) -> None:
        self.say, self.settings = say, settings

    def money(self, value: float) -> str:
        """An amount in euros; what the desk counts in loans is turned into euros."""
        return self.euros(value if isinstance(self.settings, ProductFirm) else value * LOAN)

    def euros(self, value: float) -> str:
        """Whole euros, as the language writes them."""
        told = f"{abs(value):,.0f}".replace(",", self.say("firm.thousands"))
        return self.say("firm.euros", sign="−" if round(value) < 0 else "", amount=told)

    def own(self, department: str, worth: float) -> str:
        """A department's own number, from what its payoff makes of the books."""
        if not math.isfinite(worth):
            return self.say("firm.no_number")
        name = own_number(department).name
        value = -worth if name in PAINFUL else worth
        if name == "roa":
            told = f"{100 * value:.1f}".replace(".", self.say("firm.decimal")).replace("-", "−")
            return self.say("firm.own_roa", value=told)
        return self.say(f"firm.own_{name}", value=self.money(value))

    def traffic(self, books: Any) -> str:
        """What customers asked for and got in a mean year."""
        if isinstance(self.settings, ProductFirm):
            asked, got = float(books["ordered"].mean()), float(books["sold"].mean())
            return self.say("firm.traffic_products", asked=self.count(asked), got=self.count(got))
        brought, made = float(books["brought"].mean()), float(books["loans"].mean())
        return self.say("firm.traffic_credit", asked=self.count(brought), got=self.count(made))

    def count(self, value: float) -> str:
        """A whole number."""
        return f"{value:,.0f}".replace(",", self.say("firm.thousands"))
