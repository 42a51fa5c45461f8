"""Decision against luck: what the futures of a choice say about it, beside how the match really ended."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from game.dilemma.verdict import Comparison, Verdict, judge
from game.intervals import Interval, mean
from game.screens.debrief.story import Choice, Story
from game.screens.debrief.thinking import PUSH, STAY, Thinking

FEWEST = 50  # pairs of a push before its worth is told
RIGHT, WRONG, CLOSE = "right", "wrong", "close"
POINTS = np.array((0.0, 1.0, 3.0))  # lost, drawn, won, as a league pays them
UNKNOWN = Interval(math.nan, math.nan, math.nan)


@dataclass(frozen=True)
class Ends:
    """How the futures of one option ended."""

    won: int
    drawn: int
    lost: int
    reached: Interval  # of 100

    @property
    def count(self) -> int:
        """How many futures."""
        return self.won + self.drawn + self.lost


@dataclass(frozen=True)
class Account:
    """One choice judged by its futures so far. All chances are of reaching the objective, of 100."""

    choice: Choice
    comparison: Comparison | None
    verdict: Verdict | None
    reached: bool  # whether the match itself ended well

    @property
    def other(self) -> str:
        """What he could have done instead."""
        return STAY if self.choice.did == PUSH else PUSH

    @property
    def quality(self) -> str:
        """Whether the choice was RIGHT, WRONG, or too CLOSE to call."""
        if self.verdict is None or not self.verdict.sure:
            return CLOSE
        return RIGHT if self.verdict.choice == self.choice.did else WRONG

    @property
    def headline(self) -> str:
        """Key of the headline: the choice, good or bad, and the luck, good or bad."""
        return f"head_{self.quality}_{'lucky' if self.reached else 'unlucky'}"

    @property
    def decision(self) -> Interval:
        """What the choice was worth against the other, the luck of finishing taken out."""
        if self.verdict is None:
            return UNKNOWN
        worth = self.verdict.worth
        return worth if self.choice.did == PUSH else Interval(-worth.value, -worth.high, -worth.low)

    @property
    def chance(self) -> float:
        """The chance he had from there with what he chose."""
        if self.comparison is None:
            return math.nan
        return self.comparison.each("expected")[self.column(self.choice.did)].value

    @property
    def luck(self) -> float:
        """What the match came to, above the chance he had."""
        return 100.0 * self.reached - self.chance

    @property
    def deserved(self) -> Interval:
        """Points the choice gets on average, the league's 3, 1, 0."""
        if self.comparison is None:
            return UNKNOWN
        return mean(POINTS[1 + np.sign(self._totals(self.choice.did))])

    def ends(self, option: str) -> Ends:
        """How the futures of `option` ended; none yet where nothing is known."""
        if self.comparison is None:
            return Ends(0, 0, 0, UNKNOWN)
        totals = self._totals(option)
        reached = self.comparison.each("value")[self.column(option)]
        return Ends(int((totals > 0).sum()), int((totals == 0).sum()), int((totals < 0).sum()), reached)

    def column(self, option: str) -> int:
        """Column of `option` in the rolls."""
        return 0 if option == PUSH else 1

    def _totals(self, option: str) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
        assert self.comparison is not None  # asked by those who looked
        margins: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
        margins = self.comparison.rolls["margin"][:, self.column(option)] + self.comparison.first_leg
        return margins


def worth(story: Story, thinking: Thinking) -> Interval | None:
    """What all pushes together, each as long as it lasted, added against staying; None while nothing is known.

    Who stayed adds nothing, whatever going would have been worth.
    """
    total, spread = 0.0, 0.0
    for choice in story.pushes:
        known = thinking.known(choice.page, story.played.slot, story.until(choice))
        if known is None or known.count < FEWEST:
            return None
        apart = known.difference("expected")
        total, spread = total + apart.value, spread + ((apart.high - apart.low) / 2) ** 2
    half = math.sqrt(spread)
    return Interval(total, total - half, total + half)


def think_on(story: Story, thinking: Thinking) -> None:
    """The run is over: think on about the main choice, and about every push as long as it lasted."""
    setup, slot = story.played.setup, story.played.slot
    thinking.start(story.main.page, setup, slot)
    for choice in story.pushes:
        thinking.start(choice.page, setup, slot, lasted=story.until(choice))
    thinking.hurry(story.main.page, slot)


def account(story: Story, comparison: Comparison | None) -> Account:
    """What is known of the main choice of `story`."""
    verdict = judge(comparison) if comparison is not None and comparison.count > 1 else None
    return Account(story.main, comparison, verdict, story.played.outcome.reached)


def stars(told: Account, *, start_chance: float) -> tuple[bool, bool, bool]:
    """Stars for the decision, for the objective, and for reaching it against the odds (under one in three)."""
    return told.quality != WRONG, told.reached, told.reached and start_chance < 1 / 3
