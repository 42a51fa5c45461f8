"""The PUSH button of the game, pressed by a rule: the same orders to the one man a person would control.

The button tells him `push` while it is held and `stay`, his job description, while it is not; a rule says when it is
held. Two rules let go of it and change what he plays for instead.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from game.benching.luck import match_seeds
from game.benching.rows import rows_of
from game.experiments.playing import arranged
from game.fixture import Arranged, Fixture
from game.match import EXPECTED_ADDED, TOLD, play_batch, run_on, scratch
from game.results import Rows
from game.state import TICKS_PER_SECOND
from game.teams.scenarios import scenario

LOOK = 5 * TICKS_PER_SECOND  # ticks between two looks at the score
ALWAYS = math.inf

Held = tuple[float, float]
"""Shares of the time left at the start between which the button is held; ALWAYS reaches into extra time."""

HELD: Mapping[str, Held] = {
    "stay": (0.0, 0.0),
    "push": (0.0, ALWAYS),
    "from 25 %": (0.25, ALWAYS),
    "from 50 %": (0.5, ALWAYS),
    "from 75 %": (0.75, ALWAYS),
    "until 50 %": (0.0, 0.5),
}
PLAYED_FOR: Mapping[str, str] = {"role-bound": "role-bound", "team-win": "team-win"}
BY_SCORE = "by the score"
"""Held exactly while the objective is not reached."""

RULES = (*HELD, BY_SCORE, *PLAYED_FOR)


@dataclass(frozen=True)
class Pressed:
    """A fixture with the button pressed by the rule of that name."""

    fixture: Fixture
    rule: str


def play_pressed(plan: Pressed, seed: int, first: int, count: int) -> Rows:
    """The rows of matches `first` … `first + count - 1`; match k has the same luck under every rule."""
    made = _ready(plan)
    matches = made.matches(match_seeds(seed, first, count))
    slot = _slot(plan.fixture)
    if plan.rule == BY_SCORE:
        _by_score(matches, made, slot, scenario(plan.fixture.scenario).aim)
    else:
        for word, until in _words(plan.rule, made):
            _play_on(matches, made, slot, word=word, until=until)
    return rows_of(matches, made.start, arm=0, first=first)


def describe_pressed(plan: Pressed) -> dict[str, Any]:
    """All that the rows depend on, seeds apart."""
    return {"rule": plan.rule, "slot": _slot(plan.fixture), **_ready(plan).describe()}


def pressed_seconds(plan: Pressed) -> float:
    """About how many seconds of match time one match lasts."""
    return _ready(plan).seconds()


def seconds_to_play(made: Arranged) -> float:
    """Seconds from the start to the end of the second half, added time as it is expected."""
    setup, half = made.setup, float(made.setup.competition.half_seconds)
    added = setup.competition.added_seconds if setup.competition.added_seconds >= 0.0 else EXPECTED_ADDED
    whole = half if setup.start.half == 1 else 0.0
    return float(whole + half - setup.start.second + added)


def _ready(plan: Pressed) -> Arranged:
    """The fixture made ready, with what he plays for where the rule changes it."""
    policy = PLAYED_FOR.get(plan.rule)
    if policy is None:
        return arranged(plan.fixture)
    return arranged(replace(plan.fixture, slots=((_slot(plan.fixture), policy),)))


def _slot(fixture: Fixture) -> int:
    """The man a person controls."""
    told = scenario(fixture.scenario)
    if told.controlled_slot is None:
        raise ValueError(f"scenario '{told.name}' says nobody is controlled; write controlled = \"RB\"")
    return told.controlled_slot


def _words(rule: str, made: Arranged) -> list[tuple[str, int | None]]:
    """What he is told in turn, and until which tick (None: the whistle)."""
    if rule in PLAYED_FOR:
        return [("free", None)]
    begin, end = HELD[rule]
    ticks = seconds_to_play(made) * TICKS_PER_SECOND
    spans: list[tuple[str, int | None]] = []
    if begin > 0.0:
        spans.append(("stay", round(begin * ticks)))
    if end > begin:
        spans.append(("push", None if end == ALWAYS else round(end * ticks)))
    if end != ALWAYS:
        spans.append(("stay", None))
    return spans


def _play_on(matches: Any, made: Arranged, slot: int, *, word: str, until: int | None) -> None:
    """All `matches` on with him told `word`, to tick `until` after the start, or to the whistle."""
    matches["players"]["told"][:, slot] = TOLD[word]
    if until is None:
        play_batch(matches, made.setup, scratch())
        return
    for match in matches:
        run_on(match, made.setup, scratch(), int(made.start.tick) + until - int(match.tick))


def _by_score(matches: Any, made: Arranged, slot: int, aim: Any) -> None:
    """Each match to the whistle, the button held while `aim` is not reached."""
    for match in matches:
        while match.clock.over == 0:
            match.players[slot].told = TOLD["stay" if aim.reached(match) else "push"]
            run_on(match, made.setup, scratch(), LOOK)
