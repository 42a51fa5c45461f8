from __future__ import annotations

from game.events import Action
from game.laws.changes import change_at_half_time, make_changes
from game.state import NOBODY, SIDE, SLOTS
from tests.laws.scenes import Scene, in_play


def tired(*, seed: int = 1, minute: float = 70.0) -> Scene:
    """A match in its second half with tired men."""
    scene = in_play(seed=seed, half=2, second=(minute - 45.0) * 60.0)
    for slot in range(SLOTS):
        scene.match.players[slot].legs = 0.7
    return scene


def stop(scene: Scene) -> None:
    """A new stoppage."""
    scene.match.tick += 500
    scene.match.dead.since = scene.match.tick
    make_changes(scene.match, scene.setup, scene.notes, NOBODY)


def changed(scene: Scene, side: int = 0) -> list[int]:
    """The slots of `side` that have a new man, in order of coming on."""
    return [int(event.slot) for event in scene.said(Action.SUBSTITUTION) if event.slot // SIDE == side]


def test_nobody_is_changed_before_minute_55() -> None:
    for half, minute in ((1, 20.0), (2, 50.0), (2, 55.0)):
        scene = tired(minute=minute if half == 2 else 45.0 + minute)
        scene.match.clock.half = half
        stop(scene)
        assert changed(scene) == []


def test_the_most_tired_man_goes_first() -> None:
    scene = tired(minute=67.0)
    scene.match.players[7].legs = 0.5
    stop(scene)
    assert changed(scene)[0] == 7


def test_a_booked_man_goes_before_one_a_little_more_tired() -> None:
    scene = tired(minute=67.0)
    scene.match.players[7].legs = 0.65
    scene.match.players[3].yellow = 1
    stop(scene)
    assert changed(scene)[0] == 3


def test_keepers_and_the_man_a_person_controls_stay_on() -> None:
    scene = tired(minute=67.0)
    scene.match.players[0].legs = 0.1
    scene.match.players[7].legs = 0.2
    scene.setup.start.controlled = 7
    stop(scene)
    assert not {0, 7} & set(changed(scene))
    assert changed(scene)


def test_by_the_end_a_side_has_used_its_windows_and_at_most_five_men() -> None:
    men = []
    for seed in range(30):
        scene = tired(seed=seed)
        for minute in range(46, 94):
            scene.match.clock.tick = (minute - 45) * 1200
            stop(scene)
        assert scene.match.teams[0].windows == 3
        assert 3 <= scene.match.teams[0].substitutions <= 5
        men.append(int(scene.match.teams[0].substitutions))
        assert len(set(changed(scene))) == len(changed(scene))  # no substitute is changed again
    assert 4.0 < sum(men) / len(men) < 5.0


def test_a_match_entered_late_does_not_begin_with_three_windows() -> None:
    scene = tired(minute=88.9)
    for _ in range(5):
        stop(scene)
    assert len(changed(scene)) <= 2


def test_one_change_is_one_window_even_at_a_crowded_stoppage() -> None:
    scene = tired(minute=67.0)
    stop(scene)
    before = len(changed(scene))
    make_changes(scene.match, scene.setup, scene.notes, NOBODY)
    assert len(changed(scene)) == before


def test_the_hurt_man_is_replaced_at_any_time() -> None:
    scene = tired(minute=46.0)
    scene.match.clock.half = 1
    scene.match.players[6].on = 0
    scene.match.dead.since = scene.match.tick
    make_changes(scene.match, scene.setup, scene.notes, 6)
    assert scene.match.players[6].on == 1
    assert scene.match.players[6].man >= SIDE


def test_without_changes_left_his_side_plays_on_short() -> None:
    scene = tired(minute=46.0)
    scene.match.players[6].on = 0
    scene.match.teams[0].windows = 3
    scene.match.dead.since = scene.match.tick
    make_changes(scene.match, scene.setup, scene.notes, 6)
    assert scene.match.players[6].on == 0


def test_half_time_changes_cost_no_window_and_no_time() -> None:
    sides = 0
    for seed in range(40):
        scene = tired(seed=seed)
        change_at_half_time(scene.match, scene.setup, scene.notes)
        sides += scene.match.teams[0].substitutions
        assert scene.match.teams[0].windows == 0
        assert scene.match.clock.lost == 0.0
    assert 2 <= sides <= 20  # 10 expected; outside once in 1,000
