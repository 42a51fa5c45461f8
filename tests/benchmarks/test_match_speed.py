"""How long the parts of a benchmark take: pytest -m benchmark tests/benchmarks."""

import pytest

from game.benching.bench import make_ready, play_rounds
from game.brain.thinking import think
from game.fixture import Fixture, arrange
from game.match import run_on, scratch, tick
from game.sight import look
from game.speed import measure
from game.state import TICKS_PER_SECOND, fingerprint, fork

pytestmark = pytest.mark.benchmark

MINUTE = 60 * TICKS_PER_SECOND


@pytest.fixture(scope="module")
def arm():
    """A whole match, ready to be played."""
    made = arrange(Fixture("full-match"))
    make_ready(made)
    return made


@pytest.fixture(scope="module")
def moment(arm):
    """The same match ten minutes on."""
    match = arm.matches([1])[0]
    run_on(match, arm.setup, scratch(), 10 * MINUTE)
    return match


def test_tick(benchmark, arm, moment):
    match, notes = fork(moment, 1)[0], scratch()
    tick(match, arm.setup, notes)

    def a_minute():
        notes.count = 0
        run_on(match, arm.setup, notes, MINUTE)

    benchmark.pedantic(a_minute, rounds=20)
    benchmark.extra_info["ticks a call"] = MINUTE


def test_decision(benchmark, arm, moment):
    notes = scratch()
    look(moment, arm.setup, notes)
    think(moment, arm.setup, notes, 5)
    benchmark(think, moment, arm.setup, notes, 5)


def test_fork(benchmark, moment):
    benchmark(fork, moment, 1000)


def test_fingerprint(benchmark, moment):
    benchmark(fingerprint, moment)


def test_batch(benchmark, arm):
    benchmark.pedantic(play_rounds, ([arm], 1, 0, 4), rounds=5)


def test_speed_measures_what_the_contract_names():
    found = measure(lambda _: None)
    assert list(found) == [
        "engine",
        "match_seconds_per_second_per_core",
        "matches_per_hour_per_core",
        "ns_per_tick",
        "ticks_per_match_second",
        "cold_compile_seconds",
        "warm_start_seconds",
        "fork_us",
    ]
    assert all(value > 0 for value in found.values())
