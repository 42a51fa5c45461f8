import subprocess
import sys

import pytest

from game.screens import ScreenError, check_one_pygame, installed_pygames


def test_two_pygames_are_refused_with_the_two_commands_that_mend_it() -> None:
    with pytest.raises(ScreenError) as refused:
        check_one_pygame(frozenset({"pygame", "pygame-ce"}))
    assert "pip uninstall -y pygame pygame-ce" in str(refused.value)
    assert "pip install pygame-ce" in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("one", ["pygame", "pygame-ce"])
def test_either_pygame_alone_will_do(one: str) -> None:
    check_one_pygame(frozenset({one}))


def test_this_environment_has_one() -> None:
    assert len(installed_pygames()) == 1


def test_the_door_to_the_screens_loads_no_pygame() -> None:
    code = "import sys, game.screens; sys.exit('pygame' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
