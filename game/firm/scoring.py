"""What a cut on a noisy score lets through: shares of applicants and of defaults, exact.

Chances of default x are even on [0, 1]; the score is x plus a normal error of standard deviation `noise`; at quality
`level` an applicant defaults with probability min(1, level · x).
"""

from __future__ import annotations

import numpy as np
from scipy.special import ndtr

from game.firm.books import Floats


def accepted(cut: Floats, noise: float) -> Floats:
    """Share of all applicants whose score is at most `cut`."""
    return _applicants(cut, noise, 0.0, 1.0)


def defaults(cut: Floats, noise: float, level: Floats) -> Floats:
    """Share of all applicants who are accepted at `cut` and default."""
    sure = np.minimum(1.0, 1.0 / level)  # from here on a default is certain
    risk = level * _risk(cut, noise, 0.0, sure)
    return risk + _applicants(cut, noise, sure, 1.0)


def _applicants(cut: Floats, noise: float, low: Floats | float, high: Floats | float) -> Floats:
    """∫ P(score ≤ cut | x) dx from `low` to `high`."""
    if noise == 0:
        return np.clip(cut, low, high) - low
    return noise * (_first((cut - low) / noise) - _first((cut - high) / noise))


def _risk(cut: Floats, noise: float, low: float, high: Floats) -> Floats:
    """∫ x P(score ≤ cut | x) dx from `low` to `high`."""
    if noise == 0:
        return np.asarray(np.clip(cut, low, high) ** 2 - low**2) / 2
    near, far = (cut - low) / noise, (cut - high) / noise
    return cut * _applicants(cut, noise, low, high) - noise**2 * (_second(near) - _second(far))


def _first(u: Floats) -> Floats:
    """∫ Φ from −∞ to `u`."""
    return np.asarray(u * ndtr(u) + _density(u))


def _second(u: Floats) -> Floats:
    """∫ v Φ(v) dv from −∞ to `u`."""
    return np.asarray(((u**2 - 1) * ndtr(u) + u * _density(u)) / 2)


def _density(u: Floats) -> Floats:
    """The normal density φ."""
    return np.asarray(np.exp(-(u**2) / 2) / np.sqrt(2 * np.pi))
