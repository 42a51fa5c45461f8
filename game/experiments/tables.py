"""Tidy tables: named columns, a row an observation, intervals whole; for files and for people."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.intervals import Interval


@dataclass(frozen=True)
class Column:
    """A column: its name in files, its heading for people, and the format of its numbers (as in f-strings)."""

    name: str
    heading: str
    style: str = ""  # ".1%", "+.2f", ",d"; empty for text


@dataclass(frozen=True)
class Table:
    """Rows of text, numbers and Intervals under `columns`; None and nan where nothing can be said."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"'{self.caption}' has {len(self.columns)} columns; a row has {len(row)} values")

    def column(self, name: str) -> list[Any]:
        """All values of one column."""
        place = [each.name for each in self.columns].index(name)
        return [row[place] for row in self.rows]

    def shown(self) -> list[list[tuple[str, str]]]:
        """Every value and its interval, as a person reads them."""
        return [
            [parts(value, column.style) for value, column in zip(row, self.columns, strict=True)] for row in self.rows
        ]

    def records(self) -> list[dict[str, Any]]:
        """A dictionary a row, as JSON can say it; a column of intervals gives three entries (x, x_low, x_high)."""
        whole = [any(isinstance(value, Interval) for value in self.column(each.name)) for each in self.columns]
        return [
            {
                name: entry
                for column, spread, value in zip(self.columns, whole, row, strict=True)
                for name, entry in _entries(column.name, value, spread=spread)
            }
            for row in self.rows
        ]

    def as_csv(self) -> bytes:
        """The table as a CSV file, intervals in three columns."""
        return csv_of(self.records())


def parts(value: Any, style: str) -> tuple[str, str]:
    """A value and its interval, each as a person reads it: ("12.3 %", "[10.1, 14.7]"); a dash where there is none."""
    if isinstance(value, Interval):
        factor, bare = (100.0, style.replace("%", "f")) if style.endswith("%") else (1.0, style)
        low, high = (number(factor * end, bare) for end in (value.low, value.high))
        return parts(value.value, style)[0], "" if math.isnan(value.low) else f"[{low}, {high}]"
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return "–", ""
    return number(value, style) if style else str(value), ""


def shown(value: Any, style: str) -> str:
    """A value with its interval in a sentence: 12.3 % [10.1, 14.7]."""
    return " ".join(filter(None, parts(value, style)))


def number(value: float, style: str) -> str:
    """A number in `style`, with a true minus and a space before the percent sign; a dash for nan."""
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return f"{value:{style}}".replace("%", "\N{NO-BREAK SPACE}%").replace("-", "−")


def csv_of(records: Iterable[Mapping[str, Any]]) -> bytes:
    """`records` as a CSV file with a heading; empty cells where nothing is known."""
    listed = list(records)
    text = io.StringIO()
    writer = csv.DictWriter(text, list(listed[0]) if listed else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed)
    return text.getvalue().encode()


def _entries(name: str, value: Any, *, spread: bool) -> list[tuple[str, Any]]:
    """A value as named plain ones; with its ends where the column is `spread` over three."""
    if not spread:
        return [(name, _known(value))]
    low, high = (value.low, value.high) if isinstance(value, Interval) else (None, None)
    middle = value.value if isinstance(value, Interval) else value
    return [(name, _known(middle)), (f"{name}_low", _known(low)), (f"{name}_high", _known(high))]


def _known(value: Any) -> Any:
    """None for what is not a number."""
    return None if isinstance(value, float) and not math.isfinite(value) else value
