from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import parameters
from game.brain.explain import explain
from game.brain.lanes import air_p, ground_p, worst_margin
from game.events import Result
from game.match import tick
from game.parameters import Parameters
from game.record import blank, copy
from game.state import TICKS_PER_SECOND, Match, Notes, Setup, Sight
from game.teams.kick_off import kick_off
from game.value.space import pass_speed
from tests.brain.sentences import PASSES

MATE = 5
TOP = 8.0  # m/s

PLAY = blank(Parameters)
parameters.write(PLAY)


def seen(mate: tuple[float, float], rivals: list[tuple[float, float]]) -> Sight:
    """A sight with one mate and some rivals, all standing still."""
    sight = blank(Sight)
    for k in range(22):
        sight.top[k] = TOP
    sight.on[MATE], (sight.x[MATE], sight.y[MATE]) = 1, mate
    for j, (x, y) in enumerate(rivals, start=12):
        sight.on[j], sight.x[j], sight.y[j] = 1, x, y
    return sight


def arrives(sight: Sight, far: float) -> float:
    """Chance that a ground ball from the origin reaches the mate `far` m ahead."""
    return float(ground_p(PLAY, sight, 0.0, 0.0, MATE, far, 0.0, pass_speed(far, 7.0)))


distances = st.floats(4.0, 38.0)
spots = st.tuples(st.floats(-5, 45), st.floats(-12, 12))


@settings(max_examples=100)
@given(distances, st.lists(spots, max_size=5))
def test_a_pass_is_a_chance_and_no_rival_makes_it_surer(far: float, rivals: list[tuple[float, float]]) -> None:
    chances = [arrives(seen((far, 0.0), rivals[:count]), far) for count in range(len(rivals) + 1)]
    assert all(0.0 <= p < 1.0 for p in chances)
    assert chances == sorted(chances, reverse=True)


@settings(max_examples=100)
@given(distances, st.floats(0.1, 0.9), st.floats(0.0, 12.0), st.floats(0.0, 12.0))
def test_the_further_a_rival_is_from_the_lane_the_surer_it_gets_there(
    far: float, along: float, one: float, two: float
) -> None:
    low, high = sorted((one, two))
    near, away = (arrives(seen((far, 0.0), [(along * far, beside)]), far) for beside in (low, high))
    assert away >= near - 1e-9


@given(st.floats(8.0, 38.0))
def test_a_rival_in_the_lane_stops_it_and_one_behind_does_not(far: float) -> None:
    free = arrives(seen((far, 0.0), []), far)
    assert arrives(seen((far, 0.0), [(0.5 * far, 0.0)]), far) < 0.5 * free
    assert arrives(seen((far, 0.0), [(-10.0, 0.0)]), far) == free


@given(st.floats(10.0, 38.0))
def test_a_longer_pass_past_a_man_is_less_sure(far: float) -> None:
    def past(length: float) -> float:
        return arrives(seen((length, 0.0), [(0.5 * length, 7.0)]), length)

    assert past(far) <= past(8.0) + 1e-9


@given(st.floats(15.0, 38.0), spots)
def test_the_margin_is_what_the_worst_placed_rival_leaves(far: float, rival: tuple[float, float]) -> None:
    alone = worst_margin(seen((far, 0.0), [rival]), 0.0, 0.0, far, 0.0, 12.0, far)
    with_another = worst_margin(seen((far, 0.0), [rival, (0.5 * far, 0.3)]), 0.0, 0.0, far, 0.0, 12.0, far)
    assert with_another <= alone
    assert with_another < 0.0


@settings(max_examples=100)
@given(st.floats(15, 50), st.lists(spots, max_size=5), st.floats(1.0, 2.5))
def test_a_ball_in_the_air_is_a_chance_and_no_rival_makes_it_surer(
    far: float, rivals: list[tuple[float, float]], seconds: float
) -> None:
    chances = [
        float(air_p(seen((far, 0.0), rivals[:count]), MATE, far, 0.0, seconds, far)) for count in range(len(rivals) + 1)
    ]
    assert all(0.0 <= p < 1.0 for p in chances)
    assert np.all(np.diff(chances) <= 1e-12)


def test_passes_arrive_about_as_often_as_they_are_judged_to() -> None:
    """Twenty-five minutes, a standard error of 0.03: 0.12 apart by luck once in 10^4.

    Of passes by a man who has the ball: those without a touch he trusts less than they deserve (`first_time`).
    """
    judged, arrived = [], []
    match, setup = kick_off("full-match", seed=11)
    notes = blank(Notes)
    waiting = None
    for _ in range(1500 * TICKS_PER_SECOND):
        before = copy(match)
        notes.count = 0
        tick(match, setup, notes)
        if waiting is not None:
            ends = [event.result for event in notes.events[: notes.count] if event.action in PASSES]
            if ends:
                judged.append(waiting)
                arrived.append(ends[0] == Result.SUCCESS)
                waiting = None
        if passed(match) and before.dead.kind == 0 and before.ball.carrier >= 0:
            waiting = judgement(before, setup, int(match.ball.kicker), int(match.ball.aimed))
    assert len(judged) > 100
    assert np.mean(judged) == pytest.approx(np.mean(arrived), abs=0.12)
    sure = np.array(judged) > np.median(judged)
    assert np.mean(np.array(arrived)[sure]) > np.mean(np.array(arrived)[~sure])


def passed(match: Match) -> bool:
    """Whether somebody has just passed the ball."""
    ball = match.ball
    return bool(ball.kicked == match.tick - 1 and ball.kicker == ball.last and match.flight.action in PASSES)


def judgement(match: Match, setup: Setup, slot: int, mate: int) -> float | None:
    """The chance he gave his pass to `mate` a moment ago."""
    man = match.players[slot]
    told = [thought for thought in explain(match, setup, slot) if thought.mate == mate]
    kinds = [thought.p for thought in told if thought.kind == man.want.kind] or [t.p for t in told if t.chosen]
    return kinds[0] if kinds else None
