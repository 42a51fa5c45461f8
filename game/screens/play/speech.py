"""What captain and coach call: chosen by what is to be seen, spaced out, and never what going would be worth.

The coach speaks for the job the person said he has; the captain for the score.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.match import seconds_left
from game.screens.play.reckoning import Reckoning
from game.state import SIDE, TICKS_PER_SECOND, Match, Setup

STAYS = 4 * TICKS_PER_SECOND  # ticks a line stays
GAP = 8 * TICKS_PER_SECOND  # ticks between two lines of one man
VARIANTS = 2  # lines a situation has, told in turn
LATE = 180.0  # s left from which the captain hurries everybody
AWAY = 6.0  # s to the box from which a coach calls a defender back


@dataclass(frozen=True)
class Line:
    """One call: who (captain, coach) and the key of the words in match.toml, below `captain_` or `coach_`."""

    who: str
    key: str
    since: int


class Speech:
    """The last line of each of the two, and when he may speak again."""

    def __init__(self, slot: int, job: str) -> None:
        self.slot, self.job = slot, job or "post"
        self.lines: dict[str, Line] = {}
        self._turn: dict[str, int] = {}

    def look(self, match: Match, setup: Setup, told: Reckoning, *, pushing: bool, needed: int) -> None:
        """Let both say what they see, if it is time."""
        tick = int(match.tick)
        situations = {
            "captain": _captain(match, setup, self.slot, needed, told),
            "coach": _coach(match, self.slot, told, pushing=pushing),
        }
        for who, situation in situations.items():
            last = self.lines.get(who)
            if situation and (last is None or tick - last.since >= GAP):
                said = f"{who}_{self.job}_{situation}" if who == "coach" else f"{who}_{situation}"
                nth = self._turn.get(said, 0)
                self._turn[said] = nth + 1
                self.lines[who] = Line(who, f"{said}_{nth % VARIANTS + 1}", tick)

    def shown(self, tick: int) -> list[Line]:
        """Lines still in the air."""
        return [line for line in self.lines.values() if 0 <= tick - line.since < STAYS]


def _captain(match: Match, setup: Setup, slot: int, needed: int, told: Reckoning) -> str:
    """hurry, need, lane, hold or nothing."""
    side = slot // SIDE
    margin = int(match.teams[side].goals - match.teams[1 - side].goals) + int(setup.competition.first_leg)
    left = float(seconds_left(match, setup))
    if match.clock.over or match.dead.kind:
        return ""
    if margin < needed:
        if told.lane > 0.0:
            return "lane"
        return "hurry" if left < LATE else "need"
    return "hold" if left < LATE else ""


def _coach(match: Match, slot: int, told: Reckoning, *, pushing: bool) -> str:
    """back, line, well or nothing."""
    if match.clock.over or match.dead.kind:
        return ""
    theirs = int(match.having) != slot // SIDE
    if told.beyond or told.back > AWAY:
        return "lost" if theirs else "back"
    if pushing:
        return "back"
    return "line" if theirs else ""
