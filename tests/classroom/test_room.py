from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.commands import read_command
from game.classroom.room import GRACE, Cast, Refused, Room
from game.classroom.tally import tally

GO = {"text": "Go?", "options": [{"text": "Stay"}, {"text": "Push"}]}
HOW_MANY = {"text": "How many?", "kind": "number", "low": 0, "high": 100, "step": 5}
PHASES = {"lobby", "ask", "vote", "locked", "revealed", "debrief", "ticket", "closed"}


def say(room: Room, at: float = 0.0, **command: Any) -> None:
    room.obey(read_command(json.dumps(command)), at)


def vote(room: Room, who: str, answer: float, *, n: int = 1, at: float = 0.0, sure: int | None = None) -> bool:
    return room.vote(who, room.beat.shown[-1], Cast(answer, sure, n, at))


def test_next_walks_a_question_from_the_screen_to_the_debrief() -> None:
    room = Room()
    say(room, do="plan", steps=[{"ask": GO}, {"ticket": [GO, HOW_MANY]}, {"debrief": "Talk."}])
    seen = []
    for _ in range(9):
        say(room, do="next")
        seen.append(room.beat.phase)
    assert seen == ["ask", "vote", "locked", "revealed", "debrief", "ticket", "locked", "revealed", "debrief"]
    say(room, do="next")
    assert room.beat.text == "Talk."
    with pytest.raises(Refused, match="the plan is at its end"):
        say(room, do="next")


def test_a_vote_may_change_until_it_is_locked() -> None:
    room = Room()
    say(room, do="open", question=GO)
    vote(room, "a", 0)
    vote(room, "a", 1, n=2)
    say(room, do="lock")
    with pytest.raises(Refused, match="locked"):
        vote(room, "a", 0, n=3)
    assert tally(room.rounds[1])["counts"] == [0, 1]


def test_a_replayed_vote_changes_nothing() -> None:
    room = Room()
    say(room, do="open", question=GO)
    vote(room, "a", 0, n=1)
    vote(room, "a", 1, n=2)
    assert vote(room, "a", 0, n=1) is False
    assert room.rounds[1].votes["a"].answer == 1


@pytest.mark.parametrize("answer", [2, -1, 0.5])
def test_an_answer_that_was_not_offered_is_refused(answer: float) -> None:
    room = Room()
    say(room, do="open", question=GO)
    with pytest.raises(Refused, match="shape"):
        vote(room, "a", answer)
    assert not room.rounds[1].votes


def test_a_number_takes_its_own_steps_only() -> None:
    room = Room()
    say(room, do="open", question=HOW_MANY)
    vote(room, "a", 15)
    with pytest.raises(Refused):
        vote(room, "b", 12)
    assert tally(room.rounds[1]) == {"counts": [[15, 1]], "mean": 15, "median": 15}


def test_undo_goes_back_a_beat_at_a_time_and_drops_a_withdrawn_question() -> None:
    room = Room()
    say(room, do="open", question=GO)
    vote(room, "a", 1)
    say(room, do="lock")
    say(room, do="undo")
    assert (room.beat.phase, room.rounds[1].votes["a"].answer) == ("vote", 1)
    say(room, do="undo")
    assert (room.beat.phase, room.rounds) == ("lobby", {})
    say(room, do="ask", question=GO)
    assert list(room.rounds) == [2], "a round's number is never used again"
    with pytest.raises(Refused, match="old"):
        room.vote("a", 1, Cast(1, None, 9, 0.0))


def test_time_runs_out_for_votes_but_a_restart_leaves_a_moment() -> None:
    room = Room()
    say(room, 100.0, do="open", question={**GO, "seconds": 20})
    vote(room, "a", 0, at=119.9)
    with pytest.raises(Refused, match="locked"):
        vote(room, "b", 0, at=120.1)
    room.give_grace(130.0)
    assert vote(room, "b", 0, at=130.0 + GRACE - 0.1)


def test_hands_are_added_to_the_phones() -> None:
    room = Room()
    say(room, do="open", question=GO)
    vote(room, "a", 1)
    say(room, do="hands", round=1, counts=[4, 7])
    assert tally(room.rounds[1])["counts"] == [4, 8]
    with pytest.raises(Refused, match="2 buttons, not 3"):
        say(room, do="hands", round=1, counts=[1, 2, 3])


def test_several_questions_are_answered_at_once_on_an_exit_ticket() -> None:
    room = Room()
    say(room, do="ticket", questions=[GO, HOW_MANY])
    room.vote("a", 1, Cast(0, None, 1, 0.0))
    room.vote("a", 2, Cast(40, None, 2, 0.0))
    assert [len(asked.votes) for asked in room.shown()] == [1, 1]


def test_nothing_follows_the_end() -> None:
    room = Room()
    say(room, do="close", sure=True)
    with pytest.raises(Refused, match="closed"):
        say(room, do="lobby")


COMMANDS = st.sampled_from(
    [
        {"do": "ask", "question": GO},
        {"do": "open"},
        {"do": "open", "question": {**GO, "seconds": 5}},
        {"do": "ticket", "questions": [GO, HOW_MANY]},
        *({"do": word} for word in ("lock", "reveal", "debrief", "lobby", "next", "undo")),
        {"do": "blank", "on": True},
        {"do": "door", "open": False},
        {"do": "hands", "round": 1, "counts": [1, 1]},
        {"do": "plan", "steps": [{"ask": GO}]},
    ]
)
EVENTS = st.lists(
    st.one_of(COMMANDS, st.tuples(st.sampled_from("abc"), st.integers(1, 4), st.integers(0, 2))), max_size=40
)


@given(EVENTS)
def test_the_same_steps_and_votes_give_the_same_room(events: list[Any]) -> None:
    """What is refused leaves no trace, so a room read back from what was taken is the room that was."""
    room, again = Room(), Room()
    for time, event in enumerate(events):
        before = repr(room)
        try:
            if isinstance(event, dict):
                say(room, float(time), **event)
                say(again, float(time), **event)
            else:
                who, number, answer = event
                room.vote(who, number, Cast(answer, None, time + 1, float(time)))
                again.vote(who, number, Cast(answer, None, time + 1, float(time)))
        except Refused:
            assert repr(room) == before
        assert room.beat.phase in PHASES
        assert set(room.beat.shown) <= set(room.rounds)
    assert repr(again) == repr(room)
