"""The teacher's desk of a room, from afar: its state as it changes, and commands, on threads of their own."""

from __future__ import annotations

import json
import queue
import threading
import time
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

WAITS = 25.0  # s; the room answers a request for news within 20
AGAIN_AFTER = 0.5  # s after a room did not answer

State = dict[str, Any]


class Desk:
    """The newest state there is in `state` (None before the first); `say` sends a command without waiting."""

    def __init__(self, url: str, token: str) -> None:
        self.url, self._token = url, token
        self.state: State | None = None
        self.heard = 0.0  # when the newest state came, on the monotonic clock
        self.lost = False
        self.refused = ""
        """Why the last command was refused."""
        self.codes: list[State] = []
        """QR codes: address, and rows of 0 and 1."""
        self._said: queue.Queue[State | None] = queue.Queue()
        self._closed = threading.Event()
        for work in (self._listen, self._send):
            threading.Thread(target=work, daemon=True).start()

    def say(self, command: State) -> None:
        """Send `command`."""
        self._said.put(command)

    def left(self) -> int | None:
        """Seconds left to vote; None without a limit."""
        state = self.state
        if state is None or state["left"] is None:
            return None
        return max(0, round(float(state["left"]) - (time.monotonic() - self.heard)))

    def close(self) -> None:
        """Listen and say no more."""
        self._closed.set()
        self._said.put(None)

    def _listen(self) -> None:
        """Ask for news again and again."""
        while not self._closed.is_set():
            after = f"&after={self.state['version']}" if self.state and not self.lost else ""
            try:
                self.codes = self.codes or self._fetch("/qr.json")
                state = self._fetch(f"/desk/state?screen=1{after}")
                self.heard = time.monotonic()
                self.state = state
                self.lost = False
            except (OSError, ValueError):
                self.lost = True
                self._closed.wait(AGAIN_AFTER)

    def _send(self) -> None:
        while (command := self._said.get()) is not None:
            try:
                self.refused = ""
                self._fetch("/desk/say", command)
            except HTTPError as error:
                self.refused = str(json.loads(error.read() or b"{}").get("why", error.reason))
            except (URLError, OSError, ValueError) as error:
                self.refused = str(error)

    def _fetch(self, path: str, command: State | None = None) -> Any:
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
        body = None if command is None else json.dumps(command).encode()
        with urlopen(Request(self.url + path, body, headers), timeout=WAITS) as answer:
            return json.loads(answer.read())
