"""The final whistle, as a policy sees it."""

from __future__ import annotations

from dataclasses import dataclass

COMPETITIONS = ("league", "goal-difference", "cup", "aggregate")


@dataclass(frozen=True)
class Terms:
    """What a match is played for, from one side's view."""

    competition: str = "league"  # one of COMPETITIONS
    first_leg: int = 0  # goal difference brought along (aggregate)
    needs: int | None = None  # goal difference that reaches the side's aim, all or nothing


@dataclass(frozen=True)
class Final:
    """A finished match from one player's side."""

    scored: int
    conceded: int
    his_goals: int = 0  # goals the player scored himself
    terms: Terms = Terms()

    @property
    def margin(self) -> int:
        """Goals scored less goals conceded, this match alone."""
        return self.scored - self.conceded

    @property
    def won(self) -> bool:
        """Whether his side won this match."""
        return self.scored > self.conceded

    @property
    def drawn(self) -> bool:
        """Whether this match ended level."""
        return self.scored == self.conceded

    @property
    def lost(self) -> bool:
        """Whether his side lost this match."""
        return self.scored < self.conceded

    @property
    def points(self) -> int:
        """League points: 3, 1 or 0."""
        return 3 if self.won else 1 if self.drawn else 0
