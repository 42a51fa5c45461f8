"""A run kept while it is played, so that it can be taken up again after a crash, a kill or a lunch break.

The file holds the fixture, the seed, every order and the tick it had reached; taking it up plays it again to there.
"""

from __future__ import annotations

import json
import threading
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from game.files import write_whole
from game.fixture import Fixture
from game.match import ENGINE
from game.replay import Order, check_order
from game.screens.play.playing import Playing
from game.state import fingerprint
from game.teams.scenarios import Scenario

KIND = "dilemma run"
VERSION = 1


@dataclass(frozen=True)
class Kept:
    """A run that was not finished."""

    fixture: Fixture
    seed: int
    slot: int
    orders: tuple[Order, ...]
    tick: int
    fingerprint: str

    def take_up(self) -> Playing:
        """Play it again to where it was left; ValueError when it comes out otherwise."""
        playing = Playing(self.fixture, seed=self.seed, slot=self.slot)
        playing.replay(self.orders, self.tick)
        if fingerprint(playing.match) != self.fingerprint:
            raise ValueError("the match kept plays otherwise now: scenario, squads or policies have changed since")
        return playing


def kept_of(playing: Playing) -> Kept:
    """The run as it stands."""
    return Kept(
        fixture=_named(playing.fixture),
        seed=playing.seed,
        slot=playing.slot,
        orders=tuple(playing.orders),
        tick=int(playing.match.tick),
        fingerprint=fingerprint(playing.match),
    )


def save_kept(kept: Kept, path: Path) -> None:
    """Write `kept` to `path`, whole or not at all; OSError when that is impossible."""
    content = {"kind": KIND, "version": VERSION, "engine": ENGINE, **asdict(kept)}
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, json.dumps(content).encode())


def load_kept(path: Path) -> Kept:
    """The run kept at `path`; FileNotFoundError where there is none, ValueError in one line for one that is no use."""
    try:
        content: Any = json.loads(path.read_bytes())
    except ValueError:
        raise ValueError(f"{path} is damaged; the match kept in it is lost") from None
    if not isinstance(content, dict) or content.get("kind") != KIND or content.get("version") != VERSION:
        raise ValueError(f"{path} is not a match this game kept")
    if content.get("engine") != ENGINE:
        raise ValueError(f"the match kept is of engine {content.get('engine')}; this game has engine {ENGINE}")
    try:
        kept = TypeAdapter(Kept).validate_python({name: content.get(name) for name in Kept.__dataclass_fields__})
        for order in kept.orders:
            check_order(order)
    except ValidationError as error:
        where = " ".join(str(step) for step in error.errors()[0]["loc"])
        raise ValueError(f"{path} is damaged at {where}; the match kept in it is lost") from None
    return kept


def _named(fixture: Fixture) -> Fixture:
    """The fixture with its scenario by name or path."""
    told = fixture.scenario
    return replace(fixture, scenario=told.name) if isinstance(told, Scenario) else fixture


class Keeper:
    """Keeps a run in a file, now and then, on a thread of its own: the picture never waits for the disk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.failure: OSError | None = None
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def keep(self, playing: Playing) -> None:
        """Write the run as it stands, soon; nothing while the last one is still being written."""
        if self._thread is not None and self._thread.is_alive():
            return
        kept = kept_of(playing)
        self._thread = threading.Thread(target=self._write, args=(kept,), name="keeper")
        self._thread.start()

    def keep_now(self, playing: Playing) -> None:
        """The same, and wait for it."""
        self.wait()
        self._write(kept_of(playing))

    def forget(self) -> None:
        """The match is over or given up: nothing to take up any more."""
        self.wait()
        self.path.unlink(missing_ok=True)

    def wait(self) -> None:
        """Until nothing is being written."""
        if self._thread is not None:
            self._thread.join()

    def _write(self, kept: Kept) -> None:
        with self._lock:
            try:
                save_kept(kept, self.path)
            except OSError as error:
                self.failure = error
