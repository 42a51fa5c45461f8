"""Which matches a season has, and which match is today's: the same for everybody with the same number or date."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from game.teams.scenarios import scenarios

LENGTH = 10  # matches of a season
LATE = 75.0  # minute from which a scenario is short enough for a season
SEEDS = 2**31


@dataclass(frozen=True)
class Engagement:
    """A match to be played: scenario and luck."""

    scenario: str
    seed: int


def season_of(number: int) -> tuple[Engagement, ...]:
    """The matches of season `number`: every scenario once before any comes twice."""
    luck = random.Random(f"season {number}")
    names: list[str] = []
    while len(names) < LENGTH:
        names += luck.sample(_short(), len(_short()))
    return tuple(Engagement(name, luck.randrange(SEEDS)) for name in names[:LENGTH])


def daily(day: dt.date) -> Engagement:
    """The match of `day`."""
    luck = random.Random(f"daily {day.isoformat()}")
    return Engagement(luck.choice(_short()), luck.randrange(SEEDS))


def _short() -> list[str]:
    """Names of the scenarios that take minutes to play, not an hour and a half."""
    late = [each.name for each in scenarios() if each.starts[1] / 60.0 + 45.0 * (each.starts[0] > 1) >= LATE]
    return sorted(late)
