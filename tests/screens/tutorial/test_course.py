"""The six cards without a window: each waits for its own action and for nothing else."""

from __future__ import annotations

import tomllib

import pytest

from game.assets import asset
from game.screens.play.asked import NOTHING, Asked, heading
from game.screens.tutorial.course import CARDS, ENDS_IN, READ, Course
from game.state import TICKS_PER_SECOND
from game.teams.scenarios import scenario

WORDS_A_CARD = 20
PUSH = Asked(push=True)
UPFIELD = Asked(way=heading(-1.0, 0.3), pace=9.0)


def do(course: Course, asked: Asked, seconds: float, *, looking: bool = False) -> None:
    for _ in range(round(seconds * TICKS_PER_SECOND)):
        course.tick(asked, looking=looking)


def name(course: Course) -> str:
    assert course.card is not None
    return course.card.name


def test_each_card_goes_when_its_action_is_done_and_the_whole_takes_less_than_a_minute() -> None:
    course = Course()
    actions = {
        "move": (UPFIELD, False), "push": (PUSH, False), "space": (NOTHING, False), "line": (PUSH, False),
        "look": (NOTHING, True), "job": (PUSH, False),
    }  # fmt: skip
    seen, seconds = [], 0.0
    while not course.over and seconds < 60.0:
        if not seen or seen[-1] != name(course):
            seen.append(name(course))
        asked, looking = actions[name(course)]
        do(course, asked, 0.5, looking=looking)
        seconds += 0.5
    assert seen == [card.name for card in CARDS]
    assert course.over
    assert seconds < 40.0


def test_no_card_goes_while_nothing_is_done() -> None:
    course = Course()
    do(course, NOTHING, 4 * READ)
    assert name(course) == "move"
    course.step = 1
    do(course, NOTHING, 4 * READ)
    assert name(course) == "push"
    course.step = 4
    do(course, PUSH, 4 * READ)
    assert name(course) == "look"


def test_a_card_done_at_once_still_stays_long_enough_to_be_read() -> None:
    course = Course()
    course.step = 4
    do(course, NOTHING, READ - 0.2, looking=True)
    assert name(course) == "look"
    do(course, NOTHING, 0.4, looking=True)
    assert name(course) == "job"


def test_once_over_it_plays_no_further() -> None:
    course = Course()
    course.step = len(CARDS)
    tick = int(course.playing.match.tick)
    do(course, PUSH, 1.0)
    assert int(course.playing.match.tick) == tick


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_card_is_short_and_said_in_both_languages(language: str) -> None:
    words = tomllib.loads(asset("words", language, "tutorial.toml").read_text(encoding="utf-8"))
    for card in CARDS:
        assert 0 < len(words[card.name].split()) <= WORDS_A_CARD
        assert 0 < len(words[f"{card.name}_do"].split()) <= 6


def test_it_ends_in_a_match_that_is_lost_without_a_goal() -> None:
    told = scenario(ENDS_IN)
    assert not told.aim.met(told.score[0] - told.score[1])
