"""What a scenario asks of the home side, checked against scores written out."""

import numpy as np
import pytest

from game.teams.kick_off import kick_off
from game.teams.objectives import objective
from game.teams.scenarios import scenarios, variant


@pytest.mark.parametrize(
    ("score", "kind"), [((0, 1), "draw"), ((1, 1), "win"), ((2, 1), "hold")], ids=["behind", "level", "ahead"]
)
def test_the_score_suggests_what_a_league_side_wants(score: tuple[int, int], kind: str) -> None:
    assert objective(None, competition="league", score=score, lead=0).kind == kind


def test_a_tie_asks_who_goes_through_with_the_first_leg_and_the_kicks() -> None:
    through = objective(None, competition="aggregate", score=(0, 0), lead=-1)
    assert through.kind == "through"
    margins = np.array([2, 1, 1, 1, 0])
    kicks = np.array([0, 1, 0, -1, 1])
    assert through.met(margins, kicks).tolist() == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("margin", "kind", "enough", "short"), [(2, "win-by", 2, 1), (-1, "lose-by", -1, -2), (0, "draw", 0, -1)]
)
def test_a_margin_is_said_in_words_and_counts_from_there(margin: int, kind: str, enough: int, short: int) -> None:
    wanted = objective(margin, competition="goal-difference", score=(0, 0), lead=0)
    assert (wanted.kind, wanted.goals) == (kind, abs(margin))
    assert wanted.met(enough)
    assert not wanted.met(short)


@pytest.mark.parametrize("told", scenarios(), ids=lambda told: told.name)
def test_no_scenario_that_begins_late_begins_with_its_objective_lost_or_out_of_reach(told) -> None:
    match, _ = kick_off(told.name)
    assert told.aim.met(9)
    assert not told.aim.met(-9)
    if told.aim.kind == "hold":
        assert told.aim.reached(match)


def test_a_draw_is_reached_by_the_score_as_it_stands() -> None:
    match, _ = kick_off("late-deficit")
    wanted = variant("late-deficit").aim
    assert not wanted.reached(match)
    match.teams[0].goals = 1
    assert wanted.reached(match)
