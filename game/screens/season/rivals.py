"""Rivals in your shirt: the same match on the same luck, with a machine that follows one rule of thumb in your slot."""

from __future__ import annotations

from dataclasses import replace

from game.fixture import Fixture, arrange
from game.match import play
from game.screens.play.outcome import Outcome, outcome_of
from game.teams.scenarios import scenario


def rival(fixture: Fixture, *, seed: int, slot: int, policy: str) -> Outcome:
    """How `fixture` ends when the man in `slot` plays by `policy`, such as role-bound or team-win."""
    slots = (*(each for each in fixture.slots if each[0] != slot), (slot, policy))
    arranged = arrange(replace(fixture, slots=slots))
    match = arranged.matches([seed])[0]
    play(match, arranged.setup)
    return outcome_of(match, arranged.setup, scenario(fixture.scenario))
