"""The simple manager both sides have: from about minute 55 on he takes tired and booked men off, like for like.

He asks nothing about the score: what a side plays for is the players' business. His windows fall where substitutions
fall (first divisions 2017/18: even from minute 57 to the end, few at half-time).
"""

from __future__ import annotations

from game import chance
from game.chance import Why
from game.kernel import kernel
from game.laws.clock import EXTRA_TIME, SECOND_HALF, regular_ticks
from game.laws.substitutions import ANOTHER_LINE, OUT_OF_PLACE, bring_on, changes_left, pick_substitute, replace
from game.state import NOBODY, SIDE, Match, Notes, Setup

FIRST_WINDOW = 0.25  # share of the second half played: minute 56
SPREAD = 0.9  # share of its stretch over which a window's time is drawn
TWO_MEN = 0.6  # share of windows in which a second man is changed
AT_HALF_TIME = 0.25  # share of sides that change a man at half-time
BOOKED = 0.12  # legs a yellow card weighs as much as


@kernel
def make_changes(match: Match, setup: Setup, notes: Notes, hurt: int) -> None:
    """Let both managers change men at this stoppage; slot `hurt`, if any, has just been taken off."""
    if hurt != NOBODY and changes_left(match, setup, hurt // SIDE) > 0:
        place = pick_substitute(match, setup, hurt, OUT_OF_PLACE)
        if place != NOBODY:
            replace(match, setup, notes, hurt, place)
    for side in range(2):
        window = _window(match, setup, side)
        if window == NOBODY:
            continue
        men = 2 if chance.draw(match.seed, 2 * window + 1, side, Why.MANAGER) < TWO_MEN else 1
        changed = 0
        while changed < men and changes_left(match, setup, side) > 0:
            slot, place = _choice(match, setup, side)
            if slot == NOBODY:
                break
            replace(match, setup, notes, slot, place)
            changed += 1
        if changed > 0:
            match.teams[side].windows = max(match.teams[side].windows, window + 1)


@kernel
def change_at_half_time(match: Match, setup: Setup, notes: Notes) -> None:
    """A change in the interval, which costs no window and no time."""
    for side in range(2):
        if chance.draw(match.seed, 0, side, Why.MANAGER) >= AT_HALF_TIME:
            continue
        slot, place = _choice(match, setup, side)
        if slot != NOBODY and match.teams[side].substitutions < setup.competition.substitutions:
            bring_on(match, setup, notes, slot, place)


@kernel
def _window(match: Match, setup: Setup, side: int) -> int:
    """The window (0, 1 …) the manager of `side` would use now; NOBODY when he waits.

    The rest of the second half is cut into equal stretches, one a window, each with its own drawn time; extra time is
    one more. A window let go by is not asked for again, so a match entered late does not begin with a crowd of changes.
    """
    clock = match.clock
    windows = setup.competition.windows
    played = clock.tick / regular_ticks(clock.half, setup.competition)
    if clock.half == SECOND_HALF and windows > 0:
        stretch = (1.0 - FIRST_WINDOW) / windows
        window = min(int((played - FIRST_WINDOW) / stretch), windows - 1)
        opens = FIRST_WINDOW + window * stretch
    elif clock.half >= EXTRA_TIME:
        stretch = 1.0
        window = windows
        opens = 0.0
    else:
        return NOBODY
    if window < match.teams[side].windows:
        return NOBODY
    luck = chance.draw(match.seed, 2 * window + 2, side, Why.MANAGER)
    return window if played >= opens + SPREAD * luck * stretch else NOBODY


@kernel
def _choice(match: Match, setup: Setup, side: int) -> tuple[int, int]:
    """Who goes off and who comes on: slot and place on the bench; (NOBODY, NOBODY) when nobody should.

    Off goes the starter whose legs and cards ask for it most, if the bench has a man for his line or the next.
    """
    best = NOBODY
    best_place = NOBODY
    most = 0.0
    for slot in range(side * SIDE + 1, side * SIDE + SIDE):
        player = match.players[slot]
        starter = player.man == setup.sheets[side].lineup[slot % SIDE]
        if player.on == 0 or not starter or slot == setup.start.controlled:
            continue
        spent = 1.0 - player.legs + BOOKED * player.yellow
        if spent <= most:
            continue
        place = pick_substitute(match, setup, slot, ANOTHER_LINE)
        if place != NOBODY:
            best = slot
            best_place = place
            most = spent
    return best, best_place
