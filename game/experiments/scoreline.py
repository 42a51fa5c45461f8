"""scoreline: what a side that plays for the result does at every score late in a match, and what that is worth."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.experiments.charts import Chart, Series
from game.experiments.comparing import Arms, measures_table
from game.experiments.experiment import Cell, Experiment, Findings, Played
from game.experiments.outcomes import MEASURES, Values, average, gained, measured
from game.experiments.report import Section
from game.experiments.settings import Minute, Settings, written
from game.experiments.tables import Column, Table, shown
from game.fixture import Fixture
from game.intervals import Interval
from game.results import Rows
from game.teams.scenarios import variant

GOES, ROLE, FROZEN = "team-win", "role-bound", "frozen"
HOMES = (GOES, ROLE, FROZEN)
TEN = 600.0  # s

STYLE_OF_PLAY: dict[str, tuple[str, Callable[[Rows], Values]]] = {
    "shots_for": ("shots", lambda rows: _rate(rows, "home_shots")),
    "shots_against": ("shots against", lambda rows: _rate(rows, "away_shots")),
    "counters_against": ("counter shots against", lambda rows: _rate(rows, "away_counter_shots")),
    "crosses": ("crosses", lambda rows: _rate(rows, "home_crosses")),
    "long_passes": ("long passes", lambda rows: _rate(rows, "home_long_passes")),
    "possession": (
        "share of the ball",
        lambda rows: np.asarray(
            rows["home_possession_seconds"]
            / np.maximum(rows["home_possession_seconds"] + rows["away_possession_seconds"], 1.0)
        ),
    ),
}
"""By name: heading, and the number a match; counts are for ten minutes of the match."""


class Scoreline(Settings):
    """`matches` of every score for a team-win, a role-bound and a frozen home side."""

    matches: int = 400
    minute: Minute = 85  # with five minutes added: ten to play
    leads: tuple[int, ...] = (2, 1, 0, -1, -2)
    rivals: str = ROLE


def cells(settings: Scoreline) -> list[Cell]:
    """Every lead for the three kinds of home side; a frozen side meets a frozen one."""
    made = []
    for lead in settings.leads:
        score = (max(lead, 0), max(-lead, 0))
        told = variant("late-deficit", minute=written(settings.minute), score=score)
        for home in HOMES:
            frozen = home == FROZEN
            fixture = Fixture(told, GOES if frozen else home, settings.rivals, freeze=frozen)
            made.append(Cell({"lead": lead, "home": home}, fixture, settings.matches))
    return made


def find(played: Played, settings: Scoreline) -> Findings:
    """Worth by lead, chances at both ends, and the way of playing."""
    sections = [_worth(played, settings), _chances(played, settings), _play(played, settings), _all(played, settings)]
    return Findings(_answer(played, settings), sections)


def _answer(played: Played, settings: Scoreline) -> str:
    """Where playing for the result pays, in points."""
    found = _gains(played, settings)
    best = max(found, key=lambda lead: found[lead].value)
    clear = [_lead(lead) for lead, gain in found.items() if gain.low > 0]
    where = f"It is clear of zero {' and '.join(clear)}." if clear else "At no score is it clear of zero."
    return (
        f"Playing for the result instead of the role is worth most {_lead(best)}: {shown(found[best], '+.2f')} points "
        f"a match, against a {settings.rivals} side. {where}"
    )


def _gains(played: Played, settings: Scoreline) -> dict[int, Interval]:
    """Points by lead that playing for the result is worth beyond playing the role."""
    return {
        lead: gained(played.of(lead=lead, home=GOES), played.of(lead=lead, home=ROLE), "points")
        for lead in settings.leads
    }


def _lead(lead: int) -> str:
    """A goal difference in words."""
    return "when level" if lead == 0 else f"when {abs(lead)} {'up' if lead > 0 else 'down'}"


def _worth(played: Played, settings: Scoreline) -> Section:
    """Points by lead, for the three sides, and the difference."""
    found = {
        home: {lead: measured(played.of(lead=lead, home=home), "points") for lead in settings.leads} for home in HOMES
    }
    gain = _gains(played, settings)
    chart = Chart(
        "dots",
        f"Points won: {GOES} minus {ROLE}",
        f"A dot with its interval for every goal difference: league points a {GOES} side wins beyond a {ROLE} side.",
        [Series("difference", [_lead(lead).removeprefix("when ") for lead in gain], list(gain.values()))],
        "",
        "points a match, paired difference",
        ".2f",
        mark=0.0,
    )
    columns = (
        Column("lead", "goal difference", "+d"),
        *(Column(home, home, ".2f") for home in HOMES),
        Column("gain", f"{GOES} minus {ROLE}", "+.3f"),
    )
    rows = [(lead, *(found[home][lead] for home in HOMES), gain[lead]) for lead in settings.leads]
    text = (
        f"The home side plays on from minute {settings.minute} against a {settings.rivals} side. “Frozen” is the "
        "same football with stakes that never move, on both sides."
    )
    return Section("What it is worth", text, chart, Table("League points a match", columns, rows))


def _chances(played: Played, settings: Scoreline) -> Section:
    """Expected goals for and against, by lead."""
    leads = sorted(settings.leads)
    series, columns = [], [Column("lead", "goal difference", "+d")]
    for home in (GOES, ROLE):
        for name in ("xg_for", "xg_against"):
            values = [measured(played.of(lead=lead, home=home), name) for lead in leads]
            series.append(Series(f"{home}, {MEASURES[name][0]}", leads, values))
            columns.append(Column(f"{home}_{name}", f"{home}, {MEASURES[name][0]}", ".3f"))
    chart = Chart(
        "lines",
        "Chances by score",
        f"Four lines over the goal difference: expected goals for and against of a {GOES} and a {ROLE} side.",
        series,
        "goal difference at the start",
        "expected goals a match",
        ".2f",
    )
    rows = [(lead, *(each.y[at] for each in series)) for at, lead in enumerate(leads)]
    made = series[0].y
    ends = f"from {shown(made[0], '.2f')} {_lead(leads[0])} to {shown(made[-1], '.2f')} {_lead(leads[-1])}"
    text = (
        f"Expected goals a match of the {GOES} side run {ends}. A {ROLE} side weighs its options alike at every score, "
        "so on the same luck it plays the same match."
    )
    return Section("Chances at both ends", text, chart, Table("Expected goals a match", columns, rows))


def _play(played: Played, settings: Scoreline) -> Section:
    """How the play changes with the score."""
    leads = sorted(settings.leads)
    found = {
        name: [average(count(played.of(lead=lead, home=GOES))) for lead in leads]
        for name, (_, count) in STYLE_OF_PLAY.items()
    }
    shown = ("shots_for", "shots_against", "counters_against", "crosses")
    chart = Chart(
        "lines",
        f"A {GOES} side by score",
        "Shots, shots against, counter-attack shots against and crosses in ten minutes, by goal difference.",
        [Series(STYLE_OF_PLAY[name][0], leads, found[name]) for name in shown],
        "goal difference at the start",
        "in ten minutes",
        ".1f",
    )
    columns = (
        Column("lead", "goal difference", "+d"),
        *(Column(name, STYLE_OF_PLAY[name][0], ".1%" if name == "possession" else ".2f") for name in STYLE_OF_PLAY),
    )
    rows = [(lead, *(found[name][at] for name in STYLE_OF_PLAY)) for at, lead in enumerate(leads)]
    text = f"What a {GOES} side does with the same players at different scores; counts are for ten minutes."
    return Section("How it plays", text, chart, Table(f"A {GOES} side, by goal difference", columns, rows))


def _all(played: Played, settings: Scoreline) -> Section:
    """Everything measured, for who wants to look further."""
    arms: Arms = {
        f"{_lead(lead).removeprefix('when ')}, {home}": played.of(lead=lead, home=home)
        for lead in settings.leads
        for home in HOMES
    }
    table = measures_table("All cells", arms, ("saved", "points", "goals_for", "goals_against"), first="home side")
    return Section("Every cell", "", None, table)


def _rate(rows: Rows, name: str) -> Values:
    """A count for ten minutes of match time."""
    return np.asarray(rows[name] * (TEN / np.maximum(rows["seconds"], 1.0)))


EXPERIMENT = Experiment(
    name="scoreline",
    title="Scoreline",
    question="What does a side that plays for the result do when it is ahead, level or behind, and what is it worth?",
    settings=Scoreline,
    cells=cells,
    find=find,
)
