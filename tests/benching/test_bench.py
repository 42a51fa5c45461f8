from pathlib import Path

import numpy as np
import pytest

import game
from game.benching.bench import bench, describe, make_ready, play_arms, play_into, play_rounds
from game.benching.luck import match_seed
from game.benching.rows import ROW, outcome
from game.fixture import Fixture, arrange
from game.results import open_results

SHORT = str(Path(__file__).parents[1] / "short.toml")


@pytest.fixture(scope="module")
def arms():
    """The same side twice, once role-bound and once playing to win."""
    made = [arrange(Fixture(SHORT, home=home)) for home in ("role-bound", "team-win")]
    make_ready(made[0])
    return made


def test_rows_are_the_same_on_any_number_of_workers():
    one = bench(SHORT, home="team-win", matches=300, seed=3, workers=1)
    two = bench(SHORT, home="team-win", matches=300, seed=3, workers=2)
    np.testing.assert_array_equal(one, two)


def test_rows_do_not_depend_on_the_pieces(arms):
    whole = play_rounds(arms, 5, 0, 12)
    parts = [play_rounds(arms, 5, first, count) for first, count in ((0, 1), (1, 7), (8, 4))]
    np.testing.assert_array_equal(whole, np.concatenate(parts))


def test_a_row_is_the_match_of_its_seed():
    rows = bench("late-deficit", home="team-win", away="role-bound", matches=3, seed=11)
    seed = int(rows["seed"][2])
    match, setup = game.kick_off("late-deficit", home="team-win", away="role-bound", seed=seed)
    start = game.fork(match, 1)[0]
    game.play(match, setup)
    assert (match.teams[0].goals, match.teams[1].goals) == tuple(rows[2][["home_goals", "away_goals"]])
    assert rows["away_scored"][2] == match.teams[1].goals - start.teams[1].goals
    assert rows["seconds"][2] == (match.tick - start.tick) / 20
    assert rows["home_completed"][2] == match.teams[0].completed - start.teams[0].completed


def test_every_arm_meets_the_same_luck(arms):
    rows = play_rounds(arms, 1, 0, 6)
    assert rows["arm"].tolist() == [0, 1] * 6
    assert rows["match"].tolist() == np.repeat(np.arange(6), 2).tolist()
    np.testing.assert_array_equal(rows["seed"][0::2], rows["seed"][1::2])


def test_seeds_of_matches_are_told_apart():
    seeds = {match_seed(seed, number) for seed in (0, 1, 2**62 - 1) for number in range(2000)}
    assert len(seeds) == 6000
    assert min(seeds) >= 0
    assert max(seeds) < 2**62


def test_progress_is_told_to_the_end():
    told = []
    bench(SHORT, matches=70, workers=2, progress=lambda done, of: told.append((done, of)))
    assert told == sorted(told)
    assert told[-1] == (70, 70)


def test_a_run_stopped_early_goes_on_in_its_folder(arms, tmp_path):
    whole = np.concatenate(list(play_arms(arms, 60, 9, workers=2)))
    with open_results(tmp_path, describe(arms, 9), ROW, together=2) as results:
        next(play_into(results, arms, 60, workers=2))
        assert 0 < results.finished < len(whole)
    with open_results(tmp_path, describe(arms, 9), ROW, together=2) as results:
        played = np.concatenate(list(play_into(results, arms, 60, workers=1)))
        np.testing.assert_array_equal(results.read(), whole)
    np.testing.assert_array_equal(played, whole)


@pytest.mark.parametrize("wrong", [{"matches": 0}, {"seed": -1}, {"workers": 0}])
def test_absurd_numbers_are_refused(wrong):
    with pytest.raises(ValueError, match=str(*wrong.values())):
        bench(SHORT, **wrong)


def test_the_outcome_is_the_score_then_kicks_from_the_mark():
    rows = np.zeros(4, ROW)
    rows["home_goals"] = [2, 1, 1, 0]
    rows["away_goals"] = [0, 1, 1, 3]
    rows["away_kicks_scored"] = [0, 0, 4, 0]
    rows["home_kicks_scored"] = [0, 0, 5, 9]
    assert outcome(rows).tolist() == [1, 0, 1, -1]
