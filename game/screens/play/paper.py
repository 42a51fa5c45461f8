"""Writing with a memory: every text drawn leaves its rectangle, so that nothing overlaps unnoticed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

import pygame

from game.screens import theme
from game.screens.play import marks
from game.screens.play.facts import Card, Row
from game.screens.theme import Colour

LINE = 20  # units a row of a card is high
LARGE = 30  # units a large row is high
PAD = 8  # units round a card's rows
BAR = 62  # units a bar is wide
ICON = 13  # units an icon is wide


Written = list[tuple[str, pygame.Rect]]
"""Texts and where they stand."""


@dataclass
class Sheet:
    """A part of the picture kept as it was drawn, until what it shows changes."""

    shows: Hashable
    surface: pygame.Surface
    written: Written


@dataclass
class Paper:
    """A surface, how large a unit of text is on it, and what was written where."""

    surface: pygame.Surface
    unit: float
    """Pixels a unit, text size included."""
    written: Written = field(default_factory=list)
    sheets: dict[str, Sheet] = field(default_factory=dict)

    def sheet(
        self, name: str, box: pygame.Rect, shows: Hashable, draw: Callable[[Paper, pygame.Rect], None], *, clear: bool
    ) -> None:
        """Lay down the sheet `name` at `box`, drawn anew only when `shows` is not what it showed.

        `draw` gets a paper of the box's size; a `clear` one lets through what lies below.
        """
        told = (shows, box.size, self.unit)
        kept = self.sheets.get(name)
        if kept is None or kept.shows != told:
            flags = pygame.SRCALPHA if clear else 0
            surface = pygame.Surface(box.size, flags, 32)
            paper = Paper(surface, self.unit)
            draw(paper, surface.get_rect())
            kept = self.sheets[name] = Sheet(told, surface, paper.written)
        self.surface.blit(kept.surface, box)
        self.written.extend((text, place.move(box.topleft)) for text, place in kept.written)

    def write(
        self,
        text: str,
        at: tuple[float, float],
        *,
        units: float = theme.LABEL,
        ink: Colour = theme.TEXT,
        bold: bool = False,
        anchor: str = "topleft",
    ) -> pygame.Rect:
        """`text` with its `anchor` at `at` (px)."""
        box = theme.write(self.surface, text, at, pixels=units * self.unit, ink=ink, bold=bold, anchor=anchor)
        if text:
            self.written.append((text, box))
        return box

    def width(self, text: str, *, units: float = theme.LABEL, bold: bool = False) -> int:
        """Pixels `text` takes."""
        return theme.width_of(text, round(units * self.unit), bold=bold)

    def px(self, units: float) -> int:
        """Pixels of a length."""
        return round(units * self.unit)

    def plate(
        self, text: str, at: tuple[float, float], *, units: float, bold: bool = False, anchor: str
    ) -> pygame.Rect:
        """`text` on a dark plate kept inside the clip."""
        box = theme.label(self.surface, text, at, pixels=units * self.unit, bold=bold, anchor=anchor)
        self.written.append((text, box))
        return box


def card_size(paper: Paper, card: Card) -> tuple[int, int]:
    """Pixels a card needs."""
    width = max(_row_width(paper, row) for row in card.rows)
    height = sum(_row_height(paper, row) for row in card.rows)
    return width + 2 * paper.px(PAD), height + 2 * paper.px(PAD)


def draw_card(paper: Paper, card: Card, box: pygame.Rect, *, opacity: int = 235) -> None:
    """The rows of `card` one below the other inside `box`."""
    theme.plate(paper.surface, box, ink=theme.PANEL, opacity=opacity)
    y = box.top + paper.px(PAD)
    for row in card.rows:
        draw_row(paper, row, (box.left + paper.px(PAD), y))
        y += _row_height(paper, row)


def draw_row(paper: Paper, row: Row, at: tuple[int, int]) -> None:
    """Icon, words, bar."""
    x, height = at[0], _row_height(paper, row)
    middle = at[1] + height // 2
    if row.icon:
        size = paper.px(ICON * (1.4 if row.large else 1.0))
        place = pygame.Rect(x, middle - size // 2, size, size)
        marks.icon(paper.surface, row.icon, place, theme.DANGER if row.icon == "triangle" else row.ink)
        x = place.right + paper.px(5)
    units = theme.BODY * 1.15 if row.large else theme.LABEL
    box = paper.write(row.text, (x, middle), units=units, ink=row.ink, bold=row.bold, anchor="midleft")
    if row.bar is not None:
        frame = pygame.Rect(box.right + paper.px(6), middle - paper.px(4), paper.px(BAR), paper.px(8))
        pygame.draw.rect(paper.surface, theme.PLATE, frame)
        pygame.draw.rect(paper.surface, theme.TEXT, frame, 1)
        filled = frame.inflate(-4, -4)
        filled.width = max(0, round(filled.width * min(1.0, max(0.0, row.bar))))
        paper.surface.fill(theme.TEXT, filled)


def _row_height(paper: Paper, row: Row) -> int:
    return paper.px(LARGE if row.large else LINE)


def _row_width(paper: Paper, row: Row) -> int:
    units = theme.BODY * 1.15 if row.large else theme.LABEL
    width = paper.width(row.text, units=units, bold=row.bold)
    width += paper.px(ICON * (1.4 if row.large else 1.0) + 5) if row.icon else 0
    return width + (paper.px(BAR + 6) if row.bar is not None else 0)


def flow_rows(paper: Paper, rows: tuple[Row, ...], width: int) -> list[list[Row]]:
    """Rows laid side by side in as few lines of `width` px as they need."""
    lines: list[list[Row]] = [[]]
    used = 0
    for row in rows:
        needs = _row_width(paper, row) + paper.px(18)
        if lines[-1] and used + needs > width:
            lines.append([])
            used = 0
        lines[-1].append(row)
        used += needs
    return lines


def flow_height(paper: Paper, lines: list[list[Row]]) -> int:
    """Pixels those lines are high."""
    return sum(max(_row_height(paper, row) for row in line) for line in lines) + 2 * paper.px(PAD)


def draw_flow(paper: Paper, lines: list[list[Row]], box: pygame.Rect) -> None:
    """Those lines inside `box`."""
    theme.plate(paper.surface, box, ink=theme.PANEL, opacity=255)
    y = box.top + paper.px(PAD)
    for line in lines:
        height = max(_row_height(paper, row) for row in line)
        x = box.left + paper.px(PAD)
        for row in line:
            draw_row(paper, row, (x, y + (height - _row_height(paper, row)) // 2))
            x += _row_width(paper, row) + paper.px(18)
        y += height
