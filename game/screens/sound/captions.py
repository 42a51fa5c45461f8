"""What is heard, for those who do not hear it: short lines with their source, "[crowd] groans".

The words are in assets/words/*/sound.toml, by the key a caption holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

STAYS = 2.5  # s a caption is shown
MOST = 2  # shown at a time

CAPTIONS: Mapping[str, str] = {
    "whistle_short": "sound.whistle",
    "whistle_long": "sound.whistle_long",
    "whistle_double": "sound.whistle_half",
    "whistle_triple": "sound.whistle_final",
    "post": "sound.post",
    "net": "sound.net",
    "tackle": "sound.tackle",
    "save": "sound.save",
    "roar": "sound.roar",
    "groan": "sound.groan",
    "gasp": "sound.gasp",
    "heartbeat": "sound.heartbeat",
}
"""Key of the words for a sound; sounds one also sees, such as kicks and menu ticks, have none."""


@dataclass
class Captions:
    """The lines now shown, newest last; a line that comes again stays on instead of doubling."""

    _shown: dict[str, float] = field(default_factory=dict)  # key → s it stays on

    def hear(self, key: str) -> None:
        """Show the words of `key` from now."""
        self._shown.pop(key, None)
        self._shown[key] = STAYS

    def pass_time(self, seconds: float) -> bool:
        """Let time go by; True when a line has gone."""
        before = len(self._shown)
        self._shown = {key: left - seconds for key, left in self._shown.items() if left > seconds}
        return len(self._shown) != before

    def clear(self) -> None:
        """Show nothing."""
        self._shown.clear()

    def __iter__(self) -> Iterator[str]:
        """The keys shown, oldest first, MOST at most."""
        return iter(list(self._shown)[-MOST:])
