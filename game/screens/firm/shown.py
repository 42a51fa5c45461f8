"""The outcome of a year as widgets: each department's own report beside the firm's."""

from __future__ import annotations

import math

from game.intervals import Interval
from game.screens import theme
from game.screens.charts import Bar, Bars
from game.screens.debrief.told import Charted
from game.screens.firm.outcome import MANY, Outcome, Report
from game.screens.firm.telling import Telling
from game.screens.widgets import Column, Grid, Panel, Widget, Words, heading, note

USUAL_INK, WHOLE_INK = theme.SKY, theme.AMBER


def outcome_shown(outcome: Outcome, telling: Telling, year: int) -> list[Widget]:
    """Reports, the firm's year, and the mean of many."""
    say = telling.say
    panels: list[Widget] = [_report(each, telling) for each in outcome.reports]
    firm = [
        heading(say("firm.firm_report")),
        Words(telling.money(outcome.earned), bold=True, size=theme.BODY + 4),
        note(say("firm.had_all_served", money=telling.money(outcome.whole))),
    ]
    return [
        heading(say("firm.year", year=year)),
        Words(say(f"firm.verdict_{outcome.verdict}"), bold=True),
        Grid([*panels, Panel(Column(firm, gap=4))], cell=230, most=3),
        note(telling.traffic(outcome.books)),
        Charted([_bars(outcome, telling)], high=70, lines=4.6),
    ]


def _report(report: Report, telling: Telling) -> Widget:
    """A department's own report."""
    say = telling.say
    parts: list[Widget] = [
        heading(say("firm.own_report", who=say(f"firm.{report.department}"))),
        Words(telling.own(report.department, report.own), bold=True),
    ]
    if math.isclose(report.own, report.serving, rel_tol=1e-9):
        parts.append(note(say("firm.served_same")))
    else:
        parts.append(note(say("firm.had_it_served", number=telling.own(report.department, report.serving))))
    return Panel(Column(parts, gap=4))


def _bars(outcome: Outcome, telling: Telling) -> Bars:
    """What the firm earns in the mean, this pay beside all for the firm."""
    say = telling.say
    told: list[tuple[str, Interval, theme.Colour, str]] = [
        ("firm.this_pay", outcome.usual, USUAL_INK, "shield"),
        ("firm.all_for_firm", outcome.usual_whole, WHOLE_INK, "arrow"),
    ]
    bars = [Bar(say(key), value, telling.money(value.value), ink, mark) for key, value, ink, mark in told]
    title = say("firm.mean_of", count=MANY)
    alt = " ".join([f"{title}.", *(f"{bar.label}: {bar.written}." for bar in bars)])
    return Bars(title, bars, alt, (say("firm.pay"), say("firm.earned")))
