"""A fixture: two sides and a situation, ready to be played any number of times on any luck."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from game.chance import SEED_LIMIT
from game.state import NOBODY, PAYOFFS, SIDE, Match, Setup, fork
from game.teams.kick_off import kick_off
from game.teams.scenarios import Scenario, scenario


@dataclass(frozen=True)
class Fixture:
    """Who meets whom, from where: what `kick_off` takes; None leaves a thing to the scenario.

    `slots` are single players of the home side, 0–10, who play for something else than their post's policy: a mix
    cannot tell one centre-back from the other.
    """

    scenario: str | Scenario  # a name, the path of a TOML file, or one made by teams.scenarios.variant
    home: str | None = None
    away: str | None = None
    law_year: str | None = None
    home_advantage: float | None = None
    freeze: bool = False
    push_gain: float = 1.0
    slots: tuple[tuple[int, str], ...] = ()  # slot, policy


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
        told = scenario(self.fixture.scenario)
        content = told.model_dump(mode="json")
        written = self.fixture.scenario if isinstance(self.fixture.scenario, str) else told.name
        asked = {**_fields(self.fixture), "scenario": written}
        return {**asked, "content": content, "squads_and_policies": self.digest()}


def arrange(fixture: Fixture) -> Arranged:
    """Make `fixture` ready; ValueError or KeyError says in one line what is wrong with it."""
    asked = _fields(fixture)
    singles = asked.pop("slots", ())
    start, setup = kick_off(seed=0, **asked)
    for policy in sorted({name for _, name in singles}):
        _, other = kick_off(seed=0, **{**asked, "home": policy})
        for slot in (slot for slot, name in singles if name == policy):
            _take_over(setup, other, slot)
    told = scenario(fixture.scenario)
    home, away = fixture.home or told.home.mix, fixture.away or told.away.mix
    return Arranged(replace(fixture, home=home, away=away), start, setup)


def _fields(fixture: Fixture) -> dict[str, Any]:
    """The fields of `fixture` by name; `slots` only where there are any, so that old results stay comparable."""
    found = {each.name: getattr(fixture, each.name) for each in fields(fixture)}
    if not fixture.slots:
        del found["slots"]
    return found


def _take_over(setup: Setup, other: Setup, slot: int) -> None:
    """Let home `slot` of `setup` play for what he plays for in `other`."""
    if not 0 <= slot < SIDE:
        raise ValueError(f"no home slot {slot}; slots of the home side are 0 to {SIDE - 1}")
    mine, his = setup.sheets[0], other.sheets[0]
    mine.job_score[slot], mine.job_concede[slot] = his.job_score[slot], his.job_concede[slot]
    if his.payoff[slot] == NOBODY:
        mine.payoff[slot] = NOBODY
        return
    table = np.asarray(other.stakes)[his.payoff[slot]]
    used = {int(row) for sheet in (setup.sheets[0], setup.sheets[1]) for row in sheet.payoff if row != NOBODY}
    tables = np.asarray(setup.stakes)
    same = [row for row in sorted(used) if np.array_equal(tables[row], table)]
    free = [row for row in range(PAYOFFS) if row not in used]
    if not same and not free:
        raise ValueError(f"a match holds {PAYOFFS} different payoffs, and these players need more")
    mine.payoff[slot] = (same or free)[0]
    tables[mine.payoff[slot]] = table


def check_seed(seed: int) -> None:
    """Raise ValueError unless `seed` is one."""
    if not 0 <= seed < SEED_LIMIT:
        raise ValueError(f"a seed is a whole number from 0 to {SEED_LIMIT - 1}, not {seed}")
