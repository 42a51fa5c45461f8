"""`dilemma play`: a match in a window, with you as one of its defenders."""

from __future__ import annotations

from typing import Annotated

import typer

from game.cli.options import Scenario
from game.cli.seeing import OwnSeed, need_a_display

Code = Annotated[
    str | None,
    typer.Option("--code", help="A match code, or a file with one: its scenario, seed and player are played."),
]


def play(scenario: Scenario = "late-deficit", seed: OwnSeed = None, code: Code = None) -> None:
    """Play a match yourself: hold SPACE to push forward, let go to return."""
    from game.fixture import Fixture
    from game.replay import Order
    from game.screens.play.codes import read_code
    from game.screens.play.letters import written
    from game.screens.play.playing import Playing
    from game.teams.scenarios import scenario as situation

    last: tuple[Order, ...] = ()
    if code is not None:
        coded = read_code(written(code))
        playing, last = Playing(coded.fixture, seed=coded.seed, slot=coded.slot), coded.orders
    else:
        told = situation(scenario)
        playing = Playing(Fixture(scenario), seed=told.seed if seed is None else seed)
    need_a_display()
    from game.screens.play.opening import open_play

    open_play(playing, last=last)
