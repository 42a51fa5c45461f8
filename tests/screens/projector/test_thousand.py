import time

from game.fixture import Fixture, arrange
from game.lessons.shown import to_the_whistle
from game.screens.projector.thousand import Thousand

FIXTURES = [Fixture("last-minute", home=job) for job in ("role-bound", "team-win")]


def wait(thousand: Thousand, count: int) -> None:
    ends = time.monotonic() + 240.0  # it gives way to all else on a busy machine
    while thousand.count < count:
        assert time.monotonic() < ends
        time.sleep(0.05)


def test_every_fixture_meets_the_same_luck_and_a_share_shows_its_first_matches() -> None:
    thousand = Thousand(FIXTURES, seed=11, planned=4)
    thousand.start()
    thousand.start()
    wait(thousand, 4)
    made = [arrange(each) for each in FIXTURES]
    assert thousand.columns() == [[to_the_whistle(each, 11 + nth) for nth in range(4)] for each in made]
    assert thousand.columns(0.5) == [column[:2] for column in thousand.columns()]
    thousand.cancel()


def test_what_is_cancelled_plays_no_more() -> None:
    thousand = Thousand(FIXTURES, seed=1, planned=10_000)
    thousand.start()
    thousand.cancel()
    count = thousand.count
    time.sleep(0.1)
    assert thousand.count == count < 10_000
