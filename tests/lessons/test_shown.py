"""What lessons work out from matches: the dose curve and the bonuses."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.lessons import lesson, sets_bonus
from game.lessons.shown import BONUSES, Ended, bonuses, dose_curve, doses, play, under_bonus
from game.policies.mix import mix
from game.state import SIDE
from game.teams.scenarios import scenario

DOSE = lesson("eleven-jobs")
PAY = lesson("what-gets-paid")


def test_every_dose_has_one_player_more_for_the_result_the_foremost_first() -> None:
    made = doses(DOSE)
    assert [len(each.slots) for each in made] == list(range(SIDE + 1))
    depth = [slot.depth for slot in scenario(DOSE.scenario).home.sheet().formation.slots]
    for few, many in pairwise(made):
        before, after = ({slot for slot, _ in each.slots} for each in (few, many))
        (new,) = after - before
        assert all(depth[new] <= depth[slot] for slot in before)


def test_the_curve_says_from_which_dose_on_it_shows() -> None:
    lost, drawn = [-1] * 40, [0] * 30 + [-1] * 10
    curve = dose_curve(DOSE, [lost, lost, drawn, lost, drawn, *([drawn] * 7)])
    assert curve.count == 40
    assert [share.value for share in curve.shares[:3]] == [0.0, 0.0, 0.75]
    assert curve.gains[0].value == 0.0
    assert curve.shows_from == 4, "at three it was gone again"


def test_where_nothing_differs_no_dose_shows() -> None:
    assert dose_curve(DOSE, [[-1, 0, 1]] * 12).shows_from is None


def test_the_class_may_set_every_bonus_and_each_is_a_policy() -> None:
    assert sets_bonus(PAY)
    assert not sets_bonus(DOSE)
    assert list(bonuses(PAY)) == list(PAY.questions["bonus"].options) == list(BONUSES)
    for fixture in bonuses(PAY).values():
        assert mix(str(fixture.home))
    assert bonuses(DOSE) == {}


def test_a_bonus_is_told_by_goals_since_the_match_began_and_by_the_objective() -> None:
    paid = under_bonus(PAY, [Ended(1, 2, 0), Ended(-1, 0, 3)])
    assert (paid.scored, paid.conceded) == (1.0, 1.5)
    assert paid.share.value == pytest.approx(0.5)


def test_the_same_seeds_give_the_same_matches() -> None:
    fixture = bonuses(PAY)["result"]
    once, again = (play(fixture, PAY, count=2) for _ in range(2))
    assert once == again
    assert len(once) == 2
