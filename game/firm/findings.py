"""What a firm's simulated years show, as an answer, tables and figures: the study behind `dilemma firm`.

Three things are measured, all on the same luck year by year: what the firm earns, what each department's own report
says, and what the best bonuses recover and lose again when the world moves.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from game.experiments.charts import Chart, Series
from game.experiments.experiment import Findings
from game.experiments.report import Section
from game.experiments.tables import Column, Table, shown
from game.firm import schemes, years
from game.firm.payoffs import ROLES, Policy, own_number
from game.firm.settings import Firm, ProductFirm
from game.intervals import Interval, mean, paired_difference

NUMBERS = {
    "revenue": "revenue",
    "unit-cost": "cost of a unit, saved",
    "roa": "return on each unit lent",
    "bad-debt": "bad debt, avoided",
}
"""Each own number in words, turned so that more is better for the department."""


SCHEME = "bonuses"
"""The setting in which every department is paid the best bonuses found."""

Setting: TypeAlias = tuple[str, str]
"""A world's name, and what its departments play for."""


class Own(NamedTuple):
    """One department's own number: with its own policy, with the other department's, and the gain, on equal luck."""

    department: str
    number: str
    own: Interval
    other: Interval
    gain: Interval


def study(settings: Firm, count: int, *, seed: int, mixes: Sequence[str] = (), bonus: bool = True) -> Findings:
    """Simulate `count` years of each setting; `mixes` are looked at besides the usual ones, `bonus` seeks schemes."""
    scheme = schemes.best_scheme(settings) if bonus else None
    plans = plans_of(settings, mixes, scheme)
    books = {each: years.run(world, plan, count, seed=seed) for each, (world, plan) in plans.items()}
    return find(settings, books, mixes, scheme)


def plans_of(
    settings: Firm, mixes: Sequence[str], scheme: schemes.Scheme | None
) -> dict[Setting, tuple[Firm, dict[str, Any]]]:
    """Every setting that is simulated: its firm and what the departments settle on.

    KeyError or ValueError for a mix no department can play, before the work.
    """
    home = settings.name
    for mix in mixes:
        years.assigned(settings, mix)
    told = [*_mixes(settings, mixes), *(_swapped(settings, each) for each in years.departments(settings))]
    played: dict[Setting, tuple[Firm, Any]] = {(home, each): (settings, each) for each in told}
    for name, world in schemes.worlds(settings).items() if scheme is not None else ():
        assert scheme is not None
        played |= {(name, each): (world, each) for each in ("role-bound", "firm-win")}
        played[name, SCHEME] = world, scheme.contracts
    return {each: (world, years.plan(world, policies)) for each, (world, policies) in played.items()}


def find(settings: Firm, books: Mapping[Setting, Any], mixes: Sequence[str], scheme: schemes.Scheme | None) -> Findings:
    """What the books of all settings of `plans_of` say; arrays, a row a year, on the same luck."""
    home = {each: books[settings.name, each] for each in _mixes(settings, mixes)}
    lost = paired_difference(home["firm-win"]["value"], home["role-bound"]["value"])
    owns = [own(settings, books, department) for department in years.departments(settings)]
    sections = [_earnings(settings, home), _reports(owns)]
    told = [_answer(settings, home["firm-win"]["value"], lost, owns)]
    if scheme is not None:
        worlds = {
            name: schemes.recovered(*(books[name, each]["value"] for each in ("role-bound", SCHEME, "firm-win")))
            for name in schemes.worlds(settings)
        }
        sections += _bonuses(settings, scheme, worlds)
        told.append(_answer_on_pay(settings, worlds))
    return Findings(" ".join(told), sections)


def own(settings: Firm, books: Mapping[Setting, Any], department: str) -> Own:
    """`department` on its own number under its own policy and under the other one's, a role-bound partner beside it."""
    number = own_number(department)
    mine, theirs = (number(books[settings.name, each]) for each in ("role-bound", _swapped(settings, department)))
    return Own(department, number.name, _mean(mine), _mean(theirs), _gain(mine, theirs))


def _swapped(settings: Firm, department: str) -> str:
    """The setting in which `department` plays for the other one's number."""
    (other,) = (each for each in years.departments(settings) if each != department)
    return f"role-bound,{department}={ROLES[other]}"


def style(settings: Firm) -> str:
    """How the firm's money is written."""
    return ",.0f" if isinstance(settings, ProductFirm) else ".2f"


def _axis(settings: Firm) -> str:
    """What the foot of a figure says; large money is drawn in thousands, so that its ticks stay apart."""
    return "the firm earns a year, thousands" if isinstance(settings, ProductFirm) else "the firm earns a year"


def _scaled(settings: Firm, value: Interval | float) -> Interval | float:
    """An amount as it is drawn."""
    factor = 1e-3 if isinstance(settings, ProductFirm) else 1.0
    return Interval(*(factor * end for end in value)) if isinstance(value, Interval) else factor * value


def _mixes(settings: Firm, mixes: Sequence[str]) -> list[str]:
    """Everybody for the firm, everybody for his number, one at a time, and what was asked for."""
    alone = [f"firm-win,{name}=role-bound" for name in years.departments(settings)]
    return list(dict.fromkeys(["firm-win", "role-bound", *alone, *mixes]))


def _mean(values: Any) -> Interval:
    """The mean of a number; where some year has none, −∞ and no interval."""
    return mean(values) if np.isfinite(values).all() else Interval(-np.inf, np.nan, np.nan)


def _gain(mine: Any, theirs: Any) -> Interval:
    """The paired gain; ∞ where only the other policy leaves years without a number."""
    if np.isfinite(theirs).all() and np.isfinite(mine).all():
        return paired_difference(mine, theirs)
    return Interval(np.inf if np.isfinite(mine).all() else -np.inf, np.nan, np.nan)


def _earnings(settings: Firm, books: Mapping[str, Any]) -> Section:
    """What the firm earns in a year."""
    money = style(settings)
    values = {name: rows["value"] for name, rows in books.items()}
    best = values["firm-win"]
    rows = [
        (name, len(value), mean(value), None if name == "firm-win" else paired_difference(value, best))
        for name, value in values.items()
    ]
    columns = (
        Column("policies", "departments play for"),
        Column("years", "years", ",d"),
        Column("value", "the firm earns a year", money),
        Column("from_firm_win", "against all for the firm", f"+{money}"),
    )
    title = "What the firm earns in a year"
    means = [mean(value) for value in values.values()]
    alt = "; ".join(f"{name}: {shown(each, money)}" for name, each in zip(values, means, strict=True))
    drawn = [Series("earned", list(values), [_scaled(settings, each) for each in means])]
    chart = Chart("bars", title, f"{title}. {alt}.", drawn, "", _axis(settings), money, 0.0)
    text = (
        "Every department plans for the same firm, with the same skill, and meets the same customers; settings differ "
        "only in what each plays for. Differences are taken year by year on the same luck."
    )
    return Section(title, text, chart, Table(title, columns, rows))


def _reports(owns: Sequence[Own]) -> Section:
    """What each department's own report says."""
    title = "What each department's own report says"
    columns = (
        Column("department", "department"),
        Column("number", "its own number (more is better for it)"),
        Column("own", "playing for it", ",.6g"),
        Column("other", "playing for the other one's", ",.6g"),
        Column("gain", "better by", "+,.6g"),
    )
    rows = [(each.department, NUMBERS[each.number], each.own, each.other, each.gain) for each in owns]
    better = (
        "Each department does better on the number on its report by playing for it than by playing for the other "
        "department's. By its own report each has had a good year."
    )
    text = [
        better if _all_better(owns) else "Not every department gains on its own number by playing for it here.",
        "A dash or ∞ stands where a year has no such number: nothing was made, or nothing was lent.",
    ]
    return Section(title, text, None, Table(title, columns, rows))


def _bonuses(settings: Firm, scheme: schemes.Scheme, worlds: Mapping[str, schemes.Recovery]) -> list[Section]:
    """The best bonuses found, and what becomes of them."""
    money, title = style(settings), "The best bonuses found, here and when the world moves"
    columns = (
        Column("world", "world"),
        Column("role_bound", "own numbers", money),
        Column("scheme", "bonuses", money),
        Column("firm_win", "for the firm", money),
        Column("share", "of the gap closed", ".0%"),
        Column("missing", "still missing", money),
    )
    rows = [
        (name, each.role_bound, each.scheme, each.firm_win, each.share, each.missing) for name, each in worlds.items()
    ]
    places = list(worlds)
    lines = [
        Series(told, places, [_scaled(settings, getattr(each, name)) for each in worlds.values()])
        for told, name in (("own numbers", "role_bound"), ("bonuses", "scheme"), ("for the firm", "firm_win"))
    ]
    alt = "; ".join(f"{name}: {number:.0%} of the gap closed" for name, number in _shares(worlds).items())
    chart = Chart("bars", title, f"{title}. {alt}.", lines, "", _axis(settings), money, 0.0)
    paid = "; ".join(f"{name}: {_line_by_line(each)}" for name, each in scheme.contracts.items())
    text = [
        f"Every combination of the bonuses in reach was tried; the firm earns most with {paid}.",
        "They were tuned for the first world. In the others they stay as they are; who serves the firm plans anew.",
    ]
    return [Section(title, text, chart, Table(title, columns, rows))]


def _line_by_line(paid: Policy) -> str:
    """`1 × revenue − 457 × sold`: a contract as people write it."""
    weights, lines = paid.name.split()[::2], paid.name.split()[1::2]
    terms = [(float(weight), line.replace("_", " ")) for weight, line in zip(weights, lines, strict=True)]
    told = " ".join(f"{'−' if weight < 0 else '+'} {abs(weight):.4g} × {line}" for weight, line in terms if weight)
    return told.removeprefix("+ ")


def _shares(worlds: Mapping[str, schemes.Recovery]) -> dict[str, float]:
    """Share of the gap closed, by world."""
    return {name: each.share for name, each in worlds.items()}


def _all_better(owns: Sequence[Own]) -> bool:
    """Whether every own number gains clearly; the ends are nan where only the other policy leaves it out."""
    return all(each.gain.value > 0 and not each.gain.low <= 0 for each in owns)


def _answer(settings: Firm, best: Any, lost: Interval, owns: Sequence[Own]) -> str:
    """The finding on departments, in a sentence or two."""
    money = style(settings)
    good = "both departments look good on their own reports"
    reports = good if _all_better(owns) else "not every own report looks better"
    kept = f"when all serve the firm, which then earns {shown(mean(best), money)}"
    apart = f"{shown(lost, money)} a year less than {kept}"
    if lost.low > 0:
        return f"Paid for their own numbers, {reports}, and the firm earns {apart}."
    return f"Paid for their own numbers, {reports}; these years do not tell whether the firm loses: it earns {apart}."


def _answer_on_pay(settings: Firm, worlds: Mapping[str, schemes.Recovery]) -> str:
    """The finding on bonuses."""
    home = worlds[settings.name]
    told = f"The best bonuses found close {home.share:.0%} of that gap"
    moved = {name: each for name, each in worlds.items() if name != settings.name}
    if not moved:
        return f"{told}."
    worst = max(moved, key=lambda name: moved[name].missing.value)
    money = functools.partial(shown, style=style(settings))
    return (
        f"{told}; after '{worst}' they close {moved[worst].share:.0%} and leave {money(moved[worst].missing)} a year "
        f"on the table, against {money(home.missing)} before."
    )
