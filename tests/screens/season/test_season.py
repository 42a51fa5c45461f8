import datetime as dt
import json
from collections import Counter

import pytest

from game.fixture import Fixture
from game.screens.season.book import DESERVED, ROLE_BOUND, TEAM_WIN, YOU, Book, Line, read, written
from game.screens.season.fixtures import LENGTH, daily, season_of
from game.screens.season.rivals import rival
from game.teams.scenarios import scenario, variant


def line(engagement, points=1, deserved=0.8, rivals=(0, 3)):
    return Line(engagement.scenario, engagement.seed, (1, 1), points, deserved, "right", (True, False, False), *rivals)


def test_a_season_is_the_same_for_everybody_and_uses_every_scenario_before_one_comes_twice():
    season = season_of(3)
    assert season == season_of(3) != season_of(4)
    assert len(season) == LENGTH
    times = Counter(each.scenario for each in season)
    assert max(times.values()) - min(times.values()) <= 1


def test_no_match_of_a_season_takes_ninety_minutes():
    assert "full-match" not in {each.scenario for number in range(5) for each in season_of(number)}


def test_the_match_of_the_day_depends_on_the_date_alone():
    days = [dt.date(2026, 1, 1) + dt.timedelta(days=nth) for nth in range(30)]
    assert daily(days[0]) == daily(days[0])
    assert len({daily(day) for day in days}) == len(days)


def test_a_season_is_written_line_by_line_in_its_order():
    book = Book()
    with pytest.raises(ValueError, match="not the next match"):
        book.add(line(season_of(1)[1]))
    for engagement in season_of(1):
        assert book.following == engagement
        book.add(line(engagement))
    assert book.over
    assert book.following is None
    assert book.stars == LENGTH


def test_the_table_sets_points_earned_beside_points_deserved():
    book = Book()
    for engagement in season_of(1)[:4]:
        book.add(line(engagement))
    rows = {row.who: row.points for row in book.table()}
    assert rows == {YOU: 4, DESERVED: pytest.approx(3.2), ROLE_BOUND: 0, TEAM_WIN: 12}
    assert [row.points for row in book.table()] == sorted(rows.values(), reverse=True)


def test_a_book_survives_being_written_and_read():
    book = Book()
    book.add(line(season_of(1)[0]))
    book.add_daily("2026-01-01", line(daily(dt.date(2026, 1, 1))))
    assert read(json.loads(json.dumps(written(book)))) == book


@pytest.mark.parametrize("content", [None, [], {}, {"version": 1, "lines": 3}, {"version": 99}])
def test_a_damaged_book_says_so_in_a_line(content):
    with pytest.raises(ValueError, match="a new one is begun") as caught:
        read(content)
    assert "\n" not in str(caught.value)


def test_the_first_try_of_a_day_counts_and_stars_are_never_lost():
    book = Book()
    first = line(daily(dt.date(2026, 1, 1)))
    book.add_daily("2026-01-01", first)
    book.add_daily("2026-01-01", line(daily(dt.date(2026, 1, 1)), points=3))
    assert book.days == {"2026-01-01": first}
    book.shine(Line(first.scenario, 1, (0, 1), 0, 0.1, "wrong", (False, False, False)))
    assert book.best[first.scenario] == (True, False, False)


def test_a_rival_meets_the_same_luck():
    short = Fixture(variant(scenario("late-deficit"), minute="89:45", added=0.5))
    one, again = (rival(short, seed=4, slot=1, policy="team-win") for _ in range(2))
    assert one == again
