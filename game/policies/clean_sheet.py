"""Clean sheet."""

from game.policies.final import Final
from game.policies.registry import policy


@policy(kind="contract")
def clean_sheet(final: Final) -> float:
    """Paid only if nothing is conceded.

    After the first goal against nothing is at stake for him. Source: a usual bonus of keepers and defenders. A
    coach calls it: he defends until they score.
    """
    return 1.0 if final.conceded == 0 else 0.0
