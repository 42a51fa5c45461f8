"""A match a person played, as the debrief wants it."""

from __future__ import annotations

from dataclasses import dataclass

from game.fixture import Fixture
from game.replay import Order
from game.screens.play.outcome import Outcome
from game.screens.programme import Programme
from game.state import Match, Setup


@dataclass(frozen=True)
class Decision:
    """The person went (`push`) or came back (`stay`): logged at the tick the button changed."""

    tick: int
    option: str


@dataclass(frozen=True)
class Played:
    """One run from the start to where it ended."""

    fixture: Fixture
    """With both mixes written out."""
    seed: int
    slot: int
    orders: tuple[Order, ...]
    decisions: tuple[Decision, ...]
    pages: tuple[Match, ...]
    """Copies of the record: at the start, every ten seconds, and at each decision before it was obeyed; by tick."""
    match: Match
    """As it ended."""
    setup: Setup
    programme: Programme
    outcome: Outcome

    @property
    def scenario(self) -> str:
        """Its name, as the command line says it."""
        told = self.fixture.scenario
        return told if isinstance(told, str) else told.name

    @property
    def mixes(self) -> tuple[str, str]:
        """What each side plays for."""
        return self.fixture.home or "", self.fixture.away or ""

    def page(self, tick: int) -> Match:
        """The record at `tick`, or the last one kept before it."""
        return next((page for page in reversed(self.pages) if page.tick <= tick), self.pages[0])
