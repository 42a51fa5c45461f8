"""A match going on before somebody's eyes: it is ticked here, and what led up to now is remembered."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field

from game.match import tick
from game.record import blank
from game.screens.moment import Moment
from game.screens.news import News, read_news
from game.screens.programme import Programme
from game.screens.scene import Spots, scene, spots
from game.state import SLOTS, Match, Notes, Setup

TRAIL = 14  # ticks of the ball's way remembered
KEPT = 60  # lines of news remembered
STEP = 1.0  # m nobody runs in a tick: who is further off has come on for another, on a way of his own


@dataclass
class Live:
    """A match with its recent past. The match given is played on; keep a copy to begin again."""

    match: Match
    setup: Setup
    programme: Programme
    tail: int = 0
    """Ticks of everybody's way remembered; the ball's is never shorter than TRAIL."""
    notes: Notes = field(default_factory=lambda: blank(Notes))
    told: int = 0
    """Events of `notes` already read."""
    before: Spots | None = None
    trail: deque[tuple[float, float, float]] = field(default_factory=deque)
    news: deque[News] = field(default_factory=lambda: deque(maxlen=KEPT))

    def __post_init__(self) -> None:
        self.trail = deque(maxlen=max(TRAIL, self.tail))
        self.tails: list[deque[tuple[float, float]]] = [deque(maxlen=max(1, self.tail)) for _ in range(SLOTS)]

    def tick(self) -> None:
        """Play one tick; nothing once the match is over."""
        if self.match.clock.over:
            self.before = None
            return
        self.before = spots(self.match)
        tick(self.match, self.setup, self.notes)
        self.news.extend(read_news(self.notes, self.told, self.setup, programme=self.programme))
        self.told = int(self.notes.count)
        self._remember()

    def moment(self, share: float = 1.0) -> Moment:
        """Now, `share` (0…1) of the way from the tick before to the last."""
        shown = scene(self.match, self.before, share)
        trail = (*self.trail, shown.ball) if self.trail else ()
        tails = self.tails if self.tail else ()
        return Moment(self.match, self.setup, self.programme, shown, trail, tails, tuple(self.news))

    def _remember(self) -> None:
        ball = self.match.ball
        place = (float(ball.x), float(ball.y), float(ball.z))
        if self.match.dead.kind:
            self.trail.clear()
        self.trail.append(place)
        if self.tail:
            for slot, (x, y) in enumerate(spots(self.match).players.tolist()):
                way = self.tails[slot]
                if way and math.dist(way[-1], (x, y)) > STEP:
                    way.clear()
                way.append((x, y))
