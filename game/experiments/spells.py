"""Spells of play: so many seconds of a fixture, or all of it, counted as a bench counts whole matches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from game.benching.luck import match_seeds
from game.benching.rows import rows_of
from game.experiments.playing import arranged, describe_fixture, fixture_seconds
from game.fixture import Fixture
from game.match import LONGEST, run_on, scratch
from game.results import Rows
from game.state import TICKS_PER_SECOND


@dataclass(frozen=True)
class Spell:
    """`seconds` of match time from the start of `fixture`, or to the whistle when 0 or when that comes first."""

    fixture: Fixture
    seconds: float = 0.0


def play_spell(plan: Spell, seed: int, first: int, count: int) -> Rows:
    """The rows of spells `first` … `first + count - 1`, on the luck every plan meets."""
    arm = arranged(plan.fixture)
    matches = arm.matches(match_seeds(seed, first, count))
    ticks = round(plan.seconds * TICKS_PER_SECOND) or LONGEST
    for match in matches:
        run_on(match, arm.setup, scratch(), ticks)
    return rows_of(np.asarray(matches), arm.start, arm=0, first=first)


def describe_spell(plan: Spell) -> dict[str, Any]:
    """All that the rows of a plan depend on, its seeds apart."""
    return {"fixture": describe_fixture(plan.fixture), "seconds": plan.seconds}


def spell_seconds(plan: Spell) -> float:
    """About how many seconds of match time a spell lasts."""
    whole = fixture_seconds(plan.fixture)
    return min(plan.seconds, whole) if plan.seconds else whole
