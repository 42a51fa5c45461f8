"""Sounds measured: levels, lengths, pitches and seams."""

import itertools

import numpy as np
import pytest

from game.screens.sound import crowd, effects, waves
from game.screens.sound.waves import PEAK, RATE, Wave


def loudest_pitch(wave: Wave, low: float = 20.0) -> float:
    """Hz at which `wave` holds most, above `low`."""
    spectrum = np.abs(np.fft.rfft(wave))
    pitches = np.fft.rfftfreq(len(wave), 1.0 / RATE)
    spectrum[pitches < low] = 0.0
    return float(pitches[spectrum.argmax()])


def share_above(wave: Wave, hertz: float) -> float:
    """Share of the wave's energy above `hertz`."""
    energy = np.abs(np.fft.rfft(wave)) ** 2
    return float(energy[np.fft.rfftfreq(len(wave), 1.0 / RATE) > hertz].sum() / energy.sum())


@pytest.mark.parametrize("name", effects.EFFECTS)
def test_no_sound_clips_or_clicks_and_none_is_long(name: str) -> None:
    wave = effects.EFFECTS[name]()
    assert 0.05 < np.abs(wave).max() <= PEAK + 1e-9
    assert 0.04 <= len(wave) / RATE <= 4.0
    assert abs(wave[0]) < 0.01
    assert abs(wave[-1]) < 0.01
    assert np.isfinite(wave).all()
    assert abs(wave.mean()) < 0.01, "no offset that would thump"


@pytest.mark.parametrize("name", ["net", "gasp", "whistle_long"])
def test_a_sound_is_the_same_every_time(name: str) -> None:
    assert np.array_equal(effects.EFFECTS[name](), effects.EFFECTS[name]())


@pytest.mark.parametrize("make", [crowd.calm, crowd.excited])
def test_the_crowds_loop_has_no_seam(make) -> None:
    loop = make()
    assert len(loop) == crowd.LOOP * RATE
    assert abs(loop[0] - loop[-1]) < 0.01
    assert np.abs(loop).max() <= PEAK
    assert 0.02 < np.sqrt(np.mean(loop * loop)) < 0.4


def test_a_whistle_is_heard_where_whistles_are() -> None:
    for kind, blows in effects.BLAST.items():
        wave = effects.whistle(kind)
        assert 2600.0 < loudest_pitch(wave) < 3400.0
        silent = np.abs(wave) < 0.01
        loud = [bool(silent[start : start + 1000].all()) for start in range(0, len(wave) - 1000, 1000)]
        gaps = sum(one and not other for one, other in itertools.pairwise(loud))
        assert gaps - loud[0] == len(blows) - 1


def test_a_harder_kick_is_louder_and_sharper() -> None:
    soft, hard = effects.kick(0.1), effects.kick(1.0)
    assert np.abs(hard).max() > 2 * np.abs(soft).max()
    assert share_above(hard, 900.0) > share_above(soft, 900.0)
    assert loudest_pitch(hard) < 250.0


def test_a_heart_is_low_and_the_net_is_high() -> None:
    assert share_above(effects.heartbeat(), 200.0) < 0.05
    assert share_above(effects.net(), 1000.0) > 0.9


def test_noise_has_the_colour_it_was_asked_for() -> None:
    wave = waves.noise("colour", 1.0, low=500.0, high=1000.0)
    assert share_above(wave, 250.0) > 0.99
    assert share_above(wave, 2000.0) < 0.01
    assert np.mean(wave * wave) == pytest.approx(1.0)


def test_danger_moves_the_stands_from_talk_to_their_feet() -> None:
    quiet, loud = crowd.volumes(0.0), crowd.volumes(1.0)
    assert quiet[0] > loud[0]
    assert quiet[1] == 0.0
    assert loud[1] == 1.0
    assert crowd.volumes(9.0) == loud
