import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from game.firm import products
from game.firm.loading import load
from game.firm.settings import Product

TEXTBOOK = load("textbook").products
EXACT = 1e-6  # the closed forms are arithmetic


@st.composite
def sellable(draw):
    market, slope = draw(st.floats(10, 1000)), draw(st.floats(0.1, 10))
    cost = draw(st.floats(0, 0.95)) * market / slope
    return Product(name="any", market=market, slope=slope, cost=cost, overhead=draw(st.floats(0, 500)))


def test_the_textbook_portfolio_contributes_what_theory_says():
    found = [products.contribution(each, products.profit_price(each)) for each in TEXTBOOK]
    assert found == pytest.approx([1300, 756.25, 325, 6.25, -200, -293.75], abs=EXACT)


def test_the_textbook_firm_keeps_four_and_earns_2387_5():
    assert sum(products.firm_keeps(each) for each in TEXTBOOK) == 4
    assert products.profit(TEXTBOOK) == pytest.approx(2387.5, abs=EXACT)


def test_sales_having_its_way_leaves_200_and_production_1300():
    assert products.profit_of_sales_plan(TEXTBOOK) == pytest.approx(200, abs=EXACT)
    assert products.profit_of_production_plan(TEXTBOOK) == pytest.approx(1300, abs=EXACT)


def test_a_single_product_earns_450_at_the_right_price_and_250_at_that_of_most_revenue():
    one = Product(name="one", market=100, slope=2, cost=20)
    assert products.contribution(one, products.profit_price(one)) == pytest.approx(450, abs=EXACT)
    assert products.contribution(one, products.revenue_price(one)) == pytest.approx(250, abs=EXACT)


@given(sellable())
def test_the_price_of_most_revenue_costs_the_firm_b_c_squared_over_four(product):
    right = products.contribution(product, products.profit_price(product))
    bold = products.contribution(product, products.revenue_price(product))
    assert right - bold == pytest.approx(products.loss_of_revenue_price(product), rel=1e-9, abs=EXACT)


@given(sellable())
def test_no_price_tried_earns_more_than_the_profit_price(product):
    best = minimize_scalar(
        lambda price: -products.contribution(product, price), bounds=(0, product.choke), method="bounded"
    )
    assert products.contribution(product, products.profit_price(product)) >= -best.fun - EXACT


@given(sellable())
def test_revenue_sells_below_cost_exactly_when_cost_exceeds_half_the_choke_price(product):
    assume(abs(product.cost - product.choke / 2) > 1e-9)
    assert products.sells_below_cost(product) == (product.cost > product.choke / 2)


@given(sellable())
def test_the_firm_keeps_what_the_square_of_its_margin_pays_for(product):
    worth = (product.market - product.slope * product.cost) ** 2 / (4 * product.slope)
    assert products.contribution(product, products.profit_price(product)) == pytest.approx(
        worth - product.overhead, rel=1e-9, abs=EXACT
    )
    assume(abs(worth - product.overhead) > EXACT)
    assert products.firm_keeps(product) == (worth > product.overhead)


def test_the_least_average_cost_and_the_best_lot_are_square_roots():
    assert products.cheapest_quantity(300, 3) == pytest.approx(10, abs=EXACT)
    assert products.best_lot(900, 50, 4) == pytest.approx(150, abs=EXACT)
    assert products.lot_cost_ratio(300, 150) == pytest.approx(1.25, abs=EXACT)


@given(st.floats(1, 1000), st.floats(0.01, 10), st.floats(0, 50))
def test_the_cheapest_quantity_has_the_least_average_cost(overhead, steepness, cost):
    best = products.cheapest_quantity(overhead, steepness)

    def average(quantity):
        return overhead / quantity + cost + steepness * quantity

    assert average(best) <= min(average(best * 1.01), average(best * 0.99))


@given(st.floats(1, 1e4), st.floats(1, 1e3), st.floats(0.1, 100), st.floats(0.05, 20))
def test_a_wrong_lot_costs_the_mean_of_its_ratio_and_the_inverse(demand, setup, holding, ratio):
    best = products.best_lot(demand, setup, holding)
    least = products.lot_cost(best, demand, setup, holding=holding)
    found = products.lot_cost(ratio * best, demand, setup, holding=holding)
    assert found / least == pytest.approx((ratio + 1 / ratio) / 2, rel=1e-9)
    assert products.lot_cost_ratio(ratio * best, best) == pytest.approx(found / least, rel=1e-9)
