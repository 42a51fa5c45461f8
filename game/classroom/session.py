"""A room being held: the room, its file, and the phones and desks that wait for news of it."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from game.classroom import identity
from game.classroom.commands import Command, Door, Hello, Plain, Press, Vote, read_command
from game.classroom.guard import Bucket, Buckets
from game.classroom.ledger import KIND, Ledger, read_ledger
from game.classroom.room import TAKING, Cast, Refused, Room

FORMAT = 1
MOST_PHONES = 500  # in one room
MOST_AT_ADDRESS = 250  # of them from one address
MOST_LINES = 4  # connections of one phone: tabs, and what a sleeping phone left behind
SCREEN_GONE = 30.0  # s without a word from a projector, which asks again every 20
GONE_AFTER = 30.0  # s without a word, for phones without a socket
TICK = 0.1  # s between two looks at the time limit and at the votes that came in


@dataclass(frozen=True)
class Head:
    """The first line of a room's file."""

    code: str
    key: str
    port: int
    language: str
    opened: float

    def line(self) -> dict[str, Any]:
        """As it is written."""
        return {"kind": KIND, "format": FORMAT, **self.__dict__}


class Line:
    """One connection of a phone."""

    def __init__(self) -> None:
        self.bell = asyncio.Event()
        self.post: deque[dict[str, Any]] = deque(maxlen=32)
        self.cut = False
        self.told = 0  # version of the room it was last sent

    def send(self, message: dict[str, Any]) -> None:
        """Put `message` in line."""
        self.post.append(message)
        self.bell.set()

    def hang_up(self) -> None:
        """Have the connection end."""
        self.cut = True
        self.bell.set()


AnyLine = TypeVar("AnyLine", bound=Line)


@dataclass
class Phone:
    """One phone, known by its alias."""

    alias: str
    address: str
    changes: int = 0  # of its own votes
    heard: float = field(default_factory=time.monotonic)
    lines: list[Line] = field(default_factory=list)
    rate: Bucket = field(default_factory=lambda: Bucket(8.0, 40.0))

    def here(self) -> bool:
        """Whether it is connected, or was heard of a moment ago."""
        return bool(self.lines) or time.monotonic() - self.heard < GONE_AFTER


class Session:
    """Everything the server knows. One event loop's; nothing here blocks."""

    def __init__(self, head: Head, path: Path, *, hands_up: bool = False) -> None:
        self.head = head
        self.hands_up = hands_up
        self.room = Room()
        self.phones: dict[str, Phone] = {}
        self.known: set[str] = set()
        self.joins = Buckets(40.0, 400.0)
        self.version = time.time_ns() // 1_000_000  # newer than any before a restart
        self.desk_version = self.version
        self.trouble: str | None = None
        self.playing = False  # a live match is on
        self.presses: deque[tuple[int, str]] = deque(maxlen=8)  # of the projector's keys, numbered
        self._numbers = itertools.count(self.version)
        self._screen = 0.0  # when a projector last asked for news, on the monotonic clock
        self.desks: set[asyncio.Event] = set()
        self._heard = self.desk_version  # what the desks were last woken for
        fresh = not path.exists() or path.stat().st_size == 0
        entries = [] if fresh else read_ledger(path)[1]
        for entry in entries:
            self._again(entry)
        self.ledger = Ledger(path)
        if fresh:
            self.ledger.add(head.line())
        elif self.room.beat.deadline is not None:
            self._grace(time.time())

    # — phones —

    def join(self, hello: Hello, address: str) -> Phone:
        """The phone that says hello; Refused says `code`, `door`, `full` or `often`."""
        if not self.joins.take(address):
            raise Refused("often")
        if not identity.same_code(hello.code, self.head.code):
            raise Refused("code")
        alias = identity.alias(self.head.key, hello.id)
        phone = self.phones.get(alias)
        if phone is None:
            self._admit(alias, address)
            phone = self.phones[alias] = Phone(alias, address)
            self.known.add(alias)
            self._deal(alias)
            self.ring_desks()
        phone.heard = time.monotonic()
        return phone

    def find(self, phone_id: str) -> Phone:
        """The phone with this id that has said hello before; Refused says `hello`."""
        phone = self.phones.get(identity.alias(self.head.key, phone_id))
        if phone is None:
            raise Refused("hello")
        phone.heard = time.monotonic()
        return phone

    def connect(self, phone: Phone, line: AnyLine) -> AnyLine:
        """`line`, a new connection of `phone`; the oldest ends when there are too many."""
        phone.lines.append(line)
        for old in phone.lines[:-MOST_LINES]:
            old.hang_up()
        self.ring_desks()
        return line

    def disconnect(self, phone: Phone, line: Line, *, linger: float = 0.0) -> None:
        """A connection has ended; a phone that never voted is forgotten `linger` seconds (at most 30) later."""
        phone.lines.remove(line)
        phone.heard = time.monotonic() - GONE_AFTER + linger
        self._forget_if_gone(phone)
        self.ring_desks()

    async def vote(self, phone: Phone, vote: Vote) -> dict[str, Any]:
        """Take a vote and answer once it is on the disk."""
        cast = Cast(vote.answer, vote.sure, vote.n, round(time.time(), 3))
        try:
            fresh = self.room.vote(phone.alias, vote.round, cast)
        except Refused as refused:
            return {"say": "no", "why": str(refused)}
        if fresh:
            self.ledger.add({"vote": vars(cast), "round": vote.round, "who": phone.alias})
        if not await self._saved():
            return {"say": "no", "why": "disk"}
        if fresh:
            phone.changes += 1
            self.ring_desks()
        kept = self.room.rounds[vote.round].votes.get(phone.alias) if vote.round in self.room.rounds else None
        if kept is None:  # the teacher took the question back meanwhile
            return {"say": "no", "why": "old"}
        return {"say": "saved", "round": vote.round, **said(kept)}

    # — the desk —

    async def obey(self, command: Command) -> None:
        """Do what the teacher says, and keep it; Refused when it does not fit."""
        now = round(time.time(), 3)
        self.room.obey(command, now)
        if isinstance(command, Press):
            self.presses.append((next(self._numbers), command.key))
            self.ring_desks(at_once=True)
            return
        entry = {"step": command.model_dump(exclude_none=True), "at": now}
        if isinstance(command, Door) and not command.open:
            entry["known"] = sorted(self.known)
        self.ledger.add(entry)
        for alias in self.phones:
            self._deal(alias)
        self.ring()
        await self._saved()

    @property
    def on_screen(self) -> bool:
        """Whether a projector shows this room."""
        return time.monotonic() - self._screen < SCREEN_GONE

    def seen(self) -> None:
        """A projector asks for news."""
        if not self.on_screen:
            self.ring_desks()
        self._screen = time.monotonic()

    async def keep_result(self, result: dict[str, Any]) -> None:
        """Keep how a live match ended."""
        self.ledger.add({"result": result})
        self.room.results.append(result)
        self.ring()
        await self._saved()

    async def keep_time(self) -> None:
        """Lock when a time limit has run out, and forget phones that left; runs until cancelled."""
        while True:
            await asyncio.sleep(TICK)
            if self._heard != self.desk_version:
                self._wake_desks()
            deadline = self.room.beat.deadline
            if deadline is not None and time.time() > deadline and self.room.beat.phase in TAKING:
                await self.obey(Plain(do="lock"))
            for phone in list(self.phones.values()):
                self._forget_if_gone(phone)

    def ring(self) -> None:
        """Tell everybody that something has changed."""
        self.version += 1
        for phone in self.phones.values():
            for line in phone.lines:
                line.bell.set()
        self.ring_desks(at_once=True)

    def ring_desks(self, *, at_once: bool = False) -> None:
        """Tell the desks that something has changed, within a `TICK`: forty votes a second are one piece of news."""
        self.desk_version += 1
        if at_once:
            self._wake_desks()

    def joined(self) -> int:
        """Phones in the room now."""
        return sum(phone.here() for phone in self.phones.values())

    async def close(self) -> None:
        """Write what is left and let the file go."""
        await self._saved()
        self.ledger.close()

    # — private —

    def _wake_desks(self) -> None:
        """Have the desks that wait for news look."""
        self._heard = self.desk_version
        for bell in self.desks:
            bell.set()

    def _admit(self, alias: str, address: str) -> None:
        """Refuse a new phone when the door is shut or the room is full."""
        if not self.room.door and alias not in self.known:
            raise Refused("door")
        at_address = sum(phone.address == address for phone in self.phones.values())
        if len(self.phones) >= MOST_PHONES or at_address >= MOST_AT_ADDRESS:
            raise Refused("full")

    def _deal(self, alias: str) -> None:
        """Give a phone its office, where the questions on show have offices, and keep it."""
        seat = self.room.deal(alias)
        if seat is not None:
            self.ledger.add({"seat": seat, "who": alias})

    def _forget_if_gone(self, phone: Phone) -> None:
        """Free the place of a phone that left and has not voted."""
        if phone.here() or phone.alias not in self.phones:
            return
        if not any(phone.alias in asked.votes for asked in self.room.rounds.values()):
            del self.phones[phone.alias]
            if self.room.door:
                self.known.discard(phone.alias)
            self.ring_desks()

    async def _saved(self) -> bool:
        """Whether everything said so far is on the disk."""
        try:
            await self.ledger.saved()
        except OSError:
            self.trouble = "disk"
            self.ring_desks()
            return False
        self.trouble = None
        return True

    def _grace(self, now: float) -> None:
        """Leave those cut off by a restart a moment to vote."""
        self.room.give_grace(now)
        self.ledger.add({"grace": now})

    def _again(self, entry: dict[str, Any]) -> None:
        """Let happen what a line of the file says."""
        if "step" in entry:
            self.known.update(entry.get("known", ()))
            self.room.obey(read_command(json.dumps(entry["step"])), entry["at"])
        elif "seat" in entry:
            self.room.seats[entry["who"]] = entry["seat"]
        elif "vote" in entry:
            self.known.add(entry["who"])
            self.room.vote(entry["who"], entry["round"], Cast(**entry["vote"]))
        elif "grace" in entry:
            self.room.give_grace(entry["grace"])
        elif "result" in entry:
            self.room.results.append(entry["result"])


def said(cast: Cast) -> dict[str, Any]:
    """A phone's own vote as it is told."""
    return {"answer": cast.answer, "sure": cast.sure, "n": cast.n}
