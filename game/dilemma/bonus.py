"""What gets paid gets played: contracts, and the bonus at which the push dies.

U = per_goal · GF − per_goal_conceded · GA + win or draw bonus + clean sheet (theory §5(3)). Paid by
the goal, a player pushes exactly when

    (a−1)·own·(V_{d+1} − V_d + per_goal) > (b−1)·opponent·(V_d − V_{d−1} + per_goal_conceded)

so near the whistle, one down, a fine is fatal from (a−1)·own / ((b−1)·opponent) of a draw's worth.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from scipy.optimize import brentq

from game.dilemma import timing
from game.dilemma.score_process import Mode, check_minutes, check_rate


@dataclass(frozen=True)
class Contract:
    """What one player is paid, in any one currency; `per_goal_conceded` is a fine, so positive."""

    per_goal: float = 0.0  # each goal of his team
    per_goal_himself: float = 0.0  # each goal he scores himself, on top
    per_goal_conceded: float = 0.0
    win: float = 0.0
    draw: float = 0.0
    clean_sheet: float = 0.0

    def pay(self, goals_for: int, goals_against: int, *, himself: int = 0) -> float:
        """What the final score pays him."""
        by_goal = self.per_goal * goals_for + self.per_goal_himself * himself
        result = self.win if goals_for > goals_against else 0.0
        result += self.draw if goals_for == goals_against else 0.0
        clean = self.clean_sheet if goals_against == 0 else 0.0
        return by_goal - self.per_goal_conceded * goals_against + result + clean


@dataclass(frozen=True)
class Shares:
    """The part of his team's goals a player scores himself, staying and pushing."""

    staying: float = 0.0
    pushing: float = 0.0


def solve(
    contract: Contract,
    *,
    own_rate: float,
    opponent_rate: float,
    own_factor: float,
    opponent_factor: float,
    minutes_left: float,
    deficit: int = 1,
    shares: Shares | None = None,
) -> timing.Timing:
    """When somebody on this contract pushes, and what he earns from here on if he does or not.

    A side that is behind has conceded, so the clean sheet is lost already and decides nothing.
    """
    if deficit < 1:
        raise ValueError(f"deficit is {deficit}; a contract is judged from 1 or more goals behind")
    own, opponent = check_rate("own_rate", own_rate), check_rate("opponent_rate", opponent_rate)
    part = shares or Shares()
    return timing.solve_modes(
        _paid_mode(contract, own, opponent, part.staying),
        _paid_mode(
            contract,
            own * check_rate("own_factor", own_factor),
            opponent * check_rate("opponent_factor", opponent_factor),
            part.pushing,
        ),
        (contract.win, contract.draw, 0.0),
        minutes_left=minutes_left,
        deficit=deficit,
    )


def fatal_fine_at_the_whistle(
    *,
    own_rate: float,
    opponent_rate: float,
    own_factor: float,
    opponent_factor: float,
    draw_worth: float = 1.0,
) -> float:
    """The fine per goal conceded from which a side one down no longer pushes at any time.

    `draw_worth` is what a draw pays above a defeat. inf when pushing does not open the rear.
    """
    risk = (opponent_factor - 1.0) * opponent_rate
    return draw_worth * (own_factor - 1.0) * own_rate / risk if risk > 0 else math.inf


def fatal_fine(
    contract: Contract,
    *,
    own_rate: float,
    opponent_rate: float,
    own_factor: float,
    opponent_factor: float,
    minutes_left: float,
) -> float:
    """The fine per goal conceded from which this contract keeps a player home at `minutes_left`.

    One goal down. 0 when he would stay even without a fine.
    """
    moment = check_minutes("minutes_left", minutes_left)

    def time_to_spare(fine: float) -> float:
        """Minutes by which the push on this fine comes before `minutes_left`."""
        solved = solve(
            replace(contract, per_goal_conceded=fine),
            own_rate=own_rate,
            opponent_rate=opponent_rate,
            own_factor=own_factor,
            opponent_factor=opponent_factor,
            minutes_left=moment,
        )
        return min(solved.push_at, timing.HORIZON) - moment

    if time_to_spare(0.0) <= 0:
        return 0.0
    enough = 1.0
    while time_to_spare(enough) > 0:
        enough *= 2.0
    return float(brentq(time_to_spare, 0.0, enough, xtol=1e-9))


def _paid_mode(contract: Contract, own: float, opponent: float, share: float) -> Mode:
    by_goal = contract.per_goal + contract.per_goal_himself * share
    return Mode(own, opponent, by_goal * own - contract.per_goal_conceded * opponent)
