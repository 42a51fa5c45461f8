from __future__ import annotations

import pytest

from game.pitch import HALF_LENGTH
from game.value.shots import xg


@pytest.mark.parametrize(
    ("metres", "share"), [(3, 0.65), (7, 0.38), (10, 0.26), (13, 0.17), (15, 0.12), (18, 0.07), (22, 0.036), (27, 0.02)]
)
def test_xg_is_the_conversion_that_was_measured(metres: float, share: float) -> None:
    """Foot, open play, Wyscout 2017/18, n = 24,430. A formula with three numbers: a quarter of it, or 0.05, off."""
    assert xg(HALF_LENGTH - metres, 0.0) == pytest.approx(share, rel=0.35, abs=0.05)


def test_a_narrow_angle_costs() -> None:
    assert xg(HALF_LENGTH - 8.0, 0.0) > 1.3 * xg(HALF_LENGTH - 2.0, 7.75)
