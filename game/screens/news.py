"""The happenings of a match worth a line on the screen, put into words."""

from __future__ import annotations

from dataclasses import dataclass

from game.events import Action, Event, Result
from game.screens import clock_face
from game.screens.programme import Programme
from game.state import NOBODY, SIDE, Notes, Setup

TOLD = {
    Action.GOAL, Action.YELLOW, Action.SECOND_YELLOW, Action.RED, Action.SUBSTITUTION, Action.OFFSIDE,
    Action.WOODWORK, Action.PENALTY_AWARDED, Action.ADVANTAGE, Action.ADDED_TIME, Action.KEEPER_SAVE, Action.SHOT,
    Action.SHOT_FREEKICK, Action.SHOT_PENALTY, Action.HALF_START, Action.HALF_END, Action.MATCH_END,
}  # fmt: skip
"""Events worth telling."""
LOUD = {Action.GOAL, Action.RED, Action.SECOND_YELLOW, Action.PENALTY_AWARDED, Action.MATCH_END}
"""Told across the whole pitch."""
SHOTS = {Action.SHOT, Action.SHOT_FREEKICK, Action.SHOT_PENALTY}
FOR_THE_OTHERS = {Action.PENALTY_AWARDED, Action.ADVANTAGE}
"""Booked under who did the wrong, told of the side that gains."""
LOUD_FOR = 60  # ticks a loud line stays


@dataclass(frozen=True)
class News:
    """One line of the match report."""

    tick: int
    minute: str
    side: int
    """0, 1, or NOBODY."""
    text: str
    loud: bool


def news_of(event: Event, setup: Setup, programme: Programme) -> News | None:
    """`event` in words, or None when it is everyday football."""
    try:
        action = Action(int(event.action))
    except ValueError:
        return None
    if action not in TOLD:
        return None
    say = programme.say
    side = event.slot // SIDE if event.slot >= 0 else NOBODY
    if side != NOBODY and action in FOR_THE_OTHERS:
        side = 1 - side
    return News(
        tick=int(event.tick),
        minute=clock_face.minute(setup, int(event.half), float(event.second), say),
        side=side,
        text=_line(event, action, say(f"watch.news_{action.name}"), programme=programme, side=side),
        loud=action in LOUD,
    )


def _line(event: Event, action: Action, heading: str, *, programme: Programme, side: int) -> str:
    if action is Action.ADDED_TIME:
        return f"{heading} +{event.worth:.0f}"
    if side == NOBODY:
        return heading
    if action in FOR_THE_OTHERS:
        return f"{heading} {programme.clubs[side].name}"
    who = programme.who(side, int(event.man))
    if action is Action.GOAL and event.result == Result.OWNGOAL:
        return f"{programme.say('watch.own_goal')} · {who}"
    if action in SHOTS:
        return f"{heading} · {who} · xG {event.worth:.2f}"
    return f"{heading} · {who}"


def read_news(notes: Notes, since: int, setup: Setup, *, programme: Programme) -> list[News]:
    """News among the events of `notes` from number `since` on, in order."""
    told = (news_of(notes.events[nth], setup, programme) for nth in range(since, int(notes.count)))
    return [line for line in told if line is not None]
