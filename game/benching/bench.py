"""Matches by the thousand: every arm on the same luck, rows in order, on all cores."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from game.benching.luck import match_seed, match_seeds
from game.benching.rounds import checked_workers, on_threads
from game.benching.rows import ROW, rows_of
from game.compiling import compile_engine
from game.fixture import Arranged, Fixture, arrange, check_seed
from game.match import ENGINE, play_batch, scratch
from game.record import blanks, layout_hash
from game.results import Results, Rows
from game.state import Match

MOST = 10**9  # matches; their seeds are distinct up to 2**31
PIECE_SECONDS = 1500.0  # s of match time in a piece: some 0.2 s of work, which Ctrl-C waits for

Progress = Callable[[int, int], None]
"""Told after every piece: matches played, matches in all."""


def bench(
    scenario: str,
    *,
    home: str | None = None,
    away: str | None = None,
    matches: int = 1000,
    seed: int = 1,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Rows:
    """Play `matches` and return a row for each (rows.ROW), the same on any number of `workers`.

    `home` and `away` are mixes as on the command line; None plays the scenario's own. Match k has
    the seed `match_seed(seed, k)` whoever plays, so two calls with one `seed` compare in pairs.
    Raises ValueError or KeyError, in one line, for anything unknown or out of range.
    """
    check_matches(matches)
    check_seed(seed)
    threads = checked_workers(workers)
    arms = [arrange(Fixture(scenario, home, away))]
    make_ready(arms[0])
    played = []
    for rows in play_arms(arms, matches, seed, workers=threads):
        played.append(rows)
        if progress is not None:
            progress(int(rows["match"][-1]) + 1, matches)
    return np.concatenate(played)


def play_arms(arms: Sequence[Arranged], matches: int, seed: int, *, workers: int, first: int = 0) -> Iterator[Rows]:
    """Rounds `first` … `matches` - 1 of all `arms` on threads: pieces of whole rounds, in order.

    Call `make_ready` before, or the first piece compiles the engine.
    """
    work = functools.partial(play_rounds, arms, seed)
    return on_threads(work, first, matches, piece=rounds_a_piece(arms), workers=workers)


def play_into(results: Results, arms: Sequence[Arranged], matches: int, *, workers: int) -> Iterator[Rows]:
    """All rows of the rounds up to `matches`: those that `results` holds, then new ones, kept there.

    `results` were opened with `describe(arms, seed)` and `together=len(arms)`. Raises ValueError when
    they hold more rounds than that; OSError, on the way, when they can take no more.
    """
    first = results.finished // len(arms)
    if first > matches:
        raise ValueError(
            f"{results.folder} holds {first} matches already; ask for at least as many, or choose another --out"
        )
    new = play_arms(arms, matches, results.setup["seed"], workers=workers, first=first)
    return _kept(results, new)


def _kept(results: Results, new: Iterator[Rows]) -> Iterator[Rows]:
    """The rows of `results`, then the `new` ones, each piece on disk before it is handed out."""
    if results.finished:
        yield results.read()
    for rows in new:
        results.append(rows)
        yield rows


def play_rounds(arms: Sequence[Arranged], seed: int, first: int, count: int) -> Rows:
    """Rounds `first` … `first + count` - 1, shape (count · arms,).

    A round is one match of every arm on the same luck; rows go round by round, arms in their order.
    """
    rows = np.zeros(count * len(arms), ROW)
    seeds = match_seeds(seed, first, count)
    for number, arm in enumerate(arms):
        matches = arm.matches(seeds)
        play_batch(matches, arm.setup, scratch())
        rows[number :: len(arms)] = rows_of(matches, arm.start, arm=number, first=first)
    return rows


def make_ready(arm: Arranged) -> None:
    """Compile what `play_rounds` needs, or load it from the cache, without playing anything."""
    compile_engine()
    match_seed(0, 0)
    play_batch(blanks(Match, 0), arm.setup, scratch())


def rounds_a_piece(arms: Sequence[Arranged]) -> int:
    """How many rounds make a piece of work that is neither tiny nor long to wait for."""
    return max(1, round(PIECE_SECONDS / sum(arm.seconds() for arm in arms)))


def describe(arms: Sequence[Arranged], seed: int) -> dict[str, Any]:
    """Everything the rows depend on, as JSON can say it: what `open_results` compares."""
    return {
        "engine": ENGINE,
        "layout": layout_hash(Match),
        "seed": seed,
        "arms": [arm.describe() for arm in arms],
    }


def check_matches(matches: int) -> None:
    """Raise ValueError unless that many can be played."""
    if not 1 <= matches <= MOST:
        raise ValueError(f"matches must be 1 to {MOST}, not {matches}")
