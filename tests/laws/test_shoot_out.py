from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.events import Action
from game.laws.shoot_out import KICKS, LONGEST, decided, next_kick
from game.state import SIDE, SLOTS, Restart
from tests.laws.scenes import Scene, in_play


def shoot_out(*, seed: int = 1, off: tuple[int, ...] = ()) -> Scene:
    """The first kick from the mark, with `off` sent off."""
    scene = in_play(seed=seed)
    for slot in off:
        scene.match.players[slot].on = 0
    scene.match.clock.half = 5
    next_kick(scene.match)
    return scene


def take(scene: Scene, *, goal: bool) -> int:
    """Take the kick that is due; the taker's slot."""
    dead = scene.match.dead
    taker = int(dead.taker)
    scene.match.tick = dead.ready
    scene.kick(taker, shot=1)
    scene.tick()
    y = 1.0 if goal else 8.0
    scene.ball(52.7, y, was=(52.0, y))
    scene.tick()
    return taker


def test_ball_on_the_mark_taker_at_it_keeper_on_his_line_the_rest_away() -> None:
    scene = shoot_out()
    dead = scene.match.dead
    keeper = (1 - dead.side) * SIDE
    assert (dead.kind, dead.x, dead.y) == (Restart.SHOOT_OUT, 41.5, 0.0)
    assert abs(scene.match.players[dead.taker].x - 41.5) < 1.0
    assert (scene.match.players[keeper].x, scene.match.players[keeper].y) == (52.5, 0.0)
    for slot in range(SLOTS):
        player = scene.match.players[slot]
        assert slot in (dead.taker, keeper) or player.x**2 + player.y**2 < 9.15**2


def test_sides_kick_in_turn_at_one_end_and_the_score_of_the_match_stands() -> None:
    scene = shoot_out()
    first = int(scene.match.dead.side)
    for kick in range(6):
        assert scene.awarded() == (Restart.SHOOT_OUT, (first + kick) % 2)
        assert scene.match.dead.x == 41.5
        take(scene, goal=True)
    assert [team.kicks_taken for team in scene.match.teams] == [3, 3]
    assert [team.kicks_scored for team in scene.match.teams] == [3, 3]
    assert [team.goals for team in scene.match.teams] == [0, 0]
    assert len(scene.said(Action.SHOOT_OUT_KICK)) == 6


def test_the_clock_stands_still() -> None:
    scene = shoot_out()
    tick = int(scene.match.clock.tick)
    in_play_before = int(scene.match.in_play)
    take(scene, goal=True)
    assert scene.match.clock.tick == tick
    assert scene.match.in_play == in_play_before


def test_three_nil_after_three_each_is_over() -> None:
    scene = shoot_out()
    first = int(scene.match.dead.side)
    for kick in range(6):
        assert scene.match.clock.over == 0
        take(scene, goal=kick % 2 == 0)
    assert scene.match.clock.over == 1
    assert scene.match.teams[first].kicks_scored == 3
    assert len(scene.said(Action.MATCH_END)) == 1


def test_level_after_five_each_the_pairs_decide() -> None:
    scene = shoot_out()
    for _ in range(10):
        take(scene, goal=True)
    assert scene.match.clock.over == 0
    take(scene, goal=True)
    assert scene.match.clock.over == 0
    take(scene, goal=False)
    assert scene.match.clock.over == 1


def takers(scene: Scene, kicks: int) -> Iterator[int]:
    """The slots that take the next `kicks` kicks, all scored."""
    for _ in range(kicks):
        yield take(scene, goal=True)


def test_everybody_kicks_before_anybody_kicks_twice() -> None:
    order = list(takers(shoot_out(), 24))
    for side in (0, 1):
        mine = [slot for slot in order if slot // SIDE == side]
        assert len(set(mine[:SIDE])) == SIDE
        assert mine[SIDE] == mine[0]


def test_the_larger_side_reduces_to_equal_and_men_sent_off_take_none() -> None:
    order = list(takers(shoot_out(off=(5, 7)), 20))
    mine = [slot for slot in order if slot // SIDE == 0]
    theirs = [slot for slot in order if slot // SIDE == 1]
    assert not {5, 7} & set(mine)
    assert len(set(mine)) == len(set(theirs)) == 9
    assert theirs[9] == theirs[0]


def test_off_the_keeper_or_the_post_and_in_is_a_goal() -> None:
    scene = shoot_out()
    side = int(scene.match.dead.side)
    scene.match.tick = scene.match.dead.ready
    scene.kick(scene.match.dead.taker, shot=1)
    scene.tick()
    scene.deflect((1 - side) * SIDE)
    scene.tick()
    assert scene.match.teams[side].kicks_taken == 0
    scene.ball(52.7, 1.0, was=(52.0, 1.0))
    scene.tick()
    assert scene.match.teams[side].kicks_scored == 1


@pytest.mark.parametrize("end", ["held", "rebound", "rest", "long"])
def test_a_kick_is_over_when(end: str) -> None:
    scene = shoot_out()
    side = int(scene.match.dead.side)
    taker = int(scene.match.dead.taker)
    scene.match.tick = scene.match.dead.ready
    scene.kick(taker, shot=1)
    scene.tick(2)
    assert scene.match.teams[side].kicks_taken == 0
    if end == "held":
        scene.control((1 - side) * SIDE, held=1)
    elif end == "rebound":
        scene.kick(taker, shot=1)
    elif end == "rest":
        scene.match.ball.vx = 0.0
    else:
        scene.tick(LONGEST)
    scene.tick()
    assert scene.match.teams[side].kicks_taken == 1
    assert scene.match.teams[side].kicks_scored == 0
    assert scene.awarded() == (Restart.SHOOT_OUT, 1 - side)


def test_the_toss_lets_either_side_begin() -> None:
    assert {shoot_out(seed=seed).awarded()[1] for seed in range(20)} == {0, 1}


def can_still_change(scored: tuple[int, int], taken: tuple[int, int]) -> bool:
    """Whether any way of taking the kicks still due in this round ends otherwise: by trying them all."""
    due = max(KICKS, *taken)
    outcomes = set()
    for home in range(due - taken[0] + 1):
        for away in range(due - taken[1] + 1):
            lead = scored[0] + home - scored[1] - away
            outcomes.add((lead > 0) - (lead < 0))
    return len(outcomes) > 1 or outcomes == {0}


@given(st.lists(st.booleans(), min_size=1, max_size=24))
def test_it_is_decided_exactly_when_nothing_can_change_it(goals: list[bool]) -> None:
    scene = in_play()
    for kick, goal in enumerate(goals):
        team = scene.match.teams[kick % 2]
        team.kicks_taken += 1
        team.kicks_scored += int(goal)
    home, away = scene.match.teams
    scored = (int(home.kicks_scored), int(away.kicks_scored))
    taken = (int(home.kicks_taken), int(away.kicks_taken))
    assert decided(scene.match) == (not can_still_change(scored, taken))
