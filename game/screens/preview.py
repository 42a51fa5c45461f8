"""The pitch at one moment, small: where everybody stands, and who you are."""

from __future__ import annotations

import functools

import pygame

from game.screens import sprites, theme
from game.screens.camera import WHOLE_X, WHOLE_Y, Camera
from game.screens.draw_pitch import draw_pitch
from game.screens.kits import PAIRS
from game.screens.stage import Stage
from game.screens.widgets.look import Look
from game.screens.widgets.widget import Size, Widget
from game.state import SIDE, SLOTS, Match
from game.teams.kick_off import kick_off
from game.teams.scenarios import Scenario, scenario

SMALLEST = 4  # px, radius of a player


class Preview(Widget):
    """A picture as wide as the room there is."""

    def __init__(self, told: Scenario, stage: Stage) -> None:
        super().__init__()
        self.told, self.pair = told, stage.settings.kits
        home, away = told.home.members().name, told.away.members().name
        self.text = stage.say("shell.preview_alt", home=home, away=away)

    def measure(self, width: int, look: Look) -> Size:
        """The shape of a pitch."""
        return width, round(width * WHOLE_Y / WHOLE_X)

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Grass, both sides, the ball, a ring round you."""
        canvas.blit(_picture(self.told.name, self.rect.size, self.pair), self.rect)


class Still(Widget):
    """The pitch as `match` stands, at most `wide` units across; `text` says it in words."""

    def __init__(self, match: Match, slot: int, *, pair: int, text: str, wide: float) -> None:
        super().__init__()
        self.match, self.slot, self.pair, self.text, self.wide = match, slot, pair, text, wide
        self._drawn: pygame.Surface | None = None

    def measure(self, width: int, look: Look) -> Size:
        """The shape of a pitch."""
        across = min(width, look.space(self.wide))
        return across, round(across * WHOLE_Y / WHOLE_X)

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Drawn once a size."""
        size = min(self.rect.width, look.space(self.wide)), self.rect.height
        if self._drawn is None or self._drawn.get_size() != size:
            self._drawn = stood(self.match, size, self.pair, self.slot)
        canvas.blit(self._drawn, self.rect)


@functools.lru_cache(maxsize=64)
def _picture(name: str, size: tuple[int, int], pair: int) -> pygame.Surface:
    match, _ = kick_off(name)
    return stood(match, size, pair, _slot(name))


def stood(match: Match, size: tuple[int, int], pair: int, slot: int | None) -> pygame.Surface:
    """Grass, both sides in kit pair `pair`, the ball, and a ring round `slot`."""
    picture = pygame.Surface(size, depth=32)
    camera = Camera()
    camera.frame(picture.get_rect())
    draw_pitch(picture, camera)
    radius = max(SMALLEST, size[0] // 58)
    _draw_sides(picture, camera, match, radius, pair)
    _ring(picture, camera, match, radius, slot)
    ball = camera.screen(float(match.ball.x), float(match.ball.y))
    pygame.draw.circle(picture, theme.WHITE, ball, max(2, radius // 2))
    return picture


def _draw_sides(picture: pygame.Surface, camera: Camera, match: Match, radius: int, pair: int) -> None:
    for slot in range(SLOTS):
        player = match.players[slot]
        if player.on:
            shirt = sprites.shirt(PAIRS[pair][1 + slot // SIDE], -1, radius)
            picture.blit(shirt, shirt.get_rect(center=camera.screen(float(player.x), float(player.y))))


def _ring(picture: pygame.Surface, camera: Camera, match: Match, radius: int, slot: int | None) -> None:
    if slot is not None:
        player = match.players[slot]
        middle = camera.screen(float(player.x), float(player.y))
        pygame.draw.circle(picture, theme.WHITE, middle, radius * 2, max(2, radius // 3))


def _slot(name: str) -> int | None:
    return scenario(name).controlled_slot
