"""Goal bonus."""

from game.policies.final import Final
from game.policies.registry import policy


@policy(kind="contract")
def goal_bonus(final: Final) -> float:
    """Paid for every goal he scores himself.

    A mate's goal and a goal against leave him cold. Source: a usual bonus of strikers. A coach calls it: he shoots
    from everywhere.
    """
    return float(final.his_goals)
