import functools

import numpy as np
import pytest

from game.firm import credit, schemes, years
from game.firm.loading import load
from game.firm.settings import CreditShift, MarketShift

FIRMS = {name: load(name) for name in ("bicycles", "desk")}
YEARS = 1000


@functools.cache
def best(name):
    return schemes.best_scheme(FIRMS[name], steps=11)


@pytest.mark.parametrize("name", FIRMS)
def test_the_best_scheme_recovers_part_of_the_gap_and_not_all(name):
    found = schemes.recovery(FIRMS[name], best(name), YEARS, seed=1)
    assert found.gained.low > 0
    assert found.missing.low > 0
    assert 0.3 < found.share < 1


@pytest.mark.parametrize("name", FIRMS)
def test_when_prices_or_costs_shift_the_scheme_loses_what_it_had_won(name):
    worlds = schemes.breakage(FIRMS[name], best(name), YEARS, seed=1)
    before, after = worlds[name], worlds[FIRMS[name].shifts[0].name]
    assert after.share < before.share - 0.15
    assert after.missing.low > before.missing.high


def test_tuned_anew_the_scheme_does_better_than_the_old_one():
    world = schemes.shifted(FIRMS["bicycles"], FIRMS["bicycles"].shifts[0])
    anew = schemes.best_scheme(world, steps=11)
    old = years.expected(world, years.plan(world, best("bicycles").contracts)).value
    assert anew.value > old


def test_contracts_pay_only_for_lines_of_the_departments_own():
    for department, own in (
        ("sales", {"revenue", "sold", "pushing"}),
        ("production", {"sold", "direct", "setups", "holding", "write_off"}),
    ):
        for each in schemes.contracts(FIRMS["bicycles"], department):
            assert {term.split()[1] for term in each.name.split(" + ")} <= own


def test_at_one_price_the_best_credit_bonus_is_the_one_of_the_closed_form():
    desk = load("textbook-desk")
    found = schemes.best_scheme(desk, steps=12)
    right = credit.right_bonus(credit.Terms(0.12, 0.60, 0.05, 0.001))
    per_loan = float(found.contracts["credit"].name.split()[0])
    assert per_loan == pytest.approx(right, rel=0.12)  # half the step between two weights tried
    best_value = float(years.expected(desk, years.plan(desk, "firm-win")).value)
    assert found.value == pytest.approx(best_value, rel=0.02)


@pytest.mark.parametrize("name", FIRMS)
def test_every_shift_that_comes_with_a_firm_can_be_lived_in(name):
    for shift in FIRMS[name].shifts:
        world = schemes.shifted(FIRMS[name], shift)
        assert world != FIRMS[name]
        assert len(years.simulate(world, "role-bound", 1, seed=1)) == 1


def test_where_everybody_earns_the_same_there_is_no_gap_to_close():
    earned = np.array([-8.0, -8.0, -9.0])  # a lender to whom money is too dear lends to nobody, whatever he is paid for
    assert np.isnan(schemes.recovered(earned, earned, earned).share)


def test_a_shift_multiplies_what_it_names():
    world = schemes.shifted(FIRMS["bicycles"], MarketShift(name="dear", cost=1.2))
    before = [each.cost for each in FIRMS["bicycles"].products]
    assert [each.cost for each in world.products] == pytest.approx([1.2 * cost for cost in before])
    dear = schemes.shifted(FIRMS["desk"], CreditShift(name="dear", rate=1.5, level=2))
    assert (dear.rate_low, dear.rate_high, dear.level) == pytest.approx((0.15, 0.6, 2))


def test_a_shift_into_an_impossible_world_is_refused_in_one_line():
    with pytest.raises(ValueError, match=r"after 'ruin': products 1: 'child' costs 1200 to make"):
        schemes.shifted(FIRMS["bicycles"], MarketShift(name="ruin", cost=10))
    with pytest.raises(ValueError, match=r"after 'worse': loss is 1\.5; give 1 or less"):
        schemes.shifted(FIRMS["desk"], CreditShift(name="worse", loss=3))
    with pytest.raises(ValueError, match="the shift 'dear' is not one of a credit firm"):
        schemes.shifted(FIRMS["desk"], MarketShift(name="dear"))
