import pytest

from game.firm.loading import load_pay
from game.firm.pay_findings import pay_study
from game.screens.language import Language

TABLES = {each.heading: each.table for each in pay_study(load_pay(), 40, Language(), seed=1).sections}
EXACT = 1e-6


def test_equal_shares_found_by_trying_are_those_of_the_closed_form():
    for row in TABLES["Sharing the result equally"].rows:
        assert row[2] == pytest.approx(row[3], abs=3e-4)  # efforts are tried in steps of a thousandth


def test_the_best_bonus_has_the_highest_surplus():
    table = TABLES["A bonus on the task that is measured"]
    best = max(table.rows, key=lambda row: row[3])
    assert best[0] == pytest.approx(0.285714, abs=EXACT)


def test_the_makers_own_price_leaves_84_percent():
    table = TABLES["The price one division charges the other"]
    assert table.column("ratio") == pytest.approx([1.0, 0.84], abs=EXACT)


def test_talking_is_worth_nothing_where_acts_do_not_touch():
    worth = TABLES["What talking is worth"].column("talking")
    assert worth[0] == 0.0
    assert worth == sorted(worth)


def test_playing_for_oneself_loses_more_the_more_departments_touch():
    table = TABLES["Departments that better themselves, one choice at a time"]
    lost = [every - own for own, every in zip(table.column("self"), table.column("all"), strict=True)]
    assert lost[0] == pytest.approx(0.0, abs=EXACT)
    assert lost[-1] > 0.03


def test_a_larger_fine_sends_him_forward_later():
    minutes = TABLES["The same on the pitch: a fine for each goal against"].column("minutes")
    assert minutes == sorted(minutes, reverse=True)
