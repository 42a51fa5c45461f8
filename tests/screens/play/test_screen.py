"""The page of a match, driven by real events on SDL's dummy driver."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.fixture import Fixture
from game.match import HELD, PUSHED
from game.screens import theme
from game.screens.loop import BACKLOG
from game.screens.play import run
from game.screens.play.kept import load_kept
from game.screens.play.playing import Playing
from game.screens.play.screen import STARTLED, PlayScreen
from game.screens.saves import Saves
from game.screens.settings import Settings
from game.screens.stage import Screen, Stage
from game.screens.window import Window


class Nothing(Screen):
    """The page that follows."""


def staged(playing: Playing, size: tuple[int, int] = (1024, 576), **settings: object) -> tuple[Stage, PlayScreen]:
    window = Window("test", size)
    stage = Stage(window, saves=Saves(), settings=Settings(language="en", **settings))  # type: ignore[arg-type]
    screen = PlayScreen(playing, after=lambda played: Nothing())
    pygame.event.clear()
    stage.go(screen)
    return stage, screen


@pytest.fixture
def shown(playing: Playing) -> Iterator[tuple[Stage, PlayScreen]]:
    stage, screen = staged(playing)
    yield stage, screen
    stage.close()
    stage.window.close()


def press(stage: Stage, *keys: int, up: bool = True) -> None:
    for key in keys:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, unicode="", mod=0))
        if up:
            pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=0))
    stage.turn(0.0)


def let_go(stage: Stage, key: int) -> None:
    pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=0))
    stage.turn(0.0)


def test_enter_starts_and_space_pushes_within_two_ticks(shown: tuple[Stage, PlayScreen]) -> None:
    stage, screen = shown
    assert screen.menu is not None
    press(stage, pygame.K_RETURN)
    assert screen.menu is None
    me = screen.playing.match.players[screen.playing.slot]
    press(stage, pygame.K_SPACE, up=False)
    before = int(screen.playing.match.tick)
    while me.told != PUSHED:
        stage.turn(0.01)
    assert screen.playing.match.tick - before <= 2
    let_go(stage, pygame.K_SPACE)
    stage.turn(0.2)
    assert me.told == HELD


def test_a_whole_match_with_a_push_and_a_return_ends_at_its_card(
    shown: tuple[Stage, PlayScreen], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "WORKING", 60.0)
    stage, screen = shown
    press(stage, pygame.K_RETURN)
    screen.view.draw = lambda *_, **__: None  # type: ignore[method-assign]  # drawing is looked at elsewhere
    screen.run_.speed = 4.0
    held = False
    while not screen.over:
        wants = 1000 < screen.playing.match.tick < 3000
        if wants != held:
            press(stage, pygame.K_SPACE, up=False) if wants else let_go(stage, pygame.K_SPACE)
            held = wants
        screen.run_.tempo.factor = 8.0
        stage.turn(BACKLOG)
    options = [decision.option for decision in screen.playing.decisions]
    assert options == ["push", "stay"]
    assert screen.menu is not None
    assert not stage.saves.suspended_path.exists()
    press(stage, pygame.K_RETURN)
    assert stage.shown is screen, "a thumb still busy with the match chooses nothing"
    stage.turn(STARTLED)
    press(stage, pygame.K_RETURN)
    assert isinstance(stage.shown, Nothing)


def test_nobody_shows_a_newcomer_the_way_but_a_second_run_has_its_ghosts(shown: tuple[Stage, PlayScreen]) -> None:
    stage, screen = shown
    press(stage, pygame.K_RETURN)
    assert screen.ghosts is not None
    screen.ghosts.wait()
    assert not screen.ghosts.ready
    screen._again()
    screen.ghosts.wait()
    assert {ghost.name for ghost in screen.ghosts.ready} == {"last", "role", "team"}
    stage.turn(0.05)
    assert any(text == stage.say("match.ghost_legend") for text, _ in screen.view.written)


def test_a_match_begun_at_once_is_under_way_and_what_is_held_counts(
    shown: tuple[Stage, PlayScreen], playing: Playing
) -> None:
    stage, _ = shown
    following = PlayScreen(playing, begun=True, at_once=True)
    stage.push(following)
    assert following.menu is None
    following.controls.take_over({pygame.K_SPACE, pygame.K_a}.__contains__)
    stage.turn(0.2)
    assert following.playing.pushing
    let_go(stage, pygame.K_SPACE)
    stage.turn(0.2)
    assert not following.playing.pushing


def test_pause_stops_the_match_and_says_so(shown: tuple[Stage, PlayScreen]) -> None:
    stage, screen = shown
    press(stage, pygame.K_RETURN)
    stage.turn(0.2)
    press(stage, pygame.K_p)
    tick = int(screen.playing.match.tick)
    stage.turn(0.2)
    assert screen.playing.match.tick == tick
    assert screen.menu is not None
    press(stage, pygame.K_ESCAPE)
    stage.turn(0.2)
    assert screen.playing.match.tick > tick


def test_losing_the_keyboard_pauses_but_going_full_screen_does_not(shown: tuple[Stage, PlayScreen]) -> None:
    stage, screen = shown
    press(stage, pygame.K_RETURN)
    stage.window.full = True
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    stage.turn(0.01)
    assert screen.menu is None
    stage.turn(2.0)
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    stage.turn(0.01)
    assert screen.menu is not None


def test_one_step_plays_one_tick_and_the_pause_key_goes_on(shown: tuple[Stage, PlayScreen]) -> None:
    stage, screen = shown
    press(stage, pygame.K_RETURN)
    press(stage, pygame.K_PERIOD)
    tick = int(screen.playing.match.tick)
    press(stage, pygame.K_PERIOD)
    stage.turn(0.2)
    assert screen.playing.match.tick == tick + 1
    press(stage, pygame.K_p)
    stage.turn(0.2)
    assert screen.playing.match.tick > tick + 1


def test_another_man_of_the_back_four_can_be_chosen(shown: tuple[Stage, PlayScreen]) -> None:
    stage, screen = shown
    press(stage, pygame.K_DOWN)
    press(stage, pygame.K_RIGHT)
    assert screen.playing.slot == 2
    press(stage, pygame.K_LEFT)
    press(stage, pygame.K_LEFT)
    assert screen.playing.slot == 4


def test_the_caps_are_those_of_the_device_last_used(shown: tuple[Stage, PlayScreen]) -> None:
    stage, screen = shown
    press(stage, pygame.K_RETURN)
    pygame.event.post(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=pygame.CONTROLLER_BUTTON_A, instance_id=0))
    stage.turn(0.05)
    assert screen.playing.match.players[screen.playing.slot].told in (HELD, PUSHED)
    assert "A" in [text for text, _ in screen.view.written]
    press(stage, pygame.K_v)
    stage.turn(0.05)
    assert "SPACE" in [text for text, _ in screen.view.written]


@pytest.mark.parametrize("size", [(1024, 576), (1920, 1080), (1024, 768)])
@pytest.mark.parametrize(("language", "text"), [("en", 100), ("es", 100), ("en", 200), ("es", 200), ("es", 150)])
def test_no_text_is_cut_or_lies_over_another(size: tuple[int, int], language: str, text: int) -> None:
    playing = Playing(Fixture("late-deficit"), seed=11)
    stage, screen = staged(playing, size, text=text, win_display="numbers")
    stage.settings.language = language
    stage.keep_settings()
    screen.enter(stage)
    whole = stage.window.canvas.get_rect()
    screen.menu = screen._before()
    screen.draw(stage.window.canvas)
    card = screen.view.written[-12:]
    _apart([place for _, place in card], whole)
    screen.menu = None
    screen.draw(stage.window.canvas)
    bars = [place for text, place in screen.view.written if place.bottom < 110 or place.top > whole.bottom - 40]
    _apart(bars, whole)
    stage.close()
    stage.window.close()


def _apart(places: list[pygame.Rect], whole: pygame.Rect) -> None:
    """All inside `whole`; none over another, ascenders and descenders forgiven."""
    for place in places:
        assert whole.contains(place), place
    for one, other in itertools.combinations(places, 2):
        over = one.clip(other)
        assert over.height <= 0.35 * min(one.height, other.height) or over.width <= 2, (one, other)


KILLED = """
import os, signal, sys
from game.fixture import Fixture
from game.screens.play.asked import Asked
from game.screens.play.kept import Keeper
from game.screens.play.playing import Playing
from game.screens.saves import Saves
from game.state import fingerprint
playing = Playing(Fixture("late-deficit"), seed=5)
keeper = Keeper(Saves().suspended_path)
for tick in range(200):
    playing.tick(Asked(push=tick > 50))
keeper.keep(playing)
keeper.wait()
print(fingerprint(playing.match), flush=True)
while True:
    playing.tick(Asked(push=True))
    keeper.keep(playing) if playing.match.tick == 900 else None
"""


def test_a_match_killed_is_taken_up_again(home: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.05)
        os.kill(process.pid, signal.SIGKILL)
    again = load_kept(Saves().suspended_path).take_up()
    assert again.match.tick >= 200
    assert again.pushing
    assert [decision.tick for decision in again.decisions] == [51]


def test_leaving_keeps_the_match_to_the_tick(shown: tuple[Stage, PlayScreen]) -> None:
    stage, screen = shown
    press(stage, pygame.K_RETURN)
    for _ in range(6):
        stage.turn(0.1)
    tick = int(screen.playing.match.tick)
    stage.back()
    assert load_kept(stage.saves.suspended_path).tick == tick


def test_settings_open_on_top_of_the_pause_and_hold_when_one_comes_back(shown: tuple[Stage, PlayScreen]) -> None:
    stage, screen = shown
    press(stage, pygame.K_RETURN)
    stage.turn(0.1)
    press(stage, pygame.K_p)
    press(stage, pygame.K_UP)
    press(stage, pygame.K_UP)
    press(stage, pygame.K_RETURN)
    assert stage.shown is not screen
    stage.settings.language, stage.settings.text = "es", 150
    stage.keep_settings()
    press(stage, pygame.K_ESCAPE)
    assert stage.shown is screen
    stage.turn(0.01)
    assert "En pausa" in [text for text, _ in screen.view.written]
    assert screen.view.text == 1.5


def test_a_match_taken_up_waits_for_a_key(playing: Playing) -> None:
    stage, _ = staged(playing)
    screen = PlayScreen(Playing(Fixture("late-deficit"), seed=2), begun=True)
    stage.go(screen)
    stage.turn(0.2)
    assert screen.menu is not None
    assert screen.playing.match.tick == 0
    press(stage, pygame.K_RETURN)
    stage.turn(0.2)
    assert screen.playing.match.tick > 0
    stage.close()
    stage.window.close()


def test_the_card_before_kick_off_speaks_of_the_device_in_hand(playing: Playing) -> None:
    stage, _ = staged(playing)
    stage.device = "pad"
    stage.go(PlayScreen(playing, after=lambda played: Nothing()))
    stage.turn(0.05)
    assert isinstance(stage.shown, PlayScreen)
    assert stage.shown.menu is not None
    assert stage.shown.menu.keys[0][0] == "A"
    stage.close()
    stage.window.close()


def test_no_word_on_the_grass_hides_a_man(shown: tuple[Stage, PlayScreen]) -> None:
    stage, screen = shown
    press(stage, pygame.K_RETURN)
    press(stage, pygame.K_SPACE, up=False)
    stage.turn(0.5)
    view, men = screen.view, screen.playing.match.players
    screen.draw(stage.window.canvas)
    word = next(place for text, place in view.written if text == stage.say("match.no_way_back"))
    mate = 2 if screen.playing.slot != 2 else 3
    far = view.camera.screen(float(men[mate].x), float(men[mate].y))
    men[mate].x, men[mate].y = view.camera.spot(word.center)
    men[mate].vx = men[mate].vy = 0.0
    stage.turn(0.11)  # two ticks: he is drawn from where he was to where he is
    screen.draw(stage.window.canvas)
    at = view.camera.screen(float(men[mate].x), float(men[mate].y))
    assert at != far
    shirt = screen.playing.programme.clubs[screen.playing.slot // 11].kit.shirt
    seen = [stage.window.canvas.get_at((at[0] + dx, at[1] + dy)) for dx in range(-6, 7) for dy in range(-6, 7)]
    assert any(each[:3] == shirt for each in seen)


@pytest.mark.parametrize(("text", "alone"), [(100, False), (200, True)])
def test_a_card_that_fills_the_screen_has_it_to_itself(playing: Playing, text: int, alone: bool) -> None:
    stage, _ = staged(playing, text=text)
    stage.turn(0.05)
    canvas = stage.window.canvas
    seen = {canvas.get_at((x, y))[:3] for x in range(0, 1024, 4) for y in (1, 12, 20, canvas.get_height() - 6)}
    assert (seen == {theme.INK}) == alone
    stage.close()
    stage.window.close()
