"""Who is worth how much to a coalition: first in, last in, and the fair mean of all orders.

A coalition is the set of players who play for the team (team-win) while the rest keep to their
job descriptions. Players of one role are interchangeable, so a coalition is a count a role: eleven
players are 2 × 5 × 4 × 4 = 160 coalitions, not 2,048 (theory C3, C4).

The worth of every coalition is an array with an axis a role, of length players + 1; players nobody
can exchange are roles of one. Further axes are carried along: bootstrap samples, seeds.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
import numpy.typing as npt

from game.dilemma.payoffs import FloatArray


def coalitions(players: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Every coalition of `players` (how many in each role), as counts, nobody first."""
    return product(*(range(count + 1) for count in players))


def shapley(worth: npt.ArrayLike, *, players: Sequence[int]) -> FloatArray:
    """The Shapley value of one player of each role, (roles, …).

    The mean, over all orders in which the players could join, of what he adds when he joins. The
    values of all players add up to what everybody is worth together, above nobody.
    """
    table = _checked(worth, players)
    return np.stack([_mean_added(table, players, role) for role in range(len(players))])


def first_in(worth: npt.ArrayLike, *, players: Sequence[int]) -> FloatArray:
    """What one player of each role adds when he alone plays for the team, (roles, …)."""
    table = _checked(worth, players)
    nobody = (0,) * len(players)
    return np.stack([table[_with_one(nobody, role, 1)] - table[nobody] for role in range(len(players))])


def last_in(worth: npt.ArrayLike, *, players: Sequence[int]) -> FloatArray:
    """What is lost when one player of each role leaves: the difference reward, (roles, …)."""
    table = _checked(worth, players)
    everybody = tuple(players)
    return np.stack([table[everybody] - table[_with_one(everybody, role, -1)] for role in range(len(players))])


def _mean_added(table: FloatArray, players: Sequence[int], role: int) -> FloatArray:
    """What a player of `role` adds, over all coalitions of the others, each by its chance."""
    everybody = sum(players)
    others = [count - (place == role) for place, count in enumerate(players)]
    total = np.zeros(table.shape[len(players) :])
    for joined in coalitions(others):
        size = sum(joined)
        ways = math.prod(math.comb(n, k) for n, k in zip(others, joined, strict=True))
        # s!(n−s−1)!/n! = 1 / (n · C(n−1, s)): he joins next after some set of that size.
        chance = ways / (everybody * math.comb(everybody - 1, size))
        total = total + chance * (table[_with_one(joined, role, 1)] - table[joined])
    return total


def _with_one(joined: tuple[int, ...], role: int, more: int) -> tuple[int, ...]:
    return (*joined[:role], joined[role] + more, *joined[role + 1 :])


def _checked(worth: npt.ArrayLike, players: Sequence[int]) -> FloatArray:
    if not players or min(players) < 1:
        raise ValueError(f"players is {players}; every role needs 1 or more")
    table = np.asarray(worth, dtype=np.float64)
    wanted = tuple(count + 1 for count in players)
    if table.shape[: len(players)] != wanted:
        raise ValueError(f"worth has shape {table.shape}; its first axes must be {wanted}, players + 1 a role")
    return table
