"""Where chunks are played: threads of this machine, or the workers of a Dask cluster."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any, NamedTuple

from game.benching.rounds import checked_workers
from game.match import ENGINE
from game.policies.names import unknown

ENGINES = ("local", "dask")
TRIES = 3  # a cluster is started at most
RETRIES = 5  # a chunk that raised on one worker is tried on others


class Place(NamedTuple):
    """An executor, and how many chunks it plays at a time."""

    executor: Executor
    workers: int


@contextlib.contextmanager
def place(engine: str, *, workers: int | None = None, address: str | None = None) -> Iterator[Place]:
    """The executor called `engine`; closed at the end, what has not begun cancelled.

    `address` is that of a running Dask scheduler; without it `dask` starts `workers` processes here. Raises ValueError
    or KeyError in one line.
    """
    if engine not in ENGINES:
        raise unknown("engine", engine, ENGINES)
    if address is not None and engine != "dask":
        raise ValueError("--dask ADDRESS goes with --engine dask")
    opened = _threads(checked_workers(workers)) if engine == "local" else _dask(workers, address)
    with opened as found:
        yield found


@contextlib.contextmanager
def _threads(workers: int) -> Iterator[Place]:
    """Threads: compiled matches hold no lock."""
    executor = ThreadPoolExecutor(workers, thread_name_prefix="experiment")
    try:
        yield Place(executor, workers)
    finally:
        executor.shutdown(cancel_futures=True)


@contextlib.contextmanager
def _dask(workers: int | None, address: str | None) -> Iterator[Place]:
    """A Dask cluster; it retries the chunks of workers that were lost."""
    try:
        import distributed
    except ImportError:
        raise ValueError("--engine dask needs an extra: pip install 'defenders-dilemma[cluster]'") from None
    dask: Any = distributed  # it has no types
    with contextlib.ExitStack() as stack:
        target = address
        if address is None:
            target = stack.enter_context(local_cluster(dask, checked_workers(workers)))
        client = stack.enter_context(_client(dask.Client, target))
        _check_engines(client.run(_engine))
        threads = sum(client.nthreads().values())
        executor = client.get_executor(retries=RETRIES, pure=False)
        stack.callback(executor.shutdown, wait=False)
        yield Place(executor, max(1, threads))


def local_cluster(dask: Any, workers: int) -> Any:
    """So many worker processes here; ValueError when they do not start.

    The library asserts that its own thread runs within ten seconds, which a machine under load may miss once.
    """
    for _ in range(TRIES):
        with contextlib.suppress(AssertionError):
            return dask.LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None, silence_logs=60)
    raise ValueError(f"no Dask cluster starts here, tried {TRIES} times; use --engine local, or try again later")


def _client(kind: Any, target: object) -> Any:
    """A client of the cluster at `target`; ValueError where nobody answers."""
    try:
        return kind(target, timeout="10s")
    except (OSError, TimeoutError, ValueError) as error:
        raise ValueError(f"no Dask scheduler answers at {target}: {error}") from None


def _engine() -> int:
    """The engine of the process that is asked."""
    return ENGINE


def _check_engines(found: dict[str, int]) -> None:
    """Refuse a cluster without workers, or with one that plays by another engine."""
    if not found:
        raise ValueError("the Dask cluster has no workers; start some with: dask worker ADDRESS")
    for worker, engine in found.items():
        if engine != ENGINE:
            raise ValueError(f"Dask worker {worker} has engine {engine}, this machine {ENGINE}; install the same there")
