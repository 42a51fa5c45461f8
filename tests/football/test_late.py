"""The last minutes: who leads takes his time and sits, who trails hurries, goes up and takes the keeper along."""

from __future__ import annotations

from game.brain.explain import explain
from game.intent import Intent
from game.match import run_on
from game.state import TICKS_PER_SECOND, Restart
from tests.boards import LETTERS, Play
from tests.football.elevens import aimed, elevens, later, mean, plays, xs

OURS = "BCDEFGHIJK"
BACK_FOUR = "BCDE"
LEADING = {"score": "1-0", "minute": "89:00"}
TRAILING = {"score": "0-1", "minute": "89:00"}
EARLY = {"score": "0-0", "minute": "20:00"}


def stopped(kind: Restart, spot: tuple[float, float], told: dict[str, str], added: int = 0) -> list[Play]:
    """The ball dead there, ours to play."""
    board = elevens((spot[0] * 0.9, spot[1] * 0.9), "G", told=told)
    stopped_plays = []
    for play in plays(board, 8):
        match = play.match
        match.dead.kind, match.dead.side, match.dead.taker = kind, 0, -1
        match.dead.x, match.dead.y = spot
        match.dead.since, match.dead.ready = match.tick, match.tick + 20 * TICKS_PER_SECOND
        match.ball.carrier = -1
        match.ball.x, match.ball.y = spot
        match.ball.vx = match.ball.vy = 0.0
        match.clock.added = added if added else -1
        stopped_plays.append(play)
    return stopped_plays


def wait(kind: Restart, spot: tuple[float, float], told: dict[str, str]) -> float:
    """Seconds until it is taken."""
    waits = []
    for play in stopped(kind, spot, told):
        begun = play.match.tick
        while play.match.dead.kind == kind and play.match.tick < begun + 60 * TICKS_PER_SECOND:
            run_on(play.match, play.setup, play.notes, 5)
        waits.append((play.match.tick - begun) / TICKS_PER_SECOND)
    return mean(waits)


def flag_above_the_rest(told: dict[str, str]) -> float:
    """By how much (goals) K near the corner flag prefers to stand over the ball there."""
    board = elevens((40.0, 26.0), "K", told=told, c=(41.5, 24.0))
    edges = []
    for play in plays(board, 8):
        thoughts = explain(play.match, play.setup, LETTERS.index("K"))
        flag = [thought.value for thought in thoughts if thought.kind == Intent.SHIELD and thought.x > 50.0]
        edges.append(flag[0] - max(thought.value for thought in thoughts if thought.kind != Intent.SHIELD))
    return mean(edges)


def test_a_lead_to_keep_makes_the_corner_flag_a_place_to_be() -> None:
    assert flag_above_the_rest(LEADING) > flag_above_the_rest(EARLY) > flag_above_the_rest(TRAILING)


def test_leaders_take_their_time_over_restarts_and_chasers_hurry() -> None:
    for kind, spot in ((Restart.THROW_IN, (0.0, 34.0)), (Restart.GOAL_KICK, (-47.0, 5.0))):
        slow, usual, quick = (wait(kind, spot, told) for told in (LEADING, EARLY, TRAILING))
        assert quick < usual < slow


def ground_gained(told: dict[str, str]) -> float:
    """Mean metres up the pitch that a full-back at half-way, time on the ball, aims his next kick or goes with it."""
    return mean([aimed(play, 6.0) for play in plays(elevens((0.0, 26.0), "E", told=told), 96)])


def test_chasers_play_forward_and_leaders_have_time_to_go_back() -> None:
    assert ground_gained(LEADING) < min(ground_gained(EARLY) - 2.0, ground_gained(TRAILING) - 4.0)


def heights(told: dict[str, str], who: str = OURS) -> float:
    """Mean height of ours with the ball in midfield at our feet."""
    return mean([mean(xs(play, who)) for play in later(elevens((5.0, 0.0), "G", told={"waits": "G", **told}), 5.0, 96)])


def test_chasers_have_more_men_up() -> None:
    """The back line, that is: the front stands at the offside line at any score."""
    assert heights(TRAILING, BACK_FOUR) > heights(EARLY, BACK_FOUR) + 2.0
    assert heights(TRAILING) > heights(EARLY) + 1.0


def test_leaders_stay_back() -> None:
    assert heights(LEADING) < heights(EARLY)


def keeper_at_the_corner(told: dict[str, str], added: int) -> float:
    """How far up our keeper stands when our corner is about to be taken."""
    places = []
    for play in stopped(Restart.CORNER, (52.4, -33.8), told, added):
        run_on(play.match, play.setup, play.notes, 19 * TICKS_PER_SECOND)
        places.append(float(play.man("A").x))
    return mean(places)


def test_the_keeper_goes_up_for_the_last_corner_of_a_lost_match_and_for_no_other() -> None:
    last = {"score": "0-1", "minute": "90+2:40"}
    assert keeper_at_the_corner(last, 3) > 0.0
    assert keeper_at_the_corner({**last, "score": "1-0"}, 3) < 0.0
    assert keeper_at_the_corner(EARLY, 0) < 0.0
