import datetime as dt

import pygame
import pytest

from game.screens import theme
from game.screens.play.screen import PlayScreen
from game.screens.saves import Saves
from game.screens.season.book import Book, Line
from game.screens.season.fixtures import LENGTH, daily, season_of
from game.screens.season.screen import SeasonScreen
from game.screens.season.shelf import keep_book, load_book
from game.screens.settings import Settings
from game.screens.stage import Stage
from game.screens.window import Window


@pytest.fixture
def stage(tmp_path):
    made = Stage(Window("season", (1024, 576)), saves=Saves(tmp_path), settings=Settings(language="en"))
    yield made
    made.close()
    made.window.close()


def book(count):
    made = Book()
    for nth, each in enumerate(season_of(1)[:count]):
        made.add(
            Line(
                each.scenario,
                each.seed,
                (nth % 3, 1),
                (0, 1, 3)[nth % 3],
                1.234,
                "close",
                (True, nth % 2 == 0, False),
                1,
                3,
            )
        )
    return made


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("count", [0, 3, LENGTH])
def test_words_of_the_season_fit_at_every_size(stage, count, language):
    keep_book(stage, book(count))
    stage.settings.language = language
    stage.keep_settings()
    page = SeasonScreen()
    stage.go(page)
    for text in (100, 200):
        for size in ((1024, 576), (1920, 1080)):
            stage.settings.text, stage.window.canvas = text, pygame.Surface(size)
            page.renew()
            page.draw(stage.window.canvas)
            for board in (page.head, page.body, page.board, page.foot):
                words = [rect for widget in board.parts() for _, rect in widget.written]
                for nth, rect in enumerate(words):
                    assert board.area.left - 4 <= rect.left <= rect.right <= board.area.right + 4
                    tight = rect.inflate(-4, -round(rect.height * 0.35))
                    others = [other.inflate(-4, -round(other.height * 0.35)) for other in words[:nth]]
                    assert tight.collidelist(others) < 0


def test_the_first_button_plays_the_next_match_of_the_season(stage):
    keep_book(stage, book(2))
    stage.go(SeasonScreen())
    stage.take(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode=""))
    assert isinstance(stage.shown, PlayScreen)
    assert (stage.shown.playing.told.name, stage.shown.playing.seed) == (season_of(1)[2].scenario, season_of(1)[2].seed)


def test_after_ten_matches_the_first_button_begins_the_next_season(stage):
    keep_book(stage, book(LENGTH))
    stage.go(SeasonScreen())
    stage.take(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode=""))
    assert load_book(stage).number == 2
    assert load_book(stage).lines == []


def test_a_damaged_book_is_put_aside_and_a_new_one_begun(stage):
    stage.saves.keep("season", {"lines": "none"})
    assert load_book(stage) == Book()
    assert stage.saves.troubles


@pytest.mark.parametrize(("points", "said"), [(0, "0 points"), (1, "1 point"), (3, "3 points")])
def test_points_are_counted_as_people_count(stage, points, said):
    today = daily(dt.date.today())
    made = book(0)
    made.add_daily(
        dt.date.today().isoformat(),
        Line(today.scenario, today.seed, (1, 1), points, 0.5, "close", (True, False, False), 1, 3),
    )
    keep_book(stage, made)
    page = SeasonScreen()
    stage.go(page)
    assert page.board.find("daily").text.endswith(f" {said}")


def test_a_match_played_says_its_stars_in_letters_there_are(stage):
    keep_book(stage, book(2))
    page = SeasonScreen()
    stage.go(page)
    told = next(each.text for each in page.body.parts() if "deserved 1.2" in each.text)
    assert told.endswith(("1 star", "2 stars"))
    for letter in set(told) - {" "}:
        assert theme.lettering(letter, 20, theme.TEXT).get_bounding_rect().size != (0, 0), letter
