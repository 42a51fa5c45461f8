"""The season's book: one line a match, kept as JSON, and the table it adds up to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from pydantic import TypeAdapter, ValidationError

from game.screens.season.fixtures import LENGTH, Engagement, season_of

VERSION = 1
YOU, DESERVED, ROLE_BOUND, TEAM_WIN = "you", "deserved", "role-bound", "team-win"


@dataclass(frozen=True)
class Line:
    """One match of the season, or a daily one."""

    scenario: str
    seed: int
    goals: tuple[int, int]
    points: int  # earned
    deserved: float  # what the main decision gets on average
    quality: str  # right, wrong or close, see debrief/account.py
    stars: tuple[bool, bool, bool]
    role_bound: int = -1  # points of the machine in your shirt that keeps its post; -1 not known
    team_win: int = -1


@dataclass(frozen=True)
class Row:
    """A row of the table."""

    who: str
    played: int
    points: float


@dataclass
class Book:
    """A season being played, and the daily matches played so far by date."""

    number: int = 1
    lines: list[Line] = field(default_factory=list)
    days: dict[str, Line] = field(default_factory=dict)
    best: dict[str, tuple[bool, bool, bool]] = field(default_factory=dict)  # stars ever won, by scenario

    @property
    def over(self) -> bool:
        """Whether all matches have been played."""
        return len(self.lines) >= LENGTH

    @property
    def following(self) -> Engagement | None:
        """The next match, None when the season is over."""
        return None if self.over else season_of(self.number)[len(self.lines)]

    @property
    def stars(self) -> int:
        """Stars of the season so far."""
        return sum(sum(line.stars) for line in self.lines)

    def add(self, line: Line) -> None:
        """Write the next match in; ValueError when it is not the one that comes next."""
        coming = self.following
        if coming is None or (coming.scenario, coming.seed) != (line.scenario, line.seed):
            raise ValueError(f"'{line.scenario}' with seed {line.seed} is not the next match of season {self.number}")
        self.lines.append(line)
        self.shine(line)

    def add_daily(self, day: str, line: Line) -> None:
        """Write a daily match in; the first try of a day counts."""
        self.days.setdefault(day, line)
        self.shine(line)

    def shine(self, line: Line) -> None:
        """Keep the stars of any match of a scenario."""
        before = self.best.get(line.scenario, (False, False, False))
        one, two, three = (old or new for old, new in zip(before, line.stars, strict=True))
        self.best[line.scenario] = one, two, three

    def begin_again(self) -> None:
        """The next season."""
        self.number, self.lines = self.number + 1, []

    def table(self) -> list[Row]:
        """You, what you deserved, and the two machines in your shirt; most points first."""
        count = len(self.lines)
        rows = [
            Row(YOU, count, sum(line.points for line in self.lines)),
            Row(DESERVED, count, sum(line.deserved for line in self.lines)),
            _rival(ROLE_BOUND, [line.role_bound for line in self.lines]),
            _rival(TEAM_WIN, [line.team_win for line in self.lines]),
        ]
        return sorted(rows, key=lambda row: -row.points)


def written(book: Book) -> dict[str, Any]:
    """`book` as JSON can say it."""
    return {"version": VERSION, **asdict(book)}


def read(content: object) -> Book:
    """The book that `written` made; ValueError, in one line, for anything else."""
    if not isinstance(content, dict) or content.get("version") != VERSION:
        raise ValueError("the season's book is of another version or damaged; a new one is begun")
    rest = {name: value for name, value in content.items() if name != "version"}
    try:
        return TypeAdapter(Book).validate_python(rest)
    except ValidationError as error:
        where = " ".join(str(step) for step in error.errors()[0]["loc"])
        raise ValueError(f"the season's book is damaged at {where}; a new one is begun") from None


def _rival(who: str, points: Iterable[int]) -> Row:
    known = [each for each in points if each >= 0]
    return Row(who, len(known), sum(known))
