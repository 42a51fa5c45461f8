import numpy as np
import pytest

from game.benching.bench import bench
from game.benching.luck import match_seeds
from game.experiments import reality
from game.experiments.comebacks import ASKED, COLUMNS, LEFT, Comebacks, cells, play_to_the_end, saved
from game.experiments.playing import arranged
from game.fixture import Fixture
from game.match import run_on, scratch
from game.state import TICKS_PER_SECOND
from game.teams.scenarios import variant


def test_a_match_ends_as_it_does_in_a_bench():
    rows = play_to_the_end(Fixture("tests/short.toml"), 6, 0, 3)
    benched = bench("tests/short.toml", matches=3, seed=6, workers=1)
    np.testing.assert_array_equal(rows["margin"], benched["home_goals"] - benched["away_goals"])
    np.testing.assert_array_equal(rows["seconds"], benched["seconds"])
    assert (rows[f"margin_{LEFT[0]}"] == -1).all()  # before it began: the score it began with


def test_the_margin_with_a_minute_left_is_the_one_a_minute_before_the_whistle():
    plan = Fixture(variant("late-deficit", minute="90+3"), "all-out", "all-out")
    row = play_to_the_end(plan, 6, 0, 1)[0]
    match = arranged(plan).matches(match_seeds(6, 0, 1))[0]
    run_on(match, arranged(plan).setup, scratch(), round((row["seconds"] - 60.0) * TICKS_PER_SECOND))
    assert row["margin_60"] == match.teams[0].goals - match.teams[1].goals


def test_either_side_that_is_one_down_counts_and_is_saved_by_a_draw_or_a_win():
    rows = np.zeros(6, COLUMNS)
    rows["margin_300"] = [-1, -1, 1, 1, 0, -2]
    rows["margin"] = [-1, 0, 2, -1, 3, 1]
    assert saved(rows, 300).value == pytest.approx(2 / 4)


def test_real_football_is_known_at_every_time_asked_for():
    shares = [reality.one_down_saved(left).value for left in ASKED]
    assert shares == sorted(shares, reverse=True)
    assert set(ASKED) <= set(reality.known_times())


def test_all_kinds_of_side_begin_alike():
    assert {cell.plan.scenario.score for cell in cells(Comebacks())} == {(0, 1)}
    assert [cell.plan.freeze for cell in cells(Comebacks())] == [False, False, True]
