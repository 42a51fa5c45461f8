"""A year of the credit desk: applicants, a noisy score, quality that drifts; and the plans of its managers.

Business managers set the rate and put applicants forward up to a score (`reach`); credit managers accept up to a score
(`cut`). A loan is made where both say yes and the applicant takes the rate. Every chance of default is the applicant's
own times a `level` nobody sees; a desk that rereads its score learns it from the defaults it has had.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from game.firm import luck, scoring
from game.firm.books import CreditYear, Floats, as_books, blank, totals
from game.firm.choosing import best
from game.firm.luck import Why
from game.firm.payoffs import Policy
from game.firm.settings import CreditDesk

DEPARTMENTS = ("business", "credit")  # in the order in which they speak
BOOKS = CreditYear

QUARTERS = 4
GRIDS = 3  # tried when planning, each within two steps of the one before
RATES, SCORES = 17, 101  # points of a grid
READINGS = np.geomspace(1 / 8, 8, 49)  # of the level, against the one the year begins with


@dataclass(frozen=True, eq=False)
class Bringing:
    """What business decides, at every reading of the level; arrays (readings,) or (1,)."""

    rate: Floats
    reach: Floats  # the highest score put forward


@dataclass(frozen=True, eq=False)
class Granting:
    """What credit decides, at every reading of the level; an array (readings,) or (1,)."""

    cut: Floats  # the highest score accepted


HALVES = {"business": Bringing, "credit": Granting}


class Offer(NamedTuple):
    """What both halves say at one moment; arrays that broadcast."""

    rate: Floats
    reach: Floats
    cut: Floats


class Crowd(NamedTuple):
    """Applicants (years, quarters, applicants); the draws are missing where nothing is drawn."""

    risk: Floats  # chance of default at level 1
    score: Floats
    taking: Floats | None
    failing: Floats | None

    def at(self, quarter: int) -> Crowd:
        """The applicants of one quarter, (years, applicants)."""
        taking = None if self.taking is None else self.taking[:, quarter]
        failing = None if self.failing is None else self.failing[:, quarter]
        return Crowd(self.risk[:, quarter], self.score[:, quarter], taking, failing)


def best_plan(desk: CreditDesk, payoff: Policy, fixed: Mapping[str, Any]) -> dict[str, Any]:
    """The plan of the whole desk best for `payoff` at every level, given the halves in `fixed`."""
    levels = _levels(desk)
    rate, reach, cut = np.array([_best_at(desk, payoff, fixed, level=each) for each in levels]).T
    return {"business": Bringing(rate, reach), "credit": Granting(cut)}


def check(desk: CreditDesk, department: str, half: Any) -> None:
    """Refuse a half that `department` could not carry out; ValueError in one line."""
    wanted = HALVES[department]
    if not isinstance(half, wanted):
        raise ValueError(f"{department} decides a {wanted.__name__}, not a {type(half).__name__}")
    for name, figures in vars(half).items():
        if np.shape(figures) not in ((1,), _levels(desk).shape):
            raise ValueError(f"{name} has shape {np.shape(figures)}; give (1,), one for all levels")
        if not np.isfinite(figures).all():
            raise ValueError(f"{name} is {list(figures)}; give finite numbers")
        low, high = desk.rate_low, desk.rate_high
        if name == "rate" and (np.min(figures) < low or np.max(figures) > high):
            raise ValueError(f"rate is {list(figures)}; the market allows {low:g} to {high:g}")


def run(desk: CreditDesk, plan: Mapping[str, Any], years: range, seed: int) -> Floats:
    """The books of `years`, quarter by quarter; shape (years, quarters, columns)."""
    crowd = _crowd(desk, seed, years)
    growth = _growth(desk, seed, years)
    level = reading = np.full(len(years), desk.level)
    books = blank(BOOKS, len(years), QUARTERS)
    for quarter in range(QUARTERS):
        offer = _offer(desk, plan, reading)
        present = crowd.at(quarter)
        _lend(desk, books[:, quarter], present, offer=offer, level=level)
        if desk.rereads:
            reading = _reread(desk, books[:, quarter], reading, offer=offer)
        level = level * growth[:, quarter]
    return totals(books)


def expected(desk: CreditDesk, plan: Mapping[str, Any]) -> Floats:
    """The books a year is expected to leave if quality stays as it is; shape (1, columns)."""
    level = np.array([desk.level])
    return _expected_year(desk, _offer(desk, plan, level), level)


def _best_at(desk: CreditDesk, payoff: Policy, fixed: Mapping[str, Any], *, level: float) -> tuple[float, float, float]:
    """Rate, reach and cut best for `payoff` at one level: a coarse grid, then finer ones around the best."""
    held = _said(desk, fixed, np.array([level]))
    rates = np.linspace(desk.rate_low, desk.rate_high, RATES)
    scores = np.linspace(-4 * desk.noise, 1 + 4 * desk.noise, SCORES)
    for _ in range(GRIDS):
        offer = Offer(
            *np.broadcast_arrays(held.get("rate", rates)[:, None], held.get("reach", scores), held.get("cut", scores))
        )
        books = as_books(BOOKS, _expected_year(desk, offer, np.array(level)))
        open_enough = scoring.accepted(offer.cut, desk.noise) >= desk.open_door
        allowed = None if "cut" in held else open_enough
        at = np.unravel_index(best(payoff, books, allowed), books.shape)
        rate, reach, cut = (float(part[at]) for part in offer)
        rates = _around(rates, rate)
        scores = _around(scores, cut if "reach" in held else reach)
    return rate, reach, cut


def _around(grid: Floats, middle: float) -> Floats:
    """A grid as long as `grid` over the step on either side of `middle`, inside its range."""
    step = grid[1] - grid[0]
    return np.linspace(max(grid[0], middle - step), min(grid[-1], middle + step), len(grid))


def _expected_year(desk: CreditDesk, offer: Offer, level: Floats) -> Floats:
    """The books a year under `offer` is expected to leave at `level`; shape (…, columns)."""
    both = np.minimum(offer.reach, offer.cut)
    count, taking = QUARTERS * desk.applicants, _take_up(desk, offer.rate)
    books = blank(BOOKS, *np.shape(both))
    books.applicants = count
    books.brought = count * scoring.accepted(offer.reach, desk.noise)
    accepted = count * scoring.accepted(both, desk.noise)
    books.refused = books.brought - accepted
    books.loans = accepted * taking
    books.defaults = count * scoring.defaults(both, desk.noise, level) * taking
    return _settled(desk, books, offer.rate)


def _lend(desk: CreditDesk, books: Any, crowd: Crowd, *, offer: Offer, level: Floats) -> None:
    """Write one quarter of the years (years,) into `books`."""
    rate, reach, cut = (part[:, None] for part in offer)
    brought = crowd.score <= reach
    accepted = brought & (crowd.score <= cut)
    lent = accepted * _happens(_take_up(desk, rate), crowd.taking)
    failed = lent * _happens(np.minimum(1.0, level[:, None] * crowd.risk), crowd.failing)
    books.applicants = desk.applicants
    books.brought = brought.sum(axis=1)
    books.refused = books.brought - accepted.sum(axis=1)
    books.loans = lent.sum(axis=1)
    books.defaults = failed.sum(axis=1)
    _settled(desk, books, offer.rate)


def _settled(desk: CreditDesk, books: Any, rate: Floats) -> Floats:
    """The books closed: loans become money. Returns them as plain numbers (…, columns)."""
    books.income = rate * (books.loans - books.defaults)
    books.bad_debt = desk.loss * books.defaults
    books.screening = desk.screening * books.brought
    books.fixed = desk.fixed * books.applicants
    books.capital = desk.capital * books.loans
    costs = books.bad_debt + books.screening + books.fixed + books.capital
    books.value = books.income - costs
    return totals(books)


def _take_up(desk: CreditDesk, rate: Floats) -> Floats:
    """Share of accepted applicants who take a loan at `rate`."""
    if desk.rate_high == desk.rate_low:
        return np.ones_like(rate)
    share = (desk.rate_high - rate) / (desk.rate_high - desk.rate_low)
    return np.asarray(np.clip(share, 0.0, 1.0))


def _happens(chance: Floats, drawn: Floats | None) -> Floats:
    """1 where it happens and 0 where not; the chance itself where nothing is drawn."""
    return chance if drawn is None else (drawn < chance).astype(np.float64)


def _reread(desk: CreditDesk, books: Any, reading: Floats, *, offer: Offer) -> Floats:
    """The level foreseen after a quarter, from defaults seen against defaults foreseen.

    The mean of a gamma belief worth `trust` defaults before the quarter, and the mean growth on top.
    """
    both = np.minimum(offer.reach, offer.cut)
    share = scoring.accepted(both, desk.noise)
    foreseen = scoring.defaults(both, desk.noise, reading) / np.where(share > 0, share, 1.0)
    read = reading * (books.defaults + desk.trust) / (books.loans * foreseen + desk.trust)
    lowest, *_, highest = _levels(desk)
    return np.asarray(np.clip(read * np.exp(desk.drift + desk.swing**2 / 2), lowest, highest))


def _levels(desk: CreditDesk) -> Floats:
    """The levels a plan has an answer to."""
    return desk.level * (READINGS if desk.rereads else np.ones(1))


def _offer(desk: CreditDesk, plan: Mapping[str, Any], reading: Floats) -> Offer:
    """What both halves of `plan` say in years that read the level as `reading`."""
    return Offer(**_said(desk, plan, reading))


def _said(desk: CreditDesk, halves: Mapping[str, Any], reading: Floats) -> dict[str, Floats]:
    """The figures of `halves` by name, at `reading` (years,)."""
    levels = np.log(_levels(desk))
    return {
        name: np.interp(np.log(reading), levels, figures) if len(figures) > 1 else np.repeat(figures, len(reading))
        for half in halves.values()
        for name, figures in vars(half).items()
    }


def _crowd(desk: CreditDesk, seed: int, years: range) -> Crowd:
    """The applicants of `years`."""
    size = (QUARTERS, desk.applicants)
    if desk.luck:
        risk = luck.even(seed, Why.APPLICANT, years, size)
    else:
        spread = (np.arange(desk.applicants) + 0.5) / desk.applicants
        risk = np.broadcast_to(spread, (len(years), *size))
    score = risk
    if desk.noise > 0:
        score = risk + desk.noise * luck.bell(seed, Why.SCORE, years, size)
    if not desk.luck:
        return Crowd(risk, score, None, None)
    taking = luck.even(seed, Why.TAKE_UP, years, size)
    return Crowd(risk, score, taking, luck.even(seed, Why.DEFAULT, years, size))


def _growth(desk: CreditDesk, seed: int, years: range) -> Floats:
    """The factor on the level from each quarter to the next; shape (years, quarters)."""
    steps = np.full((len(years), QUARTERS), desk.drift)
    if desk.swing > 0:
        steps = steps + desk.swing * luck.bell(seed, Why.QUALITY, years, (QUARTERS,))
    return np.asarray(np.exp(steps))
