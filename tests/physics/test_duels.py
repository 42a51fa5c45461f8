from __future__ import annotations

import functools
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.events import Action
from game.intent import Intent
from game.physics.duels import REACH, tackle
from game.pitch import HALF_LENGTH
from game.record import copy
from game.state import NOBODY, Setup
from tests.boards import LETTERS, Play, again, empty_pitch, lay, read

LUCKS = 300
CARRIER, TACKLER = LETTERS.index("G"), LETTERS.index("g")


@functools.cache
def before(
    *,
    away: float = 0.9,
    behind: bool = False,
    skill: float | None = None,
    shielding: bool = False,
    at: tuple[float, float] = (0.0, 0.0),
) -> Play:
    """G with the ball 0.45 m ahead of him, g going for it from `away` m in front of him (or from behind)."""
    x, y = at
    ahead = x - 0.7 if behind else x + 0.45 + away
    play = empty_pitch(G=at, g=(ahead, y + 0.05))
    ball = play.match.ball
    ball.carrier = ball.last = CARRIER
    ball.x, ball.y = x + 0.45, y
    ball.since = play.match.tick - 40
    play.match.having = 0
    play.man("g").want.kind = int(Intent.TACKLE)
    if shielding:
        play.man("G").want.kind = int(Intent.SHIELD)
    play.setup = _with(play.setup, skill)
    return play


def duel_of(seed: int, **situation: Any) -> Play:
    """The same a tick later, on that luck."""
    play = again(before(**situation), seed)
    tackle(play.match, play.setup, play.notes)
    return play


def _with(setup: Setup, skill: float | None) -> Setup:
    """The setup with every tackler as good as that."""
    if skill is None:
        return setup
    other = copy(setup)
    np.asarray(other)["squads"]["tackling"][1] = skill
    return other


def won(**situation: Any) -> int:
    """Of LUCKS tackles, how many take the ball off the carrier."""
    return sum(duel_of(seed, **situation).match.ball.carrier != CARRIER for seed in range(LUCKS))


def fouls(**situation: Any) -> int:
    """Of LUCKS tackles, how many are fouls."""
    return sum(duel_of(seed, **situation).match.foul.kind != 0 for seed in range(LUCKS))


def test_a_tackle_is_won_lost_or_a_foul_and_every_end_is_seen() -> None:
    ends = set()
    for seed in range(LUCKS):
        match = duel_of(seed).match
        ends.add((int(match.ball.carrier), int(match.foul.kind) > 0))
    assert {(TACKLER, False), (NOBODY, False), (CARRIER, False), (CARRIER, True)} <= ends


def test_the_nearer_the_better_the_tackler_and_from_in_front_the_more_are_won() -> None:
    assert won(away=0.3) > won(away=1.0)
    assert won(skill=0.95) > won(skill=0.3)
    assert won(away=0.6) > won(away=0.6, shielding=True)
    assert won(away=0.9) > won(behind=True)


def test_from_behind_more_are_fouls() -> None:
    """The same 300 lucks, so the difference is the tackle's."""
    assert fouls(behind=True) > fouls(away=0.9)


def test_men_are_careful_in_their_own_box() -> None:
    box = (HALF_LENGTH - 9.0, 4.0)
    assert fouls(behind=True, at=box) < fouls(behind=True)


@settings(max_examples=40)
@given(st.floats(REACH + 0.2, 4.0), st.integers(0, 10**6))
def test_a_ball_out_of_reach_is_not_tackled_for(away: float, seed: int) -> None:
    play = duel_of(seed, away=away)
    assert play.match.ball.carrier == CARRIER
    assert play.notes.count == 0


@settings(max_examples=40)
@given(st.integers(0, 10**6), st.booleans())
def test_a_tackle_is_counted_and_told_and_the_loser_needs_a_moment(seed: int, behind: bool) -> None:
    play = duel_of(seed, behind=behind)
    match = play.match
    assert match.teams[1].tackles <= 1  # only a sliding one is called a tackle
    assert play.notes.events[0].action in (Action.CHALLENGE, Action.DRIBBLE)  # a run that ends is written first
    assert play.man("g").touch_at > match.tick
    loser = play.man("G") if match.ball.carrier != CARRIER or match.foul.kind else play.man("g")
    assert loser.down_until > match.tick


def test_only_who_means_to_goes_in() -> None:
    play = duel_of(1, away=5.0)
    play.man("g").x = 1.0
    play.man("g").want.kind = int(Intent.JOCKEY)
    tackle(play.match, play.setup, play.notes)
    assert play.notes.count == 0


def test_a_ball_in_the_keepers_hands_is_his() -> None:
    play = duel_of(1, away=5.0)
    play.man("g").x = 0.6
    play.match.ball.held = 1
    tackle(play.match, play.setup, play.notes)
    assert play.match.ball.carrier == CARRIER


@pytest.mark.parametrize(("rival", "denied"), [(False, 1), (True, 0)])
def test_bringing_down_a_man_through_on_goal_denies_a_chance(rival: bool, denied: int) -> None:
    """Unless another defender is ahead of him."""
    start = lay(read("alone"))
    man, chaser, other = (start.man(letter) for letter in "Jcd")
    start.match.ball.x, start.match.ball.y = man.x + 0.45, man.y
    chaser.x, chaser.y = man.x - 0.6, man.y
    chaser.want.kind = int(Intent.TACKLE)
    other.on, other.x, other.y = int(rival), man.x + 6.0, man.y
    seen = []
    for seed in range(LUCKS):
        play = again(start, seed)
        tackle(play.match, play.setup, play.notes)
        if play.match.foul.kind:
            seen.append(int(play.match.foul.chance))
    assert seen
    assert set(seen) == {denied}
