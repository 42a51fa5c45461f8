"""Law years and competitions: the numbers a match is officiated by.

Facts: IFAB Laws of the Game of each season and its circulars. Added time: Wyscout events 2017/18, SkillCorner 2024/25.
"""

from __future__ import annotations

from typing import NamedTuple

from game.policies.names import unknown
from game.state import Competition

HALF = 2700.0  # s, Law 7
EXTRA_HALF = 900.0  # s, Law 7

KNOCK_OUT = ("cup", "aggregate")
"""Competitions that want a winner: extra time, then kicks from the mark (Law 10)."""


class LawYear(NamedTuple):
    """What differs between seasons."""

    keeper_seconds: float  # with the ball in hand, Law 12.2
    keeper_corner: bool  # punished by a corner; before, an indirect free kick
    substitutions: int  # Law 3
    windows: int
    dropped_to_last: bool  # Law 8.2
    countdown: bool  # slow throw-ins and goal kicks are counted down
    time_lost: float  # of today's added time: 1.3 + 3.6 min then, 2.8 + 5.8 now


LAW_YEARS = {
    "2017/18": LawYear(6.0, False, 3, 3, False, False, 0.57),
    "2025/26": LawYear(8.0, True, 5, 3, True, False, 1.0),
    "2026/27": LawYear(8.0, True, 5, 3, True, True, 1.0),
}


def write(record: Competition, kind: str, law_year: str, *, first_leg: int, added: float | None) -> None:
    """Fill the record: `kind` is one of policies.final.COMPETITIONS, `law_year` a key of LAW_YEARS.

    `first_leg` is the home side's lead brought along; `added` s of added time, None: from the time lost. Raises
    KeyError for an unknown law year.
    """
    if law_year not in LAW_YEARS:
        raise unknown("law year", law_year, LAW_YEARS)
    laws = LAW_YEARS[law_year]
    record.half_seconds = HALF
    record.extra_seconds = EXTRA_HALF if kind in KNOCK_OUT else 0.0
    record.shoot_out = int(kind in KNOCK_OUT)
    record.added_seconds = -1.0 if added is None else added
    record.keeper_seconds = laws.keeper_seconds
    record.keeper_corner = int(laws.keeper_corner)
    record.substitutions = laws.substitutions
    record.windows = laws.windows
    record.dropped_to_last = int(laws.dropped_to_last)
    record.countdown = int(laws.countdown)
    record.time_lost = laws.time_lost
    record.first_leg = first_leg
