import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.firm.books import ProductYear, as_books, columns, totals
from game.firm.choosing import best, best_of_each
from game.firm.payoffs import Policy, find

REVENUE = find("revenue", "sales")
UNIT_COST = find("unit-cost", "production")


def books(**figures):
    found = as_books(ProductYear, np.zeros((len(next(iter(figures.values()))), len(columns(ProductYear)))))
    for name, column in figures.items():
        found[name] = column
    return found


def test_between_equals_the_one_better_for_the_firm_is_taken():
    assert best(REVENUE, books(revenue=[5, 7, 7, 7], value=[9, 1, 3, 2])) == 2


def test_what_is_not_allowed_is_not_taken():
    menu = books(revenue=[5, 7, 9], value=[0, 0, 0])
    assert best(REVENUE, menu, np.array([True, True, False])) == 1


def test_where_every_option_is_hopeless_the_firm_decides():
    assert best(UNIT_COST, books(made=[0, 0, 0], value=[-3, -1, -2])) == 1


def test_a_payoff_without_a_number_is_refused():
    broken = Policy("broken", "contract", "Nothing.", lambda menu: menu.revenue / menu.sold)
    with np.errstate(invalid="ignore"), pytest.raises(ValueError, match="'broken' gives no number"):
        best(broken, books(revenue=[0, 1], sold=[0, 1]))


@given(st.lists(st.lists(st.floats(-9, 9), min_size=1, max_size=5), min_size=1, max_size=6))
def test_a_sum_over_menus_is_made_as_large_as_it_can_be(menus):
    chosen = best_of_each([totals(books(revenue=menu)) for menu in menus], REVENUE, ProductYear)
    found = sum(menu[at] for menu, at in zip(menus, chosen, strict=True))
    assert found == pytest.approx(sum(max(menu) for menu in menus), abs=1e-8)


@given(st.lists(st.integers(1, 100), min_size=2, max_size=6, unique=True))
def test_the_least_unit_cost_is_reached_by_making_the_cheapest_alone(costs):
    menus = [totals(books(made=[0, 1], direct=[0, cost], value=[0, 1])) for cost in costs]
    chosen = best_of_each(menus, UNIT_COST, ProductYear)
    made = [cost for cost, at in zip(costs, chosen, strict=True) if at == 1]
    assert made == [min(costs)] or min(made) == max(made)
