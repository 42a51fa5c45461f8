"""The rating a silo manager gives: how well a man did the job his post describes, 0 to 10.

A fair measure of *defending* (for forwards: of scoring), made of what a manager who never looks at the result would
write down: balls won and lost, whether he stood where his post wants him while the rivals had the ball, what came
through the zone he guards, how often they caught him up the field. It starts at 6.7 and moves as it happens; points
add up and are bent so that the ends are never reached. Weights are tuned: an ordinary 90 minutes end between 6 and 8.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from game.dilemma.role_place import RoleMap
from game.events import Action, Event, Result
from game.pitch import HALF_LENGTH
from game.post import LINES, Post
from game.state import DT, SIDE, Match, Setup

START = 6.7  # the usual mark of a man who has done nothing yet
BEST = 10.0
LOOK_EVERY = 5  # ticks between two looks at where he stands
CLOSE = 8.0  # m from his place that still count as in place
FAR = 20.0  # m beyond that at which a minute away costs its full price
CAUGHT = 4.0  # m the ball is goal-side of him when he is caught up the field
GUARDED = 40.0  # m from the own goal up to which a rival's touch counts against the zone's guard
BUILD_UP = 12.0  # s before a goal in which what happened belongs to it
SHOTS = (Action.SHOT, Action.SHOT_PENALTY, Action.SHOT_FREEKICK)
TOUCHES = (Action.PASS, Action.CROSS, Action.DRIBBLE, Action.TAKE_ON, *SHOTS)


@dataclass(frozen=True)
class Weights:
    """Points for each thing a manager writes down; times are per minute."""

    tackle_won: float = 0.12
    beaten: float = -0.06
    interception: float = 0.06
    recovery: float = 0.02
    clearance: float = 0.03
    block: float = 0.10
    foul: float = -0.06
    penalty: float = -0.80
    yellow: float = -0.25
    red: float = -1.20
    bad_touch: float = -0.03
    save: float = 0.0
    goal: float = 0.0  # his own
    shot: float = 0.0  # per xG of his own shots
    conceded: float = -0.20  # any goal against
    conceded_here: float = -0.40  # on top, when it came through his zone
    shot_here: float = -0.50  # per xG of rivals' shots from his zone
    touch_here: float = -0.003  # each touch of theirs in his zone near goal
    in_place: float = 0.020  # a minute of the rivals' possession in his place
    away: float = -0.08  # a minute of it far from his place
    caught: float = -0.24  # a minute of it with the ball behind his back


DEFENDER = Weights()
KEEPER = replace(DEFENDER, save=0.10, conceded=-0.40, conceded_here=0.0, shot_here=0.0, touch_here=0.0, caught=0.0)
MIDFIELDER = replace(DEFENDER, goal=0.60, shot=0.20, conceded=-0.12, conceded_here=-0.25, away=-0.05, caught=-0.08)
FORWARD = replace(
    MIDFIELDER, goal=0.90, shot=0.30, conceded=-0.05, conceded_here=-0.10, touch_here=0.0, away=0.0, caught=0.0
)
OF_LINE = {"GK": KEEPER, "DF": DEFENDER, "MF": MIDFIELDER, "FW": FORWARD}

WON = {Action.INTERCEPTION: "interception", Action.RECOVERY: "recovery", Action.CLEARANCE: "clearance"}
WON |= {Action.BLOCK: "block", Action.FOUL: "foul", Action.PENALTY_AWARDED: "penalty", Action.YELLOW: "yellow"}
WON |= {Action.SECOND_YELLOW: "red", Action.RED: "red", Action.BAD_TOUCH: "bad_touch", Action.KEEPER_SAVE: "save"}
WON |= {Action.KEEPER_CLAIM: "interception", Action.KEEPER_PUNCH: "clearance", Action.KEEPER_PICK_UP: "recovery"}
"""What an event of his own is called in `Weights`; tackles, shots and goals need a closer look."""


class Spot(NamedTuple):
    """A rival's action on the ball, kept while a goal may come of it: where from and to, the side's frame."""

    tick: int
    x: float
    y: float
    end_x: float
    end_y: float


class RoleRating:
    """One man's rating as the match goes on: call `see` every tick or every second, read `value`.

    `written` adds up what moved it, by name of `Weights`, in points: the manager's notebook.
    """

    def __init__(self, slot: int, setup: Setup) -> None:
        if not 0 <= slot < 2 * SIDE:
            raise ValueError(f"no slot {slot}; slots are 0 to {2 * SIDE - 1} (home 0–10, away 11–21)")
        self.slot, self.side, self._k = slot, slot // SIDE, slot % SIDE
        self.map = RoleMap.of(setup, self.side)
        post = Post(setup.sheets[self.side].post[self._k])
        self.weights = next(OF_LINE[line] for line, posts in LINES.items() if post in posts)
        self.written: dict[str, float] = {}
        self._looked = -1
        self._theirs: deque[Spot] = deque(maxlen=6)

    @property
    def value(self) -> float:
        """The mark now, above 0 and below 10."""
        points = math.fsum(self.written.values())
        room = BEST - START if points > 0 else START
        return START + points / (1.0 + abs(points) / room)

    def see(self, match: Match, events: Iterable[Event] = ()) -> None:
        """Take in `match` as it is now, and what happened since the last call (events of its notes, in order)."""
        for event in events:
            if event.slot < 0:
                continue
            sign = match.teams[self.side].attacks
            if event.slot == self.slot:
                self._did(event)
            elif event.slot // SIDE != self.side:
                self._suffered(event, sign)
            elif event.action == Action.GOAL and event.result == Result.OWNGOAL:
                self._conceded(event.tick)
        if match.tick - self._looked >= LOOK_EVERY:
            self._look(match)

    def _write(self, name: str, times: float = 1.0) -> None:
        weight: float = getattr(self.weights, name)
        if weight != 0.0:
            self.written[name] = self.written.get(name, 0.0) + weight * times

    def _did(self, event: Event) -> None:
        """Something he did himself."""
        action = Action(event.action)
        if action == Action.CHALLENGE:
            self._write("tackle_won" if event.result == Result.SUCCESS else "beaten")
        elif action in SHOTS:
            self._write("shot", event.worth)
        elif action == Action.GOAL and event.result == Result.OWNGOAL:
            self._conceded(event.tick)
        elif action == Action.GOAL:
            self._write("goal")
        elif action in WON:
            self._write(WON[action])

    def _suffered(self, event: Event, sign: int) -> None:
        """Something a rival did: what came of it in his zone."""
        if event.action == Action.GOAL:
            if event.result != Result.OWNGOAL:
                self._conceded(event.tick)
            return
        if event.action not in TOUCHES:
            return
        spot = Spot(event.tick, event.x * sign, event.y * sign, event.end_x * sign, event.end_y * sign)
        self._theirs.append(spot)
        if spot.x + HALF_LENGTH > GUARDED or self._k == 0 or self.map.guard_of(spot.x, spot.y) != self._k:
            return
        self._write("touch_here")
        if event.action in SHOTS and event.action != Action.SHOT_PENALTY:
            self._write("shot_here", event.worth)

    def _conceded(self, tick: int) -> None:
        """A goal against; through his zone when the shot came from there, or the ball before it went there."""
        self._write("conceded")
        recent = [spot for spot in self._theirs if (tick - spot.tick) * DT <= BUILD_UP][-2:]
        places = [(spot.x, spot.y) for spot in recent] + [(spot.end_x, spot.end_y) for spot in recent[:-1]]
        if self._k and any(self.map.guard_of(x, y) == self._k for x, y in places if x + HALF_LENGTH <= GUARDED):
            self._write("conceded_here")
        self._theirs.clear()

    def _look(self, match: Match) -> None:
        """Where he stood since the last look, if the rivals had the ball in play."""
        since = match.tick - self._looked if self._looked >= 0 else 0
        self._looked = int(match.tick)
        player, ball = match.players[self.slot], match.ball
        if match.dead.kind != 0 or match.having == self.side or player.on == 0 or since > 20 * LOOK_EVERY:
            return
        minutes = since * DT / 60.0
        sign = match.teams[self.side].attacks
        x, y = player.x * sign, player.y * sign
        ball_x = ball.x * sign
        place = self.map.place(self._k, ball_x, ball.y * sign)
        off = math.hypot(place[0] - x, place[1] - y) - CLOSE
        if off <= 0.0 or match.presser[self.side] == self.slot:
            self._write("in_place", minutes)
        else:
            self._write("away", minutes * min(off / FAR, 1.5))
        if x > ball_x + CAUGHT:
            self._write("caught", minutes)
