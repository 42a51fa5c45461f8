"""One future of a match under two options, on the same luck: what a roll-out is made of.

A continuation is a fork of the moment with a seed of its own; both options meet that same seed. An
option says what players of one side play for (match.tell), until the whistle or for some seconds.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.benching.luck import match_seed
from game.dilemma import winning
from game.dilemma.payoffs import Payoff, competition, paid
from game.dilemma.score_process import check_rate
from game.fixture import check_seed
from game.match import LONGEST, run_on, scratch, seconds_left, tell
from game.record import copy
from game.state import SIDE, TICKS_PER_SECOND, Match, Setup, fork

SLICE = 30 * TICKS_PER_SECOND  # ticks between two looks at whether to stop: some 3 ms of work
RATE = 0.0155  # goals a team-minute; Wyscout and public results, see the theory's notes, T1

ROLL = np.dtype(
    [
        ("seed", np.int64),
        ("goals_for", np.int64),  # from the moment on, as all that follow; own side's view
        ("goals_against", np.int64),
        ("xg_for", np.float64),
        ("xg_against", np.float64),
        ("margin", np.int64),  # own minus opponent's goals at the end; kicks from the mark decide a level tie
        ("value", np.float64),  # what the competition pays for it
        ("expected", np.float64),  # what it would pay on average, had xG decided the goals
    ]
)
"""One continuation under one option."""

Rolls = NDArray[Any]
"""Continuations of ROLL, shape (n, 2): a row a shared luck, a column an option."""


@dataclass(frozen=True)
class Option:
    """What to tell players: (slot, word) pairs, for `seconds` of match time or (None) to the whistle."""

    name: str
    words: tuple[tuple[int, str], ...] = ()
    seconds: float | None = None

    @classmethod
    def told(
        cls, word: str, slots: int | Iterable[int] = (), *, seconds: float | None = None, name: str = ""
    ) -> Option:
        """`push`, `stay` or `free` for one slot or several; called by its word unless a name is given."""
        each = (slots,) if isinstance(slots, int) else tuple(slots)
        return cls(name or word, tuple((slot, word) for slot in each), seconds)


@dataclass(frozen=True)
class Question:
    """A moment and two options, checked and ready to be played any number of times; made by `ask`."""

    match: Match
    setup: Setup
    options: tuple[Option, Option]
    side: int
    payoff: Payoff
    seconds: float | None
    rates: tuple[float, float]
    seed: int

    def play(self, number: int, stopped: Callable[[], bool]) -> Rolls | None:
        """Continuation `number` under both options, shape (1, 2); None when `stopped` meanwhile."""
        rolls = np.zeros((1, 2), ROLL)
        for arm, option in enumerate(self.options):
            future = fork(self.match, 1)[0]
            future.seed = match_seed(self.seed, number)
            if not self._play_on(future, option, stopped):
                return None
            self._keep(rolls[0, arm], future)
        return rolls

    def _play_on(self, future: Match, option: Option, stopped: Callable[[], bool]) -> bool:
        """Play `future` to its end with the orders of `option`; False when stopped on the way."""
        most = LONGEST if self.seconds is None else round(self.seconds * TICKS_PER_SECOND)
        told = most if option.seconds is None else min(most, round(option.seconds * TICKS_PER_SECOND))
        if told > 0:
            for slot, word in option.words:
                tell(future, slot, word)
        if not _run(future, self.setup, told, stopped):
            return False
        for slot, _ in option.words:
            future.players[slot].told = self.match.players[slot].told
        return _run(future, self.setup, most - told, stopped)

    def _keep(self, roll: Any, future: Match) -> None:
        """Write into `roll` what `future` came to."""
        us, them = self.side, 1 - self.side
        was, now = self.match.teams, future.teams
        roll["seed"] = future.seed
        roll["goals_for"] = now[us].goals - was[us].goals
        roll["goals_against"] = now[them].goals - was[them].goals
        roll["xg_for"] = now[us].xg - was[us].xg
        roll["xg_against"] = now[them].xg - was[them].xg
        roll["margin"] = margin(future, self.setup, self.side)
        minutes = 0.0 if future.clock.over == 1 else seconds_left(future, self.setup) / 60.0
        roll["value"], roll["expected"] = self._worth(roll, minutes)

    def _worth(self, roll: Any, minutes: float) -> tuple[float, float]:
        """Value of the margin with `minutes` left, and the mean over goals as likely as xG says.

        Goals of either side are Poisson with mean xG (plus the rate over the minutes left), so
        `expected` has the luck of finishing taken out; shots after a goal count as they fell.
        """
        if minutes == 0.0:
            value = float(paid(self.payoff, int(roll["margin"])))
        else:
            own, opponent = self.rates
            value = float(
                winning.value(int(roll["margin"]), minutes, self.payoff, own_rate=own, opponent_rate=opponent)
            )
        own, opponent = (rate * minutes for rate in self.rates)
        start = self.match.teams[self.side].goals - self.match.teams[1 - self.side].goals
        means = {"own_rate": own + float(roll["xg_for"]), "opponent_rate": opponent + float(roll["xg_against"])}
        return value, float(winning.value(start, 1.0, self.payoff, **means))


def ask(
    match: Match,
    setup: Setup,
    options: Sequence[Option],
    *,
    side: int | None = None,
    competition: str | Payoff | None = None,
    seconds: float | None = None,
    rates: tuple[float, float] = (RATE, RATE),
    seed: int = 1,
) -> Question:
    """Make a question of two options at this moment; `match` is copied, so it may be played on.

    `side` (0 home, 1 away) is whose view is taken; None: the side of those told. `competition` is
    a name or payoff of payoffs.py; None: league, or the tie where the setup wants a winner.
    `seconds` cuts every continuation there, and the time left is valued by `rates` (goals a minute,
    own and opponent's). Raises ValueError or KeyError for what cannot be asked.
    """
    if len(options) != 2 or options[0].name == options[1].name:
        names = ", ".join(option.name for option in options)
        raise ValueError(f"two options of different names are compared, not: {names or 'none'}")
    if match.clock.over == 1:
        raise ValueError("the match is over; ask at a moment before the final whistle")
    check_seed(seed)
    check_seconds("seconds", seconds)
    for name, rate in zip(("own rate", "opponent's rate"), rates, strict=True):
        check_rate(name, rate)
    for option in options:
        _check_option(match, option)
    view = _side_of(options) if side is None else side
    if view not in (0, 1):
        raise ValueError(f"side is 0 (home) or 1 (away), not {view}")
    payoff = payoff_of(setup, view, competition)
    return Question(copy(match), setup, (options[0], options[1]), view, payoff, seconds, rates, seed)


def margin(match: Match, setup: Setup, side: int) -> int:
    """Goal difference as `side` sees it; where the tie is level, a goal more for who wins the kicks."""
    us, them = match.teams[side], match.teams[1 - side]
    found = us.goals - them.goals
    kicks = us.kicks_scored - them.kicks_scored
    level = found + brought_along(setup, side) == 0
    return int(found + (np.sign(kicks) if level else 0))


def brought_along(setup: Setup, side: int) -> int:
    """Goal difference of the first leg as `side` sees it."""
    lead = int(setup.competition.first_leg)
    return lead if side == 0 else -lead


def check_seconds(name: str, seconds: float | None) -> None:
    """Raise ValueError unless `seconds` is None or a time to play."""
    if seconds is not None and not (0.0 < seconds < math.inf):
        raise ValueError(f"{name} must be more than 0, or None for the whistle, not {seconds}")


def _check_option(match: Match, option: Option) -> None:
    """Raise ValueError unless each order could be given on a copy of `match`, one a slot."""
    check_seconds(f"seconds of '{option.name}'", option.seconds)
    trial = copy(match)
    for slot, word in option.words:
        tell(trial, slot, word)
    slots = [slot for slot, _ in option.words]
    if len(set(slots)) < len(slots):
        raise ValueError(f"option '{option.name}' tells a slot twice; name each slot once")


def _side_of(options: Sequence[Option]) -> int:
    """The side of all who are told something."""
    sides = {slot // SIDE for option in options for slot, _ in option.words}
    if len(sides) != 1:
        raise ValueError(f"the options tell players of {len(sides)} sides; say whose view: side=0 or side=1")
    return sides.pop()


def payoff_of(setup: Setup, side: int, name: str | Payoff | None = None) -> Payoff:
    """The payoff meant by `name`, or by the setup when None: league, or the tie where it wants a winner."""
    if name is None:
        name = "aggregate" if setup.competition.shoot_out == 1 else "league"
    if isinstance(name, str):
        return competition(name, first_leg=brought_along(setup, side))
    paid(name, [-1, 0, 1])
    return name


def _run(future: Match, setup: Setup, ticks: int, stopped: Callable[[], bool]) -> bool:
    """Play up to `ticks` ticks in slices; False when stopped between two of them."""
    while ticks > 0 and future.clock.over == 0:
        if stopped():
            return False
        run_on(future, setup, scratch(), min(SLICE, ticks))
        ticks -= SLICE
    return True
