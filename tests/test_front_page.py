import subprocess
import sys

import pytest

import game

HEAVY = ["numpy", "numba", "pygame", "typer", "rich", "scipy", "pydantic"]


def test_import_game_loads_no_library() -> None:
    code = f"import sys, game; print([name for name in {HEAVY} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize("name", game.__all__)
def test_every_public_name_is_a_function_whatever_was_imported_before(name: str) -> None:
    from game.policies import find

    assert find("team-win")
    assert callable(getattr(game, name))
    assert name in dir(game)


def test_a_name_that_is_not_there_is_an_ordinary_error() -> None:
    with pytest.raises(AttributeError, match="module 'game' has no attribute 'kickoff'"):
        _ = game.kickoff


def test_a_fork_starts_as_its_original() -> None:
    match, _ = game.kick_off("late-deficit", home="team-win", away="role-bound", seed=7)
    forks = game.fork(match, 3)
    assert len(forks) == 3
    assert {game.fingerprint(each) for each in forks} == {game.fingerprint(match)}


def test_the_lists_hold_what_always_exists() -> None:
    assert {"full-match", "late-deficit"} <= {each.name for each in game.scenarios()}
    assert {"team-win", "role-bound"} <= {each.name for each in game.policies()}
