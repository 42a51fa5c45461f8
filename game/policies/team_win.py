"""Team-win."""

from game.policies.final import Final
from game.policies.registry import policy

GOAL_DIFFERENCE = 0.1  # points a goal of margin is worth where places are decided by goal difference; tuned


@policy(kind="team-win")
def team_win(final: Final) -> float:
    """Plays for what the competition gives his team: points, the tie, or the margin it needs.

    League: 3, 1 or 0 points; with goal difference, a tenth of a point a goal on top. Cup and aggregate: through or
    out, a level tie being even chances (extra time and kicks from the mark); away goals do not count double. Where
    the side needs a margin, reaching it is all.
    Source: F. Kofman, "The One Belief That Is Holding Back Your Career" (2013). A coach calls it: your job is to
    help the team win.
    """
    terms = final.terms
    if terms.needs is not None:
        return 1.0 if final.margin >= terms.needs else 0.0
    if terms.competition == "league":
        return float(final.points)
    if terms.competition == "goal-difference":
        return final.points + GOAL_DIFFERENCE * final.margin
    total = final.margin + terms.first_leg
    return 1.0 if total > 0 else 0.5 if total == 0 else 0.0
