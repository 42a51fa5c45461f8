"""The formation board: eleven men in their places, each with what he is paid for; Enter changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.screens import sprites, theme
from game.screens.theme import Kit
from game.screens.widgets import Look, Widget
from game.screens.widgets.look import FOCUS

HIGH = 400  # units of the board
MAN = 13  # units, radius of a man
ROW = 0.12  # of the board up the pitch within which men stand in one row
LABEL = 14  # units of text


@dataclass(frozen=True)
class Man:
    """One man on the board: spot (along, across) 0…1, shirt number, and his pay in a word or two."""

    spot: tuple[float, float]
    number: int
    pay: str


class Peg(Widget):
    """A man to be chosen; `turn` is called when he is, to give him the next contract."""

    focusable = True

    def __init__(self, man: Man, kit: Kit, slot: int, *, turn: Callable[[], None], name: str, text: str) -> None:
        super().__init__()
        self.man, self.kit, self.slot, self.turn = man, kit, slot, turn
        self.name, self.text = name, text

    def measure(self, width: int, look: Look) -> tuple[int, int]:
        """His shirt and a line below."""
        pixels = look.text(LABEL)
        wide = max(theme.width_of(self.man.pay, pixels), look.space(2 * MAN)) + look.space(8)
        return wide, look.space(2 * MAN) + round(pixels * 1.5) + look.space(6)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """The word under the shirt."""
        super().place(rect, look)
        pixels = look.text(LABEL)
        wide = theme.width_of(self.man.pay, pixels)
        high = round(pixels * 1.36)
        self.written = [
            (self.man.pay, pygame.Rect(rect.centerx - wide // 2, rect.bottom - high - look.space(2), wide, high))
        ]

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Shirt, pay, and a ring round him who has the focus."""
        theme.plate(canvas, self.rect, ink=theme.RAISED if focus is self else theme.PLATE, opacity=215)
        if focus is self:
            pygame.draw.rect(canvas, FOCUS, self.rect, width=look.space(3), border_radius=look.space(6))
        middle = (self.rect.centerx, self.rect.top + look.space(MAN + 3))
        sprites.stamp(canvas, sprites.shirt(self.kit, self.man.number, look.space(MAN)), middle)
        word, place = self.written[0]
        theme.write(canvas, word, place.center, pixels=look.text(LABEL), anchor="center")

    def choose(self) -> None:
        """The next contract."""
        self.turn()


class Pitch(Widget):
    """Half a pitch with the pegs on it, own goal at the foot; pegs that would overlap are moved apart."""

    def __init__(self, pegs: Sequence[Peg]) -> None:
        super().__init__()
        self.pegs = list(pegs)

    def parts(self) -> Iterator[Widget]:
        """The pegs."""
        yield from self.pegs

    def measure(self, width: int, look: Look) -> tuple[int, int]:
        """All the width; as high as five rows of pegs need."""
        tallest = max(peg.measure(width, look)[1] for peg in self.pegs)
        return width, max(look.space(HIGH), 5 * (tallest + look.space(8)))

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Row by row from the own goal: those of a row side by side."""
        super().place(rect, look)
        rows: list[list[Peg]] = []
        for peg in sorted(self.pegs, key=lambda peg: peg.man.spot):
            if rows and peg.man.spot[0] - rows[-1][0].man.spot[0] < ROW:
                rows[-1].append(peg)
            else:
                rows.append([peg])
        lines = [sorted(row, key=lambda peg: peg.man.spot[1]) for row in rows]
        high = rect.height // len(lines)
        for nth, line in enumerate(lines):
            self._row(line, pygame.Rect(rect.left, rect.bottom - (nth + 1) * high, rect.width, high), look)

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Grass, lines, men."""
        pygame.draw.rect(canvas, theme.TURF, self.rect, border_radius=look.space(6))
        thick = look.space(1.5)
        inside = self.rect.inflate(-look.space(8), -look.space(8))
        pygame.draw.rect(canvas, theme.LINE, inside, thick)
        box = pygame.Rect(0, 0, inside.width // 2, inside.height // 6)
        box.midbottom = inside.midbottom
        pygame.draw.rect(canvas, theme.LINE, box, thick)
        for peg in self.pegs:
            peg.draw(canvas, look, focus)

    def _row(self, line: Sequence[Peg], rect: pygame.Rect, look: Look) -> None:
        """Each in the middle of an equal share of the row, no wider than it."""
        share = rect.width // len(line)
        for nth, peg in enumerate(line):
            wide, high = peg.measure(share, look)
            box = pygame.Rect(0, 0, min(wide, share - look.space(4)), high)
            box.center = (rect.left + round((nth + 0.5) * share), rect.centery)
            peg.place(box, look)
