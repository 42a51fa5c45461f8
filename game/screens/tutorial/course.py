"""The six cards in order, without a window: what each shows, what ends it, and how the match stands meanwhile.

A card is over when its action has been done and it has been up long enough to be read; nothing else moves it on.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from game.fixture import Fixture
from game.screens.play.asked import Asked
from game.screens.play.playing import Playing
from game.screens.play.reckoning import Reckoning, reckon
from game.state import TICKS_PER_SECOND

PITCH = "late-deficit"  # the match it is shown on
SEED = 11  # a quiet spell at its start; only what is seen depends on it
ENDS_IN = "late-deficit"  # the scenario it hands over to: one down, five minutes left
READ = 2.0  # s a card stays at least
MOVED = 2.0  # m that count as having moved
HELD = 1.2  # s a key is held to count
PATIENT = 8.0  # s after which a card is done even where the match gives it nothing to show
CAME_BACK = 3.0  # m towards his own goal that count as having returned


@dataclass(frozen=True)
class Look:
    """What is looked at each tick to see whether the action is done."""

    asked: Asked
    looking: bool  # the look behind is held
    told: Reckoning
    x: float  # m, he, his side attacking +x
    y: float
    pushing: bool


@dataclass(frozen=True)
class Card:
    """One card: `name` in the word files, the action that is shown as a key, and what ends it."""

    name: str
    action: str  # a game/screens/play/actions.Action by value
    done: Callable[[Course, Look], bool]


class Course:
    """The run through the cards on one match, ticked by `tick`."""

    def __init__(self) -> None:
        self.playing = Playing(Fixture(PITCH), seed=SEED)
        self.step = 0
        self.ticks = 0  # since the card came up
        self.held = 0  # ticks its key has been held
        self.began = self._spot()
        self.furthest = self.began[0]
        self.told = self._reckoned()

    @property
    def card(self) -> Card | None:
        """The card that is up; None when all are done."""
        return CARDS[self.step] if self.step < len(CARDS) else None

    @property
    def over(self) -> bool:
        """Whether all cards are done."""
        return self.card is None

    def tick(self, asked: Asked, *, looking: bool) -> None:
        """Play one tick as `asked`, and see whether the card's action is done."""
        if self.card is None:
            return
        self.playing.tick(asked)
        x, y = self._spot()
        self.ticks += 1
        self.furthest = max(self.furthest, x)
        self.told = self._reckoned()
        look = Look(asked, looking, self.told, x, y, self.playing.pushing)
        if self.card.done(self, look) and self.ticks >= READ * TICKS_PER_SECOND:
            self._next()

    def seconds_held(self, holds: bool) -> float:
        """Seconds, in all, that a key has been held since the card came up; `holds`: now too."""
        self.held += int(holds)
        return self.held / TICKS_PER_SECOND

    def _next(self) -> None:
        self.step += 1
        self.ticks = self.held = 0
        self.began = self._spot()
        self.furthest = self.began[0]

    def _reckoned(self) -> Reckoning:
        """What he must reckon with now."""
        return reckon(self.playing.match, self.playing.setup, self.playing.slot)

    def _spot(self) -> tuple[float, float]:
        """Where he is, his side attacking +x."""
        player = self.playing.match.players[self.playing.slot]
        return float(player.x) * self.playing.attacks, float(player.y) * self.playing.attacks


def _moved(course: Course, look: Look) -> bool:
    away = math.hypot(look.x - course.began[0], look.y - course.began[1])
    return course.seconds_held(look.asked.way is not None) > 0.0 and away >= MOVED


def _pushed(course: Course, look: Look) -> bool:
    """Held until he has left space behind, which the next card is about; or long enough, where he cannot get away."""
    held = course.seconds_held(look.pushing)
    return held >= HELD and look.pushing and (look.told.space is not None or held >= PATIENT)


def _returned(course: Course, look: Look) -> bool:
    """Let go after having been up: he is on his way back, or stands where he can see the space."""
    return not look.pushing and (course.furthest - look.x >= CAME_BACK or course.ticks >= 3 * READ * TICKS_PER_SECOND)


def _crossed(course: Course, look: Look) -> bool:
    """Beyond the line, or on the way there for a while: it may run away from him with the ball."""
    return course.seconds_held(look.pushing) >= HELD and (look.told.beyond or course.held >= PATIENT * TICKS_PER_SECOND)


def _looked(course: Course, look: Look) -> bool:
    return course.seconds_held(look.looking) >= HELD / 2


def _went(course: Course, look: Look) -> bool:
    return course.seconds_held(look.pushing) > 0.0


CARDS = (
    Card("move", "up", _moved),
    Card("push", "push", _pushed),
    Card("space", "push", _returned),
    Card("line", "push", _crossed),
    Card("look", "look", _looked),
    Card("job", "push", _went),
)
"""In order."""
