"""Matches in which a side changes its way of playing at a minute: how an experiment plays and counts them.

A way of playing is a mix of job descriptions. Stakes are read from the setup, which no match writes, so one match can
be played on under another setup: staying under the first, going under the second.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game.benching.luck import match_seeds
from game.experiments.playing import arranged, describe_fixture, fixture_seconds
from game.fixture import Fixture
from game.match import run_on, scratch
from game.results import Rows
from game.state import DT, TICKS_PER_SECOND, Match

STAY = "role-bound"
WAYS = {
    "nobody": STAY,
    "full-back": f"{STAY},RB=all-out",
    "back-four": f"{STAY},DF=all-out",
    "front": f"{STAY},MF=all-out,FW=all-out",
    "everybody": "all-out,GK=role-bound",
    "even": "blind,GK=role-bound",
    "sit": "sit-back,GK=role-bound",
}
"""Who goes, by name, and the mix that says so: those who go play as if only a goal for counted. `even` weighs a goal
at either end alike, `sit` only those against; the keeper keeps to his job throughout."""

LOOK = 10 * TICKS_PER_SECOND  # ticks between two looks at clock and score
PHASES = ("stay", "go")
COUNTED = ("for", "against", "xg_for", "xg_against")

COLUMNS = np.dtype(
    [("match", np.int64), ("seed", np.int64), ("margin", np.int64), ("minutes", np.float64)]
    + [(f"{phase}_minutes", np.float64) for phase in PHASES]
    + [(f"{phase}_{name}", np.float64) for phase in PHASES for name in COUNTED]
)
"""A match: the home side's margin at the whistle, and minutes, goals and xG while it stayed and while it went."""


@dataclass(frozen=True)
class Going:
    """Play `fixture` (whose home mix is how they stay); from `minute` on go by `mix`, while behind or `always`."""

    fixture: Fixture
    mix: str
    minute: float
    always: bool = False

    @property
    def gone(self) -> Fixture:
        """The same fixture with the home side gone."""
        return replace(self.fixture, home=self.mix)


def play_going(plan: Going, seed: int, first: int, count: int) -> Rows:
    """The rows of matches `first` … `first + count - 1`, on the luck every plan meets."""
    stays, goes = arranged(plan.fixture), arranged(plan.gone)
    rows = np.zeros(count, COLUMNS)
    rows["match"] = np.arange(first, first + count)
    for row, match in zip(rows, stays.matches(match_seeds(seed, first, count)), strict=True):
        row["seed"] = match.seed
        while match.clock.over == 0:
            going = _goes(plan, match)
            before = _count(match)
            run_on(match, (goes if going else stays).setup, scratch(), LOOK)
            gained = _count(match) - before
            phase = PHASES[going]
            row[f"{phase}_minutes"] += gained[0] * DT / 60.0
            for name, value in zip(COUNTED, gained[1:], strict=True):
                row[f"{phase}_{name}"] += value
        row["margin"] = match.teams[0].goals - match.teams[1].goals
        row["minutes"] = row["stay_minutes"] + row["go_minutes"]
    return rows


def describe_going(plan: Going) -> dict[str, Any]:
    """All that the rows of a plan depend on, its seeds apart."""
    ways = {name: describe_fixture(fixture) for name, fixture in (("stays", plan.fixture), ("goes", plan.gone))}
    return {**ways, "minute": plan.minute, "always": plan.always}


def going_seconds(plan: Going) -> float:
    """About how many seconds of match time a match of the plan lasts."""
    return fixture_seconds(plan.fixture)


def minute_now(match: Match) -> float:
    """The minute of a league match as it is counted on through added time."""
    return 45.0 * (match.clock.half - 1) + match.clock.tick * DT / 60.0


def _goes(plan: Going, match: Match) -> bool:
    behind = bool(match.teams[0].goals < match.teams[1].goals)
    return bool(minute_now(match) >= plan.minute and (plan.always or behind))


def _count(match: Match) -> Any:
    """What is counted of a match: ticks, goals of either side, xG of either side."""
    us, them = match.teams
    return np.array([match.tick, us.goals, them.goals, us.xg, them.xg], dtype=np.float64)
