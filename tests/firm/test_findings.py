import numpy as np
import pytest

from game.firm import schemes, years
from game.firm.findings import Measured, own, plans_of
from game.firm.loading import load
from game.firm.sections import findings
from game.intervals import paired_difference
from game.screens.language import LANGUAGES, Language

FIRMS = {name: load(name) for name in ("bicycles", "desk")}
YEARS = 300


def measure(firm, count, *, seed, mixes=(), bonus=True):
    """All settings of a study, run at once."""
    scheme = schemes.best_scheme(firm, steps=6) if bonus else None
    plans = plans_of(firm, mixes, scheme)
    books = {each: years.run(world, plan, count, seed=seed) for each, (world, plan) in plans.items()}
    return Measured(firm, books, mixes, scheme)


@pytest.fixture(scope="module")
def bicycles():
    return measure(FIRMS["bicycles"], 100, seed=1)


def sections_of(measured, language="en"):
    return {each.slug: each for each in findings(measured, Language(language)).sections}


@pytest.mark.parametrize("name", FIRMS)
def test_the_study_tells_what_the_simulated_years_say(name):
    found = findings(measure(FIRMS[name], YEARS, seed=3, bonus=False), Language())
    rows = {row[1]: row for row in found.sections[0].table.rows}
    best, worst = (years.simulate(FIRMS[name], each, YEARS, seed=3)["value"] for each in ("firm-win", "role-bound"))
    assert rows["role-bound"][3] == paired_difference(worst, best)
    assert rows["role-bound"][3].high < 0
    assert "look good on their own reports" in found.answer


@pytest.mark.parametrize("name", FIRMS)
def test_every_department_beats_serving_the_firm_and_the_other_ones_policy_on_its_own_number(name):
    plans = plans_of(FIRMS[name], [], None)
    books = {each: years.run(firm, plan, YEARS, seed=4) for each, (firm, plan) in plans.items()}
    for department in years.departments(FIRMS[name]):
        found = own(FIRMS[name], books, department)
        assert found.gave.low > 0
        assert found.gain.value > 0
        assert not found.gain.low <= 0  # nan where the other policy leaves a year without the number
        assert np.isfinite(found.own.value)


def test_a_mix_that_was_asked_for_has_its_row():
    mix = "0.5 firm-win + 0.5 revenue,production=firm-win"
    found = sections_of(measure(FIRMS["bicycles"], 50, seed=1, mixes=[mix], bonus=False))
    assert mix in found["what-the-firm-earns-in-a-year"].table.column("policies")


def test_bonuses_win_part_of_the_gap_and_lose_it_when_the_world_moves(bicycles):
    home, *moved = sections_of(bicycles)["the-best-bonuses-found-here-and-when-the-world-moves"].table.rows
    assert 0 < home[4] < 1
    assert home[5].low > 0
    assert min(row[4] for row in moved) < home[4] - 0.15


def test_equal_shares_a_price_between_departments_and_measured_tasks_leave_a_part_of_the_gap(bicycles):
    table = sections_of(bicycles)["other-ways-to-pay-them"].table
    assert len(table.rows) == 4
    assert all(0 < share < 1 for share in table.column("share"))
    assert all(each.low > 0 for each in table.column("missing"))


def test_what_is_on_nobodys_report_is_spent_freely():
    # Holmström & Milgrom: the more so the better the measured task is paid
    firm, desk = FIRMS["bicycles"], FIRMS["desk"]
    counted, whole = (years.simulate(firm, each, YEARS, seed=5) for each in ("measured-tasks", "firm-win"))
    assert paired_difference(counted["pushing"], whole["pushing"]).value > whole["pushing"].mean()
    assert paired_difference(whole["value"], counted["value"]).low > 0
    counted, whole = (years.simulate(desk, each, YEARS, seed=5) for each in ("measured-tasks", "firm-win"))
    assert paired_difference(counted["bad_debt"], whole["bad_debt"]).low > whole["bad_debt"].mean()
    assert paired_difference(whole["value"], counted["value"]).low > 0


def test_being_told_always_helps_those_who_serve_the_whole_and_not_always_the_others(bicycles):
    told = bicycles.tellings()
    assert all(each.serving.low > 0 for each in told)
    assert min(each.own.value for each in told) < 0
    # revenue knows no costs: told that parts have a new price, sales change nothing while production goes on as before
    firm, made = bicycles.settings, years.plan(bicycles.settings, "role-bound")["production"].target
    moved = {name: years.plan(world, "role-bound") for name, world in schemes.worlds(firm).items()}
    as_before = {name for name, plan in moved.items() if np.array_equal(plan["production"].target, made)}
    prices = {each.own.value for each in told if each.world.startswith("parts") and each.world in as_before}
    assert prices == {0.0}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_is_said_in_both_languages_and_named_alike(bicycles, language):
    found = sections_of(bicycles, language)
    assert list(found) == list(sections_of(bicycles))
    assert all(each.paragraphs for each in found.values())
    if language != "en":
        assert all(each.heading != sections_of(bicycles)[name].heading for name, each in found.items())
