"""What is heard, for those who do not hear it: short lines with their source, "[crowd] groans".

The words are in assets/words/*/sound.toml, by the key a caption holds.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

STAYS = 2.5  # s a caption is shown
SERIES = {"sound.heartbeat": 6.0}
"""What comes in a series, captioned at its first only: key, and s of silence after which another begins."""
MOST = 2  # shown at a time

CAPTIONS: Mapping[str, str] = {
    "whistle_short": "sound.whistle",
    "whistle_long": "sound.whistle_long",
    "whistle_double": "sound.whistle_half",
    "whistle_triple": "sound.whistle_final",
    "post": "sound.post",
    "net": "sound.net",
    "save": "sound.save",
    "roar": "sound.roar",
    "groan": "sound.groan",
    "gasp": "sound.gasp",
    "heartbeat": "sound.heartbeat",
}
"""Key of the words for a sound; what one sees anyway, such as kicks and tackles, has none."""


@dataclass
class Captions:
    """The lines now shown, newest last; a line that comes again stays on instead of doubling."""

    clock: Callable[[], float] = time.monotonic  # s
    _heard: dict[str, float] = field(default_factory=dict)  # key → when it was shown
    _last: dict[str, float] = field(default_factory=dict)  # key → when it was heard last

    def hear(self, key: str) -> None:
        """Show the words of `key` for STAYS s from now."""
        now, last = self.clock(), self._last.get(key)
        self._last[key] = now
        if last is not None and now - last < SERIES.get(key, 0.0):
            return
        self._heard.pop(key, None)
        self._heard[key] = now

    def clear(self) -> None:
        """Show nothing."""
        self._heard.clear()
        self._last.clear()

    def __iter__(self) -> Iterator[str]:
        """The keys shown, oldest first, MOST at most."""
        now = self.clock()
        self._heard = {key: heard for key, heard in self._heard.items() if now - heard < STAYS}
        return iter(list(self._heard)[-MOST:])
