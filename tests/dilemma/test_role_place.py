import pytest
from hypothesis import given
from hypothesis import strategies as st

import game
from game.dilemma.role_place import BALL_AT, LINE_AT, RoleMap, line_height
from game.pitch import HALF_LENGTH

across = st.floats(-34, 34)
along = st.floats(-HALF_LENGTH, HALF_LENGTH)


MAP = RoleMap.of(game.kick_off("full-match", seed=1)[1], 0)


@pytest.mark.parametrize(("ball", "line"), list(zip(BALL_AT, LINE_AT, strict=True)))
def test_the_line_stands_where_real_lines_do(ball, line):
    assert line_height(ball) == pytest.approx(line)


@given(st.floats(0, 105), st.floats(0, 105))
def test_the_further_the_ball_the_higher_the_line(one, other):
    assert line_height(min(one, other)) <= line_height(max(one, other))


@given(along, across)
def test_the_right_back_belongs_right_of_the_left_back_and_behind_the_strikers(ball_x, ball_y):
    places = [MAP.place(k, ball_x, ball_y) for k in range(11)]
    assert places[1][1] < places[2][1] < places[3][1] < places[4][1]
    assert max(x for x, _ in places[1:5]) < min(x for x, _ in places[9:])


def test_a_spot_before_goal_is_the_centre_backs_and_a_wing_the_full_backs():
    assert MAP.guard_of(-45.0, -2.0) == 2
    assert MAP.guard_of(-45.0, 2.0) == 3
    assert MAP.guard_of(-40.0, -30.0) == 1
    assert MAP.guard_of(-40.0, 30.0) == 4


@given(along, across)
def test_every_spot_is_somebodys_to_guard(x, y):
    assert 1 <= MAP.guard_of(x, y) <= 10
