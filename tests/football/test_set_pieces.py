"""Set pieces attacked and defended: the corner's posts and edge, men who stay, the wall, who guards what."""

from __future__ import annotations

import numpy as np
import pytest

from game.brain.explain import explain
from game.intent import Intent
from game.match import run_on
from game.pitch import BOX_LINE, CIRCLE, GOAL_HALF, HALF_LENGTH, THROWN_FROM, length
from game.state import TICKS_PER_SECOND, Restart
from tests.boards import LETTERS, Play, positions
from tests.football.elevens import mean, share
from tests.football.test_late import EARLY, stopped


def ready(kind: Restart, spot: tuple[float, float]) -> list[Play]:
    """Everybody where he wants to be, just before it is taken."""
    plays = stopped(kind, spot, EARLY)
    for play in plays:
        run_on(play.match, play.setup, play.notes, 18 * TICKS_PER_SECOND)
    return plays


def test_a_corner_is_attacked_at_both_posts_and_somebody_stays() -> None:
    near, far, stay = [], [], []
    for play in ready(Restart.CORNER, (52.4, 33.8)):
        men = [(float(play.man(letter).x), float(play.man(letter).y)) for letter in "BCDEFGHIJK"]
        box = [(x, y) for x, y in men if x > BOX_LINE]
        near.append(any(y > 0.0 for _, y in box))
        far.append(any(y < -2.0 for _, y in box))
        stay.append(sum(x < 15.0 for x, _ in men) >= 2)
    assert min(share(near), share(far), share(stay)) > 0.8


def test_a_corner_is_defended_in_numbers() -> None:
    for play in ready(Restart.CORNER, (52.4, 33.8)):
        back = sum(play.man(letter).x > BOX_LINE - 1.0 for letter in "bcdefghijk")
        assert back >= 6


def test_the_near_post_and_the_six_yard_line_are_guarded_at_a_corner() -> None:
    """Within two metres and a half of the near post, and somebody else within seven metres of the line before it."""
    post, line = [], []
    for play in ready(Restart.CORNER, (52.4, 33.8)):
        men = [(HALF_LENGTH - float(play.man(letter).x), float(play.man(letter).y)) for letter in "bcdefghijk"]
        post.append(any(length(x, y - GOAL_HALF) < 2.5 for x, y in men))
        line.append(sum(x < 7.0 and abs(y) < 6.0 for x, y in men) >= 2)
    assert min(share(post), share(line)) > 0.8


def test_a_keeper_awaits_a_corner_in_the_middle_of_his_goal() -> None:
    for play in ready(Restart.CORNER, (52.4, 33.8)):
        assert abs(play.man("a").y) < 1.0
        assert HALF_LENGTH - play.man("a").x < 3.0


def test_a_free_kick_within_range_meets_a_wall_of_three() -> None:
    for play in ready(Restart.DIRECT, (29.0, 3.0)):
        away = [length(play.man(letter).x - 29.0, play.man(letter).y - 3.0) for letter in "bcdefghijk"]
        assert np.sum(np.abs(np.array(away) - CIRCLE) < 1.2) >= 3


@pytest.mark.parametrize(
    ("spot", "least", "most"), [((34.0, 3.0), 5, 5), ((28.0, 3.0), 3, 5), ((25.0, 3.0), 3, 4), ((38.0, 27.0), 2, 2)]
)
def test_the_nearer_a_free_kick_the_more_men_in_the_wall(spot: tuple[float, float], least: int, most: int) -> None:
    walls = []
    for play in ready(Restart.DIRECT, spot):
        aim = float(np.arctan2(-spot[1], HALF_LENGTH - spot[0]))
        men = [(float(play.man(letter).x) - spot[0], float(play.man(letter).y) - spot[1]) for letter in "bcdefghijk"]
        away = [abs(length(x, y) - CIRCLE) < 1.2 and abs(np.arctan2(y, x) - aim) < 0.25 for x, y in men]
        walls.append(sum(away))
    assert least <= np.median(walls) <= most


def test_a_line_is_held_before_a_free_kick_from_afar() -> None:
    for play in ready(Restart.DIRECT, (20.0, 14.0)):
        deep = [HALF_LENGTH - play.man(letter).x for letter in "BCDEFGHIJKbcdefghijk"]
        assert min(deep) > 11.5
        assert np.sum(np.array(deep) < 20.0) >= 6


def test_before_a_wide_free_kick_both_sides_spread_along_the_line_and_the_attackers_run_at_it() -> None:
    """Nobody waits in a column: twelve metres at least between the outermost, and they start from behind the line."""
    for play in ready(Restart.DIRECT, (22.0, 27.0)):
        line = sorted(float(play.man(letter).x) for letter in "bcdefghijk")[-2]
        runners = [(float(play.man(letter).x), float(play.man(letter).y)) for letter in "BCDEFGHIJK"]
        runners = [(x, y) for x, y in runners if line - 10.0 < x < line + 0.5 and abs(y) < 20.0]
        assert len(runners) >= 5
        across = [y for _, y in runners]
        assert max(across) - min(across) > 12.0
        assert np.median([line - x for x, _ in runners]) > 2.0


def test_nobody_stands_rooted_to_a_spot_while_he_waits_for_a_free_kick() -> None:
    """In ten seconds most men of either side move by a metre and a half and more, though the ball lies still."""
    moved = []
    for play in stopped(Restart.DIRECT, (-20.0, 10.0), EARLY):
        play.match.dead.ready += 40 * TICKS_PER_SECOND
        run_on(play.match, play.setup, play.notes, 12 * TICKS_PER_SECOND)
        before = [(float(play.man(letter).x), float(play.man(letter).y)) for letter in "BCDEFGHIJKbcdefghijk"]
        far = np.zeros(len(before))
        for _ in range(20):
            run_on(play.match, play.setup, play.notes, TICKS_PER_SECOND // 2)
            now = [(float(play.man(letter).x), float(play.man(letter).y)) for letter in "BCDEFGHIJKbcdefghijk"]
            far = np.maximum(far, [length(x - u, y - v) for (x, y), (u, v) in zip(now, before, strict=True)])
        moved.append(float(np.mean(far > 1.5)))
    assert np.mean(moved) > 0.6


def test_nobody_changes_his_man_while_he_waits_for_a_delivery() -> None:
    """Each keeps the rival he looks after once everybody is there, and no two look after one."""
    changes = []
    for kind, spot in ((Restart.CORNER, (52.4, 33.8)), (Restart.DIRECT, (14.5, 4.0)), (Restart.DIRECT, (24.0, -28.0))):
        for play in ready(kind, spot):
            before = [int(play.man(letter).mark) for letter in "bcdefghijk"]
            marked = [mark for mark in before if mark >= 0]
            assert len(set(marked)) == len(marked)
            for _ in range(6):
                run_on(play.match, play.setup, play.notes, TICKS_PER_SECOND // 4)
                if play.match.dead.kind != kind:
                    break
                changes.append(before != [int(play.man(letter).mark) for letter in "bcdefghijk"])
    assert len(changes) > 20
    assert share(changes) < 0.1


def test_most_free_kicks_from_the_wing_go_into_the_box() -> None:
    into = []
    for play in stopped(Restart.DIRECT, (34.0, 24.0), EARLY):
        for _ in range(60):
            run_on(play.match, play.setup, play.notes, TICKS_PER_SECOND)
            if play.match.dead.kind != Restart.DIRECT:
                break
        into.append(play.match.ball.x > BOX_LINE and abs(play.match.ball.y) < 20.0)
    assert share(into) > 0.5


def test_for_a_goal_kick_backs_spread_or_both_sides_gather_at_half_way() -> None:
    spread = 0
    for play in ready(Restart.GOAL_KICK, (-47.0, 5.0)):
        assert play.man("A").x < -HALF_LENGTH + 12.0
        last = sorted(play.man(letter).x for letter in "abcdefghijk")[-2]
        assert max(play.man(letter).x for letter in "JK") < last + 1.0  # offside from the header that follows
        if abs(play.man("B").y - play.man("E").y) > 40.0:
            spread += 1
        else:
            fronts = [play.man(letter).x for letter in "FGHIJKfghijk"]
            assert max(fronts) - min(fronts) < 45.0
            across = [play.man(letter).y for letter in "BCDEFGHIJKbcdefghijk"]
            assert max(across) - min(across) < 40.0
            assert abs(mean(across)) > 3.0  # one side is loaded for it
            for striker in "JK":
                goal_side = [letter for letter in "bcde" if play.man(letter).x > play.man(striker).x - 1.0]
                assert min(play.gap(letter, striker) for letter in goal_side) < 5.0
    assert 0 < spread < 8


def test_nobody_stands_rooted_to_a_spot_while_a_restart_is_awaited() -> None:
    for kind, spot in ((Restart.GOAL_KICK, (-47.0, 5.0)), (Restart.DIRECT, (34.0, 24.0))):
        for play in ready(kind, spot):
            before = positions(play.match)
            play.match.dead.ready = play.match.tick + 60 * TICKS_PER_SECOND
            run_on(play.match, play.setup, play.notes, 10 * TICKS_PER_SECOND)
            assert play.match.dead.kind == kind
            moved = np.hypot(*(positions(play.match) - before).T)
            assert np.sum(moved > 0.5) > 11


def test_the_keeper_leaves_the_side_of_the_wall_to_it() -> None:
    for side in (-6.0, 6.0):
        for play in ready(Restart.DIRECT, (30.0, side)):
            assert play.man("a").y * side < 0.0  # the wall stands before the near post
            assert play.man("a").x > HALF_LENGTH - 2.5


def test_no_goal_kick_goes_behind_his_own_line() -> None:
    for play in stopped(Restart.GOAL_KICK, (-47.0, 5.0), EARLY):
        for _ in range(60):
            run_on(play.match, play.setup, play.notes, TICKS_PER_SECOND // 2)
            assert play.match.dead.kind != Restart.CORNER
        assert play.match.dead.kind != Restart.GOAL_KICK


def test_mates_come_for_a_throw_in_in_front_of_behind_and_inside_of_it() -> None:
    for play in ready(Restart.THROW_IN, (5.0, 34.0)):
        near = [letter for letter in "BCDEFGHIJK" if length(play.man(letter).x - 5.0, play.man(letter).y - 34.0) < 16.0]
        assert len(near) >= 4  # the thrower among them
        assert any(play.man(letter).x > 8.0 for letter in near)
        assert any(play.man(letter).x < 2.0 for letter in near)


def test_a_throw_leaves_the_hands_at_the_height_of_a_head() -> None:
    for play in stopped(Restart.THROW_IN, (5.0, 34.0), EARLY):
        while play.match.dead.kind == Restart.THROW_IN:
            run_on(play.match, play.setup, play.notes, 1)
        assert play.match.ball.z > THROWN_FROM - 0.1


def test_everybody_who_comes_in_for_a_corner_is_met_and_nobody_queues() -> None:
    met = []
    for play in ready(Restart.CORNER, (52.4, 33.8)):
        taker = LETTERS[play.match.dead.taker]
        come = [man for man in "BCDEFGHIJK" if man != taker and play.man(man).x > HALF_LENGTH - 25.0]
        met += [min(play.gap(man, rival) for rival in "bcdefghijk") < 3.5 for man in come]
        left = [play.man(letter).x for letter in "bcdefghijk"]
        assert sum(x < HALF_LENGTH - 25.0 for x in left) <= 2
    assert share(met) > 0.85


def test_a_free_kick_is_shot_over_the_wall_away_from_the_keeper() -> None:
    aims = []
    for side in (-6.0, 6.0):
        for play in ready(Restart.DIRECT, (30.0, side)):
            play.match.dead.ready = play.match.dead.since  # it is time
            thoughts = explain(play.match, play.setup, play.match.dead.taker)
            aims += [thought.y * side > 0.0 for thought in thoughts if thought.kind == Intent.SHOOT]
    assert len(aims) >= 8
    assert all(aims)
