"""The line at the foot of the projector: what is wrong, or what the space bar does now."""

from __future__ import annotations

import pygame

from game.screens.language import Language
from game.screens.projector.desk import Desk
from game.screens.projector.following import ASKING, Following, State

COUNTED = ("vote", "ticket", "locked")
"""When hands are raised."""
LIVE = ("match", "moment", "split", "other")
"""What a match is shown for."""


def foot(say: Language, desk: Desk, state: State, *, show: Following | None, pending: int | None, paused: bool) -> str:
    """What the teacher must know; `pending` is a key that wants a second press."""
    if desk.lost:
        return say("projector.lost")
    if state.get("trouble"):
        return say("projector.disk")
    if pending is not None:
        return say("projector.again_z" if pending == pygame.K_z else "projector.again_esc")
    if desk.refused:
        return say("projector.refused", why=desk.refused)
    if paused and show is not None and show.do in LIVE:
        return say("projector.paused")
    if show is not None and show.unready:
        return say("projector.unready")
    said = [say("projector.space", does=next_step(say, state, show))]
    if state.get("hands_up") and state.get("phase") in COUNTED:
        asked = [each for each in state["questions"] if each["kind"] == "choice"]
        done = sum(each["hands"] is not None for each in asked)
        if done < len(asked):
            said.insert(0, say("projector.count_hands", number=done + 1, count=len(asked)))
    return " · ".join([*said, say("projector.more_keys")])


def next_step(say: Language, state: State, show: Following | None) -> str:
    """What the space bar does now."""
    phase = state.get("phase", "lobby")
    do = show.do if show is not None else ""
    if show is not None and do == "match" and show.match is not None and not show.match.arrived:
        return say("projector.next_hurry")
    if phase == "revealed" and do == "moment":
        return say("projector.next_on")
    if phase == "revealed" and show is not None and show.act is not None and show.act.do == "ticket":
        return say("projector.next_pairs")
    if phase == "revealed" and show is not None and show.act is not None and show.act.do in ("offices", "counter"):
        return say(f"firm.class_next_{show.act.do}")
    if phase in ASKING:
        return say(f"projector.next_{phase}")
    if has_ended(state) or phase == "closed":
        return say("projector.next_end")
    upcoming = show.next_act if show is not None else None
    if do == "talk" and upcoming is not None and upcoming.do == "talk":
        return say("projector.next_talk")
    return say(f"projector.next_act_{upcoming.do}" if upcoming is not None else "projector.next")


def has_ended(state: State) -> bool:
    """Whether the plan is through and its last page is on show."""
    plan = state.get("plan", {"at": 0, "of": 0})
    through = plan["of"] > 0 and plan["at"] >= plan["of"]
    return bool(through and state.get("phase") == "debrief" and state.get("text"))
