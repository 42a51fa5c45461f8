import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.dilemma.contribution import Group, all_coalitions, benched, by_line, by_slot, contributions, total
from game.fixture import Fixture, arrange
from game.state import NOBODY

FIXTURE = Fixture("late-deficit", "team-win", "role-bound")
ARM = arrange(FIXTURE)
LINES = by_line(ARM)


def test_the_lines_hold_all_eleven_once():
    assert [group.name for group in LINES] == ["GK", "DF", "MF", "FW"]
    assert sorted(slot for group in LINES for slot in group.slots) == list(range(11))


def test_single_men_are_told_apart():
    assert [group.name for group in by_slot(ARM, (1, 2, 3, 4))] == ["RB", "CB 2", "CB 3", "LB"]


def test_everybody_joined_is_the_mix_itself_and_nobody_is_role_bound():
    everybody = benched(FIXTURE, LINES, (1, 1, 1, 1))
    assert everybody.digest() == ARM.digest()
    nobody = benched(FIXTURE, LINES, (0, 0, 0, 0))
    sheet, bound = nobody.setup.sheets[0], arrange(Fixture("late-deficit", "role-bound", "role-bound")).setup.sheets[0]
    assert list(sheet.payoff) == [NOBODY] * 11
    assert list(sheet.job_score) == list(bound.job_score)


def test_a_benched_line_alone_changes():
    without = benched(FIXTURE, LINES, (1, 0, 1, 1)).setup.sheets[0].payoff
    assert [slot for slot in range(11) if without[slot] == NOBODY] == [1, 2, 3, 4]
    assert list(ARM.setup.sheets[0].payoff).count(NOBODY) == 0


@given(st.integers(0, 2**32))
def test_shapley_values_add_up_to_the_whole_match_by_match(seed):
    paid = np.random.default_rng(seed).normal(size=(8, 30))
    groups = [Group(str(k), (k,)) for k in range(3)]
    found = contributions(paid, groups)
    assert sum(each.shapley.value for each in found) == pytest.approx(total(paid).value, abs=1e-9)


def test_where_nobody_helps_another_all_three_measures_agree():
    adds = np.array([0.1, 0.4, -0.2])
    groups = [Group(str(k), (k,)) for k in range(3)]
    luck = np.random.default_rng(1).normal(size=50)
    paid = np.array([np.dot(joined, adds) + luck for joined in all_coalitions(groups)])
    for each, value in zip(contributions(paid, groups), adds, strict=True):
        # the same in every match, so the interval has no width: shared luck cancels
        for measure in (each.shapley, each.first_in, each.last_in):
            assert measure == pytest.approx((value, value, value), abs=1e-9)


def test_intervals_of_contributions_cover_the_truth():
    # 95 % of 400 is 380 ± 4.4; four of these either way.
    groups = [Group(str(k), (k,)) for k in range(2)]
    covered = 0
    for seed in range(400):
        luck = np.random.default_rng(seed)
        shared = luck.normal(size=120)
        paid = np.array([0.2 * a + 0.1 * b + shared + luck.normal(size=120) for a, b in all_coalitions(groups)])
        covered += not contributions(paid, groups)[0].shapley.excludes(0.2)
    assert 362 <= covered <= 398


def test_what_cannot_be_benched_is_refused():
    with pytest.raises(ValueError, match="share a slot"):
        all_coalitions([Group("a", (1, 2)), Group("b", (2,))])
    with pytest.raises(ValueError, match="1 to 8"):
        all_coalitions([])
    with pytest.raises(ValueError, match="job descriptions"):
        benched(Fixture("late-deficit", "role-bound", "role-bound"), LINES, (1, 1, 1, 1))
    with pytest.raises(ValueError, match="need"):
        contributions(np.zeros((3, 10)), [Group("a", (1,))])
