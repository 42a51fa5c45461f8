import os
import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.benching.rounds import checked_workers, on_threads


@given(
    first=st.integers(0, 5),
    count=st.integers(0, 30),
    piece=st.integers(1, 7),
    workers=st.integers(1, 4),
)
def test_answers_come_in_order_and_once(first, count, piece, workers):
    def work(start, many):
        time.sleep(0.0005 * (start % 3))
        return list(range(start, start + many))

    answers = on_threads(work, first, first + count, piece=piece, workers=workers)
    assert [each for part in answers for each in part] == list(range(first, first + count))


def test_stopping_early_plays_little_more():
    begun = []
    going = on_threads(lambda start, _: begun.append(start), 0, 10_000, piece=1, workers=2)
    next(going)
    going.close()
    assert len(begun) < 20
    assert not [each for each in threading.enumerate() if each.name.startswith("bench")]


def test_an_error_in_a_piece_reaches_the_caller():
    def work(start, _):
        if start == 3:
            raise OSError(28, "No space left on device")
        return start

    with pytest.raises(OSError, match="No space"):
        list(on_threads(work, 0, 9, piece=1, workers=2))


def test_workers_are_one_a_core_unless_asked_for():
    assert checked_workers(None) == os.cpu_count()
    assert checked_workers(1) == 1
    with pytest.raises(ValueError, match="not 100000"):
        checked_workers(100_000)
