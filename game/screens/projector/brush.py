"""What the projector's pages are drawn with: a canvas, sizes that never fall under what a back row reads, words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pygame

from game.screens import theme
from game.screens.charts import Bar, Bars
from game.screens.language import Language
from game.screens.projector.stacked import draw_stacked, has_room
from game.screens.theme import Colour
from game.screens.widgets.lines import line_height, lines

TEXT, LARGE, HUGE = 19, 40, 60  # units; 19 are 28 px at 1080p
MOST = 1.4  # times the size asked for, where a page has room
LESS = 0.94  # of the size, when a page does not fit
LEAST = 0.25  # of the size asked for
LABELS = 0.42  # of a chart's width that its labels get
BESIDE = 0.8  # of the size asked for, down to which names stand beside their bars
SIGNS = {True: "+", False: ""}

Page = Callable[["Brush", pygame.Rect], int]
"""Draws itself in a box and returns the y below it."""


class Brush:
    """A canvas, a text size (1 to 2) and a language."""

    def __init__(
        self, canvas: pygame.Surface, say: Language, scale: float, *, size: tuple[int, int] | None = None
    ) -> None:
        self.canvas, self.say, self.scale = canvas, say, scale
        self.size = size or canvas.get_size()
        self.unit = theme.unit(self.size)
        self.shrunk = 1.0

    def px(self, units: float) -> int:
        """Pixels of text of `units`, as large as asked for if there is room, never under TEXT at its plain size."""
        return max(round(TEXT * self.unit), round(units * self.unit * self.scale * self.shrunk))

    def space(self, units: float) -> int:
        """Pixels of `units` of room."""
        return max(1, round(units * self.unit))

    def block(
        self,
        text: str,
        box: pygame.Rect,
        units: float,
        *,
        bold: bool = False,
        centre: bool = False,
        ink: Colour = theme.TEXT,
    ) -> int:
        """`text` in lines within the width of `box`; the y below it."""
        pixels, y = self.px(units), box.top
        for line in lines(text, pixels, box.width, bold=bold):
            at, anchor = ((box.centerx, y), "midtop") if centre else ((box.left, y), "topleft")
            theme.write(self.canvas, line, at, pixels=pixels, bold=bold, anchor=anchor, ink=ink)
            y += line_height(pixels)
        return y

    def blocks(self, rows: Sequence[tuple[str, float]], box: pygame.Rect, *, gap: float = 12) -> int:
        """Texts of so many units one under the other, those of LARGE and up in bold; the y below."""
        y = box.top
        for text, units in rows:
            if text:
                place = pygame.Rect(box.left, y, box.width, max(1, box.bottom - y))
                y = self.block(text, place, units, bold=units >= LARGE) + self.space(gap)
        return y

    def bars(self, chart: Bars, box: pygame.Rect, units: float) -> int:
        """`chart` over the width of `box`; its names stand above the bars where they are too long beside them."""
        pixels, least = self.px(units), max(self.px(0), round(BESIDE * self.px(units)))
        while pixels > least and not has_room(chart, pixels, box.width, labels=LABELS):
            pixels -= 1
        if not has_room(chart, pixels, box.width, labels=LABELS):

            def block(text: str, place: pygame.Rect, bold: bool) -> int:
                return self.block(text, place, units, bold=bold)

            return draw_stacked(self.canvas, chart, box, pixels=self.px(units), block=block)
        high = min(chart.height(pixels), max(1, box.bottom - box.top))
        chart.draw(self.canvas, pygame.Rect(box.left, box.top, box.width, high), pixels=pixels)
        return box.top + chart.height(pixels)

    def words(self, text: Any) -> str:
        """A text of the room, in this language where it has one."""
        if isinstance(text, dict):
            return str(text.get(self.say.code) or next(iter(text.values()), ""))
        return str(text or "")

    def number(self, value: float, digits: int = 0, *, sign: bool = False) -> str:
        """A number as the language writes it."""
        text = f"{value:{SIGNS[sign and round(value, digits) != 0]}.{digits}f}".replace("-", "−")
        return text.replace(".", self.say("debrief.decimal"))

    def fitted(self, page: Page, box: pygame.Rect) -> None:
        """Draw `page` in `box`, its text as large as there is room for; what is left is mostly below."""
        self.beside([(page, box)])

    def beside(self, pages: Sequence[tuple[Page, pygame.Rect]]) -> None:
        """Draw pages in their boxes, in one size of text for all: the largest at which each fits."""
        trial = Brush(pygame.Surface((1, 1), depth=32), self.say, self.scale, size=self.size)
        trial.shrunk = MOST
        for page, box in pages:
            while page(trial, box) > box.bottom and trial.shrunk > LEAST:
                trial.shrunk *= LESS
        lower = max(0, min(box.bottom - page(trial, box) for page, box in pages)) // 4
        self.shrunk = trial.shrunk
        for page, box in pages:
            page(self, pygame.Rect(box.left, box.top + lower, box.width, box.height - lower))
        self.shrunk = 1.0


def below(box: pygame.Rect, y: int) -> pygame.Rect:
    """What is left of `box` under `y`."""
    return pygame.Rect(box.left, y, box.width, max(1, box.bottom - y))


def grown(bars: Sequence[Bar], share: float) -> list[Bar]:
    """The bars `share` (0 to 1) of the way to their length; intervals and figures show when they are there."""
    if share >= 1.0:
        return list(bars)
    nothing = float("nan")
    return [
        Bar(bar.label, bar.interval._replace(value=bar.interval.value * share, low=nothing, high=nothing), "…",
            bar.ink, bar.mark)
        for bar in bars
    ]  # fmt: skip
