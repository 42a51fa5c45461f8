from __future__ import annotations

import asyncio
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.classroom.launch import OpenRoom
from game.classroom.ledger import KIND, Ledger, read_ledger
from tests.classroom.visitors import Phone, ask, look


def write(path: Path, *entries: dict[str, object]) -> None:
    async def put() -> None:
        ledger = Ledger(path)
        for entry in entries:
            ledger.add(entry)
        await asyncio.gather(*(ledger.saved() for _ in entries))
        ledger.close()

    asyncio.run(put())


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "room.jsonl"
    write(path, {"kind": KIND}, {"vote": 1})
    write(path, {"vote": 2})
    assert read_ledger(path) == ({"kind": KIND}, [{"vote": 1}, {"vote": 2}])


@given(st.integers(0, 60))
def test_a_torn_last_line_is_left_out_and_written_over(tmp_path_factory: pytest.TempPathFactory, kept: int) -> None:
    path = tmp_path_factory.mktemp("torn") / "room.jsonl"
    write(path, {"kind": KIND}, {"vote": 1}, {"vote": 2})
    whole = path.read_bytes()
    head = whole.index(b"\n") + 1
    path.write_bytes(whole[: min(head + kept, len(whole))])
    _, left = read_ledger(path)
    assert left == [{"vote": 1}, {"vote": 2}][: len(left)]
    write(path, {"vote": 3})
    assert read_ledger(path)[1] == [*left, {"vote": 3}]


def test_damage_in_the_middle_is_named_and_not_hidden(tmp_path: Path) -> None:
    path = tmp_path / "room.jsonl"
    write(path, {"kind": KIND}, {"vote": 1}, {"vote": 2})
    path.write_bytes(path.read_bytes().replace(b'{"vote":1}', b'{"vote":1'))
    with pytest.raises(ValueError, match="damaged in line 2"):
        read_ledger(path)


@pytest.mark.parametrize("content", [b"", b"hello\n", b"\xff\xfe\n", b'{"kind":"dilemma replay"}\n', b"[]\n"])
def test_a_file_that_is_no_room_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.jsonl"
    path.write_bytes(content)
    with pytest.raises(ValueError, match="is not a room"):
        read_ledger(path)


@contextmanager
def no_file_over(size: int) -> Iterator[None]:
    """A disk on which no file grows beyond `size` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_told_and_what_did_not_fit_comes_later_whole(tmp_path: Path) -> None:
    async def fill() -> None:
        ledger = Ledger(tmp_path / "room.jsonl")
        ledger.add({"kind": KIND})
        await ledger.saved()
        ledger.add({"vote": "x" * 100})
        with no_file_over(80), pytest.raises(OSError, match="too large"):
            await ledger.saved()
        assert read_ledger(ledger.path)[1] == [], "half a line is taken back"
        await ledger.saved()
        ledger.close()

    asyncio.run(fill())
    assert len(read_ledger(tmp_path / "room.jsonl")[1]) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such lock")
def test_a_room_that_is_open_is_not_opened_a_second_time_over_its_own_votes(
    rooms: Callable[..., OpenRoom], room: OpenRoom
) -> None:
    number = ask(room)
    with pytest.raises(OSError, match="the same room open already"):
        rooms(file=room.file)
    with Phone(room) as phone:
        phone.join()
        assert phone.vote(number, 1)["say"] == "saved"
    assert look(room)["questions"][0]["votes"] == 1
    assert read_ledger(room.file)[1][-1]["vote"]["answer"] == 1
