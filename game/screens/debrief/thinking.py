"""A decision played on a thousand times with either choice, started the moment it is made, behind the match.

Both choices meet the same luck. Futures of all decisions are played in turn, so that each has some when the whistle
goes. What is known can be read at any time; nothing here touches a screen.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from game.dilemma.continuations import ROLL, Option, Question, Rolls, ask, brought_along
from game.dilemma.verdict import Comparison
from game.match import seconds_left
from game.state import TICKS_PER_SECOND, Match, Setup, fingerprint
from game.teams.objectives import Objective

PLANNED = 1000  # pairs of futures a decision gets at most
FEWEST = 100
PATIENT_UNTIL = 600.0  # s to the whistle up to which all of them are played; with more, fewer
AS_DONE = 3  # times fewer pairs for a decision as long as it was kept to
IN_TURN = 25  # pairs of one decision before the next one has its turn
PUSH, STAY = "push", "stay"


@dataclass
class Asked:
    """One decision and its futures so far. `question` pays 100 for a future that reaches the objective."""

    moment: str
    question: Question
    planned: int
    rolls: Rolls
    given: int = 0  # pairs handed out to a thread
    finished: list[bool] = field(default_factory=list)
    count: int = 0  # pairs finished without a gap; written last, so that a reader sees whole rows

    def known(self) -> Comparison | None:
        """What its futures say so far: push against stay; None before the first pair."""
        count = self.count
        if count == 0:
            return None
        setup, side = self.question.setup, self.question.side
        return Comparison(self.question.options, self.rolls[:count], self.planned, False, brought_along(setup, side))

    def keep(self, number: int, rolls: Rolls) -> None:
        """Take in pair `number`."""
        self.rolls[number] = rolls[0]
        self.finished[number] = True
        count = self.count
        while count < self.planned and self.finished[count]:
            count += 1
        self.count = count


class Thinking:
    """The futures of all decisions of one run, on threads of the lowest priority; `cancel` takes some milliseconds.

    One thread works behind the match; `hurry` adds one for every other core once the match is over.
    """

    def __init__(self, objective: Objective, *, planned: int = PLANNED) -> None:
        self.objective, self.planned = objective, planned
        self.asked: dict[tuple[str, int], Asked] = {}  # by moment, and ticks the decision lasted
        self.first = ""  # moment of the decision that goes before all others
        self._turn = threading.Condition()
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []
        self._failure: BaseException | None = None

    def start(self, match: Match, setup: Setup, slot: int, *, lasted: int = 0) -> None:
        """Begin with the decision of `slot` at this moment; `match` is copied. Nothing for a moment known already.

        `lasted` ticks is how long he kept to it, where that is known; 0: to the whistle.
        """
        key = _moment(match, slot), lasted
        if key in self.asked or match.clock.over or self._stop.is_set():
            return
        seconds = lasted / TICKS_PER_SECOND if lasted else None
        options = (Option.told(PUSH, slot, seconds=seconds), Option.told(STAY, slot, seconds=seconds))
        question = ask(match, setup, options, side=0, competition=in_a_hundred(self.objective), seed=int(match.seed))
        planned = self.affordable(match, setup) // (AS_DONE if lasted else 1)
        made = Asked(key[0], question, planned, np.zeros((planned, 2), ROLL), finished=[False] * planned)
        with self._turn:
            self.asked[key] = made
            self._turn.notify_all()
        self._employ(1)

    def known(self, match: Match, slot: int, lasted: int = 0) -> Comparison | None:
        """What is known of the decision of `slot` at `match` so far; raises what went wrong in the background."""
        if self._failure is not None:
            raise self._failure
        found = self.asked.get((_moment(match, slot), lasted))
        return found.known() if found else None

    def hurry(self, match: Match, slot: int) -> None:
        """The match is over: the decision of `slot` at `match` first, on all cores."""
        with self._turn:
            self.first = _moment(match, slot)
            self._turn.notify_all()
        self._employ(max(1, os.cpu_count() or 1))

    @property
    def busy(self) -> bool:
        """Whether futures are still to come."""
        return not self._stop.is_set() and any(each.count < each.planned for each in list(self.asked.values()))

    def cancel(self) -> None:
        """Stop all threads and wait for them; what was found can still be read."""
        with self._turn:
            self._stop.set()
            self._turn.notify_all()
        for thread in self._threads:
            if thread is not threading.current_thread():  # the last reference may be dropped in one of them
                thread.join()

    def affordable(self, match: Match, setup: Setup) -> int:
        """How many pairs a moment gets: all of them late in a match, fewer the longer a future is."""
        left = max(1.0, float(seconds_left(match, setup)))
        return max(min(FEWEST, self.planned), min(self.planned, round(self.planned * PATIENT_UNTIL / left)))

    def _employ(self, count: int) -> None:
        with self._turn:
            while len(self._threads) < count and not self._stop.is_set():
                thread = threading.Thread(target=self._work, name=f"futures {len(self._threads)}", daemon=True)
                thread.start()
                self._threads.append(thread)

    def _work(self) -> None:
        """Play pair after pair of whichever decision has its turn."""
        _step_back()
        try:
            while (job := self._next()) is not None:
                asked, number = job
                rolls = asked.question.play(number, self._stop.is_set)
                if rolls is None:
                    return
                with self._turn:
                    asked.keep(number, rolls)
        except Exception as error:  # noqa: BLE001 - handed over to whoever reads
            self._failure = error

    def _next(self) -> tuple[Asked, int] | None:
        """The next pair to play; waits while there is none, None once stopped."""
        with self._turn:
            while not self._stop.is_set():
                open_still = [each for each in self.asked.values() if each.given < each.planned]
                if open_still:
                    chosen = min(open_still, key=lambda each: (each.moment != self.first, each.given // IN_TURN))
                    chosen.given += 1
                    return chosen, chosen.given - 1
                self._turn.wait()
        return None


def _moment(match: Match, slot: int) -> str:
    """A moment as no other run of the same match has it, and whose decision it is."""
    return f"{fingerprint(match)} {slot}"


def in_a_hundred(objective: Objective) -> Callable[[int], float]:
    """A payoff of 100 for a margin that reaches `objective`; a tie still level is even chances."""

    def pays(margin: int) -> float:
        if objective.kind == "through" and margin + objective.first_leg == 0:
            return 50.0
        return 100.0 * bool(objective.met(margin))

    return pays


def _step_back() -> None:
    """Give the calling thread the lowest priority, where a thread has one of its own: drawing stays smooth."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)
