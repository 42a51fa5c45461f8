"""Every single sound of a match and of the menus, each made by one small function."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from game.screens.sound.waves import Wave, closed, fading, finished, mixed, noise, times, tone

BLAST = {"short": (0.28,), "long": (1.0,), "double": (0.3, 0.5), "triple": (0.3, 0.3, 0.9)}
"""Seconds of each blow of the referee's whistle: foul, start, end of a half, end of a match."""

PAUSE = 0.12  # s between two blows
PEA = 34.0  # Hz at which the pea in a whistle interrupts it


def whistle(kind: str) -> Wave:
    """A pea whistle, blown as BLAST says."""
    blows = [_blow(seconds) for seconds in BLAST[kind]]
    parts = [part for blow in blows for part in (blow, np.zeros(len(times(PAUSE))))]
    return finished(np.concatenate(parts[:-1]), 0.7)


def _blow(seconds: float) -> Wave:
    at = times(seconds)
    wobble = 1.0 + 0.006 * np.sin(2.0 * np.pi * PEA * at)
    trill = 0.62 + 0.38 * np.sin(2.0 * np.pi * PEA * at)
    breath = noise("breath", seconds, low=2000.0, high=7000.0)
    sung = trill * mixed((1.0, tone(2870.0 * wobble, seconds)), (0.7, tone(3120.0 * wobble, seconds)), (0.12, breath))
    return closed(sung, seconds=0.02)


def kick(power: float) -> Wave:
    """A boot on the ball; `power` 0 (a touch) to 1 (all he has) makes it louder, lower and sharper."""
    seconds = 0.16 + 0.08 * power
    thump = tone(70.0 + 130.0 * np.exp(-times(seconds) / 0.018), seconds) * fading(seconds, rise=0.002, fall=0.045)
    slap = noise("slap", seconds, low=900.0, high=2500.0 + 3500.0 * power) * fading(seconds, rise=0.001, fall=0.010)
    return finished(mixed((1.0, thump), (0.15 + 0.35 * power, slap)), 0.35 + 0.6 * power)


def post() -> Wave:
    """The ball against the woodwork: a struck tube."""
    partials = ((1.0, 412.0, 0.30), (0.8, 1135.0, 0.22), (0.5, 2226.0, 0.14), (0.3, 3680.0, 0.08))
    rings = [(loud, tone(hertz, 0.9) * fading(0.9, rise=0.001, fall=fall)) for loud, hertz, fall in partials]
    return finished(mixed(*rings, (0.4, kick(0.8))), 0.9)


def net() -> Wave:
    """The ball in the net."""
    swish = noise("net", 0.5, low=1500.0, high=6000.0) * fading(0.5, rise=0.05, fall=0.11)
    return finished(swish, 0.5)


def tackle() -> Wave:
    """Two legs and a ball, and studs on grass."""
    thud = tone(85.0, 0.2) * fading(0.2, rise=0.003, fall=0.04)
    scuff = noise("scuff", 0.3, low=400.0, high=2200.0) * fading(0.3, rise=0.03, fall=0.07)
    return finished(mixed((0.8, thud), (0.22, scuff)), 0.7)


def save() -> Wave:
    """The ball on a keeper's gloves."""
    slap = noise("gloves", 0.22, low=300.0, high=1800.0) * fading(0.22, rise=0.001, fall=0.03)
    return finished(mixed((0.5, slap), (0.6, kick(0.3))), 0.7)


def roar() -> Wave:
    """A stand that has seen a goal of its own."""
    low = noise("roar", 4.0, low=350.0, high=1300.0)
    high = noise("shouts", 4.0, low=1200.0, high=3200.0)
    return finished(mixed((1.0, low), (0.35, high)) * fading(4.0, rise=0.25, fall=1.3))


def groan() -> Wave:
    """The same stand when it is not: many voices falling together."""
    return finished(_voices("groan", 1.9, start=1.0, end=0.72) * fading(1.9, rise=0.18, fall=0.7), 0.75)


def gasp() -> Wave:
    """Breath drawn in at a near thing."""
    return finished(_voices("gasp", 1.1, start=0.95, end=1.18) * fading(1.1, rise=0.12, fall=0.3), 0.65)


def _voices(name: str, seconds: float, *, start: float, end: float) -> Wave:
    """Sixty throats on an open vowel whose pitch glides by the factors `start` to `end`."""
    at = times(seconds)
    glide = start + (end - start) * (at / seconds) ** 0.7
    pitches = np.random.default_rng(len(name)).uniform(105.0, 260.0, 60)
    sung = np.zeros(len(at))
    for place, pitch in enumerate(pitches):
        phase = 2.0 * np.pi * (np.cumsum(pitch * glide) / 44_100 + place / 60)
        sung += np.sin(phase) + 0.6 * np.sin(2.0 * phase) + 0.45 * np.sin(3.0 * phase) + 0.2 * np.sin(4.0 * phase)
    return sung / 60.0 + 0.12 * noise(name, seconds, low=350.0, high=1100.0)


def heartbeat() -> Wave:
    """One beat of a heart, heard from inside."""
    beat = tone(52.0, 0.25) * fading(0.25, rise=0.012, fall=0.05)
    second = np.concatenate([np.zeros(len(times(0.27))), 0.7 * beat])
    return finished(mixed((1.0, beat), (1.0, second)), 0.8)


def tick() -> Wave:
    """The focus has moved."""
    return finished(tone(1250.0, 0.05) * fading(0.05, rise=0.001, fall=0.010), 0.2)


def chosen() -> Wave:
    """Something was chosen: a fifth upwards."""
    second = np.concatenate([np.zeros(len(times(0.07))), tone(990.0, 0.16) * fading(0.16, rise=0.002, fall=0.05)])
    return finished(mixed((0.8, tone(660.0, 0.14) * fading(0.14, rise=0.002, fall=0.05)), (1.0, second)), 0.3)


def back() -> Wave:
    """One page back: the fifth downwards."""
    second = np.concatenate([np.zeros(len(times(0.07))), tone(660.0, 0.16) * fading(0.16, rise=0.002, fall=0.05)])
    return finished(mixed((0.8, tone(990.0, 0.14) * fading(0.14, rise=0.002, fall=0.05)), (1.0, second)), 0.3)


EFFECTS: Mapping[str, Callable[[], Wave]] = {
    "whistle_short": lambda: whistle("short"),
    "whistle_long": lambda: whistle("long"),
    "whistle_double": lambda: whistle("double"),
    "whistle_triple": lambda: whistle("triple"),
    "kick_soft": lambda: kick(0.1),
    "kick": lambda: kick(0.5),
    "kick_hard": lambda: kick(1.0),
    "post": post,
    "net": net,
    "tackle": tackle,
    "save": save,
    "roar": roar,
    "groan": groan,
    "gasp": gasp,
    "heartbeat": heartbeat,
    "tick": tick,
    "chosen": chosen,
    "back": back,
}
"""By the name `Voice.play` knows."""
