import threading
import time

import numpy as np
import pytest

import game
from game.dilemma.continuations import Option, ask
from game.screens.debrief.thinking import PUSH, STAY, Thinking, in_a_hundred
from game.teams.objectives import Objective
from game.teams.scenarios import scenario, variant

DRAW = Objective("draw", 0)
PATIENCE = 60.0  # s a test waits at most


@pytest.fixture(scope="module")
def moment():
    return game.kick_off(variant("late-deficit", minute="89:30", added=0.5), seed=3)


def waited(thinking):
    until = time.monotonic() + PATIENCE
    while thinking.busy and time.monotonic() < until:
        time.sleep(0.01)
    return thinking


def futures_alive():
    return [thread for thread in threading.enumerate() if thread.name.startswith("futures")]


def test_futures_are_those_the_theory_plays(moment):
    thinking = Thinking(DRAW, planned=4)
    thinking.start(*moment, 1)
    found = waited(thinking).known(moment[0], 1)
    thinking.cancel()
    options = (Option.told(PUSH, 1), Option.told(STAY, 1))
    question = ask(*moment, options, side=0, competition=in_a_hundred(DRAW), seed=int(moment[0].seed))
    slow = np.concatenate([question.play(number, lambda: False) for number in range(4)])
    assert np.array_equal(found.rolls, slow)


def test_more_threads_find_the_same(moment):
    thinking = Thinking(DRAW, planned=6)
    thinking.start(*moment, 1)
    thinking.hurry(moment[0], 1)
    found = waited(thinking).known(moment[0], 1).rolls
    thinking.cancel()
    alone = Thinking(DRAW, planned=6)
    alone.start(*moment, 1)
    assert np.array_equal(found, waited(alone).known(moment[0], 1).rolls)
    alone.cancel()


def test_futures_are_paid_by_the_aim(moment):
    thinking = Thinking(DRAW, planned=5)
    thinking.start(*moment, 1)
    rolls = waited(thinking).known(moment[0], 1).rolls
    thinking.cancel()
    assert np.array_equal(rolls["value"], 100.0 * (rolls["margin"] >= 0))


def test_cancelling_ends_before_the_work_does_and_leaves_no_thread(moment):
    thinking = Thinking(DRAW, planned=100_000)
    thinking.start(*moment, 1)
    thinking.hurry(moment[0], 1)
    assert thinking.busy
    thinking.cancel()
    assert not futures_alive()
    assert not thinking.busy
    assert all(asked.count < asked.planned for asked in thinking.asked.values())


@pytest.mark.benchmark  # a promise about an idle machine: the waiting threads have the lowest priority
def test_cancelling_takes_less_than_a_fifth_of_a_second(moment):
    thinking = Thinking(DRAW, planned=100_000)
    thinking.start(*moment, 1)
    thinking.hurry(moment[0], 1)
    begun = time.perf_counter()
    thinking.cancel()
    assert time.perf_counter() - begun < 0.2


def test_a_moment_is_asked_once_and_a_match_that_is_over_never(moment):
    match, setup = moment
    over = game.fork(match, 1)[0]
    over.clock.over = 1
    thinking = Thinking(DRAW, planned=1)
    thinking.start(over, setup, 1)
    assert not thinking.asked
    thinking.start(match, setup, 1)
    first = next(iter(thinking.asked.values()))
    thinking.start(match, setup, 1)
    thinking.cancel()
    assert next(iter(thinking.asked.values())) is first


def test_the_whole_match_gets_fewer_futures_than_its_end():
    late, setup = game.kick_off("late-deficit", seed=1)
    early, whole = game.kick_off("full-match", seed=1)
    thinking = Thinking(DRAW, planned=1000)
    thinking.cancel()
    assert thinking.affordable(late, setup) > 3 * thinking.affordable(early, whole) >= 300


def test_a_tie_still_level_is_even_chances():
    pays = in_a_hundred(scenario("aggregate").aim)
    lead = scenario("aggregate").aim.first_leg
    assert [pays(margin - lead) for margin in (-1, 0, 1)] == [0.0, 50.0, 100.0]


def test_another_run_at_the_same_tick_is_another_moment(moment):
    match, setup = moment
    other = game.fork(match, 1)[0]
    other.ball.vx += 1.0
    thinking = Thinking(DRAW, planned=1)
    thinking.start(match, setup, 1)
    waited(thinking).cancel()
    assert thinking.known(match, 1) is not None
    assert thinking.known(other, 1) is None
    assert thinking.known(match, 2) is None
