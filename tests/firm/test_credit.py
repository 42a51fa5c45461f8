import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game.firm import credit
from game.firm.credit import Terms

ANCHOR = Terms(rate=0.12, loss=0.60, capital=0.05, fixed=0.001)
EXACT = 1e-6

terms = st.builds(
    Terms,
    rate=st.floats(0.05, 0.5),
    loss=st.floats(0.1, 1),
    capital=st.floats(0, 0.2),
    fixed=st.floats(1e-5, 0.05),
    level=st.floats(0.5, 2),
)
cuts = st.floats(0.01, 0.5)


def test_the_anchor_desk_lends_and_earns_what_theory_says():
    assert credit.best_cut(ANCHOR) == pytest.approx(0.07 / 0.72, abs=EXACT)
    assert credit.roa_cut(ANCHOR) == pytest.approx(0.0527046, abs=EXACT)
    assert credit.eva(credit.best_cut(ANCHOR), ANCHOR) == pytest.approx(0.00240278, abs=EXACT)
    assert credit.eva(credit.roa_cut(ANCHOR), ANCHOR) == pytest.approx(0.00168932, abs=EXACT)
    assert credit.eva(1.0, ANCHOR) == pytest.approx(-0.2910, abs=EXACT)


@given(terms, cuts)
def test_no_cut_adds_more_value_than_the_best_one(desk, cut):
    assert credit.eva(cut, desk) <= credit.eva(credit.best_cut(desk), desk) + 1e-12


@given(terms, cuts)
def test_no_cut_returns_more_on_assets_than_the_roa_cut(desk, cut):
    assert credit.roa(cut, desk) <= credit.roa(credit.roa_cut(desk), desk) + 1e-12


@given(terms)
def test_return_on_assets_lends_too_little_exactly_when_the_desk_is_worth_running(desk):
    margin = desk.rate - desk.capital
    assume(abs(margin**2 - 2 * desk.fixed * desk.at_risk) > 1e-9)
    assume(margin < desk.at_risk)
    assert credit.worth_running(desk) == (credit.roa_cut(desk) < credit.best_cut(desk))


@given(terms, cuts)
def test_a_wrong_cut_loses_by_the_square_of_its_distance(desk, cut):
    assume(0 < desk.rate - desk.capital < desk.at_risk)
    lost = credit.eva(credit.best_cut(desk), desk) - credit.eva(cut, desk)
    assert credit.loss_of_cut(cut, desk) == pytest.approx(lost, abs=1e-9)


@given(terms, cuts)
def test_half_the_cut_defaults(desk, cut):
    lent = cut * desk.loss
    assert credit.bad_debt(cut, desk) / lent == pytest.approx(credit.default_rate(cut, desk))


@given(terms)
def test_the_right_bonus_gives_the_best_cut_and_no_other_world_shares_it(desk):
    assume(0.01 < desk.rate - desk.capital < desk.at_risk)
    right = credit.right_bonus(desk)
    found = credit.bonus_cut(right, 1.0, desk)
    assert found == pytest.approx(credit.best_cut(desk))
    dearer = Terms(desk.rate, desk.loss, desk.capital + 0.005, desk.fixed, desk.level)
    assert credit.bonus_cut(right, 1.0, dearer) > credit.best_cut(dearer)
    richer = Terms(desk.rate + 0.005, desk.loss, desk.capital, desk.fixed, desk.level)
    assert credit.bonus_cut(right, 1.0, richer) < credit.best_cut(richer)


def test_a_bonus_without_risk_in_it_lends_to_everybody():
    assert credit.bonus_cut(1.0, 0.01, ANCHOR) == 1.0
