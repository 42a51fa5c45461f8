import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import game
from game.snapshot import MAGIC, load, save


@pytest.fixture(scope="module")
def moment():
    """A match a minute old, and its setup."""
    match, setup = game.kick_off("late-deficit", seed=4)
    game.play(match, setup, seconds=60)
    return match, setup


@settings(max_examples=10)
@given(seconds=st.floats(0, 90))
def test_a_loaded_match_goes_on_as_the_saved_one(tmp_path_factory, seconds):
    path = tmp_path_factory.mktemp("saved") / "match"
    match, setup = game.kick_off("late-deficit", home="team-win", seed=2)
    game.play(match, setup, seconds=seconds)
    save(match, path)
    loaded = load(path)
    assert game.fingerprint(loaded) == game.fingerprint(match)
    for each in (match, loaded):
        game.play(each, setup, seconds=20)
    assert game.fingerprint(loaded) == game.fingerprint(match)


@given(data=st.data())
def test_a_truncated_snapshot_is_refused(tmp_path_factory, moment, data):
    path = tmp_path_factory.mktemp("cut") / "match"
    save(moment[0], path)
    content = path.read_bytes()
    path.write_bytes(content[: data.draw(st.integers(0, len(content) - 1))])
    with pytest.raises(ValueError, match=r"cut short|not a saved match"):
        load(path)


def test_a_damaged_snapshot_is_refused(tmp_path, moment):
    save(moment[0], tmp_path / "match")
    content = bytearray((tmp_path / "match").read_bytes())
    content[-100] ^= 1
    (tmp_path / "match").write_bytes(content)
    with pytest.raises(ValueError, match="altered or damaged"):
        load(tmp_path / "match")


@pytest.mark.parametrize(
    ("change", "message"), [({"engine": 10**6}, "engine 1000000"), ({"layout": "x"}, "another layout")]
)
def test_another_engine_or_layout_is_refused(tmp_path, moment, change, message):
    path = tmp_path / "match"
    save(moment[0], path)
    line, _, body = path.read_bytes()[len(MAGIC) :].partition(b"\n")
    path.write_bytes(MAGIC + json.dumps({**json.loads(line), **change}).encode() + b"\n" + body)
    with pytest.raises(ValueError, match=message):
        load(path)


def test_a_failed_save_leaves_the_old_one(tmp_path, moment):
    folder = tmp_path / "match"
    folder.mkdir()
    (folder / "inside").write_text("kept")
    with pytest.raises(OSError, match="match"):
        save(moment[0], folder)
    assert [path.name for path in tmp_path.iterdir()] == ["match"]
    assert (folder / "inside").read_text() == "kept"


def test_a_foreign_file_is_refused(tmp_path):
    (tmp_path / "foreign").write_bytes(np.arange(99).tobytes())
    with pytest.raises(ValueError, match="not a saved match"):
        load(tmp_path / "foreign")
