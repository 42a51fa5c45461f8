import numpy as np

from game.experiments.dose import BACK, FRONT, RANDOM, Dose, cells
from game.state import SIDE


def chosen(cell):
    plans = cell.plan if isinstance(cell.plan, tuple) else (cell.plan,)
    return [{slot for slot, _ in plan.slots} for plan in plans]


def test_each_dose_adds_one_man_to_the_last():
    for order in (FRONT, BACK, RANDOM):
        sets = {cell.keys["dose"]: chosen(cell) for cell in cells(Dose()) if cell.keys["order"] == order}
        for dose in range(2, SIDE):
            for smaller, larger in zip(sets[dose - 1], sets[dose], strict=True):
                assert smaller < larger
                assert len(larger) == dose


def test_the_keeper_goes_first_from_the_back_and_last_from_the_front():
    one = {cell.keys["order"]: chosen(cell)[0] for cell in cells(Dose()) if cell.keys["dose"] == 1}
    ten = {cell.keys["order"]: chosen(cell)[0] for cell in cells(Dose()) if cell.keys["dose"] == 10}
    assert one[BACK] == {0}
    assert ten[FRONT] == set(range(1, SIDE))


def test_random_orders_are_the_same_every_time():
    first, again = cells(Dose()), cells(Dose())
    assert [chosen(cell) for cell in first] == [chosen(cell) for cell in again]
    other = cells(Dose(order_seed=2))
    assert [chosen(cell) for cell in first] != [chosen(cell) for cell in other]
    assert np.unique([cell.matches for cell in first]).size == 1
