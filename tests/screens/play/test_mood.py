"""The bar of chances: it speaks of what the scenario asks for, and small chances can be seen on it."""

from __future__ import annotations

import itertools

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.fixture import Fixture
from game.screens import theme
from game.screens.language import Language
from game.screens.play import cards, facts
from game.screens.play.hud import opened
from game.screens.play.playing import Playing
from game.screens.play.view import Extras, View
from game.teams.scenarios import scenarios

MET = (0.0, 0.05, 0.2, 0.5, 0.8, 0.95, 1.0)
SHARES = st.floats(0.0, 1.0)


def chances(playing: Playing) -> facts.Chances:
    return facts.chances(playing.match, playing.setup, playing.rates, playing.told.aim)


@pytest.mark.parametrize("name", [each.name for each in scenarios()])
def test_reaching_the_aim_is_winning_or_not_losing_where_the_aim_says_so(name: str) -> None:
    playing = Playing(Fixture(name), seed=1)
    found = chances(playing)
    assert found.win + found.draw + found.loss == pytest.approx(1.0)
    expected = {"win": found.win, "hold": found.win, "draw": found.win + found.draw}
    expected["through"] = found.win + found.draw / 2
    assert found.reach == pytest.approx(expected.get(playing.told.aim.kind, found.reach))
    assert 0.0 < found.reach < 1.0


def test_losing_by_one_is_no_danger_where_it_keeps_you_up() -> None:
    found = chances(Playing(Fixture("goal-difference"), seed=1))
    assert found.loss > 0.5
    assert found.reach > 0.5


def test_a_margin_of_two_is_harder_than_a_win() -> None:
    found = chances(Playing(Fixture("win-by-two"), seed=1))
    assert found.reach < found.win


def test_after_the_whistle_nothing_is_open() -> None:
    playing = Playing(Fixture("goal-difference"), seed=1)
    playing.match.clock.over = 1
    assert chances(playing) == facts.Chances(0.0, 0.0, 1.0, 1.0)


@given(SHARES, SHARES)
def test_the_scale_keeps_order_and_both_ends_alike(one: float, other: float) -> None:
    assert (opened(one) - opened(other)) * (one - other) >= 0.0
    assert opened(1.0 - one) == pytest.approx(1.0 - opened(one), abs=1e-6)


def test_a_small_chance_is_seen_and_so_is_its_change() -> None:
    shares = (0.0, 0.01, 0.03, 0.09, 0.2)
    steps = [opened(more) - opened(less) for less, more in itertools.pairwise(shares)]
    assert min(steps) > 0.04  # seven pixels of the bar at 720 lines


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_share_has_its_word(language: str) -> None:
    say = Language(language)
    told = [facts.mood(facts.Chances(0, 0, 0, share), "X", say, numbers=False) for share in MET]
    assert len(set(told)) == len(MET)
    assert facts.mood(facts.Chances(0, 0, 0, 0.104), "X", say, numbers=True) == "X: 10 %"


@pytest.mark.parametrize("size", [(1024, 576), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("display", ["mood", "numbers"])
def test_what_is_needed_stands_over_the_bar(size: tuple[int, int], text: float, language: str, display: str) -> None:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    playing, say = Playing(Fixture("goal-difference"), seed=1), Language(language)
    view, canvas = View(playing, say, text=text, display=display), pygame.Surface(size, depth=32)
    view.draw(canvas, Extras(), share=1.0, seconds=9.0)
    top = [(word, box) for word, box in view.written if box.bottom < 45 * theme.unit(size) * text]
    assert any(word.startswith(cards.need_of(playing, say)) for word, _ in top)
    for (_, one), (_, other) in itertools.combinations(top, 2):
        assert not one.colliderect(other)
