import pytest

from game.firm.changing import changed
from game.firm.loading import load, load_pay


def test_a_figure_of_the_firm_and_one_of_a_product_are_changed():
    firm = changed(load("bicycles"), ["uncertainty=0.5", "city.cost=400", "meetings=0"])
    assert (firm.uncertainty, firm.meetings) == (0.5, 0)
    assert {each.name: each.cost for each in firm.products}["city"] == 400
    assert load("bicycles").uncertainty == 0.3


def test_a_table_about_pay_is_reached_by_its_name():
    assert changed(load_pay(), ["team.overlap=0.8"]).team.overlap == 0.8


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("uncertainty", "sets nothing; write --set name=value"),
        ("uncertanty=1", "did you mean 'uncertainty'?"),
        ("citty.cost=1", "did you mean 'city'?"),
        ("city.cost=-5", "cost is -5"),
        ("city.cost=5000", "nobody pays more than"),
        ("products=[]", "give at least 1"),
        ("uncertainty=much", "give a number"),
    ],
)
def test_what_makes_no_firm_is_refused_in_one_line(written, complaint):
    with pytest.raises((KeyError, ValueError)) as caught:
        changed(load("bicycles"), [written])
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)
