"""A match shared: copied, kept as a file, scanned, and played by somebody else."""

from __future__ import annotations

import pygame
import pytest

from game.fixture import Fixture
from game.screens.code_entry import CodeScreen
from game.screens.debrief.sharing import ShareScreen, code_of, keep_run, run_of
from game.screens.play.asked import Asked
from game.screens.play.codes import read_code
from game.screens.play.letters import written
from game.screens.play.playing import Playing
from game.screens.widgets.scannable import LEAST, SCANNABLE, Scannable, modules
from tests.screens.flow import EVERY_WAY, faults, open_stage, show


@pytest.fixture(scope="module")
def shared():
    """Half a minute of a scenario that comes with the game, one push in it."""
    playing = Playing(Fixture("late-deficit"), seed=5)
    for tick in range(600):
        playing.tick(Asked(push=100 < tick < 300))
    return playing.played()


@pytest.mark.parametrize(("size", "text", "language"), EVERY_WAY)
def test_the_page_fits(shared, tmp_path, size, text, language):
    stage = open_stage(tmp_path, size=size, text=text, language=language)
    page = ShareScreen(shared)
    show(stage, page)
    page._tell("share_kept", path=tmp_path / page.name)
    stage.draw()
    scrolls = page.body.high > page.body.area.height  # below the edge, but to be had
    found = [each for each in faults(page, stage.window.canvas.get_rect()) if not (scrolls and "leaves" in each)]
    assert found == []
    picture = next(each for each in page.body.parts() if isinstance(each, Scannable))
    assert picture.box.width >= LEAST * len(modules(picture.code))
    stage.close()


def test_a_run_kept_as_a_file_is_played_when_the_file_is_dropped(shared, tmp_path, monkeypatch):
    monkeypatch.setenv("DILEMMA_HOME", str(tmp_path))
    stage = open_stage(tmp_path)
    page = ShareScreen(shared)
    show(stage, page)
    page._keep()
    path = tmp_path / "runs" / page.name
    assert read_code(written(str(path))).orders == shared.orders
    entry = CodeScreen()
    opened = []
    monkeypatch.setattr(CodeScreen, "_play", lambda screen: opened.append(screen.entry.typed))
    show(stage, entry)
    entry.take(pygame.event.Event(pygame.DROPFILE, file=str(path)))
    assert opened == [run_of(shared)]
    stage.close()


def test_a_folder_that_cannot_be_written_is_said_and_not_fatal(shared, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("DILEMMA_HOME", str(tmp_path / "file"))
    stage = open_stage(tmp_path)
    page = ShareScreen(shared)
    show(stage, page)
    page._keep()
    assert "could not be written" in page.note
    stage.close()


def test_a_short_run_is_scanned_whole_and_the_picture_says_it(shared):
    assert len(run_of(shared)) <= SCANNABLE
    rows = modules(run_of(shared))
    assert {len(row) for row in rows} == {len(rows)}
    assert len(rows) > len(modules(code_of(shared)))


def test_a_file_that_is_no_code_is_refused_in_one_line(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear friend,\nhow are you?")
    with pytest.raises(ValueError, match="match code has no letter"):
        read_code(written(str(path)))


def test_a_run_of_a_file_of_ones_own_has_no_code(played):
    keepable = run_of(played)
    assert keepable == "" or read_code(keepable).orders == played.orders


def test_what_is_kept_is_whole(tmp_path):
    keep_run("ABCD", tmp_path / "deep" / "run.txt")
    assert (tmp_path / "deep" / "run.txt").read_text() == "ABCD\n"
