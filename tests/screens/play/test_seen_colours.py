"""Colours sampled from pictures of a match as it is drawn, looked at with eyes that see fewer of them."""

from __future__ import annotations

import itertools
from collections import Counter

import numpy as np
import pygame
import pytest

from game.fixture import Fixture
from game.screens import theme
from game.screens.kits import PAIRS
from game.screens.play.asked import Asked
from game.screens.play.dressing import dress
from game.screens.play.playing import Playing
from game.screens.play.view import Extras, View
from tests.screens.colour import EYES, difference, seen

APART = 20.0
SIZE = (1920, 1080)
ENOUGH = 25  # px of one colour that make a mark


def pictured(playing: Playing, *, kits: int) -> pygame.Surface:
    """The match as it stands, the whole pitch in view, chances as a bar with numbers."""
    dress(playing, kits)
    view = View(playing, lambda key, **_: key.partition(".")[2], display="numbers")
    canvas = pygame.Surface(SIZE, depth=32)
    view.draw(canvas, Extras(need="A draw is enough.", rating=7.0), share=1.0, seconds=1 / 60)
    return canvas


def inks(canvas: pygame.Surface) -> Counter[theme.Colour]:
    """How many pixels there are of every colour."""
    found, counts = np.unique(pygame.surfarray.array3d(canvas).reshape(-1, 3), axis=0, return_counts=True)
    return Counter({tuple(ink): count for ink, count in zip(found.tolist(), counts.tolist(), strict=True)})


@pytest.fixture(scope="module")
def pictures() -> dict[str, Counter[theme.Colour]]:
    """The same match while he stays and while he pushes."""
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    playing = Playing(Fixture("late-deficit"), seed=11)
    staying = inks(pictured(playing, kits=0))
    for _ in range(20):
        playing.tick(Asked(push=True))
    return {"stay": staying, "push": inks(pictured(playing, kits=0))}


def test_going_staying_and_danger_are_seen_in_their_own_colours(pictures: dict[str, Counter[theme.Colour]]) -> None:
    for picture in pictures.values():
        assert picture[theme.DANGER] > ENOUGH  # the part of the bar that is lost
    assert pictures["push"][theme.AMBER] > pictures["stay"][theme.AMBER] + ENOUGH
    assert pictures["stay"][theme.SKY] > pictures["push"][theme.SKY] + ENOUGH


@pytest.mark.parametrize("eyes", EYES)
def test_the_marks_of_a_picture_are_told_apart(pictures: dict[str, Counter[theme.Colour]], eyes: str) -> None:
    shown = [ink for ink in (theme.AMBER, theme.SKY, theme.DANGER) if pictures["push"][ink] > ENOUGH]
    assert len(shown) == 3
    for one, other in itertools.combinations(shown, 2):
        assert difference(seen(one, eyes), seen(other, eyes)) > APART


@pytest.mark.parametrize("kits", range(len(PAIRS)))
def test_both_sides_are_on_the_picture_and_told_apart(playing: Playing, kits: int) -> None:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    picture = inks(pictured(playing, kits=kits))
    _, home, away = PAIRS[kits]
    for kit in (home, away):
        assert picture[kit.shirt] > ENOUGH * 10
    for eyes in EYES:
        assert difference(seen(home.shirt, eyes), seen(away.shirt, eyes)) > APART
