from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.events import Action, Result
from game.laws.goals import IN_GOAL, IN_PLAY, NEVER, OVER_GOAL_LINE, OVER_TOUCH_LINE, crossed, where_out
from game.laws.referee import officiate
from game.match import close
from game.pitch import BALL_RADIUS, GOAL_HEIGHT, HALF_LENGTH, HALF_WIDTH
from game.state import Restart
from tests.laws.scenes import AWAY, in_play

OVER = HALF_LENGTH + BALL_RADIUS + 0.01


def test_a_ball_on_the_line_is_in_play_and_a_whole_ball_over_the_whole_line_is_a_goal() -> None:
    scene = in_play()
    scene.ball(HALF_LENGTH + BALL_RADIUS - 0.01, 1.0, was=(52.0, 1.0))
    scene.tick()
    assert scene.awarded() == (Restart.NONE, 0)
    scene.ball(OVER, 1.0, was=(52.0, 1.0))
    scene.tick()
    assert scene.match.teams[0].goals == 1
    assert scene.awarded() == (Restart.KICK_OFF, 1)
    assert (scene.match.dead.x, scene.match.dead.y) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("was", "now", "z", "left"),
    [
        ((52.0, 3.0), (54.0, 3.4), 1.0, IN_GOAL),
        ((52.0, 3.2), (54.0, 5.2), 1.0, OVER_GOAL_LINE),  # past the post by the time it is over
        ((52.0, 3.9), (54.0, 3.1), 1.0, IN_GOAL),  # swept, not judged where it ends
        ((52.0, 0.0), (54.0, 0.0), GOAL_HEIGHT + 0.2, OVER_GOAL_LINE),
        ((10.0, 33.9), (10.5, 34.2), 0.11, OVER_TOUCH_LINE),
        ((52.0, 33.9), (52.8, 34.3), 0.11, OVER_TOUCH_LINE),  # both lines, the touch line first
        ((52.4, 33.0), (53.0, 34.2), 0.11, OVER_GOAL_LINE),  # both lines, the goal line first
        ((-52.0, 0.0), (-53.0, 0.0), 0.11, IN_GOAL),
    ],
)
def test_the_ball_is_judged_where_it_crossed(
    was: tuple[float, float], now: tuple[float, float], z: float, left: int
) -> None:
    scene = in_play()
    scene.ball(*now, was=was, z=z)
    assert where_out(scene.match.ball) == left


@given(st.floats(-HALF_LENGTH, HALF_LENGTH), st.floats(-HALF_WIDTH, HALF_WIDTH), st.floats(0, 50))
def test_a_ball_over_the_pitch_is_in_play_at_any_height(x: float, y: float, z: float) -> None:
    scene = in_play()
    scene.ball(x, y, z=z)
    assert where_out(scene.match.ball) == IN_PLAY


@given(st.floats(-60, 60), st.floats(-60, 60))
def test_the_line_is_met_at_the_part_of_the_path_that_was_found(was: float, now: float) -> None:
    part = crossed(was, now, 52.61)
    if abs(now) <= 52.61:
        assert part == NEVER
    elif abs(was) > 52.61 and was * now > 0:
        assert part == 0.0  # it was out already
    else:
        # one rounding of a number below 64 is 7e-15
        assert abs(was + part * (now - was)) == pytest.approx(52.61, abs=1e-12)


def test_a_ball_over_the_touch_line_is_thrown_in_by_the_other_side_from_where_it_went_out() -> None:
    scene = in_play()
    scene.kick(7)
    scene.ball(11.0, 34.31, was=(9.0, 33.91))
    scene.tick()
    assert scene.awarded() == (Restart.THROW_IN, 1)
    assert scene.match.dead.x == pytest.approx(10.0)
    assert scene.match.dead.y == HALF_WIDTH
    assert scene.said(Action.OUT)[0].slot == 7


def test_a_ball_put_over_the_goal_line_by_the_attackers_is_a_goal_kick() -> None:
    scene = in_play()
    scene.kick(9)
    scene.ball(OVER, -20.0, was=(52.0, -20.0))
    scene.tick()
    assert scene.awarded() == (Restart.GOAL_KICK, 1)
    assert (scene.match.dead.x, scene.match.dead.y) == (47.0, -5.0)


def test_a_ball_turned_over_the_goal_line_by_a_defender_is_a_corner() -> None:
    scene = in_play()
    scene.kick(9)
    scene.deflect(AWAY + 3)
    scene.ball(OVER, -20.0, was=(52.0, -20.0))
    scene.tick()
    assert scene.awarded() == (Restart.CORNER, 0)
    assert HALF_LENGTH - scene.match.dead.x < 1.0
    assert scene.match.dead.y + HALF_WIDTH < 1.0


@pytest.mark.parametrize("y", [1.0, -20.0])
def test_a_shot_ends_where_it_crossed_the_line_not_where_play_restarts(y: float) -> None:
    scene = in_play()
    scene.kick(9)
    flight = scene.match.flight
    flight.action, flight.slot = int(Action.SHOT), 9
    scene.ball(OVER + 0.5, y, was=(52.0, y))
    officiate(scene.match, scene.setup, scene.notes)
    close(scene.match, scene.notes)
    shot = scene.said(Action.SHOT)[0]
    assert shot.end_x == pytest.approx(HALF_LENGTH + BALL_RADIUS)
    assert shot.end_y == pytest.approx(y)


@pytest.mark.parametrize("kind", [Restart.KICK_OFF, Restart.GOAL_KICK, Restart.CORNER, Restart.DIRECT])
def test_a_goal_may_be_scored_straight_from(kind: Restart) -> None:
    scene = in_play()
    scene.restart(kind, 9, 20.0, 0.0)
    scene.ball(OVER, 0.0, was=(52.0, 0.0))
    scene.tick()
    assert scene.match.teams[0].goals == 1


@pytest.mark.parametrize("kind", [Restart.THROW_IN, Restart.INDIRECT, Restart.DROPPED])
def test_no_goal_may_be_scored_straight_from(kind: Restart) -> None:
    scene = in_play()
    scene.restart(kind, 9, 20.0, 0.0)
    scene.ball(OVER, 0.0, was=(52.0, 0.0))
    scene.tick()
    assert scene.match.teams[0].goals == 0
    assert scene.awarded() == (Restart.GOAL_KICK, 1)


@pytest.mark.parametrize("kind", [Restart.THROW_IN, Restart.INDIRECT])
def test_a_second_player_s_touch_makes_it_a_goal(kind: Restart) -> None:
    scene = in_play()
    scene.restart(kind, 9, 20.0, 0.0)
    scene.deflect(AWAY + 2)
    scene.tick()
    scene.ball(OVER, 0.0, was=(52.0, 0.0))
    scene.tick()
    assert scene.match.teams[0].goals == 1


@pytest.mark.parametrize("kind", [Restart.KICK_OFF, Restart.THROW_IN, Restart.GOAL_KICK, Restart.DIRECT])
def test_straight_into_the_own_goal_is_a_corner(kind: Restart) -> None:
    scene = in_play()
    scene.restart(kind, 3, -40.0, 0.0)
    scene.ball(-OVER, 0.0, was=(-52.0, 0.0))
    scene.tick()
    assert scene.match.teams[1].goals == 0
    assert scene.awarded() == (Restart.CORNER, 1)


def test_an_own_goal_counts_for_the_others_and_for_no_scorer() -> None:
    scene = in_play()
    scene.kick(3)
    scene.tick()
    scene.ball(-OVER, 0.0, was=(-52.0, 0.0))
    scene.tick()
    assert scene.match.teams[1].goals == 1
    goal = scene.said(Action.GOAL)[0]
    assert (goal.slot, goal.result) == (3, Result.OWNGOAL)
    assert all(player.goals == 0 for player in scene.match.players)


def test_a_shot_a_defender_deflects_is_the_shooter_s_goal() -> None:
    scene = in_play()
    scene.kick(10, shot=1)
    scene.tick()
    scene.match.ball.last = AWAY + 2
    scene.ball(OVER, 0.0, was=(52.0, 0.0))
    scene.tick()
    assert scene.said(Action.GOAL)[0].slot == 10
    assert scene.match.players[10].goals == 1


def test_a_goal_loses_time_and_a_throw_in_does_not() -> None:
    scene = in_play()
    scene.ball(0.0, 35.0, was=(0.0, 33.0))
    scene.tick()
    assert scene.match.clock.lost == 0.0
    scene = in_play()
    scene.ball(OVER, 0.0, was=(52.0, 0.0))
    scene.tick()
    assert 45.0 <= scene.match.clock.lost <= 55.0
