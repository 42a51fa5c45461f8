"""Goal difference."""

from game.policies.final import Final
from game.policies.registry import policy


@policy(kind="contract")
def goal_difference(final: Final) -> float:
    """Paid for every goal of margin, whatever the result.

    A goal for and a goal against weigh the same at every score and minute, so the clock never moves him. A coach
    calls it: he plays his game to the end.
    """
    return float(final.margin)
