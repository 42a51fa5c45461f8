"""A match turned round: the sides exchange names and ends, and nothing else changes.

`NUMBA_DISABLE_JIT=1 python -m tests.mirror SCENARIO MOMENT` plays a saved moment of the scenario on with chance
silenced, as it is and turned round; it writes how far apart, in metres, the two are four seconds later.
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from game import chance
from game.match import run_on, scratch
from game.record import blank, copy
from game.snapshot import load
from game.state import SIDE, SLOTS, Match, Notes, Setup
from game.teams.kick_off import kick_off

OTHERS = np.roll(np.arange(SLOTS), SIDE)
VECTORS = ("x", "y", "vx", "vy")
PARTS = {
    "ball": (*VECTORS, "was_x", "was_y"),
    "dead": ("x", "y", "gone_x", "gone_y"),
    "foul": ("x", "y"),
    "flight": ("x", "y", "aim_x", "aim_y"),
    "players": (*VECTORS, "meet_x", "meet_y"),
}
SLOTS_NAMED = {
    "ball": ("carrier", "last", "kicker", "aimed"),
    "dead": ("taker", "first"),
    "foul": ("slot", "victim"),
    "flight": ("slot",),
    "players": ("mark",),
}
TICKS = 80


def turn_round(match: Match) -> Match:
    """The same moment seen from the other end, home and away exchanged."""
    turned = copy(match)
    record: Any = np.asarray(turned)
    record["players"] = record["players"][OTHERS]
    record["teams"] = record["teams"][::-1]
    record["teams"]["attacks"] *= -1
    record["caution"] = record["caution"][OTHERS]
    for part, fields in PARTS.items():
        for name in fields:
            record[part][name] *= -1.0
    for name in ("x", "y"):
        record["players"]["want"][name] *= -1.0
    for part, fields in SLOTS_NAMED.items():
        for name in fields:
            record[part][name] = across(record[part][name])
    record["players"]["want"]["mate"] = across(record["players"]["want"]["mate"])
    record["dead"]["side"] = 1 - record["dead"]["side"]
    record["having"] = 1 - record["having"]
    for name in ("presser", "helper"):
        record[name] = across(record[name])[::-1]
    return turned


def across(slots: Any) -> Any:
    """The same places on the other side; nobody stays nobody."""
    slots = np.asarray(slots)
    return np.where(slots < 0, slots, (slots + SIDE) % SLOTS)


def apart(match: Match, turned: Match) -> float:
    """How far apart, in metres, two men of the same place or the two balls are."""
    again: Any = np.asarray(turn_round(turned))
    here: Any = np.asarray(match)
    gaps = [
        np.hypot(here[part]["x"] - again[part]["x"], here[part]["y"] - again[part]["y"]).max()
        for part in ("players", "ball")
    ]
    return float(max(gaps))


def silence() -> None:
    """Take chance out: every draw even, every error none."""
    chance.draw = lambda seed, tick, who, why: 0.5
    chance.bell = lambda seed, tick, who, why: 0.0


def play_both(match: Match, setup: Setup) -> float:
    """Play a match and the one turned round on for TICKS; metres apart at the end."""
    turned = turn_round(match)
    run_on(match, setup, scratch(), TICKS)
    run_on(turned, setup, blank(Notes), TICKS)
    return apart(match, turned)


if __name__ == "__main__":
    silence()
    sys.stdout.write(f"{play_both(load(sys.argv[2]), kick_off(sys.argv[1])[1])}\n")
