"""How a match comes to its debrief: every decision is thought over while the match goes on."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.screens.debrief.thinking import Thinking
from game.screens.play.played import Decision, Played
from game.screens.play.playing import Playing
from game.state import Match

if TYPE_CHECKING:
    from game.screens.debrief.beats import DebriefScreen


def debriefed(playing: Playing) -> Callable[[Played], DebriefScreen]:
    """Listen to the decisions of `playing`; what to hand a PlayScreen as `after`.

    Staying from the start is a decision too: its futures begin at once. A match that is given up is thought about no
    more.
    """
    thinking = Thinking(playing.told.aim)
    setup, slot = playing.setup, playing.slot
    given_up = weakref.finalize(playing, thinking.cancel)

    def hear(_decision: Decision, page: Match) -> None:
        thinking.start(page, setup, slot)

    def debrief(played: Played) -> DebriefScreen:
        from game.screens.debrief.beats import DebriefScreen  # a second of imports, which no kick-off waits for

        given_up.detach()
        return DebriefScreen(played, thinking)

    playing.heard.append(hear)
    thinking.start(playing.pages[0], setup, slot)
    return debrief
