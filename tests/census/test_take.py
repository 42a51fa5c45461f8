import json
import math
from html.parser import HTMLParser

import pytest

from game.census.metrics import metrics
from game.census.page import figure, page
from game.census.take import lines, observe, take_census
from game.cli.app import run
from game.match import ENGINE


@pytest.fixture(scope="module")
def two():
    """The census of two matches, on two threads."""
    return take_census(2, 3, workers=2)


def test_the_lines_do_not_depend_on_the_workers(two):
    assert repr(take_census(2, 3, workers=1)) == repr(two)


def test_every_metric_is_there_once_and_every_fact_it_names(arm):
    facts = observe(arm, 3)

    found = lines([facts])

    assert [line.metric.name for line in found] == [metric.name for metric in metrics()]


def test_within_means_within_the_band(two):
    for line in two:
        real = line.metric.real
        assert line.within == (real.low <= line.simulated <= real.high)
        if math.isnan(line.simulated):
            assert line.values == 0
            assert line.report()["simulated"] is None


class Reader(HTMLParser):
    """Collects what a browser would load, and checks that tags close in order."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.fetched = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.fetched += [value for key, value in attrs if key in ("src", "href")]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_is_whole_offline_and_every_chart_has_its_table(two):
    reader = Reader()
    reader.feed(page(two, matches=2, seed=3, engine=1))

    names = [tag for tag, _ in reader.tags]
    charts = [attrs for tag, attrs in reader.tags if tag == "svg"]
    assert reader.open == []
    assert reader.fetched == []
    assert names.count("h1") == 1
    assert len(charts) == names.count("table") == names.count("h2") - 1
    assert all(attrs["role"] == "img" and attrs["aria-label"] for attrs in charts)


def test_the_page_keeps_back_no_metric_that_is_outside(two):
    written = page(two, matches=2, seed=3, engine=1)

    assert written.count('class="outside"') == sum(not line.within for line in two)


def test_figures_lose_places_as_they_grow():
    assert [figure(value) for value in (0.134, 21.87, 9423.5, math.nan)] == ["0.13", "21.9", "9,424", "–"]


def test_the_command_prints_the_contracts_json_and_writes_the_page(tmp_path, capsys):
    assert (
        run(["census", "--matches", "1", "--seed", "3", "--workers", "1", "--json", "--out", str(tmp_path / "c")]) == 0
    )

    told = json.loads(capsys.readouterr().out)
    assert (told["engine"], told["matches"], told["seed"]) == (ENGINE, 1, 3)
    assert {"name", "unit", "simulated", "real", "real_low", "real_high", "within"} <= set(told["metrics"][0])
    assert (tmp_path / "c" / "census.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--matches", "0"], "a census takes 1 to 10000 matches, not 0"),
        (["--seed", "-1"], "a seed is a whole number"),
        (["--workers", "0"], "workers must be 1 to"),
        (["--home-advantage", "9"], "home_advantage is 0 to"),
        (["--out", "/dev/null/c"], "/dev/null/c"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(capsys, arguments, said):
    assert run(["census", *arguments]) == 2

    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
