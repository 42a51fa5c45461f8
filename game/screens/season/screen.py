"""The season's page: points earned and deserved, the matches so far, the next one, the match of the day."""

from __future__ import annotations

import datetime as dt
import math

from game.fixture import Fixture
from game.intervals import Interval
from game.screens import theme
from game.screens.charts import Bar, Bars
from game.screens.choosing import name_of
from game.screens.debrief.told import Charted, Told, home
from game.screens.play.playing import Playing
from game.screens.season.book import DESERVED, ROLE_BOUND, TEAM_WIN, YOU, Book, Line, Row
from game.screens.season.fixtures import LENGTH, Engagement, daily, season_of
from game.screens.season.shelf import keep_book, load_book
from game.screens.stage import Stage
from game.screens.widgets import Button, Column, Panel, Split, Widget, Words, heading, note
from game.screens.widgets import Row as Side
from game.teams.scenarios import scenario

LOOKS = {
    YOU: (theme.AMBER, "arrow"),
    DESERVED: (theme.SKY, "dot"),
    ROLE_BOUND: (theme.MUTED, "shield"),
    TEAM_WIN: (theme.WHITE, "ring"),
}
EVEN = 1.0  # points of the season within which earned and deserved are about the same
STARS_A_MATCH = 3


class SeasonScreen(Told):
    """Ten matches; good decisions win over a season though single matches betray."""

    book: Book

    @property
    def heading(self) -> str:
        """Which season."""
        return self.say("season.title", number=self.book.number)

    def enter(self, stage: Stage) -> None:
        """Read the book again: a match may have been written in."""
        self.book = load_book(stage)
        super().enter(stage)

    def build(self) -> Widget:
        """The table beside the matches."""
        parts: list[Widget] = [Words(self.say("season.about"))]
        if self.book.lines:
            parts.append(Words(self._verdict(), bold=True))
        left = Column([Charted([self.table()], high=170, lines=8.5), note(self._stars())])
        right = Panel(Column([heading(self.say("season.matches")), *self._matches()], gap=5))
        return Column([*parts, Split(left, right, share=0.46, least=300)], gap=12)

    def choices(self) -> Widget:
        """The next match, the match of the day, back."""
        book = self.book
        following = book.following
        if following is None:
            first = Button(self.say("season.new", number=book.number + 1), self._begin, main=True, name="next")
        else:
            about = self.say(
                "season.next", number=len(book.lines) + 1, scenario=name_of(scenario(following.scenario), self.stage)
            )
            first = Button(about, lambda: self._play(following), main=True, name="next")
        return Side([first, self._daily(), Button(self.say("season.back"), self.go_back, name="back")])

    def go_back(self) -> None:
        """To the title."""
        home(self.stage)

    def table(self) -> Bars:
        """Points of you, of what you deserved, and of the two machines in your shirt."""
        say, rows = self.say, self.book.table()
        bars = [
            Bar(
                say(f"season.row_{row.who}"),
                _exactly(row.points),
                self._points(row),
                *LOOKS[row.who],
            )
            for row in rows
        ]
        alt = " ".join(say("season.alt", who=bar.label, points=bar.written) for bar in bars)
        title = say("season.chart", count=len(self.book.lines), most=LENGTH)
        return Bars(title, bars, alt, (say("season.who"), say("season.points")), most=3.0)

    def _points(self, row: Row) -> str:
        return self.number(row.points) if row.who == DESERVED else f"{row.points:.0f}"

    def number(self, value: float) -> str:
        """With one decimal, as the language writes it."""
        return f"{value:.1f}".replace(".", self.say("debrief.decimal"))

    def _verdict(self) -> str:
        rows = {row.who: row.points for row in self.book.table()}
        earned, deserved = rows[YOU], rows[DESERVED]
        key = "even" if abs(earned - deserved) <= EVEN else "lucky" if earned > deserved else "unlucky"
        told = {"earned": f"{earned:.0f}", "deserved": self.number(deserved)}
        if self.book.over:
            return self.say("season.over", count=round(earned), deserved=told["deserved"])
        return self.say("season.compared", **told, verdict=self.say(f"season.{key}"))

    def _stars(self) -> str:
        most = STARS_A_MATCH * LENGTH
        words = ", ".join(self.say(f"season.star_{each}") for each in ("decision", "aim", "odds"))
        return f"{self.say('season.stars_so_far', count=self.book.stars, most=most)} ({words})"

    def _matches(self) -> list[Widget]:
        played = [Words(self._match(nth + 1, line), size=theme.LABEL) for nth, line in enumerate(self.book.lines)]
        coming = season_of(self.book.number)[len(played) :]
        return [
            *played,
            *(
                note(f"{nth}. {name_of(scenario(each.scenario), self.stage)}")
                for nth, each in enumerate(coming, len(played) + 1)
            ),
        ]

    def _match(self, number: int, line: Line) -> str:
        """3. Cup tie 1–1 · earned 1, deserved 0.8 · right · 2 stars."""
        told = f"{number}. {self._name(line.scenario)} {line.goals[0]}–{line.goals[1]}"
        points = (
            f"{self.say('season.earned')} {line.points}, {self.say('season.deserved')} {self.number(line.deserved)}"
        )
        stars = self.say("season.stars", count=sum(line.stars))
        return f"{told} · {points} · {self.say(f'season.{line.quality}')} · {stars}"

    def _daily(self) -> Button:
        today = dt.date.today()
        done = self.book.days.get(today.isoformat())
        words = self.say("season.daily") if done is None else self.say("season.daily_done", count=done.points)
        return Button(words, lambda: self._play(daily(today)), name="daily")

    def _name(self, each: str) -> str:
        return name_of(scenario(each), self.stage)

    def _begin(self) -> None:
        self.book.begin_again()
        keep_book(self.stage, self.book)
        self.begin()

    def _play(self, engagement: Engagement) -> None:
        from game.screens.play.screen import PlayScreen

        playing = Playing(Fixture(engagement.scenario), seed=engagement.seed)
        self.stage.push(PlayScreen(playing))


def _exactly(points: float) -> Interval:
    """Points, which have no interval."""
    return Interval(points, math.nan, math.nan)
