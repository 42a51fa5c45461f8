"""What the home side must reach in a scenario, as a machine can check it: the yardstick of P(objective).

It is the margin the scenario's file says the home side needs, or follows from competition and score.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from game.teams.competitions import KNOCK_OUT


@dataclass(frozen=True)
class Objective:
    """The least that counts as success, home side's view.

    `kind` says it in a word: `win`, `hold` (keep the lead, which is a win too), `draw` (at least), `through` (win the
    tie, after kicks from the mark if need be), `win-by` and `lose-by` (`goals` or better).
    """

    kind: str
    margin: int  # goal difference of this match that is enough; of the tie for `through`
    first_leg: int = 0  # home side's lead brought along

    @property
    def goals(self) -> int:
        """The margin without its sign, as a sentence wants it."""
        return abs(self.margin)

    @property
    def key(self) -> str:
        """Where the word files say it; the sentence may name {goals}."""
        return f"scenarios.objective_{self.kind.replace('-', '_')}"

    def met(self, margin: Any, kicks: Any = 0) -> Any:
        """Whether a final `margin`, home minus away goals, and `kicks` from the mark reach it; arrays broadcast."""
        total = np.asarray(margin) + self.first_leg
        if self.kind == "through":
            return (total > 0) | ((total == 0) & (np.asarray(kicks) > 0))
        return total >= self.margin

    def reached(self, match: Any) -> bool:
        """Whether the score of `match` as it stands reaches it."""
        home, away = match.teams[0], match.teams[1]
        return bool(self.met(home.goals - away.goals, home.kicks_scored - away.kicks_scored))


def objective(needs: int | None, *, competition: str, score: tuple[int, int], lead: int) -> Objective:
    """The objective of a home side that `needs` this margin; None: what competition and score ask for.

    Behind that is a draw, level a win, ahead to hold the lead; in a knock-out to go through, `lead` brought along.
    """
    if needs is not None:
        return _by_margin(needs)
    if competition in KNOCK_OUT:
        return Objective("through", 1, lead)
    if score[0] < score[1]:
        return Objective("draw", 0)
    return Objective("hold" if score[0] > score[1] else "win", 1)


def _by_margin(margin: int) -> Objective:
    """A goal difference, as it is said."""
    if margin in (0, 1):
        return Objective("draw" if margin == 0 else "win", margin)
    return Objective("win-by" if margin > 0 else "lose-by", margin)
