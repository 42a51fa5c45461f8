import time

import pygame
import pytest

from game.screens.coach.pay import contracts, preset
from game.screens.coach.screen import CoachScreen
from game.screens.debrief.seen_again import SeenAgain
from game.screens.language import LANGUAGES, words
from game.screens.play.screen import PlayScreen
from game.screens.saves import Saves
from game.screens.settings import Settings
from game.screens.stage import Stage
from game.screens.window import Window


@pytest.fixture
def stage(tmp_path):
    made = Stage(Window("coach", (1024, 576)), saves=Saves(tmp_path), settings=Settings(language="en"))
    made.go(CoachScreen())
    yield made
    made.close()
    made.window.close()


def press(stage, key):
    stage.take(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
    stage.shown.frame(0.05)


def focus(stage, name):
    stage.shown.board.set_focus(stage.shown.board.find(name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_contract_has_its_words(language):
    known = words(language, "coach")
    for policy in contracts():
        assert f"pay_{policy}" in known
        assert f"short_{policy}" in known


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_the_chair_fit_at_every_size(stage, language):
    page = stage.shown
    stage.settings.language = language
    stage.keep_settings()
    page._take_preset("silos")
    for text in (100, 200):
        for size in ((1024, 576), (1920, 1080)):
            stage.settings.text, stage.window.canvas = text, pygame.Surface(size)
            page.renew()
            page.draw(stage.window.canvas)
            words_at = [rect for widget in page.board.parts() for _, rect in widget.written]
            for nth, rect in enumerate(words_at):
                assert page.board.area.left - 4 <= rect.left <= rect.right <= page.board.area.right + 4
                tight = rect.inflate(-4, -round(rect.height * 0.35))
                others = [other.inflate(-4, -round(other.height * 0.35)) for other in words_at[:nth]]
                assert tight.collidelist(others) < 0


def test_enter_gives_the_man_in_focus_the_next_contract(stage):
    focus(stage, "man 3")
    before = stage.shown.pay.slots[3]
    press(stage, pygame.K_RETURN)
    assert stage.shown.pay.slots[3] == contracts()[contracts().index(before) + 1]
    assert stage.shown.man == 3
    assert stage.shown.pay.slots[:3] == preset("posts", "late-deficit").slots[:3]


def test_arrows_reach_every_man_of_a_row(stage):
    focus(stage, "man 1")
    reached = set()
    for _ in range(4):
        reached.add(stage.shown.board.focus.slot)
        press(stage, pygame.K_LEFT)
    assert reached == {1, 2, 3, 4}


def test_a_contract_can_be_taken_from_the_list(stage):
    focus(stage, "contract")
    press(stage, pygame.K_RIGHT)
    assert stage.shown.pay.slots[1] != "role-bound"


def test_two_teams_are_measured_on_the_same_luck(stage):
    page = stage.shown
    page._keep()
    page._take_preset("win")
    page._measure()
    assert [len(page.trial.arms), page.other == preset("posts", page.name)] == [2, True]
    page._stop_now()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_measured_is_seen_without_scrolling_and_moves_no_button(stage, language):
    page = stage.shown
    stage.settings.language, stage.window.canvas = language, pygame.Surface((1280, 720))
    stage.keep_settings()
    page._keep()
    page._take_preset("win")
    page.draw(stage.window.canvas)
    deeds = ("watch", "play", "measure", "back")
    tops = [page.board.find(name).rect.top for name in deeds]
    page._measure()
    until = time.monotonic() + 60.0
    while page.trial.count == 0 and time.monotonic() < until:
        time.sleep(0.01)
    page.renew()
    for _ in range(2):
        page.draw(stage.window.canvas)
        assert page.board.high <= page.board.area.height
        assert [page.board.find(name).rect.top for name in deeds] == tops
        page._stop_now()
    for slot in range(11):
        page.man = slot
        page.renew()
        page.draw(stage.window.canvas)
        assert [page.board.find(name).rect.top for name in deeds] == tops


def test_the_team_can_be_watched_and_played(stage):
    page = stage.shown
    focus(stage, "watch")
    press(stage, pygame.K_RETURN)
    assert isinstance(stage.shown, SeenAgain)
    stage.shown.frame(0.2)
    stage.draw()
    press(stage, pygame.K_ESCAPE)
    assert stage.shown is page
    focus(stage, "play")
    press(stage, pygame.K_RETURN)
    assert isinstance(stage.shown, PlayScreen)
