import numpy as np
import pytest

import game
from game.benching.luck import match_seed
from game.dilemma.continuations import Option, ask
from game.dilemma.payoffs import goal_difference

BACK = range(1, 5)
PUSH = Option.told("push", BACK)
STAY = Option.told("stay", BACK)


@pytest.fixture(scope="module")
def moment():
    return game.kick_off("late-deficit", home="team-win", away="role-bound", seed=3)


def go_on():
    return False


def test_an_order_holds_for_its_time_and_then_what_was_told_before(moment):
    match, setup = moment
    question = ask(match, setup, [Option.told("push", BACK, seconds=45), STAY], seconds=120, seed=9)
    roll = question.play(4, go_on)[0, 0]
    byhand = game.fork(match, 1)[0]
    byhand.seed = match_seed(9, 4)
    for word, seconds in (("push", 45), ("free", 75)):
        for slot in BACK:
            game.match.tell(byhand, slot, word)
        game.play(byhand, setup, seconds=seconds)
    assert roll["seed"] == byhand.seed
    assert roll["xg_for"] == byhand.teams[0].xg - match.teams[0].xg
    assert roll["xg_against"] == byhand.teams[1].xg - match.teams[1].xg
    assert roll["margin"] == byhand.teams[0].goals - byhand.teams[1].goals


def test_an_order_longer_than_the_future_is_an_order_to_the_whistle(moment):
    longer = ask(*moment, [Option.told("push", BACK, seconds=500), STAY], seconds=60)
    whole = ask(*moment, [PUSH, STAY], seconds=60)
    for number in range(4):
        assert np.array_equal(longer.play(number, go_on), whole.play(number, go_on))


def test_the_other_side_sees_the_same_futures_the_other_way_round(moment):
    ours, theirs = (ask(*moment, [PUSH, STAY], seconds=90, side=side, competition=goal_difference()) for side in (0, 1))
    for number in range(6):
        here, there = ours.play(number, go_on), theirs.play(number, go_on)
        assert np.array_equal(here["xg_for"], there["xg_against"])
        assert np.array_equal(here["goals_against"], there["goals_for"])
        assert here["value"] == pytest.approx(-there["value"], abs=1e-9)
        assert here["expected"] == pytest.approx(-there["expected"], abs=1e-9)


def test_goal_difference_expects_the_difference_in_xg(moment):
    # A sum of Poisson means: exact up to the tail that `winning` leaves out.
    question = ask(*moment, [PUSH, STAY], competition="goal-difference")
    for number in range(3):
        rolls = question.play(number, go_on)
        assert rolls["expected"] == pytest.approx(-1 + rolls["xg_for"] - rolls["xg_against"], abs=1e-9)
        assert rolls["value"] == pytest.approx(rolls["margin"])


def test_a_future_to_the_whistle_is_paid_in_points(moment):
    question = ask(*moment, [PUSH, STAY])
    rolls = np.concatenate([question.play(number, go_on) for number in range(8)])
    paid = np.where(rolls["margin"] > 0, 3, np.where(rolls["margin"] == 0, 1, 0))
    assert np.array_equal(rolls["value"], paid)
    assert np.array_equal(rolls["margin"], -1 + rolls["goals_for"] - rolls["goals_against"])


def test_a_cup_tie_always_finds_a_winner():
    match, setup = game.kick_off("cup-tie-level", seed=2)
    question = ask(match, setup, [PUSH, STAY])
    rolls = np.concatenate([question.play(number, go_on) for number in range(2)])
    assert set(np.unique(rolls["value"])) <= {0.0, 1.0}
    assert (rolls["margin"] != 0).all()


def test_a_second_leg_is_paid_on_aggregate():
    match, setup = game.kick_off("aggregate", seed=2)
    lead = int(setup.competition.first_leg)
    home, away = (ask(match, setup, [PUSH, STAY], side=side) for side in (0, 1))
    rolls, mirrored = home.play(0, go_on), away.play(0, go_on)
    assert np.array_equal(rolls["value"], (rolls["margin"] + lead > 0).astype(float))
    assert rolls["value"] == pytest.approx(1 - mirrored["value"])


def test_a_stopped_future_says_nothing(moment):
    assert ask(*moment, [PUSH, STAY]).play(0, lambda: True) is None


def test_the_match_may_be_played_on_after_the_question(moment):
    match, setup = game.kick_off("late-deficit", seed=3)
    question = ask(match, setup, [PUSH, STAY], seconds=30)
    before = question.play(0, go_on)
    game.play(match, setup, seconds=20)
    assert np.array_equal(question.play(0, go_on), before)


@pytest.mark.parametrize(
    ("options", "settings", "told"),
    [
        ([PUSH], {}, "two options"),
        ([PUSH, PUSH], {}, "different names"),
        ([PUSH, Option.told("wait", 2)], {}, "wait"),
        ([PUSH, Option.told("stay", 22)], {}, "no slot 22"),
        ([PUSH, Option.told("stay", (3, 3))], {}, "slot twice"),
        ([PUSH, Option.told("stay", 3, seconds=0)], {}, "seconds of 'stay'"),
        ([PUSH, Option.told("stay", 13)], {}, "2 sides"),
        ([Option("one"), Option("other")], {}, "0 sides"),
        ([PUSH, STAY], {"side": 2}, "side is 0"),
        ([PUSH, STAY], {"seconds": -1.0}, "seconds must be"),
        ([PUSH, STAY], {"seed": -1}, "seed"),
        ([PUSH, STAY], {"rates": (-1.0, 0.1)}, "own rate"),
        ([PUSH, STAY], {"competition": (3.0, 1.0)}, "payoff"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_line(moment, options, settings, told):
    with pytest.raises(ValueError, match=told) as refusal:
        ask(*moment, options, **settings)
    assert "\n" not in str(refusal.value)


def test_an_unknown_competition_names_the_nearest(moment):
    with pytest.raises(KeyError, match="did you mean 'league'"):
        ask(*moment, [PUSH, STAY], competition="leage")


def test_a_finished_match_leaves_nothing_to_ask():
    match, setup = game.kick_off("late-deficit", seed=1)
    game.play(match, setup)
    with pytest.raises(ValueError, match="over"):
        ask(match, setup, [PUSH, STAY])
