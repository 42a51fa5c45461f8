"""league: everybody against everybody, home and away, and the table at the end."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, field

import numpy as np
from pydantic import field_validator

from game.benching.rows import outcome
from game.experiments.charts import Chart, Series
from game.experiments.experiment import Cell, Experiment, Findings, Played
from game.experiments.outcomes import average
from game.experiments.report import Section
from game.experiments.settings import Minute, Settings, written
from game.experiments.tables import Column, Table, shown
from game.fixture import Fixture
from game.intervals import Interval
from game.policies.mix import mix
from game.policies.registry import policies
from game.results import Rows
from game.teams.scenarios import variant

MIXES = ("role-bound,DF=team-win", "role-bound,FW=team-win", "team-win,DF=role-bound")
LEAD = np.array((-3.0, 0.0, 3.0))  # points ahead of the other after a defeat, a draw, a win
MOST = 40  # entrants; they meet in 40 · 39 pairings


class League(Settings):
    """`matches` of every pairing at each ground, from 0–0 at `minute` (0: whole matches)."""

    matches: int = 8
    minute: Minute = 60
    entrants: tuple[str, ...] = ()  # mixes; none named: all policies and some mixes
    squads: tuple[str, str] = ("alderbrook", "farrowdale")

    @field_validator("entrants")
    @classmethod
    def _can_meet(cls, entrants: tuple[str, ...]) -> tuple[str, ...]:
        for each in entrants:
            mix(each)
        if len(set(entrants)) != len(entrants) or len(entrants) == 1 or len(entrants) > MOST:
            raise ValueError(f"a league needs 2 to {MOST} different mixes, not {', '.join(entrants)}")
        return entrants

    def all_entrants(self) -> tuple[str, ...]:
        """Those named, or all policies and some mixes."""
        return self.entrants or (*(each.name for each in policies()), *MIXES)


def cells(settings: League) -> list[Cell]:
    """Every ordered pair of entrants; the squads stay at their grounds, so each entrant has both equally often."""
    home, away = settings.squads
    told = variant(
        "full-match",
        minute=written(settings.minute),
        home={"squad": home},
        away={"squad": away},
        title="A league match",
    )
    return [
        Cell({"home": one, "away": other}, Fixture(told, one, other), settings.matches)
        for one, other in itertools.permutations(settings.all_entrants(), 2)
    ]


@dataclass
class Season:
    """One entrant's matches: points and goals, from his side."""

    points: list[float] = field(default_factory=list)
    goals_for: list[float] = field(default_factory=list)
    goals_against: list[float] = field(default_factory=list)

    def take(self, rows: Rows, *, home: bool) -> None:
        """Add the matches of one pairing."""
        result = outcome(rows) if home else -outcome(rows)
        ours, theirs = ("home", "away") if home else ("away", "home")
        self.points += np.array((0.0, 1.0, 3.0))[result + 1].tolist()
        self.goals_for += rows[f"{ours}_scored"].tolist()
        self.goals_against += rows[f"{theirs}_scored"].tolist()

    def difference(self) -> Interval:
        """Goal difference a match."""
        return average(np.array(self.goals_for) - np.array(self.goals_against))

    def won_drawn_lost(self) -> tuple[int, int, int]:
        """How the matches ended."""
        won, drawn = self.points.count(3.0), self.points.count(1.0)
        return won, drawn, len(self.points) - won - drawn


def find(played: Played, settings: League) -> Findings:
    """The table, and who beats whom."""
    seasons = {name: Season() for name in settings.all_entrants()}
    for cell, rows in zip(played.cells, played.rows, strict=True):
        seasons[str(cell.keys["home"])].take(rows, home=True)
        seasons[str(cell.keys["away"])].take(rows, home=False)
    order = sorted(
        seasons, key=lambda name: (np.mean(seasons[name].points), seasons[name].difference().value), reverse=True
    )
    return Findings(_answer(seasons, order), [_table(seasons, order, settings), _pairings(played, order)])


def _answer(seasons: dict[str, Season], order: list[str]) -> str:
    """Who leads, who is last, and where the two that matter stand."""
    first, last = order[0], order[-1]
    top, bottom = (average(np.array(seasons[name].points)) for name in (first, last))
    told = f"{first} leads with {shown(top, '.2f')} points a match, {last} is last with {shown(bottom, '.2f')}."
    known = [name for name in ("team-win", "role-bound") if name in order]
    if len(known) == 2:
        places = " and ".join(f"{name} comes number {order.index(name) + 1}" for name in known)
        told += f" Of {len(order)} entrants {places}."
    return told


def _table(seasons: dict[str, Season], order: list[str], settings: League) -> Section:
    """The league table."""
    columns = (
        Column("entrant", "entrant"),
        Column("played", "played", "d"),
        Column("won", "W", "d"),
        Column("drawn", "D", "d"),
        Column("lost", "L", "d"),
        Column("goals_for", "GF", "d"),
        Column("goals_against", "GA", "d"),
        Column("difference", "goal difference a match", "+.2f"),
        Column("points", "points a match", ".2f"),
    )
    rows = []
    points = {name: average(np.array(seasons[name].points)) for name in order}
    for name in order:
        season = seasons[name]
        goals = (int(sum(season.goals_for)), int(sum(season.goals_against)))
        counts = (len(season.points), *season.won_drawn_lost(), *goals)
        rows.append((name, *counts, season.difference(), points[name]))
    chart = Chart(
        "dots",
        "Points a match",
        "A dot with its interval for every entrant, the best on top: points a match against all the others.",
        [Series("points a match", order, [points[name] for name in order])],
        "",
        "points a match",
        ".2f",
    )
    begins = "whole matches" if settings.minute == 0 else f"from 0–0 in minute {settings.minute}"
    text = (
        f"Everybody meets everybody at both grounds, {begins}. What an entrant is worth here depends on whom he meets: "
        "a contract that is bad for the team looks better among others that are."
    )
    return Section("The table", text, chart, Table("League table", columns, rows))


def _pairings(played: Played, order: list[str]) -> Section:
    """Points and goal difference of every pairing, both grounds together."""
    margins: dict[tuple[str, str], list[float]] = {}
    leads: dict[tuple[str, str], list[float]] = {}
    for cell, rows in zip(played.cells, played.rows, strict=True):
        home, away = str(cell.keys["home"]), str(cell.keys["away"])
        margin = (rows["home_scored"] - rows["away_scored"]).astype(float)
        margins.setdefault((home, away), []).extend(margin)
        margins.setdefault((away, home), []).extend(-margin)
        lead = LEAD[outcome(rows) + 1]
        leads.setdefault((home, away), []).extend(lead)
        leads.setdefault((away, home), []).extend(-lead)
    grid = {one: [float(np.mean(margins.get((one, other), [math.nan]))) for other in order] for one in order}
    chart = Chart(
        "grid",
        "Goal difference a match, row against column",
        "A field for every pairing: goals a match by which the entrant of the row beats that of the column.",
        [Series(one, order, values) for one, values in grid.items()],
        "",
        "",
        "+.1f",
        mark=0.0,
    )
    columns = (
        Column("one", "entrant"),
        Column("other", "against"),
        Column("matches", "matches", "d"),
        Column("margin", "goal difference a match", "+.2f"),
        Column("points", "points a match ahead", "+.2f"),
    )
    rows_out = [
        (
            *(one, other, len(margins[one, other])),
            *(average(np.array(found[one, other])) for found in (margins, leads)),
        )
        for one, other in itertools.combinations(order, 2)
    ]
    text = "Single pairings rest on few matches; read their intervals."
    return Section("Who beats whom", text, chart, Table("Pairings, both grounds", columns, rows_out))


EXPERIMENT = Experiment(
    name="league",
    title="League",
    question="If every way of being paid played a season against every other, who would be champion?",
    settings=League,
    cells=cells,
    find=find,
)
