"""How often each side of a scenario scores, measured in the engine that plays; by score and clock alone the rest is T1.

`python -m game.screens.play.goal_rates` plays every scenario as it is and writes assets/rates/<engine>.json: to be run
again whenever ENGINE rises, some eight minutes on two cores. A scenario's rates come from the worth of its chances,
which scatters less than its goals, times what a chance was worth in goals over all scenarios.
"""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from game.assets import asset
from game.benching.bench import make_ready, play_rounds
from game.benching.rounds import checked_workers, on_threads
from game.dilemma.continuations import RATE
from game.files import write_whole
from game.fixture import Fixture, arrange
from game.match import ENGINE
from game.results import Rows
from game.teams import reading
from game.teams.scenarios import scenario

KIND = "dilemma goal rates"
MATCHES = 400
PIECE = 20  # matches a thread takes at a time
SEED = 2026
PLACES = 5


class Rates(NamedTuple):
    """Goals a minute of clock of the person's side and of the rivals."""

    own: float
    rivals: float


USUAL = Rates(RATE, RATE)
"""Where nothing was measured: a file of one's own, or other mixes than the scenario's."""


def rates_of(fixture: Fixture) -> Rates:
    """The rates of `fixture`: measured where it is one of the game's scenarios with its own mixes."""
    told = scenario(fixture.scenario)
    own_mixes = (fixture.home or told.home.mix, fixture.away or told.away.mix) == (told.home.mix, told.away.mix)
    return table(ENGINE).get(told.name, USUAL) if own_mixes else USUAL


@functools.cache
def table(engine: int) -> Mapping[str, Rates]:
    """All that was measured in `engine`, by scenario; empty where nothing was."""
    try:
        content: Any = json.loads(shipped(engine).read_bytes())
        return {name: Rates(float(own), float(rivals)) for name, (own, rivals) in content["scenarios"].items()}
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return {}


def shipped(engine: int) -> Path:
    """Where the table of `engine` comes with the game."""
    return asset("rates", f"{engine}.json")


def measured(played: Mapping[str, Rows]) -> dict[str, Rates]:
    """The rates of every scenario, by what its chances were worth; ValueError where nobody had a chance anywhere."""
    rows = list(played.values())
    goals = sum(float(each[f"{side}_scored"].sum()) for each in rows for side in ("home", "away"))
    chances = sum(float(each[f"{side}_xg"].sum()) for each in rows for side in ("home", "away"))
    if not chances:
        raise ValueError("no chance in any match; play more than these")
    worth = goals / chances
    return {
        name: Rates(*(worth * float(each[f"{side}_xg"].sum()) / _minutes(each) for side in ("home", "away")))
        for name, each in played.items()
    }


def play_all(names: list[str], matches: int) -> dict[str, Rows]:
    """`matches` of every scenario in `names`, to the whistle; a line to stderr for each."""
    played = {}
    for name in names:
        arm = arrange(Fixture(name))
        make_ready(arm)
        pieces = on_threads(
            functools.partial(play_rounds, [arm], SEED), 0, matches, piece=PIECE, workers=checked_workers(None)
        )
        played[name] = np.concatenate(list(pieces))
        sys.stderr.write(f"{name}: {_minutes(played[name]):.0f} min\n")
    return played


def main(matches: int = MATCHES) -> Path:
    """Measure everything and write the table; where it is."""
    found = measured(play_all(reading.listed("scenarios"), matches))
    content = {
        "kind": KIND,
        "engine": ENGINE,
        "matches": matches,
        "seed": SEED,
        "unit": "goals a minute of match time: the person's side, the rivals",
        "scenarios": {name: [round(rate, PLACES) for rate in rates] for name, rates in sorted(found.items())},
    }
    path = shipped(ENGINE)
    path.parent.mkdir(exist_ok=True)
    write_whole(path, (json.dumps(content, indent=2) + "\n").encode())
    return path


def _minutes(rows: Rows) -> float:
    return float(rows["seconds"].sum()) / 60.0


if __name__ == "__main__":
    sys.stdout.write(f"{main(int(sys.argv[1]) if len(sys.argv) > 1 else MATCHES)}\n")
