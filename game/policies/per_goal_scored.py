"""Per goal scored."""

from game.policies.final import Final
from game.policies.registry import policy


@policy(kind="contract")
def per_goal_scored(final: Final) -> float:
    """Paid for every goal his side scores, whoever scores it.

    Prefers losing 4-5 to winning 1-0. Source: Kofman's essay, the offence paid per goal. A coach calls it: he
    never runs back.
    """
    return float(final.scored)
