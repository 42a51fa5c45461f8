"""What a phone sees of the room, and what the teacher's desk sees. Neither sees who voted what."""

from __future__ import annotations

import time
from typing import Any

from game.classroom.questions import Text
from game.classroom.room import Asked, Room
from game.classroom.session import Phone, Session, said
from game.classroom.tally import tally


def phone_view(session: Session, phone: Phone) -> dict[str, Any]:
    """The message `state` for one phone."""
    room = session.room
    shown = room.beat.phase == "revealed"
    questions = []
    for asked in room.shown_to(phone.alias):
        own = asked.votes.get(phone.alias)
        questions.append(
            {
                **asked.about,
                "yours": None if own is None else said(own),
                "class": tally(asked) if shown else None,
            }
        )
    return {
        "say": "state",
        "version": phone_version(session, phone),
        **_both(session),
        "play": session.playing,
        "questions": questions,
    }


def phone_version(session: Session, phone: Phone) -> int:
    """A number that changes with everything this phone is shown."""
    return session.version + phone.changes


def desk_view(session: Session, addresses: list[str], matches: list[dict[str, Any]]) -> dict[str, Any]:
    """The desk state."""
    room = session.room
    past = [number for number in room.rounds if number not in room.beat.shown]
    return {
        "version": session.desk_version,
        **_both(session),
        "live": room.live,
        "door": room.door,
        "hands_up": session.hands_up,
        "language": session.head.language,
        "addresses": addresses,
        "joined": session.joined(),
        "trouble": session.trouble,
        "plan": {"at": room.beat.plan_at, "of": len(room.plan), "next": _next(room)},
        "screen": session.on_screen,
        "presses": list(session.presses),
        "rounds": list(room.rounds),
        "back": _back(room),
        "questions": [_on_desk(asked, room) for asked in room.shown()],
        "past": [_on_desk(room.rounds[number], room) for number in past],
        "matches": matches,
        "results": room.results,
    }


def _both(session: Session) -> dict[str, Any]:
    """What phones and desks see alike."""
    room = session.room
    deadline = room.beat.deadline
    return {
        "phase": room.beat.phase,
        "blank": room.blank,
        "code": session.head.code,
        "scene": {"clock": room.clock, "score": room.score},
        "left": None if deadline is None else max(0.0, round(deadline - time.time(), 2)),
        "text": room.beat.text,
    }


def _back(room: Room) -> dict[str, Any] | None:
    """Where `undo` leads, and how many votes and hands it costs; None where nothing can be taken back."""
    if not room.before:
        return None
    gone = [room.rounds[number] for number in room.withdrawn()]
    return {"phase": room.before[-1].phase, "votes": sum(len(each.votes) + sum(each.hands or ()) for each in gone)}


def _next(room: Room) -> Text | None:
    """What the plan's next step asks or says; None at its end, or where it says nothing."""
    if room.beat.plan_at >= len(room.plan):
        return None
    step = room.plan[room.beat.plan_at]
    asked = [step.ask] if step.ask is not None else step.ticket or []
    return asked[0].text if asked else step.debrief


def _on_desk(asked: Asked, room: Room) -> dict[str, Any]:
    """A question as the desk sees it."""
    return {
        **asked.about,
        "votes": len(asked.votes),
        "hands": asked.hands,
        "class": tally(asked) if asked.revealed or room.live else None,
    }
