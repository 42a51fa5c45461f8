import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.experiments.kept import Kept, open_folder
from game.experiments.runner import missing, prepare
from game.experiments.runner import play as play_run
from tests.experiments.toy import TOY, ToySettings, play


def run_of(seed=1, **settings):
    return prepare(TOY, ToySettings(chunk_seconds=60.0, **settings), seed)


def played(run, kept, *, workers=2, progress=None):
    with ThreadPoolExecutor(workers) as executor:
        return play_run(run, kept, executor, workers=workers, progress=progress)


def rows_of(result):
    return np.concatenate(result.rows)


@given(matches=st.integers(1, 300), chunk=st.floats(1.0, 5000.0), arms=st.sets(st.integers(1, 9), min_size=1))
def test_chunks_hold_every_match_once(matches, chunk, arms):
    run = prepare(TOY, ToySettings(matches=matches, chunk_seconds=chunk, arms=tuple(sorted(arms))), 1)
    for number, cell in enumerate(run.cells):
        found = [range(each.first, each.first + each.matches) for each in run.chunks() if each.cell == number]
        assert sorted(match for part in found for match in part) == list(range(cell.matches))


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_rows_do_not_depend_on_the_workers(workers):
    run = run_of()
    expected = np.concatenate([play(cell.plan, 1, 0, cell.matches) for cell in run.cells])
    np.testing.assert_array_equal(rows_of(played(run, Kept(), workers=workers)), expected)


class Stop(Exception):
    pass


@given(after=st.integers(1, 12))
def test_a_run_stopped_after_any_chunk_ends_as_an_undisturbed_one(tmp_path_factory, after):
    run, folder = run_of(), tmp_path_factory.mktemp("stopped") / "out"
    told = []

    def stop(progress):
        told.append(progress.rows)
        if len(told) == after:
            raise Stop

    with open_folder(folder, run.setup(), TOY.columns) as kept, pytest.raises(Stop):
        played(run, kept, progress=stop)
    with open_folder(folder, run.setup(), TOY.columns) as kept:
        assert len(kept.chunks()) == after
        np.testing.assert_array_equal(rows_of(played(run, kept)), rows_of(played(run, Kept())))


def test_finished_chunks_are_not_played_again(tmp_path):
    run = run_of()
    with open_folder(tmp_path / "out", run.setup(), TOY.columns) as kept:
        played(run, kept)
        assert missing(run, kept) == []
    larger = run_of(matches=30)
    with open_folder(tmp_path / "out", larger.setup(), TOY.columns) as kept:
        assert sum(chunk.matches for chunk in missing(larger, kept)) < larger.rows
        np.testing.assert_array_equal(rows_of(played(larger, kept)), rows_of(played(larger, Kept())))


def test_fewer_matches_than_are_kept_are_refused(tmp_path):
    run, smaller = run_of(), run_of(matches=5)
    kept = Kept()
    played(run, kept)
    with pytest.raises(ValueError, match="ask for at least as many"):
        played(smaller, kept)


def test_progress_ends_at_everything():
    run, told = run_of(), []
    played(run, Kept(), progress=told.append)
    assert told[-1].rows == told[-1].rows_in_all == run.rows
    assert told[-1].seconds == pytest.approx(told[-1].seconds_in_all)
    assert [each.rows for each in told] == sorted(each.rows for each in told)


def test_only_a_few_chunks_are_under_way_at_a_time():
    run, lock, most, now = run_of(matches=200), threading.Lock(), [0], [0]

    class Counting(ThreadPoolExecutor):
        def submit(self, *what):
            with lock:
                now[0] += 1
                most[0] = max(most[0], now[0])
            future = super().submit(*what)
            future.add_done_callback(self.done)
            return future

        def done(self, future):
            with lock:
                now[0] -= 1

    with Counting(2) as executor:
        play_run(run, Kept(), executor, workers=2)
    assert most[0] <= 6


def test_the_same_cell_twice_is_refused():
    with pytest.raises(ValueError, match="ask toy for 2 twice"):
        prepare(TOY, ToySettings(arms=(1, 2, 2)), 1)
