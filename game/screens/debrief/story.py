"""What happened in a played match, told after it: the chance second by second, goals, ratings, moments worth seeing.

The run is played again from its first page under its orders; nothing is drawn here. The chance knows score and clock
only (theory T1); what your choice changed is measured by futures, see thinking.py.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from game.dilemma import moments, winning
from game.dilemma.role_rating import RoleRating
from game.events import Action, Result
from game.match import run_on, seconds_left
from game.record import blank, copy
from game.replay import obey
from game.screens import clock_face
from game.screens.debrief.thinking import PUSH, STAY, in_a_hundred
from game.screens.play.goal_rates import rates_of
from game.screens.play.played import Played
from game.state import EVENTS, SIDE, TICKS_PER_SECOND, Match, Notes
from game.teams.objectives import Objective
from game.teams.scenarios import scenario

STEP = 5  # ticks between two looks
LEAD_IN = 4 * TICKS_PER_SECOND  # ticks a moment is shown from before it happens
APART = 8 * TICKS_PER_SECOND  # ticks two moments lie apart at least
MOST = 5  # moments shown
WORTH_SEEING = 0.04  # xG of a shot that is
ROOM = 400  # events a page of notes must still have room for

SHOTS = {Action.SHOT, Action.SHOT_FREEKICK, Action.SHOT_PENALTY}
WEIGHTS = {Action.GOAL: 3.0, Action.RED: 2.0, Action.SECOND_YELLOW: 2.0, Action.PENALTY_AWARDED: 2.0}
WEIGHTS |= {Action.WOODWORK: 0.5}


@dataclass(frozen=True)
class Choice:
    """What the person did at a tick, and for how long (ticks) he kept to it."""

    tick: int
    did: str
    page: Match
    lasted: int


@dataclass(frozen=True)
class Moment:
    """A moment worth seeing again. `kind` is a key of the word file: goal_for, shot_against, push and so on."""

    tick: int
    kind: str
    slot: int
    weight: float

    @property
    def begins(self) -> int:
        """The tick to show it from."""
        return self.tick - LEAD_IN


@dataclass
class Story:
    """A run told. Lists run over looks, one a second or so."""

    played: Played
    objective: Objective
    ticks: list[int] = field(default_factory=list)
    clocks: list[str] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)  # 0…1, chance of reaching the objective
    ratings: list[float] = field(default_factory=list)  # of the person's man
    margins: list[int] = field(default_factory=list)  # home minus away goals
    left: list[float] = field(default_factory=list)  # s to the whistle as reckoned then
    goals: list[tuple[int, int]] = field(default_factory=list)  # tick, side
    openings: list[moments.Moment] = field(default_factory=list)  # real choices he had, see dilemma/moments.py
    moments: list[Moment] = field(default_factory=list)
    choices: tuple[Choice, ...] = ()

    @property
    def main(self) -> Choice:
        """The choice the debrief asks about: the longest push, or staying at the start where there was none."""
        return max(self.pushes, key=lambda choice: choice.lasted) if self.pushes else self.choices[0]

    @property
    def pushes(self) -> list[Choice]:
        """All times he went."""
        return [choice for choice in self.choices if choice.did == PUSH]

    def until(self, choice: Choice) -> int:
        """Ticks he kept to it, 0 when to the end."""
        ends = choice.tick + choice.lasted >= int(self.played.match.tick)
        return 0 if ends else choice.lasted

    def goals_at(self, tick: int) -> tuple[int, int]:
        """The score at `tick`."""
        page = self.played.page(tick)
        return int(page.teams[0].goals), int(page.teams[1].goals)

    def rating_at(self, tick: int) -> float:
        """The rating at about `tick`."""
        past = [value for at, value in zip(self.ticks, self.ratings, strict=True) if at <= tick]
        return past[-1] if past else self.ratings[0]

    def clock(self, tick: int) -> str:
        """What the clock read at about `tick`."""
        past = [reading for at, reading in zip(self.ticks, self.clocks, strict=True) if at <= tick]
        return past[-1] if past else self.clocks[0]


def choices_of(played: Played) -> tuple[Choice, ...]:
    """What he did, in order: staying from the start, then every push and return that was logged."""
    end, first = int(played.match.tick), played.pages[0]
    told = [
        (int(first.tick), STAY, first),
        *((each.tick, each.option, played.page(each.tick)) for each in played.decisions),
    ]
    ends = [tick for tick, _, _ in told[1:]] + [end]
    return tuple(Choice(tick, did, page, until - tick) for (tick, did, page), until in zip(told, ends, strict=True))


def tell(played: Played) -> Story:
    """Play the run again and write down what happened; 8,000 ticks take about a third of a second."""
    story = Story(played, scenario(played.fixture.scenario).aim, choices=choices_of(played))
    teller = _Teller(story)
    teller.play()
    return story


class _Teller:
    """The second playing of a run."""

    def __init__(self, story: Story) -> None:
        self.story, self.played = story, story.played
        self.match = copy(self.played.pages[0])
        self.notes = blank(Notes)
        self.read = 0
        self.rating = RoleRating(self.played.slot, self.played.setup)
        self.pays = in_a_hundred(story.objective)
        self.rates = rates_of(self.played.fixture)
        self.known: dict[tuple[int, int], float] = {}
        self.seen: list[Moment] = []
        self.open = -EVENTS  # tick he last had a real choice

    def play(self) -> None:
        """To where the run ended."""
        waiting = deque(sorted(self.played.orders, key=lambda order: order.tick))
        end = int(self.played.match.tick)
        self._look()
        while self.match.tick < end and self.match.clock.over == 0:
            while waiting and waiting[0].tick <= self.match.tick:
                obey(self.match, waiting.popleft(), self.played.setup)
            stop = min(end, int(self.match.tick) + STEP, waiting[0].tick if waiting else end)
            run_on(self.match, self.played.setup, self.notes, stop - int(self.match.tick))
            self._read()
            if self.match.tick - self.story.ticks[-1] >= TICKS_PER_SECOND or self.match.clock.over:
                self._look()
        decided = [Moment(choice.tick, choice.did, self.played.slot, 1.0) for choice in self.story.choices[1:]]
        self.story.moments = chosen([*self.seen, *decided])

    def _read(self) -> None:
        """What happened since the last look."""
        happened = [self.notes.events[nth] for nth in range(self.read, int(self.notes.count))]
        self.rating.see(self.match, happened)
        for event in happened:
            self._keep(int(event.action), int(event.tick), int(event.slot), float(event.worth), int(event.result))
        self.read = int(self.notes.count)
        if self.read > EVENTS - ROOM:
            self.notes.count = self.read = 0

    def _keep(self, action: int, tick: int, slot: int, worth: float, result: int) -> None:
        if slot < 0:
            return
        side = slot // SIDE
        if action == Action.GOAL:
            side = 1 - side if result == Result.OWNGOAL else side
            self.story.goals.append((tick, side))
            self.seen.append(Moment(tick, ("goal_for", "goal_against")[side], slot, WEIGHTS[Action.GOAL]))
        elif action in SHOTS and worth >= WORTH_SEEING:
            self.seen.append(Moment(tick, ("shot_for", "shot_against")[side], slot, worth))
        elif action in WEIGHTS:
            kind = {Action.WOODWORK: "woodwork", Action.PENALTY_AWARDED: "penalty"}.get(Action(action), "red")
            self.seen.append(Moment(tick, kind, slot, WEIGHTS[Action(action)]))

    def _look(self) -> None:
        match, setup, story = self.match, self.played.setup, self.story
        story.ticks.append(int(match.tick))
        story.clocks.append(clock_face.time_of(match, setup))
        story.ratings.append(self.rating.value)
        story.margins.append(int(match.teams[0].goals - match.teams[1].goals))
        story.left.append(float(seconds_left(match, setup)))
        story.shares.append(self._share())
        self._opening()

    def _opening(self) -> None:
        """Whether he has a real choice now; one that stays open is told once."""
        found = moments.choice(self.match, self.played.setup, self.played.slot, competition=self.pays)
        if found is not None:
            if found.tick - self.open > moments.APART * TICKS_PER_SECOND:
                self.story.openings.append(found)
            self.open = found.tick

    def _share(self) -> float:
        """The chance by score and clock; what it came to once it is over."""
        if self.match.clock.over:
            return float(self.played.outcome.reached)
        margin, left = self.story.margins[-1], round(self.story.left[-1])
        if (margin, left) not in self.known:
            own, rivals = self.rates
            value = winning.value(margin, left / 60.0, self.pays, own_rate=own, opponent_rate=rivals)
            self.known[margin, left] = float(value) / 100.0
        return self.known[margin, left]


def chosen(seen: Sequence[Moment]) -> list[Moment]:
    """The weightiest moments, none close upon another, in the order they happened."""
    kept: list[Moment] = []
    for moment in sorted(seen, key=lambda each: (-each.weight, each.tick)):
        if len(kept) < MOST and all(abs(moment.tick - other.tick) >= APART for other in kept):
            kept.append(moment)
    return sorted(kept, key=lambda each: each.tick)
