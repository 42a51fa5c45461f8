"""A lesson in `dilemma class`: its plan is loaded, kept, found again, and its report saved when the room closes."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.cli.classroom import _resumed
from game.lessons import lesson, room_steps
from tests.classroom.visitors import Answer, visit


class Room:
    """The room of a command that is running, as its terminal tells of it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self.lines = []
        for line in process.stdout:
            self.lines.append(line)
            if "Ctrl-C" in line:
                break
        link = next(line for line in self.lines if "/desk#" in line).split()[-1]
        self.url, self.token = link.split("/desk#")

    def get(self, path: str, body: Any = None) -> Answer:
        answer = visit(self, path, body, token=self.token)  # type: ignore[arg-type]
        assert answer.status == 200, answer.body
        return answer


@pytest.fixture
def held(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    options = ["--no-screen", "--minutes", "20", "--hands-up"]
    process = subprocess.Popen(
        [sys.executable, "-m", "game", "class", "five-minutes", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path), "LANG": "C"},
    )
    yield process
    if process.poll() is None:
        process.kill()
    process.communicate()


def test_a_lesson_is_loaded_found_again_and_leaves_a_report(held: subprocess.Popen[str], tmp_path: Path) -> None:
    room = Room(held)
    wanted = len(room_steps(lesson("five-minutes"), minutes=20))
    assert room.get("/desk/state").json["plan"]["of"] == wanted
    for command in ({"do": "next"}, {"do": "next"}, {"do": "hands", "round": 1, "counts": [4, 5, 6]}):
        room.get("/desk/say", command)
    held.send_signal(signal.SIGINT)
    said, trouble = held.communicate(timeout=30)
    assert (held.returncode, trouble) == (130, "")
    folder = tmp_path / "defenders-dilemma" / "rooms"
    (file,) = folder.glob("*.jsonl")
    report = file.with_suffix(".html")
    assert str(report) in said
    assert "guard his post" in report.read_text(encoding="utf-8")
    assert file.with_suffix(".csv").read_text(encoding="utf-8").count("\n") == 1 + 15
    assert _resumed(file, None, 45) == ("five-minutes", 20)


def test_another_length_is_refused_before_anything_opens(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "game", "class", "five-minutes", "--minutes", "30", "--no-screen"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LANG": "C"})
    assert (done.returncode, done.stdout) == (2, "")
    assert "a lesson takes 45 or 20 minutes, not 30" in done.stderr
