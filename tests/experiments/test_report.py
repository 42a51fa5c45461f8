import itertools
import re
from html.parser import HTMLParser

import pytest

from game.experiments.charts import Chart, Series
from game.experiments.report import Report, Section, page, write_report
from game.experiments.tables import Column, Table
from game.intervals import Interval

CHART = Chart(
    "lines",
    "Sales by month",
    "A line that rises from 1 to 3 & falls.",
    [Series("sales", [1, 2, 3], [Interval(1.0, 0.5, 1.5), 3.0, 2.0]), Series("plan", [1, 3], [1.0, 2.0], theory=True)],
    "month",
    "pieces",
)
TABLE = Table(
    "Sales", [Column("month", "month", "d"), Column("sales", "pieces", ".1f")], [(1, 1.0), (2, 3.0), (3, 2.0)]
)
REPORT = Report(
    "Products <2024>",
    "Who sold what?",
    {"Years": "10,000", "Seed": "1"},
    [Section("Sales", ["First.", "Second <b>paragraph</b>."], CHART, TABLE), Section("Words alone", "Nothing to see.")],
    answer="Nobody sold much.",
)


class Reader(HTMLParser):
    """Collects what matters of a page."""

    def __init__(self, text):
        super().__init__()
        self.headings, self.addresses, self.images, self.language = [], [], [], None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "html":
            self.language = told.get("lang")
        if tag == "img":
            self.images.append(told)
        self.addresses += [value for name, value in attrs if name in ("src", "href", "action", "data", "srcset")]


def test_a_page_asks_nothing_of_the_network():
    text = page(REPORT)
    assert Reader(text).addresses
    assert all(each.startswith("data:") for each in Reader(text).addresses)
    assert "@import" not in text
    assert "url(" not in text
    assert "<script" not in text


def test_headings_go_down_one_step_at_a_time_from_one_first():
    headings = Reader(page(REPORT)).headings
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(headings))


def test_language_alternatives_and_escapes():
    text = page(REPORT)
    assert Reader(text).language == "en"
    assert [each["alt"] for each in Reader(text).images] == [CHART.alt]
    assert "Products &lt;2024&gt;" in text
    assert "&lt;b&gt;" in text


def test_question_and_answer_come_before_any_figure():
    text = page(REPORT)
    assert text.index("Who sold what?") < text.index("Nobody sold much.") < text.index("<img")


def test_every_figure_and_table_is_written_beside_the_page(tmp_path):
    assert write_report(REPORT, tmp_path) == tmp_path / "report.html"
    assert (tmp_path / "figures" / "sales.svg").read_bytes().startswith(b"<?xml")
    assert (tmp_path / "figures" / "sales.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "tables" / "sales.csv").read_text() == "month,sales\n1,1.0\n2,3.0\n3,2.0\n"


def test_the_same_report_is_the_same_page():
    assert page(REPORT) == page(REPORT)


@pytest.mark.parametrize("kind", ["dots", "bars", "grid"])
def test_every_kind_of_chart_is_drawn(kind, tmp_path):
    words = ["a long name indeed", "b", "c"]
    chart = Chart(kind, "Kinds", "Some values.", [Series("one", words, [0.1, Interval(0.2, 0.1, 0.3), float("nan")])])
    write_report(Report("Kinds", "?", {}, [Section("One", "", chart)]), tmp_path)
    assert (tmp_path / "figures" / "one.svg").stat().st_size > 2000


def test_a_grid_too_wide_for_its_names_numbers_them(tmp_path):
    words = [f"entrant {at}" for at in range(12)]
    rows = [Series(name, words, [at - other for other in range(12)]) for at, name in enumerate(words)]
    write_report(Report("Wide", "?", {}, [Section("One", "", Chart("grid", "Wide", "Many.", rows))]), tmp_path)
    assert (tmp_path / "figures" / "one.png").stat().st_size > 5000


def test_two_sections_may_not_share_a_name():
    with pytest.raises(ValueError, match="called alike"):
        Report("Twice", "?", {}, [Section("Sales"), Section("Sales!")])


def test_a_chart_without_values_for_its_places_is_refused():
    with pytest.raises(ValueError, match="2 places and 1 values"):
        Chart("lines", "Sales", "Nothing.", [Series("sales", [1, 2], [1.0])])
    with pytest.raises(ValueError, match="nothing to show"):
        Chart("lines", "Sales", "Nothing.", [])
