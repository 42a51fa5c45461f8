"""Who steers whom: phones are dealt to matches and players, and where several share one, the most decide."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

FRONT = {"CM", "AM", "RW", "LW", "ST"}
"""Posts paid for goals scored, where posts are paid; the others for letting none in."""
PAID = 3.0  # for a clean sheet, and for each goal


@dataclass
class Hand:
    """What one phone wants of its player."""

    push: bool = False
    dx: float = 0.0
    dy: float = 0.0


@dataclass
class Crew:
    """The phones that steer one side of one match."""

    slots: list[int]  # that can be steered
    seats: dict[str, int] = field(default_factory=dict)  # alias: slot; kept while a phone is away
    hands: dict[str, Hand] = field(default_factory=dict)  # of those who are here
    told: dict[int, str] = field(default_factory=dict)

    def seat(self, alias: str) -> int:
        """The slot `alias` steers: its own from before, or one of those the fewest steer."""
        if alias not in self.seats:
            taken = list(self.seats.values())
            fewest = min(taken.count(slot) for slot in self.slots)
            self.seats[alias] = random.choice([slot for slot in self.slots if taken.count(slot) == fewest])
        return self.seats[alias]

    def sharing(self, slot: int) -> int:
        """Phones here that steer `slot`."""
        return sum(self.seats[alias] == slot for alias in self.hands)

    def wish(self, slot: int) -> tuple[str, float, float]:
        """What the phones of `slot` want: push or stay by majority (a tie changes nothing), the mean direction."""
        hands = [hand for alias, hand in self.hands.items() if self.seats[alias] == slot]
        if not hands:
            self.told.pop(slot, None)
            return "free", 0.0, 0.0
        pushing = sum(hand.push for hand in hands)
        before = self.told.get(slot, "stay")
        told = before if 2 * pushing == len(hands) else "push" if 2 * pushing > len(hands) else "stay"
        self.told[slot] = told
        return told, sum(hand.dx for hand in hands) / len(hands), sum(hand.dy for hand in hands) / len(hands)


def earned(pay: str, post: str, start: list[int], final: list[int]) -> float:
    """What a player of the home side earned: by his post, or by the team's result."""
    if pay == "team":
        return float(points(final))
    scored, conceded = final[0] - start[0], final[1] - start[1]
    if post in FRONT:
        return PAID * scored
    return PAID if conceded == 0 else 0.0


def points(final: list[int]) -> int:
    """League points of the home side."""
    return 3 if final[0] > final[1] else 1 if final[0] == final[1] else 0
