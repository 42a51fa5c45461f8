"""A match standing still, set up by hand, so that drawing is tested without an engine."""

from __future__ import annotations

import os
from collections.abc import Callable

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import pytest

from game.post import Post
from game.record import blank
from game.screens.moment import Moment
from game.screens.programme import plain_programme
from game.screens.scene import scene
from game.state import NOBODY, SIDE, Match, Setup

FOUR_FOUR_TWO = (
    (Post.GK, -50, 0), (Post.RB, -32, -20), (Post.CB, -36, -7), (Post.CB, -36, 7), (Post.LB, -30, 20),
    (Post.RW, -12, -22), (Post.CM, -16, -6), (Post.CM, -15, 7), (Post.LW, -10, 23), (Post.ST, 4, -5), (Post.ST, 6, 6),
)  # fmt: skip
DEPTHS = (-1, 0, 0, 0, 0, 0.5, 0.45, 0.45, 0.5, 1, 1)
"""Posts and spots (m) of a side attacking +x."""


def still_setup() -> Setup:
    """Two squads of 1–18 in 4-4-2."""
    setup = blank(Setup)
    setup.competition.half_seconds = 2700.0
    for side in (0, 1):
        for man in range(18):
            setup.squads[side][man].number = man + 1
        for place, (post, _, _) in enumerate(FOUR_FOUR_TWO):
            setup.sheets[side].post[place] = post
            setup.sheets[side].depth[place] = DEPTHS[place]
    return setup


def still_match() -> Match:
    """Both sides in their places at 85:00, 0–1, the ball at the feet of the home right back."""
    match = blank(Match)
    match.clock.half, match.clock.tick, match.clock.added = 2, 48_000, -1
    match.teams[0].attacks, match.teams[1].attacks = 1, -1
    match.teams[1].goals = 1
    for slot in range(2 * SIDE):
        player = match.players[slot]
        _, x, y = FOUR_FOUR_TWO[slot % SIDE]
        way = 1 if slot < SIDE else -1
        player.on, player.man, player.breath, player.legs = 1, slot % SIDE, 0.9, 0.8
        player.x, player.y, player.vx = way * x, way * y, way * 3.0
        player.want.x, player.want.y, player.want.mate = player.x + way * 8, player.y, NOBODY
    ball = match.ball
    ball.x, ball.y, ball.z, ball.carrier, ball.last = -31.0, -20.0, 0.0, 1, 1
    match.foul.victim = NOBODY
    return match


@pytest.fixture
def match() -> Match:
    return still_match()


@pytest.fixture
def setup() -> Setup:
    return still_setup()


@pytest.fixture
def moment_of(setup: Setup) -> Callable[[Match], Moment]:
    """The moment a match stands at, as pictures want it."""
    programme = plain_programme(setup)
    return lambda match: Moment(match, setup, programme, scene(match))
