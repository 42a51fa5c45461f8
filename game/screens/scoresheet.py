"""The match in numbers: both sides' statistics on a card, drawn anew only when one of them changes."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numpy as np
import pygame

from game.screens import panels, sprites, theme
from game.screens.language import Language
from game.screens.moment import Moment
from game.screens.panels import LINE, PAD, Column
from game.screens.theme import Kit
from game.state import Match

Row = tuple[str, str, str]
"""What is counted (its key in watch.toml after `count_`), at home, away."""
Counts = dict[str, Any]


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def _cards(team: Counts) -> str:
    return f"{team['yellows']}/{team['reds']}" if team["reds"] else str(team["yellows"])


NUMBERS: tuple[tuple[str, Callable[[Counts], str]], ...] = (
    ("shots", lambda team: str(team["shots"])),
    ("on_target", lambda team: str(team["on_target"])),
    ("xg", lambda team: f"{team['xg']:.2f}"),
    ("passes", lambda team: str(team["passes"])),
    ("completed", lambda team: _share(team["completed"], team["passes"])),
    ("tackles", lambda team: str(team["tackles"])),
    ("corners", lambda team: str(team["corners"])),
    ("fouls", lambda team: str(team["fouls"])),
    ("offsides", lambda team: str(team["offsides"])),
    ("cards", _cards),
    ("changes", lambda team: str(team["substitutions"])),
)
LINES = len(NUMBERS) + 2.6


def rows(match: Match) -> tuple[Row, ...]:
    """Everything counted, in the order it is shown."""
    teams = np.asarray(match)["teams"]
    names = teams.dtype.names or ()
    home, away = (dict(zip(names, team.tolist(), strict=True)) for team in teams)
    having = home["possession"] + away["possession"]
    ball = ("ball", _share(home["possession"], having), _share(away["possession"], having))
    return (ball, *((name, read(home), read(away)) for name, read in NUMBERS))


def height(unit: float) -> int:
    """Pixels the card is high."""
    return round((LINES * LINE + 2 * PAD) * unit)


def draw_numbers(surface: pygame.Surface, at: tuple[int, int], moment: Moment, *, unit: float) -> None:
    """The card with its top left corner at `at`."""
    home, away = moment.programme.clubs
    surface.blit(_card(rows(moment.match), home.kit, away.kit, unit, moment.programme.say.code), at)


@functools.lru_cache(maxsize=4)
def _card(lines: tuple[Row, ...], home: Kit, away: Kit, unit: float, language: str) -> pygame.Surface:
    say = Language(language)
    card = pygame.Surface((round(panels.WIDTH * unit), height(unit)), pygame.SRCALPHA, 32)
    column = Column(card, card.get_rect(), unit)
    middle, size = card.get_width() / 2, 13 * unit
    for kit, x in ((home, column.left + 8 * unit), (away, column.right - 8 * unit)):
        sprites.stamp(card, sprites.shirt(kit, -1, round(8 * unit)), (x, column.y + 9 * unit))
    title = (middle, column.y)
    theme.write(card, say("watch.the_match"), title, pixels=theme.LABEL * unit, bold=True, anchor="midtop")
    for nth, (name, hosts, visitors) in enumerate(lines):
        y = column.y + (nth + 1.3) * LINE * unit
        theme.write(card, hosts, (column.left, y), pixels=size, bold=True)
        theme.write(card, say(f"watch.count_{name}"), (middle, y), pixels=size, ink=theme.MUTED, anchor="midtop")
        theme.write(card, visitors, (column.right, y), pixels=size, bold=True, anchor="topright")
    return card
