"""The picture page of a census: one HTML file that needs no network, a chart and its table for every group.

Two colours that differ in lightness as well as hue, and shapes that differ too: a bar with a line for real football,
a dot for the simulated one.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from html import escape

from game.census.charts import curve, strips
from game.census.take import Line

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem;
       color: #1b1b1b; background: #fff; }
section { margin: 2.5rem 0; } .pair { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start; }
svg { max-width: 100%; height: auto; } table { border-collapse: collapse; font-size: .9rem; }
th, td { padding: .15rem .6rem; border-bottom: 1px solid #ccc; text-align: right; }
th:first-child, td:first-child { text-align: left; font-weight: normal; } thead th { font-weight: bold; }
.outside { font-weight: bold; color: #8a1c00; }
"""

CURVES = (
    "Goals by quarter-hour",
    "Conversion by distance",
    "Shots by distance",
    "Completion by length",
    "Passes by length",
    "Line against the ball",
)
"""Groups whose metrics are the points of one curve."""

SOURCES = """
<p>Wyscout soccer match event dataset 2017/18, first divisions of England, Spain and Germany: Pappalardo, Cintia,
Rossi et al., “A public data set of spatio-temporal match events in soccer competitions”, Scientific Data 6, 236 (2019),
doi 10.1038/s41597-019-0247-7, CC BY 4.0; aggregated. Tracking, phases of play and physical aggregates, A-League
2024/25: SkillCorner and PySport, MIT. Shape of a side: TRACAB sample in databallpy, MIT, six minutes of one match.</p>
"""


def page(lines: Sequence[Line], *, matches: int, seed: int, engine: int) -> str:
    """The whole page as HTML."""
    groups = [(name, list(part)) for name, part in itertools.groupby(lines, key=lambda line: line.metric.group)]
    inside = sum(line.within for line in lines)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Census: simulated football beside real football</title><style>{STYLE}</style></head><body><main>
<h1>Simulated football beside real football</h1>
<p>{matches} full matches, two equal sides, team-win, seed {seed}, engine {engine}.
<strong>{inside} of {len(lines)} metrics lie within the real band.</strong></p>
<p>The grey bar is the band of the real figure, its line the real mean, the dot the simulated figure: filled within the
band, hollow outside it. Where the spread of single matches is known, a thin box shows it (5, 25, 50, 75 and 95 %):
real above, simulated below. “Values” is how many single values the simulated figure is made of: of few, it may lie
outside its band by chance.</p>
{"".join(_section(name, part) for name, part in groups)}
<section><h2>Where the real figures come from</h2>{SOURCES}</section>
</main></body></html>
"""


def _section(name: str, lines: Sequence[Line]) -> str:
    """One group: heading, chart, table."""
    drawn = curve(name, lines) if name in CURVES else strips(name, lines)
    return f'<section><h2>{escape(name)}</h2><div class="pair">{drawn}{_table(name, lines)}</div></section>\n'


def _table(name: str, lines: Sequence[Line]) -> str:
    """The figures of one group."""
    rows = "".join(_row(line) for line in lines)
    heads = "".join(
        f'<th scope="col">{head}</th>' for head in ("metric", "unit", "simulated", "values", "real", "band", "")
    )
    return f'<table aria-label="{escape(name)}, figures"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _row(line: Line) -> str:
    """The figures of one metric."""
    metric = line.metric
    band = f"{figure(metric.real.low)} to {figure(metric.real.high)}"
    cells = (metric.unit, figure(line.simulated), f"{line.values:,}", figure(metric.real.mean), band)
    mark = "<td>within</td>" if line.within else '<td class="outside">outside</td>'
    told = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f'<tr><th scope="row">{escape(metric.name)}</th>{told}{mark}</tr>'


def figure(value: float) -> str:
    """A number with as many places as anyone would read; a dash where there is none."""
    if math.isnan(value):
        return "–"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.1f}" if abs(value) >= 20 else f"{value:.2f}"
