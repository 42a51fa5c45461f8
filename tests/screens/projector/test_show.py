"""The show without a room: what a class said, as the room tells it, becomes what the matches are played for."""

from collections.abc import Iterator
from typing import Any

import pytest

from game.lessons import lesson
from game.screens.language import Language
from game.screens.projector.show import Show


@pytest.fixture
def shows() -> Iterator[list[Show]]:
    opened: list[Show] = []
    yield opened
    for show in opened:
        show.close()


def made(shows: list[Show], name: str) -> Show:
    shows.append(Show(lesson(name), Language("en"), minutes=20, planned=2))
    return shows[-1]


def asked(number: int, name: str, counts: list[int], **more: Any) -> dict[str, Any]:
    return {"round": number, "name": name, "kind": "choice", "class": {"counts": counts}, **more}


def state(show: Show, at: int, *, phase: str = "debrief", past: Any = (), text: Any = None) -> dict[str, Any]:
    plan = {"at": at, "of": len(show.acts)}
    return {"plan": plan, "phase": phase, "past": list(past), "questions": [], "text": text}


def test_the_most_votes_decide_and_a_tie_or_silence_changes_nothing(shows: list[Show]) -> None:
    show = made(shows, "five-minutes")
    counts = [[2, 5], [4, 4], [0, 0], [3, 1]]  # stay, push
    show.state = state(show, 3, past=[asked(nth, "go", each) for nth, each in enumerate(counts, 1)])
    assert show.choices() == [True, True, True, False]


def test_an_answer_not_revealed_yet_sends_nobody(shows: list[Show]) -> None:
    show = made(shows, "five-minutes")
    show.state = state(show, 3, phase="vote") | {"questions": [asked(1, "go", [0, 9])]}
    assert show.choices() == []
    show.state = show.state | {"phase": "revealed"}
    assert show.choices() == [True]


def test_each_act_has_its_place_and_a_foreign_plan_has_none(shows: list[Show]) -> None:
    show = made(shows, "five-minutes")
    seen = []
    for at, act in enumerate(show.acts, 1):
        show.state = state(show, at, text={"en": "Look"})
        assert show.act is act
        seen.append(show.do)
    assert seen[:3] == ["ask", "match", "moment"]
    assert seen[-1] == "summary"
    show.state = {**show.state, "plan": {"at": 1, "of": 99}}
    assert (show.act, show.next_act, show.do) == (None, None, "")


def test_the_next_step_waits_for_a_match_that_is_still_being_made_ready(shows: list[Show]) -> None:
    show = made(shows, "five-minutes")
    for at, wanted in ((1, False), (2, True)):
        show.state = state(show, at, text={"en": "Look"})
        assert show.unready is wanted


@pytest.mark.parametrize(("counts", "left"), [([3, 1, 0], "per-goal-scored"), ([0, 4, 1], "clean-sheet")])
def test_the_bonus_a_class_set_plays_against_the_result(shows: list[Show], counts: list[int], left: str) -> None:
    show = made(shows, "what-gets-paid")
    show.state = state(show, 2, past=[asked(1, "bonus", counts, when="before")])
    fixtures, titles = show.sides()
    assert [each.home for each in fixtures] == [left, "team-win"]
    assert len(set(titles)) == 2


def test_a_class_that_pays_the_result_sees_it_beside_the_lessons_own_bonus(shows: list[Show]) -> None:
    show = made(shows, "what-gets-paid")
    show.state = state(show, 2, past=[asked(1, "bonus", [0, 1, 4], when="before")])
    assert [each.home for each in show.sides()[0]] == ["per-goal-scored", "team-win"]


def test_the_thousand_are_of_doses_bonuses_or_jobs(shows: list[Show]) -> None:
    found = {name: len(made(shows, name).fixtures()) for name in ("eleven-jobs", "what-gets-paid", "five-minutes")}
    assert found == {"eleven-jobs": 12, "what-gets-paid": 3, "five-minutes": 2}
