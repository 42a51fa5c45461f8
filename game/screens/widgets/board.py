"""A page of widgets: laid out to fit, scrolled where it is longer than the canvas, walked by keys, pad and mouse."""

from __future__ import annotations

import pygame

from game.screens import theme
from game.screens.widgets.look import OUTLINE, Look
from game.screens.widgets.widget import Widget

WAYS = {pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1), pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0)}
PAD_WAYS = {
    pygame.CONTROLLER_BUTTON_DPAD_UP: (0, -1),
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: (0, 1),
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: (-1, 0),
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: (1, 0),
}
CHOOSE = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
PUSHED, LET_GO = 20_000, 12_000  # of 32 767: a stick's way that counts as one step, and from which it counts again
WHEEL = 60  # units a notch of the wheel scrolls
BAR = 6  # units, width of the scroll bar
SIDEWAYS = 3.0  # times farther a widget counts that lies across the way asked for


class Board:
    """Holds one root widget, shows it in an area, and knows which widget has the focus."""

    def __init__(self, root: Widget, *, middle: bool = False) -> None:
        """`middle`: centred up and down where there is room."""
        self.root, self.middle = root, middle
        self.area = pygame.Rect(0, 0, 0, 0)
        self.scroll = 0
        self.high = 0
        self.look = Look(1.0)
        self.focus: Widget | None = next(iter(self.walk()), None)
        self._down: Widget | None = None
        self._stick = {0: 0, 1: 0}

    def walk(self) -> list[Widget]:
        """The widgets that can have the focus, in reading order."""
        return [each for each in self.root.parts() if each.focusable]

    def parts(self) -> list[Widget]:
        """All widgets seen."""
        return list(self.root.parts())

    def lay_out(self, area: pygame.Rect, look: Look) -> None:
        """Fit everything into `area`, its part round the focus in view."""
        self.area, self.look = pygame.Rect(area), look
        room = area.width
        high = self.root.measure(room, look)[1]
        if high > area.height:
            room -= look.space(BAR + 8)
            high = self.root.measure(room, look)[1]
        self.high = high
        self.scroll = max(0, min(self.scroll, high - area.height))
        top = area.top - self.scroll
        if self.middle and high < area.height:
            top += (area.height - high) // 2
        self.root.place(pygame.Rect(area.left, top, room, high), look)

    def draw(self, canvas: pygame.Surface) -> None:
        """Draw what is in view, and where in the whole that is."""
        before = canvas.get_clip()
        canvas.set_clip(self.area.inflate(4, 4).clip(before))
        self.root.draw(canvas, self.look, self.focus)
        canvas.set_clip(before)
        if self.high > self.area.height:
            self._draw_bar(canvas)

    def find(self, name: str) -> Widget | None:
        """The widget of that name or text."""
        return next((each for each in self.walk() if name in (getattr(each, "name", ""), each.text)), None)

    def set_focus(self, widget: Widget | None) -> None:
        """Give it the focus and bring it into view."""
        if widget is None:
            return
        self.focus = widget
        if widget.rect.height and self.area.height:
            margin = self.look.space(12)
            above, below = self.area.top + margin - widget.rect.top, widget.rect.bottom + margin - self.area.bottom
            if above > 0:
                self._scroll_by(-above)
            elif below > 0:
                self._scroll_by(min(below, widget.rect.top - self.area.top))

    def refocus(self, name: str) -> None:
        """Focus the widget of that name again, on a page built anew."""
        self.focus = self.find(name) or self.focus

    def take(self, event: pygame.event.Event, spot: tuple[float, float] | None = None) -> bool:
        """What keys, pad and mouse say; `spot` is the mouse on the canvas. Whether anything changed."""
        if event.type == pygame.KEYDOWN:
            return self._key(event)
        if event.type == pygame.CONTROLLERBUTTONDOWN:
            return self._pad(event)
        if event.type == pygame.CONTROLLERAXISMOTION:
            return self._lean(event)
        if event.type == pygame.MOUSEWHEEL:
            return self._scroll_by(-event.y * self.look.space(WHEEL))
        return spot is not None and self._mouse(event, spot)

    def _key(self, event: pygame.event.Event) -> bool:
        if self.focus is not None and self.focus.type(event):
            return True
        if event.key == pygame.K_TAB:
            self._step(-1 if event.mod & pygame.KMOD_SHIFT else 1)
        elif event.key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            self._scroll_by(round(self.area.height * (0.8 if event.key == pygame.K_PAGEDOWN else -0.8)))
        elif event.key in WAYS:
            self._go(WAYS[event.key])
        elif event.key in CHOOSE:
            self._choose()
        else:
            return False
        return True

    def _pad(self, event: pygame.event.Event) -> bool:
        if event.button in PAD_WAYS:
            self._go(PAD_WAYS[event.button])
        elif event.button == pygame.CONTROLLER_BUTTON_A:
            self._choose()
        else:
            return False
        return True

    def _lean(self, event: pygame.event.Event) -> bool:
        """The left stick, once a push."""
        if event.axis not in (0, 1):
            return False
        way = 0 if abs(event.value) < LET_GO else (1 if event.value > 0 else -1)
        if way == self._stick[event.axis] or (way and abs(event.value) < PUSHED):
            return False
        self._stick[event.axis] = way
        if way:
            self._go((way, 0) if event.axis == 0 else (0, way))
        return bool(way)

    def _mouse(self, event: pygame.event.Event, spot: tuple[float, float]) -> bool:
        if event.type == pygame.MOUSEMOTION:
            if self._down is not None and event.buttons[0]:
                return self._down.drag(spot)
            under = self._under(spot)
            if under is None or under is self.focus:
                return False
            self.focus = under
            return True
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self._down = self._under(spot)
            if self._down is not None:
                self.focus = self._down
                self._down.press(spot)
            return self._down is not None
        if event.type == pygame.MOUSEBUTTONUP:
            self._down = None
        return False

    def _under(self, spot: tuple[float, float]) -> Widget | None:
        if not self.area.collidepoint(spot):
            return None
        return next((each for each in self.walk() if each.rect.collidepoint(spot)), None)

    def _choose(self) -> None:
        if self.focus is not None:
            self.focus.choose()

    def _step(self, step: int) -> None:
        """The next widget in reading order, round the ends."""
        walk = self.walk()
        if walk:
            at = walk.index(self.focus) if self.focus in walk else -step
            self.set_focus(walk[(at + step) % len(walk)])

    def _go(self, way: tuple[int, int]) -> None:
        """Sideways within the widget if it means something there, else to the nearest widget that way."""
        if self.focus is None:
            self._step(1)
        elif not (way[0] and self.focus.shift(way[0])):
            nearest = self._nearest(self.focus, way)
            if nearest is not None:
                self.set_focus(nearest)
            elif way[1]:
                self._scroll_by(way[1] * self.look.space(WHEEL))

    def _nearest(self, origin: Widget, way: tuple[int, int]) -> Widget | None:
        """The widget that way which is least far, sidesteps counted more."""
        best, least = None, float("inf")
        for each in self.walk():
            if each is origin:
                continue
            ahead, aside = _offset(origin.rect, each.rect, way)
            if ahead > 0 and ahead + SIDEWAYS * aside < least:
                best, least = each, ahead + SIDEWAYS * aside
        return best

    def _scroll_by(self, pixels: int) -> bool:
        before = self.scroll
        self.scroll = max(0, min(self.scroll + pixels, self.high - self.area.height))
        if self.scroll != before and self.area.height:
            self.lay_out(self.area, self.look)
        return self.scroll != before

    def _draw_bar(self, canvas: pygame.Surface) -> None:
        track = pygame.Rect(0, 0, self.look.space(BAR), self.area.height)
        track.topright = self.area.topright
        thumb = pygame.Rect(track)
        thumb.height = max(self.look.space(24), round(track.height * self.area.height / self.high))
        span = track.height - thumb.height
        thumb.top = track.top + round(span * self.scroll / max(1, self.high - self.area.height))
        pygame.draw.rect(canvas, theme.PANEL, track, border_radius=track.width)
        pygame.draw.rect(canvas, OUTLINE, track, width=1, border_radius=track.width)
        pygame.draw.rect(canvas, theme.MUTED, thumb, border_radius=track.width)


def _offset(origin: pygame.Rect, other: pygame.Rect, way: tuple[int, int]) -> tuple[float, float]:
    """How far `other` lies ahead (from edge to edge, at least 1 when it is there) and aside, in pixels."""
    if way[0]:
        ahead = (other.centerx - origin.centerx) * way[0]
        aside = max(0, other.top - origin.bottom + 1, origin.top - other.bottom + 1)
        beyond = other.left >= origin.right - 2 if way[0] > 0 else other.right <= origin.left + 2
    else:
        ahead = (other.centery - origin.centery) * way[1]
        aside = max(0, other.left - origin.right + 1, origin.left - other.right + 1)
        beyond = other.top >= origin.bottom - 2 if way[1] > 0 else other.bottom <= origin.top + 2
    return (float(ahead) if beyond else 0.0), float(aside)
