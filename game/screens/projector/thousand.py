"""A thousand matches of each of some fixtures, played behind the page on the same luck, read while they come in."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence

from game.fixture import Fixture, arrange
from game.lessons.shown import Ended, to_the_whistle

PLANNED = 1000


class Thousand:
    """Match n of every fixture has the same seed; `columns` hold only seeds that all fixtures have played."""

    def __init__(self, fixtures: Sequence[Fixture], *, seed: int, planned: int = PLANNED) -> None:
        self.fixtures, self.seed, self.planned = list(fixtures), seed, planned
        self._ended: list[list[Ended]] = [[] for _ in fixtures]
        self._stop = threading.Event()
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._work, name="thousand", daemon=True)

    def start(self) -> None:
        """Begin, on a thread of the lowest priority; nothing when it has begun."""
        if self._thread.ident is None:
            self._thread.start()

    @property
    def count(self) -> int:
        """Seeds every fixture has played; raises what went wrong in the background."""
        if self._failure is not None:
            raise self._failure
        return len(self._ended[-1])

    def columns(self, share: float = 1.0) -> list[list[Ended]]:
        """What came in so far, a list a fixture; only a `share` (0 to 1) of it for a page that is filling in."""
        count = round(self.count * share)
        return [column[:count] for column in self._ended]

    def cancel(self) -> None:
        """Stop after the match being played."""
        self._stop.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _work(self) -> None:
        if sys.platform == "linux":
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)  # drawing goes first
        try:
            made = [arrange(fixture) for fixture in self.fixtures]
            for number in range(self.planned):
                for each, column in zip(made, self._ended, strict=True):
                    if self._stop.is_set():
                        return
                    column.append(to_the_whistle(each, self.seed + number))
        except Exception as error:  # noqa: BLE001 - handed over to the page
            self._failure = error
