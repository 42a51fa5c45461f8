"""Work in pieces on any executor, the answers in order: so that rows do not depend on the workers."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")

WORKERS_A_CORE = 4  # more threads than this a core only cost memory


def in_order(
    work: Callable[[int, int], T],
    first: int,
    last: int,
    *,
    piece: int,
    executor: Executor,
    ahead: int,
) -> Iterator[T]:
    """`work(start, count)` over first … last-1 in pieces of at most `piece`, answers in order.

    `ahead` pieces are under way at a time, so that memory stays flat. When the caller stops early,
    what has not begun is cancelled.
    """
    under_way: deque[Future[T]] = deque()
    try:
        for start in range(first, last, piece):
            under_way.append(executor.submit(work, start, min(piece, last - start)))
            if len(under_way) >= ahead:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        for future in under_way:
            future.cancel()


def on_threads(work: Callable[[int, int], T], first: int, last: int, *, piece: int, workers: int) -> Iterator[T]:
    """`in_order` on `workers` threads; stopping early waits for the pieces that have begun."""
    with ThreadPoolExecutor(workers, thread_name_prefix="bench") as executor:
        yield from in_order(work, first, last, piece=piece, executor=executor, ahead=4 * workers)


def checked_workers(workers: int | None) -> int:
    """`workers`, or one a core when None; ValueError when there are none or absurdly many."""
    cores = os.cpu_count() or 1
    if workers is None:
        return cores
    most = WORKERS_A_CORE * cores
    if not 1 <= workers <= most:
        raise ValueError(f"workers must be 1 to {most} on this machine ({cores} cores), not {workers}")
    return workers
