"""A fixture: two sides and a situation, ready to be played any number of times on any luck."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from game.chance import SEED_LIMIT
from game.state import Match, Setup, fork
from game.teams.kick_off import kick_off
from game.teams.scenarios import scenario


@dataclass(frozen=True)
class Fixture:
    """Who meets whom, from where: what `kick_off` takes; None leaves a thing to the scenario."""

    scenario: str
    home: str | None = None
    away: str | None = None
    law_year: str | None = None
    home_advantage: float | None = None
    freeze: bool = False
    push_gain: float = 1.0


@dataclass(frozen=True)
class Arranged:
    """A fixture made ready: the record each of its matches starts from, and the setup they share."""

    fixture: Fixture  # with both mixes written out
    start: Match
    setup: Setup

    def matches(self, seeds: list[int]) -> Any:
        """A match about to begin for every seed, shape (n,)."""
        made = fork(self.start, len(seeds))
        made["seed"] = seeds
        return made

    def seconds(self) -> float:
        """About how long a match lasts, in seconds of match time; for planning only."""
        start, half = self.setup.start, self.setup.competition.half_seconds
        return max(60.0, half - start.second + half * (start.half == 1))

    def digest(self) -> str:
        """Sixteen hex digits that change with anything a match depends on, its seed apart."""
        content = np.asarray(self.setup).tobytes() + np.asarray(self.start).tobytes()
        return hashlib.blake2b(content, digest_size=8).hexdigest()

    def describe(self) -> dict[str, Any]:
        """The settings, the scenario's content, and a digest of all else that was read, as JSON can say them."""
        content = scenario(self.fixture.scenario).model_dump(mode="json")
        return {**asdict(self.fixture), "content": content, "squads_and_policies": self.digest()}


def arrange(fixture: Fixture) -> Arranged:
    """Make `fixture` ready; ValueError or KeyError says in one line what is wrong with it."""
    start, setup = kick_off(seed=0, **asdict(fixture))
    told = scenario(fixture.scenario)
    home, away = fixture.home or told.home.mix, fixture.away or told.away.mix
    return Arranged(replace(fixture, home=home, away=away), start, setup)


def check_seed(seed: int) -> None:
    """Raise ValueError unless `seed` is one."""
    if not 0 <= seed < SEED_LIMIT:
        raise ValueError(f"a seed is a whole number from 0 to {SEED_LIMIT - 1}, not {seed}")
