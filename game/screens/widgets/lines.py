"""Text in lines that fit a width, never cut."""

from __future__ import annotations

import functools

from game.screens import theme

LEADING = 1.36  # line height over text height


@functools.lru_cache(maxsize=2048)
def lines(text: str, pixels: int, width: int, *, bold: bool = False) -> tuple[str, ...]:
    """`text` broken at blanks, and at line ends in it, into lines of at most `width` pixels.

    A single word that is wider is broken by letters.
    """
    made: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            for piece in _pieces(word, pixels, width, bold):
                longer = f"{line} {piece}".strip()
                if line and theme.width_of(longer, pixels, bold=bold) > width:
                    made.append(line)
                    line = piece
                else:
                    line = longer
        made.append(line)
    return tuple(made)


def line_height(pixels: int) -> int:
    """Pixels from one line to the next."""
    return round(pixels * LEADING)


def widest(broken: tuple[str, ...], pixels: int, *, bold: bool = False) -> int:
    """Pixels of the widest line."""
    return max((theme.width_of(line, pixels, bold=bold) for line in broken), default=0)


def _pieces(word: str, pixels: int, width: int, bold: bool) -> list[str]:
    """The word, or parts of it that fit."""
    if theme.width_of(word, pixels, bold=bold) <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and theme.width_of(pieces[-1] + letter, pixels, bold=bold) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
