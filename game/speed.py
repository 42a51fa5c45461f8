"""How fast this machine plays: matches a core, forks, and the wait before a first tick."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from game.benching.bench import make_ready
from game.benching.luck import match_seeds
from game.compiling import compile_engine
from game.fixture import Arranged, Fixture, arrange
from game.kernel import interpreted
from game.match import ENGINE, play, play_batch, scratch
from game.state import TICKS_PER_SECOND, fork

SCENARIO = "full-match"
BATCHES = 5  # the median of so many is reported: one disturbed batch does not matter
MATCHES = 2  # a batch
FORKS = 10_000
START = "import game.speed; game.speed.first_tick()"
START_LIMIT = 600.0  # s after which a start that hangs is given up


def measure(told: Callable[[str], None]) -> dict[str, float]:
    """Everything `dilemma speed` reports, by name; `told` hears what is being measured.

    A match second is a second of match time, stoppages included. `cold_compile_seconds` is what a
    first start takes longer than a second one, `warm_start_seconds` a fresh process from its start
    to the end of its first tick.
    """
    if interpreted():
        raise ValueError("NUMBA_DISABLE_JIT is set, and speed is that of compiled matches; unset it")
    told("two fresh starts, the first compiling everything: about a minute")
    cold, warm = starts()
    told(f"{BATCHES} batches of {MATCHES} matches on one core")
    arm = arrange(Fixture(SCENARIO))
    make_ready(arm)
    pace, seconds = _median_pace(arm)
    return {
        "engine": ENGINE,
        "match_seconds_per_second_per_core": pace,
        "matches_per_hour_per_core": 3600.0 * pace / seconds,
        "ns_per_tick": 1e9 / (pace * TICKS_PER_SECOND),
        "ticks_per_match_second": TICKS_PER_SECOND,
        "cold_compile_seconds": cold - warm,
        "warm_start_seconds": warm,
        "fork_us": _fork_seconds(arm) * 1e6,
    }


def first_tick() -> None:
    """Arrange a match, play one tick of it and say so: what a start is timed by."""
    compile_engine()
    arm = arrange(Fixture(SCENARIO))
    play(arm.matches([1])[0], arm.setup, seconds=1.0 / TICKS_PER_SECOND)
    sys.stdout.write("ticked\n")
    sys.stdout.flush()


def starts() -> tuple[float, float]:
    """Seconds from the start of a fresh process to its first tick: with nothing compiled, and again."""
    with tempfile.TemporaryDirectory() as folder:
        return _start_seconds(folder), _start_seconds(folder)


def _start_seconds(cache: str) -> float:
    """One start, with compiled code kept in the folder `cache`."""
    home = str(Path(__file__).parents[1])
    path = os.pathsep.join([home, *filter(None, [os.environ.get("PYTHONPATH")])])
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", START],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "NUMBA_CACHE_DIR": cache, "PYTHONPATH": path},
    ) as start:
        said = start.stdout.readline() if start.stdout else ""
        taken = time.perf_counter() - begun  # to the first tick, not to the end of the process
        complaint = start.communicate(timeout=START_LIMIT)[1]
    if said != "ticked\n":
        raise ValueError(f"a fresh process did not start: {complaint.strip().rpartition(chr(10))[2]}")
    return taken


def _median_pace(arm: Arranged) -> tuple[float, float]:
    """Match seconds a second on one core, the median batch; and seconds a match lasted on average."""
    paces, lengths = [], []
    for batch in range(BATCHES):
        matches = arm.matches(match_seeds(1, batch * MATCHES, MATCHES))
        begun = time.perf_counter()
        play_batch(matches, arm.setup, scratch())
        taken = time.perf_counter() - begun
        seconds = float(matches["tick"].sum() - MATCHES * arm.start.tick) / TICKS_PER_SECOND
        paces.append(seconds / taken)
        lengths.append(seconds / MATCHES)
    return statistics.median(paces), statistics.fmean(lengths)


def _fork_seconds(arm: Arranged) -> float:
    """Seconds a fork takes, among many at once; the median of a few goes."""
    goes = []
    for _ in range(BATCHES):
        begun = time.perf_counter()
        fork(arm.start, FORKS)
        goes.append((time.perf_counter() - begun) / FORKS)
    return statistics.median(goes)
