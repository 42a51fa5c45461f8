"""A page of widgets with a heading, a body and the keys at its foot; most pages of the game are one of these."""

from __future__ import annotations

import pygame

from game.screens import theme
from game.screens.stage import Screen, Stage
from game.screens.widgets import Board, Look, Widget, Words
from game.screens.widgets.keycap import hints

EDGE = 24  # units kept free round a page
BACK = (pygame.K_ESCAPE, pygame.K_BACKSPACE)
WIDEST = 1120  # units of text a page is wide


class Page(Screen):
    """Subclasses give a `heading` and `build` the widgets; the page is built anew whenever it is entered or renewed."""

    board: Board
    foot: Board
    head: Board
    middle = False
    """Whether heading and body stand in the middle of the page where there is room."""
    wide: float = WIDEST
    """Units of text the page is wide at most."""

    @property
    def heading(self) -> str:
        """What stands above the page."""
        return ""

    def build(self) -> Widget:
        """The body."""
        raise NotImplementedError

    @property
    def alt(self) -> str:
        """Heading, then what can be seen, the focus marked."""
        seen = [each for each in self.board.parts() if each.text]
        return "\n".join([self.heading, *(f"{'> ' if each is self.board.focus else ''}{each.text}" for each in seen)])

    def enter(self, stage: Stage) -> None:
        """Build it in the language of now; the focus stays where it was."""
        super().enter(stage)
        self.renew()

    def renew(self) -> None:
        """Build it anew, after something it shows has changed."""
        made = hasattr(self, "board")
        focus, scroll = (self.board.focus, self.scrolling.scroll) if made else (None, 0)
        self.make()
        self.scrolling.scroll = scroll
        self.foot = Board(hints(self.stage.say, self.stage.device))
        if focus is not None:
            self.board.refocus(getattr(focus, "name", focus.text))
        self._device = self.stage.device
        self.lay_out()
        self.stage.stale = True

    def make(self) -> None:
        """Heading and body, as they are to be now."""
        self.board = Board(self.build())
        self.head = Board(Words(self.heading, size=28, bold=True))

    @property
    def scrolling(self) -> Board:
        """The board that scrolls where it is too long."""
        return self.board

    def go_back(self) -> None:
        """Escape, Backspace or East."""
        self.stage.back()

    def take(self, event: pygame.event.Event) -> None:
        """Widgets first, then back."""
        if self.board.take(event, self._spot(event)):
            self.stage.stale = True
        elif _means_back(event):
            self.go_back()
        if self.stage.device != self._device:
            self._device = self.stage.device
            self.foot = Board(hints(self.stage.say, self.stage.device))
            self.stage.stale = True

    def draw(self, canvas: pygame.Surface) -> None:
        """Ground, heading, body, foot; a notice takes the place of the foot."""
        self.ground(canvas)
        self.lay_out()
        for part in (self.head, self.board, *(() if self.stage.notices.said else (self.foot,))):
            part.draw(canvas)

    def ground(self, canvas: pygame.Surface) -> None:
        """What the page stands on."""
        canvas.fill(theme.INK)
        look = self.stage.look()
        pygame.draw.rect(canvas, theme.TURF, (0, 0, canvas.get_width(), look.space(5)))

    def lay_out(self) -> None:
        """Fit heading, body and foot to the canvas."""
        canvas, look = self.stage.window.canvas, self.stage.look()
        area = page_area(canvas.get_rect(), look, self.wide)
        head, foot = self._high(self.head, area.width, look), self._high(self.foot, area.width, look)
        gap = look.space(14)
        above = head + gap if self.heading else 0
        room = area.height - foot - gap - above
        body = min(self._high(self.board, area.width, look), room)
        top = area.top + ((room - body) // 2 if self.middle else 0)
        self.head.lay_out(pygame.Rect(area.left, top, area.width, head), look)
        self.foot.lay_out(pygame.Rect(area.left, area.bottom - foot, area.width, foot), look)
        self.board.lay_out(pygame.Rect(area.left, top + above, area.width, body if self.middle else room), look)

    def boxes(self) -> list[Widget]:
        """Everything seen on the page, placed; what a test measures."""
        return [each for part in (self.head, self.board, self.foot) for each in part.parts()]

    def _high(self, part: Board, width: int, look: Look) -> int:
        return part.root.measure(width, look)[1]

    def _spot(self, event: pygame.event.Event) -> tuple[float, float] | None:
        return self.stage.window.on_canvas(event.pos) if hasattr(event, "pos") else None


def _means_back(event: pygame.event.Event) -> bool:
    if event.type == pygame.KEYDOWN:
        return event.key in BACK
    return event.type == pygame.CONTROLLERBUTTONDOWN and event.button == pygame.CONTROLLER_BUTTON_B


def page_area(canvas: pygame.Rect, look: Look, most: float = WIDEST) -> pygame.Rect:
    """Where a page's widgets go: the middle of the canvas, an edge kept free."""
    edge = look.space(EDGE)
    area = canvas.inflate(-2 * edge, -2 * edge)
    wide = min(area.width, look.space(most * look.scale))
    return pygame.Rect(canvas.centerx - wide // 2, area.top, wide, area.height)
