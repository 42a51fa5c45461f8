"""Who gets there first: how long a man needs to a spot, and how long the ball does."""

from __future__ import annotations

import math

from game.kernel import kernel

STARTS = 6.44  # m/s², and …
EARLY = 2.12  # m, fitted: see time_to_reach
HALF_A_TICK = 0.245  # m/s that gravity takes in it: a tick moves the ball with the speed at its end
HIGH_FROM = 42.0  # m from where a lofted ball is kicked the higher: no foot drives it flat so far


@kernel
def time_to_reach(x: float, y: float, vx: float, vy: float, top: float, to_x: float, to_y: float) -> float:
    """Seconds a man at (x, y) moving (vx, vy) needs to (to_x, to_y), without his reaction.

    Legs push 4.5 m/s² up to 3/8 of the top speed and less and less from there on (physics/running.py). Fitted to that
    from 1 to 40 m: within 0.15 s from a stand at 8 m/s, within 0.2 s at 5.5 to 9 m/s. Speed already made towards the
    spot shortens the second term.
    """
    dx = to_x - x
    dy = to_y - y
    far = math.sqrt(dx * dx + dy * dy) + 1e-6
    towards = (vx * dx + vy * dy) / far
    return far / top + (top - towards) / STARTS * far / (far + EARLY)


@kernel
def ball_time(speed: float, far: float) -> float:
    """Seconds a ball kicked along the ground at `speed` m/s needs for `far` m; 99 when it does not get there.

    t = -ln(1 - k d / v) / k with k = 0.6 /s, by the Padé form z (6 - z) / (6 - 4 z) of -ln(1 - z): 5 % early at
    z = 0.75, 17 % at 0.9.
    """
    z = 0.6 * far / speed
    if z >= 0.93:
        return 99.0
    return z * (6.0 - z) / (6.0 - 4.0 * z) / 0.6


@kernel
def pass_speed(far: float, arrive: float) -> float:
    """Speed at the foot for a ground ball to arrive at `arrive` m/s after `far` m (measured: 6.9 + 0.57 d)."""
    return min(arrive + 0.6 * far, 27.0)


@kernel
def flight_time(far: float) -> float:
    """Seconds a lofted ball of `far` m is usually in the air (tuned to real heights: 3 m at 25 m, 6 m at 45 m)."""
    return 0.55 + 0.036 * far + 0.025 * max(far - HIGH_FROM, 0.0)


@kernel
def flight_lift(far: float, seconds: float, height: float) -> float:
    """Upward speed (m/s) at the foot to be `height` m high after `far` m and `seconds` against the same drag.

    Without drag it is h / t + g t / 2; what the air takes was fitted to flights of 15 to 55 m, within 0.2 m/s.
    """
    return (height / seconds + 4.905 * seconds) * (1.0 + 0.0078 * far)


@kernel
def flight_speed(far: float, seconds: float) -> float:
    """Horizontal speed at the foot to fly `far` m in `seconds` against drag 0.018 v².

    From d = ln(1 + c v t) / c: v = (exp(c d) - 1) / (c t), the exponential by its first terms.
    """
    u = 0.0195 * far
    return far / seconds * (1.0 + u / 2.0 + u * u / 6.0 + u * u * u / 24.0)


@kernel
def flight_over(near: float, height: float, far: float, arrives: float) -> tuple[float, float]:
    """Speed along and up (m/s) at the foot to be `height` m high after `near` m and `arrives` m after `far`.

    A flat flight falls below its first slope by g / v² · F(d) against drag c v²: d²z/dx² = -g exp(2 c x) / v².
    """
    times = far / near
    speed = math.sqrt(9.81 * (_falls(far) - times * _falls(near)) / (times * height - arrives))
    return speed, (height * speed + 9.81 / speed * _falls(near)) / near + HALF_A_TICK


@kernel
def _falls(far: float) -> float:
    """F = ((exp(k d) - 1) / k - d) / k (m²) with k = 2 · 0.018 /m, by its first terms."""
    u = 0.036 * far
    return 0.5 * far * far * (1.0 + u / 3.0 + u * u / 12.0 + u * u * u / 60.0)


@kernel
def smooth(margin: float, width: float) -> float:
    """A step from 0 to 1 around margin 0, half-way in ±`width`; algebraic, so that every machine agrees."""
    return 0.5 + 0.5 * margin / math.sqrt(margin * margin + width * width)


@kernel
def steep(margin: float, width: float) -> float:
    """The same step with thin tails: 0.98 at 1.7 widths, where `smooth` is 0.93."""
    t = margin / math.sqrt(margin * margin + width * width)
    return 0.5 + 0.25 * t * (3.0 - t * t)
