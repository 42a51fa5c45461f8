import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.firm import products, trading, years
from game.firm.books import ProductYear, as_books
from game.firm.loading import load
from game.firm.payoffs import find
from game.firm.settings import Product, ProductFirm
from game.intervals import paired_difference

TEXTBOOK, BICYCLES = load("textbook"), load("bicycles")
SILOS = BICYCLES.model_copy(update={"meetings": 0})
EXACT = 1e-6  # nothing is drawn, so the year is arithmetic
YEARS = 2000


def value(firm, policies, count=1):
    return years.simulate(firm, policies, count, seed=1).value


def ledger(firm, policies, count=50, seed=1):
    return as_books(ProductYear, trading.run(firm, years.plan(firm, policies), range(count), seed))


def test_without_uncertainty_the_textbook_firm_earns_what_the_closed_forms_say():
    assert value(TEXTBOOK, "firm-win") == pytest.approx(products.profit(TEXTBOOK.products), abs=EXACT)
    assert value(TEXTBOOK, "firm-win") == pytest.approx(2387.5, abs=EXACT)
    assert value(TEXTBOOK, "revenue") == pytest.approx(200, abs=EXACT)
    assert value(TEXTBOOK, "unit-cost") == pytest.approx(1300, abs=EXACT)


def test_production_alone_on_unit_cost_already_costs_all_but_the_first_product():
    assert value(TEXTBOOK, "firm-win,production=role-bound") == pytest.approx(1300, abs=EXACT)


def test_sales_alone_on_revenue_asks_for_products_that_are_not_set_up():
    books = ledger(TEXTBOOK, "firm-win,sales=role-bound", 1)[0]
    assert (books.missed[4:] > 0).all()
    assert (books.made[4:] == 0).all()


def test_firm_win_sets_the_profit_price_of_every_product_it_keeps():
    plan = years.plan(TEXTBOOK, "firm-win")
    kept = [products.firm_keeps(each) for each in TEXTBOOK.products]
    right = [products.profit_price(each) for each in TEXTBOOK.products]
    assert (plan["production"].target > 0).tolist() == kept
    assert plan["sales"].price[kept] == pytest.approx(np.array(right)[kept], abs=EXACT)


def test_profit_comes_closer_to_the_closed_form_as_uncertainty_goes():
    gaps = [
        2387.5 - float(years.expected(firm, years.plan(firm, "firm-win")).value)
        for share in (0.3, 0.1, 0.03, 0.0)
        for firm in [TEXTBOOK.model_copy(update={"uncertainty": share, "salvage": 0.5})]
    ]
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[-1] == pytest.approx(0, abs=EXACT)


@given(st.floats(0.1, 10))
def test_lots_in_the_simulated_year_cost_what_the_lot_size_identity_says(ratio):
    product = Product(name="one", market=900, slope=1, cost=20, setup=50, holding=4)
    firm = ProductFirm(name="one", products=(product,))
    price = 300.0
    best = products.best_lot(products.sold(product, price), product.setup, product.holding)
    selling = trading.Selling(np.array([price]), np.zeros(1))

    def cost(lot):
        making = trading.Making(np.array([150.0]), np.array([lot]))
        row = years.simulate(firm, {"sales": selling, "production": making}, 1, seed=1)[0]
        return row.setups + row.holding

    assert cost(ratio * best) / cost(best) == pytest.approx((ratio + 1 / ratio) / 2, rel=1e-9)


@given(
    st.lists(st.floats(0, 6000), min_size=6, max_size=6),
    st.lists(st.floats(0, 1), min_size=6, max_size=6),
    st.lists(st.floats(0, 900), min_size=6, max_size=6),
    st.integers(0, 1000),
)
def test_whatever_is_planned_the_books_add_up(prices, pushes, targets, seed):
    plan = {
        "sales": trading.Selling(np.array(prices), np.array(pushes)),
        "production": trading.Making(np.array(targets), np.maximum(targets, 1.0)),
    }
    books = as_books(ProductYear, trading.run(BICYCLES, plan, range(20), seed))
    assert (books.sold <= books.made + 1e-6).all()
    assert (books.sold <= books.ordered + 1e-6).all()
    assert books.ordered == pytest.approx(books.sold + books.missed)
    assert (books.made <= np.array(targets) * trading.QUARTERS + 1e-6).all()
    costs = sum(books[name] for name in ("direct", "setups", "pushing", "overhead", "holding", "goodwill", "write_off"))
    assert books.value == pytest.approx(books.revenue - costs, abs=1e-6)
    assert all((books[name] >= -1e-9).all() for name in books.dtype.names if name != "value")


def test_the_bicycles_are_the_firm_of_the_essay():
    by_revenue = [each.market**2 / (4 * each.slope) for each in BICYCLES.products]
    by_profit = [products.contribution(each, products.profit_price(each)) for each in BICYCLES.products]
    costs = [each.cost for each in BICYCLES.products]
    dearest, cheapest = int(np.argmax(costs)), int(np.argmin(costs))
    assert int(np.argmax(by_revenue)) == dearest
    assert products.sells_below_cost(BICYCLES.products[dearest])
    middle = [number for number in range(6) if number not in (dearest, cheapest)]
    assert max(by_profit[number] for number in middle) > max(by_profit[dearest], by_profit[cheapest])


def test_each_department_beats_the_other_ones_policy_on_its_own_number():
    # what the other does is held fixed, alike in all four comparisons; 95 % intervals of pairs
    for partner in ("role-bound", "firm-win"):
        for firm in (BICYCLES, SILOS):
            own = years.simulate(firm, {"sales": "revenue", "production": partner}, YEARS, seed=2)
            other = years.simulate(firm, {"sales": "unit-cost", "production": partner}, YEARS, seed=2)
            assert paired_difference(own.revenue, other.revenue).low > 0
            own = years.simulate(firm, {"production": "unit-cost", "sales": partner}, YEARS, seed=2)
            other = years.simulate(firm, {"production": "revenue", "sales": partner}, YEARS, seed=2)
            unit_cost = find("unit-cost", "production")
            assert paired_difference(unit_cost(own), unit_cost(other)).low > 0


@pytest.mark.parametrize("partner", ["role-bound", "firm-win"])
def test_serving_the_firm_costs_a_department_its_own_number_and_lifts_the_profit(partner):
    role = years.simulate(BICYCLES, {"sales": "role-bound", "production": partner}, YEARS, seed=3)
    team = years.simulate(BICYCLES, {"sales": "firm-win", "production": partner}, YEARS, seed=3)
    assert paired_difference(role.revenue, team.revenue).low > 0
    assert paired_difference(team.value, role.value).low > 0
    role = years.simulate(BICYCLES, {"production": "role-bound", "sales": partner}, YEARS, seed=3)
    team = years.simulate(BICYCLES, {"production": "firm-win", "sales": partner}, YEARS, seed=3)
    unit_cost = find("unit-cost", "production")
    assert paired_difference(unit_cost(role), unit_cost(team)).low > 0
    assert paired_difference(team.value, role.value).low > 0


@pytest.mark.parametrize("firm", [BICYCLES, SILOS], ids=["one meeting", "none"])
def test_role_bound_departments_leave_the_firm_clearly_poorer(firm):
    lost = paired_difference(value(firm, "firm-win", YEARS), value(firm, "role-bound", YEARS))
    assert lost.low > 100_000  # of the 160,000 that the firm could earn


def test_role_bound_sales_asks_for_what_production_has_not_set_up():
    books = ledger(SILOS, "role-bound")
    not_set_up = books.overhead[0] == 0
    assert not_set_up.sum() == len(BICYCLES.products) - 1
    assert (books.missed[:, not_set_up].sum(axis=1) > 0.5 * books.ordered.sum(axis=1)).all()


def test_departments_that_serve_the_firm_need_no_meeting():
    together = years.plan(BICYCLES, "firm-win")
    alone = years.plan(SILOS, "firm-win")
    assert np.array_equal(together["sales"].price, alone["sales"].price)
    assert np.array_equal(together["production"].target, alone["production"].target)


def test_no_target_exceeds_what_can_be_made_ready():
    plan = years.plan(SILOS, "revenue")
    assert (plan["production"].target <= [each.capacity for each in BICYCLES.products]).all()


@pytest.mark.parametrize(
    ("half", "complaint"),
    [
        (trading.Making(np.ones(6), np.ones(6)), "sales decides a Selling, not a Making"),
        (trading.Selling(np.ones(5), np.ones(5)), "price has shape (5,); give one number a product"),
        (trading.Selling(-np.ones(6), np.zeros(6)), "give numbers of 0 or more"),
        (trading.Selling(np.ones(6), np.full(6, 1.5)), "give 0 to 1, full force"),
    ],
)
def test_a_half_nobody_could_carry_out_is_refused(half, complaint):
    with pytest.raises(ValueError, match=re.escape(complaint)):
        years.simulate(BICYCLES, {"sales": half, "production": "firm-win"}, 1, seed=1)


def test_a_target_without_a_lot_is_refused():
    making = trading.Making(np.ones(6), np.zeros(6))
    with pytest.raises(ValueError, match="more than 0 for every product with a target"):
        years.simulate(BICYCLES, {"sales": "firm-win", "production": making}, 1, seed=1)
