"""One moment of a match as the eye needs it: plain lists, read off the record once a frame.

Between two ticks the moment is interpolated, so pictures run smoothly at any frame rate while the match itself
only knows ticks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from game.state import NOBODY, Match

JUMP = 2.5  # m a tick, from here somebody was put elsewhere and did not run
PUT = 6.0  # m a tick for the ball (120 m/s)


@dataclass(frozen=True)
class Spots:
    """Where everybody was at one tick: (22, 2) m, and the ball (3,) m."""

    players: Any
    ball: Any


@dataclass(frozen=True)
class Scene:
    """What is drawn of a match. Lists run over the 22 slots."""

    x: list[float]
    y: list[float]
    vx: list[float]
    vy: list[float]
    on: list[int]
    man: list[int]
    breath: list[float]
    legs: list[float]
    yellow: list[int]
    down: list[bool]
    want: list[int]
    """Kind of each want (intent.Intent), and where it leads, m."""
    want_x: list[float]
    want_y: list[float]
    ball: tuple[float, float, float]
    carrier: int
    taker: int
    """Who stands ready to take the restart, or NOBODY."""
    held: bool


def spots(match: Match) -> Spots:
    """Where everybody is now; a copy."""
    record = np.asarray(match)
    players, ball = record["players"], record["ball"]
    return Spots(
        np.stack((players["x"], players["y"]), axis=1),
        np.array((ball["x"], ball["y"], ball["z"])),
    )


def scene(match: Match, before: Spots | None = None, share: float = 1.0) -> Scene:
    """`match` as seen `share` (0…1) of a tick after `before`, the spots one tick ago."""
    now = spots(match)
    players = np.asarray(match)["players"]
    where, ball = now.players, now.ball
    if before is not None:
        where = _between(before.players, where, share, jump=JUMP)
        ball = _between(before.ball[None], ball[None], share, jump=PUT)[0]
    return Scene(
        x=where[:, 0].tolist(),
        y=where[:, 1].tolist(),
        vx=players["vx"].tolist(),
        vy=players["vy"].tolist(),
        on=players["on"].tolist(),
        man=players["man"].tolist(),
        breath=players["breath"].tolist(),
        legs=players["legs"].tolist(),
        yellow=players["yellow"].tolist(),
        down=(players["down_until"] > match.tick).tolist(),
        want=players["want"]["kind"].tolist(),
        want_x=players["want"]["x"].tolist(),
        want_y=players["want"]["y"].tolist(),
        ball=(float(ball[0]), float(ball[1]), float(ball[2])),
        carrier=int(match.ball.carrier),
        taker=int(match.dead.taker) if match.dead.kind else NOBODY,
        held=bool(match.ball.held),
    )


def _between(before: Any, now: Any, share: float, *, jump: float) -> Any:
    """Straight between two places, row by row; `now` for who was put elsewhere in between."""
    way = now - before
    ran = (np.abs(way).max(axis=1) < jump)[:, None]
    return np.where(ran, before + way * share, now)
