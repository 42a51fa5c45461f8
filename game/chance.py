"""Chance by name: every draw is a pure function of (seed, tick, who, why).

Nothing is queued, so two futures of one moment differ only where they really differ, and a match can be entered
at any tick. The hash mixes 32-bit words inside signed 64-bit arithmetic without overflow (multipliers below
2**31), which makes it the same number compiled and interpreted, on every machine. Mixing constants: C. Wellons'
hash-prospector, "lowbias32" improved set (16 21f0aaad 15 735a2d97 15).
"""

from __future__ import annotations

from enum import IntEnum

from game.kernel import kernel

WORD = 0xFFFFFFFF
SEED_LIMIT = 2**62
"""Seeds are whole numbers from 0 up to this one, exclusive."""


class Why(IntEnum):
    """What a draw is for; one entry per question that chance answers."""

    KICK_SIDE = 1
    KICK_POWER = 2
    KICK_LIFT = 3
    FIRST_TOUCH = 4
    TOUCH_SIDE = 5
    INTERCEPT = 6
    BLOCK = 7
    HEADER = 8
    TACKLE = 9
    TACKLE_BALL = 10
    FOUL = 11
    FOUL_KIND = 12
    SAVE = 13
    PARRY = 14
    KEEPER_READ = 15
    CHOICE = 16
    THOUGHT = 17
    RESTART_DELAY = 18
    REFEREE = 19
    ADDED_TIME = 20
    CARD = 21
    INJURY = 22
    TOSS = 23
    SHOOT_OUT = 24
    OFFSIDE = 25
    HANDBALL = 26
    MANAGER = 27
    BOUNCE = 28
    DRIBBLE = 29
    ORDER = 30
    START = 31
    EAGER = 32
    TIMING = 33
    TURNED = 34
    GOES_LONG = 35


@kernel
def mixed(word: int) -> int:
    """A 32-bit word well stirred (a bijection)."""
    word ^= word >> 16
    word = (word * 0x21F0AAAD) & WORD
    word ^= word >> 15
    word = (word * 0x735A2D97) & WORD
    return word ^ (word >> 15)


@kernel
def word(seed: int, tick: int, who: int, why: int) -> int:
    """The 32 random bits of (seed, tick, who, why)."""
    h = mixed((seed & WORD) ^ 0x5BD1E995)
    h = mixed(h ^ ((seed >> 32) & WORD))
    h = mixed((h + tick * 0x3C6EF372) & WORD)
    return mixed((h + who * 0x1B56C4E9 + why * 0x2545F491) & WORD)


@kernel
def draw(seed: int, tick: int, who: int, why: int) -> float:
    """A number in [0, 1), even."""
    return (word(seed, tick, who, why) + 0.5) / 4294967296.0


@kernel
def bell(seed: int, tick: int, who: int, why: int) -> float:
    """A bell-shaped number, mean 0, standard deviation 1, within ±3.46 (sum of four even ones)."""
    a = word(seed, tick, who, why)
    b = mixed(a ^ 0x2C1B3C6D)
    total = (a & 0xFFFF) + (a >> 16) + (b & 0xFFFF) + (b >> 16)
    return (total / 65536.0 - 2.0) * 1.7320508075688772
