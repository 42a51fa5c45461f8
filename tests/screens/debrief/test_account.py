import time

import numpy as np
import pytest

from game.dilemma.continuations import ROLL, Option
from game.dilemma.verdict import Comparison
from game.screens.debrief.account import CLOSE, FEWEST, RIGHT, WRONG, account, stars, think_on, worth
from game.screens.debrief.story import tell
from game.screens.debrief.thinking import AS_DONE, PUSH, STAY, Thinking

OPTIONS = (Option.told(PUSH, 1), Option.told(STAY, 1))


def futures(push, stay, count=1000):
    """So many of 100 futures end level with either option, the others are lost."""
    rolls = np.zeros((count, 2), ROLL)
    nth = np.arange(count) % 100
    for column, share in enumerate((push, stay)):
        saved = nth < share
        rolls["margin"][:, column] = np.where(saved, 0, -1)
        rolls["value"][:, column] = rolls["expected"][:, column] = 100.0 * saved
    return Comparison(OPTIONS, rolls, count, False)


@pytest.fixture(scope="module")
def stories(played, stayed):
    return {PUSH: tell(played), STAY: tell(stayed)}


@pytest.mark.parametrize(
    ("did", "push", "stay", "quality"),
    [(PUSH, 12, 6, RIGHT), (PUSH, 6, 12, WRONG), (STAY, 12, 6, WRONG), (STAY, 6, 12, RIGHT), (PUSH, 8, 8, CLOSE)],
)
def test_a_choice_is_judged_by_its_futures_not_by_its_end(stories, did, push, stay, quality):
    told = account(stories[did], futures(push, stay))
    assert told.quality == quality
    assert told.headline == f"head_{quality}_{'lucky' if told.reached else 'unlucky'}"


def test_decision_and_luck_add_up_to_what_happened(stories):
    told = account(stories[PUSH], futures(12, 6))
    assert told.decision.value == pytest.approx(6.0)
    assert told.chance == pytest.approx(12.0)
    other = told.chance - told.decision.value
    assert other + told.decision.value + told.luck == pytest.approx(100.0 * told.reached)


def test_staying_turns_the_decision_round(stories):
    told = account(stories[STAY], futures(12, 6))
    assert told.decision.value == pytest.approx(-6.0)
    assert told.decision.low <= told.decision.value <= told.decision.high


def test_ends_are_counted_by_outcome(stories):
    ends = account(stories[PUSH], futures(12, 6)).ends(PUSH)
    assert (ends.won, ends.drawn, ends.lost, ends.count) == (0, 120, 880, 1000)
    assert ends.reached.value == pytest.approx(12.0)


def test_points_deserved_are_the_league_s(stories):
    assert account(stories[PUSH], futures(12, 6)).deserved.value == pytest.approx(0.12)


def test_nothing_is_said_before_the_first_future(stories):
    told = account(stories[PUSH], None)
    assert told.quality == CLOSE
    assert told.ends(PUSH).count == 0
    assert np.isnan(told.decision.value)
    assert np.isnan(told.luck)


def test_a_good_decision_keeps_its_star_when_luck_fails(stories):
    told = account(stories[PUSH], futures(12, 6))
    assert stars(told, start_chance=0.1) == (True, told.reached, told.reached)
    assert stars(account(stories[PUSH], futures(6, 12)), start_chance=0.1)[0] is False


def test_who_stayed_added_nothing_to_staying(stories):
    story = stories[STAY]
    assert worth(story, Thinking(story.objective)) == (0.0, 0.0, 0.0)


def test_worth_is_that_of_every_push_as_long_as_it_lasted(stories):
    story = stories[PUSH]
    push, lasted = story.main, story.until(story.main)
    thinking = Thinking(story.objective, planned=AS_DONE * FEWEST)
    assert worth(story, thinking) is None
    thinking.start(push.page, story.played.setup, 1, lasted=lasted)
    while thinking.busy:
        time.sleep(0.01)
    found = worth(story, thinking)
    thinking.cancel()
    assert found.value == pytest.approx(thinking.known(push.page, 1, lasted).difference("expected").value)
    assert found.low <= found.value <= found.high


def test_after_the_whistle_the_main_choice_comes_first(stories):
    story = stories[PUSH]
    thinking = Thinking(story.objective, planned=AS_DONE)
    think_on(story, thinking)
    thinking.cancel()
    assert {(thinking.first, 0), (thinking.first, story.until(story.main))} == set(thinking.asked)
