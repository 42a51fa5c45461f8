from __future__ import annotations

from game.events import Action
from game.laws.advantage import WAIT
from game.state import SIDE, Restart
from tests.laws.scenes import AWAY, Scene, in_play

CARELESS, RECKLESS, EXCESSIVE = 1, 2, 3
OFFENDER = AWAY + 6


def mate_away(kind: int = CARELESS, *, chance: int = 0) -> Scene:
    """A home man is fouled at (10, 0); his mate 9 has the ball at (25, 0)."""
    scene = in_play()
    scene.put(9, 25.0, 0.0)
    scene.control(9)
    scene.foul(OFFENDER, kind, at=(10.0, 0.0), chance=chance)
    scene.tick()
    return scene


def test_play_goes_on_when_a_mate_has_the_ball_in_the_rivals_half() -> None:
    scene = mate_away()
    assert scene.awarded()[0] == Restart.NONE
    assert len(scene.said(Action.ADVANTAGE)) == 1
    scene.tick(WAIT + 5)
    assert scene.awarded()[0] == Restart.NONE
    assert scene.match.foul.kind == 0
    assert len(scene.said(Action.FOUL)) == 1


def test_it_is_called_back_when_the_ball_is_lost_within_seconds() -> None:
    scene = mate_away()
    scene.tick(20)
    scene.control(AWAY + 3)
    scene.tick()
    assert scene.awarded() == (Restart.DIRECT, 0)
    assert (scene.match.dead.x, scene.match.dead.y) == (10.0, 0.0)


def test_it_is_not_called_back_later() -> None:
    scene = mate_away()
    scene.tick(WAIT + 1)
    scene.control(AWAY + 3)
    scene.tick()
    assert scene.awarded()[0] == Restart.NONE


def test_a_shot_is_the_advantage() -> None:
    scene = mate_away()
    scene.kick(9, shot=1)
    scene.tick()
    assert scene.match.foul.kind == 0
    scene.control(AWAY)
    scene.tick()
    assert scene.awarded()[0] == Restart.NONE


def test_a_ball_out_of_play_is_called_back() -> None:
    scene = mate_away()
    scene.ball(25.0, 34.3, was=(25.0, 33.0))
    scene.match.ball.carrier = -1
    scene.tick()
    assert scene.awarded() == (Restart.DIRECT, 0)


def test_the_card_is_shown_at_the_next_stoppage() -> None:
    scene = mate_away(RECKLESS)
    scene.tick(WAIT + 1)
    assert scene.match.players[OFFENDER].yellow == 0
    assert scene.match.caution[OFFENDER] == 1
    scene.ball(25.0, 34.3, was=(25.0, 33.0))
    scene.match.ball.carrier = -1
    scene.tick()
    assert scene.awarded()[0] == Restart.THROW_IN
    assert scene.match.players[OFFENDER].yellow == 1
    assert scene.match.caution[OFFENDER] == 0


def test_the_card_is_shown_after_a_goal_too() -> None:
    scene = mate_away(RECKLESS)
    scene.kick(9, shot=1)
    scene.ball(52.7, 0.0, was=(52.0, 0.0))
    scene.tick()
    assert scene.match.teams[0].goals == 1
    assert scene.match.players[OFFENDER].yellow == 1


def test_a_denied_chance_that_still_comes_is_yellow_only() -> None:
    scene = mate_away(chance=1)
    scene.kick(9, shot=1)
    scene.tick()
    scene.ball(52.7, 0.0, was=(52.0, 0.0))
    scene.tick()
    assert scene.match.players[OFFENDER].on == 1
    assert scene.match.players[OFFENDER].yellow == 1


def test_there_is_no_advantage_after_excessive_force() -> None:
    assert mate_away(EXCESSIVE).awarded() == (Restart.DIRECT, 0)


def test_there_is_none_in_the_own_half() -> None:
    scene = in_play()
    scene.put(9, -5.0, 0.0)
    scene.control(9)
    scene.foul(OFFENDER, CARELESS, at=(-20.0, 0.0), victim=7)
    scene.tick()
    assert scene.awarded() == (Restart.DIRECT, 0)


def test_the_fouled_man_himself_goes_on_only_with_few_rivals_ahead() -> None:
    for rivals, restart in ((2, Restart.NONE), (5, Restart.DIRECT)):
        scene = in_play()
        for place in range(1, SIDE):
            scene.put(AWAY + place, 40.0 if place < rivals else 0.0, 20.0)
        scene.put(9, 25.0, 0.0)
        scene.control(9)
        scene.foul(OFFENDER, CARELESS, at=(25.0, 0.0), victim=9)
        scene.tick()
        assert scene.awarded()[0] == restart


def test_a_penalty_waits_only_for_a_shot_on_its_way_in() -> None:
    for goal in (True, False):
        scene = in_play()
        scene.kick(9, shot=1)
        scene.foul(AWAY + 3, CARELESS, at=(45.0, 0.0), victim=9)
        scene.tick()
        assert scene.awarded()[0] == Restart.NONE
        if goal:
            scene.ball(52.7, 0.0, was=(52.0, 0.0))
        else:
            scene.control(AWAY)
        scene.tick()
        assert scene.awarded() == ((Restart.KICK_OFF, 1) if goal else (Restart.PENALTY, 0))
        assert scene.match.teams[0].goals == int(goal)


def test_without_a_shot_it_is_whistled_at_once() -> None:
    scene = in_play()
    scene.put(9, 45.0, 0.0)
    scene.control(9)
    scene.foul(AWAY + 3, CARELESS, at=(45.0, 0.0), victim=9)
    scene.tick()
    assert scene.awarded() == (Restart.PENALTY, 0)
