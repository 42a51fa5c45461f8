"""A live match's own process: told what to play in its first line of input, steered by the lines after it.

It writes blocks to its output (blocks.py): JSON twice, when it is ready and when it is over, and frames between.
"""

from __future__ import annotations

import json
import math
import sys
import threading
import time
from dataclasses import dataclass
from typing import Any

from game.classroom.blocks import BLOCK, FRAME, FRAMES_PER_SECOND, JSON
from game.classroom.frames import clock_seconds, pack
from game.compiling import compile_engine
from game.intent import Intent
from game.match import order, run_on, scratch, tell
from game.pitch import HALF_LENGTH, HALF_WIDTH
from game.post import Post
from game.state import SIDE, TICKS_PER_SECOND, Match, Restart
from game.teams.kick_off import kick_off
from game.teams.scenarios import scenario

AHEAD = 12.0  # m: how far off the spot lies that a steered player runs to
LASTS = 6  # ticks an order to run lasts; renewed every frame
MIXES = {"post": "role-bound", "team": "team-win"}
"""What those play for whom nobody steers."""


@dataclass
class Wish:
    """What those who steer a player want of him."""

    told: str = "free"
    dx: float = 0.0  # in his attacking direction, −1…1
    dy: float = 0.0


class Pitchside:
    """The match and the wishes for it."""

    def __init__(self, told: dict[str, Any]) -> None:
        compile_engine()
        self.told = told
        self.match, self.setup = kick_off(told["scenario"], home=MIXES[told["pay"]], seed=told["seed"])
        self.wishes: dict[int, Wish] = {}
        self.stopped = threading.Event()
        self.steered = 0
        self.pushed = 0

    def describe(self) -> dict[str, Any]:
        """What a phone needs to know before the first frame."""
        sides = scenario(self.told["scenario"])
        squads = [side.members() for side in (sides.home, sides.away)]
        numbers = [squads[slot // SIDE].players[self.match.players[slot].man].number for slot in range(2 * SIDE)]
        return {
            "teams": [squad.name for squad in squads],
            "numbers": numbers,
            "posts": [Post(post).name for post in self.setup.sheets[0].post],
            "controlled": int(self.setup.start.controlled),
            "on": [slot for slot in range(SIDE) if self.match.players[slot].on],
            "start": [int(team.goals) for team in self.match.teams],
            "clock": clock_seconds(self.match, self.setup),
        }

    def listen(self) -> None:
        """Take wishes until the input ends."""
        for line in sys.stdin:
            wish = json.loads(line)
            if wish.get("whistle"):
                break
            self.wishes[wish["slot"]] = Wish(wish["told"], wish["dx"], wish["dy"])
        self.stopped.set()

    def play(self) -> None:
        """Play in real time, `speed` seconds of it a second, and write a frame every tenth of one."""
        ticks = self.told["speed"] * TICKS_PER_SECOND // FRAMES_PER_SECOND
        due = time.monotonic()
        while not self.match.clock.over and not self.stopped.is_set():
            obey(self.match, self.wishes)
            run_on(self.match, self.setup, scratch(), ticks)
            self._count()
            write(FRAME, pack(self.match, self.setup, self._steered()))
            due += 1.0 / FRAMES_PER_SECOND
            ahead = due - time.monotonic()
            if ahead > 0:
                self.stopped.wait(ahead)
            else:
                due -= ahead  # a stalled machine does not make the match race afterwards

    def result(self) -> dict[str, Any]:
        """How it ended, where it did."""
        return {
            "over": bool(self.match.clock.over),
            "final": [int(team.goals) for team in self.match.teams],
            "pushed": round(self.pushed / self.steered, 3) if self.steered else 0.0,
        }

    def _steered(self) -> set[int]:
        """Slots somebody steers."""
        return {slot for slot, wish in self.wishes.items() if wish.told != "free"}

    def _count(self) -> None:
        """Keep how much of the steered time was spent pushing."""
        steered = [wish.told for wish in self.wishes.values() if wish.told != "free"]
        self.steered += len(steered)
        self.pushed += steered.count("push")


def obey(match: Match, wishes: dict[int, Wish]) -> None:
    """Hand the wishes to the match: stakes always, legs while he may run freely."""
    for slot, wish in list(wishes.items()):
        tell(match, slot, wish.told)
        far = math.hypot(wish.dx, wish.dy)
        player = match.players[slot]
        if far < 0.2 or not player.on or _bound(match, slot):
            continue
        ahead = AHEAD * match.teams[slot // SIDE].attacks / max(far, 1.0)
        x = max(-HALF_LENGTH, min(HALF_LENGTH, float(player.x + ahead * wish.dx)))
        y = max(-HALF_WIDTH, min(HALF_WIDTH, float(player.y + ahead * wish.dy)))
        kind = Intent.CARRY if match.ball.carrier == slot else Intent.STEER
        order(match, slot, kind, x, y, ticks=LASTS)


def _bound(match: Match, slot: int) -> bool:
    """Whether the Laws have something for him to do: he takes the restart, or it is the interval."""
    return bool(match.dead.kind and (match.dead.taker == slot or match.dead.kind == Restart.INTERVAL))


def write(kind: int, content: bytes) -> None:
    """Write one block."""
    sys.stdout.buffer.write(BLOCK.pack(kind, len(content)) + content)
    sys.stdout.buffer.flush()


def main() -> int:
    """Play the match told, and say how it ended."""
    pitchside = Pitchside(json.loads(sys.stdin.readline()))
    threading.Thread(target=pitchside.listen, daemon=True).start()
    write(JSON, json.dumps({"ready": pitchside.describe()}).encode())
    try:
        pitchside.play()
        write(JSON, json.dumps({"result": pitchside.result()}).encode())
    except BrokenPipeError:
        return 1  # nobody watches any more
    return 0


if __name__ == "__main__":
    sys.exit(main())
