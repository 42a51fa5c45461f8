"""`dilemma play`: what cannot be played is refused in one line."""

import os
import subprocess
import sys

import pytest

from game.fixture import Fixture
from game.screens.play.codes import match_code


def play(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "game", "play", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        env={**environment, **variables},
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("late-defict",), "did you mean 'late-deficit'"),
        (("--code", "HELLO"), "no match code"),
        (("--code", match_code(Fixture("late-deficit"), seed=3, slot=1)), "no display"),
    ],
)
def test_what_cannot_be_played_is_said_in_one_line(arguments: tuple[str, ...], said: str) -> None:
    done = play(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""
