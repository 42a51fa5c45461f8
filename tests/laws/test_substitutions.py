from __future__ import annotations

import pytest

from game.events import Action
from game.laws.substitutions import (
    ANOTHER_LINE,
    CHANGE_LOST,
    OUT_OF_PLACE,
    changes_left,
    count_men,
    keep_goal,
    pick_substitute,
    replace,
)
from game.post import Post
from game.state import NOBODY, SIDE
from tests.laws.scenes import AWAY, BENCH, Scene, in_play


def stopped(tick: int = 2000) -> Scene:
    """A match at a stoppage that began at `tick`."""
    scene = in_play()
    scene.match.tick = tick
    scene.match.dead.since = tick
    return scene


def change(scene: Scene, slot: int) -> None:
    """Replace `slot` by the man who fits best."""
    place = pick_substitute(scene.match, scene.setup, slot, OUT_OF_PLACE)
    replace(scene.match, scene.setup, scene.notes, slot, place)


@pytest.mark.parametrize("slot", range(SIDE))
def test_a_man_of_the_same_post_comes_on(slot: int) -> None:
    scene = stopped()
    place = pick_substitute(scene.match, scene.setup, slot, ANOTHER_LINE)
    post = scene.setup.sheets[0].post[slot]
    if post in (Post.RB, Post.LB, Post.RW):  # none of these on the bench, or one for two
        assert BENCH[place] in (Post.CB, Post.RB, Post.LW)
    else:
        assert BENCH[place] == post


def test_nobody_comes_on_twice() -> None:
    scene = stopped()
    came = []
    for slot in (2, 3, 6, 7, 9):
        change(scene, slot)
        came.append(int(scene.match.players[slot].man))
    assert len(set(came)) == 5
    assert min(came) >= SIDE


def test_the_new_man_is_fresh_unbooked_and_at_the_touch_line() -> None:
    scene = stopped()
    player = scene.match.players[6]
    player.legs, player.breath, player.yellow = 0.5, 0.3, 1
    change(scene, 6)
    assert (player.legs, player.breath, player.yellow, player.on) == (1.0, 1.0, 0, 1)
    assert abs(player.y) > 33.0
    event = scene.said(Action.SUBSTITUTION)[0]
    assert (event.slot, event.man, event.worth) == (6, player.man, 6.0)
    assert scene.match.teams[0].substitutions == 1


def test_five_men_in_three_windows() -> None:
    scene = stopped()
    for tick, slots in ((2000, (2, 3)), (3000, (6,)), (4000, (7,))):
        scene.match.dead.since = tick
        for slot in slots:
            assert changes_left(scene.match, scene.setup, 0) > 0
            change(scene, slot)
    assert changes_left(scene.match, scene.setup, 0) == 1  # the third window is still open
    scene.match.dead.since = 5000
    assert changes_left(scene.match, scene.setup, 0) == 0
    assert scene.match.teams[0].windows == 3


def test_extra_time_gives_one_more_man_and_window() -> None:
    scene = stopped()
    scene.match.teams[0].windows = 3
    scene.match.teams[0].substitutions = 5
    assert changes_left(scene.match, scene.setup, 0) == 0
    scene.match.clock.half = 3
    assert changes_left(scene.match, scene.setup, 0) == 1


def test_one_stoppage_loses_its_time_once_and_costs_each_side_a_window() -> None:
    scene = stopped()
    change(scene, 2)
    change(scene, 6)
    change(scene, AWAY + 2)
    assert scene.match.clock.lost == CHANGE_LOST
    assert [team.windows for team in scene.match.teams] == [1, 1]


def test_an_outfield_man_does_not_replace_a_keeper_while_there_is_one_nor_a_keeper_him() -> None:
    scene = stopped()
    assert BENCH[pick_substitute(scene.match, scene.setup, 0, OUT_OF_PLACE)] == Post.GK
    scene.match.teams[0].used = 0b1111110
    assert pick_substitute(scene.match, scene.setup, 6, OUT_OF_PLACE) == NOBODY
    scene.match.teams[0].used = 0b0000001
    assert BENCH[pick_substitute(scene.match, scene.setup, 0, OUT_OF_PLACE)] != Post.GK


def test_an_empty_place_on_the_bench_is_nobody() -> None:
    scene = stopped()
    for place in range(len(BENCH)):
        scene.setup.sheets[0].bench[place] = NOBODY
    assert pick_substitute(scene.match, scene.setup, 6, OUT_OF_PLACE) == NOBODY


def test_the_substitute_keeper_comes_on_for_a_forward_when_the_keeper_is_off() -> None:
    scene = stopped()
    scene.match.players[0].on = 0
    keep_goal(scene.match, scene.setup, scene.notes, 0)
    assert scene.match.players[0].on == 1
    assert scene.match.players[0].man == SIDE  # the bench keeper
    assert scene.match.players[9].on == 0
    assert count_men(scene.match, 0) == 10


def test_a_forward_takes_the_gloves_when_no_change_is_left() -> None:
    scene = stopped()
    scene.match.players[0].on = 0
    scene.match.players[9].yellow = 1
    scene.match.teams[0].substitutions = 5
    keep_goal(scene.match, scene.setup, scene.notes, 0)
    assert scene.match.players[0].man == 9
    assert scene.match.players[0].yellow == 1
    assert scene.match.players[9].on == 0
    assert count_men(scene.match, 0) == 10


def test_the_man_a_person_controls_stays_in_his_place() -> None:
    scene = stopped()
    scene.setup.start.controlled = 9
    scene.match.players[0].on = 0
    keep_goal(scene.match, scene.setup, scene.notes, 0)
    assert scene.match.players[9].on == 1
