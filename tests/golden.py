"""Golden matches: whole matches told in text (golden/*.txt), so that a change of the engine is read as a diff.

`python -m tests.golden` writes them anew, when a change was meant: raise `ENGINE` in game/match.py with it.

A line a minute holds the clock, the score and the fingerprint of the whole state; a line an event what happened, to
whom and where, in pitch metres (home attacks +x in the first half). Passes, runs and duels are left to the fingerprint.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from game.events import Action, Result
from game.match import ENGINE, LONGEST, run_on, scratch
from game.record import blank
from game.state import NOBODY, SIDE, TICKS_PER_SECOND, Match, Notes, Setup, fingerprint
from game.teams.kick_off import kick_off
from game.teams.minutes import STARTS
from game.teams.scenarios import Scenario, scenario

FOLDER = Path(__file__).parent / "golden"
MINUTE = 60 * TICKS_PER_SECOND
SHOOT_OUT = 5  # Clock.half

SHOTS = {Action.SHOT, Action.SHOT_FREEKICK, Action.SHOT_PENALTY}
TOLD = SHOTS | {
    *(Action.GOAL, Action.KEEPER_SAVE, Action.BLOCK, Action.WOODWORK, Action.FOUL, Action.OFFSIDE),
    *(Action.YELLOW, Action.SECOND_YELLOW, Action.RED, Action.PENALTY_AWARDED, Action.ADVANTAGE),
    *(Action.SUBSTITUTION, Action.ADDED_TIME, Action.HALF_START, Action.HALF_END, Action.MATCH_END),
    *(Action.CORNER_CROSSED, Action.CORNER_SHORT, Action.FREEKICK_CROSSED, Action.FREEKICK_SHORT),
    *(Action.THROW_IN, Action.GOALKICK, Action.DROPPED_BALL, Action.SHOOT_OUT_KICK),
}
"""What gets a line."""
PLACED = TOLD - {Action.SUBSTITUTION, Action.ADDED_TIME, Action.HALF_START, Action.HALF_END, Action.MATCH_END}
"""And of these, what is told with its spot."""


@dataclass(frozen=True)
class Golden:
    """One match worth keeping."""

    name: str
    scenario: str
    home: str
    away: str
    seed: int = 2026
    to_kicks: bool = False  # the first seed from there on that ends with kicks from the mark

    @property
    def path(self) -> Path:
        """Its file."""
        return FOLDER / f"{self.name}.txt"

    def chosen_seed(self) -> int:
        """The seed it is played on."""
        seed = self.seed
        while self.to_kicks:
            match, setup = kick_off(self.scenario, home=self.home, away=self.away, seed=seed)
            run_on(match, setup, scratch(), LONGEST)
            if match.clock.half == SHOOT_OUT:
                break
            seed += 1
        return seed


GOLDEN = (
    Golden("full-match", "full-match", "team-win", "team-win", seed=2027),  # with goals, cards and changes
    Golden("late-deficit", "late-deficit", "team-win", "role-bound"),
    Golden("cup-tie-to-kicks", "cup-tie-level", "team-win", "role-bound", to_kicks=True),
)


def tell(golden: Golden, seed: int) -> str:
    """The whole match in text."""
    match, setup = kick_off(golden.scenario, home=golden.home, away=golden.away, seed=seed)
    situation = scenario(golden.scenario)
    head = [
        f"engine {ENGINE}",
        f"seed {seed}",
        f"{golden.scenario}: {golden.home} v {golden.away}",
        *(_sheet(situation, setup, side) for side in range(2)),
        "",
    ]
    return "\n".join([*head, *_played(match, setup, _names(situation))]) + "\n"


def _names(situation: Scenario) -> tuple[str, str]:
    """Both clubs."""
    return situation.home.members().name, situation.away.members().name


def _sheet(situation: Scenario, setup: Setup, side: int) -> str:
    """A club, its formation and its eleven by number."""
    written = (situation.home, situation.away)[side]
    numbers = [_number(setup, side, man) for man in setup.sheets[side].lineup]
    return f"{written.members().name} {written.formation}: {' '.join(map(str, numbers))}"


def _number(setup: Setup, side: int, man: int) -> int:
    """A man's shirt."""
    return int(np.asarray(setup)["squads"]["number"][side, man])


def _played(match: Match, setup: Setup, clubs: tuple[str, str]) -> Iterator[str]:
    """The lines of a match, minute by minute."""
    notes = blank(Notes)
    yield _standing(match)
    while match.clock.over == 0:
        notes.count = 0
        run_on(match, setup, notes, MINUTE - match.tick % MINUTE)
        for event in np.asarray(notes)["events"][: notes.count]:
            if event["action"] in TOLD and not (event["half"] == SHOOT_OUT and event["action"] in SHOTS):
                yield f"  {_clock(int(event['half']), float(event['second']))} {_happening(event, setup, clubs)}"
        yield _standing(match)


def _standing(match: Match) -> str:
    """Clock, score, kicks if it came to that, fingerprint."""
    home, away = match.teams
    kicks = f" ({home.kicks_scored}-{away.kicks_scored})" if match.clock.half == SHOOT_OUT else ""
    clock = _clock(int(match.clock.half), match.clock.tick / TICKS_PER_SECOND)
    return f"{clock} {home.goals}-{away.goals}{kicks} {fingerprint(match)}"


def _clock(half: int, second: float) -> str:
    """Minutes and seconds as the stadium's clock shows them; `kicks` while they are taken."""
    if half == SHOOT_OUT:
        return "kicks"
    whole = int(STARTS[half - 1] * 60.0 + second)
    return f"{whole // 60}:{whole % 60:02d}"


def _happening(event: Any, setup: Setup, clubs: tuple[str, str]) -> str:
    """One event in words."""
    action, slot = Action(int(event["action"])), int(event["slot"])
    said = action.name.lower().replace("_", " ")
    if slot != NOBODY:
        said = f"{clubs[slot // SIDE]} {_number(setup, slot // SIDE, int(event['man']))} {said}"
    if action == Action.SUBSTITUTION:
        said += f" for {_number(setup, slot // SIDE, int(event['worth']))}"
    elif action == Action.ADDED_TIME:
        said += f" {event['worth']:.0f}"
    elif action in SHOTS | {Action.GOAL, Action.SHOOT_OUT_KICK}:
        said += {Result.SUCCESS: " scored", Result.OWNGOAL: " own goal"}.get(Result(int(event["result"])), "")
    if action in PLACED:
        said += f" ({event['x']:.0f}, {event['y']:.0f})"
        if action in SHOTS:
            said += f" xG {event['worth']:.2f}"
    return said


def main() -> None:
    """Write all golden matches anew."""
    for golden in GOLDEN:
        golden.path.write_text(tell(golden, golden.chosen_seed()), encoding="utf-8")
        sys.stdout.write(f"{golden.path}\n")


if __name__ == "__main__":
    main()
