import threading

import numpy as np
import pytest

import game
from game.dilemma.continuations import Option, ask
from game.dilemma.rollouts import Rollouts, compare
from game.dilemma.verdict import TOO_CLOSE, judge

BACK = range(1, 5)
OPTIONS = (Option.told("push", BACK), Option.told("stay", BACK))


@pytest.fixture(scope="module")
def moment():
    return game.kick_off("late-deficit", home="team-win", away="role-bound", seed=3)


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_the_figures_are_the_same_on_any_number_of_workers(moment, workers):
    known = compare(*moment, OPTIONS, continuations=10, seed=5, workers=1, seconds=40)
    again = compare(*moment, OPTIONS, continuations=10, seed=5, workers=workers, seconds=40)
    assert np.array_equal(again.rolls, known.rolls)


def test_more_continuations_begin_with_the_same_ones(moment):
    few = compare(*moment, OPTIONS, continuations=4, seconds=30)
    many = compare(*moment, OPTIONS, continuations=9, seconds=30)
    assert np.array_equal(many.rolls[:4], few.rolls)
    assert len(np.unique(many.rolls["seed"])) == 9


def test_another_seed_is_other_luck(moment):
    one, other = (compare(*moment, OPTIONS, continuations=4, seconds=60, seed=seed) for seed in (1, 2))
    assert not np.array_equal(one.rolls["seed"], other.rolls["seed"])


def test_both_options_meet_the_same_luck(moment):
    rolls = compare(*moment, OPTIONS, continuations=6, seconds=10).rolls
    assert np.array_equal(rolls["seed"][:, 0], rolls["seed"][:, 1])


def test_two_names_for_one_order_differ_by_exactly_zero(moment):
    same = (Option.told("push", BACK), Option.told("push", BACK, name="go"))
    found = compare(*moment, same, continuations=24, seconds=120)
    assert np.array_equal(found.rolls[:, 0], found.rolls[:, 1])
    assert found.difference("expected") == (0.0, 0.0, 0.0)
    assert found.correlation("xg_for") == pytest.approx(1.0)


def test_the_match_stays_as_it_is(moment):
    match, setup = moment
    before = game.fingerprint(match)
    compare(match, setup, OPTIONS, continuations=2, seconds=20)
    assert game.fingerprint(match) == before


def test_progress_is_told_pair_by_pair(moment):
    counts = []
    found = compare(*moment, OPTIONS, continuations=7, seconds=10, on_progress=lambda known: counts.append(known.count))
    assert counts == [1, 2, 3, 4, 5, 6, 7]
    assert found.complete


def test_roll_outs_behind_a_window_find_what_waiting_finds(moment):
    background = Rollouts(ask(*moment, OPTIONS, seconds=30, seed=4), 6, workers=2).start()
    assert background.wait()
    waited = compare(*moment, OPTIONS, continuations=6, seconds=30, seed=4)
    assert np.array_equal(background.poll().rolls, waited.rolls)


def test_cancelled_roll_outs_stop_and_keep_what_they_have(moment):
    background = Rollouts(ask(*moment, OPTIONS), 100_000, workers=2).start()
    while background.poll() is None:
        background.wait(0.01)
    background.cancel()
    assert not background.running
    found = background.poll()
    assert 1 <= found.count < found.planned
    assert judge(found).choice == TOO_CLOSE
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("rollouts")]


def test_roll_outs_cancelled_before_they_start_play_nothing(moment):
    background = Rollouts(ask(*moment, OPTIONS), 10)
    background.cancel()
    assert background.start().wait()
    assert background.poll() is None


def test_an_interrupted_comparison_leaves_no_thread_behind(moment):
    def interrupt(_known):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compare(*moment, OPTIONS, continuations=1000, workers=2, on_progress=interrupt)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("rollouts")]


def test_what_goes_wrong_in_the_background_is_told_to_who_polls(moment):
    broken = ask(*moment, OPTIONS, seconds=5, competition=lambda difference: float("nan") if difference > 3 else 0.0)
    background = Rollouts(broken, 3).start()
    background.wait()
    with pytest.raises(ValueError, match="finite"):
        background.poll()


def test_the_same_thing_twice_is_never_decided_early(moment):
    same = (Option.told("push", 2), Option.told("push", 2, name="go"))
    found = compare(*moment, same, continuations=600, seconds=1, until_sure=True)
    assert found.count == 600
    assert judge(found).choice == TOO_CLOSE


def test_roll_outs_start_once(moment):
    background = Rollouts(ask(*moment, OPTIONS, seconds=5), 1).start()
    with pytest.raises(ValueError, match="make new ones"):
        background.start()
    background.wait()


@pytest.mark.parametrize("settings", [{"continuations": 0}, {"continuations": 10**9}, {"workers": 0}])
def test_impossible_amounts_are_refused(moment, settings):
    with pytest.raises(ValueError, match="must be 1 to"):
        compare(*moment, OPTIONS, **settings)
