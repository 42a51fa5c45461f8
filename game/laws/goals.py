"""The ball in and out of play (Law 9), and goals (Law 10)."""

from __future__ import annotations

from game.events import Action, Result, jot
from game.kernel import kernel
from game.laws.offside import IN_SIGHT, penalise
from game.laws.restarts import attackers_of, award, award_corner, award_goal_kick, award_throw_in
from game.pitch import BALL_RADIUS, GOAL_HALF, GOAL_HEIGHT, HALF_LENGTH, HALF_WIDTH
from game.state import SIDE, Ball, Match, Notes, Restart

GOAL_LINE = HALF_LENGTH + BALL_RADIUS  # m, |x| of the ball's centre once the whole ball is over the whole line
TOUCH_LINE = HALF_WIDTH + BALL_RADIUS
CELEBRATION = 50.0  # s a goal loses: modern referees' allowance

IN_PLAY = 0
OVER_TOUCH_LINE = 1
OVER_GOAL_LINE = 2
IN_GOAL = 3

NEVER = 2.0  # part of a tick's path at which a line is crossed that is not


@kernel
def where_out(ball: Ball) -> int:
    """IN_PLAY, or how the ball left: by its path over this tick, so that a fast ball is judged where it crossed."""
    if -GOAL_LINE <= ball.x <= GOAL_LINE and -TOUCH_LINE <= ball.y <= TOUCH_LINE:
        return IN_PLAY
    part = crossed(ball.was_x, ball.x, GOAL_LINE)
    if crossed(ball.was_y, ball.y, TOUCH_LINE) <= part:
        return OVER_TOUCH_LINE
    y = ball.was_y + part * (ball.y - ball.was_y)
    z = ball.was_z + part * (ball.z - ball.was_z)
    return IN_GOAL if -GOAL_HALF < y < GOAL_HALF and z < GOAL_HEIGHT else OVER_GOAL_LINE


@kernel
def crossed(was: float, now: float, line: float) -> float:
    """The part (0 … 1) of the way from `was` to `now` at which ±`line` is passed; NEVER when it is not."""
    if -line <= now <= line:
        return NEVER
    edge = line if now > 0.0 else -line
    if (was - edge) * (now - edge) >= 0.0:
        return 0.0
    return (edge - was) / (now - was)


@kernel
def rule_out(match: Match, notes: Notes, left: int) -> None:
    """Award what follows a ball out of play, `left` as `where_out` says: goal, throw-in, goal kick or corner."""
    ball = match.ball
    if left == OVER_TOUCH_LINE:
        part = crossed(ball.was_y, ball.y, TOUCH_LINE)
    else:
        part = crossed(ball.was_x, ball.x, GOAL_LINE)
    x = ball.was_x + part * (ball.x - ball.was_x)
    y = ball.was_y + part * (ball.y - ball.was_y)
    ball.x = x
    ball.y = y
    last = ball.last
    side = match.having if last < 0 else last // SIDE
    end = 1 if x > 0.0 else -1
    if left == IN_GOAL and _rule_goal(match, notes, end, y):
        return
    jot(match, notes, last, Action.OUT, Result.SUCCESS, 0, x, y, x, y, 0.0)
    if left == OVER_TOUCH_LINE:
        award_throw_in(match, 1 - side, x, y)
    elif match.teams[side].attacks == end:
        award_goal_kick(match, end, y)
    else:
        award_corner(match, end, y)


@kernel
def _rule_goal(match: Match, notes: Notes, end: int, y: float) -> bool:
    """Judge a ball in the goal at `end`: a goal, or offside; false where it counts as merely out.

    Direct from any restart into the own goal (corner), from a throw-in, an indirect free kick or a dropped ball into
    the rivals' (goal kick), it is merely out.
    """
    dead = match.dead
    side = attackers_of(match, end)
    if dead.kind_played != 0:
        indirect = dead.indirect == 1 or dead.kind_played == Restart.THROW_IN
        if dead.side != side or indirect:
            return False
    for slot in range(side * SIDE, side * SIDE + SIDE):
        if match.players[slot].offside == IN_SIGHT:
            penalise(match, notes, slot)
            return True
    _score(match, notes, side, end, y)
    return True


@kernel
def _score(match: Match, notes: Notes, side: int, end: int, y: float) -> None:
    """A goal for `side`; a shot a rival only deflected stays the shooter's."""
    ball = match.ball
    scorer = ball.last
    if scorer // SIDE != side and ball.shot == 1 and ball.kicker // SIDE == side:
        scorer = ball.kicker
    match.teams[side].goals += 1
    result = Result.OWNGOAL
    if scorer // SIDE == side:
        match.players[scorer].goals += 1
        result = Result.SUCCESS
    x = end * HALF_LENGTH
    jot(match, notes, scorer, Action.GOAL, result, 0, x, y, x, y, 0.0)
    match.clock.lost += CELEBRATION
    award(match, Restart.KICK_OFF, 1 - side, 0.0, 0.0)
