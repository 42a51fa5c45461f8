"""Ghosts: where your man was in another run of the same match, drawn faintly beside him.

The last run of your own, and the same match with him role-bound or playing to win, played beforehand in a thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.fixture import Fixture, arrange
from game.match import run_on, scratch
from game.replay import Order, obey
from game.state import Match, Setup

STEP = 4  # ticks between two spots kept
POLICIES = {"role": "role-bound", "team": "team-win"}
"""Names of ghosts that are run, and what the man plays for in them."""


@dataclass(frozen=True)
class Ghost:
    """Spots (n, 2) m of one man, from tick `begins`, every STEP ticks, and the score it came to."""

    name: str
    begins: int
    spots: NDArray[np.float32]
    goals: tuple[int, int]

    def at(self, tick: float) -> tuple[float, float] | None:
        """Where he was at `tick`, None before and after his run."""
        place = (tick - self.begins) / STEP
        nth = int(place)
        if place < 0.0 or nth + 1 >= len(self.spots):
            return None
        share = place - nth
        x, y = self.spots[nth] * (1.0 - share) + self.spots[nth + 1] * share
        return float(x), float(y)


@dataclass
class Ghosts:
    """Those that are ready; the others are still being played in a thread."""

    ready: list[Ghost] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def begin(self, fixture: Fixture, *, seed: int, slot: int, last: Iterable[Order] = ()) -> None:
        """Play them in the background: your last run, if there are orders of it, then one of each policy."""
        orders = tuple(last)
        self._thread = threading.Thread(
            target=self._play, args=(fixture, seed, slot, orders), name="ghosts", daemon=True
        )
        self._thread.start()

    def wait(self) -> None:
        """Until all are ready."""
        if self._thread is not None:
            self._thread.join()

    def stop(self) -> None:
        """Play no more of them."""
        self._stop.set()
        self.wait()

    def _play(self, fixture: Fixture, seed: int, slot: int, orders: tuple[Order, ...]) -> None:
        if orders:
            self._keep(trace(fixture, seed=seed, slot=slot, name="last", orders=orders, stopped=self._stop.is_set))
        for name, policy in POLICIES.items():
            single = Fixture(fixture.scenario, fixture.home, fixture.away, slots=((slot, policy),))
            self._keep(trace(single, seed=seed, slot=slot, name=name, orders=(), stopped=self._stop.is_set))

    def _keep(self, ghost: Ghost | None) -> None:
        if ghost is not None:
            self.ready.append(ghost)


def trace(
    fixture: Fixture,
    *,
    seed: int,
    slot: int,
    name: str,
    orders: tuple[Order, ...],
    stopped: Callable[[], bool] = lambda: False,
) -> Ghost | None:
    """Play `fixture` under `orders` and keep where `slot` was; None when `stopped` meanwhile."""
    arranged = arrange(fixture)
    match = arranged.matches([seed])[0]
    begins, spots = int(match.tick), [_spot(match, slot)]
    waiting = sorted(orders, key=lambda order: order.tick, reverse=True)
    while not match.clock.over:
        if stopped():
            return None
        _step(match, arranged.setup, waiting)
        spots.append(_spot(match, slot))
    goals = int(match.teams[0].goals), int(match.teams[1].goals)
    return Ghost(name, begins, np.array(spots, np.float32), goals)


def _step(match: Match, setup: Setup, waiting: list[Order]) -> None:
    """STEP ticks, obeying the orders that fall due; `waiting` is latest first."""
    end = int(match.tick) + STEP
    while match.tick < end and not match.clock.over:
        while waiting and waiting[-1].tick == match.tick:
            obey(match, waiting.pop(), setup)
        stop = min(end, waiting[-1].tick) if waiting else end
        run_on(match, setup, scratch(), stop - int(match.tick))


def _spot(match: Match, slot: int) -> tuple[float, float]:
    player = match.players[slot]
    return float(player.x), float(player.y)
