"""Widgets that hold others: one below the other, side by side as far as there is room, or in a grid of equal cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pygame

from game.screens import theme
from game.screens.theme import Colour
from game.screens.widgets.look import OUTLINE, Look
from game.screens.widgets.widget import Size, Widget


class Holder(Widget):
    """Holds widgets; seen only in them."""

    def __init__(self, held: Iterable[Widget], *, gap: float = 10, grows: bool = False) -> None:
        """`gap` in units."""
        super().__init__()
        self.held = list(held)
        self.gap, self.grows = gap, grows

    def parts(self) -> Iterator[Widget]:
        """Those of all it holds."""
        for each in self.held:
            yield from each.parts()

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Draw what can be seen of them."""
        clip = canvas.get_clip()
        for each in self.held:
            if each.rect.colliderect(clip):
                each.draw(canvas, look, focus)


class Column(Holder):
    """One below the other, each as wide as the column (`stretch`) or as it wants."""

    def __init__(
        self, held: Iterable[Widget], *, gap: float = 10, stretch: bool = True, grows: bool = False, wide: float = 0
    ) -> None:
        """`wide`: units of text it is wide at most, 0 for any width."""
        super().__init__(held, gap=gap, grows=grows)
        self.stretch, self.wide = stretch, wide

    def measure(self, width: int, look: Look) -> Size:
        """As wide as the widest, as high as all."""
        width = self._across(width, look)
        sizes = [each.measure(width, look) for each in self.held]
        high = sum(size[1] for size in sizes) + look.space(self.gap) * max(0, len(sizes) - 1)
        return max((size[0] for size in sizes), default=0), high

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Top down."""
        super().place(rect, look)
        width, top = self._across(rect.width, look), rect.top
        for each in self.held:
            wide, high = each.measure(width, look)
            each.place(pygame.Rect(rect.left, top, width if self.stretch else wide, high), look)
            top += high + look.space(self.gap)

    def _across(self, width: int, look: Look) -> int:
        return min(width, look.text(self.wide)) if self.wide else width


class Row(Holder):
    """Side by side; what does not fit goes on in a next line. Those that grow share what is left of their line."""

    def __init__(
        self,
        held: Iterable[Widget],
        *,
        gap: float = 10,
        align: str = "left",
        grows: bool = False,
        level: str = "middle",
    ) -> None:
        """`align` left, center or right; `level` top, middle, or stretch (all as high as the highest)."""
        super().__init__(held, gap=gap, grows=grows)
        self.align, self.level = align, level

    def measure(self, width: int, look: Look) -> Size:
        """As wide as its widest line, or all the width when one of it grows."""
        gap = look.space(self.gap)
        rows = self._rows(width, look)
        wide = max((sum(size[0] for _, size in row) + gap * (len(row) - 1) for row in rows), default=0)
        if any(each.grows for each in self.held):
            wide = width
        return wide, sum(max(size[1] for _, size in row) for row in rows) + gap * max(0, len(rows) - 1)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Line by line."""
        super().place(rect, look)
        gap, top = look.space(self.gap), rect.top
        for row in self._rows(rect.width, look):
            high = max(size[1] for _, size in row)
            self._place_row(row, pygame.Rect(rect.left, top, rect.width, high), look)
            top += high + gap

    def _place_row(self, row: list[tuple[Widget, Size]], rect: pygame.Rect, look: Look) -> None:
        gap = look.space(self.gap)
        spare = rect.width - sum(size[0] for _, size in row) - gap * (len(row) - 1)
        growing = sum(each.grows for each, _ in row)
        left = rect.left
        if not growing:
            left += {"left": 0, "center": spare // 2, "right": spare}[self.align]
        for each, (wide, high) in row:
            wide += spare // growing if each.grows else 0
            tall = rect.height if self.level == "stretch" else high
            top = rect.top if self.level != "middle" else rect.top + (rect.height - high) // 2
            each.place(pygame.Rect(left, top, wide, tall), look)
            left += wide + gap

    def _rows(self, width: int, look: Look) -> list[list[tuple[Widget, Size]]]:
        rows: list[list[tuple[Widget, Size]]] = []
        gap, used = look.space(self.gap), 0
        for each in self.held:
            size = each.measure(width, look)
            if rows and used + gap + size[0] <= width:
                rows[-1].append((each, size))
                used += gap + size[0]
            else:
                rows.append([(each, size)])
                used = size[0]
        return rows


class Grid(Holder):
    """Equal cells, as many across as have room for `cell` units of text each, at most `most`."""

    def __init__(
        self, held: Iterable[Widget], *, cell: float = 240, most: int = 4, gap: float = 10, grows: bool = False
    ) -> None:
        super().__init__(held, gap=gap, grows=grows)
        self.cell, self.most = cell, most

    def columns(self, width: int, look: Look) -> int:
        """How many are side by side in `width` pixels."""
        gap = look.space(self.gap)
        fit = (width + gap) // (look.text(self.cell) + gap)
        return max(1, min(fit, self.most, len(self.held)))

    def measure(self, width: int, look: Look) -> Size:
        """All the width."""
        gap = look.space(self.gap)
        return width, sum(self._heights(width, look)) + gap * max(0, len(self._heights(width, look)) - 1)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Row by row, each as high as its highest cell."""
        super().place(rect, look)
        columns, gap = self.columns(rect.width, look), look.space(self.gap)
        cell, top = self._cell(rect.width, look), rect.top
        for row, high in enumerate(self._heights(rect.width, look)):
            for column, each in enumerate(self.held[row * columns : (row + 1) * columns]):
                each.place(pygame.Rect(rect.left + column * (cell + gap), top, cell, high), look)
            top += high + gap

    def _cell(self, width: int, look: Look) -> int:
        columns = self.columns(width, look)
        return (width - look.space(self.gap) * (columns - 1)) // columns

    def _heights(self, width: int, look: Look) -> list[int]:
        columns, cell = self.columns(width, look), self._cell(width, look)
        highs = [each.measure(cell, look)[1] for each in self.held]
        return [max(highs[first : first + columns]) for first in range(0, len(highs), columns)]


class Panel(Holder):
    """A raised plate round one widget."""

    def __init__(self, inside: Widget, *, pad: float = 14, ink: Colour = theme.PANEL, grows: bool = False) -> None:
        super().__init__([inside], grows=grows)
        self.pad, self.ink = pad, ink

    def measure(self, width: int, look: Look) -> Size:
        """What it holds, and room round it."""
        pad = look.space(self.pad)
        wide, high = self.held[0].measure(width - 2 * pad, look)
        return wide + 2 * pad, high + 2 * pad

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Inside the pad."""
        super().place(rect, look)
        pad = look.space(self.pad)
        self.held[0].place(rect.inflate(-2 * pad, -2 * pad), look)

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Plate, then what is on it."""
        pygame.draw.rect(canvas, self.ink, self.rect, border_radius=look.space(8))
        pygame.draw.rect(canvas, OUTLINE, self.rect, width=1, border_radius=look.space(8))
        super().draw(canvas, look, focus)


class Split(Holder):
    """Two side by side, the left with `share` of the width; one below the other where a half would be too narrow."""

    def __init__(self, left: Widget, right: Widget, *, share: float = 0.5, least: float = 300, gap: float = 18) -> None:
        """`least`: units of text the narrower of the two needs."""
        super().__init__([left, right], gap=gap)
        self.share, self.least = share, least

    def measure(self, width: int, look: Look) -> Size:
        """All the width."""
        boxes = self._boxes(width, look)
        highs = [each.measure(wide, look)[1] for each, wide in zip(self.held, boxes, strict=True)]
        return width, max(highs) if boxes[0] < width else sum(highs) + look.space(self.gap)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Beside or below."""
        super().place(rect, look)
        left, top = rect.left, rect.top
        for each, wide in zip(self.held, self._boxes(rect.width, look), strict=True):
            high = each.measure(wide, look)[1]
            each.place(pygame.Rect(left, top, wide, high), look)
            if wide < rect.width:
                left += wide + look.space(self.gap)
            else:
                top += high + look.space(self.gap)

    def _boxes(self, width: int, look: Look) -> tuple[int, int]:
        room = width - look.space(self.gap)
        first = round(room * self.share)
        if min(first, room - first) < look.text(self.least):
            return width, width
        return first, room - first
