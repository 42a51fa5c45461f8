"""The game opened as a person opens it: real key events in a pygame window."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.fixture import Fixture
from game.screens import doors
from game.screens.crash import CrashScreen, last_report, rescuer
from game.screens.options import OptionsScreen
from game.screens.play.actions import Action, keys_of
from game.screens.play.kept import load_kept
from game.screens.play.playing import Playing
from game.screens.play.screen import PlayScreen
from game.screens.question import JobScreen
from game.screens.saves import Saves
from game.screens.settings import load_settings
from game.screens.stage import Screen, Stage
from game.screens.title import TitleScreen
from game.screens.tutorial.screen import TutorialScreen
from game.screens.window import Window
from tests.screens.flow import press

SIZE = (1024, 576)


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(Window("test", SIZE), saves=Saves(tmp_path))


@pytest.fixture(scope="module")
def ready() -> None:
    doors.READYING.start()
    doors.READYING.wait(300)
    assert doors.READYING.ready, doors.READYING.failure


def turn(stage: Stage, *keys: int) -> None:
    press(*keys)
    for _ in range(3):
        stage.turn(0.05)


def focus_on(stage: Stage, name: str) -> None:
    page = stage.shown
    page.board.set_focus(page.board.find(name))  # type: ignore[attr-defined]


@pytest.mark.usefixtures("ready")
def test_two_inputs_lead_from_the_first_start_into_the_match(stage: Stage) -> None:
    stage.go(TitleScreen())
    turn(stage, pygame.K_RETURN)
    assert isinstance(stage.shown, JobScreen)
    turn(stage, pygame.K_RETURN)
    assert isinstance(stage.shown, TutorialScreen)
    tick = stage.shown.course.playing.match.tick
    turn(stage)
    assert stage.shown.course.playing.match.tick > tick
    assert load_settings(Saves(stage.saves.folder)).job == "post"
    stage.close()


@pytest.mark.usefixtures("ready")
def test_a_cold_engine_is_waited_for_and_the_match_then_begins_by_itself(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doors.READYING, "state", "cold")
    stage.settings.job, stage.settings.seen_tutorial = "win", True
    stage.go(TitleScreen())
    turn(stage, pygame.K_RETURN)
    assert "parts" in stage.shown.alt
    monkeypatch.setattr(doors.READYING, "state", "ready")
    turn(stage)
    assert isinstance(stage.shown, PlayScreen)
    turn(stage, pygame.K_ESCAPE)
    assert isinstance(stage.shown, TitleScreen)
    stage.close()


@pytest.mark.usefixtures("ready")
def test_a_match_is_left_and_continued_from_the_title(stage: Stage) -> None:
    stage.settings.job, stage.settings.seen_tutorial = "win", True
    stage.go(TitleScreen())
    turn(stage, pygame.K_RETURN)
    turn(stage, pygame.K_RETURN)
    for _ in range(20):
        stage.turn(0.1)
    left = stage.shown
    assert isinstance(left, PlayScreen)
    tick = int(left.playing.match.tick)
    stage.back()
    turn(stage)
    focus_on(stage, "continue")
    turn(stage, pygame.K_RETURN)
    taken_up = stage.shown
    assert isinstance(taken_up, PlayScreen)
    assert int(taken_up.playing.match.tick) >= tick
    stage.close()


@pytest.mark.usefixtures("ready")
def test_a_match_that_was_damaged_is_told_and_the_title_stays(stage: Stage) -> None:
    stage.settings.job = "win"
    stage.saves.suspended_path.parent.mkdir(exist_ok=True)
    stage.saves.suspended_path.write_text("half a ma")
    stage.go(TitleScreen())
    focus_on(stage, "continue")
    turn(stage, pygame.K_RETURN)
    assert isinstance(stage.shown, TitleScreen)
    assert any("damaged" in text for text, _ in stage.notices.said)
    stage.close()


def test_a_language_chosen_is_spoken_at_once_and_at_the_next_start(stage: Stage) -> None:
    stage.settings.language = "en"
    stage.keep_settings()
    stage.go(OptionsScreen("language"))
    focus_on(stage, "language es")
    turn(stage, pygame.K_RETURN)
    assert stage.shown.alt.startswith("Ajustes")
    assert load_settings(Saves(stage.saves.folder)).language == "es"
    stage.close()


def test_settings_turned_by_keys_come_back_at_the_next_start(stage: Stage) -> None:
    stage.go(OptionsScreen("reading"))
    focus_on(stage, "text")
    turn(stage, pygame.K_RIGHT, pygame.K_RIGHT)
    focus_on(stage, "kits")
    turn(stage, pygame.K_LEFT)
    focus_on(stage, "reduce_motion")
    turn(stage, pygame.K_SPACE)
    told = load_settings(Saves(stage.saves.folder))
    assert (told.text, told.kits, told.reduce_motion) == (150, 3, True)
    stage.close()


def test_a_key_is_remapped_and_taken_from_what_it_did(stage: Stage) -> None:
    stage.go(OptionsScreen("controls"))
    focus_on(stage, "key push")
    turn(stage, pygame.K_RETURN)
    turn(stage, pygame.K_v)
    keys = keys_of(load_settings(Saves(stage.saves.folder)).keys)
    assert keys[pygame.K_v] is Action.PUSH
    assert pygame.K_SPACE not in keys
    assert any(stage.say("shell.action_view") in text for text, _ in stage.notices.said)
    focus_on(stage, "reset keys")
    turn(stage, pygame.K_RETURN)
    assert keys_of(stage.settings.keys) == keys_of({})
    stage.close()


def test_a_key_of_the_game_itself_cannot_be_taken(stage: Stage) -> None:
    stage.go(OptionsScreen("controls"))
    focus_on(stage, "key push")
    turn(stage, pygame.K_RETURN)
    turn(stage, pygame.K_m)
    assert not stage.settings.mute
    assert stage.settings.keys == {}
    assert stage.shown.waiting == "push"  # type: ignore[attr-defined]
    stage.close()


def test_damaged_settings_are_said_on_the_screen(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{")
    stage = Stage(Window("test", SIZE), saves=Saves(tmp_path))
    stage.go(TitleScreen())
    stage.turn(0.05)
    assert "bak-" in stage.notices.said[0][0]
    stage.close()


def test_a_page_that_fails_leaves_a_report_and_leads_back(stage: Stage) -> None:
    class Failing(Screen):
        def frame(self, seconds: float) -> bool:
            raise RuntimeError("the grass is gone")

    rescuer(stage, TitleScreen)
    stage.go(Failing())
    turn(stage)
    assert isinstance(stage.shown, CrashScreen)
    [report] = (stage.saves.folder / "reports").glob("crash-*.txt")
    assert "the grass is gone" in report.read_text()
    turn(stage, pygame.K_RETURN)
    assert isinstance(stage.shown, TitleScreen)
    assert last_report(stage.saves) == str(report)
    assert last_report(stage.saves) == ""
    stage.close()


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize("fails_in", ["draw", "frame", "leave too"])
def test_a_match_whose_page_fails_is_played_on_from_there(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, fails_in: str
) -> None:
    rescuer(stage, TitleScreen)
    page = PlayScreen(Playing(Fixture("late-deficit"), seed=4))
    stage.go(page)
    turn(stage, pygame.K_RETURN)
    for _ in range(10):
        stage.turn(0.1)

    def fail(*_: object) -> bool:
        raise OSError(f"grass.png is damaged\nand {'so is the rest, ' * 20}")

    if fails_in == "leave too":
        page.leave()  # what the game keeps now and then
        monkeypatch.setattr(page, "leave", fail)
    monkeypatch.setattr(page, "draw" if fails_in == "draw" else "frame", fail)
    reached = int(page.playing.match.tick)
    stage.turn(0.0)
    assert isinstance(stage.shown, CrashScreen)
    said = [each.text for each in stage.shown.board.parts()]
    assert any("OSError: grass.png is damaged" in each and "rest" not in each for each in said)
    assert load_kept(stage.saves.suspended_path).tick == reached
    turn(stage, pygame.K_RETURN)
    assert isinstance(stage.shown, PlayScreen)
    assert int(stage.shown.playing.match.tick) == reached
    stage.close()


@pytest.mark.usefixtures("ready")
def test_a_kept_match_that_is_no_use_leads_from_the_crash_to_the_title(stage: Stage) -> None:
    rescuer(stage, TitleScreen)
    stage.saves.suspended_path.write_text("{")
    stage.go(CrashScreen("/report.txt", TitleScreen(), "KeyError: 'grass'"))
    turn(stage, pygame.K_RETURN)
    assert isinstance(stage.shown, TitleScreen)
    assert not stage.saves.has_suspended()
    stage.close()


def test_a_notice_takes_the_place_of_the_keys_at_the_foot(stage: Stage) -> None:
    page = CrashScreen("/report.txt", TitleScreen())
    stage.go(page)
    stage.turn(0.05)
    foot = page.foot.area.clip(stage.window.canvas.get_rect())
    ground = stage.window.canvas.get_at((2, foot.centery))
    keys = stage.window.canvas.subsurface(foot).copy()
    stage.tell("kept")
    stage.turn(0.05)
    said = stage.window.canvas.subsurface(foot)
    assert pygame.mask.from_threshold(keys, ground, (1, 1, 1)).count() < foot.width * foot.height
    left = said.subsurface((0, 0, foot.width // 4, foot.height))
    assert pygame.mask.from_threshold(left, ground, (1, 1, 1)).count() == left.get_width() * left.get_height()
    stage.turn(60.0)
    assert stage.window.canvas.subsurface(foot).get_at((0, 0)) == keys.get_at((0, 0))
    assert pygame.image.tobytes(stage.window.canvas.subsurface(foot), "RGB") == pygame.image.tobytes(keys, "RGB")
    stage.close()


def test_escape_on_the_title_asks_first(stage: Stage) -> None:
    stage.go(TitleScreen())
    turn(stage, pygame.K_ESCAPE)
    assert not stage.done
    turn(stage, pygame.K_ESCAPE)
    assert stage.done
    stage.close()


def test_the_title_is_drawn_before_the_engine_is_imported(tmp_path: Path) -> None:
    code = """
import sys
from game.screens.stage import Stage
from game.screens.title import TitleScreen
from game.screens.window import Window
stage = Stage(Window("test"))
stage.go(TitleScreen())
stage.turn(0.05)
assert stage.shown._drawn
print(sorted({"numba", "pydantic", "scipy"} & sys.modules.keys()))
"""
    told = _run([sys.executable, "-c", code], tmp_path, SDL_VIDEODRIVER="dummy")
    assert told.stdout.splitlines()[-1] == "[]", told.stderr


def test_without_a_display_one_line_says_what_to_do(tmp_path: Path) -> None:
    told = _run([sys.executable, "-m", "game"], tmp_path, DISPLAY="", WAYLAND_DISPLAY="", SDL_VIDEODRIVER="")
    assert told.returncode == 2
    assert told.stderr.count("\n") == 1
    assert "dilemma bench" in told.stderr


def _run(command: list[str], home: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    set_ = {**os.environ, "DILEMMA_HOME": str(home), **environment}
    env = {name: value for name, value in set_.items() if value}
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=120, check=False)


def test_settings_are_readable_json(stage: Stage) -> None:
    stage.keep_settings()
    assert json.loads(stage.saves.path("settings").read_text())["version"] == 1
