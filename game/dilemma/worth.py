"""What a man's decisions were worth along a match he played, decision apart from luck, to the last digit.

V is what a moment is worth to his side if he does his job from then on (the reference), Q what it is worth if he does
what he decided until he decides again, and his job after that. Both are means over roll-outs on shared luck. Along
the match (luck.py, theory C1)

    what it paid − V(start)  =  Σ (Q − V), his decisions  +  Σ (next V − Q), luck

holds exactly, whatever the estimates: an error in V moves worth between decision and luck, and each decision has its
interval.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.dilemma import winning
from game.dilemma.continuations import RATE, Option, margin, payoff_of
from game.dilemma.luck import split
from game.dilemma.payoffs import FloatArray, Payoff, paid
from game.dilemma.rollouts import compare
from game.dilemma.verdict import Comparison
from game.match import TOLD, run_on, scratch, seconds_left, tell
from game.policies.names import unknown
from game.record import copy
from game.replay import Replay, arrange_again, obey
from game.state import SIDE, TICKS_PER_SECOND, Match, Setup

REFERENCE = "stay"  # his job description
BY = "expected"  # measure of verdict.py that values a future: results with the luck of finishing taken out
WORDS = {number: word for word, number in TOLD.items()}

ROW = np.dtype(
    [
        ("tick", np.int64),
        ("slot", np.int64),
        ("minutes_left", np.float64),
        ("margin", np.int64),  # own minus opponent's goals when he decided
        ("word", "U8"),  # what he decided
        ("other", "U8"),  # what he might have done instead
        ("value", np.float64),  # V: worth of the moment under the reference
        ("chosen", np.float64),  # Q: worth of the moment with his decision
        ("decision", np.float64),  # Q − V
        ("luck", np.float64),  # next V − Q; after the last decision, what the match paid − Q
        ("better", np.float64),  # what he decided above the other, with its 95 % interval
        ("better_low", np.float64),
        ("better_high", np.float64),
        ("pairs", np.int64),
    ]
)
"""A decision of a match."""


@dataclass(frozen=True)
class Decision:
    """At `tick` the man in `slot` began to `push`, `stay` or be `free` (match.tell)."""

    tick: int
    slot: int
    word: str


@dataclass(frozen=True)
class Worth:
    """A match as a sum: `paid` = `start` + `before` + all decisions + all luck, to 1e-9."""

    rows: NDArray[Any]  # of ROW
    start: float  # V at the first record
    before: float  # luck up to the first decision
    paid: float  # what the match paid in the end

    @property
    def decisions(self) -> float:
        """What all his decisions together were worth."""
        return float(self.rows["decision"].sum())

    @property
    def luck(self) -> float:
        """What chance, and everybody else, did."""
        return self.before + float(self.rows["luck"].sum())


def worth_of(
    matches: Sequence[Match],
    decisions: Sequence[Decision],
    setup: Setup,
    *,
    reference: str = REFERENCE,
    competition: str | Payoff | None = None,
    continuations: int = 300,
    seconds: float | None = None,
    rates: tuple[float, float] = (RATE, RATE),
    seed: int = 1,
    workers: int | None = None,
) -> Worth:
    """What `decisions` of one man were worth, from records of his match in order of time.

    `matches` begin where the reckoning begins, hold a record for the tick of every decision (taken as he decided),
    and end after the final whistle. Each decision costs `continuations` roll-outs of two futures; for `seconds`,
    `rates` and `competition` see continuations.ask. Raises ValueError for records that do not fit.
    """
    made = _in_order(matches, decisions)
    side = made[0].slot // SIDE
    payoff = payoff_of(setup, side, competition)
    asked: dict[str, Any] = {"competition": payoff, "continuations": continuations, "seconds": seconds, "rates": rates}
    records = {int(match.tick): match for match in matches}
    rows = np.zeros(len(made), ROW)
    for place, decision in enumerate(made):
        until = made[place + 1].tick if place + 1 < len(made) else None
        match = _at_reference(records[decision.tick], decision.slot, reference)
        first, second = _options(decision, reference, until)
        known = compare(match, setup, (first, second), side=side, seed=seed + place, workers=workers, **asked)
        _write(rows[place], match, setup, decision, reference, known)
    outcome = float(paid(payoff, margin(matches[-1], setup, side)))
    parts = split([*rows["value"], outcome], rows["chosen"])
    rows["decision"], rows["luck"] = parts.decision, parts.luck
    start = _start(matches[0], made[0], float(rows["value"][0]), setup, reference, seed=seed, workers=workers, **asked)
    return Worth(rows, start, float(rows["value"][0]) - start, outcome)


def value_line(
    matches: Sequence[Match],
    setup: Setup,
    side: int,
    *,
    competition: str | Payoff | None = None,
    rates: tuple[float, float] = (RATE, RATE),
) -> FloatArray:
    """What each record is worth to `side` by score and time left alone, (n,): the line a debrief draws.

    After the whistle it is what the match paid. Give `rates` measured in the engine (dilemma/rates.py) where known.
    """
    payoff = payoff_of(setup, side, competition)
    return np.array([_by_score(match, setup, side, payoff, rates) for match in matches])


def retrace(replay: Replay, slot: int) -> tuple[list[Match], list[Decision], Setup]:
    """The records and decisions of `slot` in a replay, ready for `worth_of`; ValueError if it is another match now."""
    arranged = arrange_again(replay)
    match = arranged.matches([replay.seed])[0]
    matches, decisions = [copy(match)], []
    for order in sorted(replay.orders, key=lambda each: each.tick):
        run_on(match, arranged.setup, scratch(), max(0, order.tick - match.tick))
        if order.slot == slot and order.told != match.players[slot].told:
            decisions.append(Decision(int(match.tick), slot, WORDS[order.told]))
            if matches[-1].tick < match.tick:
                matches.append(copy(match))
        obey(match, order)
    run_on(match, arranged.setup, scratch(), max(0, replay.ticks - match.tick))
    return [*matches, copy(match)], decisions, arranged.setup


def _in_order(matches: Sequence[Match], decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions by time; ValueError unless the records hold them all and the end."""
    if not decisions or len({decision.slot for decision in decisions}) != 1:
        raise ValueError(f"worth_of takes one or more decisions of one man; got {len(decisions)} of several or none")
    made = sorted(decisions, key=lambda each: each.tick)
    ticks = [int(match.tick) for match in matches]
    if not matches or matches[-1].clock.over == 0 or ticks != sorted(ticks):
        raise ValueError("the records must be in order of time, and the last one after the final whistle")
    missing = [each.tick for each in made if each.tick not in ticks[:-1]]
    if missing:
        raise ValueError(f"no record of tick {missing[0]}; keep a copy of the match when a decision is made")
    if len({each.tick for each in made}) < len(made):
        raise ValueError("two decisions in one tick; keep the last")
    for each in made:
        if each.word not in TOLD:
            raise unknown("decision", each.word, TOLD)
    return made


def _at_reference(match: Match, slot: int, reference: str) -> Match:
    """A copy in which he plays by the reference until told otherwise."""
    asked = copy(match)
    tell(asked, slot, reference)
    return asked


def _options(decision: Decision, reference: str, until: int | None) -> tuple[Option, Option]:
    """What he decided, and the other: both until he decides again, then the reference."""
    seconds = None if until is None else (until - decision.tick) / TICKS_PER_SECOND
    other = _other(decision.word, reference)
    first, second = (Option.told(word, decision.slot, seconds=seconds) for word in (decision.word, other))
    return first, second


def _other(word: str, reference: str) -> str:
    """What he might have done: the reference, or where he did that, the opposite."""
    if word != reference:
        return reference
    return "push" if reference != "push" else "stay"


def _write(row: Any, match: Match, setup: Setup, decision: Decision, reference: str, known: Comparison) -> None:
    """Fill all of a row that one comparison knows."""
    other = _other(decision.word, reference)
    chosen, instead = (each.value for each in known.each(BY))
    better = known.difference(BY)
    side = decision.slot // SIDE
    row["tick"], row["slot"] = decision.tick, decision.slot
    row["minutes_left"], row["margin"] = seconds_left(match, setup) / 60.0, margin(match, setup, side)
    row["word"], row["other"] = decision.word, other
    row["value"] = chosen if decision.word == reference else instead
    row["chosen"] = chosen
    row["better"], row["better_low"], row["better_high"] = better
    row["pairs"] = known.count


def _start(first: Match, decision: Decision, known: float, setup: Setup, reference: str, **asked: Any) -> float:
    """V of the first record; that of the first decision where they are the same moment."""
    if first.tick == decision.tick:
        return known
    match = _at_reference(first, decision.slot, reference)
    one = Option.told(reference, decision.slot)
    again = Option.told(reference, decision.slot, name="again")
    return compare(match, setup, (one, again), side=decision.slot // SIDE, **asked).each(BY)[0].value


def _by_score(match: Match, setup: Setup, side: int, payoff: Payoff, rates: tuple[float, float]) -> float:
    lead = margin(match, setup, side)
    minutes = 0.0 if match.clock.over == 1 else seconds_left(match, setup) / 60.0
    if minutes == 0.0:
        return float(paid(payoff, lead))
    return float(winning.value(lead, minutes, payoff, own_rate=rates[0], opponent_rate=rates[1]))
