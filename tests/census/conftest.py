import pytest

from game.census.observe import watch
from game.census.take import fixture


@pytest.fixture(scope="session")
def arm():
    """The match a census is made of."""
    return fixture()


@pytest.fixture(scope="session")
def watched(arm):
    """One full match as the census sees it."""
    return watch(arm, 7)
