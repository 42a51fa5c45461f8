"""The minutes people write, and the moments of a match they mean (Law 7)."""

from __future__ import annotations

import math
import re

STARTS = (0.0, 45.0, 90.0, 105.0)  # minute each half begins at; the last two are extra time
FULL_TIME = 90.0
EXTRA_FULL_TIME = 120.0

WRITTEN = re.compile(r"(\d{1,3})(?::([0-5]\d))?(?:\+(\d{1,2})(?::([0-5]\d))?)?")


def seconds(written: str | float) -> float:
    """Seconds of a length of time written in minutes: 5, 4.5, "5:30". Raises ValueError."""
    minutes, added = _parts(written)
    if added is not None:
        raise ValueError(f"'{written}' has a plus; write a length as 5 or \"5:30\"")
    return minutes * 60.0


def moment(written: str | float, *, extra_time: bool) -> tuple[int, float]:
    """Half (1-4) and seconds of that half at the minute `written`: 85, "85:00", "45+2".

    A half's last minute belongs to the next half unless a plus puts it into added time. Raises ValueError.
    """
    minutes, added = _parts(written)
    if added is not None:
        ends = [45.0, FULL_TIME] + ([105.0, EXTRA_FULL_TIME] if extra_time else [])
        if minutes not in ends:
            raise ValueError(f"'{written}': a half ends at {' or '.join(f'{end:g}' for end in ends)}")
        half = ends.index(minutes)
        return half + 1, (minutes - STARTS[half] + added) * 60.0
    last = EXTRA_FULL_TIME if extra_time else FULL_TIME
    if minutes >= last:
        raise ValueError(f'{written!r} is past the end; a match starts before minute {last:g}, or at "90+2"')
    half = max(index for index, start in enumerate(STARTS) if minutes >= start)
    return half + 1, (minutes - STARTS[half]) * 60.0


def _parts(written: object) -> tuple[float, float | None]:
    """Minutes, and minutes after the plus if there is one."""
    if isinstance(written, int | float) and not isinstance(written, bool) and 0.0 <= written < math.inf:
        return float(written), None
    found = WRITTEN.fullmatch(written.strip()) if isinstance(written, str) else None
    if not found:
        raise ValueError(f'{written!r} is no minute; write 85, 85.5, "85:30" or "90+2"')
    whole, part, plus, plus_part = found.groups()
    minutes = int(whole) + int(part or 0) / 60.0
    return minutes, None if plus is None else int(plus) + int(plus_part or 0) / 60.0
