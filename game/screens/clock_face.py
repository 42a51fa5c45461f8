"""What the match clock reads."""

from __future__ import annotations

from game.screens.language import Language
from game.state import DT, Match, Restart, Setup

EXTRA_TIME = 3  # the half extra time begins with
SHOOT_OUT = 5


def base(setup: Setup, half: int) -> float:
    """Seconds on the clock when `half` begins."""
    rules = setup.competition
    whole = 2 * rules.half_seconds
    starts = {1: 0.0, 2: rules.half_seconds, 3: whole, 4: whole + rules.extra_seconds}
    return float(starts.get(half, whole + 2 * rules.extra_seconds))


def reading(seconds: float) -> str:
    """Minutes and seconds, as in 88:21."""
    whole = int(seconds)
    return f"{whole // 60:02d}:{whole % 60:02d}"


def time_of(match: Match, setup: Setup) -> str:
    """What the clock reads now; it runs on through added time."""
    return reading(base(setup, match.clock.half) + match.clock.tick * DT)


def added(match: Match) -> str:
    """The minimum of added time once it is shown, as in +3; empty before."""
    return f"+{match.clock.added}" if match.clock.added >= 0 else ""


def stage(match: Match, say: Language) -> str:
    """Which part of the match it is."""
    if match.clock.over:
        return say("watch.full_time")
    if match.dead.kind == Restart.INTERVAL:
        return say("watch.interval")
    return say(f"watch.half_{int(match.clock.half)}")


def minute(setup: Setup, half: int, second: float, say: Language) -> str:
    """The minute an event is booked under: 1' for the first 60 s, 90+2' in added time."""
    begun = base(setup, half)
    if half == SHOOT_OUT:
        return say("watch.pens")
    rules = setup.competition
    length = rules.half_seconds if half < EXTRA_TIME else rules.extra_seconds
    if second >= length:
        return f"{int(begun + length) // 60}+{int(second - length) // 60 + 1}'"
    return f"{int(begun + second) // 60 + 1}'"
