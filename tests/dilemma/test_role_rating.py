import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import game
from game.dilemma.role_rating import START, RoleRating
from game.events import Action, Event, Result
from game.match import run_on, scratch
from game.record import blank, copy

SECOND = 20  # ticks
BEGUN = game.kick_off("full-match", seed=1)


def event(slot, action, *, result=Result.SUCCESS, at=(0.0, 0.0), to=(0.0, 0.0), worth=0.0, tick=0):
    made = blank(Event)
    made.slot, made.action, made.result, made.tick = slot, action, result, tick
    (made.x, made.y), (made.end_x, made.end_y), made.worth = at, to, worth
    return made


@pytest.fixture(scope="module")
def scene():
    return BEGUN


@pytest.fixture
def rated(scene):
    """The right back's rating, and a way to show it events at the first moment of a match."""
    match, setup = scene
    rating = RoleRating(1, setup)

    def show(*events):
        rating.see(match, events)
        return rating.value

    return show


def attacked(scene, x, y, seconds, ball=(-30.0, -20.0)):
    """The right back's mark after standing at (x, y) while the rivals keep the ball at `ball`."""
    match, setup = copy(scene[0]), scene[1]
    match.dead.kind, match.having = 0, 1
    match.teams[0].attacks = 1
    match.presser[0] = 2
    match.ball.x, match.ball.y = ball
    match.players[1].x, match.players[1].y = x, y
    rating = RoleRating(1, setup)
    for _ in range(seconds):
        rating.see(match)
        match.tick += SECOND
    return rating.value


def test_it_starts_at_the_usual_mark(rated):
    assert rated() == START


def test_balls_won_raise_it_and_balls_lost_lower_it(rated):
    marks = [rated()]
    marks.append(rated(event(1, Action.CHALLENGE)))
    marks.append(rated(event(1, Action.INTERCEPTION)))
    marks.append(rated(event(1, Action.CLEARANCE)))
    marks.append(rated(event(1, Action.BLOCK)))
    assert marks == sorted(marks)
    lost = [rated(), rated(event(1, Action.CHALLENGE, result=Result.FAIL)), rated(event(1, Action.FOUL))]
    lost.append(rated(event(1, Action.PENALTY_AWARDED)))
    assert lost == sorted(lost, reverse=True)


def test_what_mates_and_far_rivals_do_is_not_written_down(rated):
    before = rated()
    assert rated(event(2, Action.CHALLENGE), event(15, Action.PASS, at=(30.0, 0.0))) == before


def test_a_goal_through_his_zone_costs_more_than_one_on_the_other_side(scene):
    match, setup = scene
    marks = []
    for y in (-28.0, 28.0):
        rating = RoleRating(1, setup)
        shot = event(20, Action.SHOT, at=(-42.0, y), worth=0.1)
        rating.see(match, [shot, event(20, Action.GOAL, at=(-52.5, 0.0))])
        marks.append(rating.value)
    assert marks[0] < marks[1] < START


def test_who_keeps_his_place_is_rated_above_who_is_caught_up_the_field(scene):
    stays, wanders = attacked(scene, -37.0, -22.0, 120), attacked(scene, 20.0, -22.0, 120)
    assert wanders < START < stays


def test_being_away_a_little_costs_little(scene):
    marks = [attacked(scene, x, -22.0, 60) for x in (-37.0, -27.0, -17.0, 20.0)]
    assert marks == sorted(marks, reverse=True)


@given(st.lists(st.sampled_from([Action.CHALLENGE, Action.PENALTY_AWARDED, Action.RED, Action.BLOCK]), max_size=200))
def test_it_stays_between_0_and_10(actions):
    match, setup = BEGUN
    rating = RoleRating(1, setup)
    rating.see(match, [event(1, action) for action in actions])
    assert 0.0 < rating.value < 10.0


def test_looking_every_tick_and_every_second_agree(scene):
    match, setup = copy(scene[0]), scene[1]
    often, seldom = RoleRating(1, setup), RoleRating(1, setup)
    notes, read = scratch(), 0
    for _ in range(60 * SECOND):
        run_on(match, setup, notes, 1)
        fresh = [notes.events[k] for k in range(read, notes.count)]
        read = notes.count
        often.see(match, fresh)
        if match.tick % SECOND == 0 or fresh:
            seldom.see(match, fresh)
    # positions are sampled at other ticks; the rest is the same
    assert often.value == pytest.approx(seldom.value, abs=0.03)


def test_over_200_matches_a_higher_mark_goes_with_fewer_conceded():
    start, setup = game.kick_off("late-deficit", home="role-bound", away="team-win")
    marks, conceded = [], []
    for seed, match in enumerate(game.fork(start, 200)):
        match.seed = seed
        rating, notes, read = RoleRating(2, setup), scratch(), 0
        while not match.clock.over:
            run_on(match, setup, notes, 4 * SECOND)
            rating.see(match, [notes.events[k] for k in range(read, notes.count)])
            read = notes.count
        marks.append(rating.value)
        conceded.append(match.teams[1].goals - start.teams[1].goals)
    assert np.corrcoef(marks, conceded)[0, 1] < -0.3


def test_a_slot_that_is_none_is_refused(scene):
    with pytest.raises(ValueError, match="no slot 22"):
        RoleRating(22, scene[1])
