"""The tutorial's page, walked through with posted keys on a real stage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.screens.language import LANGUAGES
from game.screens.play.paper import Paper
from game.screens.play.reckoning import reckon
from game.screens.play.screen import PlayScreen
from game.screens.saves import Saves
from game.screens.settings import TEXT_SIZES, Settings, load_settings
from game.screens.stage import Screen, Stage
from game.screens.tutorial.course import CARDS, ENDS_IN
from game.screens.tutorial.screen import TutorialScreen
from game.screens.window import Window

SPACE, LEFT, TAB, ESCAPE = pygame.K_SPACE, pygame.K_LEFT, pygame.K_TAB, pygame.K_ESCAPE
KEYS = {"move": LEFT, "push": SPACE, "space": None, "line": SPACE, "look": TAB, "job": SPACE}
"""What is held on each card."""


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    window = Window("test", (1024, 576))
    made = Stage(window, saves=Saves(tmp_path), settings=Settings(language="en"))
    made.go(Screen())
    yield made
    made.close()
    pygame.event.clear()


def press(key: int, down: bool = True) -> None:
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN if down else pygame.KEYUP, key=key, mod=0, unicode=""))


def walk(stage: Stage, tutorial: TutorialScreen, *, frames: int = 1200) -> list[str]:
    """Do what each card says, a frame every 50 ms; the cards seen."""
    seen: list[str] = []
    held = None
    for _ in range(frames):
        card = tutorial.course.card
        if card is None or stage.shown is not tutorial:
            break
        if not seen or seen[-1] != card.name:
            seen.append(card.name)
            if held is not None:
                press(held, down=False)
            held = KEYS[card.name]
            if held is not None:
                press(held)
        stage.turn(0.05)
    return seen


def test_doing_what_the_cards_say_leads_straight_into_a_match(stage: Stage) -> None:
    tutorial = TutorialScreen()
    stage.push(tutorial)
    assert walk(stage, tutorial) == [card.name for card in CARDS]
    assert isinstance(stage.shown, PlayScreen)
    assert stage.shown.playing.told.name == ENDS_IN
    assert stage.shown.begun
    assert stage.shown.menu is None
    assert len(stage.pages) == 2
    assert load_settings(stage.saves).seen_tutorial


def test_escape_skips_it_and_it_can_be_taken_again(stage: Stage) -> None:
    went: list[str] = []
    for _ in range(2):
        tutorial = TutorialScreen(lambda _: went.append("done"), skipped=lambda _: went.append("skipped"))
        stage.push(tutorial)
        stage.turn(0.1)
        press(ESCAPE)
        stage.turn(0.1)
        stage.turn(0.1)
        stage.back()
    assert went == ["skipped", "skipped"]
    assert stage.settings.seen_tutorial


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1024, 576), (1920, 1080)])
@pytest.mark.parametrize("text", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_every_card_fits_and_hides_neither_the_player_nor_another_word(
    stage: Stage, language: str, size: tuple[int, int], text: int
) -> None:
    stage.settings.language, stage.settings.text = language, text
    stage.keep_settings()
    tutorial = TutorialScreen(lambda _: None)
    canvas = pygame.Surface(size)
    stage.push(tutorial)
    for step in range(len(CARDS)):
        tutorial.course.step = step
        tutorial.draw(canvas)
        whole = canvas.get_rect()
        assert whole.contains(tutorial.card_box)
        words = [box for said, box in tutorial.written if said and tutorial.card_box.colliderect(box)]
        assert len(words) >= 4
        for nth, box in enumerate(words):
            assert tutorial.card_box.contains(box)
            assert box.collidelist(words[nth + 1 :]) == -1
        player = tutorial.course.playing.match.players[tutorial.course.playing.slot]
        spot = tutorial.scenery.camera.screen(float(player.x), float(player.y))
        assert whole.collidepoint(spot)
        assert not tutorial.card_box.collidepoint(spot)


def test_a_screen_reader_hears_the_card_and_its_key(stage: Stage) -> None:
    tutorial = TutorialScreen(lambda _: None)
    stage.push(tutorial)
    assert tutorial.alt.startswith("1 of 6. You are the ringed player.")
    assert "ESC: Skip" in tutorial.alt


def test_a_remapped_key_is_the_one_shown(stage: Stage) -> None:
    stage.settings.keys = {"push": ["b"]}
    tutorial = TutorialScreen(lambda _: None)
    stage.push(tutorial)
    tutorial.course.step = 1
    assert "B: Hold it" in tutorial.alt


def test_the_words_on_the_grass_hide_no_man(stage: Stage) -> None:
    tutorial = TutorialScreen()
    stage.push(tutorial)
    stage.turn(0.05)
    scenery, playing = tutorial.scenery, tutorial.course.playing
    canvas = pygame.Surface((1024, 576), depth=32)
    told = reckon(playing.match, playing.setup, playing.slot)

    def drawn() -> pygame.Rect:
        paper = Paper(canvas, 1.0)
        scenery.draw(paper, canvas.get_rect(), told, share=1.0, behind=False, marked="move")
        return dict(paper.written)[stage.say("match.you_attack")]

    man, shirt = playing.match.players[5], playing.programme.clubs[0].kit.shirt
    man.x, man.y = scenery.camera.spot(drawn().center)
    x, y = drawn().center
    assert any(canvas.get_at((x + dx, y + dy))[:3] == shirt for dx in range(-6, 7) for dy in range(-6, 7))
