"""Per goal conceded."""

from game.policies.final import Final
from game.policies.registry import policy


@policy(kind="contract")
def per_goal_conceded(final: Final) -> float:
    """Fined for every goal conceded, and for nothing else.

    Prefers losing 0-1 to winning 5-4. Source: Kofman's essay, the defence paid per goal prevented. A coach calls
    it: he will not leave his box.
    """
    return -float(final.conceded)
