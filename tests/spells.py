"""Spells of play kept tick by tick, for tests of what must hold at every moment of a match."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

import numpy as np
from hypothesis import strategies as st

from game.match import run_on, tick
from game.record import blank, blanks
from game.state import SIDE, SLOTS, TICKS_PER_SECOND, Match, Notes, Setup
from game.teams.kick_off import kick_off

SCENARIOS = ("full-match", "late-deficit", "two-down", "cup-tie-level")
MIXES = ("team-win", "role-bound")


@dataclass(frozen=True)
class Spell:
    """What a match was at every tick (or second) of a spell, its setup and its events."""

    name: str
    moments: Any
    """Match records in order, shape (n,)."""
    setup: Setup
    events: list[Any]

    def __repr__(self) -> str:
        return f"<{self.name}>"

    @property
    def players(self) -> Any:
        """Everyone at every moment, shape (n, 22)."""
        return self.moments["players"]

    @property
    def in_play(self) -> Any:
        """The moments the ball is in play, shape (n,)."""
        return self.moments["dead"]["kind"] == 0

    def top_speeds(self) -> Any:
        """Everyone's top speed when fresh, m/s, shape (n, 22)."""
        squads = np.asarray(self.setup)["squads"]["top_speed"]
        return squads[np.arange(SLOTS) // SIDE, self.players["man"]]


@functools.lru_cache(maxsize=16)
def spell(scenario: str, home: str, away: str, seed: int, seconds: int) -> Spell:
    """The first `seconds` of this match, every tick."""
    match, setup = kick_off(scenario, home=home, away=away, seed=seed)
    notes = blank(Notes)
    moments = blanks(Match, seconds * TICKS_PER_SECOND)
    for k in range(len(moments)):
        tick(match, setup, notes)
        moments[k] = match
    return Spell(f"{scenario} {home} v {away}, seed {seed}, {seconds} s", moments, setup, told(notes))


@functools.lru_cache(maxsize=4)
def whole(scenario: str, seed: int) -> Spell:
    """A match to the final whistle, every second."""
    match, setup = kick_off(scenario, seed=seed)
    notes = blank(Notes)
    kept = []
    while match.clock.over == 0:
        run_on(match, setup, notes, TICKS_PER_SECOND)
        kept.append(match.copy())  # type: ignore[attr-defined]
    return Spell(f"{scenario}, seed {seed}, to the whistle", np.array(kept), setup, told(notes))


def told(notes: Notes) -> list[Any]:
    """The events so far."""
    assert notes.missed == 0
    return list(np.asarray(notes)["events"][: notes.count].copy())


spells = st.builds(
    spell,
    st.sampled_from(SCENARIOS),
    st.sampled_from(MIXES),
    st.sampled_from(MIXES),
    st.integers(0, 10**6),
    st.sampled_from([20, 60, 120]),
)
