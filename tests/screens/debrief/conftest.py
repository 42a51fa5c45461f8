"""A short match of a person: two minutes to play, one push and a return."""

from __future__ import annotations

import pytest

from game.fixture import Fixture
from game.screens.play.asked import Asked
from game.screens.play.playing import Playing
from game.teams.scenarios import variant

PUSHED = range(300, 700)  # ticks the button was held


def run(push=PUSHED, seed=5):
    short = variant("late-deficit", minute="89:30", added=0.5)
    playing = Playing(Fixture(short), seed=seed)
    while not playing.over:
        playing.tick(Asked(push=int(playing.match.tick) in push))
    return playing.played()


@pytest.fixture(scope="session")
def played():
    return run()


@pytest.fixture(scope="session")
def stayed():
    return run(push=())
