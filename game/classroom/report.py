"""The report of a lesson: one HTML file that opens without a network, its tables drawn as bars."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import Any

from game.classroom.export import opened
from game.classroom.pairs import Pair, pairs
from game.classroom.questions import Choice, Number
from game.classroom.room import Asked
from game.classroom.session import Session
from game.classroom.tally import tally
from game.classroom.words import in_language, words

MOST_ROWS = 8  # numbers of a question that get a row each; more are told in ranges
RANGES = 6
STYLE = """
body{font:1.05rem/1.5 system-ui,sans-serif;color:#0e1620;background:#fff}
body{max-width:46rem;margin:2rem auto;padding:0 1rem;overflow-wrap:break-word}
h1,h2{line-height:1.2} h2{margin:2.5rem 0 .5rem} p{margin:.3rem 0}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
th,td{border-bottom:1px solid #b9c3cd;padding:.35rem .5rem;text-align:left;vertical-align:bottom}
tbody th{font-weight:normal;width:99%} th:first-child{padding-left:0}
.n,thead th+th{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums} .muted{color:#44525f}
.bar{display:block;height:.9rem;margin-top:.2rem;min-width:2px;print-color-adjust:exact}
.first{background:#1b6ea3} .second{background:#b36b00}
.key{display:inline-block;width:.8rem;height:.8rem;margin-right:.35rem;print-color-adjust:exact}
@media(max-width:30rem){body{padding:0 .6rem} th,td{padding:.3rem .25rem} thead th+th{white-space:normal}}
@media print{h2{break-after:avoid} table{break-inside:avoid}}
"""
SERIES = ("first", "second")


def as_html(session: Session) -> str:
    """The whole report."""
    language = session.head.language
    say = words(language, "class")["report"]
    lesson = in_language(session.room.title, language)
    title = escape(f"{say['title']}: {lesson}" if lesson else say["title"])
    parts = [f"<h1>{title}</h1>", _summary(session, say)]
    asked = list(session.room.rounds.values())
    parts += [_question(each, language, say) for each in asked]
    parts += [_pair(each, language, say) for each in pairs(asked)]
    if session.room.results:
        parts.append(_matches(session.room.results, say))
    parts.append(f'<p class="muted">{escape(say["nobody"])}</p>')
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style>"
    )
    body = f"<body><main>{''.join(parts)}</main></body>"
    return f'<!doctype html>\n<html lang="{language}"><head>{head}</head>{body}</html>\n'


def _summary(session: Session, say: dict[str, str]) -> str:
    """When, and how many."""
    voters = {who for asked in session.room.rounds.values() for who in asked.votes}
    text = say["summary"].format(opened=opened(session), code=session.head.code, phones=len(voters))
    return f"<p>{escape(text)}</p>"


def _question(asked: Asked, language: str, say: dict[str, str]) -> str:
    """One question: who was asked and when, and its bars."""
    title = f"{asked.round}. {in_language(asked.question.text, language)}"
    notes = []
    if asked.question.office is not None:
        notes.append(in_language(asked.question.office.text, language))
    if asked.clock:
        notes.append(say["moment"].format(clock=asked.clock, score=asked.score))
    told = tally(asked)
    table = _table(say["answer"], [say["votes"]], *_bars_of(asked, language), say)
    more = ""
    if told.get("mean") is not None:
        found = {key: _number(told[key], language) for key in ("mean", "median")}
        more = f"<p>{escape(say['mean'].format(**found))}</p>"
    about = "".join(f'<p class="muted">{escape(note)}</p>' for note in notes)
    return f"<section><h2>{escape(title)}</h2>{about}{table}{more}</section>"


def _pair(pair: Pair, language: str, say: dict[str, str]) -> str:
    """Before and after beside each other, and how many changed their minds."""
    title = say["pair"].format(question=in_language(pair.after.question.text, language))
    if isinstance(pair.after.question, Choice):
        names, *series = pair.counts(language)
    else:
        names, series = _ranges([pair.before, pair.after], language)
    changed, both = pair.changed
    told = f"<p>{escape(say['changed'].format(changed=changed, both=both))}</p>" if both else ""
    if pair.means is not None:
        before, after = (_number(mean, language) for mean in pair.means)
        told += f"<p>{escape(say['means'].format(before=before, after=after))}</p>"
    table = _table(say["answer"], [say["before"], say["after"]], names, series, say)
    return f"<section><h2>{escape(title)}</h2>{table}{told}</section>"


def _bars_of(asked: Asked, language: str) -> tuple[list[str], list[list[int]]]:
    """The bars' names, and one series of their lengths."""
    if isinstance(asked.question, Choice):
        return [in_language(each.text, language) for each in asked.question.options], [tally(asked)["counts"]]
    return _ranges([asked], language)


def _ranges(asked: list[Asked], language: str) -> tuple[list[str], list[list[int]]]:
    """Every number that was answered in a round of `asked`, or ranges of them where they are many; and how often."""
    question = asked[-1].question
    assert isinstance(question, Number)  # buttons have names of their own
    found = [dict(tally(each)["counts"]) for each in asked]
    values = sorted(set().union(*found))
    if len(values) > MOST_ROWS:
        steps = round((question.high - question.low) / question.step) + 1
        edges = [round(steps * nth / RANGES) for nth in range(RANGES + 1)]
        ends = [(question.low + a * question.step, question.low + (b - 1) * question.step) for a, b in pairwise(edges)]
    else:
        ends = [(value, value) for value in values]
    unit = in_language(question.unit, language)
    names = [" ".join((_span(low, high, language), unit)).strip() for low, high in ends]
    return names, [
        [sum(n for value, n in each.items() if low <= value <= high) for low, high in ends] for each in found
    ]


def _span(low: float, high: float, language: str) -> str:
    """As in 0 – 20."""
    least, most = (_number(each, language) for each in (low, high))
    return least if low == high else f"{least} – {most}"


def _number(value: float, language: str) -> str:
    """A number with one digit after the point at most, as the language writes it."""
    text = f"{value:.1f}".removesuffix(".0").replace("-", "−")
    return text.replace(".", "," if language == "es" else ".")


def _table(head: str, heads: list[str], names: list[str], series: list[list[int]], say: dict[str, str]) -> str:
    """A row an answer: its name over a bar a series, counts, shares."""
    many = len(heads) > 1
    titles = "".join(
        f'<th scope="col">{_key(kind) if many else ""}{escape(each)}</th><th scope="col">%</th>'
        for each, kind in zip(heads, SERIES, strict=False)
    )
    sums = [sum(counts) or 1 for counts in series]
    lines = []
    for place, name in enumerate(names):
        shares = [100 * counts[place] / whole for counts, whole in zip(series, sums, strict=True)]
        bars = "".join(
            f'<span class="bar {kind}" style="width:{share:.0f}%"></span>'
            for share, kind in zip(shares, SERIES, strict=False)
        )
        cells = "".join(
            f'<td class="n">{counts[place]}</td><td class="n">{share:.0f}</td>'
            for counts, share in zip(series, shares, strict=True)
        )
        lines.append(f'<tr><th scope="row">{escape(name)}{bars}</th>{cells}</tr>')
    body = "".join(lines) or f'<tr><td colspan="{1 + 2 * len(heads)}">{escape(say["none"])}</td></tr>'
    return f'<table><thead><tr><th scope="col">{escape(head)}</th>{titles}</tr></thead><tbody>{body}</tbody></table>'


def _key(kind: str) -> str:
    """The colour of a series beside its name."""
    return f'<span class="key {kind}"></span>'


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
