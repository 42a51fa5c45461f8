import math

import numpy as np
import pytest

from game.census.shape import HIS_FEET, LINE_EDGES, shape
from game.events import Action
from game.pitch import HALF_LENGTH, HALF_WIDTH, LENGTH


def outfield(look, side):
    """The outfield players of a side who are on."""
    return [player for player in look["players"][11 * side + 1 : 11 * side + 11] if player["on"] == 1]


def far(one, other):
    """Metres between two players."""
    return math.hypot(one["x"] - other["x"], one["y"] - other["y"])


@pytest.fixture(scope="module")
def moment(watched):
    """A match of one second in play, the ball at a home player's feet."""
    looks = watched.looks
    carried = (looks["ball"]["carrier"] >= 0) & (looks["ball"]["carrier"] < 11)
    chosen = np.flatnonzero((looks["dead"]["kind"] == 0) & (looks["having"] == 0) & carried)
    return watched._replace(looks=looks[chosen[len(chosen) // 2] :][:1])


def test_distances_to_mates_and_rivals_are_those_found_one_by_one(moment):
    look = moment.looks[0]
    ours, theirs = outfield(look, 0), outfield(look, 1)
    mates = [min(far(one, other) for j, other in enumerate(ours) if j != i) for i, one in enumerate(ours)]
    rivals = [min(far(one, other) for other in theirs) for one in ours]

    facts = shape(moment)

    assert facts["mate_with"][0] == pytest.approx(np.mean(mates))
    assert facts["rival_with"][0] == pytest.approx(np.mean(rivals))


def test_line_and_keeper_are_measured_from_their_own_goal(moment):
    look = moment.looks[0]
    goal = -HALF_LENGTH * look["teams"]["attacks"][1]  # x of the goal the away side defends
    ball = abs(look["ball"]["x"] - goal)
    band = max(low for low in LINE_EDGES if low <= ball)

    facts = shape(moment)

    assert facts[f"line_{band}"][1] == pytest.approx(min(abs(player["x"] - goal) for player in outfield(look, 1)))
    assert facts["keeper_without"][1] == pytest.approx(abs(look["players"][11]["x"] - goal))
    assert math.isnan(facts["keeper_without"][0])


def test_men_ahead_of_the_ball_are_those_counted_one_by_one(watched):
    passes = np.flatnonzero(watched.events.are(Action.PASS))
    one = passes[len(passes) // 2]
    event = type(watched.events)(*(column[one : one + 1] for column in watched.events))
    look = min(watched.looks, key=lambda look: abs(look["tick"] - event.begun[0]))
    side = int(event.side[0])
    sign = look["teams"]["attacks"][side]
    left = LENGTH - event.x[0]
    band = max(low for low in LINE_EDGES if low <= left)

    facts = shape(watched._replace(events=event))

    for name, whose in [("mates_ahead", side), ("rivals_ahead", 1 - side)]:
        ahead = [one for one in outfield(look, whose) if HALF_LENGTH - one["x"] * sign < left - HIS_FEET]
        assert facts[f"{name}_{band}"][side] == len(ahead)
        assert math.isnan(facts[f"{name}_{band}"][1 - side])


def test_back_line_and_middles_are_means_of_places(moment):
    look = moment.looks[0]
    sign = look["teams"]["attacks"][0]
    ours, theirs = ([one["x"] * sign + HALF_LENGTH for one in outfield(look, side)] for side in (0, 1))

    facts = shape(moment)

    assert facts["deepest_with"][0] == pytest.approx(np.mean(sorted(ours)[:4]))
    assert facts["deepest_without"][1] == pytest.approx(LENGTH - np.mean(sorted(theirs)[-4:]))
    assert facts["apart"][0] == pytest.approx(abs(np.mean(ours) - np.mean(theirs)))


def test_shapes_fit_on_the_pitch(watched):
    facts = shape(watched)

    assert all(values.shape == (2,) for values in facts.values())
    for name, most in [("length", LENGTH), ("width", 2 * HALF_WIDTH), ("mate", 30.0), ("rival", 30.0)]:
        for state in ("with", "without"):
            assert (facts[f"{name}_{state}"] > 0.0).all()
            assert (facts[f"{name}_{state}"] < most).all()
