"""Sit back."""

from game.policies.registry import policy
from game.post import Post


@policy(kind="baseline")
def sit_back(post: Post) -> tuple[float, float]:
    """Only not conceding counts, at every post and from the first minute.

    The other end of the scale. A coach calls it: park the bus.
    """
    return 0.0, 1.0
