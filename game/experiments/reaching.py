"""Whether finished matches reached what their scenario asked for, a number a match."""

from __future__ import annotations

import numpy as np
from scipy.special import pdtr

from game.experiments.outcomes import Values
from game.results import Rows
from game.teams.objectives import Objective

MOST_GOALS = 12  # of either side that chances are followed to


def reached(rows: Rows, aim: Objective) -> Values:
    """1 where the final score reached `aim`, else 0."""
    margin = rows["home_goals"] - rows["away_goals"]
    kicks = rows["home_kicks_scored"] - rows["away_kicks_scored"]
    return np.asarray(aim.met(margin, kicks), dtype=np.float64)


def reached_by_chances(rows: Rows, aim: Objective) -> Values:
    """The chance that goals as likely as the xG of both sides, Poisson, would have reached `aim`.

    Sharper than results, which hang on who of a few shots goes in; a little off where one chance is worth much, and
    where a goal changes what follows. A tie level after extra time counts half.
    """
    ours, theirs = _goals(rows["home_xg"]), _goals(rows["away_xg"])
    began = (rows["home_goals"] - rows["home_scored"]) - (rows["away_goals"] - rows["away_scored"])
    scored = np.arange(MOST_GOALS + 1)
    margins = began[:, None, None] + scored[:, None] - scored
    worth = np.asarray(aim.met(margins), dtype=np.float64)
    if aim.kind == "through":
        worth = worth + 0.5 * (margins + aim.first_leg == 0)
    return np.asarray(np.einsum("ni,nj,nij->n", ours, theirs, worth), dtype=np.float64)


def _goals(means: Values) -> Values:
    """Poisson chances of 0 … MOST_GOALS goals, the last holding the tail, shape (n, MOST_GOALS + 1)."""
    most = np.arange(MOST_GOALS + 1)
    under = pdtr(most, np.asarray(means, dtype=np.float64)[:, None])
    under[:, -1] = 1.0
    return np.diff(under, axis=1, prepend=0.0)
