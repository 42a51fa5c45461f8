from __future__ import annotations

import difflib

import pytest

from game.events import Action
from game.match import ENGINE
from tests.golden import FOLDER, GOLDEN, TOLD, Golden, tell

MEND = "if the engine was meant to change, raise ENGINE and run: python -m tests.golden"

golden_matches = pytest.mark.parametrize("golden", GOLDEN, ids=[golden.name for golden in GOLDEN])


def written(golden: Golden) -> str:
    return golden.path.read_text(encoding="utf-8")


def seed_of(text: str) -> int:
    return int(text.splitlines()[1].removeprefix("seed "))


@golden_matches
def test_the_engine_plays_its_golden_matches(golden: Golden) -> None:
    """The first lines that differ say what happens now and did not, or the other way round."""
    kept = written(golden)
    now = tell(golden, seed_of(kept))
    if now != kept:
        changes = difflib.unified_diff(kept.splitlines(), now.splitlines(), "kept", "now", lineterm="", n=1)
        pytest.fail("\n".join([*list(changes)[:20], "…", MEND]), pytrace=False)


@golden_matches
def test_a_golden_match_was_written_by_this_engine(golden: Golden) -> None:
    assert written(golden).startswith(f"engine {ENGINE}\n"), MEND


def test_no_golden_match_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {golden.path.name for golden in GOLDEN}


def test_the_golden_matches_hold_goals_shots_cards_changes_and_kicks_from_the_mark() -> None:
    told = "".join(written(golden) for golden in GOLDEN)
    for action in (Action.GOAL, Action.SHOT, Action.YELLOW, Action.SUBSTITUTION, Action.SHOOT_OUT_KICK):
        assert action in TOLD
        assert f" {action.name.lower().replace('_', ' ')}" in told
