"""What the census cannot see and the dilemma lives on: what a break is worth, and what a push late on costs and brings.

No reference table gives the xG of a break by numbers, so those bands are judgement: two against one is a good chance,
six behind the ball make it an ordinary attack. The push is judged in the xG of eight minutes from 0-1 down, against an
eleven blind to the score: about as much for as against, and counters for the rivals.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game import parameters
from game.match import play_batch, run_on, scratch
from game.state import fork
from game.teams.kick_off import kick_off
from tests.boards import Board
from tests.football.elevens import plays

BREAKS = {  # attackers and defenders goal-side: xG of the next 16 s
    (2, 1): (0.07, 0.17),
    (3, 2): (0.05, 0.11),
    (4, 3): (0.03, 0.07),
    (3, 3): (0.02, 0.05),
    (4, 4): (0.013, 0.037),
    (4, 6): (0.002, 0.014),
}
PUSHES = {"for": (0.03, 0.09), "against": (0.055, 0.145), "counters": (0.15, 0.5), "blind": (0.12, 0.18)}
BANDS = (*BREAKS.values(), *PUSHES.values())
TICKS = 320
BEHIND = 20.0  # m behind the ball that everybody else is
FROM = -5.0  # x where it was won
CARRIER = "J"


def asides(values: Mapping[str, float], seed: int, lucks: int = 24) -> list[float]:
    """What was seen with `values`, in BANDS' order."""
    return [*(_break(values, *sides, lucks) for sides in BREAKS), *_pushes(values, seed, lucks)]


def board(attackers: int, defenders: int) -> Board:
    """J at halfway with the ball, `attackers` of his side up with him, `defenders` goal-side, all others beaten."""
    ours, theirs = "JIFKG"[:attackers], "cdbeghfi"[:defenders]
    spots = {"A": (-45.0, 0.0), "a": (44.0, 0.0)}
    for letter, y in zip(ours, (0.0, 16.0, -16.0, -8.0, 8.0), strict=False):
        spots[letter] = (FROM - 0.5 if letter == CARRIER else FROM + 3.0, y)
    for number, letter in enumerate(theirs):
        spots[letter] = (FROM + (16.0 if number < 4 else 8.0), _across(number, min(defenders, 4), 14.0))
    for letters, gone, step in (("BCDEFGHIJK", ours, 2.0), ("bcdefghijk", theirs, 1.5)):
        rest = [letter for letter in letters if letter not in gone]
        for number, letter in enumerate(rest):
            spots[letter] = (FROM - BEHIND - step * (number % 4), _across(number, len(rest), 26.0))
    return Board(f"{attackers} v {defenders}", spots, {"home": "team-win", "away": "team-win", "ball": CARRIER}, [])


def _across(number: int, of: int, half: float) -> float:
    """Where across (y, m) the `number`-th of so many stands, evenly between ± `half`."""
    return 0.0 if of == 1 else -half + 2.0 * half * (number % of) / (of - 1)


def _break(values: Mapping[str, float], attackers: int, defenders: int, lucks: int) -> float:
    """Mean xG of the break."""
    made = 0.0
    for play in plays(board(attackers, defenders), lucks):
        parameters.write(play.setup.play, values)
        before = float(play.match.teams[0].xg)
        run_on(play.match, play.setup, play.notes, TICKS)
        made += float(play.match.teams[0].xg) - before
    return made / lucks


def _pushes(values: Mapping[str, float], seed: int, lucks: int) -> list[float]:
    """What chasing adds: xG for, xG against, rivals' counter shots; and the xG of sides blind to the score."""
    chased, blind = (_late(values, home, seed, lucks) for home in ("team-win", "blind"))
    more = [float((chased[what] - blind[what])[:, side].mean()) for what, side in (("xg", 0), ("xg", 1))]
    counters = (chased["counter_shots"] - blind["counter_shots"])[:, 1]
    return [*more, float(counters.mean()), float(blind["xg"].mean())]


def _late(values: Mapping[str, float], home: str, seed: int, lucks: int) -> np.ndarray:
    """The two teams' tallies, shape (lucks, 2), of a late deficit played with `values`."""
    match, setup = kick_off("late-deficit", seed=1, home=home, away="blind")
    parameters.write(setup.play, values)
    matches = fork(match, lucks)
    matches["seed"] = np.arange(seed, seed + lucks)
    play_batch(matches, setup, scratch())
    tallies: np.ndarray = matches["teams"]
    return tallies
