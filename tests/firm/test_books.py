import numpy as np
import pytest

from game.firm.books import CreditYear, ProductYear, as_books, blank, columns, totals


@pytest.mark.parametrize("kind", [ProductYear, CreditYear])
def test_books_and_plain_numbers_are_two_views_of_the_same(kind):
    plain = np.arange(3.0 * len(columns(kind))).reshape(3, -1)
    books = as_books(kind, plain)
    assert books.shape == (3,)
    assert np.array_equal(totals(books), plain)
    assert books.value.tolist() == plain[:, -1].tolist()


def test_empty_books_hold_nothing():
    books = blank(ProductYear, 2, 4)
    assert books.shape == (2, 4)
    assert (totals(books) == 0).all()
