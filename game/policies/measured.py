"""Stakes by measurement: which way of playing pays best at a score and a time, from a table made in this engine.

The table (assets/timing/, written by `python -m game.experiments.timing_table`) says what each way of playing scored
and conceded a minute. From that, backward induction over goal difference and time left picks the best way wherever
one stands (theory §2, with more than two ways)

    V' = max over ways of  own · (V_{d+1} − V_d) − opponent · (V_d − V_{d−1})

and everybody gets the stakes that his post has in that way.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.assets import asset
from game.policies.final import Final, Terms
from game.policies.mix import mix
from game.policies.registry import Payoff
from game.post import Post
from game.state import GOALS, NODES
from game.value.stakes import seconds_of_node

KIND = "dilemma timing table"
REMAKE = "python -m game.experiments.timing_table"
REACH = GOALS + 10  # goal differences either way; beyond the stakes tables nothing is asked
STEP = 15.0  # s a step of the induction, the finest of the stakes' nodes

Table = NDArray[np.float64]


@dataclass(frozen=True)
class Way:
    """A way for a whole side to play, and what it brought: goals a minute for and against."""

    name: str
    mix: str  # of job descriptions
    own: float
    opponent: float


@functools.cache
def ways_measured(path: Path) -> tuple[Way, ...]:
    """The ways in the table at `path`, the first being what is played when nothing is better.

    ValueError, in one line, where there is no table or it belongs to another engine.
    """
    try:
        about = json.loads(path.read_text(encoding="utf-8"))
        ways = tuple(Way(each["name"], each["mix"], each["own"], each["opponent"]) for each in about["ways"])
        made_by = about["engine"] if about["kind"] == KIND else None
    except FileNotFoundError:
        raise ValueError(f"no timing table of engine {engine()} at {path}; make it: {REMAKE}") from None
    except (ValueError, KeyError, TypeError):
        raise ValueError(f"{path} is no timing table; make it anew: {REMAKE}") from None
    if made_by != engine():
        raise ValueError(f"{path.name} was measured with engine {made_by}, this is {engine()}; make it anew: {REMAKE}")
    return ways


@functools.lru_cache(maxsize=64)
def best_ways(ways: tuple[Way, ...], payoff: Payoff, terms: Terms) -> NDArray[np.int64]:
    """Which way is best, shape (2 REACH + 1, NODES): by goal difference from −REACH, and by time node."""
    differences = range(-REACH, REACH + 1)
    value = np.array([payoff(Final(max(d, 0), max(-d, 0), terms=terms)) for d in differences], dtype=np.float64)
    own, opponent = (np.array([[getattr(way, name)] for way in ways]) for name in ("own", "opponent"))
    steps = [round(seconds_of_node(node) / STEP) for node in range(NODES)]
    chosen = np.zeros((len(differences), steps[-1] + 1), np.int64)
    for step in range(steps[-1] + 1):
        rise = np.diff(value, prepend=value[0], append=value[-1])
        gain = own * rise[1:] - opponent * rise[:-1]
        chosen[:, step] = gain.argmax(axis=0)
        value = value + STEP / 60.0 * gain.max(axis=0)
    return chosen[:, steps]


def stakes_by(ways: tuple[Way, ...], payoff: Payoff, terms: Terms, post: Post) -> Table:
    """The stakes of `post` under the best of `ways`, shape (GOALS, GOALS, NODES, 3) as in policies/tabulate.py."""
    goals = np.arange(GOALS)
    chosen = best_ways(ways, payoff, terms)[goals[:, None] - goals + REACH]
    pairs = np.array([(*_job(way.mix, post), 0.0) for way in ways])
    table: Table = pairs[chosen]
    table.setflags(write=False)
    return table


def shipped(name: str) -> Path:
    """Where this engine's table called `name` comes with the game."""
    return asset("timing", f"{name}-{engine()}.json")


def engine() -> int:
    """The engine that plays: the one number a policy needs from above, to know whether what was measured holds."""
    from game.match import ENGINE

    return ENGINE


def _job(text: str, post: Post) -> tuple[float, float]:
    """The stakes a mix of job descriptions gives a post."""
    held: Any = mix(text)[post]
    if held.job is None:
        raise ValueError(f"a way of playing is made of job descriptions; '{held.name}' in '{text}' is a payoff")
    pair: tuple[float, float] = held.job(post)
    return pair
