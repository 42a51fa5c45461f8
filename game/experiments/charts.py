"""Charts as data: what is to be seen, without a plotting library. game/experiments/figures.py draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.intervals import Interval

Value = Interval | float


@dataclass(frozen=True)
class Series:
    """One line, row of dots, set of bars, or row of a grid; `y` has a value for every `x`, nan leaves a gap."""

    name: str
    x: Sequence[float] | Sequence[str]
    y: Sequence[Value]
    theory: bool = False  # a calculated curve: dashed, without points


@dataclass(frozen=True)
class Chart:
    """A figure. `alt` says in a sentence or two what it shows, for those who do not see it.

    `lines`: numbers along x, intervals as bands. `dots` and `bars`: a row for every word in x, values along the
    foot, so that long names stay readable; intervals as whiskers. `grid`: a row for every series, a field for
    every x, its number written in it.
    """

    kind: Literal["lines", "dots", "bars", "grid"]
    title: str
    alt: str
    series: Sequence[Series]
    x_label: str = ""
    y_label: str = ""  # of the values, whichever way they run
    style: str = ".2f"  # format of the values
    mark: float | None = None  # a value to draw a thin line at, such as no difference

    def __post_init__(self) -> None:
        for each in self.series:
            if len(each.x) != len(each.y):
                raise ValueError(f"'{each.name}' in '{self.title}' has {len(each.x)} places and {len(each.y)} values")
        if not self.series:
            raise ValueError(f"'{self.title}' has nothing to show")


def middle(value: Value) -> float:
    """The estimate itself."""
    return value.value if isinstance(value, Interval) else float(value)


def ends(value: Value) -> tuple[float, float]:
    """The ends of the interval; both the value where it has none."""
    if isinstance(value, Interval) and value.low == value.low:  # nan is not itself
        return value.low, value.high
    return middle(value), middle(value)
