import json

import numpy as np
import pytest

from game.dilemma import payoffs, timing
from game.dilemma.score_process import Mode
from game.match import ENGINE
from game.policies.best_response import RIVALS, best_response
from game.policies.final import Terms
from game.policies.measured import KIND, REACH, Way, best_ways, shipped, stakes_by, ways_measured
from game.post import Post
from game.value.stakes import seconds_of_node

LEAGUE = Terms()
STAY = Way("nobody", "role-bound", 0.0155, 0.0155)
PUSH = Way("back-four", "role-bound,DF=all-out", 0.0155 * 1.5, 0.0155 * 3)
WORSE = Way("sit", "sit-back", 0.010, 0.020)


def went_until(deficit, *, ways=(STAY, PUSH), terms=LEAGUE):
    """Minutes left, within a node, at which the table first leaves the push; 0 when it never pushes."""
    chosen = best_ways(ways, best_response, terms)[REACH - deficit]
    nodes = np.flatnonzero(chosen == 1)
    return seconds_of_node(int(nodes[-1])) / 60.0 if len(nodes) else 0.0


@pytest.mark.parametrize(("deficit", "competition"), [(1, "league"), (2, "league"), (1, "cup")])
def test_with_two_ways_it_goes_when_the_timing_theory_goes(deficit, competition):
    solved = timing.solve_modes(
        Mode(STAY.own, STAY.opponent),
        Mode(PUSH.own, PUSH.opponent),
        payoffs.competition(competition),
        minutes_left=5,
        deficit=deficit,
        push_when="always",
    )
    # the induction steps 15 s, the nodes before the last 20 minutes lie 90 s apart
    assert went_until(deficit, terms=Terms(competition)) == pytest.approx(solved.push_at, abs=1.6)


def test_a_side_ahead_near_the_end_stays():
    chosen = best_ways((STAY, PUSH), best_response, LEAGUE)
    assert (chosen[REACH + 1, :20] == 0).all()


def test_a_way_that_is_worse_at_both_ends_is_never_chosen():
    assert (best_ways((STAY, WORSE), best_response, LEAGUE) == 0).all()


def test_one_way_leaves_nothing_to_choose():
    assert (stakes_by((STAY,), best_response, LEAGUE, Post.CB)[..., :2] == (0.7, 1.0)).all()


def test_who_goes_gets_the_stakes_of_going_and_the_others_keep_their_jobs():
    ways = (STAY, PUSH)
    back, striker = (stakes_by(ways, best_response, LEAGUE, post) for post in (Post.CB, Post.ST))
    one_down_at_the_end = (0, 1, 1)
    assert tuple(back[one_down_at_the_end]) == (1.0, 0.0, 0.0)
    assert tuple(striker[one_down_at_the_end]) == (1.0, 0.7, 0.0)


def test_the_table_that_comes_with_the_game_belongs_to_this_engine():
    ways = ways_measured(shipped(RIVALS))
    assert ways[0].mix == RIVALS
    assert len({way.name for way in ways}) == len(ways) > 3


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({"engine": ENGINE + 1}, f"measured with engine {ENGINE + 1}, this is {ENGINE}; make it anew"),
        ({"kind": "something else"}, "measured with engine None"),
        ({"ways": [{"name": "x"}]}, "no timing table"),
    ],
)
def test_a_table_that_does_not_fit_is_refused_in_one_line(tmp_path, written, message):
    table = json.loads(shipped(RIVALS).read_text())
    path = tmp_path / "role-bound.json"
    path.write_text(json.dumps({**table, **written}))
    with pytest.raises(ValueError, match=message) as refused:
        ways_measured(path)
    assert "\n" not in str(refused.value)


def test_a_missing_table_says_how_to_make_it(tmp_path):
    with pytest.raises(ValueError, match=r"make it: python -m game\.experiments\.timing_table"):
        ways_measured(tmp_path / "none.json")


def test_a_way_made_of_payoffs_is_refused():
    with pytest.raises(ValueError, match="job descriptions"):
        stakes_by((Way("free", "team-win", 0.02, 0.02),), best_response, LEAGUE, Post.CB)
    assert KIND in shipped(RIVALS).read_text()
