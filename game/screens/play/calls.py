"""What is called across the grass: referee, captain, coach, sounds in words; under the men, where fewest stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.screens import theme
from game.screens.play.hud import Shown
from game.screens.play.paper import Paper

TIGHT = 300  # units of pitch below which only the latest call is shown, and smaller
LOUD = 26  # units a goal or a red card is written in
GAP = 3  # units between two plates of a block
MARGIN = 20  # units kept free at the sides
PLACES = ("mid", "left", "right")
"""Where along the edge of the pitch a block may stand, the usual place first."""


@dataclass(frozen=True)
class Plate:
    """One line on its plate."""

    text: str
    units: float
    bold: bool = False


@dataclass
class Calls:
    """Blocks of plates at the head and foot of the pitch; each stays where it is while its words are the same."""

    _kept: dict[str, tuple[tuple[Plate, ...], pygame.Rect, str]] = field(default_factory=dict)

    def draw(self, paper: Paper, shown: Shown, pitch: pygame.Rect, crowd: Sequence[tuple[int, int]]) -> None:
        """Everything called now; `crowd`: where men and ball are, px."""
        head = [Plate(shown.call, theme.BODY, bold=True)] if shown.call else []
        if shown.loud:
            head.append(Plate(shown.loud, LOUD, bold=True))
        self._block(paper, "top", tuple(head), pitch, crowd)
        self._block(paper, "bottom", tuple(_voices(paper, shown, pitch)), pitch, crowd)

    def _block(
        self, paper: Paper, edge: str, plates: tuple[Plate, ...], pitch: pygame.Rect, crowd: Sequence[tuple[int, int]]
    ) -> None:
        if not plates:
            self._kept.pop(edge, None)
            return
        kept = self._kept.get(edge)
        if kept is None or kept[:2] != (plates, pitch):
            usual = PLACES if kept is None else (kept[2], *PLACES)
            place = min(usual, key=lambda each: _hidden(paper, plates, pitch, edge + each, crowd))
            self._kept[edge] = kept = plates, pygame.Rect(pitch), place
        for plate, box in zip(plates, _boxes(paper, plates, pitch, edge + kept[2]), strict=True):
            paper.plate(plate.text, box.center, units=plate.units, bold=plate.bold, anchor="center")


def _voices(paper: Paper, shown: Shown, pitch: pygame.Rect) -> list[Plate]:
    """Sounds, then captain and coach below them; the latest of each where there is little room."""
    tight = pitch.height < TIGHT * paper.unit
    units = theme.LABEL if tight else theme.BODY
    plates = [Plate(caption, theme.LABEL) for caption in (shown.captions[-1:] if tight else shown.captions)]
    for who, words in shown.speech[-1:] if tight else shown.speech:
        lines = theme.wrapped(f"{who}: {words}", units * paper.unit, pitch.width - paper.px(2 * MARGIN), most=2)
        plates.extend(Plate(line, units) for line in lines)
    return plates


def _boxes(paper: Paper, plates: Sequence[Plate], pitch: pygame.Rect, anchor: str) -> list[pygame.Rect]:
    """The rectangle of each, one below the other, the block at that side of the pitch."""
    sizes = [theme.label_size(each.text, pixels=each.units * paper.unit, bold=each.bold) for each in plates]
    gap = paper.px(GAP)
    block = pygame.Rect(0, 0, max(wide for wide, _ in sizes), sum(tall + gap for _, tall in sizes) - gap)
    block.center = pitch.center
    block.top = pitch.top + paper.px(6)
    if anchor.startswith("bottom"):
        block.bottom = pitch.bottom - paper.px(8)
    if anchor.endswith("left"):
        block.left = pitch.left + paper.px(MARGIN)
    elif anchor.endswith("right"):
        block.right = pitch.right - paper.px(MARGIN)
    boxes, y = [], block.top
    for wide, tall in sizes:
        boxes.append(pygame.Rect(block.centerx - wide // 2, y, wide, tall))
        y += tall + gap
    return boxes


def _hidden(
    paper: Paper, plates: Sequence[Plate], pitch: pygame.Rect, anchor: str, crowd: Sequence[tuple[int, int]]
) -> int:
    """How many of the crowd stand on the block there: its words would be hard to read."""
    reach = paper.px(MARGIN)
    boxes = [box.inflate(reach, reach) for box in _boxes(paper, plates, pitch, anchor)]
    return sum(any(box.collidepoint(each) for box in boxes) for each in crowd)
