"""A real server for the tests of the classroom, its files in a folder of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from game.classroom import launch
from game.classroom.launch import OpenRoom, open_room


@pytest.fixture
def rooms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., OpenRoom]]:
    """Opens rooms that are closed after the test."""
    monkeypatch.setattr(launch, "rooms_folder", lambda: tmp_path / "rooms")
    monkeypatch.setattr(launch, "PORT", 0)
    with ExitStack() as opened:

        def make(**about: Any) -> OpenRoom:
            return opened.enter_context(open_room(**about))

        yield make


@pytest.fixture
def room(rooms: Callable[..., OpenRoom]) -> OpenRoom:
    """One room."""
    return rooms()
