from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from game.experiments import timing
from game.experiments.going import WAYS, Going, play_going
from game.experiments.going_rates import rates_of
from game.experiments.kept import Kept
from game.experiments.runner import play, prepare
from game.experiments.settings import settings_from
from game.experiments.timing_table import table
from game.fixture import Fixture, arrange
from game.match import run_on, scratch
from game.policies.measured import KIND
from game.teams.scenarios import variant

LATE = Fixture(variant("late-deficit", minute="90+3"), WAYS["nobody"], "role-bound")


@pytest.fixture(scope="module")
def played():
    settings = settings_from(timing.Timing, ["minutes=92,94", "who=everybody"], matches=6)
    run = prepare(timing.EXPERIMENT, settings, 1)
    with ThreadPoolExecutor(2) as executor:
        return play(run, Kept(), executor, workers=2), settings


def test_nobody_going_is_an_ordinary_match():
    row = play_going(Going(LATE, WAYS["everybody"], 999), 1, 0, 1)[0]
    arm = arrange(LATE)
    match = arm.matches([int(row["seed"])])[0]
    run_on(match, arm.setup, scratch(), 10**6)
    assert row["margin"] == match.teams[0].goals - match.teams[1].goals
    assert row["go_minutes"] == 0.0
    assert row["stay_minutes"] == row["minutes"]


def test_going_from_the_start_whatever_the_score_is_the_other_mix():
    row = play_going(Going(LATE, WAYS["everybody"], -1.0, always=True), 1, 0, 1)[0]
    arm = arrange(Fixture(LATE.scenario, WAYS["everybody"], LATE.away))
    match = arm.matches([int(row["seed"])])[0]
    run_on(match, arm.setup, scratch(), 10**6)
    assert row["margin"] == match.teams[0].goals - match.teams[1].goals
    assert row["stay_minutes"] == 0.0
    assert row["go_xg_for"] == match.teams[0].xg


def test_minutes_and_goals_of_both_phases_add_up(played):
    for rows in played[0].rows:
        assert np.allclose(rows["stay_minutes"] + rows["go_minutes"], rows["minutes"])
        scored = rows["stay_for"] + rows["go_for"] - rows["stay_against"] - rows["go_against"]
        assert np.array_equal(rows["margin"], scored - 1)


def test_a_later_minute_is_the_same_match_until_then(played):
    never, late = played[0].of(who="nobody", minute=0), played[0].of(who="everybody", minute=94)
    assert np.array_equal(never["seed"], late["seed"])
    assert (late["stay_minutes"] >= 2.0 - 0.2).all()


def test_a_way_nobody_knows_is_refused():
    with pytest.raises(KeyError, match="did you mean 'back-four'"):
        timing.cells(settings_from(timing.Timing, ["who=back-fore"]))


def test_the_table_says_what_it_was_made_of(played):
    base = played[0].of(who="nobody", minute=0)
    rates = rates_of([base], base, phase="stay", worth=1.0)
    made = table(dict.fromkeys(WAYS, rates), matches=6, seed=1)
    assert made["kind"] == KIND
    assert [way["mix"] for way in made["ways"]] == list(WAYS.values())
    assert made["ways"][0]["minutes"] == round(base["stay_minutes"].sum())
