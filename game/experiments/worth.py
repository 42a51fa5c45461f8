"""worth: what each part of a side adds by playing for the result, beside the mark a silo manager would give it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from game.dilemma import winning
from game.dilemma.contribution import Group, Worth, all_coalitions, by_line, by_slot, contributions, total
from game.dilemma.payoffs import LEAGUE, paid
from game.experiments.benching_men import COLUMNS, Benched, benched_seconds, describe_benched, play_benched
from game.experiments.charts import Chart, Series
from game.experiments.comparing import largest
from game.experiments.experiment import Cell, Experiment, Findings, Played
from game.experiments.outcomes import average
from game.experiments.report import Section
from game.experiments.settings import Settings
from game.experiments.tables import Column, Table, number
from game.fixture import Fixture, arrange
from game.intervals import Interval
from game.results import Rows

BACK_FOUR = (1, 2, 3, 4)  # slots
NAMES = {"GK": "the keeper", "DF": "the defence", "MF": "the midfield", "FW": "the front line"}


class WorthSettings(Settings):
    """Every way of benching some of the `groups` of a side that plays by `mix`; the rest keeps to its jobs."""

    matches: int = 250
    groups: Literal["lines", "back-four"] = "lines"
    mix: str = "team-win"
    scenario: str = "late-deficit"
    rivals: str = "role-bound"


def cells(settings: WorthSettings) -> list[Cell]:
    """A cell for every coalition, nobody first; who is rated is rated when nobody and when everybody has joined."""
    fixture = Fixture(settings.scenario, settings.mix, settings.rivals)
    groups = tuple(groups_of(settings))
    return [
        Cell(
            {"joined": called(joined, groups)},
            Benched(fixture, groups, joined, rated=len(set(joined)) == 1),
            settings.matches,
        )
        for joined in all_coalitions(groups)
    ]


def groups_of(settings: WorthSettings) -> list[Group]:
    """Who joins or stays away together."""
    arm = arrange(Fixture(settings.scenario, settings.mix, settings.rivals))
    return by_line(arm) if settings.groups == "lines" else by_slot(arm, BACK_FOUR)


def called(joined: Sequence[int], groups: Sequence[Group]) -> str:
    """A coalition by its members: DF+FW, or nobody."""
    return "+".join(group.name for group, join in zip(groups, joined, strict=True) if join) or "nobody"


def find(played: Played, settings: WorthSettings) -> Findings:
    """Contributions in points and by chances, and the ratings beside them."""
    groups = groups_of(settings)
    points = np.array([paid(LEAGUE, rows["margin"]) for rows in played.rows])
    chances = np.array([by_chances(rows) for rows in played.rows])
    by_points, by_xg = contributions(points, groups), contributions(chances, groups)
    marks = [_marks(played, group, groups) for group in groups]
    sections = [
        _adds(by_points, by_xg, total(points), total(chances)),
        _beside(by_xg, marks),
        _coalitions(played, points, chances),
    ]
    return Findings(_answer(by_xg, marks, total(points), settings), sections)


def by_chances(rows: Rows) -> NDArray[np.float64]:
    """League points the chances of each match were worth, had xG decided the goals: steadier than points."""
    return np.array(
        [
            winning.value(int(row["start"]), 1.0, LEAGUE, own_rate=row["xg_for"], opponent_rate=row["xg_against"])
            for row in rows
        ]
    )


def _marks(played: Played, group: Group, groups: Sequence[Group]) -> tuple[Interval, Interval, Interval]:
    """The group's mean role rating at its job, playing for the result, and the difference, paired."""
    everybody = called((1,) * len(groups), groups)
    at_job, for_result = (
        np.mean([played.of(joined=each)[f"rating_{slot}"] for slot in group.slots], axis=0)
        for each in ("nobody", everybody)
    )
    return average(at_job), average(for_result), average(for_result - at_job)


def _answer(
    by_xg: Sequence[Worth], marks: Sequence[tuple[Interval, ...]], together: Interval, settings: WorthSettings
) -> str:
    """Who adds most, where these matches tell, and what his manager thinks of it."""
    told = (
        f"Playing {settings.mix} instead of the job description is worth {_signed(together)} points a match to the "
        "side. "
    )
    best, clear = largest({str(place): each.shapley for place, each in enumerate(by_xg)})
    most, mark = by_xg[int(best)], marks[int(best)][2]
    adds = f"{_name(most.group)} ({_signed(most.shapley)} by chances)"
    if not clear:
        return f"{told}Who adds it these matches do not tell; the largest part, {adds}, may be luck."
    said = "falls" if mark.high < 0 else "rises" if mark.low > 0 else "is not seen to move"
    return f"{told}The largest part comes from {adds}, whose role rating {said} ({_signed(mark)})."


def _adds(by_points: Sequence[Worth], by_xg: Sequence[Worth], points: Interval, chances: Interval) -> Section:
    """What every group adds: alone, as the last, and on average over all orders."""
    columns = (
        Column("group", "who"),
        Column("shapley", "adds, points (Shapley)", "+.3f"),
        Column("by_chances", "the same by chances", "+.3f"),
        Column("first_in", "alone, by chances", "+.3f"),
        Column("last_in", "missing if benched, by chances", "+.3f"),
    )
    rows = [
        (_name(one.group), one.shapley, other.shapley, other.first_in, other.last_in)
        for one, other in zip(by_points, by_xg, strict=True)
    ]
    unknown = Interval(math.nan, math.nan, math.nan)
    rows.append(("all together", points, chances, unknown, unknown))
    chart = Chart(
        "dots",
        "Points added by playing for the result",
        "League points a match each part of the side adds on average over all orders of joining, by chances, with a "
        "line at zero.",
        [Series("adds", [_name(each.group) for each in by_xg], [each.shapley for each in by_xg])],
        "",
        "points a match",
        "+.2f",
        mark=0.0,
    )
    text = (
        "Every part of the side was benched to its job description in every combination, on the same luck. The Shapley "
        "value is what somebody adds on average over all orders in which they could join; over all it adds up to what "
        "everybody together is worth above nobody. Alone: he is the only one to play so. Missing: what is lost when he "
        "alone does his job. By chances: points as the expected goals of the match would have had it."
    )
    return Section("Who adds what", text, chart, Table("Points added a match", columns, rows))


def _beside(by_xg: Sequence[Worth], marks: Sequence[tuple[Interval, Interval, Interval]]) -> Section:
    """The silo manager's mark beside the worth."""
    columns = (
        Column("group", "who"),
        Column("at_job", "rating at his job", ".2f"),
        Column("for_result", "rating playing for the result", ".2f"),
        Column("change", "change", "+.2f"),
        Column("worth", "points added, by chances", "+.3f"),
    )
    rows = [(_name(one.group), *mark, one.shapley) for one, mark in zip(by_xg, marks, strict=True)]
    chart = Chart(
        "dots",
        "How the role rating changes",
        "Change of each part's mean role rating when everybody plays for the result, with a line at zero.",
        [Series("rating", [_name(each.group) for each in by_xg], [mark[2] for mark in marks])],
        "",
        "rating, playing for the result minus at the job",
        "+.2f",
        mark=0.0,
    )
    text = (
        "The role rating is what a manager writes down who looks at the job alone: balls won and lost, men in their "
        "places, goals through their zones; 6.7 is the usual mark. Where the rating falls and the side gains, the "
        "rating measures the job and not the goal."
    )
    table = Table("Role rating beside worth", columns, rows)
    return Section("The manager's mark, and what it misses", text, chart, table)


def _coalitions(played: Played, points: NDArray[np.float64], chances: NDArray[np.float64]) -> Section:
    """Every coalition's worth."""
    columns = (
        Column("joined", "who plays for the result"),
        Column("points", "points", ".3f"),
        Column("gain", "above nobody", "+.3f"),
        Column("gain_by_chances", "above nobody, by chances", "+.3f"),
    )
    rows = [
        (cell.keys["joined"], average(points[k]), average(points[k] - points[0]), average(chances[k] - chances[0]))
        for k, cell in enumerate(played.cells)
    ]
    return Section("Every combination", "", None, Table("Points a match by who plays for the result", columns, rows))


def _name(group: str) -> str:
    return NAMES.get(group, group)


def _signed(value: Interval) -> str:
    ends = f" [{number(value.low, '+.3f')}, {number(value.high, '+.3f')}]" if value.low == value.low else ""
    return number(value.value, "+.3f") + ends


EXPERIMENT = Experiment(
    name="worth",
    title="Worth",
    question="Who adds what to a side that plays for the result, and would his manager notice?",
    settings=WorthSettings,
    cells=cells,
    find=find,
    play=play_benched,
    columns=COLUMNS,
    describe=describe_benched,
    seconds=benched_seconds,
)
