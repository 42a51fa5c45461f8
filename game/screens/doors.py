"""The ways from the menus to the pages where football is played, each opened when the engine is ready.

What a door needs is imported as it opens: the menus are up before the engine is.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from game.screens.loading import LoadingScreen, enter_safely
from game.screens.readying import Readying
from game.screens.stage import Screen, Stage

SEEDS = 2**31
READYING = Readying()
"""One engine a process, so one of these."""

Opening = Callable[[Stage], Screen]


def open_door(stage: Stage, opening: Opening) -> None:
    """Show the page `opening` makes, on top, as soon as the engine is ready."""
    if READYING.ready:
        stage.push(opening(stage))
    else:
        READYING.start()
        stage.push(LoadingScreen(READYING, opening))


def open_safely(stage: Stage, opening: Opening) -> None:
    """The same, or one line that says why not."""
    if READYING.ready:
        enter_safely(stage, opening)
    else:
        open_door(stage, opening)


def tutorial(stage: Stage) -> Screen:
    """The minute in which the game is learnt."""
    from game.screens.tutorial.screen import TutorialScreen

    if not stage.settings.seen_tutorial:
        stage.settings.seen_tutorial = True
        stage.keep_settings()
    return TutorialScreen()


def match(scenario: object, *, seed: int | None = None, home: str | None = None, away: str | None = None) -> Opening:
    """A match of `scenario` (its name, or one made by variant); ValueError and KeyError as `Playing` raises them."""

    def opening(stage: Stage) -> Screen:
        from game.fixture import Fixture
        from game.screens.play.playing import Playing
        from game.screens.play.screen import PlayScreen
        from game.teams.scenarios import Scenario
        from game.teams.scenarios import scenario as found

        told = found(scenario if isinstance(scenario, Scenario) else str(scenario))
        named = told if isinstance(scenario, Scenario) else str(scenario)
        stage.saves.add_to_history({"scenario": told.name})
        fixture = Fixture(named, home=home, away=away)
        return PlayScreen(Playing(fixture, seed=told.seed if seed is None else seed))

    return opening


def next_match(stage: Stage) -> Screen:
    """The first scenario not played yet; one drawn by lot when all have been."""
    from game.screens.choosing import in_order

    played = {each.get("scenario") for each in stage.saves.history()}
    names = [each.name for each in in_order()]
    new = next((name for name in names if name not in played), None)
    if new is not None:
        return match(new)(stage)
    return match(random.choice(names), seed=random.randrange(SEEDS))(stage)


def daily(stage: Stage) -> Screen:
    """The match of today, the same for everybody."""
    from game.screens.season.fixtures import daily as match_of

    today = match_of(dt.date.today())
    return match(today.scenario, seed=today.seed)(stage)


def coded(text: str) -> Opening:
    """The match a code stands for; ValueError for a code that is none."""

    def opening(stage: Stage) -> Screen:
        from game.screens.play.codes import read_code
        from game.screens.play.playing import Playing
        from game.screens.play.screen import PlayScreen

        told = read_code(text)
        return PlayScreen(Playing(told.fixture, seed=told.seed, slot=told.slot), last=told.orders)

    return opening


def suspended(stage: Stage) -> Screen:
    """The match left before its end; put aside, with ValueError or OSError, when it cannot be taken up."""
    from game.screens.play.kept import load_kept
    from game.screens.play.screen import PlayScreen

    try:
        return PlayScreen(load_kept(stage.saves.suspended_path).take_up(), begun=True)
    except (ValueError, OSError):
        stage.saves.drop_suspended()
        raise


def season(stage: Stage) -> Screen:
    """The season of ten."""
    from game.screens.season.screen import SeasonScreen

    return SeasonScreen()


def coach(stage: Stage) -> Screen:
    """The coach's chair."""
    from game.screens.coach.screen import CoachScreen

    return CoachScreen()


def firm() -> Screen:
    """The same dilemma in a firm; needs no engine."""
    from game.screens.firm.screen import firm_screen

    return firm_screen()


def picker(stage: Stage) -> Screen:
    """All scenarios."""
    from game.screens.choosing import ChoosingScreen

    return ChoosingScreen()
