"""comebacks: how often a side that is one down is not beaten, by true time left, beside real football."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from game.benching.luck import match_seeds
from game.census.take import LAW_YEAR
from game.experiments import reality
from game.experiments.charts import Chart, Series
from game.experiments.experiment import Cell, Experiment, Findings, Played
from game.experiments.playing import arranged
from game.experiments.report import Section
from game.experiments.settings import Minute, Settings, written
from game.experiments.tables import Column, Table, shown
from game.fixture import Fixture
from game.intervals import Interval, wilson
from game.match import run_on, scratch
from game.results import Rows
from game.state import TICKS_PER_SECOND
from game.teams.scenarios import variant

GOES, ROLE, FROZEN = "team-win", "role-bound", "frozen"
SIDES = (GOES, ROLE, FROZEN)
REAL = "real"
LEFT = (900, 600, 480, 300, 240, 180, 120, 60)
"""Seconds of true time left at which the score is noted."""
ASKED = (600, 300, 180, 60)
"""Those of the answer."""

COLUMNS = np.dtype(
    [("match", np.int64), ("seed", np.int64), ("margin", np.int64), ("seconds", np.float64)]
    + [(f"margin_{left}", np.int64) for left in LEFT]
)
"""A match: the home side's margin at the whistle, how long it lasted, and its margin with so much time left."""


class Comebacks(Settings):
    """`matches` for each kind of side, from 0–1; both sides alike, squads of one strength."""

    matches: int = 800
    minute: Minute = 70  # long before the first score that counts, so that both sides stand as they would
    law_year: str = LAW_YEAR


def cells(settings: Comebacks) -> list[Cell]:
    """A cell for each kind of side."""
    told = variant("full-match", minute=written(settings.minute), score=(0, 1))
    made = []
    for name in SIDES:
        mix = GOES if name == FROZEN else name
        fixture = Fixture(told, mix, mix, law_year=settings.law_year, freeze=name == FROZEN)
        made.append(Cell({"sides": name}, fixture, settings.matches))
    return made


def play_to_the_end(plan: Fixture, seed: int, first: int, count: int) -> Rows:
    """The rows of matches `first` … `first + count - 1`; the time left is known when the whistle has gone."""
    arm = arranged(plan)
    rows = np.zeros(count, COLUMNS)
    rows["match"] = np.arange(first, first + count)
    for row, match in zip(rows, arm.matches(match_seeds(seed, first, count)), strict=True):
        began = match.tick
        ticks, margins = [], []
        while match.clock.over == 0:
            ticks.append(int(match.tick))
            margins.append(_margin(match))
            run_on(match, arm.setup, scratch(), TICKS_PER_SECOND)
        row["seed"], row["margin"] = match.seed, _margin(match)
        row["seconds"] = (match.tick - began) / TICKS_PER_SECOND
        for left in LEFT:
            place = int(np.searchsorted(ticks, match.tick - left * TICKS_PER_SECOND, side="right")) - 1
            row[f"margin_{left}"] = margins[max(place, 0)]
    return rows


def _margin(match: Any) -> int:
    """The home side's goals less the away side's."""
    return int(match.teams[0].goals - match.teams[1].goals)


def saved(rows: Rows, left: int) -> Interval:
    """The share of matches with one side one down and `left` seconds to go that this side did not lose."""
    then = rows[f"margin_{left}"]
    close = rows[np.abs(then) == 1]
    not_lost = close["margin"] * np.sign(close[f"margin_{left}"]) <= 0
    return wilson(int(not_lost.sum()), len(close))


def find(played: Played, settings: Comebacks) -> Findings:
    """The curve of each kind of side, beside the real one."""
    rows = {side: played.of(sides=side) for side in SIDES}
    found = {side: {left: saved(rows[side], left) for left in LEFT} for side in SIDES}
    return Findings(_answer(found[GOES]), [_curve(found), _cases(rows, settings)])


def _answer(found: Mapping[int, Interval]) -> str:
    """How many of the asked times agree, and the one five minutes before the end."""
    real = {left: reality.one_down_saved(left) for left in ASKED}
    inside = [left for left in ASKED if not real[left].excludes(found[left].value)]
    return (
        f"One down with five minutes left, a {GOES} side against another is not beaten in "
        f"{shown(found[300], '.1%')} of matches; in real football {shown(real[300], '.1%')}. The simulated share "
        f"lies inside the real interval at {len(inside)} of {len(ASKED)} times "
        f"({', '.join(map(_clock, ASKED))} left)."
    )


def _clock(left: int) -> str:
    """Seconds as minutes and seconds."""
    return f"{left // 60}:{left % 60:02d}"


def _curve(found: Mapping[str, Mapping[int, Interval]]) -> Section:
    """The shares by time left."""
    minutes = [left / 60 for left in LEFT]
    real = {left: reality.one_down_saved(left) if left in reality.known_times() else None for left in LEFT}
    known = [left for left in LEFT if real[left] is not None]
    chart = Chart(
        "lines",
        "One down and not beaten",
        f"Rising curves over the minutes left: {GOES}, {ROLE} and {FROZEN} sides, and real football with its interval.",
        [
            *(Series(side, minutes, list(found[side].values())) for side in SIDES),
            Series(REAL, [left / 60 for left in known], [each for left in known if (each := real[left]) is not None]),
        ],
        "minutes of true time left",
        "draws or wins",
        ".0%",
    )
    columns = (
        Column("left", "time left"),
        Column("real", REAL, ".1%"),
        *(Column(side, side, ".1%") for side in SIDES),
    )
    rows = [(_clock(left), real[left], *(found[side][left] for side in SIDES)) for left in LEFT]
    text = [
        "True time left counts back from the final whistle. Either side that is one goal behind at that moment counts; "
        "it has been saved when it draws or wins. Both sides play alike and are of one strength; real sides that are "
        "behind are weaker on average, which pulls the real curve down a little.",
        reality.SOURCE,
    ]
    return Section("How often one down is not lost", text, chart, Table("Share drawn or won, one down", columns, rows))


def _cases(rows: Mapping[str, Rows], settings: Comebacks) -> Section:
    """How many matches stand behind each share."""
    columns = (Column("left", "time left"), *(Column(side, side, ",d") for side in SIDES))
    counted = [
        (_clock(left), *(int((np.abs(rows[side][f"margin_{left}"]) == 1).sum()) for side in SIDES)) for left in LEFT
    ]
    text = f"All matches begin 0–1 in minute {written(settings.minute)}; these stood at one goal apart at the time."
    return Section("How many matches that is", text, None, Table("Matches one goal apart", columns, counted))


EXPERIMENT = Experiment(
    name="comebacks",
    title="Comebacks",
    question="How often is a side that is one goal down late in the match not beaten, and how often in real football?",
    settings=Comebacks,
    cells=cells,
    find=find,
    play=play_to_the_end,
    columns=COLUMNS,
)
