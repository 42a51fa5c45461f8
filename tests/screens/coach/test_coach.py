import time

import numpy as np
import pytest

from game.benching.bench import play_rounds
from game.benching.rows import outcome
from game.fixture import Fixture, arrange
from game.policies.registry import find
from game.screens.coach.pay import PRESETS, Pay, called, contracts, posts_of, preset, spots
from game.screens.coach.trial import Trial
from game.state import SIDE
from game.teams.scenarios import scenarios, variant

SHORT = variant("late-deficit", minute="89:45", added=0.5)


def waited(trial):
    until = time.monotonic() + 60
    while trial.running and time.monotonic() < until:
        time.sleep(0.01)
    assert trial.failure is None
    return trial


@pytest.mark.parametrize("key", PRESETS)
def test_every_set_up_can_be_played_and_knows_its_name(key):
    pay = preset(key, "late-deficit")
    assert called(pay, "late-deficit") == key
    assert arrange(pay.fixture("late-deficit")).start.tick == 0


def test_pay_of_a_slot_reaches_the_man_in_it():
    pay = preset("posts", "late-deficit").given(3, "team-win")
    told = arrange(pay.fixture("late-deficit")).setup.sheets[0]
    assert [int(row) >= 0 for row in told.payoff] == [slot == 3 for slot in range(SIDE)]


def test_turning_through_the_contracts_comes_round():
    pay = preset("win", "late-deficit")
    turned = pay
    for _ in contracts():
        turned = turned.turned(5, 1)
    assert turned == pay
    assert pay.turned(5, 1).turned(5, -1) == pay
    assert all(find(name) for name in contracts())


def test_eleven_different_contracts_fit_a_match():
    offered = (contracts() * 2)[:SIDE]
    arrange(Pay(tuple(offered)).fixture("late-deficit"))


@pytest.mark.parametrize("name", [each.name for each in scenarios()])
def test_a_board_has_a_spot_for_every_man_and_no_two_on_top_of_each_other(name):
    places = spots(name)
    assert len(places) == len(posts_of(name)) == SIDE
    assert all(0.0 <= along <= 1.0 and 0.0 <= across <= 1.0 for along, across in places)
    assert len(set(places)) == SIDE


def test_a_trial_finds_what_the_bench_finds():
    fixtures = [Fixture(SHORT, home="team-win"), Fixture(SHORT, home="role-bound")]
    trial = waited(Trial(fixtures, matches=6, seed=3).start())
    rows = play_rounds([arrange(each) for each in fixtures], 3, 0, 6)
    paid = np.array((0, 1, 3))[outcome(rows) + 1]
    assert trial.count == 6
    for nth, means in enumerate(trial.means()):
        assert means["points"].value == pytest.approx(paid[rows["arm"] == nth].mean())
    apart = paid[rows["arm"] == 0] - paid[rows["arm"] == 1]
    assert trial.difference().value == pytest.approx(apart.mean())


def test_the_same_team_twice_differs_by_nothing():
    fixture = Fixture(SHORT, home="role-bound")
    assert waited(Trial([fixture, fixture], matches=5).start()).difference() == (0.0, 0.0, 0.0)


def test_a_cancelled_trial_stops():
    trial = Trial([Fixture("late-deficit")], matches=100_000).start()
    trial.cancel()
    waited(trial)
    assert trial.count < 1000
