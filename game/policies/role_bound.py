"""Role-bound."""

from game.policies.registry import policy
from game.post import Post

LEAN = {
    Post.GK: (0.6, 1.0),
    Post.CB: (0.7, 1.0),
    Post.RB: (0.8, 1.0),
    Post.LB: (0.8, 1.0),
    Post.DM: (0.9, 1.0),
    Post.CM: (1.0, 1.0),
    Post.AM: (1.0, 0.9),
    Post.RW: (1.0, 0.8),
    Post.LW: (1.0, 0.8),
    Post.ST: (1.0, 0.7),
}
"""Stakes (score, concede) of each post's job description. Tuned, so that over whole matches a role-bound eleven
nearly holds its own against a team-win eleven."""


@policy(kind="role-bound")
def role_bound(post: Post) -> tuple[float, float]:
    """Does the job his post describes, whatever the score: defenders prevent goals, strikers score them.

    Source: F. Kofman, "The One Belief That Is Holding Back Your Career" (2013). A coach calls it: he keeps his
    position.
    """
    return LEAN[post]
