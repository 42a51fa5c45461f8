"""How large things are on this canvas: pixels a unit of space, and pixels a unit of text, which grows by itself."""

from __future__ import annotations

from dataclasses import dataclass

from game.screens import theme
from game.screens.theme import Colour

FOCUS: Colour = theme.WHITE
OUTLINE: Colour = (0x3A, 0x4C, 0x5D)
GRASS: Colour = (0x2F, 0x8F, 0x5B)  # green of what is switched on; white on it reads at 4.0
SHADE: Colour = (0x1B, 0x28, 0x35)


@dataclass(frozen=True)
class Look:
    """Sizes on one canvas."""

    unit: float
    scale: float = 1.0
    """Text size, 1 to 2."""
    calm: bool = False
    """Reduce motion."""

    def space(self, units: float) -> int:
        """Pixels of `units` of room."""
        return max(1, round(units * self.unit))

    def text(self, units: float) -> int:
        """Pixels of text of `units`."""
        return max(theme.SMALLEST, round(units * self.unit * self.scale))


def look_of(size: tuple[int, int], scale: float, *, calm: bool = False) -> Look:
    """The look of a canvas of `size` pixels."""
    return Look(theme.unit(size), scale, calm)
