"""Charts for the debrief and the projector: bars with an interval, and matches as marks that fill in.

Every chart is drawn into a box, says itself in words (`alt`) and as a table (`table`), and tells things apart by
shape and lightness, not by hue alone. Words come from the caller, in his language. See line_chart.py for the line.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import pygame

from game.intervals import Interval
from game.screens import sprites, theme
from game.screens.theme import Colour

Table = tuple[tuple[str, ...], ...]
"""Rows of cells, the first row naming the columns."""

ARROW = ((0.5, 0.02), (0.98, 0.55), (0.68, 0.55), (0.68, 0.98), (0.32, 0.98), (0.32, 0.55), (0.02, 0.55))
SHIELD = ((0.08, 0.05), (0.92, 0.05), (0.92, 0.58), (0.5, 0.98), (0.08, 0.58))
TRIANGLE = ((0.5, 0.05), (0.98, 0.93), (0.02, 0.93))
CROSS = (
    (0.0, 0.18), (0.18, 0.0), (0.5, 0.32), (0.82, 0.0), (1.0, 0.18), (0.68, 0.5),
    (1.0, 0.82), (0.82, 1.0), (0.5, 0.68), (0.18, 1.0), (0.0, 0.82), (0.32, 0.5),
)  # fmt: skip
SQUARE = ((0.08, 0.08), (0.92, 0.08), (0.92, 0.92), (0.08, 0.92))
DIAMOND = ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5))
MARKS = 500  # of an icon array
SHAPES = ((50, 10), (25, 20))  # columns and rows they stand in, whichever fills its box better
OUTLINES = {
    "arrow": ARROW, "shield": SHIELD, "triangle": TRIANGLE, "square": SQUARE, "diamond": DIAMOND, "cross": CROSS,
}  # fmt: skip
ROW_GAP = 0.55  # of a line of text, between two bars


class Chart(Protocol):
    """What every chart can do."""

    @property
    def alt(self) -> str:
        """The chart in a sentence or two."""

    def table(self) -> Table:
        """The chart's figures."""

    def draw(self, surface: pygame.Surface, box: pygame.Rect, *, pixels: float) -> list[pygame.Rect]:
        """Draw it in `box` with text `pixels` high; the boxes its words cover."""


def glyph(name: str, size: int, ink: Colour) -> pygame.Surface:
    """A small shape: arrow (push), shield (stay), triangle, square, diamond, cross, dot or ring; `size` px wide."""
    if name in ("dot", "ring"):
        radius = max(2, size // 2)
        return sprites.disc(radius, ink, ink) if name == "dot" else sprites.ring(radius, ink, max(1, radius // 3))
    return sprites.shape(OUTLINES[name], max(5, size), ink)


@dataclass(frozen=True)
class Bar:
    """One bar: what it is called, how long it is, and how that is written."""

    label: str
    interval: Interval
    written: str
    ink: Colour = theme.SKY
    mark: str = "shield"  # shape before the label, see `glyph`


@dataclass(frozen=True)
class Bars:
    """Horizontal bars with their intervals, from zero, one under the other."""

    title: str
    bars: Sequence[Bar]
    alt: str
    columns: tuple[str, str]  # what the label and the written value are called in the table
    least: float = 0.0  # the axis reaches at least from here
    most: float = 0.0  # to here

    def table(self) -> Table:
        """A row a bar."""
        return (self.columns, *((bar.label, bar.written) for bar in self.bars))

    def height(self, pixels: float) -> int:
        """Pixels it needs."""
        line = theme.font(round(pixels)).get_linesize()
        return round(line * (1 + ROW_GAP) * (len(self.bars) + 1))

    def draw(self, surface: pygame.Surface, box: pygame.Rect, *, pixels: float) -> list[pygame.Rect]:
        """Label, bar with its interval as a whisker, value."""
        line = theme.font(round(pixels)).get_linesize()
        step = min(line * (1 + ROW_GAP), box.height / (len(self.bars) + 1))
        words = [theme.write(surface, theme.fitted(self.title, pixels, box.width, bold=True), box.topleft,
                             pixels=pixels, bold=True)]  # fmt: skip
        mark = round(pixels)
        labels = min(0.42 * box.width, max(theme.width_of(bar.label, pixels) for bar in self.bars))
        values = max(theme.width_of(bar.written, pixels) for bar in self.bars)
        left = box.left + mark * 1.5 + labels + pixels / 2
        track = pygame.Rect(round(left), box.top, max(8, round(box.right - values - pixels - left)), 1)
        for nth, bar in enumerate(self.bars):
            middle = box.top + step * (nth + 1.5)
            sprites.stamp(surface, glyph(bar.mark, mark, bar.ink), (box.left + mark / 2, middle))
            at = (box.left + mark * 1.5, middle)
            label = theme.fitted(bar.label, pixels, labels)
            words.append(theme.write(surface, label, at, pixels=pixels, anchor="midleft"))
            self._bar(surface, track, bar, middle=middle, thick=line * 0.62)
            words.append(theme.write(surface, bar.written, (box.right, middle), pixels=pixels, anchor="midright"))
        return words

    def span(self) -> tuple[float, float]:
        """The values the axis reaches from and to; never of no width."""
        known = [end for bar in self.bars for end in bar.interval if math.isfinite(end)]
        low, high = min([self.least, 0.0, *known]), max([self.most, 0.0, *known])
        return low, high if high > low else low + 1.0

    def _bar(self, surface: pygame.Surface, track: pygame.Rect, bar: Bar, *, middle: float, thick: float) -> None:
        low, high = self.span()

        def px(value: float) -> int:
            return track.left + round((value - low) / (high - low) * track.width)

        top, tall = round(middle - thick / 2), max(4, round(thick))
        surface.fill(theme.RAISED, pygame.Rect(track.left, top, track.width, tall))
        if math.isfinite(bar.interval.value):
            ends = sorted((px(0.0), px(bar.interval.value)))
            surface.fill(bar.ink, pygame.Rect(ends[0], top, max(2, ends[1] - ends[0]), tall))
        zero = px(0.0)
        pygame.draw.line(surface, theme.TEXT, (zero, top - 2), (zero, top + tall + 1), 2)
        if all(math.isfinite(end) for end in bar.interval):
            _whisker(surface, px(bar.interval.low), px(bar.interval.high), round(middle), tall)


def _whisker(surface: pygame.Surface, left: int, right: int, middle: int, tall: int) -> None:
    """An interval: a white line with ends, rimmed dark so that it reads on any bar."""
    for ink, more in ((theme.INK, 3), (theme.WHITE, 1)):
        pygame.draw.line(surface, ink, (left, middle), (right, middle), more)
        for end in (left, right):
            pygame.draw.line(surface, ink, (end, middle - tall // 3), (end, middle + tall // 3), more)


def _fit(box: pygame.Rect, shape: tuple[int, int], *, words: float) -> float:
    """Pixels from mark to mark where columns and rows of them share `box` with so many pixels of words."""
    columns, rows = shape
    return min(box.width / columns, (box.height - words) / rows)


@dataclass(frozen=True)
class IconArray:
    """So many matches as 500 marks: dot won, ring drawn, cross lost; empty places are still to come."""

    title: str
    won: int
    drawn: int
    lost: int
    planned: int
    alt: str
    names: tuple[str, str, str]  # what won, drawn and lost are called
    columns: tuple[str, str]

    @property
    def counts(self) -> tuple[int, int, int]:
        """Won, drawn, lost so far."""
        return self.won, self.drawn, self.lost

    def part(self, share: float) -> IconArray:
        """The same with only a share of the matches in yet."""
        won, drawn, lost = (round(count * share) for count in self.counts)
        return replace(self, won=won, drawn=drawn, lost=lost)

    def table(self) -> Table:
        """A row an outcome."""
        return (self.columns, *((name, str(count)) for name, count in zip(self.names, self.counts, strict=True)))

    def marks(self) -> tuple[int, int, int]:
        """How many marks of each kind show: largest remainders, so that they add up."""
        planned = max(self.planned, sum(self.counts), 1)
        exact = [count * MARKS / planned for count in self.counts]
        shown = [math.floor(each) for each in exact]
        missing = round(sum(exact)) - sum(shown)
        for nth in sorted(range(3), key=lambda nth: shown[nth] - exact[nth])[: max(0, missing)]:
            shown[nth] += 1
        return shown[0], shown[1], shown[2]

    def draw(self, surface: pygame.Surface, box: pygame.Rect, *, pixels: float) -> list[pygame.Rect]:
        """The title, the marks, and a legend with the counts."""
        line = theme.font(round(pixels)).get_linesize()
        title = theme.fitted(self.title, pixels, box.width, bold=True)
        words = [theme.write(surface, title, box.topleft, pixels=pixels, bold=True)]
        columns, rows = max(SHAPES, key=lambda shape: _fit(box, shape, words=2.3 * line))
        step = _fit(box, (columns, rows), words=2.3 * line)
        top = box.top + 1.15 * line
        won, drawn, lost = self.marks()
        kinds = ["won"] * won + ["drawn"] * drawn + ["lost"] * lost
        size = max(5, round(step * 0.78))
        looks = {"won": glyph("dot", size, theme.SKY), "drawn": glyph("ring", size, theme.TEXT),
                 "lost": glyph("cross", max(5, round(size * 0.8)), theme.DANGER)}  # fmt: skip
        empty = glyph("dot", 4, theme.RAISED)
        for nth in range(columns * rows):
            column, row = divmod(nth, rows)
            at = (box.left + (column + 0.5) * step, top + (row + 0.5) * step)
            sprites.stamp(surface, looks[kinds[nth]] if nth < len(kinds) else empty, at)
        foot = pygame.Rect(box.left, round(top + rows * step), box.width, line)
        return words + self._legend(surface, foot, pixels=pixels)

    def _legend(self, surface: pygame.Surface, box: pygame.Rect, *, pixels: float) -> list[pygame.Rect]:
        """Mark, count and name of each outcome in a row."""
        words = []
        inks = (theme.SKY, theme.TEXT, theme.DANGER)
        third = box.width / 3
        for nth, (mark, ink) in enumerate(zip(("dot", "ring", "cross"), inks, strict=True)):
            x = box.left + nth * third
            sprites.stamp(surface, glyph(mark, round(pixels * 0.8), ink), (x + pixels / 2, box.centery))
            text = theme.fitted(f"{self.counts[nth]} {self.names[nth]}", pixels, third - 1.4 * pixels)
            words.append(theme.write(surface, text, (x + 1.2 * pixels, box.centery), pixels=pixels, anchor="midleft"))
        return words
