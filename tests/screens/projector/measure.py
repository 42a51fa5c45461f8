"""Measured words of a projector page: drawn at two sizes in two languages, nothing cut, lost, tiny or written over."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame

from game.screens import theme
from game.screens.language import Language
from game.screens.projector.brush import TEXT
from game.screens.projector.page import ProjectorScreen
from tests.screens.flow import LANGUAGES, SIZES

Word = tuple[str, pygame.Rect, float]
"""What stands where, and how many pixels high."""


def faults(page: ProjectorScreen) -> list[str]:
    """Everything wrong with the words of the page on show, at every size and in every language."""
    stage, was = page.stage, page.stage.say
    found = []
    for code, size in itertools.product(LANGUAGES, SIZES):
        speak(page, Language(code))
        canvas = pygame.Surface(size, depth=32)
        with heard(canvas) as words:
            page.draw(canvas)
        found += [f"{code} {size[0]}: {fault}" for fault in _wrong(words, size)]
    speak(page, was)
    assert stage.say is was
    return found


def speak(page: ProjectorScreen, say: Language) -> None:
    """Have the page speak another language."""
    page.stage.say = say
    if page.show is not None:
        page.show.speak(say)


def keep(page: ProjectorScreen, folder: Path, name: str) -> None:
    """Pictures of the page at every size and in every language, for a person to look at."""
    was = page.stage.say
    for code, size in itertools.product(LANGUAGES, SIZES):
        speak(page, Language(code))
        canvas = pygame.Surface(size, depth=32)
        page.draw(canvas)
        into = folder / f"{code}-{size[0]}"
        into.mkdir(parents=True, exist_ok=True)
        pygame.image.save(canvas, str(into / f"{name}.png"))
    speak(page, was)


@contextmanager
def heard(canvas: pygame.Surface) -> Iterator[list[Word]]:
    """Every word written on `canvas` meanwhile."""
    write, words = theme.write, []

    def listen(surface, text, at, **look):  # type: ignore[no-untyped-def]
        place = write(surface, text, at, **look)
        if surface is canvas and text:
            words.append((text, place, look["pixels"]))
        return place

    theme.write = listen
    try:
        yield words
    finally:
        theme.write = write


def _wrong(words: list[Word], size: tuple[int, int]) -> Iterator[str]:
    area, least = pygame.Rect((0, 0), size), TEXT * theme.unit(size) - 1
    for text, place, pixels in words:
        if text.endswith("…") and text[:-1].rstrip() == text[:-1] != "":
            yield f"{text!r} is cut"
        if not area.contains(place):
            yield f"{text!r} leaves the canvas: {place}"
        if pixels < least:
            yield f"{text!r} is {pixels} px high"
    for (one, first, _), (other, second, _) in itertools.combinations(words, 2):
        if _letters(first).colliderect(_letters(second)):
            yield f"{one!r} stands on {other!r}"


def _letters(place: pygame.Rect) -> pygame.Rect:
    """The part of a line in which most letters stand: lines may touch."""
    return place.inflate(-4, -place.height // 3)
