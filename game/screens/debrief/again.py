"""A run shown again from any tick: the nearest page before it, played on under its orders."""

from __future__ import annotations

from bisect import bisect_left

from game.record import copy
from game.replay import obey
from game.screens.live import Live
from game.screens.play.played import Played
from game.state import Match


class Again:
    """The run of `played` from tick `start`, to be ticked and drawn like a live match."""

    def __init__(self, played: Played, start: int) -> None:
        self.played = played
        self.orders = sorted(played.orders, key=lambda order: order.tick)
        page = played.page(max(start, int(played.pages[0].tick)))
        self.live = Live(copy(page), played.setup, played.programme)
        self.given = bisect_left([order.tick for order in self.orders], int(page.tick))
        while self.match.tick < start and not self.over:
            self.tick()

    @property
    def match(self) -> Match:
        """As it stands now."""
        return self.live.match

    @property
    def over(self) -> bool:
        """Whether the run went no further than this; one not played to its end goes on to the whistle."""
        end = self.played.match
        return bool(self.match.clock.over) or (bool(end.clock.over) and int(self.match.tick) >= int(end.tick))

    def tick(self) -> None:
        """One tick under the orders of the run; nothing at its end."""
        if self.over:
            return
        while self.given < len(self.orders) and self.orders[self.given].tick <= self.match.tick:
            obey(self.match, self.orders[self.given], self.played.setup)
            self.given += 1
        self.live.tick()
