"""The debrief as one HTML file that needs no network: headings, figures with their tables, words for who sees none."""

from __future__ import annotations

from pathlib import Path

from game.experiments.charts import Chart, Series
from game.experiments.report import Report, Section, page
from game.experiments.tables import Column, Table
from game.files import write_whole
from game.screens.debrief.telling import Telling
from game.screens.debrief.thinking import PUSH, STAY


def save_report(telling: Telling, folder: Path, *, language: str, code: str = "") -> Path:
    """Write the report of `telling` into `folder`; where it is. OSError when that is impossible."""
    played = telling.story.played
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"debrief-{played.scenario}-{played.seed}.html"
    write_whole(path, page(report_of(telling, language=language, code=code)).encode())
    return path


def report_of(telling: Telling, *, language: str, code: str = "") -> Report:
    """The report: the question, the answer, then line, futures, numbers and rating."""
    say, played = telling.say, telling.story.played
    clubs = played.programme.clubs
    option = say(f"debrief.{telling.account.choice.did}")
    goals = telling.goals(int(played.match.tick))
    facts = {
        say("debrief.report_scenario"): played.programme.title,
        say("debrief.report_seed"): str(played.seed),
        say("debrief.report_aim"): telling.aim,
        say("debrief.report_result"): say("debrief.score", home=clubs[0].name, away=clubs[1].name, goals=goals),
        say("debrief.report_futures"): telling.counted,
    }
    if code:
        facts[say("debrief.report_code")] = code
    return Report(
        say("debrief.report_title", title=played.programme.title),
        say("debrief.report_question", option=option, clock=telling.clock),
        facts,
        [_line(telling), _futures(telling), _numbers(telling), _rating(telling)],
        answer=f"{telling.headline}. {telling.edge}",
        language=language,
    )


def _line(telling: Telling) -> Section:
    say, drawn = telling.say, telling.line()
    told = drawn.table()
    columns = [Column("clock", told[0][0]), Column("share", told[0][1])]
    series = [Series(drawn.columns[1], list(drawn.xs), [100.0 * share for share in drawn.shares], theory=True)]
    figure = Chart("lines", drawn.title, drawn.alt, series, say("debrief.line_time"), drawn.columns[1], ".0f")
    table = Table(drawn.title, columns, [list(row) for row in told[1:]])
    return Section(say("debrief.report_line"), telling.window_note, figure, table)


def _futures(telling: Telling) -> Section:
    say, account = telling.say, telling.account
    options = [say(f"debrief.if_{option}") for option in (PUSH, STAY)]
    ends = [account.ends(option) for option in (PUSH, STAY)]
    names = [say(f"debrief.{word}") for word in ("won", "drawn", "lost")]
    reached = say("debrief.report_reached")
    columns = [
        Column("option", say("debrief.report_option")),
        *(Column(word, name, "d") for word, name in zip(("won", "drawn", "lost"), names, strict=True)),
        Column("reached", reached, ".1f"),
    ]
    rows = [[name, each.won, each.drawn, each.lost, each.reached] for name, each in zip(options, ends, strict=True)]
    alt = " ".join(array.alt for array in telling.arrays())
    figure = Chart("dots", reached, alt, [Series(reached, options, [each.reached for each in ends])], style=".0f")
    text = [telling.against, telling.edge, say("debrief.edge_how")]
    return Section(say("debrief.report_ends"), text, figure, Table(say("debrief.report_ended"), columns, rows))


def _numbers(telling: Telling) -> Section:
    say, bars = telling.say, telling.numbers()
    labels, values = [bar.label for bar in bars.bars], [bar.interval for bar in bars.bars]
    columns = [Column("what", bars.columns[0]), Column("value", bars.columns[1], "+.1f")]
    figure = Chart("bars", bars.title, bars.alt, [Series(bars.columns[1], labels, values)], style="+.1f", mark=0.0)
    rows = [[label, value] for label, value in zip(labels, values, strict=True)]
    return Section(say("debrief.report_numbers"), telling.headline, figure, Table(bars.title, columns, rows))


def _rating(telling: Telling) -> Section:
    say = telling.say
    columns = [Column("what", say("debrief.what")), Column("value", say("debrief.worth_chart_value"))]
    rows = [
        [say("debrief.role_rating"), telling.rating],
        [say("debrief.worth"), telling.worth_line],
    ]
    heading = say("debrief.report_rating")
    return Section(heading, telling.closing, table=Table(heading, columns, rows))
