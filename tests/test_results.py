import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.results import ROWS, SUMMARY, open_results

COLUMNS = np.dtype([("match", "i8"), ("goals", "i8"), ("xg", "f8")])
SETUP = {"engine": 3, "seed": 1, "arms": [{"home": "team-win"}, {"home": "role-bound"}]}


def rows(first, last):
    """Rows number `first` to `last`, exclusive."""
    made = np.zeros(last - first, COLUMNS)
    made["match"] = np.arange(first, last)
    made["goals"] = made["match"] % 4
    made["xg"] = np.sqrt(made["match"]) / 3
    return made


def fill(folder, last, **how):
    """Play on to row `last` in `folder`."""
    with open_results(folder, SETUP, COLUMNS, **how) as results:
        results.append(rows(results.finished, last))


def test_what_is_written_is_read_back_to_the_last_bit(tmp_path):
    fill(tmp_path, 50)
    with open_results(tmp_path, SETUP, COLUMNS) as results:
        assert results.finished == 50
        np.testing.assert_array_equal(results.read(), rows(0, 50))


def test_an_empty_folder_has_no_rows(tmp_path):
    with open_results(tmp_path / "new" / "er", SETUP, COLUMNS) as results:
        assert results.finished == 0
        assert len(results.read()) == 0


@given(cut=st.integers(0, 400), together=st.sampled_from([1, 2, 5]))
def test_a_run_killed_at_any_byte_ends_with_the_same_file(tmp_path_factory, cut, together):
    whole, torn = tmp_path_factory.mktemp("whole"), tmp_path_factory.mktemp("torn")
    fill(whole, 20, together=together)
    fill(torn, 20, together=together)
    os.truncate(torn / ROWS, min(cut, (torn / ROWS).stat().st_size))
    with open_results(torn, SETUP, COLUMNS, together=together) as results:
        assert results.finished % together == 0
        results.append(rows(results.finished, 20))
    assert (torn / ROWS).read_bytes() == (whole / ROWS).read_bytes()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"engine": 4}, "engine is 3 there and 4 here"),
        ({"seed": 2}, "seed is 1 there and 2 here"),
        ({"arms": [{"home": "team-win"}, {"home": "blind"}]}, 'arms.1.home is "role-bound" there'),
        ({"arms": [{"home": "team-win"}]}, "arms is"),
        ({"extra": True}, "extra is null there and true here"),
    ],
)
def test_another_setup_is_refused_and_nothing_touched(tmp_path, change, message):
    fill(tmp_path, 5)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with (
        pytest.raises(ValueError, match=message),
        open_results(tmp_path, {**SETUP, **change}, COLUMNS),
    ):
        pass
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_rows_with_other_columns_are_refused(tmp_path):
    fill(tmp_path, 5)
    other = np.dtype([("match", "i8"), ("points", "i8")])
    with pytest.raises(ValueError, match="other columns"), open_results(tmp_path, SETUP, other):
        pass


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [(SUMMARY, "[]", "not a summary"), (SUMMARY, "{", "not a summary"), (ROWS, "a,b\n", "no summ")],
)
def test_a_folder_of_something_else_is_refused(tmp_path, name, content, message):
    (tmp_path / name).write_text(content)
    with pytest.raises(ValueError, match=message), open_results(tmp_path, SETUP, COLUMNS):
        pass
    assert (tmp_path / name).read_text() == content
    assert len(list(tmp_path.iterdir())) == 1


def test_two_runs_cannot_write_one_folder(tmp_path):
    pytest.importorskip("fcntl", reason="the claim on a folder needs POSIX locks")
    with (
        open_results(tmp_path, SETUP, COLUMNS),
        pytest.raises(ValueError, match="in use"),
        open_results(tmp_path, SETUP, COLUMNS),
    ):
        pass


def test_a_folder_that_cannot_be_made_is_an_os_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NotADirectoryError), open_results(tmp_path / "file" / "out", SETUP, COLUMNS):
        pass


FILLS_UP = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
from test_results import COLUMNS, SETUP, open_results, rows
with open_results(Path({folder!r}), SETUP, COLUMNS) as results:
    try:
        for start in range(0, 1000, 10):
            results.append(rows(start, start + 10))
    except OSError as error:
        print(error.errno, results.finished)
"""


def test_a_file_that_cannot_grow_keeps_the_rows_before(tmp_path):
    pytest.importorskip("resource", reason="limits the size of files, as a full disk would")
    script = FILLS_UP.format(tests=str(Path(__file__).parent), folder=str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )
    number, finished = map(int, done.stdout.split())
    assert number == errno.EFBIG
    assert finished > 0
    with open_results(tmp_path, SETUP, COLUMNS) as results:
        np.testing.assert_array_equal(results.read(), rows(0, finished))
        results.append(rows(finished, 80))
    fill(tmp_path / "undisturbed", 80)
    assert (tmp_path / ROWS).read_bytes() == (tmp_path / "undisturbed" / ROWS).read_bytes()


def test_the_summary_says_what_was_run_and_with_what(tmp_path):
    with open_results(tmp_path, SETUP, COLUMNS) as results:
        results.summarise({"finished": 7, "win": {"share": 0.5}})
    found = json.loads((tmp_path / SUMMARY).read_text())
    assert found["setup"] == SETUP
    assert found["win"] == {"share": 0.5}
    assert {"numpy", "numba", "python", "platform", "source"} <= set(found["versions"])
    assert [path.name for path in tmp_path.glob(".*")] == []
