"""The same match to the last bit: forked, cut in pieces, on threads, in another process, compiled or not."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.events import Action
from game.match import LONGEST, play, play_batch, run_on, scratch
from game.record import blank, copy
from game.snapshot import load, save
from game.state import TICKS_PER_SECOND, Match, Notes, Setup, fingerprint, fork
from game.teams.kick_off import kick_off
from tests.spells import MIXES, SCENARIOS

ROOT = Path(__file__).parents[1]
MOST = 60 * TICKS_PER_SECOND

seeds = st.integers(0, 2**62 - 1)
scenarios = st.sampled_from(SCENARIOS)
mixes = st.sampled_from(MIXES)


@settings(max_examples=12)
@given(scenarios, mixes, seeds, st.integers(0, MOST), st.integers(1, MOST))
def test_a_fork_at_any_tick_replays_the_future(scenario: str, mix: str, seed: int, until: int, further: int) -> None:
    match, setup = kick_off(scenario, home=mix, seed=seed)
    run_on(match, setup, scratch(), until)
    before = fingerprint(match)
    forks = fork(match, 2)
    run_on(match, setup, scratch(), further)
    for each in forks:
        assert fingerprint(each) == before
        run_on(each, setup, scratch(), further)
        assert fingerprint(each) == fingerprint(match)


@settings(max_examples=12)
@given(scenarios, mixes, seeds, st.integers(0, MOST), st.integers(1, MOST))
def test_a_match_saved_and_loaded_at_any_tick_goes_on_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, scenario: str, mix: str, seed: int, until: int, further: int
) -> None:
    path = tmp_path_factory.mktemp("saved") / "match"
    match, setup = kick_off(scenario, away=mix, seed=seed)
    run_on(match, setup, scratch(), until)
    save(match, path)
    loaded = load(path)
    for each in (match, loaded):
        run_on(each, setup, scratch(), further)
    assert fingerprint(loaded) == fingerprint(match)


@settings(max_examples=12)
@given(scenarios, seeds, st.lists(st.integers(0, 300), min_size=1, max_size=6))
def test_play_in_pieces_is_play_in_one(scenario: str, seed: int, pieces: list[int]) -> None:
    whole, setup = kick_off(scenario, seed=seed)
    cut, _ = kick_off(scenario, seed=seed)
    play(whole, setup, seconds=sum(pieces) / TICKS_PER_SECOND)
    for piece in pieces:
        play(cut, setup, seconds=piece / TICKS_PER_SECOND)
    assert fingerprint(cut) == fingerprint(whole)


@settings(max_examples=6)
@given(scenarios, seeds)
def test_another_seed_is_another_match_and_the_same_seed_the_same(scenario: str, seed: int) -> None:
    prints = []
    for each in (seed, seed, seed ^ 1):
        match, setup = kick_off(scenario, seed=each)
        run_on(match, setup, scratch(), MOST)
        prints.append(fingerprint(match))
    assert prints[0] == prints[1] != prints[2]


def test_notes_left_over_from_another_match_change_nothing() -> None:
    match, setup = kick_off("full-match", seed=8)
    other, _ = kick_off("late-deficit", seed=9)
    used = blank(Notes)
    run_on(other, setup, used, 400)
    twin = fork(match, 1)[0]
    run_on(match, setup, blank(Notes), 400)
    run_on(twin, setup, used, 400)
    assert fingerprint(twin) == fingerprint(match)


def test_two_threads_play_the_matches_one_plays() -> None:
    start, setup = kick_off("late-deficit", home="team-win", seed=0)
    alone, shared = (fork(start, 6) for _ in range(2))
    for matches in (alone, shared):
        matches["seed"] = np.arange(6)
    play_batch(alone, setup, scratch())
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda half: play_batch(half, setup, scratch()), (shared[:3], shared[3:])))
    assert [fingerprint(match) for match in shared] == [fingerprint(match) for match in alone]


TWINS = """
title = "Two of the same"
stakes = "Nothing: this is a test."
home = { squad = "alderbrook", mix = "role-bound" }
away = { squad = "alderbrook", mix = "role-bound" }
"""


def test_with_chance_silenced_a_match_turned_round_is_the_match_turned_round(tmp_path: Path) -> None:
    """Home and away play alike, to the last bit."""
    (tmp_path / "twins.toml").write_text(TWINS)
    match, setup = kick_off(str(tmp_path / "twins.toml"))
    run_on(match, setup, scratch(), 5 * TICKS_PER_SECOND)
    save(match, tmp_path / "match")
    told = elsewhere("-m", "tests.mirror", str(tmp_path / "twins.toml"), str(tmp_path / "match"), NUMBA_DISABLE_JIT="1")
    assert float(told) == 0.0


GO_ON = """
import sys
from game.match import run_on, scratch
from game.snapshot import load
from game.state import fingerprint
from game.teams.kick_off import kick_off
ticks = int(sys.argv[1])
for told in sys.argv[2:]:
    scenario, _, path = told.partition("=")
    match = load(path)
    run_on(match, kick_off(scenario)[1], scratch(), ticks)
    sys.stdout.write(fingerprint(match) + "\\n")
"""
"""Play saved moments of scenarios on, and write down what comes of them."""


def elsewhere(*arguments: str, **environment: str) -> str:
    """What another Python says."""
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, **environment},
    )
    return done.stdout


def test_another_process_plays_the_same_match(tmp_path: Path) -> None:
    match, setup = kick_off("full-match", seed=77)
    save(match, tmp_path / "match")
    run_on(match, setup, scratch(), 5 * MOST)
    told = elsewhere("-c", GO_ON, str(5 * MOST), f"full-match={tmp_path / 'match'}")
    assert told.split() == [fingerprint(match)]


RUN_UP = 5  # ticks before a happening at which a moment is kept
AFTER = 6  # ticks played on beyond it
HAPPENINGS = {
    "full-match": (
        *(Action.CHALLENGE, Action.INTERCEPTION, Action.BAD_TOUCH, Action.CROSS, Action.CLEARANCE, Action.SHOT),
        *(Action.BLOCK, Action.KEEPER_SAVE, Action.KEEPER_PICK_UP, Action.GOAL, Action.THROW_IN, Action.GOALKICK),
        *(Action.CORNER_CROSSED, Action.FREEKICK_SHORT, Action.FOUL, Action.YELLOW, Action.OFFSIDE),
        *(Action.SUBSTITUTION, Action.HALF_END),
    ),
    "cup-tie-level": (Action.SHOOT_OUT_KICK, Action.MATCH_END),
}


def first_ticks(scenario: str, seed: int) -> dict[Action, int]:
    """The tick at which each of the scenario's HAPPENINGS first happens in this match."""
    match, setup = kick_off(scenario, seed=seed)
    notes = blank(Notes)
    run_on(match, setup, notes, LONGEST)
    ticks: dict[Action, int] = {}
    for event in np.asarray(notes)["events"][: notes.count]:
        if event["action"] in HAPPENINGS[scenario] and event["tick"] > RUN_UP:
            ticks.setdefault(Action(event["action"]), int(event["tick"]))
    return ticks


def moments_of(scenario: str) -> tuple[dict[Action, Match], Setup]:
    """A match shortly before the first of each of the scenario's HAPPENINGS, from as many seeds as it takes."""
    found: dict[Action, Match] = {}
    for seed in range(20):
        match, setup = kick_off(scenario, seed=seed)
        for action, at in sorted(first_ticks(scenario, seed).items(), key=lambda item: item[1]):
            if action not in found:
                run_on(match, setup, scratch(), at - RUN_UP - match.tick)
                found[action] = copy(match)
        if set(found) == set(HAPPENINGS[scenario]):
            return found, setup
    raise AssertionError(f"no {set(HAPPENINGS[scenario]) - set(found)} in twenty matches")


def test_interpreted_play_is_compiled_play_through_everything_that_happens(tmp_path: Path) -> None:
    """Tackles, touches, saves, goals, restarts, cards, changes: a dozen ticks around one of each."""
    paths, compiled = {}, {}
    for scenario in HAPPENINGS:
        moments, setup = moments_of(scenario)
        for action, match in moments.items():
            paths[action] = f"{scenario}={tmp_path / action.name}"
            save(match, tmp_path / action.name)
            run_on(match, setup, scratch(), RUN_UP + AFTER)
            compiled[action] = fingerprint(match)
    interpreted = elsewhere("-c", GO_ON, str(RUN_UP + AFTER), *paths.values(), NUMBA_DISABLE_JIT="1").split()
    parted = [action.name for action, told in zip(paths, interpreted, strict=True) if compiled[action] != told]
    assert not parted
