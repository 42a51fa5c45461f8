"""`dilemma class` as it is typed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from game.classroom.addresses import lan_addresses
from game.classroom.launch import OpenRoom
from tests.classroom.visitors import visit

PATIENCE = 120.0  # s; a machine that does much else takes half of it


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Types the command; with `terminal` in a process group of its own, as a shell does. None outlives its test."""
    with ExitStack() as started:

        def typed(*options: str, terminal: bool = False) -> subprocess.Popen[str]:
            process = subprocess.Popen(
                [sys.executable, "-m", "game", "class", "--no-screen", *options],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                env={**os.environ, "XDG_DATA_HOME": str(tmp_path), "LANG": "C"},
                start_new_session=terminal,
            )
            started.enter_context(process)
            started.callback(process.kill)
            return process

        yield typed


def lines_to(process: subprocess.Popen[str], last: str) -> Iterator[str]:
    assert process.stdout is not None
    for line in process.stdout:
        yield line
        if last in line:
            return


def test_the_terminal_says_all_a_teacher_needs_and_ctrl_c_closes_the_room(
    start: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    process = start()
    said = "".join(lines_to(process, "Ctrl-C"))
    assert "/desk#" in said
    assert "Only this computer can join" in said
    process.send_signal(signal.SIGINT)
    _, trouble = process.communicate(timeout=PATIENCE)
    assert (process.returncode, trouble) == (130, "")
    kept = list((tmp_path / "defenders-dilemma" / "rooms").iterdir())
    assert len(kept) == 1
    assert kept[0].stat().st_mode & 0o077 == 0, "nobody else on this machine reads it"


def test_with_hands_up_the_terminal_speaks_of_no_phones(start: Callable[..., subprocess.Popen[str]]) -> None:
    process = start("--hands-up")
    said = "".join(lines_to(process, "Ctrl-C"))
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=PATIENCE)
    assert "no phones are needed" in said
    assert "--lan" not in said
    assert "/check" not in said


def test_a_ctrl_c_that_reaches_every_process_of_the_terminal_still_leaves_the_report(
    start: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    process = start("five-minutes", terminal=True)
    said = "".join(lines_to(process, "Ctrl-C"))
    link = next(word for word in said.split() if "/desk#" in word)
    url, _, token = link.partition("/desk#")
    for command in ({"do": "next"}, {"do": "next"}):
        told = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        with urlopen(Request(f"{url}/desk/say", json.dumps(command).encode(), told), timeout=10) as answer:
            assert answer.status == 200
    os.killpg(process.pid, signal.SIGINT)
    said, trouble = process.communicate(timeout=PATIENCE)
    assert (process.returncode, trouble) == (130, "")
    (report,) = (tmp_path / "defenders-dilemma" / "rooms").glob("*.html")
    assert str(report) in said
    heading = "<h1>What the class said: Five minutes, one goal down</h1>"
    assert heading in report.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--language", "fr"], "no language called 'fr'; there are: en, es"),
        (["--resume", "nowhere.jsonl"], "no file nowhere.jsonl; rooms are kept in"),
        (["--resume", __file__], "is not a room"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(
    start: Callable[..., subprocess.Popen[str]], options: list[str], why: str
) -> None:
    said, trouble = (process := start(*options)).communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (2, "")
    assert why in trouble
    assert trouble.count("\n") == 1


def test_other_machines_come_in_only_when_they_are_let_in(rooms: object, room: OpenRoom) -> None:
    found = lan_addresses()
    if not found:
        pytest.skip("this machine has no local network")
    assert room.addresses == [room.url]
    assert callable(rooms)
    open_to_all: OpenRoom = rooms(lan=True)
    assert [address.rpartition(":")[0] for address in open_to_all.addresses] == [f"http://{each}" for each in found]
    outside = f"{found[0]}:{open_to_all.answer['port']}"
    assert visit(open_to_all, "/", headers={"Host": outside}).status == 200
