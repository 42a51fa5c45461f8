"""The door to a match: from a scenario to the record that changes and the setup that does not."""

from __future__ import annotations

import operator
from typing import Any, cast

import numpy as np

from game import parameters
from game.chance import SEED_LIMIT
from game.policies.final import Terms
from game.policies.mix import mix
from game.policies.registry import Policy
from game.policies.role_bound import role_bound
from game.policies.tabulate import stakes_table
from game.post import Post
from game.record import blank
from game.state import NOBODY, PAYOFFS, SIDE, Match, Setup
from game.teams import competitions, scenarios
from game.teams.opening import open_match
from game.teams.scenarios import Scenario

MOST_GAIN = 10.0  # times the tuned distance posts move with stakes


def kick_off(
    scenario: str = "full-match",
    *,
    home: str | None = None,
    away: str | None = None,
    seed: int | None = None,
    law_year: str | None = None,
    home_advantage: float | None = None,
    freeze: bool = False,
    push_gain: float = 1.0,
) -> tuple[Match, Setup]:
    """A match about to begin in `scenario` (a name or a TOML file), and the setup to hand beside it.

    `home` and `away` are mixes (policies/mix.py); what is left None is the scenario's. `freeze` keeps all stakes
    even, `push_gain` scales how far posts move with stakes. Of the match only its seed depends on `seed`.
    Raises ValueError or KeyError in one line.
    """
    if not 0.0 <= push_gain <= MOST_GAIN:
        raise ValueError(f"push_gain is 0 to {MOST_GAIN:g}, not {push_gain}")
    situation = scenarios.scenario(scenario)
    setup = blank(Setup)
    setup.freeze = int(freeze)
    setup.push_gain = push_gain
    parameters.write(setup.play)
    competitions.write(
        setup.competition,
        situation.competition.kind,
        situation.law_year if law_year is None else law_year,
        first_leg=situation.competition.lead,
        added=situation.added_seconds,
    )
    _write_start(setup, situation)
    _write_sides(setup, situation, home_advantage)
    _write_stakes(setup, situation, (home, away))
    match = open_match(setup, situation)
    match.seed = _checked(situation.seed if seed is None else seed)
    return match, setup


def _checked(seed: int) -> int:
    """`seed` as a plain whole number within range."""
    try:
        number = operator.index(seed)
    except TypeError:
        number = -1
    if not 0 <= number < SEED_LIMIT:
        raise ValueError(f"a seed is a whole number from 0 to {SEED_LIMIT - 1}, not {seed!r}")
    return number


def _write_start(setup: Setup, situation: Scenario) -> None:
    """The situation itself."""
    start = setup.start
    start.half, start.second = situation.starts
    start.home_goals, start.away_goals = situation.score
    start.kick_off = ("home", "away").index(situation.ball)
    for side in (0, 1):
        start.legs[side] = situation.freshness(side)
    slot = situation.controlled_slot
    start.controlled = NOBODY if slot is None else slot


def _write_sides(setup: Setup, situation: Scenario, home_advantage: float | None) -> None:
    """Squads and team sheets; the home side errs less by the home advantage, the away side more."""
    edge = situation.home_advantage if home_advantage is None else home_advantage
    if not 0.0 <= edge <= scenarios.MOST_ADVANTAGE:
        raise ValueError(f"home_advantage is 0 to {scenarios.MOST_ADVANTAGE}, not {edge}")
    squads = cast(Any, setup.squads)
    for side, written in enumerate((situation.home, situation.away)):
        for index, man in enumerate(written.members().players):
            man.write(squads[side, index])
        written.sheet().write(setup.sheets[side])
        setup.sheets[side].strength = 1.0 - edge if side == 0 else 1.0 + edge


def _write_stakes(setup: Setup, situation: Scenario, mixes: tuple[str | None, str | None]) -> None:
    """What each slot plays for: a row of the stakes tables, or fixed stakes."""
    rows: dict[bytes, int] = {}
    for side, written in enumerate((situation.home, situation.away)):
        text = mixes[side]
        chosen = mix(written.mix if text is None else text)
        sheet = setup.sheets[side]
        for slot in range(SIDE):
            post = Post(sheet.post[slot])
            held = chosen[post]
            job = held.job or role_bound
            sheet.job_score[slot], sheet.job_concede[slot] = job(post)
            sheet.payoff[slot] = NOBODY
            if held.payoff is not None:
                sheet.payoff[slot] = _row(setup, rows, _table(held, situation.terms(side), post))


def _table(held: Policy, terms: Terms, post: Post) -> Any:
    """The stakes of a payoff, by its own way of reckoning if it has one."""
    if held.stakes is not None:
        return held.stakes(terms, post)
    assert held.payoff is not None  # a job description has no table
    return stakes_table(held.payoff, terms, post)


def _row(setup: Setup, rows: dict[bytes, int], table: Any) -> int:
    """The row of Setup.stakes that holds `table`, equal tables sharing one."""
    key = table.tobytes()
    if key not in rows:
        if len(rows) == PAYOFFS:
            raise ValueError(f"a match holds {PAYOFFS} different payoffs, and these mixes need more")
        rows[key] = len(rows)
        np.asarray(setup.stakes)[rows[key]] = table
    return rows[key]
