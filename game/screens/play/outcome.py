"""What a match came to, set beside what its scenario asked for."""

from __future__ import annotations

from dataclasses import dataclass

from game.state import Match, Setup
from game.teams.scenarios import Scenario


@dataclass(frozen=True)
class Outcome:
    """The home side's result. `margin` counts the first leg, and a goal for who wins the kicks from the mark."""

    goals: tuple[int, int]
    margin: int
    needed: int
    """Margin that reaches the scenario's aim (teams/objectives.py)."""
    points: int
    """3, 1 or 0, as a league gives them; in a tie 3 for going through."""

    @property
    def reached(self) -> bool:
        """Whether the aim of the scenario is reached."""
        return self.margin >= self.needed

    @property
    def word(self) -> str:
        """won, drawn or lost."""
        return {3: "won", 1: "drawn"}.get(self.points, "lost")


def outcome_of(match: Match, setup: Setup, scenario: Scenario) -> Outcome:
    """What `match` stands at, or came to."""
    home, away = match.teams
    margin = int(home.goals - away.goals) + int(setup.competition.first_leg)
    if margin == 0 and setup.competition.shoot_out:
        kicks = int(home.kicks_scored - away.kicks_scored)
        margin = (kicks > 0) - (kicks < 0)
    points = 3 if margin > 0 else 1 if margin == 0 else 0
    return Outcome((int(home.goals), int(away.goals)), margin, scenario.aim.margin, points)
