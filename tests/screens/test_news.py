import pytest

from game.events import Action, Event, Result
from game.record import blank
from game.screens.news import TOLD, news_of
from game.screens.programme import plain_programme
from game.state import NOBODY, Setup


def event(action: Action, slot: int = 9, *, worth: float = 0.0, result: Result = Result.FAIL) -> Event:
    happened = blank(Event)
    happened.action, happened.slot, happened.man, happened.half = action, slot, slot % 11, 2
    happened.second, happened.worth, happened.result = 2400.0, worth, result
    return happened


@pytest.mark.parametrize("action", list(Action))
def test_every_happening_is_told_or_left_out(setup: Setup, action: Action) -> None:
    for slot in (NOBODY, 4, 15):
        line = news_of(event(action, slot), setup, plain_programme(setup))
        assert (line is not None) == (action in TOLD)


def test_a_goal_names_scorer_and_minute(setup: Setup) -> None:
    line = news_of(event(Action.GOAL), setup, plain_programme(setup))
    assert line is not None
    assert (line.minute, line.text, line.loud, line.side) == ("86'", "Goal · 10", True, 0)


def test_an_own_goal_says_so(setup: Setup) -> None:
    line = news_of(event(Action.GOAL, result=Result.OWNGOAL), setup, plain_programme(setup))
    assert line is not None
    assert line.text == "Own goal · 10"


def test_a_shot_tells_what_it_was_worth(setup: Setup) -> None:
    line = news_of(event(Action.SHOT, worth=0.07), setup, plain_programme(setup))
    assert line is not None
    assert line.text == "Shot · 10 · xG 0.07"


def test_an_unknown_happening_is_left_out(setup: Setup) -> None:
    odd = event(Action.GOAL)
    odd.action = 999
    assert news_of(odd, setup, plain_programme(setup)) is None
