import numpy as np

from game.experiments.playing import describe_fixture, fixture_seconds, play_fixture
from game.fixture import Fixture

SHORT = "tests/short.toml"


def test_fixtures_that_take_turns_have_each_the_luck_of_its_number():
    pair = (Fixture(SHORT, "team-win"), Fixture(SHORT, "role-bound"))
    mixed = play_fixture(pair, 3, 5, 6)
    for number, row in enumerate(mixed, start=5):
        alone = play_fixture(pair[number % 2], 3, number, 1)[0]
        assert row.tolist() == alone.tolist()
    np.testing.assert_array_equal(mixed["match"], np.arange(5, 11))


def test_a_plan_of_several_describes_them_all():
    pair = (Fixture(SHORT, "team-win"), Fixture(SHORT, "role-bound"))
    assert [each["home"] for each in describe_fixture(pair)] == ["team-win", "role-bound"]
    assert fixture_seconds(pair) == fixture_seconds(pair[0])
