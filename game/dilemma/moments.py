"""When a defender had a real choice, and the best window to go, by what could be known at the time.

A choice is real when he could go and it could matter: his side has the ball or is first to it, he is not in a duel
for it, the way ahead is free, there is ground to gain, and the match is not settled. Everything is read off the
record of that moment; a window is judged moment by moment in order of time, so nothing later decides about it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from game.dilemma import timing, winning
from game.dilemma.continuations import RATE, Option, margin, payoff_of
from game.dilemma.payoffs import FloatArray, IntArray, Payoff, paid
from game.dilemma.rollouts import compare
from game.dilemma.score_process import Mode
from game.dilemma.verdict import Verdict, judge
from game.match import run_on, scratch, seconds_left
from game.pitch import HALF_LENGTH
from game.record import copy
from game.state import SIDE, SLOTS, TICKS_PER_SECOND, Match, Setup

DUEL = 6.0  # m from the ball within which he is needed there
LANE = 4.0  # m to either side of his way that must be free of rivals
OPEN = 12.0  # m it must be free for
SEEN = 30.0  # m looked ahead
GROUND = 15.0  # m still to go up the pitch, to 11 m from the goal line
MATTERS = 0.02  # of what a match can pay: less at stake for one goal, and the match is settled
APART = 5.0  # s between two looks up to which they are one moment
AHEAD = HALF_LENGTH - 11.0


@dataclass(frozen=True)
class Moment:
    """A real choice of one man, and why it was one."""

    tick: int
    minutes_left: float
    margin: int  # own minus opponent's goals
    ball: str  # "ours" (passes under way too), or "loose" and his side is first to it
    lane: float  # m free ahead of him, up to SEEN
    ground: float  # m he could still go up the pitch
    cover: int  # mates between ball and own goal, less rivals who stayed up there; without him
    at_stake: float  # what one goal more or less is worth, as a share of what the match can pay

    @property
    def why(self) -> tuple[str, ...]:
        """The reasons, in words a coach would use."""
        more = f"{abs(self.cover)} {'more' if self.cover > 0 else 'fewer'} behind than they have up"
        return (
            "our ball" if self.ball == "ours" else "a loose ball, and ours first",
            f"{self.lane:.0f} m free ahead",
            f"{self.ground:.0f} m to gain",
            more if self.cover else "as many behind as they have up",
            f"{self.minutes_left:.0f} min left at {self.margin:+d}",
        )


@dataclass(frozen=True)
class Window:
    """A span of moments in which going was right, by tick."""

    first: int
    last: int
    moments: tuple[Moment, ...]


def choice(match: Match, setup: Setup, slot: int, *, competition: str | Payoff | None = None) -> Moment | None:
    """The choice `slot` (0–21) has at this very moment; None when he has none."""
    if not 0 <= slot < SLOTS:
        raise ValueError(f"no slot {slot}; slots are 0 to {SLOTS - 1} (home 0–10, away 11–21)")
    side, player = slot // SIDE, match.players[slot]
    ball = _whose_ball(match, slot)
    if match.clock.over == 1 or match.dead.kind != 0 or player.on == 0 or ball is None:
        return None
    x, y = _spots(match, side)
    me = slot
    if np.hypot(x[me] - x[-1], y[me] - y[-1]) < DUEL:
        return None
    rivals = _on(match, 1 - side)
    lane = _free_ahead(x, y, me, rivals)
    ground = AHEAD - float(x[me])
    at_stake = stakes_now(match, setup, side, competition=competition)
    if lane < OPEN or ground < GROUND or at_stake < MATTERS:
        return None
    left = seconds_left(match, setup) / 60.0
    cover = _cover(x, _on(match, side), rivals, me)
    return Moment(int(match.tick), left, margin(match, setup, side), ball, lane, ground, cover, at_stake)


def moments(
    matches: Iterable[Match], setup: Setup, slot: int, *, competition: str | Payoff | None = None
) -> list[Moment]:
    """The choices of `slot` along records in order of time, such as `watched` gives; each told once, when it opens."""
    found: list[Moment] = []
    last = -SEEN * TICKS_PER_SECOND
    for match in matches:
        moment = choice(match, setup, slot, competition=competition)
        if moment is None:
            continue
        if moment.tick - last > APART * TICKS_PER_SECOND:
            found.append(moment)
        last = moment.tick
    return found


def watched(match: Match, setup: Setup, *, every: float = 1.0) -> Iterator[Match]:
    """Play a copy of `match` to the whistle and hand out copies `every` so many seconds, the first at once."""
    if not every > 0.0:
        raise ValueError(f"every must be more than 0 seconds, not {every}")
    going = copy(match)
    ticks = max(1, round(every * TICKS_PER_SECOND))
    while True:
        yield copy(going)
        if going.clock.over == 1:
            return
        run_on(going, setup, scratch(), ticks)


def best_window(found: Sequence[Moment], *, right: Callable[[Moment], bool], gap: float = 60.0) -> Window | None:
    """The first span of moments in which going was `right`, None when it never was.

    `right` is asked in order of time and no further than the window's end, so that no later moment can speak for an
    earlier one. Moments `gap` seconds apart, or with one between them that was not right, are two windows.
    """
    taken: list[Moment] = []
    for moment in found:
        late = bool(taken) and moment.tick - taken[-1].tick > gap * TICKS_PER_SECOND
        if late or (taken and not right(moment)):
            break
        if taken or right(moment):
            taken.append(moment)
    return Window(taken[0].tick, taken[-1].tick, tuple(taken)) if taken else None


def right_by_the_clock(stay: Mode, push: Mode, payoff: Payoff) -> Callable[[Moment], bool]:
    """Whether the timing theory goes at a moment, by its score and time left, with rates staying and pushing."""

    @functools.cache
    def windows(deficit: int) -> tuple[tuple[float, float], ...]:
        solved = timing.solve_modes(stay, push, payoff, minutes_left=1.0, deficit=deficit, push_when="always")
        return solved.windows

    return lambda moment: any(near <= moment.minutes_left <= far for near, far in windows(-moment.margin))


def right_by_rollouts(
    match: Match,
    setup: Setup,
    slot: int,
    *,
    go_for: float = 45.0,
    seconds: float | None = 180.0,
    continuations: int = 400,
    competition: str | Payoff | None = None,
    rates: tuple[float, float] = (RATE, RATE),
    seed: int = 1,
    workers: int | None = None,
) -> Verdict:
    """What going for `go_for` seconds at this record was worth against staying, as a verdict.

    The futures are new ones, on luck of their own: what really came after is not among what is known. They are cut
    after `seconds` and the rest valued by score and time left.
    """
    options = (Option.told("push", slot, seconds=go_for), Option.told("stay", slot, seconds=go_for))
    known = compare(
        match,
        setup,
        options,
        continuations=continuations,
        seed=seed,
        workers=workers,
        competition=competition,
        seconds=seconds,
        rates=rates,
    )
    return judge(known)


def stakes_now(match: Match, setup: Setup, side: int, *, competition: str | Payoff | None = None) -> float:
    """What one goal, for or against, whichever matters more, is worth to `side`; 1 is all a match can pay."""
    payoff = payoff_of(setup, side, competition)
    lead, left = margin(match, setup, side), seconds_left(match, setup) / 60.0
    return _swing(payoff, lead, round(left, 1)) / _range(payoff, lead)


def _swing(payoff: Payoff, lead: int, minutes: float) -> float:
    worth = winning.value([lead - 1, lead, lead + 1], minutes, payoff, own_rate=RATE, opponent_rate=RATE)
    return float(np.abs(np.diff(worth)).max())


def _range(payoff: Payoff, lead: int) -> float:
    pays = paid(payoff, [-1, 0, 1, lead - 1, lead, lead + 1])
    return float(np.ptp(pays)) or 1.0


def _whose_ball(match: Match, slot: int) -> str | None:
    """`ours` or `loose` when his side has it or is first to it and somebody else goes; else None."""
    side, carrier = slot // SIDE, match.ball.carrier
    if carrier >= 0:
        return "ours" if carrier // SIDE == side and carrier != slot else None
    first, theirs = match.presser[side], match.presser[1 - side]
    if first < 0 or first == slot:
        return None
    sooner = theirs < 0 or match.players[first].meet <= match.players[theirs].meet
    if not sooner:
        return None
    return "ours" if match.having == side else "loose"


def _spots(match: Match, side: int) -> tuple[FloatArray, FloatArray]:
    """Where all 22 are and, last, the ball: x and y with the side attacking +x, shape (23,) each."""
    players, sign = np.asarray(match.players), match.teams[side].attacks
    x = np.append(players["x"], match.ball.x) * sign
    y = np.append(players["y"], match.ball.y) * sign
    return x, y


def _on(match: Match, side: int) -> IntArray:
    """The outfield slots of a side that are on the pitch."""
    slots = np.arange(side * SIDE + 1, side * SIDE + SIDE)
    chosen: IntArray = slots[np.asarray(match.players)["on"][slots] == 1]
    return chosen


def _free_ahead(x: FloatArray, y: FloatArray, me: int, rivals: IntArray) -> float:
    """Metres straight up the pitch until a rival stands within LANE of the way, SEEN at most."""
    ahead, aside = x[rivals] - x[me], np.abs(y[rivals] - y[me])
    blocking = ahead[(ahead > 0.0) & (aside < LANE)]
    return float(min(blocking.min(initial=SEEN), SEEN))


def _cover(x: FloatArray, mates: IntArray, rivals: IntArray, me: int) -> int:
    """Mates goal-side of the ball, he left out, less rivals goal-side of it."""
    behind = mates[(mates != me) & (x[mates] < x[-1])]
    return int(len(behind) - (x[rivals] < x[-1]).sum())
