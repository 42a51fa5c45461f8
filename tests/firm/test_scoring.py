import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.special import ndtr

from game.firm import scoring

cuts = st.floats(-0.2, 1.2)
noises = st.floats(0.02, 0.5)
levels = st.floats(0.2, 5)


@given(cuts, noises)
def test_the_share_accepted_is_the_integral_it_stands_for(cut, noise):
    slow, _ = quad(lambda risk: ndtr((cut - risk) / noise), 0, 1)
    assert scoring.accepted(np.array(cut), noise) == pytest.approx(slow, abs=1e-8)


@given(cuts, noises, levels)
def test_the_share_that_defaults_is_the_integral_it_stands_for(cut, noise, level):
    def failing(risk):
        return min(1.0, level * risk) * ndtr((cut - risk) / noise)

    slow, _ = quad(failing, 0, 1, points=[min(1.0, 1 / level)])
    found = scoring.defaults(np.array(cut), noise, np.array(level))
    assert found == pytest.approx(slow, abs=1e-7)


@given(st.floats(0, 1))
def test_a_score_without_noise_lets_through_exactly_the_cut(cut):
    assert scoring.accepted(np.array(cut), 0.0) == pytest.approx(cut)
    assert scoring.defaults(np.array(cut), 0.0, np.array(1.0)) == pytest.approx(cut**2 / 2)


@given(st.floats(0.1, 0.9), st.floats(1e-4, 1e-3))
def test_little_noise_changes_little(cut, noise):
    assert scoring.accepted(np.array(cut), noise) == pytest.approx(cut, abs=1e-6)
    found = scoring.defaults(np.array(cut), noise, np.array(1.0))
    assert found == pytest.approx(cut**2 / 2, abs=1e-6)
