"""Two hundred phones at once: `DILEMMA_LOAD_SECONDS=600 pytest -m benchmark tests/classroom/test_load.py -s`."""

from __future__ import annotations

import asyncio
import json
import os
import random
import secrets
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import connect

from game.classroom.identity import alias
from game.classroom.launch import OpenRoom
from game.classroom.ledger import read_ledger
from tests.classroom.visitors import GO, desk, look

SECONDS = float(os.environ.get("DILEMMA_LOAD_SECONDS", "10"))
PHONES = 200
A_QUESTION = 10.0  # s
A_VOTE = 4.0  # s between two votes of a phone, on average


@dataclass
class Crowd:
    """What was said and heard by all phones."""

    waits: list[float] = field(default_factory=list)
    told: dict[tuple[str, int], tuple[float, int]] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    states: int = 0


async def phone(room: OpenRoom, crowd: Crowd, end: float) -> None:
    """Votes now and then until `end`, and keeps what the room acknowledged."""
    phone_id = secrets.token_hex(16)
    luck = random.Random(phone_id)
    async with connect(f"ws://127.0.0.1:{room.answer['port']}/ws", compression=None, ping_interval=None) as socket:
        await socket.send(json.dumps({"say": "hello", "id": phone_id, "code": room.code}))
        number, n, sent = 0, 0, 0.0
        vote_at = time.monotonic() + luck.random() * A_VOTE
        while time.monotonic() < end:
            try:
                text = await asyncio.wait_for(socket.recv(), max(0.0, vote_at - time.monotonic()))
            except TimeoutError:
                vote_at = time.monotonic() + 2 * luck.random() * A_VOTE
                if number:
                    n, sent = n + 1, time.monotonic()
                    vote = {"say": "vote", "round": number, "answer": luck.randrange(2), "n": n}
                    await socket.send(json.dumps(vote))
                continue
            message: dict[str, Any] = json.loads(text)
            if message["say"] == "state":
                crowd.states += 1
                number = message["questions"][0]["round"] if message["phase"] == "vote" else 0
            elif message["say"] == "saved":
                crowd.waits.append(time.monotonic() - sent)
                crowd.told[phone_id, message["round"]] = message["answer"], message["n"]
            else:
                crowd.refused[message["why"]] += 1


async def hold(room: OpenRoom, crowd: Crowd) -> list[int]:
    """The whole lesson; the server's memory (kB) along the way."""
    end = time.monotonic() + SECONDS
    phones = [asyncio.create_task(phone(room, crowd, end)) for _ in range(PHONES)]
    memory = []
    while time.monotonic() < end:
        await asyncio.to_thread(desk, room, do="open", question=GO)
        await asyncio.sleep(min(A_QUESTION, max(0.0, end - time.monotonic())))
        memory.append(memory_of(room.answer["pid"]))
    await asyncio.gather(*phones)
    return memory


def memory_of(pid: int) -> int:
    """Resident memory in kB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


@pytest.mark.benchmark
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_two_hundred_phones_lose_no_vote_and_double_none(room: OpenRoom, capsys: pytest.CaptureFixture[str]) -> None:
    crowd = Crowd()
    memory = asyncio.run(hold(room, crowd))
    head, entries = read_ledger(room.file)
    filed: dict[tuple[str, int], tuple[float, int]] = {}
    lines: set[tuple[str, int, int]] = set()
    for entry in (entry for entry in entries if "vote" in entry):
        key = entry["who"], entry["round"], entry["vote"]["n"]
        assert key not in lines, "filed twice"
        lines.add(key)
        filed[entry["who"], entry["round"]] = entry["vote"]["answer"], entry["vote"]["n"]
    for (phone_id, number), (answer, n) in crowd.told.items():
        kept = filed[alias(head["key"], phone_id), number]
        assert kept[1] >= n, "a vote that was acknowledged is missing"
        assert kept[1] > n or kept[0] == answer
    waits = sorted(crowd.waits)
    with capsys.disabled():
        print(  # noqa: T201 — what the run is for
            f"\n{len(waits)} votes in {SECONDS:g} s by {PHONES} phones: acknowledged after"
            f" {1000 * waits[len(waits) // 2]:.0f} ms (half), {1000 * waits[int(0.95 * len(waits))]:.0f} ms (95 %),"
            f" {1000 * waits[-1]:.0f} ms (all); refused {dict(crowd.refused)};"
            f" memory {memory[0] / 1024:.0f} → {memory[-1] / 1024:.0f} MB,"
            f" file {room.file.stat().st_size / 1024:.0f} kB"
        )
    assert look(room)["trouble"] is None
