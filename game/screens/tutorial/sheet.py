"""How a card of the tutorial is drawn: its step, its sentence, the key to press and how far that is done."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.screens import theme
from game.screens.play.paper import Paper

WIDE = 620  # units a card is wide at most
SHARE = 0.94  # of the window's width it may take
PAD = 12  # units inside its edge
STEP, ROW, GAP = 20, 30, 8  # units: the line with the number of the card, a row of keys, between parts
LETTERS = 1.15 * theme.BODY  # units
LEADING = 1.45  # line height over letter height; the typeface needs 1.38
CAP_PAD = 8  # units beside the letters of a key-cap
ARROWS = "\N{LEFTWARDS ARROW}\N{UPWARDS ARROW}\N{DOWNWARDS ARROW}\N{RIGHTWARDS ARROW}"
"""The cap of the four arrow keys, drawn as shapes: the typeface has no arrows."""
WAYS = ((-1, 0), (0, -1), (0, 1), (1, 0))  # of those arrows, on the screen


@dataclass(frozen=True)
class Sheet:
    """The words of one card as they are shown."""

    step: str
    text: str
    cap: str
    do: str
    skip_cap: str
    skip: str


def room_for(paper: Paper, sheet: Sheet) -> pygame.Rect:
    """Where `sheet` stands: at the foot of the picture, in the middle, as high as its words need."""
    whole = paper.surface.get_rect()
    width = min(paper.px(WIDE), round(SHARE * whole.width))
    inner = width - 2 * paper.px(PAD)
    lines = len(_wrapped(paper, sheet.text, inner))
    rows = _foot_rows(paper, sheet, inner)
    height = 2 * paper.px(PAD) + paper.px(STEP) + lines * _leading(paper) + paper.px(GAP) + rows * paper.px(ROW)
    box = pygame.Rect(0, 0, width, height)
    box.midbottom = (whole.centerx, whole.bottom - paper.px(GAP))
    return box


def draw_sheet(paper: Paper, sheet: Sheet, box: pygame.Rect) -> None:
    """Draw `sheet` into `box`."""
    theme.plate(paper.surface, box, ink=theme.PANEL, opacity=255)
    pygame.draw.rect(paper.surface, theme.SKY, box, max(2, paper.px(2)), border_radius=6)
    inner = box.width - 2 * paper.px(PAD)
    x, y = box.left + paper.px(PAD), box.top + paper.px(PAD)
    paper.write(sheet.step, (x, y), ink=theme.MUTED)
    y += paper.px(STEP)
    for line in _wrapped(paper, sheet.text, inner):
        paper.write(line, (x, y), units=LETTERS)
        y += _leading(paper)
    rows = _foot_rows(paper, sheet, inner)
    _foot(paper, sheet, pygame.Rect(x, y + paper.px(GAP), inner, rows * paper.px(ROW)), rows=rows)


def _leading(paper: Paper) -> int:
    """Pixels from line to line."""
    return round(LEADING * LETTERS * paper.unit)


def key_cap(paper: Paper, cap: str, at: tuple[int, int], *, bold: bool) -> pygame.Rect:
    """A key with `cap` on it, its left end in the middle at `at`."""
    units = theme.BODY if bold else theme.LABEL
    box = pygame.Rect(0, 0, _cap_width(paper, cap, units), paper.px(26))
    box.midleft = at
    pygame.draw.rect(paper.surface, theme.AMBER if bold else theme.RAISED, box, border_radius=paper.px(5))
    pygame.draw.rect(paper.surface, theme.MUTED, box, 1, border_radius=paper.px(5))
    ink = theme.INK if bold else theme.TEXT
    if cap == ARROWS:
        _arrows(paper, box, ink)
    else:
        paper.write(cap, box.center, units=units, ink=ink, bold=True, anchor="center")
    return box


def _arrows(paper: Paper, box: pygame.Rect, ink: theme.Colour) -> None:
    """Four triangles in a row."""
    size, step = paper.px(6), paper.px(20)
    for nth, (x, y) in enumerate(WAYS):
        middle = (box.left + paper.px(CAP_PAD) + step * nth + step // 2, box.centery)
        tip = (middle[0] + x * size, middle[1] + y * size)
        base = [(middle[0] - x * size + s * y * size, middle[1] - y * size + s * x * size) for s in (-1, 1)]
        pygame.draw.polygon(paper.surface, ink, [tip, *base])


def _cap_width(paper: Paper, cap: str, units: float) -> int:
    """Pixels a key-cap is wide."""
    letters = paper.px(80) if cap == ARROWS else paper.width(cap, units=units, bold=True)
    return letters + 2 * paper.px(CAP_PAD)


def _wrapped(paper: Paper, text: str, inner: int) -> list[str]:
    """`text` in lines of `inner` px."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if paper.width(longer, units=LETTERS) <= inner or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _needs(paper: Paper, cap: str, text: str, units: float) -> int:
    """Pixels a key-cap and its words take."""
    return _cap_width(paper, cap, units) + paper.px(8) + paper.width(text, units=units)


def _foot_rows(paper: Paper, sheet: Sheet, inner: int) -> int:
    """Rows for what is to be done and for skipping: one where both fit, else two."""
    both = _needs(paper, sheet.cap, sheet.do, theme.BODY) + _needs(paper, sheet.skip_cap, sheet.skip, theme.LABEL)
    return 1 if both + paper.px(20) <= inner else 2


def _foot(paper: Paper, sheet: Sheet, box: pygame.Rect, *, rows: int) -> None:
    """The key to press at the left, the key to skip at the right or below."""
    row = box.height // rows
    middle = box.top + row // 2
    cap = key_cap(paper, sheet.cap, (box.left, middle), bold=True)
    paper.write(sheet.do, (cap.right + paper.px(8), middle), units=theme.BODY, bold=False, anchor="midleft")
    below = middle + (rows - 1) * row
    needs = _needs(paper, sheet.skip_cap, sheet.skip, theme.LABEL)
    skip = key_cap(paper, sheet.skip_cap, (box.right - needs, below), bold=False)
    paper.write(sheet.skip, (skip.right + paper.px(8), below), ink=theme.MUTED, anchor="midleft")
