"""A place at the game as a person has it: a real window on a virtual display, real keys, and only the title to read.

The display is Xvfb's and the keys are xdotool's; what is shown is told by the window's title, which says it in words.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from game.screens.saves import Saves
from game.screens.stage import TITLE

NEEDED = ("Xvfb", "xdotool")
NO_DISPLAY = "no display"
PATIENCE = 240.0  # s something may take on a busy machine; costs nothing on a quick one
LOOK_EVERY = 0.1  # s
TRIES = 40  # times a key is pressed that has no effect yet
AGAIN_AFTER = 6.0  # s until it is pressed again


def is_possible() -> bool:
    """Whether this machine has a virtual display and somebody to press keys."""
    return all(shutil.which(each) for each in NEEDED)


class Seat:
    """`with Seat(folder) as seat`: a display; `sit` starts the game there, its files below `folder`."""

    def __init__(self, folder: Path, *, size: tuple[int, int] = (1024, 576)) -> None:
        self.folder, self.size = folder, size
        self.game: subprocess.Popen[bytes] | None = None
        self._window = ""

    def __enter__(self) -> Seat:
        """Put up the display; the server picks a free number."""
        theirs, ours = os.pipe()
        screen = f"{self.size[0]}x{self.size[1]}x24"
        command = ["Xvfb", "-displayfd", str(ours), "-screen", "0", screen, "-nolisten", "tcp"]
        self.server = subprocess.Popen(command, pass_fds=[ours], stderr=subprocess.DEVNULL)
        os.close(ours)
        with os.fdopen(theirs) as told:
            assert select.select([told], [], [], PATIENCE)[0], "Xvfb never came up"
            number = told.readline().strip()
        apart = ("SDL_VIDEODRIVER", "WAYLAND_DISPLAY")
        self.environment = {name: value for name, value in os.environ.items() if name not in apart}
        self.environment |= {"DISPLAY": f":{number}", "DILEMMA_HOME": str(self.folder), "SDL_AUDIODRIVER": "dummy"}
        return self

    def __exit__(self, *_: object) -> None:
        """Take everything away."""
        self.kill()
        self.server.terminate()
        self.server.wait()

    def sit(self, *arguments: str) -> None:
        """Start the game, as `dilemma` with `arguments` does, and wait for its window."""
        self._start(arguments)
        until = time.monotonic() + PATIENCE
        while TITLE not in self.shows and time.monotonic() < until:
            time.sleep(LOOK_EVERY)
            self._window = self._told("getwindowfocus").strip()
            if self.game is not None and self.game.poll() is not None and NO_DISPLAY in self.said():
                (self.folder / "said.txt").unlink()  # a server that is up may still turn the first caller away
                self._start(arguments)

    def _start(self, arguments: tuple[str, ...]) -> None:
        """Start the program; what it says goes into said.txt."""
        with (self.folder / "said.txt").open("ab") as log:
            command = [sys.executable, "-m", "game", *arguments]
            self.game = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)

    def kill(self) -> None:
        """As `kill -9` does."""
        if self.game is not None:
            self.game.kill()
            self.game.wait()
            self.game = None

    @property
    def shows(self) -> str:
        """What the window says it shows."""
        return self._told("getwindowname", self._window).strip() if self._window else ""

    def wait_for(self, *words: str, seconds: float = PATIENCE) -> str:
        """What is shown as soon as one of `words` is in it."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            shown = self.shows
            if any(word in shown for word in words):
                return shown
            time.sleep(LOOK_EVERY)
        raise AssertionError(f"none of {words} in {seconds:.0f} s; shown: {self.shows!r}; said: {self.said()!r}")

    def kept(self, *, told: int) -> dict[str, Any]:
        """The match the game keeps for a crash, as soon as the last order in it tells the player `told`."""
        path, until = Saves(self.folder).suspended_path, time.monotonic() + PATIENCE
        while time.monotonic() < until:
            content: dict[str, Any] = json.loads(path.read_bytes()) if path.exists() else {}
            if content and content["orders"] and content["orders"][-1]["told"] == told:
                return content
            time.sleep(LOOK_EVERY)
        raise AssertionError(f"{path} never ended in {told}; shown: {self.shows!r}; said: {self.said()!r}")

    def press(self, *keys: str) -> None:
        """Press and let go, one after the other, with a person's thumb."""
        for key in keys:
            self._told("keydown", key)
            time.sleep(0.08)
            self._told("keyup", key)
            time.sleep(0.12)

    def press_until(self, key: str, *words: str) -> str:
        """Press `key`, and again after a while, until one of `words` is shown; what is shown then."""
        for _ in range(TRIES):
            self.press(key)
            until = time.monotonic() + AGAIN_AFTER
            while time.monotonic() < until:
                if any(word in self.shows for word in words):
                    return self.shows
                time.sleep(LOOK_EVERY)
        raise AssertionError(f"{key} never led to {words}; shown: {self.shows!r}; said: {self.said()!r}")

    def hold(self, key: str) -> None:
        """Press and keep."""
        self._told("keydown", key)

    def let_go(self, key: str) -> None:
        """Let go of it."""
        self._told("keyup", key)

    def said(self) -> str:
        """What the game wrote to the terminal."""
        return (self.folder / "said.txt").read_text()

    def _told(self, *command: str) -> str:
        return _output(["xdotool", *command], self.environment)


def _output(command: Sequence[str], environment: dict[str, str]) -> str:
    """What `command` prints; nothing where it fails, as xdotool does before a window is there."""
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE)
    return ran.stdout
