import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.fixture import Fixture, arrange
from game.intent import Intent
from game.match import ENGINE, PUSHED, play, run_on, scratch
from game.replay import Order, load_replay, make_replay, obey, rerun, save_replay
from game.state import fingerprint
from game.teams.scenarios import variant

ROOT = Path(__file__).parents[1]
SHORT = str(ROOT / "tests" / "short.toml")
LATE = Fixture("late-deficit", home="team-win")

orders = st.builds(
    Order,
    tick=st.integers(0, 300),
    slot=st.integers(0, 21),
    told=st.sampled_from([0, 1, 2]),
    until=st.integers(0, 400),
    kind=st.just(int(Intent.STEER)),
    x=st.floats(-50, 50),
    y=st.floats(-30, 30),
    pace=st.floats(0, 9),
    calls=st.integers(0, 60),
)


@settings(max_examples=15)
@given(seed=st.integers(0, 2**62 - 1), given_orders=st.lists(orders, max_size=6))
def test_a_replay_comes_out_the_same(tmp_path_factory, seed, given_orders):
    path = tmp_path_factory.mktemp("replay") / "match.json"
    made = make_replay(LATE, seed=seed, orders=given_orders, ticks=500)
    save_replay(made, path)
    loaded = load_replay(path)
    assert loaded == made
    again = rerun(loaded)
    assert again.divergence is None
    assert fingerprint(again.match) == made.final


def test_a_replay_is_the_match_that_is_played_without_one():
    arm = arrange(LATE)
    match = arm.matches([42])[0]
    play(match, arm.setup)
    made = make_replay(LATE, seed=42)
    assert made.final == fingerprint(match)
    assert made.ticks == match.tick


def test_an_order_makes_another_match():
    plain = make_replay(LATE, seed=1, ticks=400)
    steer = Order(tick=100, slot=2, until=380, kind=int(Intent.STEER), x=50.0, y=30.0, pace=9.0)
    told = make_replay(LATE, seed=1, ticks=400, orders=[steer])
    assert told.final != plain.final
    assert told.checks[: 4 * 5] == plain.checks[: 4 * 5]  # five seconds, before the order


@pytest.mark.parametrize("tick", [40, 47, 55])
def test_a_man_told_otherwise_heeds_it_in_the_tick_to_come(tick):
    arm = arrange(LATE)
    match = arm.matches([3])[0]
    run_on(match, arm.setup, scratch(), tick)
    man = match.players[2]
    obey(match, Order(tick=tick, slot=2, told=PUSHED), arm.setup)
    run_on(match, arm.setup, scratch(), 1)
    assert (man.score, man.concede) == (1.0, 0.0)
    assert match.dead.kind or man.think_at > tick


def test_a_call_for_the_ball_is_kept_for_as_long_as_the_order_says():
    arm = arrange(LATE)
    match = arm.matches([3])[0]
    obey(match, Order(tick=0, slot=2, calls=30), arm.setup)
    assert match.players[2].calls_until == match.tick + 30


def test_a_scenario_varied_in_memory_is_refused_in_one_line():
    with pytest.raises(ValueError, match="write it to a TOML file"):
        make_replay(Fixture(variant("late-deficit", score=(0, 2))), seed=1, ticks=20)


def test_divergence_is_shown_where_it_happens():
    made = make_replay(LATE, seed=7, ticks=600)
    push = Order(tick=305, slot=3, until=400, kind=int(Intent.STEER), x=-50.0, y=0.0, pace=1.0)
    found = rerun(replace(made, orders=(push,))).divergence
    assert (found.same, found.other) == (300, 320)
    assert "between tick 300 and tick 320" in str(found)


def test_a_scenario_of_ones_own_travels_in_the_file(tmp_path):
    own = tmp_path / "mine.toml"
    own.write_text(Path(SHORT).read_text())
    save_replay(make_replay(Fixture(str(own)), seed=3), tmp_path / "match.json")
    own.unlink()
    assert rerun(load_replay(tmp_path / "match.json")).divergence is None


def test_a_changed_squad_or_policy_is_refused():
    made = make_replay(Fixture(SHORT), seed=3)
    with pytest.raises(ValueError, match="have changed"):
        rerun(replace(made, fixture=replace(made.fixture, home="team-win")))


def test_a_file_is_small(tmp_path):
    save_replay(make_replay(LATE, seed=1), tmp_path / "match.json")
    assert (tmp_path / "match.json").stat().st_size < 5000


def edited(path, **changes):
    """Write the replay at `path` anew with `changes`."""
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"engine": ENGINE + 1}, f"engine {ENGINE + 1}; this is engine {ENGINE}"),
        ({"layout": "0" * 12}, "another layout"),
        ({"seed": "seven"}, "seed is not what a replay holds"),
        ({"orders": [{"tick": 1, "slot": 22}]}, "no such order"),
        ({"orders": [{"tick": 1, "slot": 2, "kind": 99}]}, "kind 99 is no intent"),
        ({"orders": [{"tick": 1}]}, "orders 0 slot"),
        ({"kind": "shopping list"}, "is not a replay"),
    ],
)
def test_an_altered_file_is_refused_in_one_line(tmp_path, changes, message):
    path = tmp_path / "match.json"
    save_replay(make_replay(Fixture(SHORT), seed=1), path)
    edited(path, **changes)
    with pytest.raises(ValueError, match=message) as caught:
        load_replay(path)
    assert "\n" not in str(caught.value)


@given(st.integers(0, 400))
def test_a_truncated_file_is_refused(tmp_path_factory, cut):
    path = tmp_path_factory.mktemp("cut") / "match.json"
    save_replay(make_replay(Fixture(SHORT), seed=1, ticks=20), path)
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(ValueError, match=r"cut short|not a replay"):
        load_replay(path)


@pytest.mark.parametrize("content", [b"", b"GIF89a\x00\xff", b"[]", b"{}", b"3"])
def test_a_foreign_file_is_refused(tmp_path, content):
    (tmp_path / "foreign").write_bytes(content)
    with pytest.raises(ValueError, match="is not a replay"):
        load_replay(tmp_path / "foreign")


def test_a_compiled_match_is_the_interpreted_one(tmp_path):
    path = tmp_path / "match.json"
    push = Order(tick=20, slot=2, told=1, until=40, kind=int(Intent.STEER), x=20.0, y=-9.0, pace=7.0)
    save_replay(make_replay(LATE, seed=5, orders=[push], ticks=100), path)
    script = (
        "import sys; from game.replay import load_replay, rerun;"
        "again = rerun(load_replay(sys.argv[1])); print(again.divergence, again.match.tick)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NUMBA_DISABLE_JIT": "1"},
    )
    assert done.stdout.split() == ["None", str(np.int64(100))]
