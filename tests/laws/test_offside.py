from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.events import Action
from game.laws.offside import IN_SIGHT, OFFSIDE, mark_offside, offside_line
from game.state import SIDE, SLOTS, Restart
from tests.laws.scenes import AWAY, Scene, in_play

PASSER = 6
RUNNER = 9


def through_ball(*, runner: float, defender: float = 25.0, ball: float = 5.0) -> Scene:
    """Home plays the ball at x = `ball`; last man `defender` but for the keeper, the runner at `runner`."""
    scene = in_play()
    for slot in range(AWAY + 1, AWAY + SIDE):
        scene.put(slot, 10.0, 20.0)
    scene.put(AWAY + 2, defender, 5.0)
    scene.put(RUNNER, runner, -5.0)
    scene.put(PASSER, ball, 0.0)
    scene.ball(ball, 0.0)
    scene.kick(PASSER)
    scene.tick()
    return scene


def test_nearer_the_goal_line_than_ball_and_second_last_rival_is_an_offside_position() -> None:
    assert through_ball(runner=25.1).match.players[RUNNER].offside == OFFSIDE


def test_level_is_onside() -> None:
    assert through_ball(runner=25.0).match.players[RUNNER].offside == 0


def test_behind_the_ball_is_onside() -> None:
    assert through_ball(runner=29.0, ball=30.0).match.players[RUNNER].offside == 0
    assert through_ball(runner=31.0, ball=30.0).match.players[RUNNER].offside == OFFSIDE


def test_in_the_own_half_and_on_the_halfway_line_is_onside() -> None:
    assert through_ball(runner=0.0, defender=-10.0, ball=-20.0).match.players[RUNNER].offside == 0
    scene = through_ball(runner=0.1, defender=10.0, ball=-20.0)
    assert scene.match.players[RUNNER].offside == 0
    for slot in range(AWAY + 1, AWAY + SIDE):
        scene.put(slot, -30.0, 0.0)
    mark_offside(scene.match, PASSER)
    assert scene.match.players[RUNNER].offside == OFFSIDE


def test_the_second_last_rival_may_be_the_keeper() -> None:
    scene = through_ball(runner=45.0, defender=51.0)
    assert offside_line(scene.match, 0) == 50.0
    assert scene.match.players[RUNNER].offside == 0


def test_a_rival_sent_off_plays_nobody_onside() -> None:
    scene = through_ball(runner=20.0)
    assert scene.match.players[RUNNER].offside == 0
    scene.match.players[AWAY + 2].on = 0
    mark_offside(scene.match, PASSER)
    assert scene.match.players[RUNNER].offside == OFFSIDE


def test_standing_offside_is_no_offence_and_playing_the_ball_is() -> None:
    scene = through_ball(runner=30.0)
    scene.tick(20)
    assert scene.awarded()[0] == Restart.NONE
    scene.put(RUNNER, 38.0, -7.0)
    scene.control(RUNNER)
    scene.tick()
    assert scene.awarded() == (Restart.INDIRECT, 1)
    assert (scene.match.dead.x, scene.match.dead.y) == (38.0, -7.0)
    assert scene.match.teams[0].offsides == 1
    assert scene.said(Action.OFFSIDE)[0].slot == RUNNER


def test_the_free_kick_is_where_he_became_involved_even_in_his_own_half() -> None:
    scene = through_ball(runner=30.0)
    scene.put(RUNNER, -3.0, 0.0)
    scene.control(RUNNER)
    scene.tick()
    assert scene.match.dead.x == -3.0


def test_a_kick_at_first_touch_counts_as_playing_the_ball() -> None:
    scene = through_ball(runner=30.0)
    scene.kick(RUNNER, shot=1)
    scene.tick()
    assert scene.awarded() == (Restart.INDIRECT, 1)


def test_running_on_after_the_pass_is_onside() -> None:
    scene = through_ball(runner=24.0)
    scene.put(RUNNER, 40.0, 0.0)
    scene.control(RUNNER)
    scene.tick()
    assert scene.awarded()[0] == Restart.NONE


def test_a_mate_s_next_touch_looks_along_the_line_again() -> None:
    scene = through_ball(runner=30.0)
    scene.put(7, 29.0, 10.0)
    scene.put(RUNNER, 24.0, 0.0)
    scene.match.players[7].offside = 0
    scene.control(7)
    scene.tick()
    assert scene.match.players[RUNNER].offside == 0


def test_a_rival_who_plays_the_ball_on_purpose_frees_him() -> None:
    scene = through_ball(runner=30.0)
    scene.kick(AWAY + 3)
    scene.tick()
    scene.control(RUNNER)
    scene.tick()
    assert scene.awarded()[0] == Restart.NONE


def test_a_save_a_block_or_the_woodwork_does_not() -> None:
    scene = through_ball(runner=30.0)
    scene.deflect(AWAY)
    scene.match.ball.saved = 1
    scene.tick()
    scene.control(RUNNER)
    scene.tick()
    assert scene.awarded() == (Restart.INDIRECT, 1)


@pytest.mark.parametrize("kind", [Restart.GOAL_KICK, Restart.THROW_IN, Restart.CORNER])
def test_nobody_is_offside_straight_from(kind: Restart) -> None:
    scene = in_play()
    scene.put(RUNNER, 48.0, 0.0)
    scene.restart(kind, PASSER, 0.0, 0.0)
    scene.control(RUNNER)
    scene.tick()
    assert scene.awarded()[0] == Restart.NONE


@pytest.mark.parametrize("kind", [Restart.DIRECT, Restart.INDIRECT, Restart.KICK_OFF])
def test_a_man_can_be_offside_straight_from(kind: Restart) -> None:
    scene = in_play()
    scene.put(RUNNER, 48.0, 0.0)
    scene.restart(kind, PASSER, 0.0, 0.0)
    scene.control(RUNNER)
    scene.tick()
    assert scene.awarded() == (Restart.INDIRECT, 1)


def shot_past(blocker_y: float) -> Scene:
    """Home shoots from 20 m and scores; the runner stands beyond the defence, `blocker_y` m beside keeper and ball."""
    scene = through_ball(runner=40.0, ball=32.0)
    scene.put(AWAY, 51.0, 0.0)
    scene.put(RUNNER, 42.0, blocker_y)
    scene.kick(PASSER, shot=1)
    scene.tick()
    scene.ball(52.7, 3.0, was=(52.0, 3.0))
    scene.tick()
    return scene


def test_a_goal_does_not_count_with_an_offside_man_in_the_keeper_s_line_of_sight() -> None:
    scene = shot_past(1.0)
    assert scene.match.teams[0].goals == 0
    assert scene.awarded() == (Restart.INDIRECT, 1)
    assert scene.match.teams[0].offsides == 1


def test_a_goal_counts_with_an_offside_man_out_of_the_way() -> None:
    assert shot_past(6.0).match.teams[0].goals == 1


def test_sight_is_marked_apart() -> None:
    scene = through_ball(runner=40.0, ball=32.0)
    scene.put(AWAY, 51.0, 0.0)
    scene.put(RUNNER, 42.0, 1.0)
    mark_offside(scene.match, PASSER)
    assert scene.match.players[RUNNER].offside == IN_SIGHT


spots = st.tuples(st.floats(-52.5, 52.5), st.floats(-34, 34))


@given(st.lists(spots, min_size=SLOTS, max_size=SLOTS), spots, st.integers(0, SLOTS - 1))
def test_the_mirrored_pitch_has_the_mirrored_men_offside(
    men: list[tuple[float, float]], ball: tuple[float, float], toucher: int
) -> None:
    flags = []
    for sign in (1, -1):
        scene = in_play()
        scene.match.teams[0].attacks = sign
        scene.match.teams[1].attacks = -sign
        for slot, (x, y) in enumerate(men):
            scene.put(slot, sign * x, sign * y)
        scene.ball(sign * ball[0], sign * ball[1])
        mark_offside(scene.match, toucher)
        flags.append([int(player.offside) for player in scene.match.players])
    assert flags[0] == flags[1]


@given(st.lists(spots, min_size=SLOTS, max_size=SLOTS), spots, st.integers(0, SLOTS - 1))
def test_offside_is_what_law_11_1_says(men: list[tuple[float, float]], ball: tuple[float, float], toucher: int) -> None:
    scene = in_play()
    for slot, (x, y) in enumerate(men):
        scene.put(slot, x, y)
    scene.ball(*ball)
    mark_offside(scene.match, toucher)
    side = toucher // SIDE
    sign = 1 - 2 * side
    rivals = sorted(sign * men[slot][0] for slot in range(SLOTS) if slot // SIDE != side)
    for slot, (x, _) in enumerate(men):
        offside = slot // SIDE == side and slot != toucher
        offside = offside and sign * x > 0 and sign * x > rivals[-2] and sign * x > sign * ball[0]
        assert (scene.match.players[slot].offside > 0) == offside
