"""Whatever a phone sends: refused, without effect on the room."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from game.classroom.commands import read_command, read_message
from game.classroom.launch import OpenRoom, open_room
from tests.classroom.visitors import GO, Phone, ask, desk, look, visit

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
KEYS = st.sampled_from(["say", "id", "code", "round", "answer", "sure", "n", "version", "do", "question", "on", "open"])
VALUES = st.sampled_from(["hello", "vote", "wait", "ask", "lock", "steer", "ab" * 16, "KQXM", 1, 0, -1, 2**70]) | JSON
NEAR = st.dictionaries(KEYS, VALUES, max_size=7)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """One room for all attacks; it must stand to the end."""
    path = tmp_path_factory.mktemp("held") / "room.jsonl"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("game.classroom.launch._new_file", lambda code: path)
        patch.setattr("game.classroom.launch.PORT", 0)
        opened = open_room()
    with opened as room:
        yield room


def is_well(room: OpenRoom, pid: int) -> None:
    """The same process serves on, and a phone can vote."""
    assert room.answer["pid"] == pid
    assert room.process.poll() is None
    with Phone(room) as phone:
        phone.join()
        assert phone.vote(ask(room), 1)["say"] == "saved"
    desk(room, do="lobby")


@given(st.one_of(NEAR, JSON))
def test_a_message_is_read_as_what_it_is_or_not_at_all(value: Any) -> None:
    for read in (read_message, read_command):
        with suppress(ValueError):
            message = read(json.dumps(value))
            assert message.model_dump(exclude_unset=True).keys() <= value.keys()


@given(st.binary(max_size=200))
def test_no_bytes_are_too_strange_to_refuse(content: bytes) -> None:
    for read in (read_message, read_command):
        with pytest.raises(ValueError, match=r"\S"):
            read(content)


@pytest.mark.parametrize(
    "content", ["[" * 900, '{"say":"vote",' * 60, "9" * 900, '{"say":"vote","round":1e999}', "\x00"]
)
def test_bombs_do_not_go_off(content: str) -> None:
    with pytest.raises(ValueError, match="not a message"):
        read_message(content)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(NEAR.map(json.dumps), st.text(max_size=60), st.binary(max_size=60)), min_size=1, max_size=8))
def test_a_socket_full_of_nonsense_changes_nothing(held: OpenRoom, messages: list[str | bytes]) -> None:
    number = ask(held)
    before = look(held)["questions"]
    with Phone(held) as phone:
        phone.join()
        with suppress(ConnectionClosed):
            for message in messages:
                phone.socket.send(message)
    after = look(held)
    assert after["questions"] == before
    assert after["questions"][0]["round"] == number


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(NEAR.map(json.dumps), st.text(max_size=60), st.binary(max_size=60)), min_size=1, max_size=6))
def test_nonsense_at_the_pitch_and_at_the_slow_door_changes_nothing(
    held: OpenRoom, messages: list[str | bytes]
) -> None:
    ask(held)
    before = look(held)["questions"]
    with Phone(held, path="/pitch") as phone:
        assert phone.join() == {"say": "pitch", "phase": "none"}
        with suppress(ConnectionClosed):
            for message in messages:
                phone.socket.send(message)
    for message in messages:
        sent = message if isinstance(message, bytes) else message.encode()
        assert visit(held, "/poll", sent).status in (200, 400, 413)
    assert look(held)["questions"] == before


def test_a_teachers_program_that_talks_nonsense_is_told_so(held: OpenRoom) -> None:
    for nonsense in (b"", b"[]", b"{}", b'{"do":"fly"}', b'{"do":"lock","now":1}', b'{"do":["lock"]}', b"\xff" * 40):
        answer = visit(held, "/desk/say", nonsense, token=held.token)
        assert answer.status == 400
        assert "\n" not in answer.json["why"]


def test_nothing_is_printed_that_tells_of_a_person(
    rooms: Callable[..., OpenRoom], capfd: pytest.CaptureFixture[str]
) -> None:
    room = rooms()
    number = ask(room)
    with Phone(room) as phone:
        phone.join()
        phone.vote(number, 1)
        phone.socket.send("x" * 5000)
        phone.hear_to_the_end()
    for path in ("/../x", "/desk/state", f"/{room.code}"):
        visit(room, path)
    room.close()
    printed = "".join(capfd.readouterr())
    assert printed == ""
    kept = room.file.read_text()
    assert "127.0.0.1" not in kept
    assert phone.id not in kept


def test_wrong_order_replays_and_other_rounds_are_refused(held: OpenRoom) -> None:
    number = ask(held)
    with Phone(held) as phone:
        phone.say(say="vote", round=number, answer=1, n=1)  # before hello
        assert phone.hear() == {"say": "no", "why": "hello"}
    with Phone(held) as phone:
        phone.join()
        assert phone.vote(number, 1, n=5)["say"] == "saved"
        assert phone.vote(number, 0, n=5)["answer"] == 1, "a replay is answered as before"
        assert phone.vote(number, 0, n=4)["answer"] == 1
        assert phone.vote(number - 1, 0, n=9)["why"] == "old"
        assert phone.vote(number + 1, 0, n=9)["why"] == "old"
        assert phone.vote(number, 7, n=9)["why"] == "shape"
    assert desk(held, do="reveal")["questions"][0]["class"]["counts"] == [0, 1]


def test_oversized_and_binary_messages_end_in_a_refusal(held: OpenRoom) -> None:
    pid = held.answer["pid"]
    with Phone(held) as phone:
        phone.join()
        phone.socket.send(b"\x00" * 100)
        assert phone.hear()["why"] == "shape"
        phone.socket.send("x" * 1500)
        assert phone.hear()["why"] == "shape"
        phone.socket.send("x" * 100_000)
        phone.hear_to_the_end()
    assert visit(held, "/poll", b"x" * 5000).status == 413
    assert visit(held, "/desk/say", b"x" * 70_000, token=held.token).status == 413
    assert visit(held, "/poll", b"{}", headers={"Content-Type": "text/plain"}).status == 415
    is_well(held, pid)


def test_a_phone_that_shouts_is_hung_up_on(held: OpenRoom) -> None:
    with Phone(held) as phone:
        phone.join()
        with suppress(ConnectionClosed):
            for _ in range(400):
                phone.say(say="vote", round=1, answer=0, n=1)
        phone.hear_to_the_end()


def test_a_slow_reader_holds_up_nobody(held: OpenRoom) -> None:
    pid = held.answer["pid"]
    lazy = [Phone(held) for _ in range(5)]
    for phone in lazy:
        phone.join()
        phone.socket.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
    begun = time.monotonic()
    for _ in range(60):
        desk(held, do="ask", question={**GO, "text": "x" * 300})
    is_well(held, pid)
    assert time.monotonic() - begun < 30  # five readers nobody waits for; a loaded machine is no failure
    for phone in lazy:
        phone.leave()


def test_ten_thousand_joins_do_not_take_the_places_of_a_class(held: OpenRoom) -> None:
    pid, number = held.answer["pid"], ask(held)
    with Phone(held) as pupil:
        pupil.join()
        assert pupil.vote(number, 1)["say"] == "saved"
        before, kept = look(held)["questions"], held.file.stat().st_size
        begun = time.monotonic()
        said = asyncio.run(crowd(held, 10_000))
        assert sum(said.values()) == 10_000
        most = 401 + 40 * (time.monotonic() - begun)  # an address may knock 400 times, then 40 a second
        assert said["state"] <= most, said
        assert set(said) == {"state", "often", "full"}
        state = look(held)
        assert state["joined"] <= 251, "the pupil and as many as one address may bring"
        assert state["questions"] == before
        assert held.file.stat().st_size == kept, "who only joins leaves no line"
        assert pupil.vote(number, 0)["answer"] == 0, "who is in goes on voting"
    assert (held.answer["pid"], held.process.poll()) == (pid, None)


async def crowd(room: OpenRoom, count: int, *, lines: int = 10, at_once: int = 50) -> Counter[str]:
    """What `count` phones that nobody has seen before are told when they say hello, `at_once` on each of `lines`."""
    said: Counter[str] = Counter()

    async def line(first: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", room.answer["port"])
        for start in range(first, count, lines * at_once):
            writer.write(b"".join(knock(room, number) for number in range(start, min(start + at_once, count))))
            for _ in range(start, min(start + at_once, count)):
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(
                    int(row[15:]) for row in head.lower().split(b"\r\n") if row.startswith(b"content-length:")
                )
                message = json.loads(await reader.readexactly(length))["messages"][0]
                said[message.get("why", message["say"])] += 1
        writer.close()

    await asyncio.gather(*(line(nth * at_once) for nth in range(lines)))
    return said


def knock(room: OpenRoom, number: int) -> bytes:
    """The hello of phone `number` as it goes over the wire."""
    hello = json.dumps({"say": "hello", "id": f"{number:032x}", "code": room.code})
    about = f"Host: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {len(hello)}"
    return f"POST /poll HTTP/1.1\r\n{about}\r\n\r\n{hello}".encode()


@pytest.mark.parametrize(
    "path",
    [
        "/../pyproject.toml",
        "/pages/../app.py",
        "/pages/%2e%2e/app.py",
        "/pages//etc/passwd",
        "/words/../../x.json",
        "/%00",
    ],
)
def test_no_path_leads_out_of_the_pages(held: OpenRoom, path: str) -> None:
    with socket.create_connection(("127.0.0.1", held.answer["port"]), timeout=5) as raw:
        raw.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
        head = raw.recv(200)
    assert head.split()[1] in (b"400", b"404")


def test_a_page_from_elsewhere_gets_nothing(held: OpenRoom) -> None:
    port = held.answer["port"]
    for path in ("/ws", "/pitch", "/reach"):
        with pytest.raises(InvalidStatus, match="403"):
            connect(f"ws://127.0.0.1:{port}{path}", additional_headers={"Origin": "http://evil.example"})
    hello = {"say": "hello", "id": "ab" * 16, "code": held.code}
    assert visit(held, "/poll", hello, headers={"Origin": "http://evil.example"}).status == 403
    assert visit(held, "/poll", hello, headers={"Origin": "null"}).status == 403
    rebound = {"Host": "evil.example", "Origin": "http://evil.example"}
    assert visit(held, "/desk/state", token=held.token, headers=rebound).status == 421
    own = {"Origin": f"http://127.0.0.1:{port}"}
    assert visit(held, "/poll", hello, headers=own).status == 200


def test_guessing_the_token_soon_means_waiting(rooms: Callable[..., OpenRoom]) -> None:
    room = rooms()
    answers = [visit(room, "/desk/state", token=f"GUES-{number:04d}") for number in range(8)]
    assert [each.status for each in answers] == [401] * 5 + [429] * 3
    assert int(answers[-1].headers["Retry-After"]) >= 1
    assert visit(room, "/desk/state", token=room.token).status == 429, "no hint that this one was right"
    time.sleep(1.1)
    assert visit(room, "/desk/state", token=room.token.lower().replace("-", " ")).status == 200


@pytest.mark.parametrize("path", ["/desk/state", "/desk/export.csv", "/desk/export.json", "/desk/report.html"])
def test_nothing_of_the_desk_is_open(rooms: Callable[..., OpenRoom], path: str) -> None:
    assert visit(rooms(), path).status == 401


def test_script_in_any_text_of_the_teacher_is_text(held: OpenRoom) -> None:
    evil = "<img src=x onerror=alert(1)>"
    state = desk(held, do="ask", question={"text": evil, "options": [{"text": evil, "why": evil}, {"text": "b"}]})
    assert state["questions"][0]["text"] == evil
    hidden = {"do": "ask", "question": {**GO, "text": "a\u202eb"}}
    assert visit(held, "/desk/say", hidden, token=held.token).status == 400
    policy = visit(held, "/").headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
