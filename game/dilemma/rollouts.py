"""What a decision is worth, measured: the rest of the match under two options, many times over.

`compare` plays and waits; `Rollouts` plays on threads behind a window, to be polled and cancelled.
Continuation k depends on the seed and k alone, so the figures are the same on any number of workers.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import numpy as np

from game.benching.rounds import checked_workers, in_order
from game.dilemma.continuations import RATE, ROLL, Option, Question, Rolls, ask, brought_along
from game.dilemma.payoffs import Payoff
from game.dilemma.stopping import Tally
from game.dilemma.verdict import Comparison
from game.state import Match, Setup

MOST = 1_000_000  # continuations; their rolls stay in memory
JUDGED_BY = "expected"  # the measure the sequential rule looks at
LOOK_EVERY = 50  # pairs between two looks of the sequential rule, the same for any workers

Progress = Callable[[Comparison], None]
"""Told after every pair what is known so far."""


def compare(
    match: Match,
    setup: Setup,
    options: Sequence[Option],
    *,
    continuations: int = 1000,
    seed: int = 1,
    workers: int | None = None,
    on_progress: Progress | None = None,
    until_sure: bool = False,
    side: int | None = None,
    competition: str | Payoff | None = None,
    seconds: float | None = None,
    rates: tuple[float, float] = (RATE, RATE),
) -> Comparison:
    """Play `continuations` of `match` under each of two options, both on the same luck.

    `until_sure` stops earlier where the sequential rule knows (after 500 pairs at the least). For
    `side`, `competition`, `seconds` and `rates` see continuations.ask. `match` stays as it is.
    """
    question = ask(match, setup, options, side=side, competition=competition, seconds=seconds, rates=rates, seed=seed)
    rollouts = Rollouts(question, continuations, workers=workers, until_sure=until_sure)
    rollouts.play(on_progress)
    found = rollouts.poll()
    assert found is not None  # at least one pair was played: nobody else can cancel these
    return found


class Rollouts:
    """Continuations in the background: `start`, `poll` as often as a screen is drawn, `cancel`.

    By default one core is left to the window.
    """

    def __init__(
        self, question: Question, continuations: int = 1000, *, workers: int | None = None, until_sure: bool = False
    ) -> None:
        if not 1 <= continuations <= MOST:
            raise ValueError(f"continuations must be 1 to {MOST}, not {continuations}")
        self.question, self.planned, self.until_sure = question, continuations, until_sure
        self._workers = max(1, (os.cpu_count() or 1) - 1) if workers is None else checked_workers(workers)
        self._rolls = np.zeros((continuations, 2), ROLL)
        self._count = 0  # rows of _rolls that are finished; written last, so that a reader sees whole rows
        self._stop = threading.Event()
        self._failure: BaseException | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> Rollouts:
        """Begin, on threads of its own; returns at once."""
        if self._thread is not None:
            raise ValueError("these roll-outs were started before; make new ones")
        self._thread = threading.Thread(target=self._play_quietly, name="rollouts", daemon=True)
        self._thread.start()
        return self

    def poll(self) -> Comparison | None:
        """What is known so far, None before the first pair; raises what went wrong in the background."""
        if self._failure is not None:
            raise self._failure
        count = self._count
        if count == 0:
            return None
        question = self.question
        first_leg = brought_along(question.setup, question.side)
        return Comparison(question.options, self._rolls[:count], self.planned, self.until_sure, first_leg)

    @property
    def running(self) -> bool:
        """Whether continuations are still being played."""
        return self._thread is not None and self._thread.is_alive()

    def cancel(self) -> None:
        """Stop within some milliseconds; what was played can still be polled. Waits for the threads."""
        self._stop.set()
        self.wait()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for the end, `timeout` seconds at most; whether it has come."""
        if self._thread is not None:
            self._thread.join(timeout)
        return not self.running

    def play(self, on_progress: Progress | None = None) -> None:
        """Play all of them here and now, instead of `start`; Ctrl-C stops within milliseconds."""
        tally = Tally()
        with closing(self._stream()) as stream:
            for rolls in stream:
                self._rolls[self._count] = rolls[0]
                self._count += 1
                values = rolls[JUDGED_BY]
                tally.add(values[:, 0] - values[:, 1])
                if on_progress is not None and (so_far := self.poll()) is not None:
                    on_progress(so_far)
                if self.until_sure and tally.count % LOOK_EVERY == 0 and tally.leaning() != "open":
                    return

    def _play_quietly(self) -> None:
        """Play on a thread of its own, and keep for `poll` what goes wrong there."""
        try:
            self.play()
        except Exception as error:  # noqa: BLE001 - handed over to whoever polls
            self._failure = error

    def _stream(self) -> Generator[Rolls, None, None]:
        """Pairs in order, from threads; the first that was stopped ends it."""
        with ThreadPoolExecutor(self._workers, thread_name_prefix="rollouts") as executor:
            pieces = in_order(self._one, 0, self.planned, piece=1, executor=executor, ahead=2 * self._workers)
            try:
                for rolls in pieces:
                    if rolls is None:
                        return
                    yield rolls
            finally:
                self._stop.set()

    def _one(self, number: int, _count: int) -> Rolls | None:
        return self.question.play(number, self._stop.is_set)
