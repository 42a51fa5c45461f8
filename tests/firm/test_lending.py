import numpy as np
import pytest

from game.firm import credit, lending, years
from game.firm.books import as_books
from game.firm.loading import load
from game.firm.payoffs import find
from game.intervals import mean, paired_difference

TEXTBOOK, DESK = load("textbook-desk"), load("desk")
SILOS = DESK.model_copy(update={"meetings": 0})
TERMS = credit.Terms(rate=0.12, loss=0.60, capital=0.05, fixed=0.001)
EXACT = 1e-6
YEARS = 1000


def of_one_applicant(desk, policies):
    row = years.simulate(desk, policies, 1, seed=1)[0]
    return row.value / row.applicants


def test_without_uncertainty_the_textbook_desk_adds_the_value_of_the_closed_form():
    assert of_one_applicant(TEXTBOOK, "firm-win") == pytest.approx(0.00240278, abs=EXACT)


def test_return_on_assets_lends_less_and_adds_less_as_the_closed_form_says():
    # one applicant more or less moves the value by 3 % of his share: 10,000 a quarter leave 2e-6
    many = TEXTBOOK.model_copy(update={"applicants": 10_000})
    plan = years.plan(many, "roa")
    assert plan["credit"].cut[0] == pytest.approx(credit.roa_cut(TERMS), abs=1e-5)
    assert of_one_applicant(many, "roa") == pytest.approx(0.00168932, abs=2e-6)
    assert float(years.expected(many, plan).value) / 40_000 == pytest.approx(0.00168932, abs=EXACT)


def test_volume_lends_to_everybody_and_bad_debt_to_nobody():
    assert of_one_applicant(TEXTBOOK, "volume") == pytest.approx(-0.2910, abs=EXACT)
    assert of_one_applicant(TEXTBOOK, "bad-debt") == pytest.approx(-0.001, abs=EXACT)


def test_the_best_cut_follows_the_level_of_quality():
    for level in (0.5, 1.0, 2.0):
        desk = TEXTBOOK.model_copy(update={"level": level})
        right = credit.best_cut(credit.Terms(0.12, 0.60, 0.05, 0.001, level))
        assert years.plan(desk, "firm-win")["credit"].cut[0] == pytest.approx(right, abs=1e-5)


def test_a_bonus_on_volume_and_losses_cuts_where_the_closed_form_says():
    right = credit.right_bonus(TERMS)
    plan = years.plan(TEXTBOOK, f"{right} volume + bad-debt")
    assert plan["credit"].cut[0] == pytest.approx(credit.best_cut(TERMS), abs=1e-5)
    dear = TEXTBOOK.model_copy(update={"capital": 0.10})
    assert of_one_applicant(dear, f"{right} volume + bad-debt") < of_one_applicant(dear, "firm-win")


def test_drawn_years_have_the_mean_that_was_expected():
    still = DESK.model_copy(update={"drift": 0.0, "swing": 0.0, "rereads": False})
    plan = years.plan(still, "firm-win")
    found, wanted = years.run(still, plan, YEARS, seed=4), years.expected(still, plan)
    for column in ("loans", "brought", "defaults", "value"):
        interval = mean(found[column], level=0.9999)  # four columns: a false alarm in 2,500 seeds
        assert interval.low < wanted[column] < interval.high


def test_the_books_of_a_quarter_add_up():
    plan = years.plan(SILOS, "role-bound")
    books = as_books(lending.BOOKS, lending.run(SILOS, plan, range(100), 5))
    assert (books.loans <= books.brought - books.refused).all()
    assert (books.defaults <= books.loans).all()
    assert (books.refused > 0).any()
    costs = books.bad_debt + books.screening + books.fixed + books.capital
    assert books.value == pytest.approx(books.income - costs)


def test_a_desk_that_rereads_its_score_loses_less_when_quality_drifts():
    fixed = DESK.model_copy(update={"rereads": False})
    learning = years.simulate(DESK, "firm-win", YEARS, seed=6)
    by_rule = years.simulate(fixed, "firm-win", YEARS, seed=6)
    assert paired_difference(learning.value, by_rule.value).low > 0


def test_a_fixed_rule_goes_wrong_when_quality_drifts_and_not_before():
    calm = DESK.model_copy(update={"rereads": False, "drift": 0.0, "swing": 0.0})
    plan = years.plan(calm, "firm-win")
    planned = float(years.expected(calm, plan).value)
    still = mean(years.run(calm, plan, YEARS, seed=7).value)
    drifting = mean(years.run(DESK.model_copy(update={"rereads": False}), plan, YEARS, seed=7).value)
    assert still.low < planned < still.high
    assert drifting.high < 0.8 * planned


@pytest.mark.parametrize("partner", ["role-bound", "firm-win"])
def test_each_manager_beats_the_other_ones_policy_on_his_own_number(partner):
    roa = find("roa", "business")
    own = years.simulate(DESK, {"business": "roa", "credit": partner}, YEARS, seed=8)
    other = years.simulate(DESK, {"business": "bad-debt", "credit": partner}, YEARS, seed=8)
    assert roa(own).min() > -np.inf
    assert (roa(own) > roa(other)).all()  # who plays for no bad debt brings nobody at all
    own = years.simulate(DESK, {"credit": "bad-debt", "business": partner}, YEARS, seed=8)
    other = years.simulate(DESK, {"credit": "roa", "business": partner}, YEARS, seed=8)
    assert paired_difference(other.bad_debt, own.bad_debt).low > 0


def test_serving_the_firm_costs_each_manager_his_own_number_and_lifts_the_value():
    team = years.simulate(DESK, "firm-win", YEARS, seed=9)
    brisk = years.simulate(DESK, "firm-win,business=role-bound", YEARS, seed=9)
    careful = years.simulate(DESK, "firm-win,credit=role-bound", YEARS, seed=9)
    roa = find("roa", "business")
    assert paired_difference(roa(brisk), roa(team)).low > 0
    assert paired_difference(team.bad_debt, careful.bad_debt).low > 0
    assert paired_difference(team.value, brisk.value).low > 0
    assert paired_difference(team.value, careful.value).low > 0


@pytest.mark.parametrize("desk", [DESK, SILOS], ids=["one meeting", "none"])
def test_role_bound_managers_leave_the_firm_clearly_poorer(desk):
    team = years.simulate(desk, "firm-win", YEARS, seed=10)
    role = years.simulate(desk, "role-bound", YEARS, seed=10)
    lost = paired_difference(team.value, role.value)
    assert lost.low > 0.9 * team.value.mean()  # all that there is to earn, and more


def test_a_rate_the_market_does_not_know_is_refused():
    bringing = lending.Bringing(np.array([0.9]), np.array([0.2]))
    with pytest.raises(ValueError, match=r"the market allows 0\.1 to 0\.4"):
        years.simulate(DESK, {"business": bringing, "credit": "firm-win"}, 1, seed=1)


def test_a_person_can_be_the_credit_manager():
    strict = lending.Granting(np.array([0.05]))
    fixed = DESK.model_copy(update={"rereads": False})
    own = years.simulate(fixed, {"business": "firm-win", "credit": strict}, 100, seed=1)
    played = years.simulate(fixed, "firm-win", 100, seed=1)
    assert own.loans.mean() < 0.6 * played.loans.mean()
    assert (own.defaults <= played.defaults).mean() > 0.9
