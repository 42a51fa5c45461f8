"""Blind."""

from game.policies.registry import policy
from game.post import Post


@policy(kind="baseline")
def blind(post: Post) -> tuple[float, float]:
    """Even stakes at every post, score and minute: football that never looks at the scoreboard.

    The comparison for everything that stakes do. A coach calls it: play your normal game.
    """
    return 1.0, 1.0
