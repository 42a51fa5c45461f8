"""The match-day programme: what is written on the screen and no kernel needs, such as names and kits."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import numpy as np

from game.screens import theme
from game.screens.kits import AWAY_KIT, HOME_KIT
from game.screens.language import Language
from game.screens.theme import Colour, Kit
from game.state import SQUAD, Setup
from game.teams.scenarios import Scenario, scenario
from game.teams.squads import Squad

KEEPERS: tuple[tuple[Colour, Colour], ...] = (
    ((0xE9, 0xF1, 0xF6), theme.INK),
    ((0x7E, 0x20, 0x32), theme.WHITE),
    ((0xFF, 0xC9, 0xA3), theme.INK),
    ((0x10, 0x18, 0x22), theme.WHITE),
    ((0x8F, 0xD3, 0xFF), theme.INK),
)
"""Shirts keepers choose from, with the colour of their number and rim."""
CLASH = 2.2  # contrast ratio of two shirts below which the visitors change
ALIKE = 110.0  # distance in RGB below which two shirts are taken for one another


@dataclass(frozen=True)
class Club:
    """One side as the spectators know it."""

    name: str
    short: str
    """Three letters."""
    kit: Kit
    keeper: Kit
    numbers: tuple[int, ...]
    """By man, as in the squad."""
    names: tuple[str, ...]
    """By man; empty where nobody gave him one."""
    mix: str
    """What its players play for, as on the command line."""


@dataclass(frozen=True)
class Programme:
    """Both clubs and what the match is about."""

    clubs: tuple[Club, Club]
    title: str
    stakes: str
    """One sentence: what the match asks of the sides."""
    say: Language = field(default_factory=Language, compare=False)
    """In whose language the match is told."""

    def who(self, side: int, man: int) -> str:
        """Number and family name of a man."""
        club = self.clubs[side]
        return f"{club.numbers[man]} {family_name(club.names[man])}".rstrip()


def told_in(programme: Programme, say: Language, name: str) -> Programme:
    """The programme in the language of `say`; `name` is the scenario's, one of the user's own stays as he wrote it."""
    title, stakes = f"scenarios.{name}", f"scenarios.{name}_stakes"
    return replace(
        programme,
        say=say,
        title=say(title) if say.has(title) else programme.title,
        stakes=say(stakes) if say.has(stakes) else programme.stakes,
    )


def family_name(name: str) -> str:
    """All but the first of a man's names; his only name if he has one."""
    return name.partition(" ")[2] or name


def numbers(setup: Setup, side: int) -> tuple[int, ...]:
    """Shirt numbers of a squad, by man."""
    return tuple(int(number) for number in np.asarray(setup)["squads"]["number"][side])


def plain_programme(setup: Setup) -> Programme:
    """A programme for a match nobody gave names: Home against Away."""
    keepers = keeper_kits(HOME_KIT, AWAY_KIT)
    home = Club("Home", "HOM", HOME_KIT, keepers[0], numbers(setup, 0), ("",) * SQUAD, "")
    away = Club("Away", "AWY", AWAY_KIT, keepers[1], numbers(setup, 1), ("",) * SQUAD, "")
    return Programme((home, away), "", "")


def away_kit(home: Kit, away: Kit) -> Kit:
    """What the visitors wear: their kit, with shirt and trim changed over if it is too like the hosts' in lightness.

    Light against dark is the one difference every eye sees. Two equal shapes are told apart as well.
    """
    shirt, number, rim, shape = away
    if theme.contrast(home.shirt, shirt) < CLASH:
        light = rim if theme.contrast(home.shirt, rim) >= CLASH else theme.INK
        shirt, number, rim = light, shirt, shirt
    if shape == home.shape:
        shape = "square" if home.shape != "square" else "disc"
    if theme.contrast(shirt, number) < 3.0:
        number = max(theme.WHITE, theme.INK, key=lambda ink: theme.contrast(shirt, ink))
    return Kit(shirt, number, rim, shape)


def keeper_kits(home: Kit, away: Kit) -> tuple[Kit, Kit]:
    """Two keepers' kits unlike either side's and each other's."""
    free = [kit for kit in KEEPERS if min(_far(kit[0], side.shirt) for side in (home, away)) > ALIKE]
    chosen = [*free, *KEEPERS][:2]
    hosts, visitors = (
        Kit(shirt, ink, ink, side.shape) for (shirt, ink), side in zip(chosen, (home, away), strict=True)
    )
    return hosts, visitors


def _far(one: Colour, other: Colour) -> float:
    return math.dist(one, other)


def programme_of(name: str | Scenario, setup: Setup, *, home: str | None = None, away: str | None = None) -> Programme:
    """The programme of the scenario `name`; mixes left None are the scenario's own."""
    told = scenario(name)
    squads = told.home.members(), told.away.members()
    strips = [_strip(squad) for squad in squads]
    kits = strips[0], away_kit(strips[0], strips[1])
    keepers = keeper_kits(*kits)
    mixes = home or told.home.mix, away or told.away.mix
    hosts, visitors = (
        Club(
            name=squads[side].name,
            short=squads[side].short,
            kit=kits[side],
            keeper=keepers[side],
            numbers=numbers(setup, side),
            names=tuple(man.name for man in squads[side].players),
            mix=mixes[side],
        )
        for side in (0, 1)
    )
    return Programme((hosts, visitors), told.title, told.stakes)


def _strip(squad: Squad) -> Kit:
    """A squad's kit as its file describes it."""
    worn = squad.kit
    return Kit(theme.colour(worn.shirt), theme.colour(worn.number), theme.colour(worn.trim), worn.shape)


def dressed(programme: Programme, home: Kit, away: Kit) -> Programme:
    """The programme with both sides, and their keepers, in these kits."""
    keepers = keeper_kits(home, away)
    hosts, visitors = (
        replace(club, kit=kit, keeper=keeper)
        for club, kit, keeper in zip(programme.clubs, (home, away), keepers, strict=True)
    )
    return replace(programme, clubs=(hosts, visitors))
