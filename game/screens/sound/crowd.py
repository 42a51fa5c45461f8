"""The crowd between the great moments: two loops without a seam, one calm and one on its feet, mixed by danger."""

from __future__ import annotations

import numpy as np

from game.screens.sound.waves import RATE, Wave, finished, noise, times

LOOP = 8.0  # s; long enough that nobody hears it come round
LULL = 0.25  # share by which the murmur swells and sinks
MOST_CALM = 0.45  # volume of the calm loop at its loudest, of the excited one 1


def calm() -> Wave:
    """Thousands talking."""
    murmur = noise("murmur", LOOP, low=180.0, high=700.0) + 0.25 * noise("chatter", LOOP, low=700.0, high=2200.0)
    return seamless(finished(murmur * _swell(3), 0.7))


def excited() -> Wave:
    """Thousands on their feet, and a chant somewhere."""
    crowd = noise("feet", LOOP, low=300.0, high=1500.0) + 0.3 * noise("yells", LOOP, low=1400.0, high=3400.0)
    claps = 1.0 + 0.3 * np.maximum(0.0, np.sin(2.0 * np.pi * 16.0 * times(LOOP) / LOOP)) ** 8
    return seamless(finished(crowd * claps * _swell(2), 0.8))


def volumes(level: float) -> tuple[float, float]:
    """Volume of the calm and of the excited loop at danger `level` 0…1."""
    danger = min(max(level, 0.0), 1.0)
    return MOST_CALM * (1.0 - 0.6 * danger), danger * danger


def seamless(loop: Wave) -> Wave:
    """The loop turned so that it begins where two of its samples are nearest: the seam cannot be heard.

    Its two parts are periodic, so turning changes nothing else.
    """
    steps = np.abs(np.diff(loop, append=loop[0]))
    turned: Wave = np.roll(loop, -(int(steps.argmin()) + 1))
    return turned


def _swell(waves: int) -> Wave:
    """A slow rise and fall, a whole number of times a loop."""
    at = np.arange(round(LOOP * RATE)) / (LOOP * RATE)
    swell: Wave = 1.0 + LULL * np.sin(2.0 * np.pi * waves * at) + 0.1 * np.sin(2.0 * np.pi * (2 * waves + 1) * at)
    return swell
