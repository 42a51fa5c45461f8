"""push: what going for the equaliser, or holding on, does to the chances at both ends; and one defender alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

import numpy as np
from pydantic import Field

from game.experiments.charts import Chart, Series
from game.experiments.comparing import percentage_points
from game.experiments.experiment import Cell, Experiment, Findings, Played
from game.experiments.outcomes import MEASURES, gained, in_pairs, measured
from game.experiments.report import Section
from game.experiments.resampling import resampled
from game.experiments.settings import Minute, Settings, written
from game.experiments.spells import Spell, describe_spell, play_spell, spell_seconds
from game.experiments.tables import Column, Table, shown
from game.fixture import Fixture
from game.intervals import Interval
from game.results import Rows
from game.teams.scenarios import scenario, variant

GOES, ROLE, FROZEN = "team-win", "role-bound", "blind"
DOWN, UP = "one down", "one up"
RIGHT_BACK, CENTRE_BACK = 1, 2  # slots of the scenario's four-man line
ALONE = {"nobody": (), "right back": (RIGHT_BACK,), "centre-back": (CENTRE_BACK,)}
PAID = ("saved", "by_chances", "points", "xg_for", "xg_against", "goals_for", "goals_against")


class Push(Settings):
    """`matches` spells of every kind of eleven, and `alone` times as many matches with one defender who goes."""

    matches: int = 200
    alone: Annotated[int, Field(ge=0, le=100)] = 10
    minute: Minute = 87  # the whistle is eight minutes away
    seconds: Annotated[float, Field(ge=10, le=3600)] = 480.0
    scenario: str = "late-deficit"


@dataclass(frozen=True)
class Contest:
    """One eleven against another at a score: who the home side is beside a frozen one, and who the rivals are."""

    words: str
    score: str
    home: str
    rivals: str  # of both arms
    base_rivals: str = ""  # of the frozen arm, where they differ


CONTESTS = {
    "chase": Contest("chasing, rivals frozen", DOWN, GOES, FROZEN),
    "chase_both": Contest("chasing, rivals holding on", DOWN, GOES, GOES, FROZEN),
    "role": Contest("role-bound, rivals frozen", DOWN, ROLE, FROZEN),
    "hold": Contest("holding on, rivals frozen", UP, GOES, FROZEN),
    "hold_chased": Contest("holding on, rivals chasing", UP, GOES, GOES),
}
COUNTS = {
    "xg": ("xG for", "home_xg"),
    "xg_against": ("xG against", "away_xg"),
    "shots": ("shots", "home_shots"),
    "shots_against": ("shots against", "away_shots"),
    "counters_against": ("rivals' counter shots", "away_counter_shots"),
    "counters": ("own counter shots", "home_counter_shots"),
    "goals": ("goals for", "home_scored"),
    "goals_against": ("goals against", "away_scored"),
}
WANTED = {
    ("chase", "xg"): (1.15, 1.5),
    ("chase", "xg_against"): (1.3, 2.5),
    ("chase", "counters_against"): (2.0, np.inf),
    ("hold", "shots"): (0.6, 0.85),
    ("hold", "xg_against"): (0.0, 1.3),
}
"""What believable football shows: real score effects (states tables) and the argument in the README of theory."""


def cells(settings: Push) -> list[Cell]:
    """Every eleven and its rivals at both scores, for the spell; then one defender alone, to the whistle."""
    made = {}
    for contest in CONTESTS.values():
        for home, rivals in ((contest.home, contest.rivals), (FROZEN, contest.base_rivals or contest.rivals)):
            score = (0, 1) if contest.score == DOWN else (1, 0)
            told = variant(settings.scenario, minute=written(settings.minute), score=score)
            plan = Spell(Fixture(told, home, rivals), settings.seconds)
            keys = {"score": contest.score, "home": home, "rivals": rivals, "alone": ""}
            made[tuple(keys.values())] = Cell(keys, plan, settings.matches)
    told = scenario(settings.scenario)
    for name, slots in ALONE.items():
        if settings.alone:
            plan = Spell(Fixture(told, ROLE, ROLE, slots=tuple((slot, GOES) for slot in slots)))
            keys = {"score": DOWN, "home": ROLE, "rivals": ROLE, "alone": name}
            made[tuple(keys.values())] = Cell(keys, plan, settings.matches * settings.alone)
    return list(made.values())


def find(played: Played, settings: Push) -> Findings:
    """Ratios for every contest, and paired differences for one man alone."""
    ratios = {name: _ratios(played, contest) for name, contest in CONTESTS.items()}
    sections = [
        _contest_section("An eleven that chases", ratios, ("chase", "chase_both", "role"), played, settings),
        _contest_section("An eleven that leads", ratios, ("hold", "hold_chased"), played, settings),
    ]
    alone = _alone(played) if settings.alone else {}
    if alone:
        sections.append(_alone_section(alone, played))
    return Findings(_answer(ratios, alone), sections)


def _answer(ratios: Mapping[str, Mapping[str, Interval]], alone: Mapping[str, Mapping[str, Interval]]) -> str:
    """What the push brings and costs, in a sentence or two."""
    chase, hold = ratios["chase"], ratios["hold"]
    told = (
        f"One down near the end, an eleven that plays for the result makes {shown(chase['xg'], '.2f')} times the "
        f"chances of one that does not look at the score, and allows {shown(chase['xg_against'], '.2f')} times as "
        f"many; one up, it shoots {shown(hold['shots'], '.2f')} times as often and allows "
        f"{shown(hold['xg_against'], '.2f')} times the chances."
    )
    if not alone:
        return told
    one, other = alone["right back"]["by_chances"], alone["centre-back"]["by_chances"]
    return (
        f"{told} A right back who goes alone changes the chance of avoiding defeat, by the chances made, by "
        f"{percentage_points(one)}; a centre-back by {percentage_points(other)}."
    )


def _arms(played: Played, contest: Contest) -> tuple[Rows, Rows]:
    """The rows of the eleven in question, and of the frozen one."""
    keys = {"score": contest.score, "alone": ""}
    base = contest.base_rivals or contest.rivals
    return (
        played.of(home=contest.home, rivals=contest.rivals, **keys),
        played.of(home=FROZEN, rivals=base, **keys),
    )


def _ratios(played: Played, contest: Contest) -> dict[str, Interval]:
    """Every count of the eleven over that of the frozen one, spells drawn anew in pairs."""
    goes, stays = _arms(played, contest)
    both = {name: np.stack([goes[field], stays[field]], axis=1) for name, (_, field) in COUNTS.items()}
    return {name: resampled(values, lambda sums: sums[:, 0] / sums[:, 1]) for name, values in both.items()}


def _contest_section(
    heading: str,
    ratios: Mapping[str, Mapping[str, Interval]],
    names: Sequence[str],
    played: Played,
    settings: Push,
) -> Section:
    """Ratios of some contests."""
    shown_counts = ("xg", "xg_against", "shots", "shots_against", "counters_against")
    words = [COUNTS[count][0] for count in shown_counts]
    chart = Chart(
        "dots",
        f"{heading}: times a frozen one",
        "A row for each count at both ends, with a dot and its interval for each contest, and a line at 1.",
        [Series(CONTESTS[name].words, words, [ratios[name][count] for count in shown_counts]) for name in names],
        "",
        "ratio",
        ".1f",
        mark=1.0,
    )
    columns = (
        Column("contest", "contest"),
        Column("count", "count"),
        Column("frozen", "frozen, a spell", ".4f"),
        Column("found", "this eleven, a spell", ".4f"),
        Column("ratio", "ratio", ".2f"),
        Column("low", "wanted from", ".2f"),
        Column("high", "wanted to", ".2f"),
    )
    rows = []
    for name in names:
        goes, stays = _arms(played, CONTESTS[name])
        for count, (label, field) in COUNTS.items():
            means = (float(stays[field].mean()), float(goes[field].mean()))
            wanted = WANTED.get((name, count), (None, None))
            rows.append((CONTESTS[name].words, label, *means, ratios[name][count], *wanted))
    text = (
        f"{settings.seconds / 60:g} minutes from minute {written(settings.minute)}, home side "
        f"{CONTESTS[names[0]].score}, on the same luck spell by spell. Frozen ({FROZEN}) is the same football with "
        "stakes that never move. Where the rivals hold on or chase, they play for the result too."
    )
    return Section(heading, text, chart, Table(f"{heading}, beside a frozen one", columns, rows))


def _alone(played: Played) -> dict[str, dict[str, Interval]]:
    """One man who goes, less nobody, in every measure; and the right back less the centre-back."""
    rows = {name: played.of(alone=name) for name in ALONE}
    found = {
        name: {measure: gained(rows[name], rows["nobody"], measure) for measure in PAID}
        for name in ("right back", "centre-back")
    }
    one, other = rows["right back"], rows["centre-back"]
    found["right back less centre-back"] = {
        measure: in_pairs(MEASURES[measure][2](one), MEASURES[measure][2](other)) for measure in PAID
    }
    return found


def _alone_section(alone: Mapping[str, Mapping[str, Interval]], played: Played) -> Section:
    """One defender alone: what he brings and costs."""
    names = ("xg_for", "xg_against")
    words = [MEASURES[name][0] for name in names]
    chart = Chart(
        "dots",
        "One defender who goes alone",
        "Two rows, expected goals for and against, with a dot and its interval for the right back, the centre-back and "
        "the difference between them; a line at zero.",
        [Series(name, words, [found[measure] for measure in names]) for name, found in alone.items()],
        "",
        "difference a match",
        ".3f",
        mark=0.0,
    )
    columns = (
        Column("who", "who goes"),
        Column("matches", "matches", ",d"),
        *(Column(measure, MEASURES[measure][0], "+" + MEASURES[measure][1].replace(".3f", ".4f")) for measure in PAID),
    )
    count = len(played.of(alone="nobody"))
    rows = [(name, count, *(found[measure] for measure in PAID)) for name, found in alone.items()]
    nobody = played.of(alone="nobody")
    base = ", ".join(f"{MEASURES[name][0]} {shown(measured(nobody, name), MEASURES[name][1])}" for name in PAID[:5])
    text = (
        f"Ten {ROLE} mates, one defender who plays for the result, {ROLE} rivals, from 0–1 to the whistle; "
        f"differences match by match from an eleven in which nobody goes ({base})."
    )
    return Section("One defender alone", text, chart, Table("One man who goes, less nobody", columns, rows))


EXPERIMENT = Experiment(
    name="push",
    title="Push",
    question="What does going for the equaliser, or holding on for the whistle, do to the chances at both ends?",
    settings=Push,
    cells=cells,
    find=find,
    play=play_spell,
    describe=describe_spell,
    seconds=spell_seconds,
)
