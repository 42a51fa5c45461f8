import numpy as np
import pytest

from game.experiments.kept import CHUNKS, open_folder
from game.results import SUMMARY
from tests.experiments.toy import COLUMNS, play

SETUP = {"engine": 3, "seed": 1, "settings": {"minutes": [85, 93]}}


def filled(folder):
    with open_folder(folder, SETUP, COLUMNS) as kept:
        kept.keep(0, 0, play(1, 1, 0, 5))
        kept.keep(2, 240, play(2, 1, 240, 3))
    return folder


def content(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_chunks_are_read_back_to_the_last_bit(tmp_path):
    with open_folder(filled(tmp_path / "out"), SETUP, COLUMNS) as kept:
        assert kept.chunks() == [(0, 0), (2, 240)]
        assert (kept.count(0, 0), kept.count(0, 5)) == (5, 0)
        np.testing.assert_array_equal(kept.read(2, 240), play(2, 1, 240, 3))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"engine": 4}, "engine is 3 there and 4 here"),
        ({"seed": 2}, "seed is 1 there and 2 here"),
        ({"settings": {"minutes": [85, 90]}}, "settings.minutes.1 is 93 there and 90 here"),
    ],
)
def test_rows_of_another_run_are_refused_and_nothing_touched(tmp_path, change, message):
    folder = filled(tmp_path / "out")
    before = content(folder)
    with pytest.raises(ValueError, match=message), open_folder(folder, {**SETUP, **change}, COLUMNS):
        pass
    assert content(folder) == before


@pytest.mark.parametrize("name", ["thesis.docx", f"{CHUNKS}/0000-00000000.npy", SUMMARY])
def test_a_folder_of_something_else_is_left_alone(tmp_path, name):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("not ours")
    with pytest.raises(ValueError, match="choose another --out"), open_folder(tmp_path, SETUP, COLUMNS):
        pass
    assert content(tmp_path) == {path.relative_to(tmp_path): b"not ours"}


def test_a_chunk_that_is_no_chunk_is_named(tmp_path):
    folder = filled(tmp_path / "out")
    torn = folder / CHUNKS / "0000-00000000.npy"
    torn.write_bytes(torn.read_bytes()[:-8])
    with pytest.raises(ValueError, match=torn.name), open_folder(folder, SETUP, COLUMNS):
        pass


def test_what_a_kill_left_half_written_goes(tmp_path):
    folder = filled(tmp_path / "out")
    left = folder / CHUNKS / ".0001-00000000.npy.4711"
    left.write_bytes(b"half")
    with open_folder(folder, SETUP, COLUMNS) as kept:
        assert kept.chunks() == [(0, 0), (2, 240)]
    assert not left.exists()


def test_other_columns_are_refused(tmp_path):
    folder = filled(tmp_path / "out")
    with pytest.raises(ValueError, match="other columns"), open_folder(folder, SETUP, np.dtype([("points", "i8")])):
        pass


def test_two_runs_cannot_share_a_folder(tmp_path):
    pytest.importorskip("fcntl", reason="the claim on a folder needs POSIX locks")
    folder = filled(tmp_path / "out")
    with (
        open_folder(folder, SETUP, COLUMNS),
        pytest.raises(ValueError, match="in use"),
        open_folder(folder, SETUP, COLUMNS),
    ):
        pass
