"""Getting the match ready behind the title: a cold engine in a second process, a warm one on a thread.

Imports the engine only on that thread, so that the title is up before numba is.
"""

from __future__ import annotations

import subprocess
import sys
import threading


class Readying:
    """Where the engine is: `state` is waiting, cold, warm, ready or failed; `done` of `all` kernels while cold."""

    def __init__(self) -> None:
        self.state = "waiting"
        self.done, self.all = 0, 0
        self.failure = ""
        self._child: subprocess.Popen[str] | None = None
        self._thread: threading.Thread | None = None

    @property
    def ready(self) -> bool:
        """Whether a match can be played at once."""
        return self.state == "ready"

    def start(self) -> None:
        """Begin, once; after a failure again."""
        if self.state in ("waiting", "failed"):
            self.state = "warm"
            self._thread = threading.Thread(target=self._work, name="readying", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """The game ends: the second process is not needed any more."""
        if self._child is not None and self._child.poll() is None:
            self._child.terminate()
            self._child.wait()

    def wait(self, seconds: float) -> None:
        """Until it is over, `seconds` at most."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _work(self) -> None:
        try:
            from game.kernel import is_warm

            if not is_warm():
                self._compile()
            from game.screens.preparing import warm_up

            warm_up()
        except Exception as error:  # noqa: BLE001 — said on the title; a menu without a match beats no menu
            self.failure = " ".join(str(error).split()) or type(error).__name__
            self.state = "failed"
        else:
            self.state = "ready"

    def _compile(self) -> None:
        self.state = "cold"
        self._child = subprocess.Popen(
            [sys.executable, "-m", "game.screens.preparing"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        with self._child as child:
            for line in child.stdout or ():
                told = line.split()
                if len(told) == 2 and told[0].isdigit() and told[1].isdigit():
                    self.done, self.all = int(told[0]), int(told[1])
        self.state = "warm"
