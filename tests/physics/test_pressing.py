from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.physics.pressing import nearest_rival, pressure
from tests.boards import LETTERS, empty_pitch

G = LETTERS.index("G")
gaps = st.floats(0.1, 30.0)


def felt(*away: float) -> float:
    """The pressure on a man with rivals so far away."""
    rivals = {letter: (gap, 0.0) for letter, gap in zip("ghij", away, strict=False)}
    return float(pressure(empty_pitch(G=(0.0, 0.0), **rivals).match, G))


@given(gaps, gaps)
def test_the_nearer_the_nearest_rival_the_more_pressure(one: float, two: float) -> None:
    low, high = sorted((one, two))
    assert 0.0 <= felt(high) <= felt(low) <= 1.0
    assert felt(low, high) == felt(low)


def test_at_his_heels_it_is_nearly_all_and_ten_metres_off_nearly_nothing() -> None:
    assert felt(0.7) > 0.8
    assert felt(10.0) < 0.02


def test_mates_and_rivals_on_the_ground_press_nobody() -> None:
    play = empty_pitch(G=(0.0, 0.0), H=(0.8, 0.0), g=(0.8, 0.5))
    before = pressure(play.match, G)
    play.man("g").down_until = play.match.tick + 10
    assert pressure(play.match, G) < 0.01 < before


@given(st.lists(st.floats(0.5, 40.0), min_size=1, max_size=3))
def test_the_nearest_rival_is_the_nearest_of_those_on_their_feet(away: list[float]) -> None:
    play = empty_pitch(
        G=(0.0, 0.0), H=(0.2, 0.0), **{letter: (0.0, far) for letter, far in zip("bcd", away, strict=False)}
    )
    assert nearest_rival(play.match, LETTERS.index("G")) == pytest.approx(min(away))
