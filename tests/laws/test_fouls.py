from __future__ import annotations

import pytest

from game.events import Action, Result
from game.state import TICKS_PER_SECOND, Restart
from tests.laws.scenes import AWAY, in_play

CARELESS, RECKLESS, EXCESSIVE, HANDBALL, INDIRECT = 1, 2, 3, 4, 5
MIDFIELD = (-10.0, 5.0)
HOME_BOX = (-42.0, 3.0)


def test_a_careless_foul_is_a_direct_free_kick_on_the_spot_and_no_card() -> None:
    scene = in_play()
    scene.foul(6, CARELESS, at=MIDFIELD, victim=AWAY + 6)
    scene.tick()
    assert scene.awarded() == (Restart.DIRECT, 1)
    assert (scene.match.dead.x, scene.match.dead.y) == MIDFIELD
    assert scene.match.teams[0].fouls == 1
    assert scene.match.players[6].yellow == 0
    assert scene.said(Action.FOUL)[0].result == Result.FAIL


def test_a_reckless_foul_is_a_yellow_card() -> None:
    scene = in_play()
    scene.foul(6, RECKLESS, at=MIDFIELD)
    scene.tick()
    assert scene.match.players[6].yellow == 1
    assert scene.match.teams[0].yellows == 1
    assert scene.said(Action.FOUL)[0].result == Result.YELLOW_CARD
    assert scene.match.clock.lost > 0.0


def test_excessive_force_is_a_red_card_and_the_side_plays_on_short() -> None:
    scene = in_play()
    scene.foul(6, EXCESSIVE, at=MIDFIELD)
    scene.tick()
    assert scene.match.players[6].on == 0
    assert scene.match.teams[0].reds == 1
    assert scene.match.clock.over == 0
    assert scene.said(Action.RED)[0].slot == 6


def test_denying_an_obvious_chance_is_red() -> None:
    scene = in_play()
    scene.foul(3, CARELESS, at=(-30.0, 0.0), chance=1)
    scene.tick()
    assert scene.match.players[3].on == 0


def test_denying_it_with_a_challenge_in_the_box_is_yellow_and_a_penalty() -> None:
    scene = in_play()
    scene.foul(3, CARELESS, at=HOME_BOX, chance=1)
    scene.tick()
    assert scene.awarded() == (Restart.PENALTY, 1)
    assert scene.match.players[3].on == 1
    assert scene.match.players[3].yellow == 1


@pytest.mark.parametrize("kind", [CARELESS, RECKLESS, EXCESSIVE, HANDBALL])
def test_a_direct_offence_in_the_own_box_is_a_penalty(kind: int) -> None:
    scene = in_play()
    scene.foul(3, kind, at=HOME_BOX)
    scene.tick()
    assert scene.awarded() == (Restart.PENALTY, 1)
    assert (scene.match.dead.x, scene.match.dead.y) == (-41.5, 0.0)
    assert len(scene.said(Action.PENALTY_AWARDED)) == 1


def test_on_the_line_of_the_box_is_in_the_box() -> None:
    scene = in_play()
    scene.foul(3, CARELESS, at=(-36.0, 20.16))
    scene.tick()
    assert scene.awarded()[0] == Restart.PENALTY


def test_a_foul_in_the_rivals_box_is_their_free_kick() -> None:
    scene = in_play()
    scene.foul(9, CARELESS, at=(42.0, 3.0))
    scene.tick()
    assert scene.awarded() == (Restart.DIRECT, 1)


def test_an_indirect_offence_in_the_box_is_no_penalty() -> None:
    scene = in_play()
    scene.foul(3, INDIRECT, at=HOME_BOX)
    scene.tick()
    assert scene.awarded() == (Restart.INDIRECT, 1)
    assert scene.match.dead.indirect == 1


def test_an_attacking_free_kick_in_the_goal_area_moves_out_to_its_line() -> None:
    scene = in_play()
    scene.foul(3, INDIRECT, at=(-51.0, 3.0))
    scene.tick()
    assert (scene.match.dead.x, scene.match.dead.y) == (-47.0, 3.0)


def test_the_ball_lies_still_on_the_spot() -> None:
    scene = in_play()
    scene.kick(AWAY + 9)
    scene.foul(6, CARELESS, at=MIDFIELD)
    scene.tick()
    ball = scene.match.ball
    assert (ball.x, ball.y) == MIDFIELD
    assert (ball.vx, ball.vy, ball.vz, ball.carrier) == (0.0, 0.0, 0.0, -1)


def test_a_taker_who_touches_the_ball_twice_concedes_an_indirect_free_kick() -> None:
    scene = in_play()
    scene.restart(Restart.DIRECT, 6, 0.0, 0.0)
    scene.control(6)
    scene.tick()
    assert scene.awarded() == (Restart.INDIRECT, 1)
    scene = in_play()
    scene.restart(Restart.THROW_IN, 6, 0.0, 34.0)
    scene.kick(6)
    scene.tick()
    assert scene.awarded() == (Restart.INDIRECT, 1)


def test_he_may_touch_it_again_after_anybody_else() -> None:
    scene = in_play()
    scene.restart(Restart.DIRECT, 6, 0.0, 0.0)
    scene.deflect(AWAY + 6)
    scene.tick()
    scene.control(6)
    scene.tick()
    assert scene.awarded()[0] == Restart.NONE


def test_the_taker_of_a_penalty_may_not_play_the_rebound_off_the_post_but_off_the_keeper() -> None:
    scene = in_play()
    scene.restart(Restart.PENALTY, 9, 41.5, 0.0)
    scene.kick(9, shot=1)
    scene.tick()
    assert scene.awarded() == (Restart.INDIRECT, 1)
    scene = in_play()
    scene.restart(Restart.PENALTY, 9, 41.5, 0.0)
    scene.deflect(AWAY)
    scene.tick()
    scene.kick(9, shot=1)
    scene.tick()
    assert scene.awarded()[0] == Restart.NONE


def test_a_keeper_may_hold_the_ball_for_eight_seconds() -> None:
    scene = in_play()
    scene.put(0, -45.0, 6.0)
    scene.control(0, held=1)
    scene.tick(8 * TICKS_PER_SECOND + 1)
    assert scene.awarded()[0] == Restart.NONE
    scene.tick()
    assert scene.awarded() == (Restart.CORNER, 1)
    assert scene.match.dead.y > 0.0


def test_before_2025_it_was_six_and_an_indirect_free_kick() -> None:
    scene = in_play()
    scene.setup.competition.keeper_seconds = 6.0
    scene.setup.competition.keeper_corner = 0
    scene.put(0, -45.0, 6.0)
    scene.control(0, held=1)
    scene.tick(6 * TICKS_PER_SECOND + 2)
    assert scene.awarded() == (Restart.INDIRECT, 1)


def test_a_keeper_may_not_handle_a_mate_s_deliberate_pass() -> None:
    scene = in_play()
    scene.kick(3)
    scene.match.ball.keeper_barred = 1
    scene.tick()
    scene.put(0, -45.0, 6.0)
    scene.control(0, held=1)
    scene.tick()
    assert scene.awarded() == (Restart.INDIRECT, 1)


def test_a_keeper_may_handle_a_rival_s_pass_and_take_a_mate_s_at_his_feet() -> None:
    scene = in_play()
    scene.kick(AWAY + 9)
    scene.tick()
    scene.control(0, held=1)
    scene.tick()
    assert scene.awarded()[0] == Restart.NONE
    scene.kick(3)
    scene.match.ball.keeper_barred = 1
    scene.tick()
    scene.control(0)
    scene.tick()
    assert scene.awarded()[0] == Restart.NONE
