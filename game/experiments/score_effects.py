"""score-effects: how the score changes the play over whole matches, beside what it does in real football."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.census.take import HOME_ADVANTAGE, LAW_YEAR
from game.experiments import reality
from game.experiments.charts import Chart, Series
from game.experiments.experiment import Cell, Experiment, Findings, Played
from game.experiments.report import Section
from game.experiments.resampling import Sums, resampled
from game.experiments.score_draws import scores_section
from game.experiments.settings import Minute, Settings, written
from game.experiments.states import BANDS, COLUMNS, COUNTED, DIFFS, LAST, MIDDLES, Counts, counts_of, play_states
from game.experiments.tables import Column, Table, number, shown
from game.fixture import Fixture
from game.intervals import Interval
from game.teams.scenarios import variant

GOES, ROLE, FROZEN = "team-win", "role-bound", "frozen"
SIDES = (GOES, ROLE, FROZEN)
REAL = "real"
DOWN, LEVEL_, UP = -1, 0, 1
STATE_WORDS = {-2: "two or more down", -1: "one down", 0: "level", 1: "one up", 2: "two or more up"}
MINUTES = 5400.0  # s that rates are for
NO_REAL = float("nan")


class ScoreEffects(Settings):
    """`matches` whole matches for each kind of side: team-win, role-bound, and team-win with stakes frozen even.

    The visitors err more, as in the census (see its home advantage), or draws would have nothing to be compared with.
    """

    matches: int = 150
    minute: Minute = 0  # to begin at, 0–0
    home_advantage: float = HOME_ADVANTAGE
    law_year: str = LAW_YEAR  # of the real figures


@dataclass(frozen=True)
class Measure:
    """Something a side does in a state: the sum `over` per the sum `per`, times `scale`."""

    heading: str
    over: str
    per: str
    scale: float
    style: str
    unit: str
    real: Callable[[reality.RealState], float]


MEASURES: Mapping[str, Measure] = {
    "shots": Measure("Shots", "shots", "seconds", MINUTES, ".1f", "shots in 90 minutes", lambda real: real.shots),
    "conversion": Measure(
        "Conversion", "open_goals", "open_shots", 1.0, ".1%", "goals a shot, no penalties", lambda real: real.conversion
    ),
    "goals": Measure("Goals", "goals", "seconds", MINUTES, ".2f", "goals in 90 minutes", lambda real: real.goals),
    "counters": Measure(
        "Counter-attacks", "counters", "shots", 1.0, ".1%", "share of shots on the counter", lambda real: real.counters
    ),
    "crosses": Measure(
        "Crosses", "crosses", "seconds", MINUTES, ".1f", "crosses in 90 minutes", lambda real: real.crosses
    ),
    "height": Measure(
        "Height of defensive actions",
        "defending_metres",
        "defending",
        1.0,
        ".1f",
        "m from the own goal line",
        lambda real: real.height,
    ),
    "line": Measure(
        "Height of the last line", "line_metres", "line_looks", 1.0, ".1f", "m, rivals on the ball", lambda _: NO_REAL
    ),
    "depth": Measure(
        "Where the rivals have the ball",
        "ball_metres",
        "line_looks",
        1.0,
        ".1f",
        "m from the own goal line",
        lambda _: NO_REAL,
    ),
}
"""By name, in the order of the report."""


@dataclass(frozen=True)
class Effect:
    """A comparison of two states in the last ten minutes: a ratio, or a difference in metres."""

    words: str
    measure: str
    of: int
    against: int
    wanted: tuple[float, float] | None  # what play for the result should show
    difference: bool = False


EFFECTS = {
    "shots_down": Effect("shots, down : level", "shots", DOWN, LEVEL_, (1.1, 1.5)),
    "shots_up": Effect("shots, up : level", "shots", UP, LEVEL_, None),
    "conversion": Effect("conversion, down : up", "conversion", DOWN, UP, (0.0, 1.0)),
    "counters": Effect("counter share, up : level", "counters", UP, LEVEL_, (1.5, np.inf)),
    "counters_down": Effect("counter share, up : down", "counters", UP, DOWN, (1.5, np.inf)),
    "crosses": Effect("crosses, down : level", "crosses", DOWN, LEVEL_, None),
    "height": Effect("defending height, down − level, m", "height", DOWN, LEVEL_, (3.0, 10.0), True),
    "height_up": Effect("defending height, down − up, m", "height", DOWN, UP, (3.0, 10.0), True),
    "line": Effect("last line, down − up, m", "line", DOWN, UP, None, True),
}
DRAWN = ("shots_down", "shots_up", "conversion", "counters", "crosses")
"""Ratios of one size, for one figure."""


def cells(settings: ScoreEffects) -> list[Cell]:
    """A cell for each kind of side, both sides of a match alike."""
    told = variant("full-match", minute=written(settings.minute))
    made = []
    for home in SIDES:
        mix = GOES if home == FROZEN else home
        fixture = Fixture(
            told,
            mix,
            mix,
            law_year=settings.law_year,
            home_advantage=settings.home_advantage,
            freeze=home == FROZEN,
        )
        made.append(Cell({"sides": home}, fixture, settings.matches))
    return made


def find(played: Played, settings: ScoreEffects) -> Findings:
    """The last ten minutes, every measure by time and score, and the final scores."""
    counts = {side: counts_of(played.of(sides=side)) for side in SIDES}
    effects = {side: {name: effect_of(counts[side], effect) for name, effect in EFFECTS.items()} for side in SIDES}
    sections = [
        _last_ten(effects),
        _last_ten_states(counts),
        *(_by_time(counts, name) for name in MEASURES),
        scores_section({side: played.of(sides=side) for side in SIDES}),
    ]
    return Findings(_answer(effects), sections)


def _answer(effects: Mapping[str, Mapping[str, Interval]]) -> str:
    """Two sentences."""
    goes, role = effects[GOES], effects[ROLE]
    return (
        f"In the last ten minutes a {GOES} side that is one down shoots {shown(goes['shots_down'], '.2f')} times as "
        f"often as at level scores (real {number(_real(EFFECTS['shots_down']), '.2f')}) and defends "
        f"{shown(goes['height'], '+.1f')} m further up (real {number(_real(EFFECTS['height']), '+.1f')}); a {ROLE} "
        f"side {shown(role['shots_down'], '.2f')} times and {shown(role['height'], '+.1f')} m."
    )


def in_state(counts: Counts, name: str, bands: Sequence[int], diff: int) -> Interval:
    """A measure in some bands of time at a goal difference, over all matches of `counts`."""
    chosen = counts[:, list(bands), DIFFS.index(diff), :].sum(axis=1)
    return resampled(chosen, lambda sums: _figure(sums, MEASURES[name]))


def effect_of(counts: Counts, effect: Effect) -> Interval:
    """The effect in the last ten minutes, its interval over matches."""
    measure = MEASURES[effect.measure]
    states = [DIFFS.index(effect.of), DIFFS.index(effect.against)]

    def compared(sums: Sums) -> Sums:
        one, other = (_figure(sums[:, place], measure) for place in (0, 1))
        return one - other if effect.difference else one / other

    return resampled(counts[:, LAST, states, :], compared)


def _figure(sums: Sums, measure: Measure) -> Sums:
    """A measure out of sums of COUNTED, along the last axis."""
    over, per = sums[..., COUNTED.index(measure.over)], sums[..., COUNTED.index(measure.per)]
    return measure.scale * over / per


def _real(effect: Effect) -> float:
    """The same effect in real football; nan where no table has it."""
    if effect.measure == "line":
        return reality.line_moved()
    read = MEASURES[effect.measure].real
    one, other = read(reality.last_ten(effect.of)), read(reality.last_ten(effect.against))
    return one - other if effect.difference else one / other


def _last_ten(effects: Mapping[str, Mapping[str, Interval]]) -> Section:
    """Every effect: wanted, real, and for the three kinds of side."""
    words = [EFFECTS[name].words for name in DRAWN]
    drawn = [Series(side, words, [effects[side][name] for name in DRAWN]) for side in SIDES]
    real = Series(REAL, words, [_real(EFFECTS[name]) for name in DRAWN])
    chart = Chart(
        "dots",
        "The last ten minutes",
        f"A row for each ratio, a dot for {GOES}, {ROLE} and {FROZEN} sides and for real football; a line at 1.",
        [*drawn, real],
        "",
        "ratio",
        ".1f",
        mark=1.0,
    )
    columns = (
        Column("effect", "last ten minutes"),
        Column("real", REAL, ".2f"),
        Column("low", "wanted from", ".1f"),
        Column("high", "wanted to", ".1f"),
        *(Column(side, side, ".2f") for side in SIDES),
    )
    rows = [
        (effect.words, _real(effect), *(effect.wanted or (None, None)), *(effects[side][name] for side in SIDES))
        for name, effect in EFFECTS.items()
    ]
    text = [
        "Ten minutes of true time before the whistle, both sides of every match pooled: sides one down and one up "
        "beside those at level scores. Intervals by drawing whole matches anew.",
        f"A {FROZEN} side is {GOES} with stakes that never move. {reality.SOURCE} Heights and crosses are those of the "
        "80th minute and later, the last line of three matches (SkillCorner open data, MIT), the ball being equal.",
    ]
    return Section("What the score does to the play", text, chart, Table("Effects of the score", columns, rows))


def _last_ten_states(counts: Mapping[str, Counts]) -> Section:
    """Every measure in the last ten minutes, by goal difference."""
    columns = (
        Column("measure", "measure"),
        Column("state", "score"),
        Column("real", REAL, ".3f"),
        *(Column(side, side, ".3f") for side in SIDES),
    )
    rows = [
        (
            f"{measure.heading}, {measure.unit}",
            STATE_WORDS[diff],
            measure.real(reality.last_ten(diff)),
            *(in_state(counts[side], name, (LAST,), diff) for side in SIDES),
        )
        for name, measure in MEASURES.items()
        for diff in DIFFS
    ]
    return Section(
        "The last ten minutes, state by state", "", None, Table("Measures by goal difference", columns, rows)
    )


def _by_time(counts: Mapping[str, Counts], name: str) -> Section:
    """One measure by quarter of an hour and goal difference."""
    measure = MEASURES[name]
    found = {
        (side, diff): [in_state(counts[side], name, (band,), diff) for band in range(len(BANDS))]
        for side in SIDES
        for diff in DIFFS
    }
    real = {diff: [_real_in(name, band, diff) for band in range(len(BANDS))] for diff in DIFFS}
    series = [Series(f"{GOES}, {STATE_WORDS[diff]}", MIDDLES, found[GOES, diff]) for diff in (DOWN, LEVEL_, UP)]
    if not np.isnan(real[0]).all():
        series += [
            Series(f"{REAL}, {STATE_WORDS[diff]}", MIDDLES, real[diff], theory=True) for diff in (DOWN, LEVEL_, UP)
        ]
    chart = Chart(
        "lines",
        measure.heading,
        f"{measure.heading} over the match, {measure.unit}: a line each for one down, level and one up, "
        f"{GOES} sides whole, real ones dashed.",
        series,
        "minute",
        measure.unit,
        measure.style,
    )
    columns = (
        Column("minutes", "minutes"),
        Column("state", "score"),
        Column("real", REAL, measure.style),
        *(Column(side, side, measure.style) for side in SIDES),
    )
    rows = [
        (band, STATE_WORDS[diff], real[diff][at], *(found[side, diff][at] for side in SIDES))
        for at, band in enumerate(BANDS)
        for diff in DIFFS
    ]
    return Section(measure.heading, "", chart, Table(f"{measure.heading}, {measure.unit}", columns, rows))


REAL_BANDS = (("00-15",), ("15-30",), ("30-45", "45+"), ("45-60",), ("60-75",), ("75-80",))
"""The bands of the real table that make up a band here, the last ten minutes apart."""


def _real_in(name: str, band: int, diff: int) -> float:
    """A measure of real football in a band of time."""
    measure = MEASURES[name]
    real = reality.last_ten(diff) if band == LAST else reality.in_band(REAL_BANDS[band], diff)
    return measure.real(real)


EXPERIMENT = Experiment(
    name="score-effects",
    title="Score effects",
    question="How does the score change what a side does, minute by minute, and does real football change alike?",
    settings=ScoreEffects,
    cells=cells,
    find=find,
    play=play_states,
    columns=COLUMNS,
)
