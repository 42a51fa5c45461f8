"""What the home side must reach in a scenario, as a machine can check it: the yardstick of P(objective).

It is written in the scenario's file or follows from competition and score; the words for it are in assets/words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from game.policies.names import unknown
from game.teams.competitions import KNOCK_OUT

NAMED = ("win", "draw", "hold", "through")
MOST_MARGIN = 9  # goals, either way


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


def objective(written: str | int | None, *, competition: str, score: tuple[int, int], lead: int) -> Objective:
    """The objective `written` in a scenario; None: what competition and score ask for.

    Behind that is a draw, level a win, ahead to hold the lead; in a knock-out to go through, `lead` brought along.
    Raises KeyError or ValueError in one line.
    """
    if isinstance(written, int) and not isinstance(written, bool):
        return _by_margin(written)
    kind = _usual(competition, score) if written is None else written
    if kind not in NAMED:
        raise unknown("objective", str(kind), NAMED)
    if (kind == "through") != (competition in KNOCK_OUT):
        raise ValueError(f"the objective of a {competition} match cannot be '{kind}'; through is for {KNOCK_OUT}")
    if kind == "through":
        return Objective(kind, 1, lead)
    return Objective(kind, 0 if kind == "draw" else 1)


def _usual(competition: str, score: tuple[int, int]) -> str:
    """What is wanted where nothing is written."""
    if competition in KNOCK_OUT:
        return "through"
    if score[0] < score[1]:
        return "draw"
    return "hold" if score[0] > score[1] else "win"


def _by_margin(margin: int) -> Objective:
    """A goal difference, as it is said."""
    if not -MOST_MARGIN <= margin <= MOST_MARGIN:
        raise ValueError(f"an objective is a margin from -{MOST_MARGIN} to {MOST_MARGIN}, not {margin}")
    if margin in (0, 1):
        return Objective("draw" if margin == 0 else "win", margin)
    return Objective("win-by" if margin > 0 else "lose-by", margin)
