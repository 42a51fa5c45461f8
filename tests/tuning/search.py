"""The tuning bench: search the tuned numbers (game/parameters.py) against real football.

    python -m tests.tuning.search --matches 12 --rounds 3 --only width_in,tether --out build/tuning

Every candidate plays the same matches (common random numbers), so what differs is the candidate. The optimiser is
scipy's bounded trust-region least squares over the census: one residual a metric, in half-bands of the real table,
large ones softened. What it finds is played on matches kept back from the search and on those the numbers in use are
played on too; `found.json` says both losses, and that it was accepted only when the kept-back loss fell.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import least_squares

from game import parameters
from game.benching.luck import match_seed
from game.benching.rounds import on_threads
from game.census import take
from game.census.take import Line
from game.files import write_whole
from game.match import ENGINE
from game.parameters import TABLE

SEARCHED, KEPT_BACK = 7001, 9001  # seeds of the two sets of matches; the census of the README uses neither
RARE = (
    "goals ",
    "home wins",
    "away wins",
    "goalless",
    "draws",
    "red cards",
    "penalties",
    "conversion, p",
    "conversion, f",
)
"""Metrics too rare to be measured in a few matches: left out."""
NOISY = 0.35  # weight of conversions, which rest on few shots
STEP = 0.12  # of a parameter's range, for the slope


def weight(name: str) -> float:
    """A metric's weight in the search."""
    if name != "goals" and name.startswith(RARE):
        return 0.0
    return NOISY if name.startswith("conversion") else 1.0


def residual(line: Line) -> float:
    """Half-bands between simulated and real, weighted; beyond one they count by their logarithm."""
    real = line.metric.real
    if math.isnan(line.simulated):
        return 0.0
    off = (line.simulated - real.mean) / max(0.5 * (real.high - real.low), 1e-9)
    if abs(off) > 1.0:
        off = math.copysign(1.0 + math.log(abs(off)), off)
    return weight(line.metric.name) * off


def census(values: Mapping[str, float], seed: int, matches: int) -> list[Line]:
    """The census of `matches` matches played with `values`."""
    arm = take.fixture(take.HOME_ADVANTAGE)
    parameters.write(arm.setup.play, values)

    def work(number: int, _count: int) -> Any:
        return take.observe(arm, match_seed(seed, number))

    return take.lines(list(on_threads(work, 0, matches, piece=1, workers=2)))


def residuals(values: Mapping[str, float], seed: int, matches: int) -> NDArray[np.float64]:
    """One residual a metric."""
    return np.array([residual(line) for line in census(values, seed, matches)])


def loss(found: NDArray[np.float64]) -> float:
    """Mean square of the residuals."""
    return float(np.mean(found**2))


def search(names: Sequence[str], matches: int, rounds: int, say: Callable[[str], None]) -> dict[str, float]:
    """The best values of `names` found in about `rounds` · (names + 1) censuses."""
    low = np.array([TABLE[name].low for name in names])
    span = np.array([TABLE[name].high for name in names]) - low
    tried = 0

    def at(share: NDArray[np.float64]) -> NDArray[np.float64]:
        nonlocal tried
        tried += 1
        found = residuals(dict(zip(names, (low + span * share).tolist(), strict=True)), SEARCHED, matches)
        say(f"{tried}: loss {loss(found):.3f}")
        return found

    def slope(share: NDArray[np.float64]) -> NDArray[np.float64]:
        here = at(share)
        columns = []
        for k in range(len(names)):
            step = STEP if share[k] + STEP <= 1.0 else -STEP
            moved = share.copy()
            moved[k] += step
            columns.append((at(moved) - here) / step)
        return np.array(columns).T

    start = (np.array([TABLE[name].value for name in names]) - low) / span
    best = least_squares(at, np.clip(start, 1e-6, 1.0 - 1e-6), slope, bounds=(0.0, 1.0), max_nfev=rounds)
    return dict(zip(names, (low + span * best.x).tolist(), strict=True))


def main(arguments: Sequence[str]) -> int:
    """Search, judge on matches kept back, write what was found."""
    told = argparse.ArgumentParser(prog="python -m tests.tuning.search", description="Search the tuned numbers.")
    told.add_argument("--matches", type=int, default=12)
    told.add_argument("--rounds", type=int, default=3)
    told.add_argument("--only", default="", help="names, with commas; all of them without")
    told.add_argument("--out", type=Path, default=Path("build/tuning"))
    asked = told.parse_args(arguments)
    names = asked.only.split(",") if asked.only else list(TABLE)
    unknown = [name for name in names if name not in TABLE]
    if unknown or asked.matches < 2 or asked.rounds < 1:
        print(f"unknown {', '.join(unknown)}" if unknown else "at least 2 matches and 1 round", file=sys.stderr)  # noqa: T201
        return 2
    found = search(names, asked.matches, asked.rounds, lambda text: print(text, file=sys.stderr))  # noqa: T201
    before, after = (loss(residuals(values, KEPT_BACK, asked.matches)) for values in ({}, found))
    told_of = {
        "engine": ENGINE,
        "matches": asked.matches,
        "loss_kept_back_before": before,
        "loss_kept_back_after": after,
        "accepted": after < before,
        "values": {name: {"was": TABLE[name].value, "found": value} for name, value in found.items()},
    }
    asked.out.mkdir(parents=True, exist_ok=True)
    write_whole(asked.out / "found.json", json.dumps(told_of, indent=1).encode() + b"\n")
    verdict = "accepted" if told_of["accepted"] else "not accepted"
    print(f"{verdict}: {before:.3f} → {after:.3f} on matches kept back; {asked.out / 'found.json'}", file=sys.stderr)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
