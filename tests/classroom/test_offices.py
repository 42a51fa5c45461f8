"""A class dealt over offices: each phone is asked for its own, and keeps it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from game.classroom import launch
from game.classroom.launch import open_room
from game.classroom.room import Cast, Refused, Room
from tests.classroom.test_room import say
from tests.classroom.visitors import Phone, desk, look, until

OPTIONS = [{"text": "One way"}, {"text": "Another"}]
SALES = {"text": "Prices?", "options": OPTIONS, "office": {"place": 0, "text": "You are sales"}}
PRODUCTION = {"text": "Lots?", "options": OPTIONS, "office": {"place": 1, "text": "You are production"}}


def test_phones_are_dealt_evenly_and_stay_where_they_are() -> None:
    room = Room()
    assert room.deal("early") is None
    say(room, do="ticket", questions=[SALES, PRODUCTION])
    for nth in range(11):
        room.deal(f"phone {nth}")
    first = dict(room.seats)
    assert sorted(Counter(first.values()).values()) == [5, 6]
    say(room, do="ticket", questions=[SALES, PRODUCTION])
    assert [room.deal(who) for who in first] == [None] * 11
    assert room.seats == first


def test_nobody_votes_in_another_office() -> None:
    room = Room()
    say(room, do="ticket", questions=[SALES, PRODUCTION])
    own = room.deal("a")
    mine, others = room.beat.shown if own == 0 else reversed(room.beat.shown)
    assert room.vote("a", mine, Cast(1.0, None, 1, 0.0))
    with pytest.raises(Refused, match="old"):
        room.vote("a", others, Cast(1.0, None, 2, 0.0))


def test_a_phone_keeps_its_office_over_a_reload_and_a_restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch, "rooms_folder", lambda: tmp_path / "rooms")
    monkeypatch.setattr(launch, "PORT", 0)

    def asked(phone: Phone) -> str:
        told = phone.join()
        return "/".join(each["office"]["text"] for each in told["questions"])

    ids = [f"{nth:032x}" for nth in range(4)]
    with open_room(language="en") as room:
        with Phone(room, ids[0]) as one, Phone(room, ids[1]) as other:
            one.join()
            other.join()
            desk(room, do="ticket", questions=[SALES, PRODUCTION])
            until(lambda: look(room)["questions"])
        with Phone(room, ids[0]) as one, Phone(room, ids[1]) as other:
            before = [asked(one), asked(other)]
            round_number = look(room)["questions"][0]["round"]
            one.vote(round_number + (before[0] == "You are production"), 0.0)
        file = room.file
    assert sorted(before) == ["You are production", "You are sales"]
    with open_room(file=file, language="en") as room, Phone(room, ids[0]) as one, Phone(room, ids[1]) as other:
        assert [asked(one), asked(other)] == before
