"""What each man, or line, adds to his side by his policy: bench him, play the same luck again, and compare.

A coalition is who plays by the mix under study; the others keep to their job descriptions. Every coalition plays the
same matches, so what somebody adds is a number a match, and his interval is that of paired matches (theory C3, C4).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.dilemma.payoffs import FloatArray
from game.dilemma.shapley import coalitions, first_in, last_in, shapley
from game.fixture import Arranged, Fixture, arrange
from game.intervals import Interval, mean
from game.policies.names import unknown
from game.post import LINES, Post
from game.record import copy
from game.state import NOBODY, SIDE

MOST_GROUPS = 8  # 256 coalitions; more would not be played

Coalition = tuple[int, ...]
"""Who joins: for each group in order 1 or 0."""


@dataclass(frozen=True)
class Group:
    """Some slots of a side (0–10) that join or stay away together."""

    name: str
    slots: tuple[int, ...]


class Worth(NamedTuple):
    """What one group adds to its side, in the unit of the table it was reckoned from."""

    group: str
    shapley: Interval  # the mean over all orders of joining
    first_in: Interval  # when it alone plays so
    last_in: Interval  # lost when it alone is benched: leave-one-out, the difference reward


def by_line(arm: Arranged, side: int = 0) -> list[Group]:
    """Keeper, defence, midfield, front: the groups of theory C4."""
    posts = [Post(arm.setup.sheets[side].post[k]) for k in range(SIDE)]
    lines = {line: tuple(k for k, post in enumerate(posts) if post in held) for line, held in LINES.items()}
    return [Group(line, slots) for line, slots in lines.items() if slots]


def by_slot(arm: Arranged, slots: Iterable[int], side: int = 0) -> list[Group]:
    """Single men, called by post, and by slot where two share a post."""
    chosen = list(slots)
    names = [Post(arm.setup.sheets[side].post[k]).name for k in chosen]
    return [
        Group(name if names.count(name) == 1 else f"{name} {k}", (k,)) for k, name in zip(chosen, names, strict=True)
    ]


def all_coalitions(groups: Sequence[Group]) -> list[Coalition]:
    """Every way for the groups to join or stay away, nobody first; ValueError for too many or overlapping ones."""
    if not 1 <= len(groups) <= MOST_GROUPS:
        raise ValueError(f"{len(groups)} groups; 1 to {MOST_GROUPS} can be benched in every combination")
    slots = [slot for group in groups for slot in group.slots]
    if len(set(slots)) < len(slots) or not all(0 <= slot < SIDE for slot in slots):
        raise ValueError(f"groups share a slot, or have one outside 0 to {SIDE - 1}: {sorted(slots)}")
    return list(coalitions((1,) * len(groups)))


def benched(fixture: Fixture, groups: Sequence[Group], joined: Coalition, *, side: int = 0) -> Arranged:
    """`fixture` with everybody of `side` who has not joined, or is in no group, at his job description.

    The mix of the side is the one under study. ValueError where its men are paid by no payoff: they bring no policy
    that could be taken from them.
    """
    arm = arrange(fixture)
    setup = copy(arm.setup)
    sheet = setup.sheets[side]
    if all(sheet.payoff[k] == NOBODY for k in range(SIDE)):
        raise ValueError(f"'{(fixture.home, fixture.away)[side]}' is made of job descriptions; bench a payoff's men")
    stays = {slot for group, join in zip(groups, joined, strict=True) if join for slot in group.slots}
    for k in range(SIDE):
        if k not in stays:
            sheet.payoff[k] = NOBODY
    return replace(arm, setup=setup)


def contributions(paid: npt.ArrayLike, groups: Sequence[Group]) -> list[Worth]:
    """What each group adds, from what every coalition was paid in every match: (coalitions, matches).

    Coalitions in the order of `all_coalitions`. Shapley values are linear, so they are taken match by match, and
    their intervals are those of paired matches; over all groups they add up to everybody's worth above nobody's.
    """
    values = np.asarray(paid, dtype=np.float64)
    known = all_coalitions(groups)
    if values.ndim != 2 or len(values) != len(known):
        raise ValueError(f"paid has shape {values.shape}; {len(groups)} groups need ({len(known)}, matches)")
    players = (1,) * len(groups)
    table: FloatArray = values.reshape(*(2,) * len(groups), -1)
    found = [measure(table, players=players) for measure in (shapley, first_in, last_in)]
    return [Worth(group.name, *(mean(each[k]) for each in found)) for k, group in enumerate(groups)]


def total(paid: npt.ArrayLike) -> Interval:
    """What everybody is worth above nobody, from the same table."""
    values = np.asarray(paid, dtype=np.float64)
    return mean(values[-1] - values[0])


def group_called(groups: Sequence[Group], name: str) -> Group:
    """The group of that name; KeyError with the nearest."""
    named = {group.name: group for group in groups}
    if name not in named:
        raise unknown("group", name, named)
    return named[name]
