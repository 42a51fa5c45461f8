from pathlib import Path

import pytest

from game.screens.saves import HISTORY_KEPT, Saves


def test_what_is_kept_is_found_again_and_its_version_with_it(tmp_path: Path) -> None:
    assert Saves(tmp_path).keep("season", {"points": [3, 1]})
    assert Saves(tmp_path).find("season") == {"version": 1, "points": [3, 1]}
    assert Saves(tmp_path).find("nothing") is None


def test_a_damaged_file_gives_way_to_its_backup_and_is_kept(tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    saves.keep("season", {"points": [1]})
    saves.keep("season", {"points": [1, 3]})
    saves.path("season").write_bytes(b'{"version": 1, "points": [1')
    assert saves.find("season") == {"version": 1, "points": [1]}
    assert len(list(tmp_path.glob("season.json.bak-*"))) == 1
    assert saves.troubles[0][0] == "trouble_damaged"


def test_a_damaged_file_never_becomes_the_backup(tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    saves.keep("season", {"points": [1]})
    saves.keep("season", {"points": [2]})
    saves.path("season").write_bytes(b"?")
    saves.keep("season", {"points": [3]})
    saves.path("season").unlink()
    saves.path("season").write_bytes(b"??")
    assert saves.find("season") == {"version": 1, "points": [1]}


def test_a_file_of_a_newer_game_is_put_aside(tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    saves.path("season").write_text('{"version": 2}')
    assert saves.find("season") is None
    assert saves.troubles


def test_forgotten_is_forgotten(tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    saves.keep("failed", {"report": "x"})
    saves.keep("failed", {"report": "y"})
    saves.forget("failed")
    assert list(tmp_path.iterdir()) == []


def test_history_grows_at_its_end_and_is_bounded(tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    saves.keep("history", {"matches": [{"scenario": str(nth)} for nth in range(HISTORY_KEPT)]})
    saves.add_to_history({"scenario": "cup-tie-level"})
    history = saves.history()
    assert len(history) == HISTORY_KEPT
    assert history[-1]["scenario"] == "cup-tie-level"
    assert history[-1]["when"] > 0
    assert history[0]["scenario"] == "1"


@pytest.mark.parametrize(
    "content", ['{"version": 1, "matches": 3}', '{"version": 1}', '{"version": 1, "matches": [3]}']
)
def test_a_history_that_is_none_is_empty_and_told(tmp_path: Path, content: str) -> None:
    saves = Saves(tmp_path)
    saves.path("history").write_text(content)
    assert saves.history() == []
    assert saves.troubles


def test_a_match_that_cannot_be_taken_up_is_put_aside(tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    saves.suspended_path.write_text("half a match")
    assert saves.has_suspended()
    saves.drop_suspended()
    assert not saves.has_suspended()
    assert len(list(tmp_path.glob("suspended.run.bak-*"))) == 1
