"""One way of deciding for every department: try what there is, keep what serves what you play for.

Options are weighed by the books of the year they are expected to leave, so a prize for a target is planned for as if
the year came as expected. Where two options serve equally well, the one better for the firm is taken: nobody hurts
the firm for nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.firm.books import Floats, as_books
from game.firm.payoffs import Policy

SAME = 1e-12  # relative difference below which two numbers are one
ROUNDS = 30  # more than any portfolio has needed


def best(payoff: Policy, books: Any, allowed: NDArray[np.bool_] | None = None) -> int:
    """Where in `books`, flattened, `payoff` is highest; the firm's value decides between equals."""
    worth = np.ravel(payoff(books))
    if np.isnan(worth).any():
        raise ValueError(f"policy '{payoff.name}' gives no number for some books; give one for all")
    if allowed is not None:
        worth = np.where(np.ravel(allowed), worth, -np.inf)
    top = float(worth.max())
    near = worth >= top - SAME * max(1.0, abs(top)) if np.isfinite(top) else worth == top
    return int(np.argmax(np.where(near, np.ravel(books.value), -np.inf)))


def best_of_each(menus: Sequence[Floats], payoff: Policy, kind: type[Any]) -> list[int]:
    """Which option to take from each menu so that `payoff` of all books together is highest.

    A menu is (options, columns). Beginning with what is best for the firm menu by menu, one choice at a time changes as
    long as the payoff gains; exact when the payoff is a sum over the menus, otherwise a plan no single change betters.
    """
    chosen = [int(np.argmax(as_books(kind, menu).value)) for menu in menus]
    total = np.sum([menu[at] for menu, at in zip(menus, chosen, strict=True)], axis=0)
    for _ in range(ROUNDS):
        before = list(chosen)
        for number, menu in enumerate(menus):
            rest = total - menu[chosen[number]]
            chosen[number] = best(payoff, as_books(kind, rest + menu))
            total = rest + menu[chosen[number]]
        if chosen == before:
            break
    return chosen
