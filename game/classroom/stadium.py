"""The live matches of a room: one process each, the phones dealt to them, and frames for whoever watches."""

from __future__ import annotations

import asyncio
import json
import random
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from statistics import fmean
from typing import Any

from game.classroom.blocks import BLOCK, FRAME, HEAD
from game.classroom.commands import Play, Steer
from game.classroom.crew import Crew, Hand, earned, points
from game.classroom.guard import Bucket
from game.classroom.room import Refused
from game.classroom.session import Line, Session

GOES_WITHIN = 5.0  # s from a match's last word to its process's end
SIDE = 11  # state.SIDE; the server itself loads no match
PAYS = {"both": ("post", "team"), "post": ("post",), "team": ("team",)}


class Seat(Line):
    """A phone's place at the pitch: its line, and the frame it has yet to be sent."""

    def __init__(self, alias: str) -> None:
        super().__init__()
        self.alias = alias
        self.frame: bytes | None = None
        self.rate = Bucket(25.0, 50.0)  # wishes
        self.ground: Ground | None = None

    def show(self, frame: bytes) -> None:
        """Have `frame` sent next, in place of one that is waiting."""
        self.frame = frame
        self.bell.set()


@dataclass
class Ground:
    """One match."""

    pay: str
    process: asyncio.subprocess.Process
    phase: str = "warming"
    about: dict[str, Any] = field(default_factory=dict)
    crew: Crew = field(default_factory=lambda: Crew([]))
    clock: int = 0
    score: tuple[int, int] = (0, 0)
    sent: dict[int, tuple[str, float, float]] = field(default_factory=dict)
    paid: dict[str, Any] | None = None
    result: dict[str, Any] | None = None  # as it is kept

    def view(self) -> dict[str, Any]:
        """As the desk sees it."""
        return {
            "pay": self.pay,
            "phase": self.phase,
            "clock": f"{self.clock // 60:02d}:{self.clock % 60:02d}",
            "score": list(self.score),
            "steering": len(self.crew.hands),
        }


class Stadium:
    """All matches of a room: none, one, or two on the same luck."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.command: Play | None = None
        self.grounds: list[Ground] = []
        self.seats: set[Seat] = set()
        self.tasks: set[asyncio.Task[None]] = set()
        self.minute = 0

    async def check(self, command: Play) -> None:
        """Refuse what cannot be played, before anything starts."""
        await asyncio.to_thread(_find, command.scenario)
        if any(ground.phase != "over" for ground in self.grounds):
            raise Refused("a match is on; stop it first")

    async def kick_off(self, command: Play) -> None:
        """Start the match, or both."""
        self.command = command
        self.grounds = [Ground(pay, await _start(command, pay)) for pay in PAYS[command.pay]]
        self.session.playing = True
        for ground in self.grounds:
            task = asyncio.create_task(self._follow(ground))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)
        for seat in self.seats:
            self._deal(seat)
        self.session.ring()

    async def whistle(self) -> None:
        """Stop every match."""
        for ground in self.grounds:
            with suppress(ProcessLookupError):
                ground.process.kill()
        await asyncio.gather(*self.tasks, return_exceptions=True)

    def matches(self) -> list[dict[str, Any]]:
        """What the desk sees."""
        return [ground.view() for ground in self.grounds]

    def sit(self, alias: str) -> Seat:
        """A place for a phone that has come to the pitch."""
        seat = Seat(alias)
        self.seats.add(seat)
        self._deal(seat)
        return seat

    def leave(self, seat: Seat) -> None:
        """A phone has left the pitch; its player is his own man again, or the others'."""
        self.seats.discard(seat)
        if seat.ground is not None and not any(each.alias == seat.alias for each in self.seats):
            seat.ground.crew.hands.pop(seat.alias, None)
            if self.command is not None and self.command.who == "one":
                seat.ground.crew.seats.pop(seat.alias, None)
            self._tell_crew(seat.ground)

    def steer(self, seat: Seat, wish: Steer) -> None:
        """Keep what a phone wants of its player."""
        ground = seat.ground
        if ground is not None and seat.alias in ground.crew.hands:
            ground.crew.hands[seat.alias] = Hand(wish.push, wish.dx, wish.dy)
            _pass_on(ground, ground.crew.seats[seat.alias])

    def take(self, seat: Seat) -> None:
        """Give the one defender to the first who asks."""
        ground = seat.ground
        if ground is None or self.command is None or self.command.who != "one" or ground.phase != "playing":
            return
        if not ground.crew.hands and ground.crew.slots:
            ground.crew.seats = {}
            self._join(seat, ground)
            self._tell_crew(ground)

    # — private —

    def _deal(self, seat: Seat) -> None:
        """Send a phone to the match it was at, or to the one with fewer phones."""
        if self.grounds:
            home = [each for each in self.grounds if seat.alias in each.crew.seats]
            fewest = min(self._watching(each) for each in self.grounds)
            open_to = [each for each in self.grounds if self._watching(each) == fewest]
            beside = [each.ground for each in self.seats if each.alias == seat.alias and each.ground in self.grounds]
            seat.ground = (home or beside or [random.choice(open_to)])[0]
            if seat.ground.phase == "playing" and self.command is not None and self.command.who == "eleven":
                self._join(seat, seat.ground)
                self._tell_crew(seat.ground)
        seat.send(self.describe(seat))

    def _watching(self, ground: Ground) -> int:
        """Phones at one match."""
        return len({seat.alias for seat in self.seats if seat.ground is ground})

    def _join(self, seat: Seat, ground: Ground) -> None:
        """Give the phone at `seat` a player."""
        ground.crew.seat(seat.alias)
        ground.crew.hands.setdefault(seat.alias, Hand())

    def _tell_crew(self, ground: Ground) -> None:
        """Tell everybody at a match how many steer whom."""
        for seat in self.seats:
            if seat.ground is ground:
                seat.send(self.describe(seat))

    def describe(self, seat: Seat) -> dict[str, Any]:
        """What a phone at the pitch needs to know."""
        ground = seat.ground
        if ground is None or self.command is None:
            return {"say": "pitch", "phase": "none"}
        told: dict[str, Any] = {"say": "pitch", "phase": ground.phase, "pay": ground.pay, "who": self.command.who}
        told.update({key: ground.about[key] for key in ("teams", "numbers") if key in ground.about})
        told["taken"] = bool(ground.crew.hands)
        if seat.alias in ground.crew.hands:
            slot = ground.crew.seats[seat.alias]
            told.update(slot=slot, post=ground.about["posts"][slot], shared=ground.crew.sharing(slot))
        if ground.paid is not None:
            told["paid"] = self._paid(seat, ground)
            told["results"] = [each.result for each in self.grounds if each.result is not None]
            told["still"] = any(each.phase != "over" and each is not ground for each in self.grounds)
        return told

    def _paid(self, seat: Seat, ground: Ground) -> dict[str, Any]:
        """What the phone at `seat` earned, and its team."""
        assert ground.paid is not None
        slot = ground.crew.seats.get(seat.alias)
        start, final = ground.about["start"], ground.paid["final"]
        own = None if slot is None else earned(ground.pay, ground.about["posts"][slot], start, final)
        return {"earned": own, "points": ground.paid["points"], "final": final}

    async def _follow(self, ground: Ground) -> None:
        """Read one match's blocks to its end."""
        assert ground.process.stdout is not None
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                kind, length = BLOCK.unpack(await ground.process.stdout.readexactly(BLOCK.size))
                content = await ground.process.stdout.readexactly(length)
                if kind == FRAME:
                    self._frame(ground, content)
                else:
                    await self._news(ground, json.loads(content))
        await _ended(ground.process)
        ground.phase = "over"
        if all(each.phase == "over" for each in self.grounds):
            self.session.playing = False
        self._tell_crew(ground)
        self.session.ring()

    def _frame(self, ground: Ground, frame: bytes) -> None:
        """Pass a frame on, and the wishes back."""
        _, ground.clock, _, home, away, *_ = HEAD.unpack_from(frame)
        if ground.score != (home, away) or ground.clock // 60 != self.minute:
            ground.score, self.minute = (home, away), ground.clock // 60
            self.session.ring_desks()
        for seat in self.seats:
            if seat.ground is ground:
                seat.show(frame)
        for slot in ground.crew.slots:
            _pass_on(ground, slot)

    async def _news(self, ground: Ground, news: dict[str, Any]) -> None:
        """The match is ready, or over."""
        assert self.command is not None
        if "ready" in news:
            ground.about = news["ready"]
            ground.score = (ground.about["start"][0], ground.about["start"][1])
            ground.clock = ground.about["clock"]
            controlled = ground.about["controlled"]
            everybody = self.command.who == "eleven"
            own = [controlled] if 0 <= controlled < SIDE else ground.about["on"][1:2]
            ground.crew = Crew(list(ground.about["on"]) if everybody else own)
            ground.phase = "playing"
            for seat in self.seats:
                if seat.ground is ground and everybody:
                    self._join(seat, ground)
        elif news["result"]["over"]:
            ground.phase = "over"
            await self._keep(ground, news["result"])
        for each in self.grounds:
            self._tell_crew(each)  # who waits for the other match sees both
        self.session.ring_desks()

    async def _keep(self, ground: Ground, result: dict[str, Any]) -> None:
        """Keep how it ended, and what was paid."""
        assert self.command is not None
        start, final = ground.about["start"], result["final"]
        pays = [earned(ground.pay, post, start, final) for post in ground.about["posts"]]
        ground.paid = {"final": final, "points": points(final)}
        about = {"scenario": self.command.scenario, "seed": self.command.seed, "who": self.command.who}
        crew = len(ground.crew.seats)
        kept = {**about, "pay": ground.pay, "start": start, **ground.paid, "pushed": result["pushed"]}
        ground.result = {**kept, "earned": round(fmean(pays), 2), "crew": crew}
        await self.session.keep_result(ground.result)


def _find(name: str) -> None:
    """KeyError for a scenario nobody knows; loads what reads scenarios when the first match is asked for."""
    from game.teams.scenarios import scenario

    scenario(name)


async def _start(command: Play, pay: str) -> asyncio.subprocess.Process:
    """A process that plays."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "game.classroom.pitchside",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert process.stdin is not None
    told = {"scenario": command.scenario, "seed": command.seed, "pay": pay, "speed": command.speed}
    process.stdin.write(json.dumps(told).encode() + b"\n")
    return process


async def _ended(process: asyncio.subprocess.Process) -> None:
    """Wait for a process that has said its last; kill one that does not go."""
    try:
        await asyncio.wait_for(process.wait(), GOES_WITHIN)
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _pass_on(ground: Ground, slot: int) -> None:
    """Tell the match what the phones of `slot` want, when that is something new."""
    wish = ground.crew.wish(slot)
    if ground.sent.get(slot, ("free", 0.0, 0.0)) != wish:
        ground.sent[slot] = wish
        _write(ground, {"slot": slot, "told": wish[0], "dx": wish[1], "dy": wish[2]})


def _write(ground: Ground, wish: dict[str, Any]) -> None:
    """Hand a wish to the match; one that has ended needs none."""
    assert ground.process.stdin is not None
    if not ground.process.stdin.is_closing():
        ground.process.stdin.write(json.dumps(wish).encode() + b"\n")
