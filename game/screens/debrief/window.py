"""The best time to go, by what could be known at each moment: real openings only, no hindsight (dilemma/moments.py)."""

from __future__ import annotations

from game.dilemma.continuations import RATE
from game.dilemma.moments import Window, best_window, right_by_the_clock
from game.dilemma.score_process import Mode
from game.screens.debrief.story import Story
from game.screens.debrief.thinking import in_a_hundred

OWN_FACTOR, RIVALS_FACTOR = 2.0, 4.0  # by how much a side that goes scores and concedes more; the theory's example

STAYING = Mode(RATE, RATE)
GOING = Mode(OWN_FACTOR * RATE, RIVALS_FACTOR * RATE)


def window_of(story: Story) -> Window | None:
    """The first span of openings in which going was right by score and clock; None when there was none."""
    right = right_by_the_clock(STAYING, GOING, in_a_hundred(story.objective))
    return best_window(story.openings, right=right)
