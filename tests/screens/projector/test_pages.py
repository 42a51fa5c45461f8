"""Pages stay inside their box at every size, in both languages; words are never smaller than a back row reads."""

from typing import Any

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.lessons import lesson, lessons, question_for
from game.screens import theme
from game.screens.language import Language
from game.screens.projector import asking, keys, lobby, reveal
from game.screens.projector.brush import TEXT, Brush
from game.screens.projector.hands import Hands
from tests.screens.flow import EVERY_WAY

Asked = dict[str, Any]
EVERY_QUESTION = {asked: each.name for each in lessons() if each.scenario for asked in each.questions}


def question(name: str, asked: str) -> Asked:
    made = question_for(lesson(name), asked)
    options = len(made.get("options", ()))
    found = {"counts": [7 * nth for nth in range(options)]} if options else {"counts": [[5.0, 3]], "median": 5.0}
    return {**made, "round": 1, "votes": 3, "hands": None, "class": found}


def outside(canvas: pygame.Surface, box: pygame.Rect) -> int:
    """Pixels drawn on outside `box`, two round it kept free for smooth edges."""
    canvas.fill(theme.INK, box.inflate(4, 4))
    return int((pygame.surfarray.pixels3d(canvas) != theme.INK).any(axis=2).sum())


@pytest.mark.parametrize(("size", "text", "language"), EVERY_WAY)
def test_every_question_of_every_lesson_stays_inside_its_box(size: tuple[int, int], text: int, language: str) -> None:
    box = pygame.Rect((0, 0), size).inflate(-80, -80)
    for asked, name in EVERY_QUESTION.items():
        shown = {"questions": [question(name, asked)], "phase": "vote", "left": 12}
        for draw in (
            lambda brush, state: asking.draw_question(brush, state, box),
            lambda brush, state: reveal.draw_reveal(brush, state, box, 1.0),
        ):
            canvas = pygame.Surface(size, depth=32)
            canvas.fill(theme.INK)
            draw(Brush(canvas, Language(language), text / 100), shown)
            assert outside(canvas, box) == 0, (name, asked)


@pytest.mark.parametrize(("size", "text", "language"), EVERY_WAY)
def test_lobby_keys_and_before_and_after_stay_inside_their_box(size: tuple[int, int], text: int, language: str) -> None:
    box = pygame.Rect((0, 0), size).inflate(-80, -80)
    state = {"addresses": ["http://192.168.178.121:8642"], "code": "WMWM", "joined": 28, "hands_up": False}
    codes = [{"address": "http://192.168.178.121:8642", "rows": ["10" * 14 + "1"] * 29}]
    both = [(question("five-minutes", "job"), question("five-minutes", "job"))]
    for draw in (
        lambda brush: lobby.draw_lobby(brush, state, codes, box, "What gets paid gets played"),
        lambda brush: lobby.draw_lobby(brush, {**state, "hands_up": True}, codes, box),
        lambda brush: keys.draw_keys(brush, box),
        lambda brush: reveal.draw_before_after(brush, both, box, 1.0),
    ):
        canvas = pygame.Surface(size, depth=32)
        canvas.fill(theme.INK)
        draw(Brush(canvas, Language(language), text / 100))
        assert outside(canvas, box) == 0


@given(st.floats(1.0, 40.0), st.floats(1.0, 2.0), st.floats(0.25, 1.4))
def test_no_text_is_smaller_than_28_pixels_on_a_projector(units: float, scale: float, shrunk: float) -> None:
    brush = Brush(pygame.Surface((1, 1), depth=32), Language("en"), scale, size=(1920, 1080))
    brush.shrunk = shrunk
    assert brush.px(units) >= 28
    assert brush.px(TEXT) >= 28


@settings(deadline=None)
@given(st.data())
def test_ranges_of_a_number_hold_every_answer_once(data: st.DataObject) -> None:
    step = data.draw(st.sampled_from([1.0, 5.0]))
    low = data.draw(st.integers(-3, 3)) * step
    many = data.draw(st.integers(1, 40))
    steps = data.draw(st.dictionaries(st.integers(0, many), st.integers(1, 30)))
    counts = [[low + nth * step, count] for nth, count in steps.items()]
    asked = {"kind": "number", "low": low, "high": low + many * step, "step": step, "class": {"counts": counts}}
    brush = Brush(pygame.Surface((1, 1), depth=32), Language("en"), 1.0)
    names, found = reveal.bins(brush, asked)
    assert sum(found) == sum(steps.values())
    assert len(set(names)) == len(names) <= reveal.MOST_BINS


def test_the_first_digit_takes_the_place_of_a_number_already_counted() -> None:
    hands = Hands({"hands": [7, 12], "options": [{}, {}]})
    for key in (pygame.K_5, pygame.K_TAB, pygame.K_BACKSPACE, pygame.K_3, pygame.K_TAB, pygame.K_6, pygame.K_1):
        hands.take(pygame.event.Event(pygame.KEYDOWN, key=key, unicode=chr(key)))
    assert hands.counts == [61, 13]


def test_hands_take_digits_and_nothing_else() -> None:
    hands = Hands({"hands": None, "options": [{}, {}]})
    typed = [pygame.K_1, pygame.K_x, pygame.K_2, pygame.K_3, pygame.K_4, pygame.K_BACKSPACE, pygame.K_TAB, pygame.K_9]
    for key in typed:
        letter = chr(key) if key < 127 else ""
        assert hands.take(pygame.event.Event(pygame.KEYDOWN, key=key, unicode=letter)) == ""
    assert hands.counts == [12, 9]
    assert hands.take(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, unicode="")) == "left"
