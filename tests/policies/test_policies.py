"""One test over every policy, and what each is known for."""

import numpy as np
import pytest

from game.policies import Policy, find, policies
from game.policies.final import COMPETITIONS, Final, Terms
from game.policies.tabulate import stakes_table
from game.policies.team_win import team_win
from game.post import Post

LEAGUE = Terms()
SCORE, CONCEDE, PERSONAL = range(3)
FIVE_MINUTES, SIXTY_MINUTES = 20, 80 + 27  # time nodes: 300 s and 3,630 s left


def stakes(name: str, scored: int, conceded: int, *, node: int, terms: Terms = LEAGUE) -> np.ndarray:
    """The stakes of `name` with the larger of the first two scaled to 1."""
    payoff = find(name).payoff
    assert payoff is not None
    raw = stakes_table(payoff, terms, Post.CM)[scored, conceded, node]
    return raw / max(raw[SCORE], raw[CONCEDE])


def pays(name: str, scored: int, conceded: int, *, his: int = 0) -> float:
    payoff = find(name).payoff
    assert payoff is not None
    return payoff(Final(scored, conceded, his))


@pytest.mark.parametrize("held", policies(), ids=lambda held: held.name)
def test_every_policy_says_what_it_plays_for_and_gives_finite_stakes(held: Policy) -> None:
    assert held.summary.endswith(".")
    assert (held.payoff is None) != (held.job is None)
    for post in Post:
        if held.job is not None:
            pair = held.job(post)
            assert max(pair) == 1.0
            assert min(pair) >= 0.0
            assert held.job(post) == pair
    for kind in COMPETITIONS if held.payoff else ():
        table = stakes_table(held.payoff, Terms(kind, first_leg=-1), Post.ST)
        assert np.isfinite(table).all()
        assert table.any()
        assert (table >= 0.0).all(), "a goal for never harms, a goal against never helps"


@pytest.mark.parametrize("kind", ["league", "cup"])
def test_team_win_one_down_near_the_end_has_nothing_to_lose(kind: str) -> None:
    assert stakes("team-win", 0, 1, node=FIVE_MINUTES, terms=Terms(kind)) == pytest.approx([1.0, 0.0, 0.0], abs=0.09)


@pytest.mark.parametrize("kind", ["league", "cup"])
def test_team_win_one_up_near_the_end_has_nothing_to_win(kind: str) -> None:
    assert stakes("team-win", 1, 0, node=FIVE_MINUTES, terms=Terms(kind)) == pytest.approx([0.0, 1.0, 0.0], abs=0.09)


def test_team_win_level_and_early_is_about_even() -> None:
    score, concede, personal = stakes("team-win", 0, 0, node=SIXTY_MINUTES)
    assert 0.75 <= concede / score <= 1.0
    assert personal == 0.0


def test_team_win_level_near_the_end_weighs_the_win_as_the_competition_does() -> None:
    """3-1-0 makes the winner worth twice the loser, a cup the same."""
    league = stakes("team-win", 0, 0, node=0)
    cup = stakes("team-win", 0, 0, node=0, terms=Terms("cup"))
    assert league[:2] == pytest.approx([1.0, 0.5])
    assert cup[:2] == pytest.approx([1.0, 1.0])


def test_team_win_counts_the_first_leg() -> None:
    behind_on_aggregate = stakes("team-win", 0, 0, node=FIVE_MINUTES, terms=Terms("aggregate", first_leg=-1))
    assert behind_on_aggregate == pytest.approx(stakes("team-win", 0, 1, node=FIVE_MINUTES, terms=Terms("cup")))


def test_team_win_by_goal_difference_still_minds_the_second_goal_against() -> None:
    plain = stakes("team-win", 0, 2, node=FIVE_MINUTES)
    counted = stakes("team-win", 0, 2, node=FIVE_MINUTES, terms=Terms("goal-difference"))
    assert counted[CONCEDE] > plain[CONCEDE] + 0.3


def test_team_win_that_needs_a_margin_wants_that_margin_and_no_more() -> None:
    needs_two = Terms(needs=2)
    assert team_win(Final(2, 0, terms=needs_two)) == 1.0
    assert team_win(Final(1, 0, terms=needs_two)) == 0.0
    assert stakes("team-win", 1, 0, node=FIVE_MINUTES, terms=needs_two)[:2] == pytest.approx([1.0, 0.0], abs=0.1)


def test_role_bound_defenders_lean_to_concede_and_forwards_to_score() -> None:
    job = find("role-bound").job
    assert job is not None
    lean = {post: score - concede for post in Post for score, concede in [job(post)]}
    assert lean[Post.GK] < lean[Post.CB] < lean[Post.RB] < lean[Post.DM] < 0.0
    assert lean[Post.CM] == 0.0
    assert 0.0 < lean[Post.AM] < lean[Post.RW] < lean[Post.ST]
    assert (lean[Post.RB], lean[Post.RW]) == (lean[Post.LB], lean[Post.LW])


def test_the_essays_rankings_hold() -> None:
    """Silos rank results the wrong way round, the win the right way."""
    assert pays("per-goal-conceded", 0, 1) > pays("per-goal-conceded", 5, 4)
    assert pays("per-goal-scored", 4, 5) > pays("per-goal-scored", 1, 0)
    for name in ("per-win", "team-win"):
        assert pays(name, 5, 4) > pays(name, 0, 1)
        assert pays(name, 1, 0) > pays(name, 4, 5)


def test_a_clean_sheet_once_lost_leaves_nothing_at_stake() -> None:
    payoff = find("clean-sheet").payoff
    assert payoff is not None
    assert not stakes_table(payoff, Terms(), Post.CB)[:, 1:].any()


def test_a_goal_bonus_is_for_his_own_goals_alone() -> None:
    payoff = find("goal-bonus").payoff
    assert payoff is not None
    assert (stakes_table(payoff, Terms(), Post.ST) == [0.0, 0.0, 1.0]).all()


def test_goal_difference_is_even_at_every_score_and_minute() -> None:
    payoff = find("goal-difference").payoff
    assert payoff is not None
    assert (stakes_table(payoff, Terms(), Post.CM) == [1.0, 1.0, 0.0]).all()


def test_the_mixed_contract_keeps_a_losing_defender_home_where_the_win_alone_would_not() -> None:
    assert stakes("per-win", 0, 1, node=FIVE_MINUTES)[CONCEDE] < 0.1
    assert stakes("win-and-clean-sheet", 0, 1, node=FIVE_MINUTES)[CONCEDE] == 1.0
