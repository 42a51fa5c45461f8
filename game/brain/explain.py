"""What a player is thinking: the options he weighs now, with p, threat, danger and value."""

from __future__ import annotations

from dataclasses import dataclass

from game.brain.thinking import think
from game.intent import Intent
from game.record import blank, copy
from game.sight import look
from game.state import SLOTS, Match, Notes, Setup


@dataclass(frozen=True)
class Thought:
    """One option, in the pitch's frame. `value` in goals, by his own stakes; off the ball some are rules (1)."""

    kind: Intent
    mate: int  # slot, or -1
    x: float
    y: float
    p: float
    threat: float
    danger: float
    value: float
    chosen: bool


def explain(match: Match, setup: Setup, slot: int) -> list[Thought]:
    """The options of the man in `slot` (0–21), best first; [] for one who is not on the pitch."""
    if not 0 <= slot < SLOTS:
        raise ValueError(f"no slot {slot}; slots are 0 to {SLOTS - 1} (home 0–10, away 11–21)")
    if match.players[slot].on == 0:
        return []
    moment = copy(match)
    notes = blank(Notes)
    look(moment, setup, notes)
    chosen = int(think(moment, setup, notes, slot))
    side = slot // 11
    sign = moment.teams[side].attacks
    thoughts = []
    for n in range(notes.weighed):
        option = notes.options[n]
        thoughts.append(
            Thought(
                kind=Intent(option.kind),
                mate=_slot_of(int(option.mate), int(option.kind), side),
                x=float(option.x) * sign,
                y=float(option.y) * sign,
                p=float(option.p),
                threat=float(option.threat),
                danger=float(option.danger),
                value=float(option.value),
                chosen=n == chosen,
            )
        )
    return sorted(thoughts, key=lambda thought: (not thought.chosen, -thought.value))


def _slot_of(mate: int, kind: int, side: int) -> int:
    """The slot an option's mate (0–10 of his side, or a marked rival's slot) stands for."""
    if mate < 0 or kind == Intent.MARK:
        return mate
    return mate + 11 * side
