from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.events import Action, Bodypart
from game.intent import Intent
from game.laws.goals import IN_PLAY, where_out
from game.match import duel
from game.physics.ball import roll
from game.physics.kicking import heading_goalwards
from game.pitch import GOAL_HALF, HALF_LENGTH
from game.state import DT, NOBODY
from tests.boards import LETTERS, Play, empty_pitch, wait

LUCKS = 60


def shot_at(
    man: tuple[float, float], start: float, *, speed: float, seed: int, aside: float = 0.0, age: int = 10
) -> Play:
    """A ball shot along x by J at a rival `start` m away, who stands and waits for nothing."""
    play = empty_pitch(J=(man[0] - start - 3.0, man[1]), c=man)
    match = play.match
    match.seed = seed
    ball = match.ball
    ball.x = ball.was_x = man[0] - start
    ball.y = ball.was_y = man[1] + aside
    ball.vx = speed
    ball.kicker = ball.last = LETTERS.index("J")
    ball.kicked = match.tick - age
    ball.shot = 1
    wait(play, "c")
    match.players[LETTERS.index("J")].touch_at = match.tick + 1000
    return play


def fly(play: Play, ticks: int) -> int:
    """Kicks, touches and the ball alone, nobody moves or thinks; who touched it last."""
    for _ in range(ticks):
        duel(play.match, play.setup, play.notes)
        roll(play.match)
        play.match.tick += 1
    return int(play.match.ball.last)


@pytest.mark.parametrize("speed", [8.0, 20.0, 35.0])
def test_a_ball_does_not_pass_through_a_man(speed: float) -> None:
    """Dead straight at his body from anywhere within the tick: nine of ten touch him, whatever the speed.

    Of 60 with chance 0.9 fewer than 44 touch him by luck once in 10^4.
    """
    touched = 0
    for seed in range(LUCKS):
        play = shot_at((20.0, 3.0), 2.0 + 0.06 * seed, speed=speed, seed=seed)
        touched += fly(play, 16) == LETTERS.index("c")
    assert touched >= 44


@settings(max_examples=40)
@given(st.floats(1.2, 4.0), st.floats(5.0, 35.0), st.integers(0, 1000))
def test_a_ball_out_of_his_reach_passes_him_by(aside: float, speed: float, seed: int) -> None:
    play = shot_at((20.0, 3.0), 5.0, speed=speed, seed=seed, aside=aside)
    assert fly(play, 40) == LETTERS.index("J")
    assert play.match.ball.y == 3.0 + aside


@settings(max_examples=40)
@given(st.floats(2.1, 4.0), st.floats(5.0, 35.0), st.integers(0, 1000))
def test_nobody_throws_himself_further_than_two_metres(aside: float, speed: float, seed: int) -> None:
    play = shot_at((20.0, 3.0), 5.0, speed=speed, seed=seed, aside=aside)
    play.match.flight.action, play.match.flight.bodypart = Action.SHOT, Bodypart.FOOT
    assert fly(play, 40) == LETTERS.index("J")


def test_a_man_is_late_for_a_shot_struck_right_before_him_and_a_wall_only_jumps() -> None:
    """Beside him, where he must throw himself: of 60 with chance 0.9 fewer than 44 are blocked by luck once in 10^4."""
    blocked = {"near": 0, "far": 0, "wall": 0}
    for seed in range(LUCKS):
        for case, start in (("near", 2.0), ("far", 9.2), ("wall", 9.2)):
            play = shot_at((20.0, 3.0), start, speed=25.0, seed=seed, aside=0.8, age=0)
            play.match.flight.action = Action.SHOT_FREEKICK if case == "wall" else Action.SHOT
            play.match.flight.bodypart = Bodypart.FOOT
            blocked[case] += fly(play, 16) == LETTERS.index("c")
    assert blocked["near"] == 0
    assert blocked["far"] >= 44
    assert blocked["wall"] < 0.5 * blocked["far"]  # a foot stretched out is all they have


def test_a_shot_struck_right_before_a_man_is_stopped_by_a_leg_put_out_and_not_by_one_thrown() -> None:
    blocked = {0.45: 0, 1.2: 0}
    for seed in range(LUCKS):
        for aside in blocked:
            play = shot_at((20.0, 3.0), 1.5, speed=25.0, seed=seed, aside=aside, age=0)
            play.match.flight.action, play.match.flight.bodypart = Action.SHOT, Bodypart.FOOT
            blocked[aside] += fly(play, 16) == LETTERS.index("c")
    assert blocked[0.45] >= 44
    assert blocked[1.2] == 0


def test_legs_stop_a_shot_by_foot_further_beside_him_than_a_header_which_comes_from_above() -> None:
    blocked = {Bodypart.FOOT: 0, Bodypart.HEAD: 0}
    for seed in range(LUCKS):
        for bodypart in blocked:
            play = shot_at((20.0, 3.0), 6.0, speed=20.0, seed=seed, aside=0.8, age=0)
            play.match.flight.action, play.match.flight.bodypart = Action.SHOT, bodypart
            blocked[bodypart] += fly(play, 16) == LETTERS.index("c")
    assert blocked[Bodypart.FOOT] >= 44
    assert blocked[Bodypart.HEAD] == 0


def test_a_bad_touch_never_goes_through_him_into_his_own_goal() -> None:
    for seed in range(LUCKS):
        play = shot_at((45.0, 0.5), 3.0, speed=9.0, seed=seed)
        play.setup.play.fumbles = 10.0  # nobody's touch is good enough
        play.match.ball.shot = 0
        play.match.ball.kicker = play.match.ball.last = LETTERS.index("d")
        assert fly(play, 16) == LETTERS.index("c")
        assert not heading_goalwards(play.match, 1)


def test_a_mate_lets_a_shot_by_and_takes_it_once_it_is_slow() -> None:
    for speed, touched in ((20.0, False), (6.0, True)):
        play = shot_at((20.0, 3.0), 3.0, speed=speed, seed=1)
        play.match.ball.kicker = play.match.ball.last = LETTERS.index("f")
        fly(play, 12)
        assert (play.match.ball.x < 20.5) == touched


@settings(max_examples=40)
@given(st.floats(2.9, 6.0), st.floats(12.0, 35.0), st.integers(0, 1000))
def test_a_ball_over_everybodys_head_is_nobodys(height: float, speed: float, seed: int) -> None:
    """Three metres to him and one past him take a third of a second, in which it rises more than it falls."""
    play = shot_at((20.0, 3.0), 3.0, speed=speed, seed=seed)
    play.match.ball.z, play.match.ball.vz = height, 2.0
    assert fly(play, math.ceil(4.0 / speed / DT)) == LETTERS.index("J")


@pytest.mark.parametrize("speed", [15.0, 35.0])
def test_a_shot_at_an_empty_goal_is_in_play_until_it_is_over_the_line(speed: float) -> None:
    play = empty_pitch()
    match = play.match
    match.ball.x = match.ball.was_x = HALF_LENGTH - 2.1
    match.ball.y = match.ball.was_y = GOAL_HALF - 1.0
    match.ball.vx = speed
    crossings = []
    for _ in range(6):
        roll(match)
        crossings.append(int(where_out(match.ball)))
    assert crossings[0] == IN_PLAY
    assert max(crossings) == 3  # in the goal


def test_a_mate_takes_his_pass_and_it_is_his() -> None:
    """A first touch fails now and then: of 60 easy balls at most six."""
    controlled = 0
    for seed in range(LUCKS):
        play = empty_pitch(G=(-12.0, 0.0), H=(0.0, 0.0))
        match, ball = play.match, play.match.ball
        match.seed = seed
        ball.x, ball.vx = -6.0, 9.0
        ball.kicker = ball.last = LETTERS.index("G")
        ball.kicked, ball.aimed = match.tick - 12, LETTERS.index("H")
        match.players[LETTERS.index("G")].touch_at = match.tick + 1000
        wait(play, "H")
        fly(play, 24)
        controlled += ball.carrier == LETTERS.index("H")
    assert controlled >= LUCKS - 6


def test_a_harder_ball_is_lost_more_often() -> None:
    lost = []
    for speed in (8.0, 26.0):
        failed = 0
        for seed in range(4 * LUCKS):
            play = empty_pitch(G=(-12.0, 0.0), H=(0.0, 0.0), h=(1.5, 1.2))
            match, ball = play.match, play.match.ball
            match.seed = seed
            ball.x, ball.vx = -4.0, speed
            ball.kicker = ball.last = LETTERS.index("G")
            ball.kicked = match.tick - 12
            for letter in "Gh":
                match.players[LETTERS.index(letter)].touch_at = match.tick + 1000
            wait(play, "H")
            fly(play, 16)
            failed += Action.BAD_TOUCH in [event.action for event in play.notes.events[: play.notes.count]]
        lost.append(failed)
    assert lost[1] > lost[0]


def test_who_has_the_ball_at_his_feet_is_not_also_looking_for_it() -> None:
    play = empty_pitch(G=(0.2, 0.0))
    match = play.match
    match.ball.kicked = match.tick - 20
    wait(play, "G")
    fly(play, 4)
    assert match.ball.carrier == LETTERS.index("G")
    assert match.ball.last == LETTERS.index("G")
    assert match.having == 0
    assert math.hypot(match.ball.vx, match.ball.vy) < 1.0


def test_a_cross_blocked_near_the_line_is_often_turned_behind_and_seldom_towards_the_goal() -> None:
    met = behind = towards = 0
    for seed in range(LUCKS):
        play = shot_at((45.0, 18.0), 1.0, speed=14.0, seed=seed, age=0)
        ball = play.match.ball
        ball.shot = 0
        met += fly(play, 3) == LETTERS.index("c")
        behind += ball.last == LETTERS.index("c") and ball.vx > 7.5
        towards += ball.last == LETTERS.index("c") and ball.vx > 0.0 and ball.vy < -0.6 * ball.vx
    assert behind > 0.35 * met > 0.25 * LUCKS
    assert towards < 0.15 * met


def test_a_man_just_after_his_kick_does_not_touch_it_again() -> None:
    play = empty_pitch(G=(0.2, 0.0))
    match = play.match
    match.players[LETTERS.index("G")].touch_at = match.tick + 5
    wait(play, "G")
    fly(play, 4)
    assert match.ball.carrier == NOBODY


@pytest.mark.parametrize("ordered", [False, True])
def test_who_takes_a_ball_on_his_run_looks_up_unless_he_is_told_where_to_go(ordered: bool) -> None:
    play = empty_pitch(G=(-12.0, 0.0), H=(0.0, 0.0))
    play.setup.play.fumbles = play.setup.play.hard_fails = 0.0
    match, ball, man = play.match, play.match.ball, play.man("H")
    ball.x, ball.vx = -0.5, 5.0
    ball.kicker = ball.last = LETTERS.index("G")
    ball.kicked = match.tick - 12
    match.players[LETTERS.index("G")].touch_at = match.tick + 1000
    man.want.kind, man.ordered_until = Intent.OVERLAP, match.tick + 1000 * ordered
    duel(match, play.setup, play.notes)
    assert ball.carrier == LETTERS.index("H")
    assert man.want.kind == (Intent.OVERLAP if ordered else Intent.CONTROL)
