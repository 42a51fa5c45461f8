"""Arms of an experiment side by side: measures of each, and paired differences from one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scipy.special import ndtri

from game.experiments.charts import Chart, Series
from game.experiments.outcomes import MEASURES, gained, measured
from game.experiments.tables import Column, Table, parts
from game.intervals import LEVEL, Interval
from game.results import Rows

Arms = Mapping[str, Rows]
"""Rows by what a person calls the arm, in the order to be shown."""


def measures_table(caption: str, arms: Arms, names: Sequence[str], *, first: str = "") -> Table:
    """A row an arm, a column a measure (outcomes.MEASURES), the number of matches before them."""
    columns = (
        Column("arm", first, ""),
        Column("matches", "matches", ",d"),
        *(Column(name, MEASURES[name][0], MEASURES[name][1]) for name in names),
    )
    rows = [(arm, len(rows), *(measured(rows, name) for name in names)) for arm, rows in arms.items()]
    return Table(caption, columns, rows)


def gains(arms: Arms, base: str, name: str) -> dict[str, Interval]:
    """Arm − `base` in measure `name`, match by match, for every arm but the base."""
    return {arm: gained(rows, arms[base], name) for arm, rows in arms.items() if arm != base}


def gains_table(caption: str, arms: Arms, base: str, names: Sequence[str], *, first: str = "") -> Table:
    """A row an arm, its paired difference from `base` in every measure."""
    columns = (
        Column("arm", first, ""),
        *(Column(name, MEASURES[name][0], f"+{MEASURES[name][1]}") for name in names),
    )
    found = {name: gains(arms, base, name) for name in names}
    rows = [(arm, *(found[name][arm] for name in names)) for arm in found[names[0]]]
    return Table(caption, columns, rows)


def largest(found: Mapping[str, Interval]) -> tuple[str, bool]:
    """The arm with the largest gain, and whether it is clear of zero although picked for being the largest.

    Bonferroni: the interval is widened to hold its level over all arms at once.
    """
    name = max(found, key=lambda each: found[each].value)
    wider = float(ndtri(1.0 - (1.0 - LEVEL) / 2 / len(found)) / ndtri(0.5 + LEVEL / 2))
    return name, found[name].value - wider * (found[name].value - found[name].low) > 0


def dots(title: str, alt: str, series: Mapping[str, Mapping[str, Interval]], label: str, *, style: str) -> Chart:
    """A row of dots for every arm, a colour for every series, a line at no difference."""
    drawn = [Series(name, list(values), list(values.values())) for name, values in series.items()]
    return Chart("dots", title, alt, drawn, "", label, style, mark=0.0)


def percentage_points(gain: Interval) -> str:
    """A difference of shares in words: +4.1 percentage points [1.2, 7.0]."""
    value, ends = parts(Interval(*(100.0 * end for end in gain)), "+.1f")
    return f"{value} percentage points {ends}".strip()


def verdict(gain: Interval, *, better: str, worse: str) -> str:
    """What an interval says: `better`, `worse`, or that these matches do not tell."""
    if gain.low > 0:
        return better
    return worse if gain.high < 0 else "too close to call"
