"""Which part of the pitch is seen, and where on the surface a spot of it lies."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import pygame

from game import pitch

SIDELINE = 3.2  # m of grass shown beyond the touchlines
BEHIND_GOAL = 3.6  # m shown behind the goal lines
ZOOMS = (0.0, 52.0, 38.0, 27.0)  # m of the pitch seen from top to bottom; 0: all of it
QUICK = 2.4  # 1/s, how fast the camera closes the distance to the ball
LEAD = 0.5  # s of the ball's way the camera looks ahead
CUT = 38.0  # m, from here the camera jumps and does not glide

WHOLE_X = pitch.HALF_LENGTH + BEHIND_GOAL
WHOLE_Y = pitch.HALF_WIDTH + SIDELINE


def whole_scale(stage: pygame.Rect) -> float:
    """Pixels a metre at which the whole pitch fits `stage`."""
    return min(stage.width / (2 * WHOLE_X), stage.height / (2 * WHOLE_Y))


@dataclass
class Camera:
    """Looks straight down; y points up the screen."""

    zoom: int = 0
    """Index in ZOOMS."""
    stage: pygame.Rect = field(default_factory=lambda: pygame.Rect(0, 0, 1280, 720))
    scale: float = 10.0
    """Pixels a metre."""
    x: float = 0.0
    y: float = 0.0

    def frame(self, stage: pygame.Rect) -> None:
        """Show the pitch inside `stage` (px) from now on."""
        self.stage = stage
        seen = ZOOMS[self.zoom]
        whole = whole_scale(stage)
        self.scale = max(stage.height / seen, whole) if seen else whole
        self._stay_on_the_ground()

    def follow(self, x: float, y: float, *, vx: float, vy: float, seconds: float) -> None:
        """Close in on a ball at (x, y) m running at (vx, vy) m/s, for `seconds` of watching."""
        aim_x = x + LEAD * max(-20.0, min(20.0, vx))
        aim_y = y + LEAD * max(-20.0, min(20.0, vy))
        far = math.hypot(aim_x - self.x, aim_y - self.y) > CUT
        share = 1.0 if far else 1 - math.exp(-QUICK * seconds)
        self.x += (aim_x - self.x) * share
        self.y += (aim_y - self.y) * share
        self._stay_on_the_ground()

    def screen(self, x: float, y: float) -> tuple[int, int]:
        """Pixels of pitch spot (x, y)."""
        left, top = self.origin()
        return left + round(x * self.scale), top - round(y * self.scale)

    def origin(self) -> tuple[int, int]:
        """Pixels of the centre spot; whole, so that grass and players move in step."""
        return (
            self.stage.centerx - round(self.x * self.scale),
            self.stage.centery + round(self.y * self.scale),
        )

    def spot(self, pixel: tuple[float, float]) -> tuple[float, float]:
        """Pitch spot under `pixel`: the inverse of `screen`, up to rounding."""
        left, top = self.origin()
        return (pixel[0] - left) / self.scale, (top - pixel[1]) / self.scale

    def _stay_on_the_ground(self) -> None:
        """Keep the view from showing more than the apron round the pitch."""
        room_x = max(0.0, WHOLE_X - self.stage.width / 2 / self.scale)
        room_y = max(0.0, WHOLE_Y - self.stage.height / 2 / self.scale)
        self.x = max(-room_x, min(room_x, self.x))
        self.y = max(-room_y, min(room_y, self.y))
