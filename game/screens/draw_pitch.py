"""The pitch: mown stripes, every line of Law 1, goals with nets, corner flags. Drawn once a scale and kept."""

from __future__ import annotations

import functools

import pygame

from game import pitch
from game.screens import sprites, theme
from game.screens.camera import WHOLE_X, WHOLE_Y, Camera

STRIPES = 20
LARGEST = 40.0  # px a metre up to which the drawn pitch is kept whole (57 MB)
LINE_WIDTH = 0.12  # m, Law 1.2: at most


class Chalk:
    """A surface of the pitch drawn at `scale`; spots in metres, y up."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.middle = (round(WHOLE_X * scale), round(WHOLE_Y * scale))
        self.surface = pygame.Surface((2 * self.middle[0], 2 * self.middle[1]), depth=32)
        self.thickness = max(2, round(LINE_WIDTH * scale))

    def px(self, x: float, y: float) -> tuple[int, int]:
        """Pixels of spot (x, y)."""
        return self.middle[0] + round(x * self.scale), self.middle[1] - round(y * self.scale)

    def box(self, left: float, right: float, low: float, high: float) -> pygame.Rect:
        """Pixels of the area between two x and two y."""
        x0, y0 = self.px(left, high)
        x1, y1 = self.px(right, low)
        return pygame.Rect(x0, y0, x1 - x0, y1 - y0)

    def area(self, left: float, right: float, low: float, high: float) -> None:
        """The four lines round an area; lines belong to the area they bound (Law 1.2)."""
        box = self.box(left, right, low, high)
        pygame.draw.rect(self.surface, theme.LINE, box, self.thickness)

    def circle(self, x: float, y: float, radius: float, *, shown: pygame.Rect) -> None:
        """The part of a circle line round (x, y) that lies in `shown` (px)."""
        line = sprites.ring(round(radius * self.scale), theme.LINE, self.thickness)
        self.surface.set_clip(shown)
        sprites.stamp(self.surface, line, self.px(x, y))
        self.surface.set_clip(None)

    def mark(self, x: float, y: float) -> None:
        """A spot, 24 cm across or as small as can be seen."""
        dot = sprites.disc(max(2, round(0.14 * self.scale)), theme.LINE, theme.LINE)
        sprites.stamp(self.surface, dot, self.px(x, y))


@functools.lru_cache(maxsize=3)
def drawn(scale: float) -> pygame.Surface:
    """The pitch and the grass round it at `scale` px a metre."""
    chalk = Chalk(scale)
    _mow(chalk)
    _lines(chalk)
    for end in (-1, 1):
        _box_lines(chalk, end)
        _goal(chalk, end)
        for side in (-1, 1):
            _flag(chalk, end, side)
    return chalk.surface


def draw_pitch(surface: pygame.Surface, camera: Camera) -> None:
    """Lay the pitch under everything else, inside the camera's stage."""
    if camera.scale > LARGEST:
        _enlarged(surface, camera)
        return
    seen = drawn(camera.scale)
    stage = camera.stage
    place = seen.get_rect(center=camera.origin())
    if not place.contains(stage):
        surface.fill(theme.APRON, stage)
    part = place.clip(stage)
    surface.blit(seen, part, part.move(-place.left, -place.top))


def _enlarged(surface: pygame.Surface, camera: Camera) -> None:
    """Close-ups on very large screens: the part seen of the largest pitch kept, scaled up."""
    seen = drawn(LARGEST)
    shrink = LARGEST / camera.scale
    width, height = camera.stage.size
    part = pygame.Rect(0, 0, round(width * shrink), round(height * shrink))
    middle = seen.get_rect().center
    part.center = (middle[0] + round(camera.x * LARGEST), middle[1] - round(camera.y * LARGEST))
    part.clamp_ip(seen.get_rect())
    surface.blit(pygame.transform.scale(seen.subsurface(part), (width, height)), camera.stage)


def _mow(chalk: Chalk) -> None:
    chalk.surface.fill(theme.APRON)
    depth = pitch.LENGTH / STRIPES
    for stripe in range(STRIPES):
        left = -pitch.HALF_LENGTH + stripe * depth
        box = chalk.box(left, left + depth, -pitch.HALF_WIDTH, pitch.HALF_WIDTH)
        chalk.surface.fill(theme.TURF if stripe % 2 else theme.TURF_LIGHT, box)


def _lines(chalk: Chalk) -> None:
    """Touchlines, goal lines, the halfway line, the centre circle."""
    x, y = pitch.HALF_LENGTH, pitch.HALF_WIDTH
    chalk.area(-x, x, -y, y)
    top, foot = chalk.px(0, y), chalk.px(0, -y)
    halfway = pygame.Rect(0, 0, chalk.thickness, foot[1] - top[1])
    halfway.midtop = top
    chalk.surface.fill(theme.LINE, halfway)
    chalk.circle(0, 0, pitch.CIRCLE, shown=chalk.surface.get_rect())
    chalk.mark(0, 0)


def _box_lines(chalk: Chalk, end: int) -> None:
    """Penalty area, goal area, mark, arc and corner arcs at the end `end` (-1 or +1)."""
    goal_line = end * pitch.HALF_LENGTH
    for depth, half in (
        (pitch.BOX_DEPTH, pitch.BOX_HALF),
        (pitch.GOAL_AREA_DEPTH, pitch.GOAL_AREA_HALF),
    ):
        front = goal_line - end * depth
        chalk.area(min(front, goal_line), max(front, goal_line), -half, half)
    mark = goal_line - end * pitch.PENALTY_MARK
    chalk.mark(mark, 0)
    front = goal_line - end * pitch.BOX_DEPTH
    beyond = (0.0, front) if end > 0 else (front, 0.0)
    outside = chalk.box(*beyond, -pitch.HALF_WIDTH, pitch.HALF_WIDTH)
    chalk.circle(mark, 0, pitch.CIRCLE, shown=outside)
    inside = chalk.box(-pitch.HALF_LENGTH, pitch.HALF_LENGTH, -pitch.HALF_WIDTH, pitch.HALF_WIDTH)
    for side in (-1, 1):
        chalk.circle(goal_line, side * pitch.HALF_WIDTH, pitch.CORNER_ARC, shown=inside)


def _goal(chalk: Chalk, end: int) -> None:
    """Posts, bar and net, seen from above."""
    line, back = end * pitch.HALF_LENGTH, end * (pitch.HALF_LENGTH + pitch.NET_DEPTH)
    half = pitch.GOAL_HALF
    net = chalk.box(min(line, back), max(line, back), -half, half)
    veil = pygame.Surface(net.size, pygame.SRCALPHA, 32)
    veil.fill((*theme.LINE, 34))
    mesh = max(4, round(0.42 * chalk.scale))
    for step in range(mesh, max(net.size), mesh):
        pygame.draw.line(veil, (*theme.LINE, 120), (step, 0), (step, net.height))
        pygame.draw.line(veil, (*theme.LINE, 120), (0, step), (net.width, step))
    chalk.surface.blit(veil, net)
    pygame.draw.rect(chalk.surface, theme.LINE, net, max(1, chalk.thickness // 2))
    bar = max(3, round(2 * pitch.POST * chalk.scale) + 1)
    pygame.draw.line(chalk.surface, theme.WHITE, chalk.px(line, half), chalk.px(line, -half), bar)
    post = sprites.disc(max(3, bar), theme.WHITE, theme.INK)
    for side in (-1, 1):
        sprites.stamp(chalk.surface, post, chalk.px(line, side * half))


def _flag(chalk: Chalk, end: int, side: int) -> None:
    """A corner flag, drawn as if it leant away from the viewer."""
    x, y = chalk.px(end * pitch.HALF_LENGTH, side * pitch.HALF_WIDTH)
    tall = max(9, round(1.5 * chalk.scale))
    pole = max(1, round(tall / 9))
    pygame.draw.line(chalk.surface, theme.WHITE, (x, y), (x, y - tall), pole)
    cloth = [(x, y - tall), (x - end * tall * 0.62, y - tall * 0.78), (x, y - tall * 0.52)]
    pygame.draw.polygon(chalk.surface, theme.AMBER, cloth)
