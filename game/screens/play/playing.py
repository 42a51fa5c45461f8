"""A match a person is playing, without a window: ticked with what he asks, every order and decision kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from game.dilemma.role_rating import RoleRating
from game.events import Event
from game.fixture import Arranged, Fixture, arrange, check_seed
from game.match import HELD, PUSHED
from game.record import copy
from game.replay import Order, obey
from game.screens.live import Live
from game.screens.play.asked import NOTHING, Asked
from game.screens.play.goal_rates import rates_of
from game.screens.play.hand import Hand
from game.screens.play.outcome import Outcome, outcome_of
from game.screens.play.played import Decision, Played
from game.screens.programme import programme_of
from game.state import SIDE, TICKS_PER_SECOND, Match
from game.teams.scenarios import scenario

PAGE_EVERY = 10 * TICKS_PER_SECOND  # ticks between two copies of the record kept for the debrief
GONE = 8.0  # m up the pitch with the button held that make a push a decision
MEANT = 3 * TICKS_PER_SECOND  # ticks the button is held that do so too
RIGHT_BACK = 1  # slot a person controls where the scenario names none

Heard = Callable[[Decision, Match], None]
"""Told of a decision, with the record as it was before it was obeyed."""


@dataclass
class _Push:
    """A push under way: since when, from where, and whether it counts as a decision already."""

    page: Match
    from_x: float
    logged: bool = False


class Playing:
    """One run of a fixture on one seed with a person in `slot`."""

    def __init__(self, fixture: Fixture, *, seed: int, slot: int | None = None) -> None:
        check_seed(seed)
        arranged: Arranged = arrange(fixture)
        self.fixture, self.seed, self.setup = arranged.fixture, seed, arranged.setup
        self.told = scenario(fixture.scenario)
        self.slot = checked_slot(self.told.controlled_slot if slot is None else slot)
        self.programme = programme_of(self.told, arranged.setup, home=self.fixture.home, away=self.fixture.away)
        self.rates = rates_of(fixture)
        self.live = Live(arranged.matches([seed])[0], arranged.setup, self.programme)
        self.hand = Hand(self.slot)
        self.orders: list[Order] = []
        self.decisions: list[Decision] = []
        self.pages: list[Match] = [copy(self.match)]
        self.heard: list[Heard] = []
        self.rating = RoleRating(self.slot, self.setup)
        self._push: _Push | None = None
        self._read = 0
        self._give(Order(int(self.match.tick), self.slot, told=HELD))

    @property
    def match(self) -> Match:
        """As it stands now."""
        return self.live.match

    @property
    def over(self) -> bool:
        """Whether the final whistle has gone."""
        return bool(self.match.clock.over)

    @property
    def pushing(self) -> bool:
        """Whether he is told to push now."""
        return int(self.match.players[self.slot].told) == PUSHED

    @property
    def attacks(self) -> int:
        """+1 or -1: the end his side attacks."""
        return int(self.match.teams[self.slot // SIDE].attacks)

    def tick(self, asked: Asked = NOTHING) -> list[Event]:
        """Play one tick as asked; what happened in it."""
        if self.over:
            return []
        order = self.hand.order(self.match, asked)
        return self._advance([order] if order is not None else [])

    def replay(self, orders: Iterable[Order], until: int) -> None:
        """Play on under `orders` given before, up to tick `until`: how a run is taken up again."""
        waiting = sorted((order for order in orders if order not in self.orders), key=lambda order: order.tick)
        while self.match.tick < until and not self.over:
            due = [order for order in waiting if order.tick == self.match.tick]
            waiting = waiting[len(due) :]
            self._advance(due)

    def played(self) -> Played:
        """All of it, for the debrief."""
        return Played(
            fixture=self.fixture,
            seed=self.seed,
            slot=self.slot,
            orders=tuple(self.orders),
            decisions=tuple(self.decisions),
            pages=tuple(sorted(self.pages, key=lambda page: int(page.tick))),
            match=copy(self.match),
            setup=self.setup,
            programme=self.programme,
            outcome=self.outcome(),
        )

    def outcome(self) -> Outcome:
        """What it stands at."""
        return outcome_of(self.match, self.setup, self.told)

    def _advance(self, orders: list[Order]) -> list[Event]:
        if self.match.tick % PAGE_EVERY == 0 and self.match.tick > self.pages[0].tick:
            self.pages.append(copy(self.match))
        for order in orders:
            self._give(order)
        self._watch_push()
        self.live.tick()
        notes = self.live.notes
        happened = [notes.events[nth] for nth in range(self._read, int(notes.count))]
        self._read = int(notes.count)
        self.rating.see(self.match, happened)
        return happened

    def _give(self, order: Order) -> None:
        """Obey `order` and keep it; the button changing may be a decision."""
        was, will = self.pushing, order.told == PUSHED
        if will and not was:
            self._push = _Push(copy(self.match), float(self.match.players[self.slot].x))
        elif was and not will and self._push is not None:
            if self._push.logged:
                self._log("stay", copy(self.match))
            self._push = None
        obey(self.match, order, self.setup)
        self.orders.append(order)

    def _watch_push(self) -> None:
        """A push held long or far enough is a decision, made when it began."""
        push = self._push
        if push is None or push.logged:
            return
        gained = (float(self.match.players[self.slot].x) - push.from_x) * self.attacks
        if gained >= GONE or self.match.tick - push.page.tick >= MEANT:
            push.logged = True
            self._log("push", push.page)

    def _log(self, option: str, page: Match) -> None:
        decision = Decision(int(page.tick), option)
        self.decisions.append(decision)
        self.pages.append(page)
        for told in self.heard:
            told(decision, page)


def checked_slot(slot: int | None) -> int:
    """`slot` of the home side, the right back's when None; ValueError for the keeper or a slot there is not."""
    if slot is None:
        return RIGHT_BACK
    if not 1 <= slot < SIDE:
        raise ValueError(f"no player to control in slot {slot}; slots of the home side are 1 to {SIDE - 1}")
    return slot
