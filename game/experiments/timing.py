"""timing: when one defender, the back four, or everybody should go; measured, and as the theory says."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.dilemma import timing as theory
from game.dilemma.payoffs import LEAGUE, paid
from game.dilemma.score_process import Mode
from game.experiments.charts import Chart, Series
from game.experiments.experiment import Cell, Experiment, Findings, Played
from game.experiments.going import COLUMNS, WAYS, Going, describe_going, going_seconds, play_going
from game.experiments.going_rates import Rates, goals_a_chance, rates_of
from game.experiments.outcomes import average
from game.experiments.report import Section
from game.experiments.settings import Minute, Settings
from game.experiments.tables import Column, Table, number
from game.fixture import Fixture
from game.intervals import Interval
from game.policies.names import unknown
from game.results import Rows
from game.teams.scenarios import variant

NOBODY = "nobody"
NEVER = 0  # the minute of the cell in which nobody ever goes
HARDLY = 1e-5  # goals a minute: one in a thousand matches
SAID = {"full-back": "the right back alone", "back-four": "the back four", "everybody": "all ten outfield players"}


class Timing(Settings):
    """Matches begin at the first of `minutes`, `deficit` down; `who` are names of going.WAYS."""

    matches: int = 200
    minutes: tuple[Minute, ...] = (75, 80, 85, 88, 91)
    who: tuple[str, ...] = ("full-back", "back-four", "everybody")
    deficit: int = 1
    scenario: str = "late-deficit"
    rivals: str = WAYS[NOBODY]  # the mix of the side that leads


def cells(settings: Timing) -> list[Cell]:
    """Nobody going, and everyone of `who` from every minute while behind."""
    start = fixture(settings)
    found = [Cell({"who": NOBODY, "minute": NEVER}, Going(start, WAYS[NOBODY], 999), settings.matches)]
    for who in settings.who:
        if who not in WAYS or who == NOBODY:
            raise unknown("way of going", who, [name for name in WAYS if name != NOBODY])
        found += [
            Cell({"who": who, "minute": minute}, Going(start, WAYS[who], minute), settings.matches)
            for minute in settings.minutes
        ]
    return found


def fixture(settings: Timing) -> Fixture:
    """The matches as they begin: everybody at his job, `deficit` down, at the first of the minutes."""
    first = min(settings.minutes)
    minute = f"{first}" if first < 90 else f"90+{first - 90}"
    start = variant(settings.scenario, minute=minute, score=(0, settings.deficit))
    return Fixture(start, WAYS[NOBODY], settings.rivals)


def find(played: Played, settings: Timing) -> Findings:
    """The rates, the best moment for each, the curves, and where theory and match part."""
    base = played.of(who=NOBODY, minute=NEVER)
    length = float(base["minutes"].mean())
    worth = goals_a_chance(played)
    rates = {who: rates_of(_all_of(played, who, settings), base, worth=worth) for who in settings.who}
    stay = rates_of([base], base, phase="stay", worth=worth)
    curves = {who: _Curve.of(played, settings, who, stay, rates[who], length) for who in settings.who}
    sections = [_when(curves, settings), _rates(stay, rates)]
    sections += [_curve(curves[who], who) for who in settings.who]
    sections.append(_apart(curves, length))
    return Findings(_answer(curves), sections)


def _all_of(played: Played, who: str, settings: Timing) -> list[Rows]:
    return [played.of(who=who, minute=minute) for minute in settings.minutes]


@dataclass(frozen=True)
class _Curve:
    """Points above never going, by minute of going; measured and as the theory has it with the measured rates."""

    minutes: tuple[int, ...]
    measured: list[Interval]
    predicted: list[float]
    right_from: float  # minute from which the theory goes; nan never
    whistle: float  # minute, on average

    @classmethod
    def of(cls, played: Played, settings: Timing, who: str, stay: Rates, push: Rates, length: float) -> _Curve:
        """The curve of one of `who`."""
        base = _points(played.of(who=NOBODY, minute=NEVER))
        measured = [average(_points(played.of(who=who, minute=each)) - base) for each in settings.minutes]
        whistle = min(settings.minutes) + length
        process = _process(stay, push)
        left = [max(0.0, whistle - minute) for minute in settings.minutes]
        values = theory.value_of_going_at(
            [*left, 0.0], **process, payoff=LEAGUE, minutes_left=length, deficit=settings.deficit
        )
        stays, goes = (Mode(each.own_by_chances, each.opponent_by_chances) for each in (stay, push))
        solved = theory.solve_modes(stays, goes, LEAGUE, minutes_left=length, deficit=settings.deficit)
        right_from = max(0.0, whistle - solved.push_at) if solved.push_at > 0 else float("nan")
        return cls(settings.minutes, measured, [float(each - values[-1]) for each in values[:-1]], right_from, whistle)

    @property
    def best(self) -> int:
        """Place of the minute that was worth most."""
        return int(np.argmax([each.value for each in self.measured]))


def _process(stay: Rates, push: Rates) -> dict[str, float]:
    """What the theory wants to know; a rate of 0 staying has no factor, so it counts as hardly anything."""
    own, opponent = (max(each, HARDLY) for each in (stay.own_by_chances, stay.opponent_by_chances))
    return {
        "own_rate": own,
        "opponent_rate": opponent,
        "own_factor": push.own_by_chances / own,
        "opponent_factor": push.opponent_by_chances / opponent,
    }


def _points(rows: Rows) -> NDArray[np.float64]:
    return paid(LEAGUE, rows["margin"])


def _answer(curves: dict[str, _Curve]) -> str:
    """One sentence for each of those who might go."""
    return " ".join(
        f"{SAID.get(who, who).capitalize()}: best from minute {each.minutes[each.best]} of those tried, "
        f"{_signed(each.measured[each.best])} points a match; the theory with these rates says {_from(each)}."
        for who, each in curves.items()
    )


def _signed(value: Interval) -> str:
    ends = f" [{number(value.low, '+.3f')}, {number(value.high, '+.3f')}]" if value.low == value.low else ""
    return number(value.value, "+.3f") + ends


def _from(curve: _Curve) -> str:
    """When the theory goes, in words."""
    if np.isnan(curve.right_from):
        return "never"
    return "at once" if curve.right_from <= min(curve.minutes) else f"from minute {number(curve.right_from, '.1f')}"


def _when(curves: dict[str, _Curve], settings: Timing) -> Section:
    """The best moment for each, measured and predicted."""
    columns = (
        Column("who", "who goes"),
        Column("best_minute", "best minute tried", "d"),
        Column("gain", "points above never going", "+.3f"),
        Column("theory", "the theory says"),
        Column("theory_gain", "points, theory", "+.3f"),
    )
    rows = [
        (SAID.get(who, who), each.minutes[each.best], each.measured[each.best], _from(each), max(each.predicted))
        for who, each in curves.items()
    ]
    text = (
        f"{settings.deficit} down from minute {min(settings.minutes)}. Those named go, while their side is behind, "
        "from the minute on, and are back at their jobs when it is level. The rest stay throughout. The best of "
        "several measured values is flattered by luck; judge by the curves below."
    )
    return Section("When to go", text, None, Table("The best moment to go", columns, rows))


def _rates(stay: Rates, rates: dict[str, Rates]) -> Section:
    """Goal rates staying and going, and the factors they imply."""
    columns = (
        Column("who", "who goes"),
        Column("minutes", "minutes", ",.0f"),
        Column("own", "goals a minute for", ".4f"),
        Column("opponent", "goals a minute against", ".4f"),
        Column("own_factor", "factor for (a)", ".2f"),
        Column("opponent_factor", "factor against (b)", ".2f"),
        Column("own_by_chances", "for, by chances", ".4f"),
        Column("opponent_by_chances", "against, by chances", ".4f"),
    )
    rows = [
        (name, *(getattr(each, column.name) for column in columns[1:]))
        for name, each in [(NOBODY, stay), *((SAID.get(who, who), found) for who, found in rates.items())]
    ]
    chart = Chart(
        "dots",
        "What going does to both ends",
        "Factors on the goal rates for and against, for each of those who might go, with a line at one.",
        [
            Series("goals for", list(rates), [each.own_factor for each in rates.values()]),
            Series("goals against", list(rates), [each.opponent_factor for each in rates.values()]),
        ],
        "",
        "times the rate of staying",
        ".1f",
        mark=1.0,
    )
    text = (
        "Goals a minute of match time while going, beside staying. By chances: expected goals, times the goals that "
        "one of them was worth over all that was played; the theory is fed with these, because goals are few."
    )
    return Section("Rates", text, chart, Table("Goal rates, staying and going", columns, rows))


def _curve(curve: _Curve, who: str) -> Section:
    """What going at each minute is worth to one of those who might go."""
    name = SAID.get(who, who)
    best = curve.measured[curve.best]
    chart = Chart(
        "lines",
        f"Going, {name}",
        f"Points gained over never going by minute of going; best measured {number(best.value, '+.3f')} at minute "
        f"{curve.minutes[curve.best]}; the dashed line is the theory.",
        [
            Series("measured", curve.minutes, curve.measured),
            Series("theory", curve.minutes, curve.predicted, theory=True),
        ],
        "minute of going",
        "points above never going",
        ".2f",
        mark=0.0,
    )
    columns = (
        Column("minute", "minute", "d"),
        Column("gain", "measured", "+.3f"),
        Column("theory", "theory", "+.3f"),
        Column("apart", "measured − theory", "+.3f"),
    )
    rows = [
        (minute, gain, expected, gain.value - expected)
        for minute, gain, expected in zip(curve.minutes, curve.measured, curve.predicted, strict=True)
    ]
    table = Table(f"Points above never going, {name}", columns, rows)
    return Section(f"What it is worth: {name}", "Match by match on the same luck.", chart, table)


def _apart(curves: dict[str, _Curve], length: float) -> Section:
    """Where the theory's curve leaves the measured intervals, and what the theory leaves out."""
    outside = [
        f"{SAID.get(who, who)} at minute {minute}"
        for who, each in curves.items()
        for minute, found, expected in zip(each.minutes, each.measured, each.predicted, strict=True)
        if found.excludes(expected)
    ]
    tried = sum(len(each.minutes) for each in curves.values())
    inside = f"at {tried - len(outside)} of {tried} moments tried" + (
        f" (not: {'; '.join(outside)})" if outside else ""
    )
    text = [
        f"The theory's value lies within the measured 95 % interval {inside}; one in twenty would lie outside by "
        "chance alone.",
        "The theory knows two constant rates. The match knows more: a push needs some seconds to become one and leaves "
        f"men far from their posts when it ends; legs tire over the {number(length, '.0f')} minutes; after a goal "
        "there is a kick-off and half a minute without danger; and a leading side breaks more often late on. The "
        "first three make a very late or short push worth a little less than its rates promise.",
    ]
    return Section("Where theory and match part", text)


EXPERIMENT = Experiment(
    name="timing",
    title="Timing",
    question="One goal down: at what minute should one defender go, or the back four, or everybody?",
    settings=Timing,
    cells=cells,
    find=find,
    play=play_going,
    columns=COLUMNS,
    describe=describe_going,
    seconds=going_seconds,
)
