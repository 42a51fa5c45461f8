"""What stakes do to posts: higher behind, lower ahead, for those who play for the result and only for them."""

from __future__ import annotations

import numpy as np
import pytest

from game.brain.options import lean
from game.brain.shape import anchor_x
from game.policies.role_bound import LEAN
from game.post import Post
from game.replay import Order, obey
from game.sight import look
from game.state import SIDE
from tests.boards import LETTERS, Play, lay, read

BACK_FOUR = "BCDE"
WATCHED = 8.0  # s in which a line finds its height
STEP = 0.5  # m that two lines must differ by; the board is the same, so all else is equal


def height(play: Play) -> float:
    """Metres from the own goal line to the back four, on average."""
    return sum(float(play.man(letter).x) for letter in BACK_FOUR) / len(BACK_FOUR)


def line_at(score: str, *, mix: str = "team-win", minute: str = "89:00") -> float:
    """Where the back four stands at a score."""
    return height(lay(read("line_of_four"), home=mix, minute=minute, score=score).play(WATCHED))


def stakes(play: Play, letter: str) -> tuple[float, float]:
    """(score, concede) of a man now."""
    man = play.man(letter)
    return float(man.score), float(man.concede)


def posts_at(score: str, minute: str) -> float:
    """Where the posts of the back four are at a score, x on average, for a ball on the halfway line."""
    play = lay(read("line_of_four"), home="team-win", minute=minute, score=score).play(2.0)
    look(play.match, play.setup, play.notes)
    slots = [LETTERS.index(letter) for letter in BACK_FOUR]
    return sum(anchor_x(play.match, play.setup, play.notes.sight[0], slot, 0.0) for slot in slots) / len(slots)


def test_late_and_behind_a_team_win_defence_stands_higher_and_ahead_it_sits_deeper() -> None:
    """Of its posts: where the men are in one luck is mostly where the ball went."""
    assert posts_at("0-1", "89:00") > posts_at("0-0", "89:00") + STEP
    assert posts_at("1-0", "89:00") < posts_at("0-0", "89:00") - STEP


def test_early_the_score_moves_it_less() -> None:
    early = posts_at("0-1", "10:00") - posts_at("1-0", "10:00")
    late = posts_at("0-1", "89:00") - posts_at("1-0", "89:00")
    assert 0.0 < early < late


def test_a_role_bound_defence_stands_where_it_stood_whatever_the_score() -> None:
    assert line_at("0-1", mix="role-bound") == line_at("0-0", mix="role-bound") == line_at("5-0", mix="role-bound")


@pytest.mark.parametrize("score", ["0-0", "0-1", "3-0"])
@pytest.mark.parametrize("minute", ["1:00", "89:00"])
def test_role_bound_stakes_never_move(score: str, minute: str) -> None:
    """They lean as the job description does, and by as much at any score and time."""
    board = read("line_of_four")
    first = lay(board)
    later = lay(board, minute=minute, score=score).play(2.0)
    for letter in LETTERS[1:SIDE]:
        slot = LETTERS.index(letter)
        assert stakes(later, letter) == stakes(first, letter)
        job_score, job_concede = LEAN[Post(first.setup.sheets[0].post[slot])]
        assert np.sign(lean(first.match.players[slot])) == np.sign(job_score - job_concede)


def test_team_win_stakes_are_near_even_early_and_lean_all_one_way_at_the_end() -> None:
    """A league match: late and behind only a goal for counts, late and ahead one against counts most."""
    board = read("line_of_four")
    leans = {
        (minute, score): lean(lay(board, home="team-win", minute=minute, score=score).man("C"))
        for minute, score in (("1:00", "0-0"), ("89:30", "0-0"), ("89:30", "0-1"), ("89:30", "1-0"))
    }
    assert abs(leans["1:00", "0-0"]) < 0.15
    assert leans["89:30", "0-1"] > 0.7
    assert leans["89:30", "1-0"] < -0.15
    assert leans["89:30", "1-0"] < leans["89:30", "0-0"] < leans["89:30", "0-1"]


@pytest.mark.parametrize("mix", ["team-win", "role-bound"])
def test_an_order_to_push_makes_a_goal_all_that_counts_and_to_stay_the_job(mix: str) -> None:
    play = lay(read("line_of_four"), home=mix, minute="89:00", score="1-0")
    slot = LETTERS.index("C")
    obey(play.match, Order(tick=0, slot=slot, told=1))
    play.play(1.0)
    assert stakes(play, "C") == (1.0, 0.0)
    obey(play.match, Order(tick=0, slot=slot, told=2))
    play.play(1.0)
    assert stakes(play, "C") == stakes(lay(read("line_of_four")), "C")  # role-bound


def test_a_centre_back_told_to_push_goes_further_up_than_one_told_to_stay() -> None:
    places = []
    for told in (1, 2):
        play = lay(read("line_of_four"))
        obey(play.match, Order(tick=0, slot=LETTERS.index("D"), told=told))
        places.append(float(play.play(WATCHED).man("D").x))
    assert places[0] > places[1] + STEP


def test_with_nothing_left_to_play_for_a_team_win_man_slackens() -> None:
    board = read("line_of_four")
    lost = lay(board, home="team-win", minute="89:30", score="0-5")
    open_yet = lay(board, home="team-win", minute="89:30", score="0-1")
    assert lost.man("C").effort < 0.5 * open_yet.man("C").effort
