"""Makes the table that best-response plays by: `python -m game.experiments.timing_table`.

Every way of playing (going.WAYS) is played through the last part of matches from the first minute on, on the same
luck, and what it scored and conceded a minute goes into assets/timing/, with the number of the engine it belongs to.
To be run again whenever ENGINE rises; about five minutes on two cores.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from game.benching.rounds import checked_workers
from game.compiling import compile_engine
from game.experiments.executors import place
from game.experiments.experiment import Cell, Experiment, Findings, Played
from game.experiments.going import COLUMNS, WAYS, Going, describe_going, going_seconds, play_going
from game.experiments.going_rates import Rates, goals_a_chance, rates_of
from game.experiments.kept import Kept
from game.experiments.runner import Progress, play, prepare
from game.experiments.settings import Settings
from game.experiments.timing import NOBODY, Timing, fixture
from game.files import write_whole
from game.intervals import Interval
from game.match import ENGINE
from game.policies.best_response import RIVALS
from game.policies.measured import KIND, shipped

MATCHES = 600  # of each way: some 15,000 minutes, rates known to about 5 % by chances
SEED = 2026
START = 70  # minute
EVER = -1.0  # a minute that has always come


class _TableSettings(Settings):
    """Only how many matches."""

    matches: int = MATCHES


def cells(settings: Settings) -> list[Cell]:
    """Every way of playing, from the start and whatever the score."""
    start = fixture(Timing(minutes=(START,), rivals=RIVALS))
    return [Cell({"who": who}, Going(start, mix, EVER, always=True), settings.matches) for who, mix in WAYS.items()]


def measured(played: Played) -> dict[str, Rates]:
    """The rates of every way, by name."""
    base = _as_staying(played.of(who=NOBODY))
    worth = goals_a_chance(played)
    return {who: rates_of([played.of(who=who)], base, worth=worth) for who in WAYS}


def table(found: dict[str, Rates], *, matches: int, seed: int) -> dict[str, Any]:
    """The table as JSON can say it: `own` and `opponent` by chances, and the goals themselves with intervals."""
    return {
        "kind": KIND,
        "engine": ENGINE,
        "rivals": RIVALS,
        "from_minute": START,
        "matches": matches,
        "seed": seed,
        "ways": [
            {
                "name": who,
                "mix": WAYS[who],
                "own": round(each.own_by_chances, 6),
                "opponent": round(each.opponent_by_chances, 6),
                "minutes": round(each.minutes),
                "own_goals": _three(each.own),
                "opponent_goals": _three(each.opponent),
            }
            for who, each in found.items()
        ],
    }


def make(path: Path, *, matches: int = MATCHES, seed: int = SEED, workers: int | None = None) -> None:
    """Play and write the table to `path`, telling on stderr how far it is."""
    compile_engine()
    run = prepare(_PLAYED, _TableSettings(matches=matches), seed)
    with place("local", workers=checked_workers(workers), address=None) as where:
        played = play(run, Kept(), where.executor, workers=where.workers, progress=_Teller())
    content = json.dumps(table(measured(played), matches=matches, seed=seed), indent=2)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content.encode() + b"\n")


class _Teller:
    """Says every half minute how far it is."""

    def __init__(self) -> None:
        self.next = 0.0

    def __call__(self, progress: Progress) -> None:
        """Take in how far it is."""
        if time.monotonic() >= self.next or progress.rows == progress.rows_in_all:
            self.next = time.monotonic() + 30.0
            sys.stderr.write(f"{progress.rows:,} of {progress.rows_in_all:,} matches\n")


def _as_staying(rows: Any) -> Any:
    """The rows of a side that went by its job descriptions, counted as staying."""
    base = rows.copy()
    for name in COLUMNS.names or ():
        if name.startswith("stay_"):
            base[name] = rows[name.replace("stay_", "go_")]
    return base


def _three(value: Interval) -> list[float]:
    return [round(each, 6) for each in value]


def _nothing(_played: Played, _settings: Settings) -> Findings:
    return Findings("", [])


_PLAYED = Experiment(
    name="timing-table",
    title="Timing table",
    question="What does each way of playing score and concede a minute?",
    settings=_TableSettings,
    cells=cells,
    find=_nothing,
    play=play_going,
    columns=COLUMNS,
    describe=describe_going,
    seconds=going_seconds,
)

if __name__ == "__main__":
    make(shipped(RIVALS), matches=int(sys.argv[1]) if len(sys.argv) > 1 else MATCHES)
