"""The best time to go, by what could be known at each moment: real openings only, no hindsight (dilemma/moments.py).

By how much a side scores and concedes more with one defender up is read off this engine's timing table
(game/experiments/timing_table.py); the scenario's own goal rates are what that is a multiple of.
"""

from __future__ import annotations

import functools
from pathlib import Path

from game.dilemma.moments import Window, best_window, right_by_the_clock
from game.dilemma.score_process import Mode
from game.policies.best_response import RIVALS
from game.policies.measured import shipped, ways_measured
from game.screens.debrief.story import Story
from game.screens.debrief.thinking import in_a_hundred
from game.screens.play.goal_rates import rates_of

STAYS, GOES = "nobody", "full-back"
"""The ways of playing in the table that differ by one man."""
EXAMPLE = (2.0, 4.0)
"""Own and rivals' factor where this engine has no table yet: the theory's example."""


def window_of(story: Story) -> Window | None:
    """The first span of openings in which going was right by score and clock; None when there was none."""
    own, rivals = rates_of(story.played.fixture)
    more, worse = factors(shipped(RIVALS))
    staying, going = Mode(own, rivals), Mode(more * own, worse * rivals)
    return best_window(story.openings, right=right_by_the_clock(staying, going, in_a_hundred(story.objective)))


@functools.cache
def factors(path: Path) -> tuple[float, float]:
    """Times a side scores, and concedes, what it does without him, by the table at `path`."""
    try:
        ways = {way.name: way for way in ways_measured(path)}
        stays, goes = ways[STAYS], ways[GOES]
        return goes.own / stays.own, goes.opponent / stays.opponent
    except (ValueError, KeyError, ZeroDivisionError):
        return EXAMPLE
