"""An animated GIF from pictures, one palette for all of them so that still grass costs nothing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pygame
from PIL import Image

from game.screens import theme

FOUND = 200  # colours taken from the first picture; the rest are kept for what appears later
LATER = (theme.AMBER, theme.SKY, theme.DANGER, theme.BOOKED, theme.WHITE, theme.INK, theme.PLATE)


def write_gif(frames: Iterator[pygame.Surface], out: Path, *, fps: int) -> None:
    """Write `frames` to `out`, `fps` a second, repeating for ever; ValueError when it cannot be written."""
    pictures = (_picture(frame) for frame in frames)
    first = next(pictures)
    palette = _palette(first)
    reduced = (each.quantize(palette=palette, dither=Image.Dither.NONE) for each in itertools.chain([first], pictures))
    try:
        next(reduced).save(
            out,
            format="GIF",
            save_all=True,
            append_images=reduced,
            duration=round(1000 / fps),
            loop=0,
            disposal=1,
        )
    except OSError as error:
        raise ValueError(f"{out} cannot be written ({error}); choose another place with --out") from None


def _picture(frame: pygame.Surface) -> Image.Image:
    return Image.frombytes("RGB", frame.get_size(), pygame.image.tobytes(frame, "RGB"))


def _palette(first: Image.Image) -> Image.Image:
    """An image whose palette holds the first picture's colours and those of the theme."""
    found = first.quantize(FOUND, method=Image.Quantize.MEDIANCUT).getpalette() or []
    colours = found[: 3 * FOUND] + [part for ink in LATER for part in ink]
    holder = Image.new("P", (1, 1))
    holder.putpalette(colours + [0] * (768 - len(colours)))
    return holder
