"""A firm's study in words: the answer, and a section each for earnings, reports, bonuses, ways to pay and telling."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from game.experiments.charts import Chart, Series
from game.experiments.experiment import Findings
from game.experiments.report import Section
from game.experiments.tables import Column, Table, number, shown
from game.firm.findings import OTHER_WAYS, SCHEME, Measured, Own, all_better, usual
from game.firm.saying import Say, contracts_said, pay_said, told, world_said
from game.firm.settings import Firm, ProductFirm
from game.intervals import Interval, mean, paired_difference


def findings(measured: Measured, say: Say) -> Findings:
    """The answer and the sections, in the language of `say`."""
    sections = [_earnings(measured, say), _reports(measured.settings, measured.owns(), say)]
    answer = _answer(measured, say)
    if measured.scheme is not None:
        sections += [_bonuses(measured, say), _ways(measured, say)]
        if measured.lost().value:
            answer += " " + _answer_on_pay(measured, say)
        if measured.settings.shifts:
            sections.append(_tellings(measured, say))
    return Findings(answer, sections)


def style(settings: Firm) -> str:
    """How the firm's money is written."""
    return ",.0f" if isinstance(settings, ProductFirm) else ".2f"


def _earnings(measured: Measured, say: Say) -> Section:
    """What the firm earns in a year."""
    settings, best = measured.settings, measured.earned("firm-win")
    money = style(settings)
    values = {each: measured.earned(each) for each in usual(settings, measured.mixes)}
    names = [pay_said(settings, each, say) for each in values]
    rows = [
        (words, plays, mean(value), None if plays == "firm-win" else paired_difference(value, best))
        for words, (plays, value) in zip(names, values.items(), strict=True)
    ]
    columns = (
        Column("pay", told(say, "col_pay")),
        Column("policies", told(say, "col_policies")),
        Column("value", told(say, "earns"), money),
        Column("from_firm_win", told(say, "col_against"), f"+{money}"),
    )
    title = told(say, "earnings_title")
    means = [mean(value) for value in values.values()]
    alt = "; ".join(f"{name}: {shown(each, money)}" for name, each in zip(names, means, strict=True))
    drawn = [Series(told(say, "earned"), names, [_scaled(settings, each) for each in means])]
    chart = Chart("bars", title, f"{title}. {alt}.", drawn, "", _axis(settings, say), money, 0.0)
    table = Table(title, columns, rows)
    return Section(title, told(say, "earnings_text"), chart, table, name="what-the-firm-earns-in-a-year")


def _reports(settings: Firm, owns: Sequence[Own], say: Say) -> Section:
    """What each department's own report says."""
    title = told(say, "reports_title")
    plain = ",.1f" if isinstance(settings, ProductFirm) else ",.4f"
    columns = (
        Column("department", told(say, "col_department")),
        Column("number", told(say, "col_number")),
        Column("own", told(say, "col_own"), plain),
        Column("served", told(say, "col_served"), plain),
        Column("gave", told(say, "col_gave"), f"+{plain}"),
        Column("other", told(say, "col_other"), plain),
        Column("gain", told(say, "col_gain"), f"+{plain}"),
    )
    rows = [
        (
            say(f"firm.{each.department}"),
            told(say, f"number_{each.number}"),
            each.own,
            each.served.value,
            each.gave,
            each.other.value,
            each.gain,
        )
        for each in owns
    ]
    text = [told(say, "reports_better" if all_better(owns) else "reports_not_better"), told(say, "reports_dash")]
    return Section(title, text, None, Table(title, columns, rows), name="what-each-department-s-own-report-says")


def _bonuses(measured: Measured, say: Say) -> Section:
    """The best bonuses found, and what becomes of them."""
    assert measured.scheme is not None
    settings, worlds = measured.settings, measured.worlds()
    money, title = style(settings), told(say, "bonuses_title")
    names = ("role_bound", "scheme", "firm_win")
    columns = (
        Column("world", told(say, "col_world")),
        *(Column(each, told(say, f"col_{each}"), money) for each in names),
        Column("share", told(say, "col_share"), ".0%"),
        Column("missing", told(say, "col_missing"), money),
    )
    places = [world_said(settings, each, say) for each in worlds]
    rows = [
        (place, each.role_bound, each.scheme, each.firm_win, each.share, each.missing)
        for place, each in zip(places, worlds.values(), strict=True)
    ]
    lines = [
        Series(told(say, f"col_{name}"), places, [_scaled(settings, getattr(each, name)) for each in worlds.values()])
        for name in names
    ]
    shares = "; ".join(
        f"{place}: {number(each.share, '.0%')}" for place, each in zip(places, worlds.values(), strict=True)
    )
    alt = f"{title}. {told(say, 'col_share')}: {shares}."
    chart = Chart("bars", title, alt, lines, "", _axis(settings, say), money, 0.0)
    paid = contracts_said(measured.scheme.contracts, say)
    text = [told(say, "bonuses_paid", paid=paid), told(say, "bonuses_moved")]
    name = "the-best-bonuses-found-here-and-when-the-world-moves"
    return Section(title, text, chart, Table(title, columns, rows), name=name)


def _ways(measured: Measured, say: Say) -> Section:
    """Equal shares and a price between departments, beside the best bonuses."""
    settings, title = measured.settings, told(say, "ways_title")
    money = style(settings)
    found = {each: measured.recovered(each) for each in (*OTHER_WAYS, SCHEME)}
    columns = (
        Column("pay", told(say, "col_pay")),
        Column("value", told(say, "earns"), money),
        Column("share", told(say, "col_share"), ".0%"),
        Column("missing", told(say, "col_missing"), money),
    )
    rows = [(pay_said(settings, name, say), each.scheme, each.share, each.missing) for name, each in found.items()]
    text = [told(say, f"ways_{each.replace('-', '_')}_{settings.kind}") for each in OTHER_WAYS]
    return Section(title, text, None, Table(title, columns, rows), name="other-ways-to-pay-them")


def _tellings(measured: Measured, say: Say) -> Section:
    """What it is worth that a department is told how the world has moved."""
    settings, title = measured.settings, told(say, "telling_title")
    money, found = style(settings), measured.tellings()
    columns = (
        Column("world", told(say, "col_world")),
        Column("department", told(say, "col_untold")),
        Column("serving", told(say, "col_serving"), f"+{money}"),
        Column("own", told(say, "col_for_self"), f"+{money}"),
    )
    rows = [
        (world_said(settings, each.world, say), say(f"firm.{each.department}"), each.serving, each.own)
        for each in found
    ]
    places = [f"{row[0]}, {row[1]}" for row in rows]
    lines = [
        Series(told(say, "col_serving"), places, [_scaled(settings, each.serving) for each in found]),
        Series(told(say, "col_for_self"), places, [_scaled(settings, each.own) for each in found]),
    ]
    alt = "; ".join(
        f"{place}: {shown(row[2], money)} / {shown(row[3], money)}" for place, row in zip(places, rows, strict=True)
    )
    chart = Chart("bars", title, f"{title}. {alt}.", lines, "", told(say, "telling_axis"), money, 0.0)
    text = [told(say, "telling_text"), told(say, "telling_minus")]
    return Section(title, text, chart, Table(title, columns, rows), name="what-telling-each-other-is-worth")


def _axis(settings: Firm, say: Say) -> str:
    """What the foot of a figure says; large money is drawn in thousands, so that its ticks stay apart."""
    return told(say, "earns_thousands" if isinstance(settings, ProductFirm) else "earns")


def _scaled(settings: Firm, value: Interval | float) -> Interval | float:
    """An amount as it is drawn."""
    factor = 1e-3 if isinstance(settings, ProductFirm) else 1.0
    return Interval(*(factor * end for end in value)) if isinstance(value, Interval) else factor * value


def _answer(measured: Measured, say: Say) -> str:
    """The finding on departments, in a sentence or two."""
    lost, money = measured.lost(), style(measured.settings)
    amounts = {"lost": shown(lost, money), "kept": shown(mean(measured.earned("firm-win")), money)}
    reports = told(say, "reports_good" if all_better(measured.owns()) else "reports_mixed")
    return told(say, "answer" if lost.low > 0 else "answer_open", reports=reports, **amounts)


def _answer_on_pay(measured: Measured, say: Say) -> str:
    """The finding on bonuses."""
    worlds = measured.worlds()
    home = worlds[measured.settings.name]
    closed = told(say, "answer_bonus", share=number(home.share, ".0%"))
    moved = {name: each for name, each in worlds.items() if name != measured.settings.name and each.share == each.share}
    if not moved:
        return f"{closed}."
    worst = max(moved, key=lambda name: moved[name].missing.value)
    money = functools.partial(shown, style=style(measured.settings))
    later = told(
        say,
        "answer_moved",
        world=world_said(measured.settings, worst, say),
        share=number(moved[worst].share, ".0%"),
        left=money(moved[worst].missing),
        before=money(home.missing),
    )
    return f"{closed}; {later}"
