from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from game.brain.explain import Thought, explain
from game.intent import Intent
from game.pitch import length, on_pitch
from game.sight import look
from game.state import SIDE
from tests.boards import LETTERS, Play, lay, read
from tests.brain.scattered import situations

AHEAD = {Intent.RUN_AHEAD, Intent.RUN_BEHIND, Intent.OVERLAP, Intent.BOX}

FURTHEST_OFF = 3.47  # standard deviations a bell-shaped draw lies from its mean at most


def spots(play: Play, slot: int) -> list[Thought]:
    """Where `slot` may go, in no order."""
    return explain(play.match, play.setup, slot)


def mate(play: Play, number: int) -> int:
    """An outfield mate of the carrier who is not he."""
    carrier = int(play.match.ball.carrier)
    others = [slot for slot in range(carrier // SIDE * SIDE + 1, carrier // SIDE * SIDE + SIDE) if slot != carrier]
    return others[number]


mates = st.integers(0, SIDE - 3)


@settings(max_examples=60)
@given(situations, mates)
def test_going_forward_is_weighed_by_every_man_at_every_decision(play: Play, number: int) -> None:
    slot = mate(play, number)
    assert AHEAD & {thought.kind for thought in spots(play, slot)}


@settings(max_examples=60)
@given(situations, mates)
def test_no_spot_is_off_the_pitch_or_offside_by_more_than_he_may_err(play: Play, number: int) -> None:
    slot = mate(play, number)
    look(play.match, play.setup, play.notes)
    line = play.notes.sight[slot // SIDE].offside_x
    attacks = play.match.teams[slot // SIDE].attacks
    for thought in spots(play, slot):
        assert on_pitch(thought.x, thought.y)
        if thought.kind != Intent.SUPPORT:  # he may stay where he is, or come back from there
            assert thought.x * attacks <= line + FURTHEST_OFF * play.setup.play.early


def height(letters: str, score: float, concede: float, rest: float | None = None) -> float:
    """Sum of x (m) of where each of `letters` goes at these stakes (and `rest`), one by one, mates as they are."""
    total = 0.0
    for letter in letters:
        play = lay(read("twenty_two"))
        play.man(letter).score, play.man(letter).concede = score, concede
        if rest is not None:
            play.setup.play.rest = rest
        total += spots(play, LETTERS.index(letter))[0].x
    return total


def test_the_more_a_goal_is_worth_against_one_let_in_the_further_up_men_go() -> None:
    """Only stakes differ, so all may move one way only; but strikers run in behind with a lead to keep too."""
    mates = LETTERS[1:SIDE].replace("G", "")  # who has the ball
    assert height(mates, 1.0, 0.0) > height(mates, 1.0, 1.0)
    assert height(mates, 1.0, 0.0) > height(mates, 0.0, 1.0)
    behind_them = mates.replace("J", "").replace("K", "")
    assert height(behind_them, 1.0, 1.0) > height(behind_them, 0.0, 1.0)


def test_with_nothing_left_to_lose_a_rest_defence_still_stays() -> None:
    """The least that conceding counts off the ball holds men back; at even stakes it changes nothing."""
    mates = LETTERS[1:SIDE].replace("G", "")
    assert height(mates, 1.0, 0.0, rest=0.0) > height(mates, 1.0, 0.0, rest=1.0)
    assert height(mates, 1.0, 1.0, rest=0.0) == height(mates, 1.0, 1.0, rest=1.0)


def test_ten_men_do_not_choose_alike() -> None:
    """Three seconds on, at most two mates of the side with the ball stand within three metres of each other.

    By 1 luck in 120 there are two such pairs; more than two of 40 would be by 1 luck in 200.
    """
    crowds = []
    for seed in range(40):
        play = lay(read("twenty_two"), seed).play(3.0)
        side = int(play.match.having)
        letters = LETTERS[side * SIDE + 1 : side * SIDE + SIDE]
        crowded = [(a, b) for a in letters for b in letters if a < b and play.gap(a, b) < 3.0]
        crowds.append(len(crowded))
    assert max(crowds) <= 2
    assert sum(crowd > 1 for crowd in crowds) <= 2


def test_a_back_his_line_has_left_does_not_think_of_staying_there() -> None:
    """Twenty metres behind the others he would play every rival onside."""
    play = lay(read("twenty_two"))
    slot = LETTERS.index("C")
    man = play.man("C")
    man.vx = man.vy = 0.0
    stays = []
    for back in (0.0, 25.0):
        man.x -= back
        stays.append(any(length(spot.x - man.x, spot.y - man.y) < 0.1 for spot in spots(play, slot)))
    assert stays == [True, False]
