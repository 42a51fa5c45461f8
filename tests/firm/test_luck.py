import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.firm import luck
from game.firm.luck import Why


@given(st.integers(0, 2**62 - 1), st.integers(0, 1000), st.integers(1, 600))
def test_a_years_luck_is_the_same_alone_and_among_others(seed, first, count):
    stretch = luck.even(seed, Why.DEFAULT, range(first, first + count), (3,))
    last = first + count - 1
    assert np.array_equal(stretch[-1:], luck.even(seed, Why.DEFAULT, range(last, last + 1), (3,)))


@pytest.mark.parametrize("draw", [luck.even, luck.bell])
def test_seeds_purposes_and_years_share_no_luck(draw):
    def drawn(seed, why):
        return draw(seed, why, range(300), (4,))

    base = drawn(1, Why.MARKET)
    assert not np.isin(drawn(2, Why.MARKET), base).any()
    assert not np.isin(drawn(1, Why.TASTE), base).any()
    assert len(np.unique(base)) == base.size
