import numpy as np
import pytest

from game.firm import years
from game.firm.findings import own, plans_of, study
from game.firm.loading import load
from game.intervals import paired_difference

FIRMS = {name: load(name) for name in ("bicycles", "desk")}
YEARS = 300


@pytest.mark.parametrize("name", FIRMS)
def test_the_study_tells_what_the_simulated_years_say(name):
    found = study(FIRMS[name], YEARS, seed=3, bonus=False)
    rows = {row[0]: row for row in found.sections[0].table.rows}
    best, worst = (years.simulate(FIRMS[name], each, YEARS, seed=3)["value"] for each in ("firm-win", "role-bound"))
    assert rows["role-bound"][3] == paired_difference(worst, best)
    assert rows["role-bound"][3].high < 0
    assert "look good on their own reports" in found.answer


@pytest.mark.parametrize("name", FIRMS)
def test_every_department_beats_the_other_ones_policy_on_its_own_number(name):
    plans = plans_of(FIRMS[name], [], None)
    books = {each: years.run(firm, plan, YEARS, seed=4) for each, (firm, plan) in plans.items()}
    for department in years.departments(FIRMS[name]):
        found = own(FIRMS[name], books, department)
        assert found.gain.value > 0
        assert not found.gain.low <= 0  # nan where the other policy leaves a year without the number
        assert np.isfinite(found.own.value)


def test_a_mix_that_was_asked_for_has_its_row():
    mix = "0.5 firm-win + 0.5 revenue,production=firm-win"
    found = study(FIRMS["bicycles"], 50, seed=1, mixes=[mix], bonus=False)
    assert mix in found.sections[0].table.column("policies")


def test_bonuses_win_part_of_the_gap_and_lose_it_when_the_world_moves():
    found = study(FIRMS["bicycles"], 200, seed=1)
    home, *moved = found.sections[2].table.rows
    assert 0 < home[4] < 1
    assert home[5].low > 0
    assert min(row[4] for row in moved) < home[4] - 0.15
