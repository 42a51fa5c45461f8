"""timing: when one defender, the back four, or everybody should go; measured, and as the theory says."""

from __future__ import annotations

import numpy as np

from game.dilemma.rates import rate
from game.experiments.charts import Chart, Series
from game.experiments.comparing import largest
from game.experiments.experiment import Cell, Experiment, Findings, Played
from game.experiments.going import COLUMNS, WAYS, Going, describe_going, going_seconds, play_going
from game.experiments.going_curve import Curve, curve_of
from game.experiments.going_rates import Rates, goals_a_chance, rates_of
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
    worth = goals_a_chance(played)
    rates = {who: rates_of(list(_by_minute(played, who, settings).values()), base, worth=worth) for who in settings.who}
    stay = rates_of([base], base, phase="stay", worth=worth)
    curves = {
        who: curve_of(base, _by_minute(played, who, settings), deficit=settings.deficit, worth=worth)
        for who in settings.who
    }
    sections = [_when(curves, settings), _rates(stay, rates)]
    sections += [_curve(curves[who], who) for who in settings.who]
    sections += [_apart(curves), _steady(played, settings, worth)]
    return Findings(_answer(curves), sections)


def _by_minute(played: Played, who: str, settings: Timing) -> dict[int, Rows]:
    return {minute: played.of(who=who, minute=minute) for minute in settings.minutes}


def _answer(curves: dict[str, Curve]) -> str:
    """One sentence for each of those who might go."""
    return " ".join(f"{SAID.get(who, who).capitalize()}: {_best(each)}." for who, each in curves.items())


def _best(curve: Curve) -> str:
    """The best minute tried, if it is clear of never going although picked for being the best; and the theory's."""
    minute, clear = largest({str(minute): gain for minute, gain in zip(curve.minutes, curve.measured, strict=True)})
    told = f"{_signed(curve.measured[curve.best])} points a match"
    found = f"best from minute {minute} of those tried, {told}"
    if not clear:
        found = f"no minute tried is clearly better than never (the best, {minute}: {told})"
    return f"{found}; the theory with these rates says {_from(curve)}"


def _signed(value: Interval) -> str:
    ends = f" [{number(value.low, '+.3f')}, {number(value.high, '+.3f')}]" if value.low == value.low else ""
    return number(value.value, "+.3f") + ends


def _from(curve: Curve) -> str:
    """When the theory goes, in words."""
    if np.isnan(curve.right_from):
        return "never"
    return "at once" if curve.right_from <= min(curve.minutes) else f"from minute {number(curve.right_from, '.1f')}"


def _when(curves: dict[str, Curve], settings: Timing) -> Section:
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


def _curve(curve: Curve, who: str) -> Section:
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
    rows = list(zip(curve.minutes, curve.measured, curve.predicted, curve.apart, strict=True))
    table = Table(f"Points above never going, {name}", columns, rows)
    return Section(f"What it is worth: {name}", "Match by match on the same luck.", chart, table)


def _apart(curves: dict[str, Curve]) -> Section:
    """Where the theory's curve leaves the measured one, its own uncertainty counted, and what the theory leaves out."""
    clear = [
        f"{SAID.get(who, who)} at minute {minute} ({number(apart.value, '+.3f')})"
        for who, each in curves.items()
        for minute, apart in zip(each.minutes, each.apart, strict=True)
        if apart.excludes(0.0)
    ]
    tried = sum(len(each.minutes) for each in curves.values())
    told = f"at {len(clear)} of {tried} moments tried" + (f": {'; '.join(clear)}" if clear else "")
    text = [
        f"Measured and theory are apart by more than chance {told}. The theory's rates come from the same matches; "
        "their uncertainty is in the intervals of the difference. One difference in twenty would look clear by chance "
        "alone, and those of one curve share their matches.",
        "The theory knows one pair of rates for staying and one for going, whatever the minute. The next table shows "
        "how far that holds. What it cannot know and this experiment does not tell apart: the seconds in which a "
        "push begins and ends, the kick-off after a goal, and a rival who is tired or plays by the score.",
    ]
    return Section("Where theory and match part", text)


def _steady(played: Played, settings: Timing, worth: float) -> Section:
    """The rates of going by minute of going: constant, if the theory were all."""
    columns = (
        Column("who", "who goes"),
        Column("minute", "from minute", "d"),
        Column("minutes", "minutes going", ",.0f"),
        Column("own", "for, by chances", ".4f"),
        Column("opponent", "against, by chances", ".4f"),
    )
    rows = []
    for who in settings.who:
        for minute, cell in _by_minute(played, who, settings).items():
            ends = (rate(worth * cell[f"go_xg_{end}"], cell["go_minutes"]) for end in ("for", "against"))
            rows.append((SAID.get(who, who), minute, float(cell["go_minutes"].sum()), *ends))
    text = (
        "Goals a minute the chances were worth while going, by the minute of going. A later start counts only the "
        "later minutes; where these rates rise or fall from row to row, no single pair fits every minute."
    )
    return Section("Do the rates hold still?", text, None, Table("Rates of going by minute", columns, rows))


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
