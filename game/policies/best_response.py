"""Best response."""

from game.policies.final import Final, Terms
from game.policies.measured import Table, shipped, stakes_by, ways_measured
from game.policies.registry import policy
from game.policies.team_win import team_win
from game.post import Post

RIVALS = "role-bound"  # against whom the table was measured


def _stakes(terms: Terms, post: Post) -> Table:
    """His post's stakes in whatever way of playing the table says is best."""
    return stakes_by(ways_measured(shipped(RIVALS)), best_response, terms, post)


@policy(kind="team-win", stakes=_stakes)
def best_response(final: Final) -> float:
    """Plays for what team-win plays for, and knows from measurement when going pays against a role-bound side.

    Where team-win judges a moment by ordinary scoring rates, he looks up what each way of playing (who pushes, who
    stays) scored and conceded in this very engine; policies/measured.py has how. A coach calls it: we have done our
    homework.
    """
    return team_win(final)
