from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.brain.explain import explain
from game.intent import Intent
from game.pitch import GOAL_HALF, HALF_LENGTH, HALF_WIDTH
from tests.boards import LETTERS, Board, Play, lay, read

KEEPER = "A"


def faced(ball: tuple[float, float], **others: tuple[float, float]) -> Play:
    """The home keeper, a striker who stands with the ball there, a home man far upfield, and others who stand too."""
    spots = {"A": (-50.0, 0.0), "H": (20.0, 0.0), "j": ball, **others}
    return lay(Board(f"ball at {ball}", spots, {"ball": "j", "waits": " ".join(["j", *others])}, []))


def off_goal(distance: float, angle: float) -> tuple[float, float]:
    """The spot so many metres and degrees from the home goal's middle."""
    turn = math.radians(angle)
    return -HALF_LENGTH + distance * math.cos(turn), distance * math.sin(turn)


def seen_from(play: Play) -> tuple[float, float, float]:
    """Of the keeper, from the ball: his distance, how far he is beside the line to the goal's middle, the ball's."""
    ball, man = play.match.ball, play.man(KEEPER)
    gx, gy = -HALF_LENGTH - ball.x, -ball.y
    far = math.hypot(gx, gy)
    dx, dy = man.x - ball.x, man.y - ball.y
    return math.hypot(dx, dy), abs(dx * gy - dy * gx) / far, far


@pytest.mark.parametrize("angle", [0.0, 25.0, -45.0])
@pytest.mark.parametrize("distance", [30.0, 22.0, 14.0, 9.0])
def test_the_keeper_stands_on_the_bisector(angle: float, distance: float) -> None:
    """About the line from ball to goal; 0.7 m beside it is less than half his width with arms spread."""
    x, y = off_goal(distance, angle)
    away, beside, far = seen_from(faced((x, y), C=(x - 4.0, 0.6 * y)).play(3.0))
    assert beside < 0.7
    assert away < far - 0.3


@pytest.mark.parametrize("angle", [0.0, 25.0, -45.0])
def test_the_nearer_a_man_through_alone_the_less_of_the_goal_the_keeper_leaves_him(angle: float) -> None:
    """Half the goal's width where the keeper stands, seen from the ball, in metres."""
    left = []
    for distance in (30.0, 18.0, 9.0):
        away, _, far = seen_from(faced(off_goal(distance, angle)).play(3.0))
        left.append(GOAL_HALF * away / far)
    assert left[1] < left[0] - 0.3
    assert left[2] < left[1] + 0.3


@settings(max_examples=40)
@given(st.floats(-HALF_LENGTH + 2, HALF_LENGTH - 2), st.floats(-HALF_WIDTH + 1, HALF_WIDTH - 1))
def test_wherever_the_ball_is_he_keeps_between_it_and_his_goal(x: float, y: float) -> None:
    """His spot, as he weighs it: in front of his line, on the way from the ball to the goal's middle or at a post."""
    play = faced((x, y), C=(-40.0, 0.0))
    spot = next(thought for thought in explain(play.match, play.setup, 0) if thought.chosen)
    assert spot.kind == Intent.KEEP
    assert -HALF_LENGTH < spot.x < 0.0
    ball = play.match.ball
    far = math.hypot(ball.x + HALF_LENGTH, ball.y)
    off = math.hypot(spot.x + HALF_LENGTH, spot.y)
    if off < far - 0.5:
        cross = abs((spot.x + HALF_LENGTH) * ball.y - spot.y * (ball.x + HALF_LENGTH)) / far
        assert cross < 0.5  # m beside that way: he stays out of the net, and before it


def test_he_comes_for_a_ball_he_reaches_first_and_stays_for_one_he_does_not() -> None:
    sweeps = []
    for striker in (0.0, -24.5):
        play = lay(read("sweeper"))
        play.man("j").x = striker
        play.play(0.5)
        sweeps.append(bool(play.wished[0, Intent.SWEEP]))
    assert sweeps == [True, False]


def test_he_moves_across_to_a_shot_only_once_he_has_read_it() -> None:
    play = faced((-34.0, 0.0))
    play.play(2.0)
    match = play.match
    ball = match.ball
    ball.carrier, ball.kicker, ball.last = -1, 20, 20
    ball.kicked, ball.shot = match.tick - 1, 1
    ball.vx, ball.vy = -20.0, 3.5
    play.man("j").touch_at = match.tick + 20
    before = play.man(KEEPER).y
    play.play(0.1)
    assert play.man(KEEPER).y == pytest.approx(before, abs=0.15)
    play.play(float(play.setup.play.reads) + 0.2)
    assert play.man(KEEPER).y > before + 0.1


def test_a_shot_that_would_pass_over_him_sends_him_back_to_his_line() -> None:
    """Lobbed from 36 m, it is 6 m high where he stands and comes down under the bar."""
    for lift, back in ((11.0, True), (3.0, False)):
        play = faced((-16.0, 0.0))
        keeper, ball = play.man(KEEPER), play.match.ball
        keeper.x, keeper.y = -46.0, 0.0
        ball.carrier, ball.x, ball.vx, ball.vz, ball.z = -1, -17.0, -22.0, lift, 0.5
        ball.shot, ball.kicked, ball.kicker = 1, play.match.tick - 6, LETTERS.index("j")
        spot = next(thought for thought in explain(play.match, play.setup, 0) if thought.chosen)
        assert (spot.x < -51.0) == back


def test_with_the_ball_in_his_hands_his_backs_make_room_for_him() -> None:
    play = lay(read("twenty_two"))
    ball = play.match.ball
    ball.carrier = ball.last = ball.kicker = 0
    ball.held, ball.since = 1, play.match.tick
    play.man("A").x, play.man("A").y = -48.0, 0.0
    ball.x, ball.y = -48.0, 0.0
    play.play(3.0)
    keeper = play.man("A")
    for letter in "BCDE":
        assert math.hypot(play.man(letter).x - keeper.x, play.man(letter).y - keeper.y) > 6.0
