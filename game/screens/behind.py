"""The match behind the title: the scenario of the tagline, at half speed, ticked only while somebody looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.screens import theme
from game.screens.kits import PAIRS

if TYPE_CHECKING:
    from game.screens.live import Live

SCENARIO = "late-deficit"
SPEED = 0.5  # times true time
TICK = 0.05  # s of match time
STRIPES = 12
MOST_TICKS = 4  # a frame
EVERY = 1 / 7  # s between two pictures: enough at half speed, and a title nobody touches stays under 5 % of a core
CLEAR_FROM = 0.5  # share of the menu's width from which the veil thins out
VEIL = 226  # opacity, of 255, over the menu


class Behind:
    """Before the engine is ready an empty pitch; then the match."""

    def __init__(self) -> None:
        self.live: Live | None = None
        self.pair = 0
        self._due = self._since = 0.0
        self._veil: pygame.Surface | None = None

    def dress(self, pair: int) -> None:
        """Put both sides in kit pair `pair`."""
        self.pair = pair
        if self.live is not None:
            self._dress_clubs()

    def pass_time(self, seconds: float) -> bool:
        """Let `seconds` of real time pass; whether there is a new picture."""
        if self.live is None or self.live.match.clock.over:
            self._begin()
        assert self.live is not None
        self._due = min(self._due + seconds * SPEED, MOST_TICKS * TICK)
        while self._due >= TICK:
            self._due -= TICK
            self.live.tick()
        self._since += seconds
        if self._since < EVERY:
            return False
        self._since = 0.0
        return True

    def draw(self, canvas: pygame.Surface, menu_right: int, *, calm: bool) -> None:
        """Pitch, players, and the veil that lets the menu be read; only the pitch when `calm` before a match began."""
        if self.live is None:
            _draw_grass(canvas)
        else:
            self._draw_match(canvas)
        size = canvas.get_size()
        if self._veil is None or self._veil.get_size() != size or self._menu_right != menu_right:
            self._veil, self._menu_right = _veil(size, menu_right), menu_right
        canvas.blit(self._veil, (0, 0))

    def _begin(self) -> None:
        from game.screens.live import Live
        from game.screens.programme import programme_of
        from game.teams.kick_off import kick_off

        match, setup = kick_off(SCENARIO)
        self.live = Live(match, setup, programme_of(SCENARIO, setup))
        self._dress_clubs()

    def _dress_clubs(self) -> None:
        from game.screens.programme import dressed

        if self.live is not None:
            _, home, away = PAIRS[self.pair]
            self.live.programme = dressed(self.live.programme, home, away)

    def _draw_match(self, canvas: pygame.Surface) -> None:
        from game.screens.camera import Camera
        from game.screens.draw_ball import ball_shown, draw_ball
        from game.screens.draw_pitch import draw_pitch
        from game.screens.draw_players import draw_players

        assert self.live is not None
        moment = self.live.moment(self._due / TICK)
        unit = theme.unit(canvas.get_size())
        camera = Camera(zoom=1)
        camera.frame(canvas.get_rect())
        x, y, _ = moment.scene.ball
        camera.x, camera.y = x - canvas.get_width() * 0.2 / camera.scale, y * 0.6
        camera.frame(canvas.get_rect())
        draw_pitch(canvas, camera)
        draw_players(canvas, camera, moment.scene, programme=moment.programme, unit=unit)
        draw_ball(canvas, camera, ball_shown(camera, moment.scene, unit=unit), unit=unit)

    _menu_right = -1


def _draw_grass(canvas: pygame.Surface) -> None:
    """An empty pitch: stripes, half-way line, centre circle."""
    width, height = canvas.get_size()
    for stripe in range(STRIPES):
        ink = theme.TURF if stripe % 2 else theme.TURF_LIGHT
        canvas.fill(ink, (width * stripe // STRIPES, 0, width // STRIPES + 1, height))
    middle, line = (round(width * 0.72), height // 2), max(2, height // 300)
    pygame.draw.line(canvas, theme.LINE, (middle[0], 0), (middle[0], height), line)
    pygame.draw.circle(canvas, theme.LINE, middle, round(height * 0.24), line)
    pygame.draw.circle(canvas, theme.LINE, middle, 2 * line)


def _veil(size: tuple[int, int], menu_right: int) -> pygame.Surface:
    """Ink over the menu, thinning out to its right."""
    veil = pygame.Surface(size, pygame.SRCALPHA, 32)
    end = min(size[0], round(menu_right * 1.35))
    start = round(menu_right * 0.98)
    for x in range(size[0]):
        share = 1.0 if x <= start else max(0.0, (end - x) / max(1, end - start))
        veil.fill((*theme.INK, round(60 + (VEIL - 60) * share)), (x, 0, 1, size[1]))
    return veil
