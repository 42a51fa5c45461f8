"""The report of a lesson: one HTML file that opens without a network, bars with a table under each."""

from __future__ import annotations

from html import escape
from typing import Any

from game.classroom.export import opened
from game.classroom.pairs import Pair, pairs
from game.classroom.questions import Choice
from game.classroom.room import Asked
from game.classroom.session import Session
from game.classroom.tally import tally
from game.classroom.words import in_language, words

WIDE = 600  # px of the longest bar
STYLE = """
body{font:1.05rem/1.5 system-ui,sans-serif;color:#0e1620;background:#fff}
body{max-width:46rem;margin:2rem auto;padding:0 1rem}
h1,h2{line-height:1.2} h2{margin-top:2.5rem} svg{max-width:100%;height:auto}
table{border-collapse:collapse;margin:.5rem 0} body{overflow-wrap:anywhere}
th,td{border:1px solid #6e7c8c;padding:.25rem .6rem;text-align:left}
td.n{text-align:right;font-variant-numeric:tabular-nums} .muted{color:#44525f}
@media print{h2{break-after:avoid} table,svg{break-inside:avoid}}
"""


def as_html(session: Session) -> str:
    """The whole report."""
    language = session.head.language
    say = words(language, "class")["report"]
    parts = [f"<h1>{escape(say['title'])}</h1>", _summary(session, say)]
    asked = list(session.room.rounds.values())
    parts += [_question(each, language, say) for each in asked]
    parts += [_pair(each, language, say) for each in pairs(asked)]
    if session.room.results:
        parts.append(_matches(session.room.results, say))
    parts.append(f'<p class="muted">{escape(say["nobody"])}</p>')
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(say['title'])}</title><style>{STYLE}</style>"
    )
    body = f"<body><main>{''.join(parts)}</main></body>"
    return f'<!doctype html>\n<html lang="{language}"><head>{head}</head>{body}</html>\n'


def _summary(session: Session, say: dict[str, str]) -> str:
    """When, and how many."""
    voters = {who for asked in session.room.rounds.values() for who in asked.votes}
    text = say["summary"].format(opened=opened(session), code=session.head.code, phones=len(voters))
    return f"<p>{escape(text)}</p>"


def _question(asked: Asked, language: str, say: dict[str, str]) -> str:
    """One question: its bars and its table."""
    title = f"{asked.round}. {in_language(asked.question.text, language)}"
    names, counts = _bars_of(asked, language)
    told = tally(asked)
    more = ""
    if told.get("mean") is not None:
        more = f"<p>{escape(say['mean'].format(mean=told['mean'], median=told['median']))}</p>"
    chart = _chart(title, names, [counts], [""]) + _table(say["answer"], [say["votes"]], names, [counts], say)
    return f"<section><h2>{escape(title)}</h2>{chart}{more}</section>"


def _pair(pair: Pair, language: str, say: dict[str, str]) -> str:
    """Before and after in one chart, and how many changed their minds."""
    title = say["pair"].format(question=in_language(pair.after.question.text, language))
    names, first, second = pair.counts(language)
    changed, both = pair.changed
    told = f"<p>{escape(say['changed'].format(changed=changed, both=both))}</p>" if both else ""
    if pair.means is not None:
        told += f"<p>{escape(say['means'].format(before=pair.means[0], after=pair.means[1]))}</p>"
    heads = [say["before"], say["after"]]
    chart = _chart(title, names, [first, second], heads) + _table(say["answer"], heads, names, [first, second], say)
    return f"<section><h2>{escape(title)}</h2>{chart}{told}</section>"


def _bars_of(asked: Asked, language: str) -> tuple[list[str], list[int]]:
    """The bars' names and lengths."""
    told = tally(asked)
    if isinstance(asked.question, Choice):
        return [in_language(each.text, language) for each in asked.question.options], told["counts"]
    unit = in_language(asked.question.unit, language)
    return [f"{value:g} {unit}".strip() for value, _ in told["counts"]], [count for _, count in told["counts"]]


def _chart(title: str, names: list[str], series: list[list[int]], heads: list[str]) -> str:
    """Bars as SVG, each with its count and the head of its series; the table under it says the same in words."""
    most = max([count for counts in series for count in counts], default=0) or 1
    marks = []
    y = 0
    for place, name in enumerate(names):
        marks.append(f'<text x="0" y="{y + 16}">{escape(_short(name))}</text>')
        y += 22
        for number, counts in enumerate(series):
            width = round(WIDE * 0.75 * counts[place] / most)
            fill = ("#1b6ea3", "#b36b00")[number % 2]
            marks.append(f'<rect x="0" y="{y}" width="{max(width, 1)}" height="20" fill="{fill}"/>')
            marks.append(f'<text x="{width + 6}" y="{y + 15}">{counts[place]} {escape(heads[number])}</text>')
            y += 24
        y += 8
    return (
        f'<svg viewBox="0 0 {WIDE} {max(y, 1)}" width="{WIDE}" height="{max(y, 1)}" role="img" '
        f'aria-label="{escape(title)}" font-family="system-ui,sans-serif" font-size="15">{"".join(marks)}</svg>'
    )


def _table(head: str, heads: list[str], names: list[str], series: list[list[int]], say: dict[str, str]) -> str:
    """The same numbers as a table, with shares."""
    titles = "".join(f'<th scope="col">{escape(each)}</th><th scope="col">%</th>' for each in heads)
    sums = [sum(counts) or 1 for counts in series]
    lines = []
    for place, name in enumerate(names):
        cells = "".join(
            f'<td class="n">{counts[place]}</td><td class="n">{100 * counts[place] / whole:.0f}</td>'
            for counts, whole in zip(series, sums, strict=True)
        )
        lines.append(f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>')
    body = "".join(lines) or f'<tr><td colspan="{1 + 2 * len(heads)}">{escape(say["none"])}</td></tr>'
    return f'<table><thead><tr><th scope="col">{escape(head)}</th>{titles}</tr></thead><tbody>{body}</tbody></table>'


def _matches(results: list[dict[str, Any]], say: dict[str, str]) -> str:
    """What the crews got."""
    heads = "".join(
        f'<th scope="col">{escape(say[key])}</th>' for key in ("pay", "score", "points", "pushed", "earned", "crew")
    )
    lines = "".join(
        f'<tr><th scope="row">{escape(say["pay_" + each["pay"]])}</th>'
        f'<td class="n">{each["final"][0]}–{each["final"][1]}</td><td class="n">{each["points"]}</td>'
        f'<td class="n">{100 * each["pushed"]:.0f} %</td><td class="n">{each["earned"]:g}</td>'
        f'<td class="n">{each["crew"]}</td></tr>'
        for each in results
    )
    title = escape(say["matches"])
    return f"<section><h2>{title}</h2><table><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table></section>"


def _short(name: str) -> str:
    """`name` on one line of the chart; the table has all of it."""
    return name if len(name) <= 70 else f"{name[:69]}…"
