"""Cards and sending off (Law 12.3)."""

from __future__ import annotations

from game.events import Action, Result, jot
from game.kernel import kernel
from game.laws.restarts import hold_up
from game.laws.substitutions import leave
from game.state import SIDE, SLOTS, Match, Notes

YELLOW = 1  # Match.caution
RED = 2
CARD_LOST = 25.0  # s a card loses: modern referees' allowance
DISMISSAL_HELD_UP = 45.0  # s from the whistle to the restart after a red card, at least


@kernel
def show_cards(match: Match, notes: Notes) -> None:
    """Show the cards owed, those of an advantage too."""
    for slot in range(SLOTS):
        card = match.caution[slot]
        if card == 0:
            continue
        match.caution[slot] = 0
        if match.players[slot].on == 0:
            continue
        match.clock.lost += CARD_LOST
        hold_up(match, CARD_LOST)
        if card == YELLOW:
            _caution(match, notes, slot)
        if card == RED or match.players[slot].yellow > 1:
            _send_off(match, notes, slot)


@kernel
def _caution(match: Match, notes: Notes, slot: int) -> None:
    """A yellow card, the second one of two."""
    player = match.players[slot]
    player.yellow += 1
    action = Action.YELLOW
    if player.yellow > 1:
        action = Action.SECOND_YELLOW
    else:
        match.teams[slot // SIDE].yellows += 1
    jot(match, notes, slot, action, Result.YELLOW_CARD, 0, player.x, player.y, player.x, player.y, 0.0)


@kernel
def _send_off(match: Match, notes: Notes, slot: int) -> None:
    """Off: his side plays on short."""
    player = match.players[slot]
    match.teams[slot // SIDE].reds += 1
    jot(match, notes, slot, Action.RED, Result.RED_CARD, 0, player.x, player.y, player.x, player.y, 0.0)
    hold_up(match, DISMISSAL_HELD_UP)
    leave(match, slot)
