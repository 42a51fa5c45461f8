"""The drawings of the picture page, as SVG written by hand."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

from game.census.take import Line

BAND = "#b9c0c7"
REAL = "#3b444d"
SIMULATED = "#c2410c"

WIDTH = 560
ROW = 44  # px of a strip
LEFT = 220  # px for the names
RIGHT = 20
HEIGHT = 300  # px of a curve
MARGIN = 46


def strips(name: str, lines: Sequence[Line]) -> str:
    """A row a metric, each on its own scale: real band and mean, simulated dot, spread of matches where known."""
    rows = "".join(_strip(line, ROW * k) for k, line in enumerate(lines))
    return _svg(f"{name}: real band and simulated figure of {len(lines)} metrics", ROW * len(lines), rows)


def _strip(line: Line, top: int) -> str:
    """One metric."""
    real = line.metric.real
    shown = [real.low, real.high, *real.spread, *line.spread]
    if not math.isnan(line.simulated):
        shown.append(line.simulated)
    low, high = min(shown), max(shown)
    room = 0.06 * (high - low) or 1.0

    def across(value: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (value - low + room) / (high - low + 2 * room)

    middle = top + ROW / 2
    drawn = [
        f'<text x="0" y="{middle + 4:.0f}" font-size="13">{escape(line.metric.name)}</text>',
        f'<rect x="{across(real.low):.1f}" y="{top + 10}" width="{across(real.high) - across(real.low):.1f}" '
        f'height="{ROW - 20}" fill="{BAND}"/>',
        f'<path d="M{across(real.mean):.1f} {top + 10}v{ROW - 20}" stroke="{REAL}" stroke-width="2"/>',
        _box([across(value) for value in real.spread], top + 5, REAL),
        _box([across(value) for value in line.spread], top + ROW - 5, SIMULATED),
    ]
    if not math.isnan(line.simulated):
        drawn.append(_dot(across(line.simulated), middle, within=line.within))
    return "".join(drawn)


def _box(places: Sequence[float], y: float, colour: str) -> str:
    """A whisker from the first to the last of five places, thick from the second to the fourth; nothing for none."""
    if not places:
        return ""
    return (
        f'<path d="M{places[0]:.1f} {y}H{places[4]:.1f}" stroke="{colour}"/>'
        f'<path d="M{places[1]:.1f} {y}H{places[3]:.1f}" stroke="{colour}" stroke-width="5"/>'
        f'<path d="M{places[2]:.1f} {y - 4}v8" stroke="{colour}" stroke-width="2"/>'
    )


def _dot(x: float, y: float, *, within: bool) -> str:
    """A simulated figure: filled within its band, hollow outside."""
    fill = SIMULATED if within else "#fff"
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{fill}" stroke="{SIMULATED}" stroke-width="2.5"/>'


def curve(name: str, lines: Sequence[Line]) -> str:
    """The metrics of a group as one curve: real band and mean, simulated dots joined where they are known."""
    tops = [value for line in lines for value in (line.metric.real.high, line.simulated) if not math.isnan(value)]
    high = 1.05 * max(tops)
    step = (WIDTH - 2 * MARGIN) / max(len(lines) - 1, 1)
    places = [MARGIN + step * k for k in range(len(lines))]

    def up(value: float) -> float:
        return HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * value / high

    reals = [line.metric.real for line in lines]
    above = [(x, up(real.high)) for x, real in zip(places, reals, strict=True)]
    below = [(x, up(real.low)) for x, real in zip(places, reals, strict=True)]
    known = [(x, line) for x, line in zip(places, lines, strict=True) if not math.isnan(line.simulated)]
    means = _points([(x, up(real.mean)) for x, real in zip(places, reals, strict=True)])
    drawn = [
        f'<polygon points="{_points(above + below[::-1])}" fill="{BAND}"/>',
        f'<polyline points="{means}" fill="none" stroke="{REAL}" stroke-width="2"/>',
        f'<polyline points="{_points([(x, up(line.simulated)) for x, line in known])}" fill="none" '
        f'stroke="{SIMULATED}" stroke-width="2" stroke-dasharray="6 4"/>',
        *(_dot(x, up(line.simulated), within=line.within) for x, line in known),
        *(_tick(x, line) for x, line in zip(places, lines, strict=True)),
        f'<path d="M{MARGIN} {MARGIN}V{HEIGHT - MARGIN}H{WIDTH - MARGIN}" stroke="{REAL}" fill="none"/>',
        *(
            f'<text x="{MARGIN - 6}" y="{up(value) + 4:.0f}" font-size="12" text-anchor="end">{value:.3g}</text>'
            for value in (0.0, high / 2, high)
        ),
        f'<text x="4" y="18" font-size="13">{escape(lines[0].metric.unit)}</text>',
    ]
    return _svg(f"{name}: real band and simulated points", HEIGHT, "".join(drawn))


def _tick(x: float, line: Line) -> str:
    """The band a point stands for, under it: what its name has of digits."""
    words = [word for word in line.metric.name.split() if word[0].isdigit()]
    text = escape(words[-1] if words else line.metric.name)
    y = HEIGHT - MARGIN + 14
    return (
        f'<text x="{x:.1f}" y="{y}" font-size="10" text-anchor="end" transform="rotate(-40 {x:.1f} {y})">{text}</text>'
    )


def _points(spots: Sequence[tuple[float, float]]) -> str:
    """Spots as SVG lists them."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)


def _svg(label: str, height: int, inside: str) -> str:
    """A drawing with a name a screen reader says; its figures are in the table beside it."""
    return (
        f'<svg role="img" aria-label="{escape(label)}" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
        f'height="{height}">{inside}</svg>'
    )
