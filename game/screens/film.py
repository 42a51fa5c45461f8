"""Films: a match drawn without a window, as an animation, as numbered pictures, or as one sheet of moments."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pygame

from game.brain.explain import explain
from game.screens import picture, theme
from game.screens.animation import write_gif
from game.screens.live import Live
from game.screens.moment import Look, Moment, watched
from game.screens.programme import Programme, plain_programme, programme_of
from game.state import DT, TICKS_PER_SECOND, Match, Setup
from game.teams.kick_off import kick_off

LONGEST = 600.0  # s a film may last
SHEET_WIDTH = 3  # pictures side by side on a sheet
USUAL_SIZE = (960, 540)
SHEET_SIZE = (800, 540)


def make_film(
    scenario: str,
    *,
    home: str | None = None,
    away: str | None = None,
    seed: int | None = None,
    out: Path,
    start: float = 0.0,
    seconds: float = 20.0,
    fps: int = 10,
    width: int = 960,
    look: Look | None = None,
) -> Path:
    """Play `scenario` and film it from `start` s on for `seconds` of match time; the file or folder written.

    `out` ending in .gif becomes an animation, in .png a sheet of twelve moments, anything else a folder of
    numbered pictures. `look` asks for overlays or a following camera. Raises ValueError in one line for values
    out of range or an `out` that cannot be written.
    """
    _check(start=start, seconds=seconds, fps=fps, width=width)
    _check_out(out)
    match, setup = kick_off(scenario, home=home, away=away, seed=seed)
    programme = programme_of(scenario, setup, home=home, away=away)
    live = Live(match, setup, programme)
    for _ in range(round(start * TICKS_PER_SECOND)):
        live.tick()
    if out.suffix.lower() == ".png":
        return strip(match, setup, out, every=seconds / 12, look=look, programme=programme)
    size = (width, round(width * 9 / 16 / 2) * 2)
    return film(match, setup, out, seconds=seconds, fps=fps, size=size, look=look, programme=programme)


def film(
    match: Match,
    setup: Setup,
    out: Path,
    *,
    seconds: float = 20.0,
    fps: int = 10,
    size: tuple[int, int] = USUAL_SIZE,
    speed: float = 1.0,
    look: Look | None = None,
    programme: Programme | None = None,
) -> Path:
    """Play `match` on for `seconds` (or to its end) and film it: `fps` pictures of `size` px a second shown.

    `speed` 2 shows two seconds of match in one. Returns `out`.
    """
    live = Live(match, setup, programme or plain_programme(setup))
    view = look or Look(panels=False)
    view.live = False
    frames = _frames(live, view, seconds=seconds, step=speed / fps, size=size)
    if out.suffix.lower() == ".gif":
        write_gif(frames, out, fps=fps)
    else:
        _write_pictures(frames, out)
    return out


def strip(
    match: Match,
    setup: Setup,
    out: Path,
    *,
    frames: int = 12,
    every: float = 1.0,
    size: tuple[int, int] = SHEET_SIZE,
    look: Look | None = None,
    programme: Programme | None = None,
) -> Path:
    """Play `match` on and put `frames` moments, `every` s apart, on one sheet (PNG); returns `out`.

    Each picture shows the way every player and the ball have come since the one before.
    """
    tail = max(1, round(every * TICKS_PER_SECOND))
    live = Live(match, setup, programme or plain_programme(setup), tail=tail)
    view = look or Look(panels=False)
    view.live = False
    columns = min(SHEET_WIDTH, frames)
    rows = -(-frames // columns)
    gap = 4
    sheet = pygame.Surface((columns * (size[0] + gap), rows * (size[1] + gap)), depth=32)
    sheet.fill(theme.TEXT)
    moments = _frames(live, view, seconds=frames * every, step=every, size=size)
    for nth, shown in zip(range(frames), moments, strict=False):
        sheet.blit(shown, (nth % columns * (size[0] + gap), nth // columns * (size[1] + gap)))
    _save(sheet, out)
    return out


def _frames(live: Live, look: Look, *, seconds: float, step: float, size: tuple[int, int]) -> Iterator[pygame.Surface]:
    """Pictures of `live`, `step` s of match time apart; the surface is drawn over each time."""
    surface = pygame.Surface(size, depth=32)
    played = 0
    for nth in range(max(1, round(seconds / step))):
        now = nth * step / DT
        while played < math.ceil(now) and not live.match.clock.over:
            live.tick()
            played += 1
        if nth and live.match.clock.over:
            return
        _draw(surface, live.moment(1.0 - (played - now)), look, seconds=step if nth else math.inf)
        yield surface


def _draw(surface: pygame.Surface, moment: Moment, look: Look, *, seconds: float) -> None:
    """Let the camera follow the ball for `seconds` and draw what it sees."""
    ball = moment.match.ball
    x, y, _ = moment.scene.ball
    look.camera.frame(picture.stage(surface.get_size()))
    look.camera.follow(x, y, vx=float(ball.vx), vy=float(ball.vy), seconds=seconds)
    options = explain(moment.match, moment.setup, watched(moment, look)) if look.thinking else ()
    picture.draw(surface, moment, look, options)


def _write_pictures(frames: Iterator[pygame.Surface], folder: Path) -> None:
    """Numbered PNG files in `folder`, made if it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from None
    for nth, shown in enumerate(frames):
        _save(shown, folder / f"{nth:05d}.png")


def _save(surface: pygame.Surface, path: Path) -> None:
    try:
        pygame.image.save(surface, str(path))
    except (OSError, pygame.error) as error:
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: Exception) -> ValueError:
    return ValueError(f"{path} cannot be written ({error}); choose another place with --out")


def _check(*, start: float, seconds: float, fps: int, width: int) -> None:
    """Refuse a film nobody could want or hold."""
    for name, value, low, high in (
        ("start", start, 0, 7200),
        ("seconds", seconds, 0.1, LONGEST),
        ("fps", fps, 1, 50),
        ("width", width, 320, 3840),
    ):
        if not low <= value <= high:
            raise ValueError(f"{name} is {value:g}; choose {low:g} to {high:g}")


def _check_out(out: Path) -> None:
    """Refuse before anything is played what could not be written after."""
    folder = out if out.suffix.lower() not in (".gif", ".png") else out.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return
    except OSError as error:
        raise _unwritable(out, error) from None
