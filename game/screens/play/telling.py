"""What happened in a tick, in a line across the pitch: goals, red cards, the woodwork, added time."""

from __future__ import annotations

from dataclasses import dataclass

from game.events import Action, Event, Result
from game.screens.play.facts import Say
from game.screens.play.playing import Playing
from game.state import NOBODY, SIDE, TICKS_PER_SECOND

STAYS = 4 * TICKS_PER_SECOND  # ticks a line stays


@dataclass
class Telling:
    """The latest line across the pitch."""

    text: str = ""
    since: int = -STAYS

    def shown(self, tick: int) -> str:
        """The line while it is fresh."""
        return self.text if 0 <= tick - self.since < STAYS else ""

    def hear(self, events: list[Event], playing: Playing, say: Say) -> None:
        """Take in what happened."""
        for event in events:
            action = _action(event)
            line = "" if action is None else _line(event, action, playing, say)
            if line:
                self.text, self.since = line, int(playing.match.tick)


def _action(event: Event) -> Action | None:
    try:
        return Action(int(event.action))
    except ValueError:
        return None


def _line(event: Event, action: Action, playing: Playing, say: Say) -> str:
    """Words across the pitch, empty for everyday football."""
    if action is Action.WOODWORK:
        return say("match.woodwork")
    if action is Action.ADDED_TIME:
        return say("match.added_time", minutes=f"{event.worth:.0f}")
    if event.slot == NOBODY:
        return ""
    who = playing.programme.who(int(event.slot) // SIDE, int(event.man))
    if action is Action.GOAL:
        return say("match.own_goal" if event.result == Result.OWNGOAL else "match.goal", who=who)
    if action in (Action.RED, Action.SECOND_YELLOW):
        return say("match.sent_off_you" if event.slot == playing.slot else "match.red_card", who=who)
    return ""
