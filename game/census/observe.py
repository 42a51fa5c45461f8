"""Watch one match: its events as columns, and a look at the whole record once a second."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.events import Action
from game.fixture import Arranged
from game.match import run_on, scratch
from game.pitch import HALF_LENGTH
from game.record import layout
from game.state import SIDE, TICKS_PER_SECOND, Match

Facts = dict[str, NDArray[np.float64]]
"""Measured values by name, shape (n,) each: one a match, a side of a match, a pass, a shot …"""

RESTARTS = (
    Action.THROW_IN,
    Action.GOALKICK,
    Action.CORNER_CROSSED,
    Action.CORNER_SHORT,
    Action.FREEKICK_CROSSED,
    Action.FREEKICK_SHORT,
    Action.SHOT_FREEKICK,
    Action.SHOT_PENALTY,
)


RUN_WITH_BALL = 10.0
"""m from which the tables log a dribble: half of theirs are longer than 13.8 m; a few steps are part of the touch."""


class Events(NamedTuple):
    """The happenings of a match in order, shape (n,) each; spots in metres from the acting side's own goal line."""

    action: NDArray[np.int64]
    result: NDArray[np.int64]
    bodypart: NDArray[np.int64]
    side: NDArray[np.int64]  # 0 home, 1 away, -1 nobody's
    half: NDArray[np.int64]
    minute: NDArray[np.float64]  # of the half
    begun: NDArray[np.int64]  # tick; SPADL's time of an action
    ended: NDArray[np.int64]  # tick
    x: NDArray[np.float64]  # 0 own goal line … 105
    y: NDArray[np.float64]  # -34 right … 34 left, attacking
    end_x: NDArray[np.float64]
    end_y: NDArray[np.float64]

    def are(self, *actions: Action) -> NDArray[np.bool_]:
        """Which events are one of `actions`, shape (n,)."""
        found: NDArray[np.bool_] = np.isin(self.action, actions)
        return found

    def by_side(self, chosen: NDArray[np.bool_]) -> NDArray[np.float64]:
        """How many of the `chosen` events each side has, shape (2,)."""
        return np.array([np.sum(chosen & (self.side == side)) for side in (0, 1)], dtype=np.float64)

    def dribbles(self) -> NDArray[np.bool_]:
        """Which events are dribbles as the tables count them, shape (n,)."""
        gone = np.hypot(self.end_x - self.x, self.end_y - self.y)
        return self.are(Action.DRIBBLE) & (gone >= RUN_WITH_BALL)

    def mean_by_side(self, values: NDArray[Any], chosen: NDArray[np.bool_]) -> NDArray[np.float64]:
        """The mean of the `chosen` of `values` each side has, shape (2,); nan for a side without any."""
        sums = np.array([np.sum(values, where=chosen & (self.side == side)) for side in (0, 1)])
        count = self.by_side(chosen)
        mean: NDArray[np.float64] = np.where(count > 0, sums / np.maximum(count, 1), np.nan)
        return mean


class Watched(NamedTuple):
    """A match as the census sees it."""

    events: Events
    looks: NDArray[Any]  # Match records, one a second, the last at the final whistle
    posts: NDArray[np.int64]  # (22,) Post of each slot


def watch(arm: Arranged, seed: int) -> Watched:
    """Play the match of `arm` with `seed` to the whistle, looking once a second.

    Raises ValueError when the page of notes was too small for its events.
    """
    match = arm.matches([seed])[0]
    notes = scratch()
    looks = bytearray()  # the records end to end: joining thousands of small arrays takes longer than the match
    while match.clock.over == 0:
        run_on(match, arm.setup, notes, TICKS_PER_SECOND)
        looks += np.asarray(match).tobytes()
    if notes.missed:
        raise ValueError(f"match with seed {seed} wrote {notes.missed} events more than a page of notes holds")
    seen = np.frombuffer(looks, layout(Match))
    page = np.array(np.asarray(notes.events)[: notes.count])
    posts = np.concatenate([np.asarray(arm.setup.sheets[side].post) for side in (0, 1)])
    return Watched(_columns(page, seen), seen, posts)


def _columns(page: NDArray[Any], looks: NDArray[Any]) -> Events:
    """The events of `page` in the frame of who acts."""
    side = np.where(page["slot"] >= 0, page["slot"] // SIDE, -1)
    ends = np.ones((6, 2))
    for half in range(1, 6):
        seen = looks[looks["clock"]["half"] == half]
        if len(seen):
            ends[half] = seen[len(seen) // 2]["teams"]["attacks"]
    sign = ends[np.minimum(page["half"], 5), np.maximum(side, 0)]
    return Events(
        page["action"],
        page["result"],
        page["bodypart"],
        side,
        page["half"],
        page["second"] / 60.0,
        _begun(page, looks),
        page["tick"],
        page["x"] * sign + HALF_LENGTH,
        page["y"] * sign,
        page["end_x"] * sign + HALF_LENGTH,
        page["end_y"] * sign,
    )


def _begun(page: NDArray[Any], looks: NDArray[Any]) -> NDArray[np.int64]:
    """Ticks at which the events began: a restart when it was taken, all else when the event before it ended.

    An event carries the tick of its end. A look in play knows when the last restart was taken; a restart that ended
    before the next look is taken to have lasted no time.
    """
    before: NDArray[np.int64] = np.concatenate([page["tick"][:1], page["tick"][:-1]])
    last = np.searchsorted(looks["tick"], page["tick"], side="right") - 1
    seen = looks["dead"][np.maximum(last, 0)]
    in_play = (last >= 0) & (seen["kind"] == 0)
    taken = np.where(in_play, np.maximum(seen["since"], before), page["tick"])
    begun: NDArray[np.int64] = np.where(np.isin(page["action"], RESTARTS), taken, before)
    return begun
