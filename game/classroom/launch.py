"""Start the server's process, and keep it up: what is killed comes back with the same port, token and votes."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from game.classroom.identity import new_code, new_key, new_token
from game.classroom.ledger import read_ledger

PORT = 8642
STARTS_WITHIN = 60.0  # s; a busy old laptop takes half of it
AGAIN_AFTER = 0.2  # s between a death and the next start
TOO_OFTEN = 5  # deaths within a minute before it is given up


@dataclass
class OpenRoom:
    """A room that is being served by a process of its own."""

    token: str
    file: Path
    told: dict[str, Any]
    process: subprocess.Popen[str]
    answer: dict[str, Any]
    deaths: list[float] = field(default_factory=list)
    trouble: str | None = None
    _closing: threading.Event = field(default_factory=threading.Event)
    _watch: threading.Thread | None = None

    @property
    def url(self) -> str:
        """Where programs of this machine reach the room."""
        return f"http://127.0.0.1:{self.answer['port']}"

    @property
    def code(self) -> str:
        """The four letters."""
        return str(self.answer["code"])

    @property
    def addresses(self) -> list[str]:
        """Where phones reach the room."""
        return list(self.answer["addresses"])

    def close(self) -> None:
        """End the process in order."""
        self._closing.set()
        _end(self.process)
        if self._watch is not None:
            self._watch.join(timeout=STARTS_WITHIN)

    def __enter__(self) -> OpenRoom:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _keep_up(self) -> None:
        """Start the process again whenever it dies."""
        while not self._closing.is_set():
            self.process.wait()
            if self._closing.wait(AGAIN_AFTER):
                return
            _end(self.process)
            now = time.monotonic()
            self.deaths = [death for death in self.deaths if now - death < 60.0] + [now]
            if len(self.deaths) > TOO_OFTEN:
                self.trouble = "the room's server keeps dying; the votes are safe in its file"
                return
            try:
                self.process, self.answer = _start({**self.told, "port": self.answer["port"], "strict": True})
            except OSError as error:
                self.trouble = str(error)
            if self._closing.is_set():  # closed while it was starting
                _end(self.process)


def open_room(
    *,
    file: Path | None = None,
    lan: bool = False,
    port: int | None = None,
    hands_up: bool = False,
    language: str = "en",
    names: tuple[str, ...] = (),
) -> OpenRoom:
    """Serve a room, a new one or the one kept in `file`, and keep serving it until it is closed.

    `lan` lets other machines in; without it only this one. `port` None is the room's last, or 8642, or any free one.
    `names` are host names phones may use for this machine. Raises ValueError for a file that is no room, OSError for a
    port that is taken.
    """
    head = read_ledger(file)[0] if file is not None else {}
    code = head.get("code") or new_code()
    told: dict[str, Any] = {
        "file": str(file or _new_file(code)),
        "code": code,
        "key": head.get("key") or new_key(),
        "opened": head.get("opened") or time.time(),
        "language": head.get("language") or language,
        "token": new_token(),
        "lan": lan,
        "port": port or head.get("port") or PORT,
        "strict": port is not None,
        "hands_up": hands_up,
        "names": list(names),
    }
    process, answer = _start(told)
    room = OpenRoom(told["token"], Path(told["file"]), told, process, answer)
    room._watch = threading.Thread(target=room._keep_up, daemon=True)
    room._watch.start()
    return room


def rooms_folder() -> Path:
    """Where rooms are kept."""
    return user_data_path("defenders-dilemma") / "rooms"


def _new_file(code: str) -> Path:
    """A file for a new room, in a folder only its owner can read."""
    folder = rooms_folder()
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder / f"{datetime.now():%Y-%m-%d-%H%M%S}-{code}.jsonl"


def _start(told: dict[str, Any]) -> tuple[subprocess.Popen[str], dict[str, Any]]:
    """One process, and its first line; OSError in one line when it does not come up."""
    process = subprocess.Popen(
        [sys.executable, "-m", "game.classroom"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # a Ctrl-C in the terminal is for us: the room lives until its report is saved
    )
    assert process.stdin is not None
    assert process.stdout is not None
    late = threading.Timer(STARTS_WITHIN, process.kill)
    late.start()
    try:
        process.stdin.write(json.dumps(told) + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
    except BrokenPipeError:
        line = ""
    finally:
        late.cancel()
    if not line:
        process.kill()
        _end(process)
        raise OSError(
            f"the room's server did not start on port {told['port']}; is the port taken (try --port), "
            f"the same room open already, or {told['file']} in a folder that cannot be written?"
        )
    return process, json.loads(line)


def _end(process: subprocess.Popen[str]) -> None:
    """Close the pipe, and wait; kill what does not listen."""
    if process.stdin is not None:
        with suppress(BrokenPipeError):
            process.stdin.close()
    try:
        process.wait(timeout=5.0)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()
