from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.physics.stamina import EMPTY_IN, REST_IN, SPRINT_FROM, tire
from game.record import blank
from game.state import DT, Man, Match, Player

shares = st.floats(0.0, 1.0)


def man_with(stamina: float, *, breath: float = 1.0, legs: float = 1.0) -> tuple[Player, Man]:
    """A man and his body."""
    player, man = blank(Match).players[0], blank(Man)
    man.stamina = stamina
    player.breath, player.legs = breath, legs
    return player, man


def run_for(player: Player, man: Man, speed: float, seconds: float) -> None:
    """Tire him so long."""
    for _ in range(round(seconds / DT)):
        tire(player, man, speed)


@settings(max_examples=40)
@given(shares, shares, shares, st.floats(0.0, 10.0), st.floats(0.0, 120.0))
def test_breath_and_legs_stay_between_empty_and_full_and_legs_only_fall(
    stamina: float, breath: float, legs: float, speed: float, seconds: float
) -> None:
    player, man = man_with(stamina, breath=breath, legs=legs)
    run_for(player, man, speed, seconds)
    assert 0.0 <= player.breath <= 1.0
    assert 0.0 <= player.legs <= legs


@given(shares, st.floats(SPRINT_FROM + 0.5, 9.5))
def test_a_sprint_costs_breath_and_a_walk_brings_it_back(stamina: float, speed: float) -> None:
    player, man = man_with(stamina)
    run_for(player, man, speed, 3.0)
    spent = float(player.breath)
    assert spent < 1.0
    run_for(player, man, 1.5, 3.0)
    assert player.breath > spent


def test_an_average_man_is_empty_after_the_sprint_and_fresh_after_the_rest_that_are_written_down() -> None:
    """At 3 m/s above SPRINT_FROM, then standing; a tenth is what `need` departs from one at stamina 0.5."""
    player, man = man_with(0.5)
    run_for(player, man, SPRINT_FROM + 3.0, 0.9 * EMPTY_IN)
    assert 0.0 < player.breath < 0.2
    run_for(player, man, SPRINT_FROM + 3.0, 0.2 * EMPTY_IN)
    assert player.breath == 0.0
    run_for(player, man, 0.0, 1.1 * REST_IN)
    assert player.breath == 1.0


@settings(max_examples=40)
@given(shares, shares, st.floats(1.0, 9.0))
def test_the_fitter_man_keeps_more(one: float, two: float, speed: float) -> None:
    left = []
    for stamina in sorted((one, two)):
        player, man = man_with(stamina)
        run_for(player, man, speed, 20.0)
        left.append((float(player.breath), float(player.legs)))
    assert left[0][0] <= left[1][0]
    assert left[0][1] <= left[1][1]


def test_legs_wear_with_the_square_of_speed() -> None:
    worn = []
    for speed in (2.0, 4.0):
        player, man = man_with(0.6)
        run_for(player, man, speed, 60.0)
        worn.append(1.0 - float(player.legs))
    assert worn[1] == pytest.approx(4.0 * worn[0], rel=1e-6)
