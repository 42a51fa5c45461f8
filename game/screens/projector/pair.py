"""Two matches side by side on the same luck, played in step."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from game.fixture import Fixture, arrange
from game.match import tell
from game.record import copy
from game.screens.camera import Camera
from game.screens.live import Live
from game.screens.loop import Pace
from game.screens.play.playing import Playing
from game.screens.programme import programme_of
from game.state import TICKS_PER_SECOND, Match

WORKING = 0.035  # s of a frame spent on ticks at most
CHEERED = 4 * TICKS_PER_SECOND  # ticks a goal is told of
SPEED = 4.0  # times true time; two matches are followed in outline


@dataclass
class Shown:
    """One of the two: its title, its run, and what it has come to since they began."""

    title: str
    live: Live
    slot: int | None = None  # whose choice makes the difference, if it is one man's
    camera: Camera = field(default_factory=Camera)
    seen: int = 0  # ticks in play
    forward: int = 0  # of them with the ball in the rivals' half

    scored_at: int = -CHEERED

    def __post_init__(self) -> None:
        home = self.live.match.teams[0]
        self._shots, self._xg, self._goals = int(home.shots), float(home.xg), int(home.goals)

    @property
    def figures(self) -> tuple[int, float, int, float]:
        """Shots, xG, goals of the home side since then, and the share of time the ball was in the rivals' half."""
        home = self.live.match.teams[0]
        share = self.forward / self.seen if self.seen else 0.0
        return int(home.shots) - self._shots, float(home.xg) - self._xg, int(home.goals) - self._goals, share

    @property
    def cheering(self) -> bool:
        """Whether somebody has just scored."""
        return int(self.live.match.tick) - self.scored_at < CHEERED

    def tick(self) -> None:
        """One tick, counted."""
        match = self.live.match
        goals = match.teams[0].goals + match.teams[1].goals
        self.live.tick()
        if match.teams[0].goals + match.teams[1].goals > goals:
            self.scored_at = int(match.tick)
        if not match.dead.kind and not match.clock.over:
            self.seen += 1
            self.forward += float(match.ball.x) * int(match.teams[0].attacks) > 0.0


class Pair:
    """Both; `over` when both are."""

    def __init__(self, left: Shown, right: Shown) -> None:
        self.both = (left, right)
        self.pace = Pace(SPEED)

    @property
    def over(self) -> bool:
        """Whether both whistles have gone."""
        return all(each.live.match.clock.over for each in self.both)

    def pass_time(self, seconds: float) -> int:
        """Play what is due; the number of ticks."""
        due = self.pace.due(seconds) if not self.over else 0
        until = time.perf_counter() + WORKING
        for nth in range(due):
            for each in self.both:
                each.tick()
            if time.perf_counter() > until:
                self.pace.forget()
                return nth + 1
        return due


def two_jobs(fixtures: Sequence[Fixture], titles: Sequence[str], *, seed: int) -> Pair:
    """The same match twice, the home eleven playing for something else."""
    left, right = (_begun(fixture, title, seed) for fixture, title in zip(fixtures, titles, strict=True))
    return Pair(left, right)


def two_choices(playing: Playing, page: Match, titles: Sequence[str], words: Sequence[str]) -> Pair:
    """The run of `playing` from `page` on, his man told either of the `words` to the whistle."""
    shown = []
    for title, word in zip(titles, words, strict=True):
        match = copy(page)
        tell(match, playing.slot, word)
        shown.append(Shown(title, Live(match, playing.setup, playing.programme), playing.slot))
    return Pair(*shown)


def _begun(fixture: Fixture, title: str, seed: int) -> Shown:
    made = arrange(fixture)
    programme = programme_of(fixture.scenario, made.setup, home=made.fixture.home, away=made.fixture.away)
    return Shown(title, Live(made.matches([seed])[0], made.setup, programme))
