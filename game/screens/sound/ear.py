"""The ear: hears what a match has just done, and lets the voice sound like it.

Whistles, kicks and the woodwork come from events and from the ball; the crowd, which is the home side's, follows
danger at either end.
"""

from __future__ import annotations

import math

from game.events import Action, Event, Result
from game.pitch import HALF_LENGTH, HALF_WIDTH
from game.screens.sound.voice import Voice
from game.state import NOBODY, SIDE, Match, Notes

SHOTS = {Action.SHOT, Action.SHOT_FREEKICK, Action.SHOT_PENALTY}
FULL_KICK = 26.0  # m/s: a shot with all he has
TOUCH = 2.5  # m/s, softer contacts are not heard
QUIET = 0.12  # level with the ball in midfield
NEAR = 45.0  # m from a goal at which the stands begin to stir
OWN_HALF = 0.75  # a home crowd is less loud at the other end
EASE = 0.08  # share of the way to the wanted level a tick goes
WHISTLED = {Action.FOUL: "whistle_short", Action.OFFSIDE: "whistle_short", Action.PENALTY_AWARDED: "whistle_long"}
TACKLES = {"TACKLE", "CHALLENGE"}  # by name: not every engine has both words
ENDS = {Action.HALF_START: "whistle_long", Action.HALF_END: "whistle_double", Action.MATCH_END: "whistle_triple"}


class Ear:
    """Listens to one match; call `hear` after every tick, or after several when time runs fast."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.level = QUIET
        self._read = 0
        self._kicked = NOBODY
        self._struck = NOBODY

    def hear(self, match: Match, notes: Notes) -> None:
        """Sound like what has happened since the last call."""
        self._read = min(self._read, int(notes.count))
        for nth in range(self._read, int(notes.count)):
            event = notes.events[nth]
            if (
                event.action != Action.HALF_END or match.clock.over == 0
            ):  # the last half ends in the final whistle alone
                self._tell(event)
        self._read = int(notes.count)
        self._kick(match)
        self._woodwork(match)
        self.level += EASE * (danger(match) - self.level)
        self.voice.crowd(self.level)

    def skip(self, match: Match, notes: Notes) -> None:
        """Take what has happened as heard: after a jump in time."""
        self._read = int(notes.count)
        self._kicked, self._struck = int(match.ball.kicked), int(match.ball.struck_frame)

    def _tell(self, event: Event) -> None:
        """The sound of one event, if it has one."""
        try:
            action = Action(int(event.action))
        except ValueError:
            return
        pan = 0.6 * float(event.x) / HALF_LENGTH
        if action in WHISTLED or action in ENDS:
            self.voice.play(WHISTLED.get(action) or ENDS[action])
        elif action is Action.GOAL:
            self._goal(event)
        elif action is Action.KEEPER_SAVE:
            self.voice.play("save", pan=pan)
            self.voice.play("gasp")
        elif action in SHOTS and event.result != Result.SUCCESS:
            self.voice.play("groan" if event.slot < SIDE else "gasp", volume=0.5 + min(0.5, float(event.worth)))
        elif action.name in TACKLES and event.result == Result.SUCCESS:
            self.voice.play("tackle", volume=0.7, pan=pan)

    def _goal(self, event: Event) -> None:
        """The net, then the stands: they roar for the home side."""
        home = (0 <= event.slot < SIDE) != (event.result == Result.OWNGOAL)
        self.voice.play("net")
        self.voice.play("roar" if home else "groan")
        self.level = 1.0 if home else QUIET

    def _kick(self, match: Match) -> None:
        """A ball kicked since the last call, as loud as it is fast."""
        kicked = int(match.ball.kicked)
        if kicked == self._kicked or kicked <= 0:
            return
        self._kicked = kicked
        speed = math.hypot(match.ball.vx, match.ball.vy)
        if speed < TOUCH:
            return
        power = min(speed / FULL_KICK, 1.0)
        name = "kick_hard" if power > 0.75 else "kick" if power > 0.4 else "kick_soft"
        self.voice.play(name, volume=0.3 + 0.7 * power, pan=0.6 * float(match.ball.x) / HALF_LENGTH)

    def _woodwork(self, match: Match) -> None:
        """Post or bar."""
        struck = int(match.ball.struck_frame)
        if struck != self._struck and struck > 0:
            self._struck = struck
            self.voice.play("post")
            self.voice.play("gasp")


def danger(match: Match) -> float:
    """How loud the stands are, 0…1: nearness of the ball to a goal, more where the home side attacks."""
    if match.dead.kind != 0 or match.clock.over == 1:
        return QUIET
    home = int(match.teams[0].attacks)
    ball_x, ball_y = float(match.ball.x) * home, float(match.ball.y)
    ahead = _near(HALF_LENGTH - ball_x, ball_y) * (1.0 if match.having == 0 else 0.6)
    behind = OWN_HALF * _near(HALF_LENGTH + ball_x, ball_y) * (1.0 if match.having == 1 else 0.5)
    flying = 0.3 if match.ball.shot == 1 else 0.0
    return min(1.0, max(QUIET, ahead, behind) + flying)


def _near(far: float, aside: float) -> float:
    """0 from NEAR m away, 1 in front of goal; half at the corner flag."""
    share = max(0.0, 1.0 - math.hypot(far, 0.7 * aside) / NEAR)
    return share * (1.0 - 0.4 * min(1.0, abs(aside) / HALF_WIDTH))
