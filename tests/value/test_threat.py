from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game import parameters
from game.parameters import Parameters
from game.pitch import HALF_LENGTH, HALF_WIDTH
from game.record import blank
from game.state import Sight
from game.value.shots import xg
from game.value.threat import CAUGHT, catches, chance, cover, danger, place, worth

PLAY = blank(Parameters)
parameters.write(PLAY)
xs = st.floats(-HALF_LENGTH, HALF_LENGTH - 0.5)
ys = st.floats(-HALF_WIDTH, HALF_WIDTH)
men = st.lists(st.tuples(xs, ys), min_size=1, max_size=10)


@given(xs, ys)
def test_worth_is_a_chance_and_left_and_right_are_alike(x: float, y: float) -> None:
    for value in (xg(x, y), place(PLAY, x, y), worth(PLAY, x, y, 0.0), worth(PLAY, x, y, 3.0)):
        assert 0.0 < value < 1.0
    assert xg(x, y) == xg(x, -y)
    assert place(PLAY, x, y) == place(PLAY, x, -y)
    assert worth(PLAY, x, y, 2.0) == worth(PLAY, x, -y, 2.0)


@given(xs, xs, ys)
def test_nearer_the_goal_line_in_the_middle_is_better(one: float, two: float, y: float) -> None:
    low, high = sorted((one, two))
    assert xg(low, 0.0) <= xg(high, 0.0)
    assert place(PLAY, low, 0.0) <= place(PLAY, high, 0.0)
    assert xg(high, y) <= xg(high, 0.0)


@given(xs, ys, st.floats(0, 10), st.floats(0, 10))
def test_the_more_men_in_the_way_the_less_a_ball_is_worth(x: float, y: float, one: float, two: float) -> None:
    low, high = sorted((one, two))
    assert worth(PLAY, x, y, high) <= worth(PLAY, x, y, low)
    assert worth(PLAY, x, y, high) >= place(PLAY, x, y)


@given(xs, ys, xs, ys)
def test_a_man_covers_between_nothing_and_all(x: float, y: float, from_x: float, from_y: float) -> None:
    assert 0.0 <= cover(PLAY, x, y, from_x, from_y, HALF_LENGTH) <= 1.0


@given(st.floats(-30.0, 30.0), st.floats(0.2, 0.9), st.floats(0.0, 15.0), st.floats(0.0, 15.0))
def test_a_man_on_the_way_to_goal_covers_it_best_and_one_behind_the_ball_not_at_all(
    x: float, along: float, one: float, two: float
) -> None:
    on_the_way = x + along * (HALF_LENGTH - x)
    low, high = sorted((one, two))
    assert cover(PLAY, on_the_way, high, x, 0.0, HALF_LENGTH) <= cover(PLAY, on_the_way, low, x, 0.0, HALF_LENGTH)
    assert cover(PLAY, x - 0.1 * (HALF_LENGTH - x) - 1.0, low, x, 0.0, HALF_LENGTH) == 0.0


def seen(mates: list[tuple[float, float]], rivals: list[tuple[float, float]]) -> Sight:
    """A sight of these outfield men, all standing."""
    sight = blank(Sight)
    for first, group in ((1, mates), (12, rivals)):
        for k, (x, y) in enumerate(group, start=first):
            sight.on[k], sight.x[k], sight.y[k] = 1, x, y
    return sight


@given(xs, ys, men)
def test_every_rival_more_lowers_a_sides_chance_and_every_mate_more_the_danger(
    x: float, y: float, group: list[tuple[float, float]]
) -> None:
    threats = [float(chance(PLAY, seen([], group[:count]), x, y, 0.0)) for count in range(len(group) + 1)]
    dangers = [float(danger(PLAY, seen(group[:count], []), x, y, -1)) for count in range(len(group) + 1)]
    assert threats == sorted(threats, reverse=True)
    assert dangers == sorted(dangers, reverse=True)


@given(xs, ys, men)
def test_one_sides_chance_is_the_others_danger_seen_from_the_other_end(
    x: float, y: float, group: list[tuple[float, float]]
) -> None:
    turned = [(-a, -b) for a, b in group]
    assert abs(chance(PLAY, seen([], group), x, y, 0.0) - danger(PLAY, seen(turned, []), -x, -y, -1)) < 1e-12


@given(st.floats(-30.0, 40.0), st.floats(-20.0, 20.0), st.floats(6.0, 12.0))
def test_a_rival_behind_the_ball_gets_goal_side_while_it_is_on_its_way(x: float, y: float, behind: float) -> None:
    late = seen([], [(x - behind, y)])
    assert chance(PLAY, late, x, y, 10.0) < chance(PLAY, late, x, y, 0.0) <= chance(PLAY, seen([], []), x, y, 0.0)


@given(st.floats(5.0, 100.0), st.floats(0.1, 60.0))
def test_a_man_behind_the_ball_counts_the_less_the_further_back_and_the_nearer_goal(far: float, gap: float) -> None:
    assert 0.0 <= catches(PLAY, gap, far) <= min(CAUGHT, catches(PLAY, 0.9 * gap, far))
    assert catches(PLAY, gap, far) <= catches(PLAY, gap, far + 5.0)


@given(xs, ys, men)
def test_leaving_a_man_out_is_as_if_he_were_not_there(x: float, y: float, group: list[tuple[float, float]]) -> None:
    whole, without = seen(group, []), seen(group, [])
    without.on[1] = 0
    assert danger(PLAY, whole, x, y, 1) == danger(PLAY, without, x, y, -1)
