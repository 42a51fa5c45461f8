"""The server as a program meets it: real processes, real sockets."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from game.classroom.launch import OpenRoom, open_room
from game.classroom.ledger import read_ledger
from tests.classroom.visitors import GO, Phone, ask, desk, look, until, visit

Rooms = Callable[..., OpenRoom]


def test_a_class_votes_by_socket_and_sees_nothing_before_the_reveal(room: OpenRoom) -> None:
    with Phone(room) as one, Phone(room) as other:
        one.join(), other.join()
        number = ask(room)
        one.hear_until(lambda message: message.get("phase") == "vote")
        assert one.vote(number, 1)["say"] == other.vote(number, 0)["say"] == "saved"
        assert look(room)["questions"][0]["votes"] == 2
        assert look(room)["questions"][0]["class"] is None
        desk(room, do="lock")
        locked = one.hear_until(lambda message: message.get("phase") == "locked")
        assert locked["questions"][0]["class"] is None
        assert locked["questions"][0]["yours"]["answer"] == 1
        desk(room, do="reveal")
        shown = one.hear_until(lambda message: message.get("phase") == "revealed")
        assert shown["questions"][0]["class"]["counts"] == [1, 1]


def test_the_desk_never_says_who(room: OpenRoom) -> None:
    with Phone(room) as phone:
        phone.join()
        phone.vote(ask(room), 1)
        desk(room, do="reveal")
        everything = json.dumps(look(room)) + visit(room, "/desk/export.json", token=room.token).body.decode()
        alias = next(entry["who"] for entry in read_ledger(room.file)[1] if "vote" in entry)
        assert alias not in everything
        assert phone.id not in everything + room.file.read_text()


def test_long_poll_says_the_same_as_the_socket(room: OpenRoom) -> None:
    number = ask(room)
    with Phone(room) as phone:
        by_socket = phone.join()
        hello = {"say": "hello", "id": phone.id, "code": room.code.lower()}
        by_poll = visit(room, "/poll", hello).json["messages"][0]
        assert by_poll["questions"] == by_socket["questions"]
        vote = {"say": "vote", "id": phone.id, "round": number, "answer": 1, "n": 1}
        assert visit(room, "/poll", vote).json["messages"][0]["say"] == "saved"
        assert phone.hear_until(lambda message: message["say"] == "saved")["answer"] == 1


def test_a_long_poll_answers_when_something_changes(room: OpenRoom) -> None:
    hello = {"say": "hello", "id": "ab" * 16, "code": room.code}
    state = visit(room, "/poll", hello).json["messages"][0]
    with ThreadPoolExecutor(1) as other:
        waiting = other.submit(visit, room, "/poll", {"say": "wait", "id": "ab" * 16, "version": state["version"]})
        until(lambda: look(room)["joined"] == 1)
        desk(room, do="ask", question=GO)
        assert waiting.result(timeout=5).json["messages"][0]["phase"] == "ask"


def test_two_tabs_of_one_phone_count_once(room: OpenRoom) -> None:
    number = ask(room)
    with Phone(room) as one, Phone(room, one.id) as other:
        one.join(), other.join()
        one.vote(number, 0, n=1)
        other.vote(number, 1, n=2)
        assert one.hear_until(lambda message: message["say"] == "saved" and message["n"] == 2)["answer"] == 1
        state = desk(room, do="reveal")
        assert (state["joined"], state["questions"][0]["class"]["counts"]) == (1, [0, 1])


def test_a_killed_server_comes_back_with_every_vote_it_acknowledged(room: OpenRoom) -> None:
    number = ask(room)
    phones = [Phone(room) for _ in range(12)]
    answers = {}
    for place, phone in enumerate(phones):
        phone.join()
        answers[phone.id] = phone.vote(number, place % 2)
    os.kill(room.answer["pid"], signal.SIGKILL)
    for phone in phones:
        phone.hear_to_the_end()
        phone.leave()
    for phone in phones:
        back = until(lambda phone=phone: Phone(room, phone.id), within=60)
        with back:
            own = back.join()["questions"][0]["yours"]
            assert own == {key: answers[phone.id][key] for key in ("answer", "sure", "n")}
    assert sum(desk(room, do="reveal")["questions"][0]["class"]["counts"]) == 12


def test_a_room_goes_on_from_its_file_with_its_code_and_its_port(rooms: Rooms) -> None:
    first = rooms()
    with Phone(first) as phone:
        phone.join()
        phone.vote(ask(first), 1)
    first.close()
    with first.file.open("ab") as file:
        file.write(b'{"vote":{"answer":0')  # torn by the crash
    second = rooms(file=first.file)
    assert (second.code, second.url) == (first.code, first.url)
    assert second.token != first.token
    with Phone(second, phone.id) as back:
        assert back.join()["questions"][0]["yours"]["answer"] == 1


def test_a_late_phone_sees_the_question_and_a_stranger_stays_out_of_a_shut_door(room: OpenRoom) -> None:
    number = ask(room)
    with Phone(room) as early:
        early.join()
        early.vote(number, 1)
        desk(room, do="door", open=False)
        with Phone(room) as late:
            assert late.join() == {"say": "no", "why": "door"}
    with Phone(room, early.id) as again:
        assert again.join()["questions"][0]["yours"]["answer"] == 1
    desk(room, do="door", open=True)
    with Phone(room) as late:
        assert late.join()["phase"] == "vote"


def test_voting_ends_by_itself_when_time_is_up(room: OpenRoom) -> None:
    with Phone(room) as phone:
        phone.join()
        ask(room, {**GO, "seconds": 3})
        phone.hear_until(lambda message: message.get("phase") == "locked")


def test_the_table_of_votes_has_a_row_a_vote_and_no_clock_that_tells_who_was_first(room: OpenRoom) -> None:
    number = ask(room, {**GO, "text": "=HYPERLINK(evil)"})
    phones = [Phone(room) for _ in range(3)]
    for phone in phones:
        phone.join()
        phone.vote(number, 1)
        phone.leave()
    desk(room, do="hands", round=number, counts=[2, 0])
    rows = list(csv.DictReader(io.StringIO(visit(room, "/desk/export.csv", token=room.token).body.decode())))
    assert [row["alias"] for row in rows] == ["P01", "P02", "P03", "H01", "H02"]
    assert {row["seconds"] for row in rows[:3]} == {"0"}
    assert rows[0]["question"].startswith("'="), "a spreadsheet must not run a question"


def test_the_report_holds_no_script_and_no_outside_address(room: OpenRoom) -> None:
    evil = "<script>alert(1)</script>"
    about = {"text": evil, "name": "job", "options": [{"text": evil}, {"text": "Push", "why": evil}]}
    with Phone(room) as phone:
        phone.join()
        phone.vote(ask(room, {**about, "when": "before"}), 0)
        phone.vote(ask(room, {**about, "when": "after"}), 1)
        report = visit(room, "/desk/report.html", token=room.token).body.decode()
    assert "<script" not in report
    assert "&lt;script&gt;" in report
    assert "http" not in report
    assert "1 of 1" in report


def test_before_and_after_stand_beside_each_other_in_report_and_json(room: OpenRoom) -> None:
    many = {"text": "How many?", "kind": "number", "low": 0, "high": 11, "name": "how-many", "unit": "players"}
    go = {**GO, "name": "go"}
    phones = [Phone(room) for _ in range(3)]
    for phone in phones:
        phone.join()
    for question, before, after in ((many, (2, 2, 11), (8, 2, 9)), (go, (0, 0, 1), (1, 0, 1))):
        for when, answers in (("before", before), ("after", after)):
            number = ask(room, {**question, "when": when})
            for phone, answer in zip(phones, answers, strict=True):
                phone.vote(number, answer)
    desk(room, do="hands", round=number, counts=[0, 5])
    for phone in phones:
        phone.leave()
    told = visit(room, "/desk/export.json", token=room.token).json["pairs"]
    assert told[0] == {
        "name": "how-many",
        "rounds": [1, 2],
        "answers": ["2 players", "8 players", "9 players", "11 players"],
        "before": [2, 0, 0, 1],
        "after": [1, 1, 1, 0],
        "changed": 2,
        "both": 3,
        "means": [5.0, 6.333],
    }
    assert (told[1]["before"], told[1]["after"], told[1]["changed"]) == ([2, 1], [1, 7], 1), "counted hands too"
    report = visit(room, "/desk/report.html", token=room.token).body.decode()
    assert report.count("<h2>Before and after: ") == 2
    assert "2 of 3 who voted both times changed their answer." in report
    assert "Average 5 before, 6.3 after." in report


def test_the_projectors_keys_are_pressed_from_afar_and_leave_no_line(room: OpenRoom) -> None:
    assert look(room)["screen"] is False
    assert visit(room, "/desk/state?screen=1", token=room.token).json["screen"] is True
    desk(room, do="lobby")  # what was to be written is
    size = room.file.stat().st_size
    first = desk(room, do="press", key="pause")["presses"]
    second = desk(room, do="press", key="pause")["presses"]
    assert [key for _, key in second] == ["pause", "pause"]
    assert second[0] == first[0]
    assert second[1][0] > second[0][0], "pressed twice is told apart"
    for _ in range(20):
        last = desk(room, do="press", key="larger")["presses"]
    assert len(last) == 8
    assert room.file.stat().st_size == size
    assert visit(room, "/desk/say", {"do": "press", "key": "escape"}, token=room.token).status == 400


def test_the_desk_is_told_what_the_plan_asks_next(room: OpenRoom) -> None:
    plan = desk(room, do="plan", steps=[{"ask": GO}, {"debrief": {"en": "Talk.", "es": "Hablad."}}])["plan"]
    assert plan == {"at": 0, "of": 2, "next": "Go?"}
    assert desk(room, do="next")["plan"] == {"at": 1, "of": 2, "next": {"en": "Talk.", "es": "Hablad."}}
    desk(room, do="debrief")
    assert desk(room, do="next")["plan"] == {"at": 2, "of": 2, "next": None}


def test_closing_the_starter_closes_the_room(rooms: Rooms, tmp_path: Path) -> None:
    room = rooms()
    assert room.process.stdin is not None
    room._closing.set()
    room.process.stdin.close()
    assert room.process.wait(timeout=10) == 0


def test_a_taken_port_is_said_in_one_line(room: OpenRoom) -> None:
    with pytest.raises(OSError, match="is the port taken"):
        open_room(port=room.answer["port"])
