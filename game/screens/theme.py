"""Colours, fonts and text: how everything on the screen looks.

Colours are design tokens whose contrasts were measured (text at least 4.5, marks at least 3 on their ground).
SKY, AMBER and DANGER are three steps of lightness, CIEDE2000 over 20 apart for every eye and in grey.
Sizes are in units of a 1280 × 720 grid; `unit(size)` says how many pixels one unit is on a surface.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

import pygame

from game.assets import asset

Colour = tuple[int, int, int]

INK: Colour = (0x0E, 0x16, 0x20)
PANEL: Colour = (0x13, 0x1D, 0x28)
RAISED: Colour = (0x22, 0x31, 0x3F)
PLATE: Colour = (0x0B, 0x11, 0x18)
TEXT: Colour = (0xF4, 0xF7, 0xFA)
MUTED: Colour = (0xA9, 0xB6, 0xC2)
TURF: Colour = (0x1E, 0x5B, 0x3C)
TURF_LIGHT: Colour = (0x23, 0x66, 0x44)
APRON: Colour = (0x19, 0x4A, 0x33)
LINE: Colour = (0xDD, 0xEB, 0xE2)
SKY: Colour = (0x45, 0xA6, 0xF0)
"""Staying, and what is won."""
AMBER: Colour = (0xFF, 0xF5, 0x5A)
"""Pushing, and what is chosen: a yellow so light that greys alone tell it from SKY."""
DANGER: Colour = (0xD0, 0x10, 0x30)
"""Danger, and what is lost: marks only, white reads on it, it does not read as text."""
BOOKED: Colour = (0xFF, 0xDD, 0x2E)
WHITE: Colour = (0xFF, 0xFF, 0xFF)

SMALL, LABEL, BODY, TITLE = 12, 14, 17, 34  # units
SMALLEST = 10  # px, below this nobody reads a word


class Kit(NamedTuple):
    """What one side, or its keeper, wears, and the shape it is drawn in."""

    shirt: Colour
    number: Colour
    rim: Colour
    shape: str = "disc"
    """disc, square, diamond or shield: tells sides apart where colour cannot."""


def bright(kit: Kit) -> Colour:
    """The lighter of a kit's colours, the one that reads on grass."""
    return max(kit.shirt, kit.rim, key=sum)


def on_grass(kit: Kit) -> Colour:
    """A kit's shirt colour, lightened or darkened by its rim where it would drown in the grass."""
    if contrast(kit.shirt, TURF_LIGHT) >= 1.7:
        return kit.shirt
    red, green, blue = ((one + other) // 2 for one, other in zip(kit.shirt, kit.rim, strict=True))
    return red, green, blue


def unit(size: tuple[int, int]) -> float:
    """Pixels a unit on a surface of `size` pixels."""
    return min(size[0] / 1280, size[1] / 720)


def colour(code: str) -> Colour:
    """The colour `#RRGGBB` stands for; ValueError for anything else."""
    digits = code.removeprefix("#")
    if len(digits) != 6:
        raise ValueError(f"a colour reads #RRGGBB, not {code!r}")
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of two colours, 1…21 (WCAG 2.2, relative luminance)."""
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(ink: Colour) -> float:
    shares = [part / 255 for part in ink]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@functools.cache
def font(pixels: int, bold: bool = False) -> pygame.font.Font:
    """The bundled typeface `pixels` high, whatever the system has; pygame's own where the file is gone."""
    if not pygame.font.get_init():
        pygame.font.init()
    weight = "Bold" if bold else "Regular"
    path, size = asset("fonts", f"NotoSans-{weight}.ttf"), max(pixels, SMALLEST)
    try:
        made = pygame.font.Font(str(path), size)
        made.size("x")  # newer pygame finds out only now that the file is no font
        return made
    except (FileNotFoundError, pygame.error):  # a broken installation still tells what it has to tell
        return pygame.font.Font(None, size)


@functools.lru_cache(maxsize=1024)
def lettering(text: str, pixels: int, ink: Colour, *, bold: bool = False) -> pygame.Surface:
    """`text` in one line on a transparent surface; kept, so that a still word costs a copy."""
    return font(pixels, bold).render(text, True, ink)


@functools.lru_cache(maxsize=2048)
def width_of(text: str, pixels: float, *, bold: bool = False) -> int:
    """Pixels `text` takes in one line."""
    return font(round(pixels), bold).size(text)[0]


def fitted(text: str, pixels: float, width: float, *, bold: bool = False) -> str:
    """`text`, or as much of it as fits `width` pixels and an ellipsis."""
    if width_of(text, pixels, bold=bold) <= width:
        return text
    kept = text
    while kept and width_of(kept + "…", pixels, bold=bold) > width:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def wrapped(text: str, pixels: float, width: float, *, most: int) -> list[str]:
    """`text` in at most `most` lines of `width` pixels, equally long if it can be; the last is cut to fit."""
    whole = width_of(text, pixels)
    even = width if whole <= width else max(whole / most * 1.1, 0.6 * width)
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, pixels) <= min(even, width) or not lines[-1] or len(lines) == most:
            lines[-1] = longer
        else:
            lines.append(word)
    return [fitted(line, pixels, width) for line in lines if line]


def write(
    surface: pygame.Surface,
    text: str,
    at: tuple[float, float],
    *,
    pixels: float,
    ink: Colour = TEXT,
    bold: bool = False,
    anchor: str = "topleft",
) -> pygame.Rect:
    """Write `text` with its `anchor` (a pygame.Rect attribute) at `at`; the rectangle it covers."""
    written = lettering(text, round(pixels), ink, bold=bold)
    place = written.get_rect(**{anchor: (round(at[0]), round(at[1]))})
    surface.blit(written, place)
    return place


@functools.lru_cache(maxsize=64)
def _plate(size: tuple[int, int], ink: Colour, opacity: int, corner: int) -> pygame.Surface:
    plate = pygame.Surface(size, pygame.SRCALPHA, 32)
    pygame.draw.rect(plate, (*ink, opacity), plate.get_rect(), border_radius=corner)
    return plate


def plate(surface: pygame.Surface, box: pygame.Rect, *, ink: Colour = PLATE, opacity: int = 225) -> None:
    """A dark card to write on, its corners rounded."""
    surface.blit(_plate(box.size, ink, opacity, max(2, min(box.size) // 8 if box.height < 60 else 6)), box)


def label_size(text: str, *, pixels: float, bold: bool = False) -> tuple[int, int]:
    """Pixels `label` covers with `text`."""
    return _plate_round(lettering(text, round(pixels), TEXT, bold=bold), pixels).size


def _plate_round(written: pygame.Surface, pixels: float) -> pygame.Rect:
    return written.get_rect().inflate(round(pixels * 0.8), round(pixels * 0.2))


def label(
    surface: pygame.Surface,
    text: str,
    at: tuple[float, float],
    *,
    pixels: float,
    ink: Colour = TEXT,
    ground: Colour = PLATE,
    bold: bool = False,
    anchor: str = "center",
) -> pygame.Rect:
    """`text` on a plate of its own, kept inside `surface`; the rectangle the plate covers."""
    written = lettering(text, round(pixels), ink, bold=bold)
    box = _plate_round(written, pixels)
    setattr(box, anchor, (round(at[0]), round(at[1])))
    box.clamp_ip(surface.get_clip())
    plate(surface, box, ink=ground)
    surface.blit(written, written.get_rect(center=box.center))
    return box
