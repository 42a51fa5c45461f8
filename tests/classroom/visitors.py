"""Teachers and phones as programs: what the tests of the classroom talk to a real server with."""

from __future__ import annotations

import json
import secrets
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from websockets.exceptions import ConnectionClosed, WebSocketException
from websockets.sync.client import ClientConnection, connect

from game.classroom.launch import OpenRoom

GO = {"text": "Go?", "options": [{"text": "Stay"}, {"text": "Push"}]}


@dataclass
class Answer:
    """An HTTP answer."""

    status: int
    body: bytes
    headers: Any

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def visit(
    room: OpenRoom,
    path: str,
    body: Any = None,
    *,
    token: str | None = None,
    headers: dict[str, str] | None = None,
    method: str | None = None,
) -> Answer:
    """Ask the server of `room` for `path`; refusals are answers too. `body` is sent as JSON, bytes as they are."""
    sent = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
    told = {"Content-Type": "application/json"} if sent is not None else {}
    if token is not None:
        told["Authorization"] = f"Bearer {token}"
    request = urllib.request.Request(room.url + path, data=sent, headers={**told, **(headers or {})}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return Answer(answer.status, answer.read(), answer.headers)
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.read(), error.headers)


def desk(room: OpenRoom, **command: Any) -> dict[str, Any]:
    """Have the teacher say `command` and return the desk state."""
    answer = visit(room, "/desk/say", command, token=room.token)
    assert answer.status == 200, answer.body
    state: dict[str, Any] = answer.json["state"]
    return state


def look(room: OpenRoom) -> dict[str, Any]:
    """The desk state."""
    state: dict[str, Any] = visit(room, "/desk/state", token=room.token).json
    return state


def ask(room: OpenRoom, question: dict[str, Any] | None = None) -> int:
    """Open a question and return its round."""
    state = desk(room, do="open", question=question or GO)
    return int(state["questions"][-1]["round"])


class Phone:
    """A phone on a socket."""

    def __init__(self, room: OpenRoom, phone_id: str | None = None, *, path: str = "/ws") -> None:
        self.room = room
        self.id = phone_id or secrets.token_hex(16)
        self._opened = connect(
            f"ws://127.0.0.1:{room.answer['port']}{path}",
            compression=None,
            open_timeout=10,
            close_timeout=0.5,
            ping_interval=None,
        )
        self.socket: ClientConnection = self._opened.__enter__()
        self.n = 0

    def say(self, **message: Any) -> None:
        self.socket.send(json.dumps(message))

    def hear(self, timeout: float = 10.0) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(self.socket.recv(timeout=timeout))
        return message

    def join(self) -> dict[str, Any]:
        self.say(say="hello", id=self.id, code=self.room.code)
        return self.hear()

    def hear_until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The first message that is `wanted`."""
        while True:
            message = self.hear()
            if wanted(message):
                return message

    def vote(self, round_number: int, answer: float, *, n: int | None = None) -> dict[str, Any]:
        """Vote, and return what is said of it."""
        self.n = n if n is not None else self.n + 1
        self.say(say="vote", round=round_number, answer=answer, n=self.n)
        return self.hear_until(lambda message: message["say"] in ("saved", "no"))

    def hear_to_the_end(self) -> None:
        """Return once the server has hung up."""
        with suppress(ConnectionClosed):
            while True:
                self.hear()

    def leave(self) -> None:
        self._opened.__exit__(None, None, None)

    def __enter__(self) -> Phone:
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()


def until(holds: Callable[[], Any], *, within: float = 30.0) -> Any:
    """What `holds` returns once it is true; fails when that takes longer than `within` seconds."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        try:
            found = holds()
        except (OSError, WebSocketException, AssertionError):  # a server that dies may hang up halfway
            found = None
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"not within {within} s")
