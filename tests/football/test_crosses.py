"""Crosses: runs to the near post, the far post and the edge; headers; given when the box is manned."""

from __future__ import annotations

from game.events import Action, Bodypart
from game.intent import Intent
from game.match import run_on
from game.pitch import BOX_LINE, HALF_LENGTH, length
from game.state import SIDE, TICKS_PER_SECOND
from tests.boards import LETTERS, Play
from tests.football.elevens import Board, elevens, later, mean, plays, share, watched

OURS = "BCDEFGHIJK"


def winger(**told: str) -> Board:
    """F near the right corner with room to cross, his mates arriving at the box."""
    return elevens(
        (46.0, -28.0), "F", told=told, J=(37.0, -5.0), K=(36.0, 7.0), G=(28.0, -8.0), H=(26.0, 6.0), I=(32.0, 18.0),
        e=(46.0, -15.0), i=(36.0, -14.0), d=(46.5, -6.0), c=(46.5, 2.0), b=(45.5, 9.0),
    )  # fmt: skip


def within_box(play: Play) -> list[tuple[float, float]]:
    """Where our men in the box stand, y counted from the side the ball is on."""
    men = [(float(play.man(letter).x), -float(play.man(letter).y)) for letter in OURS if letter != "F"]
    return [(x, y) for x, y in men if x > BOX_LINE - 1.0 and abs(y) < 20.0]


def test_near_post_far_post_and_edge_are_manned() -> None:
    near, far, edge = [], [], []
    for play in later(winger(waits="F e i g h"), 2.0, 12):
        men = within_box(play)
        near.append(any(x > HALF_LENGTH - 12.0 and y > 0.0 for x, y in men))
        far.append(any(x > HALF_LENGTH - 13.0 and y < 0.0 for x, y in men))
        edge.append(any(BOX_LINE - 12.0 < float(play.man(letter).x) < HALF_LENGTH - 8.0 for letter in "GHB"))
    assert share(near) > 0.7
    assert share(far) > 0.7
    assert share(edge) > 0.7


def test_the_ball_is_crossed_when_the_box_is_manned_more_than_when_it_is_not() -> None:
    def crossed(board: Board) -> float:
        slot = LETTERS.index("F")
        plays = watched(board, 4.0)
        return share([any(who == slot and action == Action.CROSS for who, action, _ in play.kicks) for play in plays])

    manned, empty = winger(), winger(waits="G H I J K")
    empty.spots.update({"J": (10.0, -5.0), "K": (9.0, 5.0), "G": (5.0, -10.0), "H": (5.0, 8.0), "I": (8.0, 22.0)})
    assert crossed(manned) > crossed(empty) + 0.1


def test_crosses_are_met_with_the_head() -> None:
    heads = 0
    for play in watched(winger(), 0.0, 40):
        for match in play.ticks(6.0):
            if match.flight.action >= 0 and match.flight.bodypart == Bodypart.HEAD:
                heads += 1
                break
    assert heads >= 3


def test_who_marks_before_goal_gets_between_his_man_and_a_ball_on_the_wing() -> None:
    """Further told to (`ball_side`), a marker wants to stand nearer the ball than his man by more."""

    def nearer(ball_side: float) -> float:
        gained = []
        for play in plays(winger(waits="F"), 12):
            play.setup.play.ball_side = ball_side
            run_on(play.match, play.setup, play.notes, TICKS_PER_SECOND)
            ball, players = play.match.ball, play.match.players
            marking = [men for men in players[SIDE + 1 :] if men.want.kind == Intent.MARK]
            for man in marking:
                his = players[man.mark]
                gained.append(length(his.x - ball.x, his.y - ball.y) - length(man.want.x - ball.x, man.want.y - ball.y))
        return mean(gained)

    assert nearer(1.0) > nearer(0.0) + 0.2


def test_the_posts_are_attacked_ahead_of_a_ball_by_the_goal_line() -> None:
    def furthest(ball: float) -> float:
        board = winger(waits="F e i g h d c b")
        board.spots["*"] = (ball, -28.0)
        board.spots["F"] = (ball - 0.5, -28.0)
        runs = []
        for play in plays(board, 12):
            run_on(play.match, play.setup, play.notes, TICKS_PER_SECOND // 2)
            boxed = [man.want.x for man in play.match.players[1:SIDE] if man.want.kind == Intent.BOX]
            runs += [max(boxed)] if boxed else []
        return mean(runs)

    assert furthest(46.5) > 46.0
    assert furthest(38.0) < 43.0
