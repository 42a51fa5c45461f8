"""What the matches behind a lesson say: one moment with either choice, and one match with either job."""

from __future__ import annotations

from dataclasses import dataclass

from game.dilemma.continuations import Option, margin
from game.dilemma.rollouts import compare
from game.fixture import Fixture, arrange
from game.intervals import Interval, paired_difference, wilson
from game.lessons.lesson import Lesson
from game.match import LONGEST, run_on, scratch
from game.teams.scenarios import scenario

HOME = 0


@dataclass(frozen=True)
class TwoShares:
    """How often either of two ways reached the team's objective on the same luck, as shares of `count` matches."""

    names: tuple[str, str]
    shares: tuple[Interval, Interval]
    difference: Interval  # first minus second, match by match
    count: int

    @property
    def close(self) -> bool:
        """Whether so few matches leave it open which is better."""
        return not self.difference.excludes(0.0)


def either_choice(lesson: Lesson, *, count: int, workers: int | None = None) -> TwoShares:
    """The defender goes, or stays, from the lesson's first moment to the whistle; ValueError without a defender."""
    told = scenario(lesson.scenario)
    slot = told.controlled_slot
    if slot is None:
        raise ValueError(f"{told.name} has nobody to decide; give a lesson a scenario with 'controlled'")
    made = arrange(Fixture(told))
    options = (Option.told("push", slot), Option.told("stay", slot))
    start = made.matches([lesson.seed])[0]
    found = compare(start, made.setup, options, continuations=count, seed=lesson.seed, workers=workers, side=HOME)
    return _shares(lesson, ("push", "stay"), found.rolls["margin"].T.tolist())


def either_job(lesson: Lesson, *, count: int) -> TwoShares:
    """The home eleven play for either of the lesson's two jobs, `count` matches of the same seeds each."""
    seeds = list(range(lesson.seed, lesson.seed + count))
    return _shares(lesson, lesson.jobs, [_margins(lesson, job, seeds) for job in lesson.jobs])


def _margins(lesson: Lesson, job: str, seeds: list[int]) -> list[int]:
    made = arrange(Fixture(lesson.scenario, home=job))
    notes = scratch()
    found = []
    for match in made.matches(seeds):
        run_on(match, made.setup, notes, LONGEST)
        found.append(margin(match, made.setup, HOME))
    return found


def _shares(lesson: Lesson, names: tuple[str, str], margins: list[list[int]]) -> TwoShares:
    aim = scenario(lesson.scenario).aim
    first, second = ([float(bool(aim.met(each))) for each in column] for column in margins)
    count = len(first)
    shares = wilson(round(sum(first)), count), wilson(round(sum(second)), count)
    return TwoShares(names, shares, paired_difference(first, second), count)
