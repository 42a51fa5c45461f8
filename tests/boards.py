"""Boards: situations drawn in text (boards/*.txt), laid out as a match in play, and what must come of them.

The pitch is 70 characters long and 17 lines wide, 1.5 m and 4 m each, the home side attacking to the right and its
left above. `A` to `K` are the home side's slots in 4-4-2 (A keeper; B RB, C CB, D CB, E LB; F RW, G CM, H CM, I LW;
J ST, K ST), `a` to `k` the away side's; who is not drawn is not on the pitch. `*` is a free ball, a digit a spot
somebody must end up at. Below the drawing, one `word: value` a line:

    ball: G               at the feet of G; a `*` in the drawing otherwise
    at: G 41.5 0          exactly there, where a character is too coarse
    runs: K 6 0; c -2 0   m/s
    waits: G              stays where he is until further notice
    score, minute, home, away   0-0, 20:00, role-bound v role-bound unless told
    seconds: 3            how long it is watched
    near: 6               m that count as there; see NEAR there
    then: …               what must happen, see READINGS in brain/sentences.py
    in: 7 of 8            lucks in which it must; all of LUCKS unless told
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from game.events import Action
from game.intent import Intent
from game.laws.offside import offside_line
from game.match import STAKES_EVERY, decide, tick
from game.physics.ball import FEET
from game.pitch import BALL_RADIUS, HALF_LENGTH, HALF_WIDTH, length
from game.record import blank, copy
from game.state import NOBODY, SIDE, SLOTS, TICKS_PER_SECOND, Match, Notes, Setup
from game.teams.kick_off import kick_off
from game.teams.minutes import moment

FOLDER = Path(__file__).parent / "boards"
STEP_X, STEP_Y = 1.5, 4.0  # m a character
LETTERS = "ABCDEFGHIJKabcdefghijk"
LUCKS = 8  # seeds a board is tried on
START = 1000  # tick a board begins at
FOR_EVER = 10**9


@dataclass(frozen=True)
class Board:
    """What a board file says."""

    title: str
    spots: dict[str, tuple[float, float]]
    """Letters, digits and `*`: where in metres."""
    told: dict[str, str]
    then: list[str]

    @property
    def seconds(self) -> float:
        """How long it is watched."""
        return float(self.told.get("seconds", 3))

    @property
    def wanted(self) -> int:
        """In how many of LUCKS lucks it must come out."""
        text = self.told.get("in", f"{LUCKS} of {LUCKS}")
        count, of = text.split(" of ")
        if int(of) != LUCKS:
            raise ValueError(f"{self.title}: boards are tried on {LUCKS} lucks, not {of}")
        return int(count)


@dataclass(repr=False)
class Play:
    """A board being played: the match under way, and the kicks seen so far."""

    board: Board
    match: Match
    setup: Setup
    notes: Notes = field(default_factory=lambda: blank(Notes))
    kicks: list[tuple[int, int, int]] = field(default_factory=list)
    """Who, events.Action, and the slot it was meant for."""
    touches: list[int] = field(default_factory=list)
    """Who touched the ball, each man once until another does."""
    wished: Any = field(default_factory=lambda: np.zeros((SLOTS, max(Intent) + 1), bool))
    """Whether each man has had each Intent, shape (22, intents)."""
    beyond: Any = field(default_factory=lambda: np.full(SLOTS, -HALF_LENGTH))
    """How far, at most, each man has been beyond the offside line, shape (22,) m."""

    def __repr__(self) -> str:
        return f"<{self.board.title}, tick {self.match.tick}>"

    def ticks(self, seconds: float) -> Iterator[Match]:
        """Play on, handing out the match after every tick; ends with a whistle."""
        for _ in range(round(seconds * TICKS_PER_SECOND)):
            self.notes.count = 0
            tick(self.match, self.setup, self.notes)
            self._note()
            yield self.match
            if self.match.dead.kind != 0:
                return

    def _note(self) -> None:
        """What this tick added to kicks, touches, wishes and places."""
        ball, flight = self.match.ball, self.match.flight
        if ball.kicked == self.match.tick - 1 and ball.last == ball.kicker and flight.action >= 0:
            self.kicks.append((int(ball.kicker), int(flight.action), int(ball.aimed)))
        if ball.last >= 0 and self.touches[-1:] != [ball.last]:
            self.touches.append(int(ball.last))
        players = np.asarray(self.match)["players"]
        self.wished[np.arange(SLOTS), players["want"]["kind"]] = True
        for side in range(2):
            attacks = self.match.teams[side].attacks
            line = max(offside_line(self.match, side), ball.x * attacks)
            of_side = slice(side * SIDE, side * SIDE + SIDE)
            self.beyond[of_side] = np.maximum(self.beyond[of_side], players["x"][of_side] * attacks - line)

    def play(self, seconds: float) -> Play:
        """Play on to the end of `seconds`, or to a whistle."""
        for _ in self.ticks(seconds):
            pass
        return self

    def man(self, letter: str) -> Any:
        """The player drawn as `letter`."""
        return self.match.players[LETTERS.index(letter)]

    def gap(self, letter: str, spot: str) -> float:
        """Metres from a man to a digit or to another man."""
        man = self.man(letter)
        if spot.isdigit():
            x, y = self.board.spots[spot]
        else:
            x, y = self.man(spot).x, self.man(spot).y
        return float(length(man.x - x, man.y - y))


def read(name: str) -> Board:
    """The board in boards/`name`.txt; ValueError where it is not drawn as the page above says."""
    title, *lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    rows = [line[1:-1] for line in lines if line.startswith("|")]
    width, height = round(2 * HALF_LENGTH / STEP_X), round(2 * HALF_WIDTH / STEP_Y)
    if len(rows) != height or any(len(row) != width for row in rows):
        raise ValueError(f"{name}: a pitch is {height} lines of {width} characters between |")
    told: dict[str, str] = {}
    then = []
    for line in lines:
        if line.strip() and line[0] not in "|+":
            word, _, value = line.partition(":")
            if word == "then":
                then.append(value.strip())
            else:
                told[word] = value.strip()
    return Board(title, {**_drawn(rows, name), **_exact(told.get("at", ""))}, told, then)


def names() -> list[str]:
    """All boards."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def _drawn(rows: list[str], name: str) -> dict[str, tuple[float, float]]:
    """Where every character of the drawing is."""
    spots = {}
    for down, row in enumerate(rows):
        for along, letter in enumerate(row):
            if letter == " ":
                continue
            if letter in spots or not (letter in LETTERS or letter.isdigit() or letter == "*"):
                raise ValueError(f"{name}: {letter!r} is drawn twice, or is nobody")
            spots[letter] = (STEP_X * (along + 0.5) - HALF_LENGTH, HALF_WIDTH - STEP_Y * (down + 0.5))
    return spots


def _exact(text: str) -> dict[str, tuple[float, float]]:
    """`G 41.5 0; H 1 2` read."""
    parts = [part.split() for part in text.split(";") if part.strip()]
    return {letter: (float(x), float(y)) for letter, x, y in parts}


@functools.cache
def _start(home: str, away: str) -> tuple[Match, Setup]:
    """A match between two mixes before its kick-off."""
    return kick_off("full-match", home=home, away=away)


def lay(board: Board, seed: int = 1, **changes: str) -> Play:
    """The board as a match in play on luck `seed`; `changes` replace words of the file."""
    told = {**board.told, **changes}
    start, setup = _start(told.get("home", "role-bound"), told.get("away", "role-bound"))
    match = copy(start)
    match.seed = seed
    match.tick = START
    match.clock.half, second = moment(told.get("minute", "20:00"), extra_time=False)
    match.clock.tick = round(second * TICKS_PER_SECOND)
    match.teams[0].attacks, match.teams[1].attacks = 1, -1
    goals = told.get("score", "0-0").split("-")
    match.teams[0].goals, match.teams[1].goals = int(goals[0]), int(goals[1])
    match.dead.kind = match.dead.kind_played = 0
    match.dead.since = match.dead.ready = 0
    runs = _exact(told.get("runs", ""))
    for slot, letter in enumerate(LETTERS):
        _stand(match, slot, board.spots.get(letter), runs.get(letter, (0.0, 0.0)))
    _put_ball(match, board, told.get("ball", ""), runs.get("*", (0.0, 0.0)))
    play = Play(board, match, copy(setup))  # of its own: what a test changes in it reaches no other
    _settle_stakes(play)
    for letter in told.get("waits", "").replace(",", " ").split():
        wait(play, letter)
    return play


def again(play: Play, seed: int) -> Play:
    """The same moment once more, on luck `seed`."""
    match = copy(play.match)
    match.seed = seed
    return Play(play.board, match, play.setup)


def _stand(match: Match, slot: int, spot: tuple[float, float] | None, runs: tuple[float, float]) -> None:
    """One man on his spot, wanting to stay there until he thinks; off the pitch without one."""
    player = match.players[slot]
    player.on = int(spot is not None)
    player.x, player.y = spot or (0.0, -HALF_WIDTH - 3.0)
    player.vx, player.vy = runs
    player.want.kind = Intent.HOLD
    player.want.x, player.want.y, player.want.pace = player.x, player.y, 2.0
    player.think_at = START


def _put_ball(match: Match, board: Board, carrier: str, rolls: tuple[float, float]) -> None:
    """The ball at the feet of `carrier`, or where `*` is drawn."""
    ball = match.ball
    ball.z = ball.was_z = BALL_RADIUS
    ball.kicked = ball.since = START - 2 * TICKS_PER_SECOND
    ball.carrier = ball.aimed = NOBODY
    if not carrier:
        ball.x, ball.y = board.spots["*"]
        ball.vx, ball.vy = rolls
    else:
        slot = LETTERS.index(carrier)
        man = match.players[slot]
        ball.carrier = ball.last = ball.kicker = slot
        ball.x, ball.y = man.x + FEET * match.teams[slot // SIDE].attacks, man.y
        match.having = slot // SIDE
        match.flight.action, match.flight.slot = Action.DRIBBLE, slot
    ball.was_x, ball.was_y = ball.x, ball.y


def _settle_stakes(play: Play) -> None:
    """Let everyone look at the table of stakes before the first tick, which in a match takes a second."""
    match = play.match
    for slot in range(SLOTS):
        match.players[slot].think_at = FOR_EVER
    for _ in range(STAKES_EVERY):
        decide(match, play.setup, play.notes)
        match.tick += 1
    match.tick -= STAKES_EVERY
    for slot in range(SLOTS):
        match.players[slot].think_at = START


def wait(play: Play, letter: str) -> None:
    """Order `letter` to stay where he is."""
    man = play.man(letter)
    man.ordered_until = FOR_EVER
    man.want.kind = Intent.HOLD
    man.want.x, man.want.y = man.x, man.y


def empty_pitch(**men: tuple[float, float]) -> Play:
    """A match in play on an empty pitch, the ball still on the centre spot; `G=(x, y)` stands a man there."""
    return lay(Board("An empty pitch", {"*": (0.0, 0.0), **men}, {}, []))


def positions(match: Match) -> Any:
    """Where everyone stands, shape (22, 2) m."""
    players = np.asarray(match)["players"]
    return np.stack([players["x"], players["y"]], axis=1)
