"""The same rows from threads, from a Dask cluster, and from a cluster one of whose workers dies."""

import os
import signal
import warnings

import numpy as np
import pytest

from game.experiments.executors import TRIES, local_cluster, place
from game.experiments.experiment import experiment
from game.experiments.kept import Kept
from game.experiments.runner import play, prepare
from game.experiments.settings import settings_from


@pytest.fixture(scope="module")
def run():
    told = experiment("late-deficit")
    written = ["minutes=93", "deficits=1", "chunk_seconds=1500"]
    return prepare(told, settings_from(told.settings, written, matches=40), 1)


@pytest.fixture(scope="module")
def expected(run):
    with place("local", workers=2) as where:
        return play(run, Kept(), where.executor, workers=where.workers)


def test_an_unknown_engine_or_a_stray_address_is_refused():
    with pytest.raises(ValueError, match="no engine called 'dusk'; did you mean 'dask'"), place("dusk"):
        pass
    with pytest.raises(ValueError, match="goes with --engine dask"), place("local", address="tcp://127.0.0.1:1"):
        pass


def test_a_scheduler_that_does_not_answer_is_named():
    pytest.importorskip("distributed", reason="needs the extra [cluster]")
    with pytest.raises(ValueError, match="no Dask scheduler answers at nonsense"), place("dask", address="nonsense"):
        pass


class Starts:
    """A library whose clusters start at the `at`-th try."""

    def __init__(self, at):
        self.at = at
        self.tried = 0

    def LocalCluster(self, **told):
        self.tried += 1
        assert self.tried >= self.at
        return told["n_workers"]


def test_a_cluster_that_does_not_start_at_once_is_tried_again_and_given_up_in_one_line():
    assert local_cluster(Starts(TRIES), 2) == 2
    with pytest.raises(ValueError, match="no Dask cluster starts here, tried 3 times; use --engine local"):
        local_cluster(Starts(TRIES + 1), 2)


class Counted(Kept):
    """Counts how often each chunk was handed in."""

    def __init__(self):
        super().__init__()
        self.handed = []

    def keep(self, cell, first, rows):
        self.handed.append((cell, first))
        super().keep(cell, first, rows)


@pytest.mark.skipif(os.name == "nt", reason="kills a worker as POSIX does")
def test_a_cluster_that_loses_a_worker_gives_the_same_rows_and_counts_nothing_twice(run, expected):
    distributed = pytest.importorskip("distributed", reason="needs the extra [cluster]")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a cluster in the throes of losing a worker warns about sockets
        with local_cluster(distributed, 2) as cluster:
            kept = Counted()
            with place("dask", address=cluster.scheduler_address) as where:
                victim = cluster.workers[0].pid

                def kill_once(progress):
                    if len(kept.handed) == 1:
                        os.kill(victim, signal.SIGKILL)

                assert where.workers == 2
                found = play(run, kept, where.executor, workers=where.workers, progress=kill_once)
    for ours, theirs in zip(found.rows, expected.rows, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    assert len(kept.handed) == len(set(kept.handed)) == len(run.chunks())
