"""Reports in a real browser: read by axe, on a telephone and on a projector."""

import shutil

import pytest

from game.experiments.report import page
from tests.experiments.test_report import REPORT

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs Chromium (apt-get install chromium)")


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def shown(browser, tmp_path):
    """Opens the report at a width, with no network; the requests it made are in `asked`."""
    (tmp_path / "report.html").write_text(page(REPORT), encoding="utf-8")

    def show(width):
        tab = browser.new_page(viewport={"width": width, "height": 800}, offline=True)
        tab.asked = []
        tab.on("request", lambda request: tab.asked.append(request.url))
        tab.goto((tmp_path / "report.html").as_uri())
        return tab

    return show


@pytest.mark.parametrize("width", [320, 1920])
def test_axe_finds_nothing_wrong(shown, width):
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(shown(width))
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 390, 768, 1920])
def test_nothing_hangs_over_the_edge_of_the_screen(shown, width):
    assert shown(width).evaluate("document.documentElement.scrollWidth") <= width


def test_a_page_opened_offline_is_whole(shown):
    tab = shown(390)
    assert tab.evaluate("[...document.images].every(each => each.complete && each.naturalWidth > 0)")
    assert [each for each in tab.asked if not each.startswith(("file:", "data:"))] == []


def test_the_table_stands_beside_the_figure_on_a_projector_and_below_it_on_a_telephone(shown):
    places = "['figure', '.table'].map(each => document.querySelector(each).getBoundingClientRect())"
    figure, table = shown(1920).evaluate(f"{places}.map(each => ({{x: each.x, y: each.y}}))")
    assert table["x"] > figure["x"]
    assert table["y"] == pytest.approx(figure["y"], abs=2)
    figure, table = shown(390).evaluate(f"{places}.map(each => ({{x: each.x, y: each.y}}))")
    assert table["y"] > figure["y"]
