"""A card over the match with a few lines and a few choices: before it, when it is paused, and after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pygame

from game.screens import theme
from game.screens.play.paper import Paper
from game.screens.theme import Colour

WIDTH = 620  # units a card is wide at most
PAD = 22  # units round its lines
GAP = 7  # units between two lines
HEIGHT = 34  # units a choice is high
FILLING = 0.75  # share of the height from which a card has the screen to itself
UP = (pygame.K_UP, pygame.K_w)
DOWN = (pygame.K_DOWN, pygame.K_s, pygame.K_TAB)
CHOOSE = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)


@dataclass(frozen=True)
class Words:
    """One paragraph of a card."""

    text: str
    units: float = theme.BODY
    ink: Colour = theme.TEXT
    bold: bool = False


@dataclass(frozen=True)
class Choice:
    """One thing to choose; left and right change it where it has values."""

    text: str
    act: Callable[[], None]
    turn: Callable[[int], None] | None = None


@dataclass
class Menu:
    """Lines, keys with what they do, and choices, the first in focus."""

    lines: Sequence[Words]
    choices: Sequence[Choice]
    keys: Sequence[tuple[str, str]] = ()
    focus: int = 0
    places: list[pygame.Rect] = field(default_factory=list)
    """Where the choices were drawn, px of the canvas."""

    def take(self, event: pygame.event.Event, spot: tuple[float, float] | None = None) -> bool:
        """Move the focus or choose; `spot` is the pointer on the canvas. Whether anything changed."""
        if event.type == pygame.KEYDOWN:
            return self._key(event.key)
        if event.type == pygame.CONTROLLERBUTTONDOWN:
            return self._pad(event.button)
        if spot is not None and event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN):
            here = next((nth for nth, place in enumerate(self.places) if place.collidepoint(spot)), None)
            if here is None:
                return False
            moved, self.focus = here != self.focus, here
            if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
                self.choices[here].act()
                return True
            return moved
        return False

    def _key(self, key: int) -> bool:
        if key in CHOOSE:
            self.choices[self.focus].act()
        elif key in (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_a, pygame.K_d):
            self._turn(1 if key in (pygame.K_RIGHT, pygame.K_d) else -1)
        elif key in UP or key in DOWN:
            self._move(1 if key in DOWN else -1)
        else:
            return False
        return True

    def _pad(self, button: int) -> bool:
        moves = {pygame.CONTROLLER_BUTTON_DPAD_UP: -1, pygame.CONTROLLER_BUTTON_DPAD_DOWN: 1}
        turns = {pygame.CONTROLLER_BUTTON_DPAD_LEFT: -1, pygame.CONTROLLER_BUTTON_DPAD_RIGHT: 1}
        if button == pygame.CONTROLLER_BUTTON_A:
            self.choices[self.focus].act()
        elif button in moves:
            self._move(moves[button])
        elif button in turns:
            self._turn(turns[button])
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        self.focus = (self.focus + step) % len(self.choices)

    def _turn(self, step: int) -> None:
        turn = self.choices[self.focus].turn
        if turn is not None:
            turn(step)

    def draw(self, paper: Paper) -> None:
        """The card in the middle of the surface, as small a text as it needs to fit."""
        room = paper.surface.get_rect().inflate(-16, -16)
        room.width = min(room.width, paper.px(WIDTH))
        room.centerx = paper.surface.get_rect().centerx
        unit = paper.unit
        while self._height(Paper(paper.surface, unit), room) > room.height and unit > 0.4 * paper.unit:
            unit *= 0.96
        sized = Paper(paper.surface, unit, paper.written)
        card = pygame.Rect(0, 0, room.width, self._height(sized, room))
        card.center = room.center
        if card.height > FILLING * paper.surface.get_height():
            paper.surface.fill(theme.INK)  # what would look out round it is words cut in half
        theme.plate(paper.surface, card, ink=theme.INK, opacity=242)
        y = card.top + sized.px(PAD)
        left, width = card.left + sized.px(PAD), card.width - 2 * sized.px(PAD)
        for words in self.lines:
            for line in _wrapped(sized, words, width):
                sized.write(line, (left, y), units=words.units, ink=words.ink, bold=words.bold)
                y += _high(sized, words)
            y += sized.px(GAP)
        y = self._draw_keys(sized, left, y, width)
        self._draw_choices(sized, left, y, width)

    def _height(self, paper: Paper, room: pygame.Rect) -> int:
        width = room.width - 2 * paper.px(PAD)
        lines = sum(len(_wrapped(paper, words, width)) * _high(paper, words) + paper.px(GAP) for words in self.lines)
        keys = len(_flowed(paper, self.keys, width)) * paper.px(28)
        return lines + keys + len(self.choices) * paper.px(HEIGHT + 5) + 2 * paper.px(PAD)

    def _draw_keys(self, paper: Paper, left: int, y: int, width: int) -> int:
        """Key-caps with what they do, flowing; the y below them."""
        for row in _flowed(paper, self.keys, width):
            x = left
            for cap, text in row:
                box = pygame.Rect(x, y, paper.width(cap, units=theme.SMALL, bold=True) + paper.px(10), paper.px(21))
                pygame.draw.rect(paper.surface, theme.RAISED, box, border_radius=paper.px(4))
                pygame.draw.rect(paper.surface, theme.MUTED, box, 1, border_radius=paper.px(4))
                paper.write(cap, box.center, units=theme.SMALL, bold=True, anchor="center")
                written = paper.write(text, (box.right + paper.px(6), box.centery), ink=theme.MUTED, anchor="midleft")
                x = written.right + paper.px(16)
            y += paper.px(28)
        return y

    def _draw_choices(self, paper: Paper, left: int, y: int, width: int) -> None:
        self.places = []
        for nth, choice in enumerate(self.choices):
            box = pygame.Rect(left, y, width, paper.px(HEIGHT))
            chosen = nth == self.focus
            pygame.draw.rect(paper.surface, theme.RAISED, box, border_radius=paper.px(5))
            if chosen:
                pygame.draw.rect(paper.surface, theme.SKY, box, max(2, paper.px(2)), border_radius=paper.px(5))
            text = f"‹ {choice.text} ›" if choice.turn is not None else choice.text
            at = (box.left + paper.px(14), box.centery)
            paper.write(text, at, units=theme.BODY, bold=chosen, anchor="midleft")
            self.places.append(box)
            y = box.bottom + paper.px(5)


def _high(paper: Paper, words: Words) -> int:
    return paper.px(words.units * 1.4)


def _wrapped(paper: Paper, words: Words, width: int) -> list[str]:
    """`words` in lines of `width` px, none of them cut."""
    lines = [""]
    for word in words.text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and paper.width(longer, units=words.units, bold=words.bold) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _flowed(paper: Paper, keys: Sequence[tuple[str, str]], width: int) -> list[list[tuple[str, str]]]:
    """Keys in rows that fit `width` px."""
    rows: list[list[tuple[str, str]]] = []
    used = width
    for cap, text in keys:
        needs = paper.width(cap, units=theme.SMALL, bold=True) + paper.width(text) + paper.px(32)
        if used + needs > width:
            rows.append([])
            used = 0
        rows[-1].append((cap, text))
        used += needs
    return rows
