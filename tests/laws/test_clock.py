from __future__ import annotations

import pytest

from game.events import Action
from game.laws.clock import LET_PLAY_END
from game.laws.line_up import open_half
from game.laws.restarts import award
from game.state import TICKS_PER_SECOND, Restart
from tests.laws.scenes import AWAY, Scene, in_play

MINUTE = 60 * TICKS_PER_SECOND


def at(minute: float, *, half: int = 1, lost: float = 0.0) -> Scene:
    """A match in play in midfield at a minute of the half, `lost` seconds lost so far."""
    scene = in_play(half=half, second=60.0 * minute)
    scene.match.clock.lost = lost
    scene.match.having = 1
    return scene


def test_added_time_is_announced_as_a_whole_minute_minimum_when_it_begins() -> None:
    scene = at(44.99, lost=170.0)
    scene.tick(11)
    assert scene.match.clock.added == -1
    scene.tick()
    assert scene.match.clock.added == 2
    assert [event.worth for event in scene.said(Action.ADDED_TIME)] == [2.0]


def test_the_half_ends_when_the_time_lost_has_been_added() -> None:
    scene = at(45, lost=170.0)
    scene.tick(170 * TICKS_PER_SECOND - 1)
    assert scene.match.clock.half == 1
    scene.tick()
    assert scene.match.clock.half == 2
    assert len(scene.said(Action.HALF_END)) == 1


def test_added_time_grows_with_what_is_lost_in_it_and_never_shrinks() -> None:
    scene = at(45, lost=60.0)
    scene.tick()
    scene.match.clock.lost += 30.0
    scene.tick(60 * TICKS_PER_SECOND + 10)
    assert scene.match.clock.half == 1
    scene.match.clock.lost = 0.0
    scene = at(45, lost=120.0)
    scene.tick()
    scene.match.clock.lost = 0.0
    scene.tick(119 * TICKS_PER_SECOND)
    assert scene.match.clock.half == 1


def test_the_era_scales_time_lost() -> None:
    scene = at(45, lost=200.0)
    scene.setup.competition.time_lost = 0.5
    scene.tick()
    assert scene.match.clock.added == 1


def test_a_scenario_may_say_how_much_is_added_to_its_own_half_only() -> None:
    for half, added in ((2, 4), (1, 1)):
        scene = at(45, half=half, lost=65.0)
        scene.setup.start.half = 2
        scene.setup.competition.added_seconds = 250.0
        scene.tick()
        assert scene.match.clock.added == added
    scene = at(45, half=2)
    scene.setup.start.half = 2
    scene.setup.competition.added_seconds = 250.0
    scene.tick(250 * TICKS_PER_SECOND)
    assert scene.match.clock.over == 1


def test_a_late_start_in_added_time_announces_it_at_once() -> None:
    scene = at(46, half=2, lost=300.0)
    scene.tick()
    assert scene.match.clock.added == 5


def test_a_live_attack_in_the_final_third_may_end_but_not_for_long() -> None:
    scene = at(45)
    scene.match.having = 0
    scene.ball(30.0, 0.0)
    scene.tick(int(LET_PLAY_END * TICKS_PER_SECOND) - 1)
    assert scene.match.clock.half == 1
    scene.tick(2)
    assert scene.match.clock.half == 2


def test_nobody_waits_for_a_ball_elsewhere_or_a_restart() -> None:
    scene = at(45)
    scene.match.having = 1
    scene.ball(30.0, 0.0)
    scene.tick()
    assert scene.match.clock.half == 2
    scene = at(45)
    award(scene.match, Restart.CORNER, 0, 52.0, 33.5)
    scene.tick()
    assert scene.match.clock.half == 2


def test_after_a_goal_with_the_last_kick_there_is_no_kick_off() -> None:
    scene = at(45)
    scene.match.having = 0
    scene.ball(52.7, 0.0, was=(52.0, 0.0))
    scene.tick()
    assert scene.match.teams[0].goals == 1
    scene.tick(50 * TICKS_PER_SECOND)  # the time the celebration lost
    assert scene.match.clock.half == 2


def test_a_half_is_extended_until_a_penalty_is_completed() -> None:
    scene = at(45)
    award(scene.match, Restart.PENALTY, 0, 41.5, 0.0)
    scene.tick(60 * TICKS_PER_SECOND)
    assert scene.awarded() == (Restart.PENALTY, 0)
    scene.restart(Restart.PENALTY, 9, 41.5, 0.0)
    scene.tick(5)
    assert scene.match.clock.half == 1
    scene.deflect(AWAY)  # off the keeper, and in
    scene.tick()
    scene.ball(52.7, 0.0, was=(52.0, 0.0))
    scene.tick()
    assert scene.match.teams[0].goals == 1
    assert scene.match.clock.half == 2


def test_there_is_no_playing_the_rebound_of_such_a_penalty() -> None:
    for slot in (9, AWAY + 3):
        scene = at(45)
        award(scene.match, Restart.PENALTY, 0, 41.5, 0.0)
        scene.tick(60 * TICKS_PER_SECOND)
        scene.restart(Restart.PENALTY, 9, 41.5, 0.0)
        scene.deflect(AWAY)
        scene.tick()
        assert scene.match.clock.half == 1
        scene.kick(slot)
        scene.tick()
        assert scene.match.clock.half == 2


def test_the_second_half_is_kicked_off_by_the_other_side_at_swapped_ends() -> None:
    for kicked_off in (0, 1):
        scene = at(45)
        scene.match.kicked_off = kicked_off
        scene.tick()
        assert scene.awarded() == (Restart.KICK_OFF, 1 - kicked_off)
        assert scene.match.teams[0].attacks == -1
        assert (scene.match.clock.tick, scene.match.clock.added, scene.match.clock.lost) == (0, -1, 0.0)
        scene.tick()
        assert scene.said(Action.HALF_START)[0].half == 2


def test_a_league_match_ends_after_ninety_minutes() -> None:
    scene = at(45, half=2)
    scene.tick()
    assert scene.match.clock.over == 1
    assert scene.match.dead.kind == Restart.INTERVAL
    assert len(scene.said(Action.MATCH_END)) == 1
    tick = int(scene.match.clock.tick)
    scene.tick(5)
    assert scene.match.clock.tick == tick


def cup(*, extra: float, shoot_out: int, goals: tuple[int, int] = (1, 1), first_leg: int = 0) -> Scene:
    """A cup tie in the last tick of its second half."""
    scene = at(45, half=2)
    competition = scene.setup.competition
    competition.extra_seconds, competition.shoot_out, competition.first_leg = extra, shoot_out, first_leg
    scene.match.teams[0].goals, scene.match.teams[1].goals = goals
    scene.tick()
    return scene


def test_a_level_cup_tie_has_extra_time_of_two_halves_and_no_golden_goal() -> None:
    scene = cup(extra=900.0, shoot_out=0)
    assert scene.match.clock.half == 3
    first = scene.awarded()
    scene.match.clock.tick = 15 * MINUTE
    scene.match.teams[0].goals = 2
    scene.match.dead.kind = 0
    scene.match.having = 1
    scene.tick()
    assert scene.match.clock.half == 4
    assert scene.awarded() == (Restart.KICK_OFF, 1 - first[1])
    scene.match.clock.tick = 15 * MINUTE
    scene.match.dead.kind = 0
    scene.tick()
    assert scene.match.clock.over == 1


def test_the_toss_for_extra_time_falls_both_ways() -> None:
    sides = set()
    for seed in range(20):
        scene = at(45, half=2)
        scene.match.seed = seed
        scene.setup.competition.extra_seconds = 900.0
        scene.tick()
        sides.add(scene.awarded()[1])
    assert sides == {0, 1}  # all alike once in 500,000


@pytest.mark.parametrize(
    ("goals", "first_leg", "half"),
    [((1, 1), 0, 3), ((2, 1), 0, 2), ((2, 1), -1, 3), ((1, 1), 2, 2), ((0, 2), 2, 3)],
)
def test_the_first_leg_counts(goals: tuple[int, int], first_leg: int, half: int) -> None:
    scene = cup(extra=900.0, shoot_out=1, goals=goals, first_leg=first_leg)
    assert scene.match.clock.half == half
    assert scene.match.clock.over == int(half == 2)


def test_kicks_from_the_mark_follow_at_once_where_there_is_no_extra_time() -> None:
    scene = cup(extra=0.0, shoot_out=1)
    assert scene.match.clock.half == 5
    assert scene.awarded()[0] == Restart.SHOOT_OUT


def test_the_clock_starts_anew_each_half() -> None:
    scene = in_play()
    open_half(scene.match, scene.setup, 1, 0)
    scene.tick(3)
    assert scene.match.clock.tick == 3
    assert scene.said(Action.HALF_START)[0].second == 0.0


def test_ball_in_play_is_counted_apart_from_the_clock() -> None:
    scene = in_play()
    scene.tick(4)
    scene.ball(0.0, 34.3, was=(0.0, 33.0))
    scene.tick(10)
    assert scene.match.in_play == 5
