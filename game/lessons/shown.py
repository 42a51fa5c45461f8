"""What the matches behind a lesson say: of either choice, either job, every dose of it, and every bonus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from game.dilemma.continuations import Option, margin
from game.dilemma.rollouts import compare
from game.fixture import Arranged, Fixture, arrange
from game.intervals import Interval, paired_difference, wilson
from game.lessons.lesson import Lesson
from game.match import LONGEST, run_on, scratch
from game.state import SIDE
from game.teams.scenarios import scenario

HOME = 0
BONUSES = {"goals": "per-goal-scored", "clean": "clean-sheet", "result": "team-win"}
"""What the eleven play for under each bonus a class may vote, by the option's name."""


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
    return two_shares(lesson, ("push", "stay"), found.rolls["margin"].T.tolist())


def either_job(lesson: Lesson, *, count: int) -> TwoShares:
    """The home eleven play for either of the lesson's two jobs, `count` matches of the same seeds each."""
    margins = [[each.margin for each in play(fixture, lesson, count=count)] for fixture in jobs(lesson)]
    return two_shares(lesson, lesson.jobs, margins)


@dataclass(frozen=True)
class Ended:
    """One match at the whistle, home side's view; goals are those since it began."""

    margin: int  # kicks from the mark decide a level tie
    scored: int
    conceded: int


def jobs(lesson: Lesson) -> list[Fixture]:
    """The lesson's match with the home eleven playing for either job."""
    return [Fixture(lesson.scenario, home=job) for job in lesson.jobs]


def bonuses(lesson: Lesson) -> dict[str, Fixture]:
    """The lesson's match under each bonus it lets the class choose from, by option; empty where it asks for none."""
    asked = lesson.questions.get("bonus")
    return {each: Fixture(lesson.scenario, home=BONUSES[each]) for each in asked.options} if asked else {}


def doses(lesson: Lesson) -> list[Fixture]:
    """The lesson's match with 0 to 11 of the home side playing for the second job, from the front to the back."""
    depths = [slot.depth for slot in scenario(lesson.scenario).home.sheet().formation.slots]
    order = sorted(range(SIDE), key=lambda slot: -depths[slot])
    few, many = lesson.jobs
    return [
        Fixture(lesson.scenario, home=few, slots=tuple((slot, many) for slot in sorted(order[:dose])))
        for dose in range(SIDE + 1)
    ]


def to_the_whistle(made: Arranged, seed: int) -> Ended:
    """One match played out on the luck of `seed`."""
    match = made.matches([seed])[0]
    before = [int(team.goals) for team in match.teams]
    run_on(match, made.setup, scratch(), LONGEST)
    scored, conceded = (int(team.goals) - was for team, was in zip(match.teams, before, strict=True))
    return Ended(margin(match, made.setup, HOME), scored, conceded)


def reached(lesson: Lesson, margins: Sequence[int]) -> Interval:
    """The share of matches with these final margins that reach the team's objective."""
    aim = scenario(lesson.scenario).aim
    return wilson(sum(bool(aim.met(each)) for each in margins), len(margins))


def two_shares(lesson: Lesson, names: tuple[str, str], margins: Sequence[Sequence[int]]) -> TwoShares:
    """Both shares and their difference, match by match; the columns of `margins` are of the same seeds."""
    aim = scenario(lesson.scenario).aim
    first, second = ([float(bool(aim.met(each))) for each in column] for column in margins)
    shares = reached(lesson, margins[0]), reached(lesson, margins[1])
    return TwoShares(names, shares, paired_difference(first, second), len(first))


@dataclass(frozen=True)
class DoseCurve:
    """How often the objective is reached with 0, 1, 2 … players for the result, on the same luck."""

    shares: tuple[Interval, ...]
    gains: tuple[Interval, ...]  # over none at all, match by match
    count: int  # matches of each

    @property
    def shows_from(self) -> int | None:
        """The number from which on it is better than none, whatever more join; None where that cannot be told."""
        better = [gain.low > 0.0 for gain in self.gains]
        return next((dose for dose in range(1, len(better)) if all(better[dose:])), None)


def dose_curve(lesson: Lesson, margins: Sequence[Sequence[int]]) -> DoseCurve:
    """The curve of final margins, a column for each of `doses`, of the same seeds; two matches at least."""
    aim = scenario(lesson.scenario).aim
    met = [[float(bool(aim.met(each))) for each in column] for column in margins]
    shares = tuple(reached(lesson, column) for column in margins)
    return DoseCurve(shares, tuple(paired_difference(column, met[0]) for column in met), len(met[0]))


@dataclass(frozen=True)
class Paid:
    """What the eleven made of one bonus."""

    share: Interval  # of matches that reached the objective
    scored: float  # goals a match since it began
    conceded: float


def under_bonus(lesson: Lesson, ended: Sequence[Ended]) -> Paid:
    """What came of matches played under one bonus; one at least."""
    share = reached(lesson, [each.margin for each in ended])
    return Paid(share, fmean(each.scored for each in ended), fmean(each.conceded for each in ended))


def play(fixture: Fixture, lesson: Lesson, *, count: int) -> list[Ended]:
    """`count` matches of `fixture` from the lesson's seed on."""
    made = arrange(fixture)
    return [to_the_whistle(made, lesson.seed + nth) for nth in range(count)]
