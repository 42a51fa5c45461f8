"""Two set-ups over many matches on the same luck, behind the window: what pay buys, with its interval."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence

import numpy as np

from game.benching.bench import play_arms
from game.benching.rows import outcome
from game.benching.tally import POINTS, Sums, Tally
from game.fixture import Arranged, Fixture, arrange
from game.intervals import Interval
from game.results import Rows

SEED = 2013  # of all trials, so that two set-ups tried one after the other meet the same luck
MATCHES = 400


class Trial:
    """One set-up, or two of them match by match; `start`, read as often as a screen is drawn, `cancel`."""

    def __init__(self, fixtures: Sequence[Fixture], *, matches: int = MATCHES, seed: int = SEED) -> None:
        """Raises ValueError or KeyError, in one line, for a set-up that cannot be played."""
        self.arms: list[Arranged] = [arrange(each) for each in fixtures]
        self.planned, self.seed = matches, seed
        self.tallies = [Tally() for _ in self.arms]
        self.apart = Sums()  # points of the first set-up above the second's
        self.failure: BaseException | None = None
        self._stop = threading.Event()
        self._changing = threading.Lock()
        self._thread = threading.Thread(target=self._play, name="trial", daemon=True)

    def start(self) -> Trial:
        """Begin; returns at once."""
        self._thread.start()
        return self

    def cancel(self) -> None:
        """Stop after the piece under way, some tenths of a second; does not wait for it."""
        self._stop.set()

    @property
    def running(self) -> bool:
        """Whether matches are still being played."""
        return self._thread.is_alive()

    @property
    def count(self) -> int:
        """Matches each set-up has played."""
        return self.tallies[0].matches

    def means(self) -> list[dict[str, Interval]]:
        """Points and goals a match of each set-up."""
        with self._changing:
            return [tally.means() for tally in self.tallies]

    def difference(self) -> Interval:
        """Points a match of the first set-up above the second, match by match on the same luck."""
        with self._changing:
            return self.apart.mean()

    def _play(self) -> None:
        if sys.platform == "linux":
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)  # its workers inherit it
        try:
            for rows in play_arms(self.arms, self.planned, self.seed, workers=1):
                self._take_in(rows)
                if self._stop.is_set():
                    return
        except Exception as error:  # noqa: BLE001 - shown by the page
            self.failure = error

    def _take_in(self, rows: Rows) -> None:
        paid = np.array(POINTS)[outcome(rows) + 1]
        with self._changing:
            for nth, tally in enumerate(self.tallies):
                tally.add(rows[rows["arm"] == nth])
            if len(self.arms) == 2:
                self.apart.add((paid[rows["arm"] == 0] - paid[rows["arm"] == 1]).astype(np.float64))
