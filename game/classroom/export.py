"""The room's votes as tables: one row a vote, and nobody's name to it."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from typing import Any

from game.classroom.identity import numbered
from game.classroom.pairs import pairs
from game.classroom.questions import Choice
from game.classroom.room import Asked
from game.classroom.session import Session
from game.classroom.tally import tally
from game.classroom.words import in_language

COLUMNS = (
    "session",
    "round",
    "question",
    "name",
    "when",
    "alias",
    "vote",
    "answer",
    "sure",
    "seconds",
    "clock",
    "score",
)
FORMULA = tuple("=+-@\t\r")  # what a spreadsheet begins to reckon at
COARSE = 10.0  # s: finer times would tell who voted first from who was seen to tap first


def rows(session: Session) -> list[dict[str, Any]]:
    """A row a vote, by round and alias; hands counted by eye come as aliases of their own, H01 …, without a time."""
    names = aliases(session)
    language = session.head.language
    made: list[dict[str, Any]] = []
    for asked in session.room.rounds.values():
        question = asked.question
        about = {
            "session": session.head.code,
            "round": asked.round,
            "question": _safe(in_language(question.text, language)),
            "name": question.name or "",
            "when": question.when or "",
            "clock": _safe(asked.clock),
            "score": _safe(asked.score),
        }
        for who, cast in sorted(asked.votes.items(), key=lambda item: names[item[0]]):
            after = max(0.0, cast.at - (asked.opened or cast.at))
            said = {"alias": names[who], "sure": cast.sure, "seconds": int(after // COARSE * COARSE)}
            made.append({**about, **said, "vote": cast.answer, "answer": _safe(answer(asked, cast.answer, language))})
        made.extend({**about, **hand} for hand in _hands(asked, language))
    return made


def aliases(session: Session) -> dict[str, str]:
    """P01, P02 … for everybody who voted in any round."""
    return numbered({who for asked in session.room.rounds.values() for who in asked.votes})


def answer(asked: Asked, given: float, language: str) -> str:
    """An answer in words."""
    if isinstance(asked.question, Choice):
        return in_language(asked.question.options[int(given)].text, language)
    return f"{given:g} {in_language(asked.question.unit, language)}".strip()


def as_csv(session: Session) -> str:
    """All rows as CSV."""
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows(session))
    return written.getvalue()


def as_json(session: Session) -> str:
    """Questions with their tallies, rows, match results, and what was asked before and after, as one JSON object."""
    room = session.room
    questions = [{**each.about, "class": tally(each)} for each in room.rounds.values()]
    about = {"session": session.head.code, "opened": opened(session), "language": session.head.language}
    whole = {**about, "questions": questions, "votes": rows(session), "matches": room.results}
    whole["pairs"] = [each.told(session.head.language) for each in pairs(list(room.rounds.values()))]
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def opened(session: Session) -> str:
    """When the room was opened."""
    return datetime.fromtimestamp(session.head.opened, tz=UTC).strftime("%Y-%m-%d %H:%M UTC")


def _hands(asked: Asked, language: str) -> list[dict[str, Any]]:
    """A row a hand."""
    counts = asked.hands or []
    places = [place for place, count in enumerate(counts) for _ in range(count)]
    return [
        {"alias": f"H{number:02d}", "vote": float(place), "answer": _safe(answer(asked, place, language))}
        for number, place in enumerate(places, start=1)
    ]


def _safe(text: str) -> str:
    """`text` for a cell that a spreadsheet must not take for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
