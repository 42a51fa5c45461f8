"""dose: how many of the eleven must play for the result, and which ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import numpy as np
from pydantic import Field

from game.experiments.charts import Chart, Series
from game.experiments.comparing import gains, gains_table, largest, percentage_points
from game.experiments.experiment import Cell, Experiment, Findings, Played
from game.experiments.outcomes import MEASURES, gained, measured
from game.experiments.report import Section
from game.experiments.settings import Settings
from game.experiments.tables import Column, Table, number
from game.fixture import Fixture
from game.intervals import Interval
from game.results import Rows
from game.state import SIDE
from game.teams.scenarios import Scenario, scenario

BASE, DOSE = "role-bound", "team-win"
FRONT, BACK, RANDOM, SINGLE = "from the front", "from the back", "in random order", "single"
NAMES = ("saved", "by_chances", "xg_for", "xg_against")


class Dose(Settings):
    """`matches` of every dose in every order; random orders take turns."""

    matches: int = 150
    scenario: str = "late-deficit"
    rivals: str = BASE
    orders: Annotated[int, Field(ge=1, le=1000)] = 6  # random orders
    order_seed: Annotated[int, Field(ge=0)] = 1


def cells(settings: Dose) -> list[Cell]:
    """None and all, 1 to 10 in three kinds of order, and every man alone."""
    told = scenario(settings.scenario)
    made = [_cell(settings, told, "nobody", [()]), _cell(settings, told, "everybody", [tuple(range(SIDE))])]
    for name, orders in _orders(told, settings).items():
        made += [_cell(settings, told, name, [tuple(order[:dose]) for order in orders]) for dose in range(1, SIDE)]
    made += [_cell(settings, told, SINGLE, [(slot,)], slot=slot) for slot in range(SIDE)]
    return made


def _cell(settings: Dose, told: Scenario, order: str, chosen: Sequence[tuple[int, ...]], slot: int = -1) -> Cell:
    """The cell in which the `chosen` slots, in turn, play for the result."""
    fixtures = [
        Fixture(told, BASE, settings.rivals, slots=tuple((slot, DOSE) for slot in sorted(each))) for each in chosen
    ]
    plan = fixtures[0] if len(fixtures) == 1 else tuple(fixtures)
    return Cell({"order": order, "dose": len(chosen[0]), "slot": slot}, plan, settings.matches)


def _orders(told: Scenario, settings: Dose) -> dict[str, list[list[int]]]:
    """Orders in which players are won over: by depth both ways, and at random."""
    depths = [slot.depth for slot in told.home.sheet().formation.slots]
    back = sorted(range(SIDE), key=lambda slot: depths[slot])
    chance = np.random.default_rng(settings.order_seed)
    drawn = [[int(slot) for slot in chance.permutation(SIDE)] for _ in range(settings.orders)]
    return {FRONT: [back[::-1]], BACK: [back], RANDOM: drawn}


def find(played: Played, settings: Dose) -> Findings:
    """A curve for every kind of order, and a row for every man."""
    singles, curve = _singles(played, settings), _curve(played, "by_chances")
    results = _curve(played, "saved")
    return Findings(
        _answer(played),
        [
            _section(curve, "by_chances", "What each further player adds"),
            _alone(singles),
            _section(results, "saved", "The same in results, which luck blurs more"),
        ],
    )


def _series(played: Played, order: str) -> list[Rows]:
    """Rows by dose 0 to 11."""
    middle = [played.of(order=order, dose=dose) for dose in range(1, SIDE)]
    return [played.of(order="nobody"), *middle, played.of(order="everybody")]


def _curve(played: Played, name: str) -> dict[str, list[Interval]]:
    """Difference from nobody by dose, for every kind of order."""
    found = {}
    for order in (FRONT, BACK, RANDOM):
        rows = _series(played, order)
        found[order] = [gained(each, rows[0], name) for each in rows[1:]]
    return found


def _section(curve: dict[str, list[Interval]], name: str, heading: str) -> Section:
    """The dose curve in one measure."""
    doses = list(range(1, SIDE + 1))
    words, style, _ = MEASURES[name]
    chart = Chart(
        "lines",
        "Gain by how many play for the result",
        f"Three curves over 1 to 11 players who play for the result, {words}; all end at "
        f"{number(curve[FRONT][-1].value, style)}.",
        [Series(order, doses, values) for order, values in curve.items()],
        "players who play for the result",
        f"gain, {words}",
        style,
        mark=0.0,
    )
    columns = (Column("dose", "players", "d"), *(Column(order, order, f"+{style}") for order in curve))
    rows = [(dose, *(values[dose - 1] for values in curve.values())) for dose in doses]
    text = (
        f"Everyone else in the eleven is {BASE}. Each point is the paired difference from an eleven in which nobody "
        f"plays for the result: {words}."
    )
    return Section(heading, text, chart, Table(f"Gain over a {BASE} eleven, {words}", columns, rows))


def _singles(played: Played, settings: Dose) -> dict[str, Rows]:
    """Rows with one man alone, by post; a post that comes twice is numbered. The base first."""
    posts = [post.name for post in scenario(settings.scenario).home.sheet().formation.posts]
    named = [
        post if posts.count(post) == 1 else f"{post} {posts[:at].count(post) + 1}" for at, post in enumerate(posts)
    ]
    rows = {name: played.of(order=SINGLE, slot=slot) for slot, name in enumerate(named)}
    return {"nobody": played.of(order="nobody"), **rows}


def _alone(singles: dict[str, Rows]) -> Section:
    """What each man changes when he is the only one."""
    found = gains(singles, "nobody", "by_chances")
    chart = Chart(
        "dots",
        "One man alone",
        "A dot with its interval for each of the eleven posts: gain in the chance to avoid defeat when only he plays "
        "for the result.",
        [Series(f"only he is {DOSE}", list(found), list(found.values()))],
        "",
        "gain, defeat avoided by chances",
        ".1%",
        mark=0.0,
    )
    best, clear = largest(found)
    said = "clear of zero, even as the largest of" if clear else "which the largest may well be by luck alone, of"
    text = (
        f"Only this one player plays for the result, ten mates keep to their roles. The largest single gain is the "
        f"{best}'s, {percentage_points(found[best])}, {said} {len(found)}."
    )
    table = gains_table(f"One {DOSE} player in a {BASE} eleven", singles, "nobody", NAMES, first="post")
    return Section("Which one man?", text, chart, table)


def _answer(played: Played) -> str:
    """What all are worth, and the front and the back half of them."""
    nobody, everybody = played.of(order="nobody"), played.of(order="everybody")
    gain = gained(everybody, nobody, "by_chances")
    base = measured(nobody, "by_chances")
    front, back = (gained(played.of(order=order, dose=6), nobody, "by_chances") for order in (FRONT, BACK))
    return (
        f"From a {number(base.value, '.1%')} chance to avoid defeat with nobody, all eleven together gain "
        f"{percentage_points(gain)}, the six furthest forward alone {percentage_points(front)}, the six furthest back "
        f"alone {percentage_points(back)}."
    )


EXPERIMENT = Experiment(
    name="dose",
    title="Dose",
    question="How many of the eleven must play for the result, and which ones?",
    settings=Dose,
    cells=cells,
    find=find,
)
