"""From a payoff to stakes: what one more goal is worth at every score and time.

`V(for, against, t)` is the payoff's expectation when both sides go on scoring at ordinary rates, independent of
each other (Poisson). Nobody decides anything in that model, so the expectation over all remaining goals is taken
in one step for every time node; stepping back from the whistle gives the same numbers more slowly.
"""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

from game.policies.final import Final, Terms
from game.policies.registry import Payoff
from game.post import Post
from game.state import GOALS, NODES
from game.value.stakes import seconds_of_node

SCORING_RATE = 0.0155  # goals per team-minute, eight leagues 2009-2018 (schochastics/football-data)
MORE = 16  # further goals a side the expectation reaches; 138 minutes bring 2.1, more than 16 once in 1e10
HIS_MOST = 6  # goals one player is followed to

SHARE_OF_GOALS = {
    Post.GK: 0.0,
    Post.CB: 0.04,
    Post.RB: 0.02,
    Post.LB: 0.02,
    Post.DM: 0.04,
    Post.CM: 0.08,
    Post.AM: 0.13,
    Post.RW: 0.15,
    Post.LW: 0.15,
    Post.ST: 0.30,
}
"""Part of his side's goals a man at each post scores; tuned, see the census."""

Table = NDArray[np.float64]


@functools.lru_cache(maxsize=256)
def stakes_table(payoff: Payoff, terms: Terms, post: Post) -> Table:
    """The worth of one more goal, raw differences of V, shape (GOALS, GOALS, NODES, 3).

    Axes: goals for, goals against, time node (value/stakes.py); then score, concede, personal. `personal` comes
    on top of `score` when he scores it himself. Goals he has scored so far count as none, which changes nothing
    for a payoff that pays each of his goals alike. Raises ValueError where `payoff` pays no finite number.
    """
    pays = _payoffs(payoff, terms)
    rates = SCORING_RATE / 60.0 * np.array([seconds_of_node(node) for node in range(NODES)])
    share = 0.0 if _pays_his_goals_alike(pays) else SHARE_OF_GOALS[post]
    value = _expected(pays, rates, share)
    now = value[0, :-1, :-1]
    after_his = value[1, 1:, :-1]
    score = value[0, 1:, :-1] - now
    concede = now - value[0, :-1, 1:]
    table = np.stack([score, concede, after_his - value[0, 1:, :-1]], axis=-1)
    # nothing at stake must be nothing, not 1e-17; and machines may differ in the last bits of a sum
    table = table.round(12) + 0.0
    table.setflags(write=False)
    return table


def _payoffs(payoff: Payoff, terms: Terms) -> Table:
    """What is paid at every final score, shape (his goals, for, against); he cannot score more than his side."""
    reach = GOALS + 1 + MORE
    pays = np.empty((HIS_MOST + 2, reach, reach))
    for scored in range(reach):
        for conceded in range(reach):
            for his in range(HIS_MOST + 2):
                final = Final(scored, conceded, min(his, scored), terms)
                pays[his, scored, conceded] = payoff(final)
    if not np.isfinite(pays).all():
        his, scored, conceded = np.argwhere(~np.isfinite(pays))[0]
        name = getattr(payoff, "__name__", "payoff").replace("_", "-")
        raise ValueError(
            f"policy '{name}' pays {pays[his, scored, conceded]} at {scored}-{conceded}; a payoff is a finite number"
        )
    return pays


def _pays_his_goals_alike(pays: Table) -> bool:
    """Whether each goal of his adds the same at every score, so that who scores the others is no matter."""
    reach = pays.shape[1]
    possible = np.arange(1, HIS_MOST + 2)[:, None] <= np.arange(reach)
    steps = np.diff(pays, axis=0)[possible]
    return bool(np.ptp(steps) < 1e-12)


def _expected(pays: Table, rates: Table, share: float) -> Table:
    """V at his goals 0 and 1, shape (2, GOALS + 1, GOALS + 1, NODES); `rates`: goals to come, a side."""
    conceding = np.einsum("hsac,nc->hsan", _windows(pays, 2), _chances(rates, MORE))
    by_mates = _chances(rates * (1.0 - share), MORE)
    by_him = _chances(rates * share, HIS_MOST if share else 0)
    value = np.zeros((2, GOALS + 1, GOALS + 1, NODES))
    for his in range(by_him.shape[1]):
        # a goal of his is also one of his side's; past the reach the last row stands for the rest
        rows = np.minimum(np.arange(pays.shape[1]) + his, pays.shape[1] - 1)
        ahead = _windows(conceding[his : his + 2][:, rows], 1)
        value += np.einsum("hsanm,nm->hsan", ahead, by_mates) * by_him[:, his]
    return value


def _windows(values: Table, axis: int) -> Table:
    """For each of the GOALS + 1 first entries along `axis` the MORE + 1 from it on, as a new last axis."""
    return np.lib.stride_tricks.sliding_window_view(values, MORE + 1, axis=axis)


def _chances(rates: Table, most: int) -> Table:
    """Poisson chances of 0 … `most` goals for each rate, shape (rates, most + 1); `most` holds the tail."""
    steps = np.ones((len(rates), most + 1))
    steps[:, 1:] = rates[:, None] / np.arange(1, most + 1)
    chances: Table = np.exp(-rates)[:, None] * np.cumprod(steps, axis=1)
    chances[:, -1] += 1.0 - chances.sum(axis=1)
    return chances
