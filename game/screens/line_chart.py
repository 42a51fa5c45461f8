"""A chance over time: the line, its marks (decisions, goals), bands of time, and a cursor to scrub with."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.screens import sprites, theme
from game.screens.charts import Table, glyph
from game.screens.theme import Colour

TOPS = (0.04, 0.1, 0.2, 0.5, 1.0)  # shares a plot may reach up to; their halves are whole numbers in a hundred
HATCH = 7  # px between two strokes of a band


@dataclass(frozen=True)
class Mark:
    """Something that happened: where, what it is called, and its shape (charts.glyph)."""

    x: float
    label: str
    shape: str
    ink: Colour


@dataclass(frozen=True)
class Band:
    """A stretch of time with a name, hatched."""

    low: float
    high: float
    label: str


@dataclass(frozen=True)
class LineChart:
    """A share (0…1) over `xs`, drawn as steps would hide too much: straight between the points."""

    title: str
    xs: Sequence[float]
    shares: Sequence[float]
    alt: str
    columns: tuple[str, str]
    ticks: Sequence[tuple[float, str]] = ()  # places on the x axis with their words
    marks: Sequence[Mark] = ()
    bands: Sequence[Band] = ()
    cursor: float | None = None

    def table(self) -> Table:
        """A row a tick of the axis, then a row a mark."""
        rows = [(name, f"{self.at(x):.0%}") for x, name in self.ticks]
        return (self.columns, *rows, *((mark.label, f"{self.at(mark.x):.0%}") for mark in self.marks))

    def at(self, x: float) -> float:
        """The share at `x`, straight between points."""
        if not self.xs:
            return math.nan
        for n in range(1, len(self.xs)):
            if x <= self.xs[n]:
                gap = self.xs[n] - self.xs[n - 1]
                part = 0.0 if gap <= 0 else max(0.0, (x - self.xs[n - 1]) / gap)
                return self.shares[n - 1] + part * (self.shares[n] - self.shares[n - 1])
        return self.shares[-1]

    @property
    def top(self) -> float:
        """The share the plot reaches up to: the lowest that holds the line, so that small chances can be read too."""
        return next(level for level in TOPS if level >= min(1.0, max(self.shares, default=1.0)))

    @property
    def levels(self) -> list[tuple[float, str]]:
        """Shares written at the left: nothing, half of the plot, its top."""
        return [(share, f"{100 * share:.0f}") for share in (0.0, self.top / 2, self.top)]

    def plot(self, box: pygame.Rect, *, pixels: float) -> pygame.Rect:
        """The part of `box` the line runs in: room for words is left above, below and at the left."""
        line = theme.font(round(pixels)).get_linesize()
        side = max(theme.width_of(name, pixels) for _, name in self.levels) + round(pixels * 0.6)
        top = round(line * 2.3)
        return pygame.Rect(box.left + side, box.top + top, box.width - side - 4, box.height - top - round(line * 1.1))

    def x_at(self, box: pygame.Rect, px: float, *, pixels: float) -> float:
        """The time under pixel column `px` of a chart drawn in `box`: the inverse of drawing, for scrubbing."""
        plot = self.plot(box, pixels=pixels)
        low, high = self._range()
        return low + max(0.0, min(1.0, (px - plot.left) / max(1, plot.width))) * (high - low)

    def draw(self, surface: pygame.Surface, box: pygame.Rect, *, pixels: float) -> list[pygame.Rect]:
        """Ground, bands, line, marks, cursor, words."""
        plot = self.plot(box, pixels=pixels)
        surface.fill(theme.PANEL, plot)
        title = theme.fitted(self.title, pixels, box.width, bold=True)
        words = [theme.write(surface, title, box.topleft, pixels=pixels, bold=True)]
        words += self._axes(surface, plot, pixels=pixels)
        for band in self.bands:
            words += self._band(surface, plot, band, pixels=pixels)
        points = [self._px(plot, x, share) for x, share in zip(self.xs, self.shares, strict=True)]
        if len(points) > 1:
            pygame.draw.lines(surface, theme.TEXT, False, points, 3)
        words += self._marks(surface, plot, words, pixels=pixels)
        if self.cursor is not None:
            x, y = self._px(plot, self.cursor, self.at(self.cursor))
            pygame.draw.line(surface, theme.WHITE, (x, plot.top), (x, plot.bottom), 1)
            sprites.stamp(surface, glyph("ring", round(pixels), theme.WHITE), (x, y))
        return words

    def _range(self) -> tuple[float, float]:
        low, high = (self.xs[0], self.xs[-1]) if self.xs else (0.0, 1.0)
        return low, high if high > low else low + 1.0

    def _px(self, plot: pygame.Rect, x: float, share: float) -> tuple[int, int]:
        low, high = self._range()
        part = max(0.0, min(1.0, (x - low) / (high - low)))
        return plot.left + round(part * plot.width), plot.bottom - round(
            max(0.0, min(1.0, share / self.top)) * plot.height
        )

    def _axes(self, surface: pygame.Surface, plot: pygame.Rect, *, pixels: float) -> list[pygame.Rect]:
        words = []
        for share, name in self.levels:
            y = self._px(plot, 0.0, share)[1]
            pygame.draw.line(surface, theme.RAISED, (plot.left, y), (plot.right, y), 1)
            at = (plot.left - pixels * 0.35, y)
            words.append(theme.write(surface, name, at, pixels=pixels, ink=theme.MUTED, anchor="midright"))
        right = -math.inf
        for x, name in self.ticks:
            at_x = self._px(plot, x, 0.0)[0]
            width = theme.width_of(name, pixels)
            left = min(max(at_x - width / 2, plot.left), plot.right - width)
            if left < right + pixels / 2:
                continue
            at = (left, plot.bottom + 2)
            words.append(theme.write(surface, name, at, pixels=pixels, ink=theme.MUTED))
            right = left + width
        return words

    def _band(self, surface: pygame.Surface, plot: pygame.Rect, band: Band, *, pixels: float) -> list[pygame.Rect]:
        """Sky strokes on a darker ground with edges, and its name at the foot of it."""
        left, right = (self._px(plot, x, 0.0)[0] for x in (band.low, band.high))
        area = pygame.Rect(left, plot.top, max(4, right - left), plot.height)
        clip = surface.get_clip()
        surface.set_clip(area.clip(clip))
        surface.fill(theme.RAISED, area)
        for x in range(area.left - area.height, area.right, HATCH):
            pygame.draw.line(surface, theme.PANEL, (x, area.bottom), (x + area.height, area.top), 2)
        surface.set_clip(clip)
        for x in (area.left, area.right - 1):
            pygame.draw.line(surface, theme.SKY, (x, area.top), (x, area.bottom), 2)
        text = theme.fitted(band.label, pixels, plot.width)
        width = theme.width_of(text, pixels)
        start = min(max(area.centerx - width / 2, plot.left + 2), plot.right - width - 2)
        low = max(self.at(band.low), self.at(band.high)) > self.top / 2
        at, anchor = ((start, plot.bottom - 2), "bottomleft") if low else ((start, plot.top + 2), "topleft")
        return [theme.label(surface, text, at, pixels=pixels, ink=theme.SKY, ground=theme.PANEL, anchor=anchor)]

    def _marks(
        self, surface: pygame.Surface, plot: pygame.Rect, taken: Sequence[pygame.Rect], *, pixels: float
    ) -> list[pygame.Rect]:
        """Shapes on the line; names above the plot, else beside the shape; what finds no room stays in the table."""
        spots = [self._px(plot, mark.x, self.at(mark.x)) for mark in self.marks]
        size, tall = round(pixels * 1.1), theme.font(round(pixels)).get_linesize()
        for mark, (x, y) in zip(self.marks, spots, strict=True):
            for top in range(plot.top, y, 8):
                pygame.draw.line(surface, mark.ink, (x, top), (x, min(top + 4, y)), 1)
            sprites.stamp(surface, glyph(mark.shape, size, theme.INK), (x + 1, y + 1))
            sprites.stamp(surface, glyph(mark.shape, size, mark.ink), (x, y))
        shapes = [pygame.Rect(x - size // 2, y - size // 2, size, size) for x, y in spots]
        placed: list[pygame.Rect] = []
        for mark, spot in zip(self.marks, spots, strict=True):
            for box in _places((theme.width_of(mark.label, pixels), tall), plot, spot, size):
                if box.inflate(round(pixels / 2), 0).collidelist([*taken, *shapes, *placed]) < 0:
                    placed.append(theme.write(surface, mark.label, box.topleft, pixels=pixels, ink=theme.TEXT))
                    break
        return placed


def _places(size: tuple[int, int], plot: pygame.Rect, at: tuple[int, int], gap: int) -> list[pygame.Rect]:
    """Where the name of a mark at `at` may stand: above the plot, then right or left of the mark, then higher up."""
    above = pygame.Rect((0, 0), size)
    above.midbottom = at[0], plot.top - 1
    above.left = max(plot.left, min(above.left, plot.right - size[0]))
    beside = []
    for rise in range(4):
        right, left = pygame.Rect((0, 0), size), pygame.Rect((0, 0), size)
        y = min(at[1], plot.bottom - size[1] // 2) - rise * size[1]
        right.midleft, left.midright = (at[0] + gap, y), (at[0] - gap, y)
        beside += [box for box in (right, left) if plot.contains(box)]
    return [above, *beside]
