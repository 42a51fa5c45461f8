import pytest

from game.assets import asset
from game.firm.loading import load, load_pay, read
from game.firm.settings import CreditDesk, PayRoom, ProductFirm

PRODUCT = """
kind = "products"
name = "mine"
uncertainty = 0.2

[[products]]
name = "one"
market = 100
slope = 1
cost = 20

[[products]]
name = "two"
market = 90
slope = 1
cost = 30
"""
DESK = """
kind = "credit"
name = "mine"
applicants = 100
rate_low = 0.1
rate_high = 0.3
loss = 0.5
capital = 0.05
"""


def written(folder, text):
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_file_that_comes_with_the_game_can_be_read():
    found = {path.stem: read(path) for path in asset("firm").glob("*.toml")}
    assert {type(each) for each in found.values()} == {ProductFirm, CreditDesk, PayRoom}
    assert isinstance(load("bicycles"), ProductFirm)
    assert isinstance(load("desk"), CreditDesk)
    assert isinstance(load_pay(), PayRoom)


def test_a_file_of_ones_own_is_read_by_its_path(tmp_path):
    assert load(written(tmp_path, PRODUCT)).products[1].name == "two"
    assert load(str(written(tmp_path, DESK))).applicants == 100


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("cost = 30", "cost = -3", "mine.toml: products 2, cost is -3; give 0 or more"),
        ("cost = 30", 'cost = "30"', "mine.toml: products 2, cost is '30'; give a number"),
        ("cost = 30", "cost = true", "mine.toml: products 2, cost is True; give a number"),
        ("cost = 30", "cost = inf", "mine.toml: products 2, cost is inf; give a finite number"),
        ("cost = 30", "", "mine.toml: products 2, cost is missing; give it"),
        ("cost = 30", "cost = 90", "products 2: 'two' costs 90 to make and nobody pays more than 90"),
        ("slope = 1\ncost = 30", "slope = 0\ncost = 30", "products 2, slope is 0; give more than 0"),
        ("cost = 30", "cost = 30\ncosts = 4", "no field called 'products 2, costs'; did you mean 'cost'?"),
        ("uncertainty", "uncertanty", "no field called 'uncertanty'; did you mean 'uncertainty'?"),
        ("uncertainty = 0.2", "uncertainty = 9", "uncertainty is 9; give 2 or less"),
        ('name = "two"', 'name = "one"', "two products are called 'one'; give each its own name"),
        ("uncertainty = 0.2", "seasons = [1, 1, 1, 2]", "seasons add up to 5; they must add up to 4"),
        ("uncertainty = 0.2", "meetings = 1.5", "meetings is 1.5; give a whole number"),
        ('kind = "products"', 'kind = "product"', "kind is 'product'; give one of 'products', 'credit'"),
        ('kind = "products"', "", "kind is None; give one of"),
        ('kind = "products"', "kind = [", "mine.toml is not TOML"),
        (PRODUCT[PRODUCT.index("[[") :], "products = []", "products is a list of 0; give at least 1"),
        (PRODUCT[PRODUCT.index("[[") :], "products = 7", "products is 7; give a list in [ ]"),
        (PRODUCT[PRODUCT.index("[[") :], "", "products is missing; give it"),
    ],
)
def test_a_product_firm_that_cannot_be_is_refused_in_one_line(tmp_path, old, new, complaint):
    assert old in PRODUCT
    refused(written(tmp_path, PRODUCT.replace(old, new)), complaint)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("rate_high = 0.3", "rate_high = 0.05", "rate_high is 0.05, below rate_low 0.1"),
        ("applicants = 100", "applicants = 0", "applicants is 0; give 1 or more"),
        ("applicants = 100", "applicants = 99999", "applicants is 99999; give 10000 or less"),
        ("loss = 0.5", "loss = 1.2", "loss is 1.2; give 1 or less"),
        ("loss = 0.5", "loss = -1\ncapital = -1", "(and 1 more)"),
        ("loss = 0.5", "loss = 0.5\nluck = 1", "luck is 1; give true or false"),
    ],
)
def test_a_desk_that_cannot_be_is_refused_in_one_line(tmp_path, old, new, complaint):
    text = DESK.replace(old, new)
    if new.count("capital"):
        text = text.replace("capital = 0.05\n", "")
    refused(written(tmp_path, text), complaint)


def test_a_firm_nobody_knows_is_answered_with_the_nearest():
    with pytest.raises(ValueError, match=r"no firm called 'bicycle'; did you mean 'bicycles'\?"):
        load("bicycle")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ValueError, match=r"cannot read .*none\.toml: No such file"):
        load(tmp_path / "none.toml")


def test_pay_is_not_a_firm_and_a_firm_is_not_pay():
    with pytest.raises(ValueError, match="'pay' is about pay, not a firm"):
        load("pay")
    with pytest.raises(ValueError, match="'desk' is a firm of kind 'credit'"):
        load_pay("desk")


def refused(path, complaint):
    with pytest.raises(ValueError, match=r"^mine\.toml") as caught:
        load(path)
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)
