"""Where the season's book is kept, and how a match gets into it."""

from __future__ import annotations

import datetime as dt

from game.screens.debrief.account import stars
from game.screens.debrief.desk import Desk
from game.screens.season.book import Book, Line, read, written
from game.screens.season.fixtures import Engagement, daily
from game.screens.stage import Stage

NAME = "season"
SEASON, DAILY = "season", "daily"


def load_book(stage: Stage) -> Book:
    """The book kept, or a new one; a damaged one is put aside by the saves, which say so."""
    content = stage.saves.find(NAME, check=read)
    return read(content) if content is not None else Book()


def keep_book(stage: Stage, book: Book) -> bool:
    """Write the book down; False where the disk refuses, which the saves say."""
    return stage.saves.keep(NAME, written(book))


def keep_match(stage: Stage, desk: Desk, *, today: dt.date | None = None) -> str:
    """Write a debriefed match and its stars into the book; SEASON or DAILY where it was such a match, else empty."""
    day = today or dt.date.today()
    book, line = load_book(stage), line_of(desk)
    played = Engagement(line.scenario, line.seed)
    if book.following == played:
        kind = SEASON
        book.add(line)
    elif daily(day) == played:
        kind = DAILY
        book.add_daily(day.isoformat(), line)
    else:
        kind = ""
        book.shine(line)
    keep_book(stage, book)
    return kind


def line_of(desk: Desk) -> Line:
    """A debriefed match as a line of the book."""
    telling = desk.telling(lambda key, **values: key)
    told, played = telling.account, desk.played
    deserved = told.deserved.value
    known = deserved == deserved  # nan is not itself
    rivals = {policy: outcome.points for policy, outcome in desk.rivals.items()}
    return Line(
        played.scenario,
        played.seed,
        played.outcome.goals,
        played.outcome.points,
        round(deserved, 3) if known else float(played.outcome.points),
        told.quality,
        stars(told, start_chance=telling.story.shares[0]),
        rivals.get("role-bound", -1),
        rivals.get("team-win", -1),
    )
