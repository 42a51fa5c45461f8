"""The stuff sounds are made of: tones, noise of a colour, and shapes over time; numpy only, the same on every run.

A wave is a float array, shape (n,), at RATE samples a second, silent at 0 and full at ±1.
"""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

RATE = 44_100  # samples a second
PEAK = 0.8  # of full scale, the loudest sample of a finished wave: room for several at once

Wave = NDArray[np.float64]


def times(seconds: float) -> Wave:
    """The moments of a wave that long, s."""
    return np.arange(round(seconds * RATE)) / RATE


def tone(hertz: float | Wave, seconds: float) -> Wave:
    """A sine; a pitch for every sample makes it glide."""
    pitch = np.broadcast_to(np.asarray(hertz, dtype=np.float64), times(seconds).shape)
    return np.sin(2.0 * np.pi * np.cumsum(pitch) / RATE)


def noise(name: str, seconds: float, *, low: float, high: float) -> Wave:
    """Noise between `low` and `high` Hz, mean square 1; the same `name` sounds the same.

    It is made of whole periods, so the end meets the beginning as any two samples meet.
    """
    count = len(times(seconds))
    pitches = np.asarray(np.fft.rfftfreq(count, 1.0 / RATE), dtype=np.float64)
    chance = np.random.default_rng(zlib.crc32(name.encode()))
    phases = np.exp(2j * np.pi * chance.random(len(pitches)))
    wave = np.fft.irfft(phases * _band(pitches, low, high), count)
    loud: Wave = wave / np.sqrt(np.mean(wave * wave))
    return loud


def fading(seconds: float, *, rise: float, fall: float) -> Wave:
    """A shape over time: up within `rise` s, then down by e every `fall` s, to nothing at the end."""
    at = times(seconds)
    shape = np.minimum(at / rise, 1.0) * np.exp(-np.maximum(at - rise, 0.0) / fall)
    return closed(shape)


def closed(wave: Wave, *, seconds: float = 0.01) -> Wave:
    """`wave` brought to silence at both ends within `seconds`, so that it neither begins nor ends with a click."""
    edge = min(round(seconds * RATE), len(wave) // 2)
    ramp = np.linspace(0.0, 1.0, edge, endpoint=False)
    shut = wave.copy()
    shut[:edge] *= ramp
    shut[len(wave) - edge :] *= ramp[::-1]
    return shut


def mixed(*parts: tuple[float, Wave]) -> Wave:
    """Waves on top of each other, each with its loudness; the longest sets the length."""
    longest = max(len(wave) for _, wave in parts)
    sum_ = np.zeros(longest)
    for loudness, wave in parts:
        sum_[: len(wave)] += loudness * wave
    return sum_


def finished(wave: Wave, loudness: float = 1.0) -> Wave:
    """`wave` with its loudest sample at `loudness` × PEAK."""
    most = float(np.abs(wave).max())
    scaled: Wave = wave * (loudness * PEAK / most) if most > 0.0 else wave
    return scaled


def _band(pitches: Wave, low: float, high: float) -> Wave:
    """How much of every pitch passes: all between the two, an octave of slope either side."""
    known = np.maximum(pitches, 1.0)
    under = np.clip(1.0 + np.log2(known / low), 0.0, 1.0)
    over = np.clip(1.0 - np.log2(known / high), 0.0, 1.0)
    passed: Wave = under * over
    return passed
