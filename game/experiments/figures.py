"""Draws charts with matplotlib, as SVG and PNG; the same chart gives the same bytes.

Drawn small with large letters, so that a figure as wide as a telephone is readable, and sharp on a projector.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from game.experiments.charts import Chart, Series, ends, middle
from game.experiments.tables import number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = ("#0059a8", "#b84a00", "#00704f", "#7b3294", "#8a6d00", "#444444")
"""Dark enough on white (4.5 to 1) and different in lightness; markers differ as well, for those who see no colour."""
MARKERS = "osD^vP"
WIDTH = 4.6  # inches; 10 pt letters are then 10 px on a telephone
HEIGHT = 3.5
ROW = 0.34  # inches a row of dots or bars takes
ROOMY = 8  # columns of a grid whose names and numbers fit
DPI = 200
LOOK: dict[str, Any] = {
    "font.family": ["DejaVu Sans"],
    "font.size": 10,
    "axes.titlesize": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#dddddd",
    "axes.axisbelow": True,
    "svg.fonttype": "path",  # looks the same where the letters are not installed
    "svg.hashsalt": "dilemma",
    "figure.constrained_layout.use": True,
}


def svg(chart: Chart) -> bytes:
    """`chart` as an SVG file."""
    return _drawn(chart, format="svg", metadata={"Date": None, "Creator": None})


def png(chart: Chart) -> bytes:
    """`chart` as a PNG file, for slides."""
    return _drawn(chart, format="png", dpi=DPI, metadata={"Software": None})


def _drawn(chart: Chart, **how: Any) -> bytes:
    import matplotlib as mpl

    look: Any = {**mpl.rcParamsDefault, **LOOK}
    with mpl.rc_context(look):
        file = io.BytesIO()
        _figure(chart).savefig(file, **how)
    return file.getvalue()


def _figure(chart: Chart) -> Figure:
    """The chart as a matplotlib figure, not attached to any window."""
    from matplotlib.figure import Figure

    rows = len(chart.series) if chart.kind == "grid" else len(chart.series[0].x) * max(1.0, len(chart.series) / 2)
    height = HEIGHT if chart.kind == "lines" else max(2.0, 1.3 + ROW * rows)
    figure = Figure(figsize=(WIDTH, height))
    axes = figure.add_subplot()
    axes.set_title(chart.title, loc="left", wrap=True)
    draw: dict[str, Callable[[Axes, Chart], None]] = {"lines": _lines, "dots": _rows, "bars": _rows, "grid": _grid}
    draw[chart.kind](axes, chart)
    if chart.kind != "grid" and (len(chart.series) > 1 or chart.series[0].theory):
        columns = 1 if max(len(each.name) for each in chart.series) > 24 else 2
        figure.legend(loc="outside lower center", ncols=columns, frameon=False, fontsize=9)
    return figure


def _lines(axes: Axes, chart: Chart) -> None:
    """Values against numbers."""
    from matplotlib.ticker import MaxNLocator

    for place, each in enumerate(chart.series):
        colour, marker = COLOURS[place % len(COLOURS)], MARKERS[place % len(MARKERS)]
        x, y = np.asarray(each.x, float), [middle(value) for value in each.y]
        if each.theory:
            axes.plot(x, y, "--", color=colour, lw=1.6, label=each.name)
            continue
        low, high = zip(*map(ends, each.y), strict=True)
        axes.fill_between(x, low, high, color=colour, alpha=0.18, lw=0)
        axes.plot(x, y, color=colour, marker=marker, ms=4.5, lw=1.8, label=each.name)
    _scale(axes.yaxis, chart)
    axes.set_xlabel(chart.x_label)
    axes.set_ylabel(chart.y_label)
    if all(float(x).is_integer() for each in chart.series for x in each.x):
        axes.xaxis.set_major_locator(MaxNLocator(nbins="auto", steps=[1, 2, 5, 10], integer=True))
    if chart.mark is not None:
        axes.axhline(chart.mark, color="#444444", lw=1)


def _rows(axes: Axes, chart: Chart) -> None:
    """Dots or bars with whiskers, a row a word, the first on top."""
    from matplotlib.ticker import MaxNLocator

    words = [str(word) for word in chart.series[0].x]
    many = len(chart.series)
    for place, each in enumerate(chart.series):
        at = np.arange(len(words)) + (place - (many - 1) / 2) * 0.8 / many
        _row_of(axes, chart, each, place, at)
    axes.set_yticks(range(len(words)), words)
    axes.set_ylim(len(words) - 0.4, -0.6)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=5))
    axes.grid(axis="y", visible=False)
    _scale(axes.xaxis, chart)
    axes.set_xlabel(chart.y_label)
    axes.set_ylabel(chart.x_label)
    if chart.mark is not None:
        axes.axvline(chart.mark, color="#444444", lw=1)


def _row_of(axes: Axes, chart: Chart, each: Series, place: int, at: Any) -> None:
    """One series of rows."""
    colour, marker = COLOURS[place % len(COLOURS)], MARKERS[place % len(MARKERS)]
    values = np.array([middle(value) for value in each.y])
    limits = np.array([ends(value) for value in each.y])
    reach = np.abs(limits - values[:, None]).T
    if chart.kind == "bars":
        axes.barh(at, values, 0.75 / len(chart.series), color=colour, alpha=0.8, label=each.name)
        axes.errorbar(values, at, xerr=reach, fmt="none", ecolor="#1b1b1b", lw=1.2, capsize=2)
    else:
        axes.errorbar(values, at, xerr=reach, fmt=marker, color=colour, ms=5, lw=1.6, capsize=2, label=each.name)


def _grid(axes: Axes, chart: Chart) -> None:
    """Fields shaded by value around `mark`, each with its number; without numbers where there is no room for them."""
    values = np.array([[middle(value) for value in each.y] for each in chart.series])
    centre = chart.mark if chart.mark is not None else float(np.nanmean(values))
    reach = float(np.nanmax(np.abs(values - centre))) or 1.0
    shaded = axes.imshow(values, cmap="PuOr", vmin=centre - 1.6 * reach, vmax=centre + 1.6 * reach, aspect="auto")
    words, rows = [str(word) for word in chart.series[0].x], [each.name for each in chart.series]
    axes.grid(visible=False)
    axes.set_xlabel(chart.x_label)
    if len(words) > ROOMY:  # columns are known by the number of the row with their name
        rows = [f"{name} ({at})" for at, name in enumerate(rows, start=1)]
        axes.set_xticks(range(len(words)), [str(at) for at in range(1, len(words) + 1)], fontsize=8)
        axes.figure.colorbar(shaded, ax=axes, format=lambda value, _: number(value, chart.style))
    else:
        axes.set_xticks(range(len(words)), words, rotation=45, ha="right")
        _number_fields(axes, chart, values)
    axes.set_yticks(range(len(rows)), rows)


def _number_fields(axes: Axes, chart: Chart, values: Any) -> None:
    """The number of every field in it."""
    for row, line in enumerate(values):
        for column, value in enumerate(line):
            if not np.isnan(value):
                axes.text(column, row, number(value, chart.style), ha="center", va="center", fontsize=8)


def _scale(axis: Any, chart: Chart) -> None:
    """Numbers along the axis in the chart's own format, no finer than they need."""
    style = ".0%" if chart.style.endswith("%") else ""
    if style:
        axis.set_major_formatter(lambda value, _: number(round(value, 6), style))
