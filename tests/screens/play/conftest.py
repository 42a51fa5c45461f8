"""No display is needed: SDL's dummy drivers, and words that say their own key."""

from __future__ import annotations

import os
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import pytest

from game.fixture import Fixture
from game.screens.play.playing import Playing


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing is kept in the user's own folder."""
    monkeypatch.setenv("DILEMMA_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def playing() -> Playing:
    return Playing(Fixture("late-deficit"), seed=11)
