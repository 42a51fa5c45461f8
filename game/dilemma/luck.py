"""How much of a result was decision and how much luck: an identity, not a model.

V(s) is what a moment is worth if everybody goes on by the reference, Q(s, a) what it is worth once
action a is taken. Along any match (theory C1)

    outcome − V(s_0) = Σ [Q(s_t, a_t) − V(s_t)]  +  Σ [V(s_{t+1}) − Q(s_t, a_t)]
                       decision                     luck

because the sum telescopes. Luck has mean 0; the mean of the decisions is exactly what playing so
instead of by the reference is worth (C2, the performance-difference lemma).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.dilemma.payoffs import BoolArray, FloatArray, IntArray
from game.dilemma.score_chain import ScoreChain


class Split(NamedTuple):
    """Decision and luck at each of T moments, (…, T).

    No decision is positive when the reference is the best plan.
    """

    decision: FloatArray
    luck: FloatArray


def split(values: npt.ArrayLike, chosen: npt.ArrayLike) -> Split:
    """Split paths into decision and luck.

    `values` (…, T + 1) is V along each path, its last entry the outcome; `chosen` (…, T) is Q of
    what was done. Leading axes are matches.
    """
    worth = np.asarray(values, dtype=np.float64)
    taken = np.asarray(chosen, dtype=np.float64)
    if worth.shape[:-1] != taken.shape[:-1] or worth.shape[-1] != taken.shape[-1] + 1:
        raise ValueError(
            f"values have shape {worth.shape} and choices {taken.shape};"
            " a path needs one value more than it has choices"
        )
    return Split(taken - worth[..., :-1], worth[..., 1:] - taken)


def split_games(chain: ScoreChain, path: IntArray, *, plan: BoolArray, reference: BoolArray) -> Split:
    """Split games of the score chain, played to `plan`, against the reference plan.

    `path` is (games, T + 1) goal differences; plans are (T + 1, n) by steps left.
    """
    worth = chain.values(reference)
    chosen = _action_values(chain, worth, plan)
    place = path + chain.reach
    left = np.arange(path.shape[1] - 1, -1, -1)
    return split(worth[left, place], chosen[left[:-1], place[:, :-1]])


def mean_decision(chain: ScoreChain, start: int, *, plan: BoolArray, reference: BoolArray) -> float:
    """The expected sum of decision terms from difference `start`, without playing a game.

    C2: equal to the value of `plan` minus that of `reference`.
    """
    worth = chain.values(reference)
    advantage = _action_values(chain, worth, plan) - worth
    chance = np.zeros(chain.differences.size)
    chance[start + chain.reach] = 1.0
    total = 0.0
    for left in range(len(plan) - 1, 0, -1):
        total += float(chance @ advantage[left])
        chance = _one_step_on(chain, chance, plan[left])
    return total


def _action_values(chain: ScoreChain, worth: FloatArray, plan: BoolArray) -> FloatArray:
    """Q of what `plan` does with so many steps left, going on by the reference, (T + 1, n)."""
    rows = [worth[0]]
    for after, pushing in zip(worth[:-1], plan[1:], strict=True):
        stay, push = (chain.step_back(after, mode) for mode in (chain.stay, chain.push))
        rows.append(np.where(pushing, push, stay))
    return np.array(rows)


def _one_step_on(chain: ScoreChain, chance: FloatArray, pushing: BoolArray) -> FloatArray:
    """Where a game is a step later; a goal beyond the grid stays at its edge."""
    scored = chance * np.where(pushing, chain.push.own, chain.stay.own)
    conceded = chance * np.where(pushing, chain.push.opponent, chain.stay.opponent)
    later = chance - scored - conceded
    later[1:] += scored[:-1]
    later[-1] += scored[-1]
    later[:-1] += conceded[1:]
    later[0] += conceded[0]
    return np.asarray(later, dtype=np.float64)
