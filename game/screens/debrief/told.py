"""A page that tells something above and asks something below: what is told scrolls, the choices stay in sight."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.screens import theme
from game.screens.charts import Chart
from game.screens.page import Page, page_area
from game.screens.stage import Screen, Stage
from game.screens.widgets import Board, Look, Widget, Words
from game.screens.widgets.lines import line_height

PINNED = 0.55  # of the page's height the choices take at most
SCROLLS = (pygame.K_PAGEUP, pygame.K_PAGEDOWN)
NOTCH = 60  # units an arrow scrolls


class Told(Page):
    """`build` gives what is told, without anything to choose; `choices` what can be chosen."""

    body: Board

    def choices(self) -> Widget:
        """What can be chosen, the usual choice first."""
        raise NotImplementedError

    def say(self, key: str, **values: object) -> str:
        """The words for `key` in the language chosen."""
        return self.stage.say(key, **values)

    def make(self) -> None:
        """What is told, the choices and a small heading."""
        self.body, self.board = Board(self.build(), middle=self.middle), Board(self.choices())
        self.head = Board(Words(self.heading, size=theme.BODY, ink=theme.MUTED))

    @property
    def scrolling(self) -> Board:
        """What is told; the choices stay in sight."""
        return self.body

    def begin(self) -> None:
        """Build it anew from the top, the usual choice focused: another part of the page's story."""
        if hasattr(self, "board"):
            self.board.focus, self.body.scroll = None, 0
        self.renew()
        self.board.focus = next(iter(self.board.walk()), None)

    def take(self, event: pygame.event.Event) -> None:
        """Choices first; what moves none of them scrolls what is told."""
        before = self.board.focus
        if event.type == pygame.MOUSEWHEEL or (event.type == pygame.KEYDOWN and event.key in SCROLLS):
            self.body.take(event)
            self.stage.stale = True
            return
        body = self.body
        super().take(event)
        if body is self.body and self.board.focus is before and _is_vertical(event):
            down = getattr(event, "key", None) == pygame.K_DOWN
            down = down or getattr(event, "button", None) == pygame.CONTROLLER_BUTTON_DPAD_DOWN
            body.scroll += self.stage.look().space(NOTCH) * (1 if down else -1)
            self.stage.stale = True

    def draw(self, canvas: pygame.Surface) -> None:
        """Ground, heading, what is told, choices, foot."""
        self.ground(canvas)
        self.lay_out()
        for part in (self.head, self.body, self.board, self.foot):
            part.draw(canvas)

    def lay_out(self) -> None:
        """Heading on top, foot and choices at the bottom, the rest for what is told."""
        canvas, look = self.stage.window.canvas, self.stage.look()
        area = page_area(canvas.get_rect(), look)
        gap = look.space(10)
        head, foot = self._high(self.head, area.width, look), self._high(self.foot, area.width, look)
        pinned = min(self._high(self.board, area.width, look), round(PINNED * area.height))
        self.head.lay_out(pygame.Rect(area.left, area.top, area.width, head), look)
        self.foot.lay_out(pygame.Rect(area.left, area.bottom - foot, area.width, foot), look)
        bottom = area.bottom - foot - gap - pinned
        self.board.lay_out(pygame.Rect(area.left, bottom, area.width, pinned), look)
        top = area.top + head + gap
        self.body.lay_out(pygame.Rect(area.left, top, area.width, bottom - gap - top), look)

    def boxes(self) -> list[Widget]:
        """Everything on the page, placed."""
        return [each for part in (self.head, self.body, self.board, self.foot) for each in part.parts()]

    @property
    def alt(self) -> str:
        """Heading, what is told, the choices, the focus marked."""
        told = [each.text for each in self.body.parts() if each.text]
        return "\n".join([self.heading, *told, *super().alt.split("\n")[1:]])


class Charted(Widget):
    """Charts beside each other where each has room, else one below the other."""

    def __init__(self, charts: Sequence[Chart], *, high: float, lines: float = 8.0, least: float = 330) -> None:
        """`high`: units each takes, never less than `lines` of text; `least`: units of text each needs across."""
        super().__init__()
        self.charts, self.high, self.lines, self.least = charts, high, lines, least
        self.text = " ".join(chart.alt for chart in charts)
        self.boxes: list[pygame.Rect] = []

    def measure(self, width: int, look: Look) -> tuple[int, int]:
        """All the width."""
        rows = 1 if self._beside(width, look) else len(self.charts)
        return width, rows * self._each(look) + look.space(8) * (rows - 1)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """A box for each."""
        super().place(rect, look)
        count, gap = len(self.charts), look.space(22)
        if self._beside(rect.width, look):
            wide = (rect.width - gap * (count - 1)) // count
            self.boxes = [
                pygame.Rect(rect.left + nth * (wide + gap), rect.top, wide, rect.height) for nth in range(count)
            ]
        else:
            high = self._each(look)
            tops = [rect.top + nth * (high + look.space(8)) for nth in range(count)]
            self.boxes = [pygame.Rect(rect.left, top, rect.width, high) for top in tops]

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Each in its box."""
        self.written = []
        for chart, box in zip(self.charts, self.boxes, strict=True):
            self.written += [("", word) for word in chart.draw(canvas, box, pixels=look.text(theme.LABEL))]

    def _each(self, look: Look) -> int:
        return max(look.space(self.high), round(self.lines * line_height(look.text(theme.LABEL))))

    def _beside(self, width: int, look: Look) -> bool:
        return width >= len(self.charts) * look.text(self.least)


def _is_vertical(event: pygame.event.Event) -> bool:
    """Whether up or down was asked for."""
    if event.type == pygame.KEYDOWN:
        return event.key in (pygame.K_UP, pygame.K_DOWN)
    ways = (pygame.CONTROLLER_BUTTON_DPAD_UP, pygame.CONTROLLER_BUTTON_DPAD_DOWN)
    return event.type == pygame.CONTROLLERBUTTONDOWN and event.button in ways


def home(stage: Stage) -> None:
    """To the page below, or to the title where there is none."""
    if len(stage.pages) > 1:
        stage.back()
    else:
        over_title(stage)


def over_title(stage: Stage, screen: Screen | None = None) -> None:
    """Show `screen` with the title alone below it, so that leaving it leads there."""
    from game.screens.title import TitleScreen

    stage.go(TitleScreen())
    if screen is not None:
        stage.push(screen)
