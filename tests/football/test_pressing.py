"""The press: one goes, one covers; hunted at once when just lost; higher when a goal is needed."""

from __future__ import annotations

from game.match import run_on
from game.pitch import HALF_LENGTH, length
from game.state import SIDE, TICKS_PER_SECOND, Match
from tests.boards import LETTERS, Play
from tests.football.elevens import Spot, elevens, later, mean, plays, share

OURS = "BCDEFGHIJK"


def gaps(play: Play) -> list[float]:
    """Distances of the home outfield from the ball, nearest first, m."""
    ball = play.match.ball
    return sorted(float(length(play.man(letter).x - ball.x, play.man(letter).y - ball.y)) for letter in OURS)


def test_one_presses_the_next_covers_and_the_rest_hold() -> None:
    for play in later(elevens((0.0, 6.0), "g", told={"waits": "g"}), 2.5, 8):
        near = gaps(play)
        assert near[0] < 3.5
        assert near[3] > 5.0  # nobody swarms


def test_the_cover_stands_goal_side_of_the_presser() -> None:
    for play in later(elevens((-10.0, 6.0), "g", told={"waits": "g"}), 2.5, 8):
        presser, helper = (play.match.players[play.match.presser[0]], play.match.players[play.match.helper[0]])
        assert helper.x < presser.x


def hunted(won_ago: float) -> float:
    """Metres of the nearest home man from a rival centre-back two seconds on, who won the ball so long ago (s)."""
    board = elevens((26.0, 4.0), "c", told={"waits": "c"}, J=(19.0, -4.0), K=(19.0, 10.0), H=(12.0, 6.0))
    near = []
    for play in plays(board, 8):
        play.match.teams[1].won_at = play.match.tick - round(20 * won_ago)
        near.append(gaps(play.play(2.0))[0])
    return mean(near)


def test_a_ball_just_lost_is_hunted_where_a_settled_one_is_let_be() -> None:
    assert hunted(0.3) < hunted(30.0) - 1.5


def pressed(**told: str) -> float:
    """Metres of the nearest home man from a centre-back in his own third."""
    board = elevens((14.0, 4.0), "c", told={"waits": "c", **told}, J=(4.0, -4.0), K=(4.0, 8.0))
    for_long = []
    for play in plays(board, 12):
        play.match.teams[1].won_at = play.match.tick - 2000
        for_long.append(gaps(play.play(3.0))[0])
    return mean(for_long)


def test_a_side_that_needs_a_goal_presses_higher() -> None:
    assert pressed(score="0-1", minute="88:00") < pressed(score="1-0", minute="88:00") - 1.0


def test_the_second_front_man_is_ready_for_the_other_centre_back_instead_of_queueing() -> None:
    board = elevens((9.0, 4.0), "c", told={"waits": "c"}, J=(4.0, 5.0), K=(2.0, -4.0))
    for play in plays(board, 16):
        play.match.teams[1].won_at = play.match.tick - 2000
        play.play(2.0)
        first, second, other = play.man("J"), play.man("K"), play.man("d")
        assert (play.match.presser[0], play.match.helper[0]) == (LETTERS.index("J"), LETTERS.index("K"))
        assert abs(second.y - other.y) < 0.6 * abs(play.match.ball.y - other.y)
        assert length(second.x - first.x, second.y - first.y) > 5.0


def goes_at(spot: Spot, runs: Spot, letter: str = "c") -> float:
    """Metres of the nearest home man, two seconds on, from a rival who has the ball deep in his half and goes so."""
    board = elevens(spot, letter, told={"minute": "20:00"}, J=(spot[0] - 8.0, 0.75 * spot[1]))
    near = []
    for play in plays(board, 12):
        play.match.teams[1].won_at = play.match.tick - 2000
        carrier = play.match.players[LETTERS.index(letter)]
        for _ in range(10):
            carrier.vx, carrier.vy = runs
            run_on(play.match, play.setup, play.notes, 2)
        near.append(gaps(play)[0])
    return mean(near)


def test_who_turns_back_or_is_by_the_touchline_is_gone_at_where_others_are_let_be() -> None:
    let_be = goes_at((34.0, 10.0), (-1.0, 0.0))
    assert goes_at((34.0, 10.0), (3.0, 0.0)) < let_be + 2.0  # he runs away from them, and yet
    assert goes_at((34.0, 29.5), (-1.0, 0.0)) < let_be - 1.0


def test_nobody_turns_away_from_a_man_who_brings_the_ball() -> None:
    """The presser of a ball too far up to be gone for keeps his distance, at most."""
    for play in plays(elevens((34.0, 10.0), "c", told={"minute": "20:00", "waits": "c"}, J=(28.0, 8.0)), 12):
        play.match.teams[1].won_at = play.match.tick - 2000
        begun = gaps(play)[0]
        assert gaps(play.play(1.5))[0] < begun + 1.0


def closing(by: str, haste_front: float) -> float:
    """Mean pace (m/s) at which the man `by`, sent to a rival ten metres away, wants to close him half a second on."""
    away = {letter: (-30.0, spot) for letter, spot in zip("FGHIJK", (-20.0, -12.0, -4.0, 4.0, 12.0, 20.0), strict=True)}
    board = elevens((0.0, 0.0), "g", told={"waits": "g"}, **{**away, by: (-10.0, 0.0)})
    paces = []
    for play in plays(board, 8):
        play.setup.play.haste_front = haste_front
        run_on(play.match, play.setup, play.notes, TICKS_PER_SECOND // 2)
        assert play.match.presser[0] == LETTERS.index(by)
        paces.append(float(play.man(by).want.pace))
    return mean(paces)


def test_front_men_close_the_ball_faster_and_nobody_else() -> None:
    assert closing("J", 1.5) > closing("J", 0.0) + 1.0
    assert closing("G", 1.5) == closing("G", 0.0)


def blocked_lanes(match: Match, spots: list[tuple[float, float]]) -> int:
    """How many of the ways from the ball to `spots` have a home man within two metres of them."""
    blocked = 0
    for x, y in spots:
        dx, dy = x - match.ball.x, y - match.ball.y
        far = length(dx, dy)
        for slot in range(1, SIDE):
            man = match.players[slot]
            along = ((man.x - match.ball.x) * dx + (man.y - match.ball.y) * dy) / far
            across = abs((man.x - match.ball.x) * dy - (man.y - match.ball.y) * dx) / far
            if 0.5 < along < far and across < 2.0:
                blocked += 1
                break
    return blocked


def test_the_press_leaves_no_straight_way_to_goal() -> None:
    for play in later(elevens((-12.0, 0.0), "g", told={"waits": "g"}), 2.5, 8):
        assert blocked_lanes(play.match, [(-HALF_LENGTH, 0.0)]) == 1


def test_who_stands_over_the_ball_is_challenged_wherever_he_is() -> None:
    kept = []
    for play in later(elevens((46.0, 31.0), "c", told={"waits": "c"}, K=(44.0, 29.5)), 15.0, 12):
        slot = LETTERS.index("c")
        kept.append(play.match.ball.carrier == slot and play.match.tick - play.match.ball.since > 200)
    assert share(kept) < 0.2
