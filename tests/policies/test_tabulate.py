from math import exp, factorial

import numpy as np
import pytest
from scipy.linalg import expm
from scipy.stats import skellam

from game.policies.final import Final, Terms
from game.policies.goal_bonus import goal_bonus
from game.policies.tabulate import SCORING_RATE, SHARE_OF_GOALS, stakes_table
from game.policies.team_win import team_win
from game.post import Post
from game.state import GOALS, NODES
from game.value.stakes import seconds_of_node

SCORE, CONCEDE, PERSONAL = range(3)
CUP = Terms("cup")


def node_at(minutes: float) -> int:
    return next(node for node in range(NODES) if seconds_of_node(node) == minutes * 60.0)


def avoid_defeat(final: Final) -> float:
    return 0.0 if final.lost else 1.0


def hat_trick(final: Final) -> float:
    return 1.0 if final.his_goals >= 3 and final.won else 0.0


def test_the_worth_of_an_equaliser_is_skellams() -> None:
    """0.0692166 of matches are saved from one down with five minutes left."""
    table = stakes_table(avoid_defeat, Terms(), Post.CM)
    goals = SCORING_RATE * 5.0
    level, behind = skellam.sf(-1, goals, goals), skellam.sf(0, goals, goals)
    assert behind == pytest.approx(0.0692166, abs=1e-7)
    assert table[0, 1, node_at(5.0), SCORE] == pytest.approx(level - behind, abs=1e-9)


@pytest.mark.parametrize("payoff", [team_win, avoid_defeat])
@pytest.mark.parametrize("minutes", [0.25, 5.0, 50.0])
def test_the_tables_are_what_a_score_process_run_goal_by_goal_gives(payoff, minutes: float) -> None:
    """Reference: the generator of both sides' goals on a 24 by 24 grid, its exponential applied to the payoff."""
    reach = 24
    state = np.arange(reach * reach).reshape(reach, reach)
    generator = np.zeros((reach * reach, reach * reach))
    for step in ((1, 0), (0, 1)):
        now = state[: reach - step[0], : reach - step[1]].ravel()
        after = state[step[0] :, step[1] :].ravel()
        generator[now, after] += SCORING_RATE
        generator[now, now] -= SCORING_RATE
    pays = np.array([payoff(Final(scored, conceded)) for scored in range(reach) for conceded in range(reach)])
    value = (expm(generator * minutes) @ pays).reshape(reach, reach)
    table = stakes_table(payoff, Terms(), Post.CM)[:, :, node_at(minutes)]
    low = slice(0, 5)  # the reference's grid ends at 23 goals, this table far behind it
    assert table[low, low, SCORE] == pytest.approx((value[1:, :] - value[:-1, :])[low, low], abs=1e-9)
    assert table[low, low, CONCEDE] == pytest.approx((value[:, :-1] - value[:, 1:])[low, low], abs=1e-9)


@pytest.mark.parametrize(("scale", "offset"), [(0.5, 0.0), (2.0, -1.0), (10.0, 4.0)])
def test_stakes_scale_with_a_payoff_and_forget_its_offset(scale: float, offset: float) -> None:
    """Payoffs that differ by scale and offset ask for the same."""
    plain = stakes_table(team_win, CUP, Post.ST)
    changed = stakes_table.__wrapped__(lambda final: scale * team_win(final) + offset, CUP, Post.ST)
    assert changed == pytest.approx(scale * plain, abs=1e-8)  # tables are rounded to 1e-12


def test_in_a_cup_a_goal_for_one_side_costs_the_other_as_much() -> None:
    table = stakes_table(team_win, CUP, Post.CM)
    assert table[:, :, :, SCORE] == pytest.approx(table[:, :, :, CONCEDE].swapaxes(0, 1), abs=1e-10)


def test_whoever_scores_a_goal_that_is_paid_once_is_no_matter() -> None:
    assert not stakes_table(team_win, Terms(), Post.ST)[..., PERSONAL].any()
    assert np.array_equal(stakes_table(goal_bonus, Terms(), Post.GK), stakes_table(goal_bonus, Terms(), Post.ST))


def test_a_payoff_for_several_of_his_goals_counts_on_those_he_may_still_score() -> None:
    """Reference: all numbers of goals added up for one cell, his own goals a share of his side's."""
    minutes = 80.0
    table = stakes_table(hat_trick, Terms(), Post.ST)
    share = SHARE_OF_GOALS[Post.ST]
    side = SCORING_RATE * minutes

    def chance(count: int, mean: float) -> float:
        return exp(-mean) * mean**count / factorial(count)

    def value(scored: int, conceded: int, his: int) -> float:
        return sum(
            chance(own, side * share)
            * chance(mates, side * (1.0 - share))
            * chance(theirs, side)
            * hat_trick(Final(scored + own + mates, conceded + theirs, his + own))
            for own in range(8)
            for mates in range(12)
            for theirs in range(12)
        )

    cell = table[2, 1, node_at(80.0)]
    # 12 goals and more a side come once in 1e8 matches
    assert cell[SCORE] == pytest.approx(value(3, 1, 0) - value(2, 1, 0), abs=1e-6)
    assert cell[PERSONAL] == pytest.approx(value(3, 1, 1) - value(3, 1, 0), abs=1e-6)


def test_nothing_at_stake_is_exactly_nothing() -> None:
    table = stakes_table(avoid_defeat, Terms(), Post.CM)
    assert table[3, 0, 0, CONCEDE] == 0.0
    assert not stakes_table.__wrapped__(lambda final: 7.0, Terms(), Post.CM).any()


def test_a_table_covers_every_score_and_time_and_cannot_be_written() -> None:
    table = stakes_table(team_win, Terms(), Post.CM)
    assert table.shape == (GOALS, GOALS, NODES, 3)
    assert np.isfinite(table).all()
    assert not table.flags.writeable


@pytest.mark.parametrize("worth", [float("nan"), float("inf")])
def test_a_payoff_that_is_no_number_is_refused(worth: float) -> None:
    def odd_pay(final: Final) -> float:
        return worth if final.scored == 2 else 0.0

    with pytest.raises(ValueError, match=rf"policy 'odd-pay' pays {worth} at 2-0; a payoff is a finite number"):
        stakes_table(odd_pay, Terms(), Post.CM)
