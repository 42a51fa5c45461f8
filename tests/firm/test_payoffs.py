import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.firm.books import CreditYear, ProductYear, as_books, columns
from game.firm.payoffs import (
    DEALS,
    KINDS,
    ROLES,
    bonus,
    books_of,
    contract,
    find,
    mix,
    own_number,
    policies,
    policy,
)


def any_books(kind, count=50):
    figures = np.random.default_rng(1).uniform(0, 100, (count, len(columns(kind))))
    return as_books(kind, figures)


@pytest.mark.parametrize("kind", [ProductYear, CreditYear])
def test_every_policy_says_what_it_plays_for_and_gives_a_number_for_all_books(kind):
    for each in policies(kind):
        assert each.summary.endswith(".")
        assert each.kind in KINDS
        worth = each(any_books(kind))
        assert worth.shape == (50,)
        assert np.isfinite(worth).all()


def test_each_firm_has_its_own_policies_and_firm_win_has_both():
    trading = {each.name for each in policies(ProductYear)}
    lending = {each.name for each in policies(CreditYear)}
    assert trading == {"firm-win", "revenue", "unit-cost", "units"}
    assert lending == {"firm-win", "roa", "bad-debt", "volume"}


@pytest.mark.parametrize("department", ROLES)
def test_role_bound_is_the_number_on_the_departments_own_report(department):
    assert find("role-bound", department) is own_number(department)
    assert own_number(department).kind == "role-bound"


def test_a_year_in_which_nothing_is_made_or_lent_is_the_worst():
    empty = as_books(ProductYear, np.zeros((1, len(columns(ProductYear)))))
    assert find("unit-cost", "production")(empty) == -np.inf
    assert find("roa", "business")(as_books(CreditYear, np.zeros((1, len(columns(CreditYear)))))) == -np.inf


@given(st.floats(-5, 5), st.floats(-5, 5))
def test_a_mix_is_the_weighted_sum_of_its_parts(one, two):
    books = any_books(ProductYear)
    mixed = mix([(one, find("revenue", "sales")), (two, find("firm-win", "sales"))])
    assert mixed(books) == pytest.approx(one * books.revenue + two * books.value)


def test_a_mix_can_be_written_in_words():
    books = any_books(ProductYear)
    spoken = find("0.8 firm-win + 0.2 revenue", "sales")
    assert spoken(books) == pytest.approx(0.8 * books.value + 0.2 * books.revenue)
    assert find("firm-win + -2 role-bound", "production")(books) == pytest.approx(
        books.value + 2 * (books.direct + books.setups) / books.made
    )


def test_a_part_of_weight_0_leaves_no_trace_even_where_it_has_no_number():
    empty = as_books(ProductYear, np.zeros((1, len(columns(ProductYear)))))
    assert find("0 unit-cost + revenue", "production")(empty) == 0


def test_a_bonus_is_all_or_nothing():
    books = any_books(ProductYear)
    prize = bonus(find("revenue", "sales"), target=50, prize=7)
    assert prize(books).tolist() == [7.0 if each > 50 else 0.0 for each in books.revenue]


def test_a_mix_may_pay_by_the_line_and_for_a_target():
    books = any_books(ProductYear)
    found = find("revenue - 2 sold + 7 revenue>50 - setups", "sales")(books)
    assert found == pytest.approx(books.revenue - 2 * books.sold + 7 * (books.revenue > 50) - books.setups)


def test_a_contracts_name_is_a_mix_that_pays_the_same():
    paid, books = contract({"loans": 0.2, "bad_debt": -1.0}), any_books(CreditYear)
    assert find(paid.name, "credit")(books) == pytest.approx(paid(books))


@pytest.mark.parametrize("deal", DEALS)
@pytest.mark.parametrize("department", ROLES)
def test_every_deal_pays_every_department(deal, department):
    assert np.isfinite(find(deal, department)(any_books(books_of(department)))).all()


def test_a_price_between_departments_moves_money_and_makes_none():
    books = any_books(ProductYear)
    both = find("transfer-price", "sales")(books) + find("transfer-price", "production")(books)
    borne = books.pushing + books.direct + books.setups + books.overhead + books.holding + books.write_off
    assert both == pytest.approx(books.revenue - borne)


def test_a_contract_pays_by_the_line():
    books = any_books(CreditYear)
    assert contract({"loans": 0.2, "bad_debt": -1.0})(books) == pytest.approx(0.2 * books.loans - books.bad_debt)


@pytest.mark.parametrize(
    ("text", "department", "complaint"),
    [
        ("revenu", "sales", "no policy for sales called 'revenu'; did you mean 'revenue'?"),
        ("revenue", "credit", "no policy for credit called 'revenue'"),
        ("roa", "sales", "no policy for sales called 'roa'"),
        ("revenue", "sails", "no department called 'sails'; did you mean 'sales'?"),
        ("0.5 + revenue", "sales", "'0.5 + revenue' is no policy"),
        ("", "sales", "'' is no policy"),
    ],
)
def test_what_nobody_can_play_for_is_refused_in_one_line(text, department, complaint):
    with pytest.raises((KeyError, ValueError)) as caught:
        find(text, department)
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_policy_needs_a_docstring_a_kind_and_a_name_of_its_own():
    def silent(books):
        return books.value

    def revenue(books):
        """Another one."""
        return books.revenue

    with pytest.raises(ValueError, match="'silent' has no docstring"):
        policy(kind="contract")(silent)
    with pytest.raises(ValueError, match="there is a policy 'revenue' already"):
        policy(kind="contract")(revenue)
    with pytest.raises(ValueError, match="did you mean 'contract'"):
        policy(kind="contact")


def test_a_department_belongs_to_one_firm():
    assert books_of("sales") is ProductYear
    assert books_of("business") is CreditYear
