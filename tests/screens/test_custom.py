"""A scenario changed by hand: what was chosen is what is played, and what cannot be is said in a line."""

from __future__ import annotations

import pytest

from game.screens.choosing import FIRST, in_order
from game.screens.custom import STRENGTHS, CustomScreen
from game.teams.scenarios import scenario


def test_untouched_it_is_the_scenario_itself() -> None:
    told = scenario("late-deficit")
    assert CustomScreen(told).changed() is told


@pytest.mark.parametrize("squad", [each for each, _ in STRENGTHS if each is not None])
@pytest.mark.parametrize("name", [each.name for each in in_order()])
def test_every_scenario_is_played_against_rivals_of_any_strength(name: str, squad: str) -> None:
    page = CustomScreen(scenario(name))
    page.rivals = squad
    changed = page.changed()
    assert changed.away.squad == squad
    assert (changed.score, changed.starts, changed.home) == (page.told.score, page.told.starts, page.told.home)


def test_minute_score_and_post_are_those_chosen() -> None:
    page = CustomScreen(scenario("late-deficit"))
    page.minute, page.goals, page.post = 70, [1, 3], "LB"
    changed = page.changed()
    assert changed.starts == (2, 25 * 60.0)
    assert (changed.score, changed.controlled) == ((1, 3), "LB")


def test_a_newcomer_begins_with_the_match_of_the_title_and_meets_the_other_answer_next() -> None:
    names = [each.name for each in in_order()]
    assert names[: len(FIRST)] == list(FIRST)
    assert len(set(names)) == len(names)
