import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.firm import years
from game.firm.loading import load
from game.firm.payoffs import Policy

BICYCLES, DESK = load("bicycles"), load("desk")
TEXTBOOK = load("textbook")


@pytest.mark.parametrize("firm", [BICYCLES, DESK], ids=["bicycles", "desk"])
def test_the_same_seed_gives_the_same_rows_in_whatever_parts(firm):
    whole = years.simulate(firm, "role-bound", 300, seed=11)
    parts = [
        years.simulate(firm, "role-bound", count, seed=11, first=first)
        for first, count in ((0, 100), (100, 1), (101, 199))
    ]
    assert np.array_equal(whole, np.concatenate(parts))


@settings(max_examples=10)
@given(st.integers(0, 2**62 - 1), st.integers(0, 2**62 - 1))
def test_another_seed_is_another_year(seed, other):
    first = years.simulate(BICYCLES, "firm-win", 2, seed=seed)
    second = years.simulate(BICYCLES, "firm-win", 2, seed=other)
    assert np.array_equal(first, second) == (seed == other)


def test_two_policies_meet_the_same_customers():
    # the price is the same under both, so the orders must be
    prices = years.plan(BICYCLES, "firm-win")["sales"]
    left, right = (
        years.simulate(BICYCLES, {"sales": prices, "production": played}, 50, seed=1)
        for played in ("firm-win", "revenue")
    )
    assert np.array_equal(left.ordered, right.ordered)


def test_a_row_is_a_year_and_its_columns_have_names():
    rows = years.simulate(DESK, "firm-win", 3, seed=1)
    assert rows.shape == (3,)
    assert rows["applicants"].tolist() == [2000.0] * 3
    assert rows["value"].tolist() == rows.value.tolist()


def test_a_string_can_name_exceptions_by_department():
    spoken = years.simulate(BICYCLES, "role-bound, sales=firm-win", 5, seed=1)
    given_ = years.simulate(BICYCLES, {"sales": "firm-win", "production": "role-bound"}, 5, seed=1)
    assert np.array_equal(spoken, given_)


def test_a_payoff_of_ones_own_is_a_policy():
    generous = Policy("generous", "contract", "Whatever customers ask for.", lambda books: -books.missed)
    row = years.simulate(BICYCLES, {"sales": "firm-win", "production": generous}, 50, seed=1)
    usual = years.simulate(BICYCLES, "firm-win", 50, seed=1)
    assert row.missed.mean() < 0.5 * usual.missed.mean()


def test_a_person_can_be_a_department():
    plan = years.plan(TEXTBOOK, "firm-win")
    rows = years.simulate(TEXTBOOK, {"sales": plan["sales"], "production": "firm-win"}, 1, seed=1)
    assert rows.value == pytest.approx([2387.5], abs=1e-6)


@pytest.mark.parametrize("partner", ["role-bound", "firm-win", "units"])
def test_sales_that_hears_productions_plan_never_does_worse_on_its_own_number(partner):
    silos = BICYCLES.model_copy(update={"meetings": 0})
    played = {"sales": "revenue", "production": years.plan(silos, partner)["production"]}
    heard = years.expected(BICYCLES, years.plan(BICYCLES, played))
    alone = years.expected(silos, years.plan(silos, played))
    assert heard.revenue >= alone.revenue


def test_ten_thousand_years_are_one_call():
    assert len(years.simulate(BICYCLES, "role-bound", 10_000, seed=1)) == 10_000


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        ({"policies": "role-bound", "years": 0, "seed": 1}, "years is 0; give 1 or more"),
        ({"policies": "role-bound", "years": 1, "seed": -1}, "seed is -1; give a whole number from 0"),
        ({"policies": "role-bound", "years": 1, "seed": 1, "first": -1}, "first is -1"),
        ({"policies": "role-bound,seles=revenue", "years": 1, "seed": 1}, "did you mean 'sales'?"),
        ({"policies": "sales=revenue", "years": 1, "seed": 1}, "production has nothing to play for"),
        ({"policies": "revenue,revenue", "years": 1, "seed": 1}, "has two defaults"),
        ({"policies": {"sales": "revenue"}, "years": 1, "seed": 1}, "production has nothing to play for"),
        ({"policies": "team-win", "years": 1, "seed": 1}, "did you mean 'firm-win'?"),
    ],
)
def test_what_cannot_be_run_is_refused_in_one_line(call, complaint):
    with pytest.raises((KeyError, ValueError)) as caught:
        years.simulate(BICYCLES, **call)
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)
