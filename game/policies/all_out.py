"""All out."""

from game.policies.registry import policy
from game.post import Post


@policy(kind="baseline")
def all_out(post: Post) -> tuple[float, float]:
    """Only scoring counts, at every post and from the first minute.

    One end of the scale, to measure what pushing costs and brings. A coach calls it: everybody up.
    """
    return 1.0, 0.0
