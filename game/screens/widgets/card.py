"""A card: a name and a few facts on a plate, to be chosen; and a line of text to be typed into."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.screens import theme
from game.screens.widgets.button import Deed, frame
from game.screens.widgets.lines import line_height, lines, widest
from game.screens.widgets.look import Look
from game.screens.widgets.widget import Size, Widget

PAD = 12  # units
NARROW = 150  # units of text a card is wide at least
LAST = 200  # letters of what is typed that a line may show


class Card(Widget):
    """`facts` are lines below the name."""

    focusable = True

    def __init__(
        self, title: str, facts: Sequence[str], on_choose: Deed, *, name: str = "", on: bool = False, size: float = 16
    ) -> None:
        """`on` marks the one chosen; `size` of the name in units."""
        super().__init__()
        self.title, self.facts, self.on_choose = title, tuple(facts), on_choose
        self.name, self.on, self.size = name or title, on, size
        self.text = ". ".join((title, *facts))

    def measure(self, width: int, look: Look) -> Size:
        """All the width, as high as its lines."""
        room = width - 2 * look.space(PAD)
        high = sum(line_height(pixels) for _, pixels, _ in self._lines(room, look))
        return width, high + 2 * look.space(PAD) + look.space(4)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Name on top."""
        super().place(rect, look)
        pad = look.space(PAD)
        top, self.written = rect.top + pad, []
        for nth, (line, pixels, bold) in enumerate(self._lines(rect.width - 2 * pad, look)):
            if not bold and nth and self._lines(rect.width - 2 * pad, look)[nth - 1][2]:
                top += look.space(4)
            wide = widest((line,), pixels, bold=bold)
            self.written.append((line, pygame.Rect(rect.left + pad, top, wide, line_height(pixels))))
            top += line_height(pixels)

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Plate, name, facts."""
        ink = theme.RAISED if focus is self or self.on else theme.PANEL
        frame(canvas, self.rect, look, ink=ink, focused=focus is self)
        if self.on:
            mark = pygame.Rect(self.rect.left, self.rect.top, look.space(5), self.rect.height)
            pygame.draw.rect(canvas, theme.AMBER, mark, border_radius=look.space(3))
        drawn = self._lines(self.rect.width - 2 * look.space(PAD), look)
        for (line, place), (_, pixels, bold) in zip(self.written, drawn, strict=True):
            tone = theme.TEXT if bold else theme.MUTED
            theme.write(canvas, line, place.midleft, pixels=pixels, ink=tone, bold=bold, anchor="midleft")

    def choose(self) -> None:
        """Take it."""
        self.on_choose()

    def _lines(self, room: int, look: Look) -> list[tuple[str, int, bool]]:
        """Every line with its height in pixels and whether it is bold."""
        large, small = look.text(self.size), look.text(theme.LABEL)
        made = [(line, large, True) for line in lines(self.title, large, room, bold=True)]
        return made + [(line, small, False) for fact in self.facts for line in lines(fact, small, room)]


class Entry(Widget):
    """A line to type into."""

    focusable = True

    def __init__(self, label: str, on_choose: Deed, *, most: int = 40_000) -> None:
        """`most` letters are taken; Enter calls `on_choose`."""
        super().__init__()
        self.label, self.on_choose, self.most = label, on_choose, most
        self.typed = ""
        self.name = self.text = label

    def measure(self, width: int, look: Look) -> Size:
        """All the width, one line of label and one of what is typed."""
        return width, line_height(look.text(theme.LABEL)) + line_height(look.text(theme.BODY)) + 2 * look.space(PAD)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Label above."""
        super().place(rect, look)
        pad, small, large = look.space(PAD), look.text(theme.LABEL), look.text(theme.BODY)
        room = rect.width - 2 * pad
        end = self.typed[-LAST:]
        while end and theme.width_of(end + "|", large, bold=True) > room:
            end = end[1:]
        top = rect.top + pad
        self.written = [
            (theme.fitted(self.label, small, room), pygame.Rect(rect.left + pad, top, room, line_height(small))),
            (end, pygame.Rect(rect.left + pad, top + line_height(small), room, line_height(large))),
        ]

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Plate, label, what is typed, and where the next letter goes."""
        frame(canvas, self.rect, look, ink=theme.PLATE, focused=focus is self)
        (label, above), (typed, below) = self.written
        theme.write(canvas, label, above.midleft, pixels=look.text(theme.LABEL), ink=theme.MUTED, anchor="midleft")
        shown = f"{typed}|" if focus is self else typed
        theme.write(canvas, shown, below.midleft, pixels=look.text(theme.BODY), bold=True, anchor="midleft")

    def type(self, event: pygame.event.Event) -> bool:
        """A letter, Backspace, or what lies in the clipboard (Ctrl+V)."""
        if event.key == pygame.K_BACKSPACE and self.typed:
            self.typed = self.typed[:-1]
        elif event.key == pygame.K_v and event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
            self.paste()
        elif event.unicode and event.unicode.isprintable() and not event.mod & pygame.KMOD_CTRL:
            self.typed = (self.typed + event.unicode)[: self.most]
        else:
            return False
        return True

    def paste(self) -> None:
        """Take what lies in the clipboard."""
        self.typed = (self.typed + _clipboard())[: self.most]

    def choose(self) -> None:
        """Done."""
        self.on_choose()


def _clipboard() -> str:
    """The text somebody has copied, empty where there is none."""
    try:
        if not pygame.scrap.get_init():
            pygame.scrap.init()
        content = pygame.scrap.get(pygame.SCRAP_TEXT)
    except pygame.error:
        return ""
    return "".join((content or b"").decode("utf-8", "ignore").replace("\0", "").split())
