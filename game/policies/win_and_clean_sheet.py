"""Win and clean sheet."""

from game.policies.final import Final
from game.policies.registry import policy

FINE = 0.3  # of a win, for each goal conceded; about a third keeps a defender home to the end
CLEAN_SHEET = 0.5  # of a win


@policy(kind="contract")
def win_and_clean_sheet(final: Final) -> float:
    """Paid for a win and half as much for a clean sheet, fined for every goal conceded.

    Source: the mixed contract of the incentive literature (Holmstrom and Milgrom 1991): the part that is easy to
    measure crowds out the part that matters. A coach calls it: he wants to win, but not to be blamed.
    """
    clean = CLEAN_SHEET if final.conceded == 0 else 0.0
    return (1.0 if final.won else 0.0) + clean - FINE * final.conceded
