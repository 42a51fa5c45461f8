"""Per win."""

from game.policies.final import Final
from game.policies.registry import policy


@policy(kind="contract")
def per_win(final: Final) -> float:
    """Paid for a win; a draw is worth as little as a defeat.

    Source: the usual win bonus, shared by a squad. A coach calls it: he goes for the winner.
    """
    return 1.0 if final.won else 0.0
