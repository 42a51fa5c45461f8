"""What a picture is made of: the match at one moment, and how somebody has chosen to look at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.screens.camera import Camera
from game.screens.news import News
from game.screens.programme import Programme
from game.screens.scene import Scene
from game.state import NOBODY, SLOTS, Match, Setup


@dataclass(frozen=True)
class Moment:
    """A match between two ticks, with what led up to it."""

    match: Match
    setup: Setup
    programme: Programme
    scene: Scene
    trail: Sequence[tuple[float, float, float]] = ()
    """The ball's last places (x, y, z), oldest first."""
    tails: Sequence[Sequence[tuple[float, float]]] = ()
    """The last places of each slot, oldest first; empty when not drawn."""
    news: Sequence[News] = ()


@dataclass
class Look:
    """What the spectator wants to see."""

    camera: Camera = field(default_factory=Camera)
    thinking: bool = False
    wants: bool = False
    shape: bool = False
    panels: bool = True
    keys: bool = False
    """The page of keys."""
    chosen: int = NOBODY
    """Slot looked at; NOBODY: whoever has the ball."""
    speed: float = 1.0
    paused: bool = False
    live: bool = True
    """False in a film, which has no keys to press."""
    text: float = 1.0
    """How much larger than usual words are written (1 to 2)."""


def watched(moment: Moment, look: Look) -> int:
    """The slot whose mind is shown: the chosen one if still on the pitch, else who has, or last had, the ball."""
    scene = moment.scene
    for slot in (look.chosen, scene.carrier, int(moment.match.ball.last)):
        if slot != NOBODY and scene.on[slot]:
            return slot
    return next((slot for slot in range(SLOTS) if scene.on[slot]), 0)
