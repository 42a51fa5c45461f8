"""The debrief driven by posted keys, and its pages measured at every text size in both languages."""

from __future__ import annotations

import html
import itertools
import time

import pygame
import pytest

import game
from game.screens.debrief.beats import DebriefScreen
from game.screens.debrief.now import NowScreen, otherwise, taken_up
from game.screens.debrief.report import save_report
from game.screens.debrief.seen_again import Cue, SeenAgain, cues_of
from game.screens.debrief.sharing import code_of
from game.screens.debrief.story import tell
from game.screens.debrief.thinking import PUSH, STAY, Thinking
from game.screens.kits import PAIRS
from game.screens.play.screen import PlayScreen
from game.screens.question import JobScreen
from game.screens.saves import Saves
from game.screens.season.fixtures import LENGTH, Engagement
from game.screens.season.screen import SeasonScreen
from game.screens.season.shelf import load_book
from game.screens.settings import Settings
from game.screens.stage import Stage
from game.screens.window import Window
from game.teams.scenarios import scenario

SIZES = ((1024, 576), (1920, 1080))
PATIENCE = 60.0  # s


@pytest.fixture
def stage(tmp_path, monkeypatch):
    monkeypatch.setenv("DILEMMA_HOME", str(tmp_path))
    made = Stage(Window("debrief", (1024, 576)), saves=Saves(tmp_path), settings=Settings(language="en"))
    yield made
    made.close()
    made.window.close()


def few(played, planned=2):
    """A thinking that is done in a second."""
    return Thinking(scenario(played.fixture.scenario).aim, planned=planned)


@pytest.fixture
def debrief(stage, played):
    screen = DebriefScreen(played, few(played))
    stage.go(screen)
    wait(lambda: screen.desk.ready)
    stage.turn(0.05)
    yield screen
    screen.desk.close()


def wait(done):
    until = time.monotonic() + PATIENCE
    while not done() and time.monotonic() < until:
        time.sleep(0.01)
    assert done()


def press(stage, *keys):
    for key in keys:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
        stage.turn(0.05)


def check_words(page, canvas):
    """No word leaves its board, none lies on another."""
    page.draw(canvas)
    shown = canvas.get_rect()
    boards = (
        (page.head, page.body, page.board, page.foot) if hasattr(page, "body") else (page.head, page.board, page.foot)
    )
    for board in boards:
        words = [rect for widget in board.parts() for _, rect in widget.written]
        for nth, rect in enumerate(words):
            assert board.area.left - 4 <= rect.left, rect
            assert rect.right <= min(board.area.right, shown.right) + 4, rect
            tight = rect.inflate(-4, -round(rect.height * 0.35))
            assert tight.collidelist([other.inflate(-4, -round(other.height * 0.35)) for other in words[:nth]]) < 0
    areas = [board.area for board in boards if board.area.height > 0]
    assert all(one.bottom <= other.top + 1 for one, other in itertools.pairwise(areas))


def measure(stage, page, size, text, language):
    stage.window.canvas = pygame.Surface(size)
    stage.settings.text, stage.settings.language = text, language
    stage.keep_settings()
    page.renew()
    check_words(page, stage.window.canvas)


@pytest.mark.parametrize("language", ["en", "es"])
def test_words_of_every_beat_fit_at_every_size(stage, debrief, language):
    wait(lambda: not debrief.desk.thinking.busy)
    for beat in range(1, 5):
        debrief.beat, debrief._begun = beat, 0.0
        debrief.begin()
        for text in (100, 150, 200):
            for size in SIZES:
                measure(stage, debrief, size, text, language)
        assert debrief.alt
    now = NowScreen(debrief.desk)
    stage.go(now)
    now.note = now.say("debrief.report_saved", path="/home/somebody/Documents/debrief-late-deficit-5.html")
    for text in (100, 150, 200):
        for size in SIZES:
            measure(stage, now, size, text, language)


def test_four_keys_lead_through_the_debrief_to_the_other_choice(stage, debrief, played):
    press(stage, pygame.K_RETURN, pygame.K_RETURN, pygame.K_RETURN)
    assert debrief.beat == 4
    assert debrief.said == "yes"
    press(stage, pygame.K_RETURN)
    assert isinstance(stage.shown, JobScreen)
    press(stage, pygame.K_RETURN)
    assert isinstance(stage.shown, NowScreen)
    press(stage, pygame.K_RETURN)
    assert isinstance(stage.shown, PlayScreen)
    again = stage.shown.playing
    assert again.match.tick - debrief.desk.story.main.tick in (0, 1)  # the page may have begun to play
    assert (again.seed, again.fixture, again.slot) == (played.seed, played.fixture, played.slot)


def test_a_match_of_the_season_leads_on_with_it(stage, debrief, played, monkeypatch):
    ours = Engagement(played.scenario, played.seed)
    monkeypatch.setattr("game.screens.season.book.season_of", lambda number: [ours] * LENGTH)
    stage.go(NowScreen(debrief.desk))
    season = stage.shown.board.find("season")
    assert season.text == stage.say("debrief.season")
    stage.shown.board.set_focus(season)
    press(stage, pygame.K_RETURN)
    assert isinstance(stage.shown, SeasonScreen)
    stage.go(NowScreen(debrief.desk))


def test_escape_goes_back_a_beat_and_no_further(stage, debrief):
    press(stage, pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_ESCAPE)
    assert stage.shown is debrief
    assert debrief.beat == 1


def test_left_and_right_scrub_and_the_mouse_drags(stage, debrief):
    press(stage, pygame.K_RETURN)
    before = debrief.cursor
    press(stage, pygame.K_RIGHT)
    assert debrief.cursor > before
    stage.draw()
    box = debrief._chart.boxes[0]
    spot = {"pos": (box.right - 3, box.centery), "button": 1}
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, spot))
    stage.turn(0.05)
    assert debrief.cursor == debrief.desk.story.ticks[-1]


def test_how_sure_one_is_can_be_said_before_the_answer(stage, debrief):
    press(stage, pygame.K_DOWN, pygame.K_RIGHT)
    assert debrief.sure == 4
    press(stage, pygame.K_UP, pygame.K_RIGHT, pygame.K_RETURN)
    assert debrief.said == "no"


def test_futures_fill_in_while_the_page_is_shown(stage, played):
    screen = DebriefScreen(played, few(played, planned=400))
    stage.go(screen)
    wait(lambda: screen.desk.ready)
    stage.turn(0.05)
    press(stage, pygame.K_RETURN, pygame.K_RETURN)
    screen._begun = 0.0
    wait(lambda: screen.desk.count() >= 2)
    screen.frame(0.3)
    first = screen._shown
    wait(lambda: screen.desk.count() > first)
    screen._next_look = 0.0
    screen.frame(0.3)
    assert screen._shown > first
    screen.desk.close()


def test_the_other_choice_by_machine_parts_from_the_run_at_that_tick(played):
    story = tell(played)
    other = otherwise(played, story.main)
    assert other.match.clock.over
    assert [each.option for each in other.decisions] == []
    assert game.fingerprint(taken_up(played, story.main).match) == game.fingerprint(story.main.page)


def test_who_stayed_may_watch_himself_go(stayed):
    story = tell(stayed)
    assert story.main.did == STAY
    assert [each.option for each in otherwise(stayed, story.main).decisions] == [PUSH]


def test_key_moments_are_shown_one_after_the_other(stage, played):
    story = tell(played)
    stage.go(SeenAgain(played, [Cue(0, "moment_start", 40), *cues_of(story)]))
    shown = stage.shown
    for _ in range(20):
        shown.frame(0.25)
    assert shown.pace.paused
    stage.draw()
    caption = shown.caption
    assert "1" in caption
    press(stage, pygame.K_RIGHT)
    stage.draw()
    assert shown.place == 1
    assert shown.caption != caption
    assert all(stage.window.canvas.get_rect().contains(rect) for _, rect in shown.written)


def test_a_report_is_one_page_with_headings_tables_and_words_for_pictures(stage, debrief, tmp_path):
    wait(lambda: debrief.desk.count() >= 2)
    told = debrief.desk.telling(stage.say)
    path = save_report(told, tmp_path / "reports", language="en", code=code_of(debrief.desk.played))
    page = html.unescape(path.read_text(encoding="utf-8"))
    assert page.count("<h2") >= 4
    assert page.count("<table") >= 4
    assert page.count("alt=") == page.count("<img")
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert told.headline in page


def test_a_match_debriefed_goes_into_the_book_once(stage, debrief):
    press(stage, *[pygame.K_RETURN] * 5)
    stars = load_book(stage).best
    assert list(stars) == [debrief.desk.played.scenario]


def test_a_run_is_seen_again_in_the_kits_chosen(stage, played):
    stage.settings.kits = 2
    again = SeenAgain(played, [Cue(int(played.pages[0].tick), "moment_start")])
    stage.go(again)
    stage.turn(0.05)
    assert [club.kit for club in again.again.live.programme.clubs] == list(PAIRS[2][1:])


def test_nothing_is_written_as_minus_nothing(debrief):
    telling = debrief.desk.telling(debrief.say)
    assert telling.number(-0.04, sign=True) == "0.0"
    assert telling.number(-0.06, sign=True) == "−0.1"
