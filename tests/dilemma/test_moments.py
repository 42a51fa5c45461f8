import numpy as np
import pytest

import game
from game.dilemma import timing
from game.dilemma.moments import (
    AHEAD,
    DUEL,
    LANE,
    OPEN,
    Moment,
    best_window,
    choice,
    moments,
    right_by_rollouts,
    right_by_the_clock,
    stakes_now,
    watched,
)
from game.dilemma.payoffs import CUP
from game.dilemma.score_process import Mode
from game.record import copy
from game.state import TICKS_PER_SECOND

RB = 1


@pytest.fixture(scope="module")
def begun():
    return game.kick_off("late-deficit", home="role-bound", away="role-bound", seed=4)


@pytest.fixture
def scene(begun):
    """One down with ten minutes left, a mate on the ball, the right back free with grass ahead."""
    match, setup = copy(begun[0]), begun[1]
    match.dead.kind = 0
    match.having, match.ball.carrier = 0, 6
    sign = match.teams[0].attacks
    for slot in range(22):
        player = match.players[slot]
        player.x, player.y = sign * (-5.0 if slot < 11 else 40.0), 30.0
    match.players[6].x, match.players[6].y = 0.0, 0.0
    match.ball.x, match.ball.y = 0.0, 0.0
    match.players[RB].x, match.players[RB].y = sign * -10.0, -20.0
    return match, setup, sign


def test_grass_ahead_and_our_ball_one_down_is_a_choice(scene):
    match, setup, _ = scene
    moment = choice(match, setup, RB)
    assert moment is not None
    assert (moment.ball, moment.margin, moment.lane) == ("ours", -1, 30.0)
    assert moment.ground == pytest.approx(AHEAD + 10.0)
    assert "our ball" in moment.why


def test_no_choice_while_the_rivals_have_it_or_he_has_it_himself(scene):
    match, setup, _ = scene
    for carrier in (15, RB):
        match.ball.carrier = carrier
        assert choice(match, setup, RB) is None


def test_no_choice_in_a_duel_or_with_a_rival_in_the_lane(scene):
    match, setup, sign = scene
    match.players[RB].x, match.players[RB].y = 0.0, DUEL - 1.0
    assert choice(match, setup, RB) is None
    match.players[RB].y = -20.0
    match.players[18].x, match.players[18].y = sign * (OPEN - 1.0), -20.0 + LANE / 2
    assert choice(match, setup, RB) is None
    match.players[18].y = -20.0 + 2 * LANE
    assert choice(match, setup, RB) is not None


def test_no_choice_without_ground_to_gain_or_with_play_stopped(scene):
    match, setup, sign = scene
    stopped = copy(match)
    stopped.dead.kind = 2
    assert choice(stopped, setup, RB) is None
    match.players[RB].x = sign * 35.0
    assert choice(match, setup, RB) is None


def test_a_settled_match_leaves_nothing_to_choose(scene):
    match, setup, _ = scene
    match.teams[1].goals = 6
    assert stakes_now(match, setup, 0) < 0.001
    assert choice(match, setup, RB) is None


def test_the_away_side_sees_the_same_the_other_way_round(scene):
    match, setup, _ = scene
    home = choice(match, setup, RB)
    turned = copy(match)
    players = np.asarray(match.players).copy()
    np.asarray(turned.players)[:] = np.roll(players, 11)
    for slot in range(22):
        turned.players[slot].x *= -1.0
        turned.players[slot].y *= -1.0
    turned.ball.carrier, turned.having = 17, 1
    turned.teams[0].goals, turned.teams[1].goals = match.teams[1].goals, match.teams[0].goals
    away = choice(turned, setup, RB + 11)
    assert away is not None
    assert (away.lane, away.ground, away.cover, away.margin) == (home.lane, home.ground, home.cover, home.margin)


def test_looks_in_a_row_are_one_moment(scene):
    match, setup, _ = scene
    looks = []
    for second in (0, 1, 2, 3, 20):
        look = copy(match)
        look.tick = match.tick + second * TICKS_PER_SECOND
        looks.append(look)
    assert [(each.tick - match.tick) // TICKS_PER_SECOND for each in moments(looks, setup, RB)] == [0, 20]


def test_a_watched_match_is_the_match_itself(begun):
    match, setup = begun
    looks = list(watched(match, setup, every=30.0))
    whole = copy(match)
    game.play(whole, setup)
    assert game.fingerprint(looks[-1]) == game.fingerprint(whole)
    assert game.fingerprint(looks[0]) == game.fingerprint(match)


def found_at(*minutes_left):
    """Moments one down with so many minutes left."""
    return [Moment(round((10 - left) * 1200), left, -1, "ours", 20.0, 40.0, 0, 0.3) for left in minutes_left]


def test_the_window_is_the_first_span_that_was_right():
    found = found_at(9, 8.5, 8, 7.5, 7)
    window = best_window(found, right=lambda moment: moment.minutes_left in (8.5, 8, 7))
    assert [each.minutes_left for each in window.moments] == [8.5, 8]
    assert best_window(found, right=lambda moment: False) is None


def test_no_moment_after_the_window_is_asked():
    asked = []

    def right(moment):
        asked.append(moment.minutes_left)
        return moment.minutes_left > 8

    best_window(found_at(9, 8.5, 8, 7.5, 7), right=right)
    assert min(asked) == 8


def test_the_clock_goes_when_the_theory_does():
    stay, push = Mode(0.0155, 0.0155), Mode(0.031, 0.062)
    goes = right_by_the_clock(stay, push, CUP)
    push_at = timing.solve_modes(stay, push, CUP, minutes_left=5.0, push_when="always").push_at
    early, late = found_at(push_at + 0.1, push_at - 0.1)
    assert (goes(early), goes(late)) == (False, True)


def test_roll_outs_judge_a_moment_on_luck_of_their_own(begun):
    match, setup = begun
    one, other = (
        right_by_rollouts(match, setup, RB, go_for=5, seconds=8, continuations=4, seed=seed) for seed in (1, 2)
    )
    assert one.pairs == other.pairs == 4
    assert one == right_by_rollouts(match, setup, RB, go_for=5, seconds=8, continuations=4, seed=1)


def test_impossible_questions_are_refused(begun):
    with pytest.raises(ValueError, match="no slot 30"):
        choice(*begun, 30)
    with pytest.raises(ValueError, match="more than 0"):
        next(watched(*begun, every=0))
