"""What every page must hold to: nothing overlaps, nothing leaves the canvas, nothing is written outside its box."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path

import pygame

from game.screens.page import Page
from game.screens.saves import Saves
from game.screens.settings import Settings
from game.screens.stage import Screen, Stage
from game.screens.widgets import Widget
from game.screens.window import Window

SIZES = ((1024, 576), (1920, 1080))
TEXTS = (100, 200)
LANGUAGES = ("en", "es")
EVERY_WAY = tuple(itertools.product(SIZES, TEXTS, LANGUAGES))
"""size, text, language: the ways in which every page is measured."""


def open_stage(
    folder: Path, *, size: tuple[int, int] = (1280, 720), text: int = 100, language: str = "en", **set: object
) -> Stage:
    """A stage in a window of `size`, its files below `folder`."""
    stage = Stage(Window("test", size), saves=Saves(folder), settings=Settings(language=language, text=text))
    for name, value in set.items():
        setattr(stage.settings, name, value)
    if stage.window.canvas.get_size() != size:  # the dummy desktop may be smaller
        stage.window.canvas = pygame.Surface(size, depth=32)
        stage.window.show = lambda: None  # type: ignore[method-assign]
    return stage


def show(stage: Stage, page: Screen) -> None:
    """Go to `page` and draw it once."""
    stage.go(page)
    page.frame(0.05)
    stage.draw()


def press(*keys: int) -> None:
    """Post key presses and releases, as a keyboard does."""
    for key in keys:
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            letter = chr(key) if 32 <= key < 127 else ""
            pygame.event.post(pygame.event.Event(kind, key=key, mod=0, unicode=letter, scancode=0))


def faults(page: Page, canvas: pygame.Rect) -> list[str]:
    """Everything wrong with where the widgets of `page` are."""
    area = page.board.area
    tall = page.board.high > area.height
    seen = [each for each in page.boxes() if each.rect.width and each.rect.height]
    fixed = [each for each in seen if not (tall and each in page.board.parts())]
    found = [f"{each.text!r} leaves the canvas: {each.rect}" for each in fixed if not canvas.contains(each.rect)]
    found += [f"{each.text!r} is wider than the canvas" for each in seen if not _across(each.rect, canvas)]
    found += list(_overlaps([(each.text, each.rect) for each in page.board.parts()]))
    found += list(_outside(seen))
    return found


def _overlaps(boxes: Iterable[tuple[str, pygame.Rect]]) -> Iterator[str]:
    for (one, first), (other, second) in itertools.combinations(boxes, 2):
        if first.colliderect(second):
            yield f"{one!r} {first} overlaps {other!r} {second}"


def _outside(widgets: Iterable[Widget]) -> Iterator[str]:
    for each in widgets:
        for text, place in each.written:
            if not each.rect.inflate(2, 2).contains(place):
                yield f"{text!r} {place} stands outside {each.rect}"
        yield from _overlaps(each.written)


def _across(rect: pygame.Rect, canvas: pygame.Rect) -> bool:
    return canvas.left <= rect.left and rect.right <= canvas.right
