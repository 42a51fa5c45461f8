"""The tuning bench: search the tuned numbers (game/parameters.py) against real football.

    python -m tests.tuning.search --samples 150 --matches 6 --only width_in,tether --out build/tuning

A response surface: many sets of numbers around those in use, all of them moved at once, play a few matches each, and a
ridge regression finds how every metric of the census, every kind of break and the push (breaks.py) answer to every
number. So all matches played tell about all numbers: one number at a time drowned in the luck of its dozen matches.
What is counted answers by shares rather than by amounts, so its logarithm is fitted. Of what goals tell only their
number is followed: when they fall is the luck of a few. Numbers that behaviour rests on (HELD) move only when named.
Scipy's bounded quasi-Newton then goes to the best place of the surface. What it finds meets the numbers in use on
matches kept back from the search, the same ones for both; `found.json` says both losses, and that it was accepted only
when the kept-back loss fell.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from game import parameters
from game.benching.luck import match_seed
from game.benching.rounds import on_threads
from game.census import take
from game.census.metrics import Metric, metrics
from game.census.take import Line
from game.files import write_whole
from game.match import ENGINE
from game.parameters import TABLE
from tests.tuning.breaks import BANDS, asides

SEARCHED, KEPT_BACK = 7001, 9001  # seeds of the two sets of matches; the census of the README uses neither
SPREAD = 0.18  # of a parameter's range by which the sets of numbers differ
FURTHEST = 1.3  # spreads from where it is a number may go in one search
ASIDE = 3.0  # a break or a push counts as much as so many metrics of the census
WORST = 15.0  # half-bands beyond which a metric counts no more
HOPELESS = 6.0  # half-bands too far for which a metric counts half: nearer ones come first
INSIDE = 0.7  # half-bands within which a metric is well enough
HELD = (
    "on_ball_floor",
    "shot_error",
    "lift_error",
    "reads",
    "dive",
    "saving",
    "mark_zone",
    "mark_pull",
    "loss",
    "mishit",
    "goal_side",
    "cross_taste",
    "box_loose",
    "push",
    "sit",
    "sitting",
    "calm",
)
LUCK = ("Goals", "Goals by quarter-hour")  # groups that only the number of goals is followed of
FOLLOWED = "goals a side"
STANDS_FOR = 8.0  # metrics of those groups, which move with it
SCARCE = 0.15  # share of the real mean below which a logarithm would run away
WORKERS = 2  # processes
PENALTIES = (3.0, 10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0)  # of the ridge, chosen by leaving one set out


def off(line: Line) -> float:
    """Half-bands between simulated and real; nan when nothing was seen."""
    return _off(line.simulated, line.metric.real.low, line.metric.real.high)


def _off(seen: float, low: float, high: float) -> float:
    """Half-bands between `seen` and the middle of its band."""
    return float(np.clip((seen - 0.5 * (low + high)) / max(0.5 * (high - low), 1e-9), -WORST, WORST))


def _off_by_share(line: Line) -> float:
    """The same by shares: how many times the middle of its band, in half-bands' logarithms."""
    low, high = line.metric.real.low, line.metric.real.high
    middle = 0.5 * (low + high)
    if np.isnan(line.simulated) or low <= 0.0:
        return off(line)
    times = max(line.simulated / middle, SCARCE)
    return float(np.clip(np.log(times) / np.log(high / middle), -WORST, WORST))


def _follows(metric: Metric) -> bool:
    """Whether the search follows this metric."""
    return metric.group not in LUCK or metric.name == FOLLOWED


def census(values: Mapping[str, float], seed: int, matches: int, workers: int = WORKERS) -> list[Line]:
    """The census of `matches` matches played with `values`."""
    arm = take.fixture(take.HOME_ADVANTAGE)
    parameters.write(arm.setup.play, values)

    def work(number: int, _count: int) -> Any:
        return take.observe(arm, match_seed(seed, number))

    return take.lines(list(on_threads(work, 0, matches, piece=1, workers=workers)))


def loss(lines: Sequence[Line]) -> float:
    """Mean half-bands outside the real bands, at most 6 a metric."""
    return float(np.nanmean([np.clip(abs(off(line)) - 1.0, 0.0, 6.0) for line in lines]))


def surface(moves: NDArray[np.float64], seen: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Each metric's height, shape (m,), and slope, (m, p), from `moves`, (n, p), and what was `seen`, (n, m)."""
    found = [_ridge(moves[~np.isnan(row)], row[~np.isnan(row)]) for row in seen.T]
    return np.array([height for height, _ in found]), np.array([slope for _, slope in found])


def _ridge(moves: NDArray[np.float64], seen: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
    """Ridge regression, its penalty the one that foretells best the set left out; a flat line for too few."""
    if len(seen) < moves.shape[1] // 2:
        return 0.0, np.zeros(moves.shape[1])
    middle, height = moves.mean(0), float(seen.mean())
    left, sizes, right = np.linalg.svd(moves - middle, full_matrices=False)

    def missed(penalty: float) -> float:
        hat = (left * (sizes**2 / (sizes**2 + penalty))) @ left.T
        rest = (seen - height) - hat @ (seen - height)
        return float(np.mean((rest / (1.0 - np.diag(hat) - 1.0 / len(seen))) ** 2))

    best = min(PENALTIES, key=missed)
    slope = right.T @ ((sizes / (sizes**2 + best)) * (left.T @ (seen - height)))
    return height - float(middle @ slope), slope


def lowest(
    heights: NDArray[np.float64],
    slopes: NDArray[np.float64],
    low: NDArray[np.float64],
    high: NDArray[np.float64],
    weights: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The move within `low` … `high` at which the surface lies nearest to real football, metrics counting `weights`."""

    def at(move: NDArray[np.float64]) -> float:
        outside = np.sqrt(np.clip(np.abs(heights + slopes @ move) - INSIDE, 0.0, None) ** 2 + 0.04)
        return float(np.average(outside / (1.0 + outside / HOPELESS), weights=weights)) + 1e-3 * float(move @ move)

    rng = np.random.default_rng(SEARCHED)
    starts = [np.zeros(len(low)), *rng.uniform(0.5 * low, 0.5 * high, (10, len(low)))]
    tries = [minimize(at, start, bounds=list(zip(low, high, strict=True)), method="L-BFGS-B") for start in starts]
    best: NDArray[np.float64] = min(tries, key=lambda found: float(found.fun)).x
    return best


def search(
    names: Sequence[str], samples: int, matches: int, spread: float, say: Callable[[str], None]
) -> dict[str, float]:
    """The best values of `names` found by playing `samples` sets of numbers, `matches` matches each.

    The sets differ by up to `spread` of each number's range.
    """
    low = np.array([TABLE[name].low for name in names])
    span = np.array([TABLE[name].high for name in names]) - low
    here = (np.array([TABLE[name].value for name in names]) - low) / span
    rng = np.random.default_rng(SEARCHED)
    moves = np.clip(here + spread * rng.uniform(-1.0, 1.0, (samples, len(names))), 0.0, 1.0) - here
    tried = [_values(names, low + span * (here + move)) for move in moves]
    seen = []
    with ProcessPoolExecutor(WORKERS) as pool:
        for number, (missed, row) in enumerate(pool.map(_try, tried, range(samples), [matches] * samples)):
            seen.append(row)
            say(f"{number + 1} of {samples}: loss {missed:.3f}")
    heights, slopes = surface(moves / spread, np.array(seen))
    low_end, high_end = np.maximum(-here / spread, -FURTHEST), np.minimum((1.0 - here) / spread, FURTHEST)
    best = lowest(heights, slopes, low_end, high_end, _weights())
    return _values(names, low + span * (here + spread * best))


def _try(values: Mapping[str, float], number: int, matches: int) -> tuple[float, list[float]]:
    """The loss of one set of numbers, and what was seen with it."""
    lines = census(values, SEARCHED + number, matches, workers=1)
    aside = [_off(one, *band) for one, band in zip(asides(values, SEARCHED + 100 * number), BANDS, strict=True)]
    return loss(lines), [_off_by_share(line) for line in lines if _follows(line.metric)] + aside


def _weights() -> NDArray[np.float64]:
    """How much each metric followed, each break and each push counts."""
    followed = [one for one in metrics() if _follows(one)]
    return np.array([STANDS_FOR if one.name == FOLLOWED else 1.0 for one in followed] + [ASIDE] * len(BANDS))


def _values(names: Sequence[str], values: NDArray[np.float64]) -> dict[str, float]:
    """Values by name."""
    return dict(zip(names, values.tolist(), strict=True))


def main(arguments: Sequence[str]) -> int:
    """Search, judge on matches kept back, write what was found."""
    told = argparse.ArgumentParser(prog="python -m tests.tuning.search", description="Search the tuned numbers.")
    told.add_argument("--samples", type=int, default=150)
    told.add_argument("--matches", type=int, default=6, help="of each sample; ten times as many are kept back")
    told.add_argument("--spread", type=float, default=SPREAD, help="of its range by which a number is moved")
    told.add_argument("--only", default="", help="names, with commas; all of them without")
    told.add_argument("--out", type=Path, default=Path("build/tuning"))
    asked = told.parse_args(arguments)
    names = asked.only.split(",") if asked.only else [name for name in TABLE if name not in HELD]
    unknown = [name for name in names if name not in TABLE]
    if unknown or asked.matches < 1 or asked.samples < 10 or not 0.0 < asked.spread <= 0.5:
        allowed = "at least 10 samples and 1 match, a spread above 0 up to 0.5"
        print(f"unknown {', '.join(unknown)}" if unknown else allowed, file=sys.stderr)  # noqa: T201
        return 2
    found = search(names, asked.samples, asked.matches, asked.spread, lambda text: print(text, file=sys.stderr))  # noqa: T201
    before, after = (loss(census(values, KEPT_BACK, 10 * asked.matches)) for values in ({}, found))
    told_of = {
        "engine": ENGINE,
        "samples": asked.samples,
        "matches": asked.matches,
        "spread": asked.spread,
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
