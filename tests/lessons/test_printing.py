"""The plan on paper: one page for each lesson, length and language, whole without a network."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from game.lessons import LANGUAGES, LENGTHS, lesson, lessons, plan_page
from game.lessons.plan import plan_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.mark.parametrize("name", [each.name for each in lessons()])
@pytest.mark.parametrize("minutes", LENGTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_holds_the_whole_plan_and_asks_nothing_of_the_outside(name: str, minutes: int, language: str) -> None:
    chosen = lesson(name)
    page = plan_page(chosen, minutes=minutes, language=language)
    plan = plan_of(chosen, minutes=minutes, language=language)
    told = re.sub(r"&#39;", "'", re.sub(r"</?(code|span)>", "", page))
    commands = re.findall(r"<code>(.*?)</code>", page)
    assert f"<span>dilemma</span> <span>class</span> <span>{name}</span>" in commands[0]
    for text in (plan.title, plan.start, *plan.talk, *(each.text for each in plan.steps)):
        assert text in told
    assert page.startswith("<!doctype html>")
    assert f'<html lang="{language}">' in page
    assert "size: A4" in page
    assert not re.search(r"https?:|//|<script|<link|src=|url\(|@import", page)


def test_the_minutes_of_the_steps_follow_one_another_from_nought() -> None:
    steps = plan_of(lesson("five-minutes"), minutes=45).steps
    assert steps[0].begins == 0
    assert [step.ends for step in steps[:-1]] == [step.begins for step in steps[1:]]
    assert steps[-1].ends <= 45


def test_the_slips_have_a_column_for_before_only_where_it_was_asked_before() -> None:
    page = plan_page(lesson("five-minutes"))
    assert page.count('<div class="slip">') == 4
    assert page.count('<th scope="col">before</th>') == 4
    assert page.count('<th scope="col">after</th>') == 8


@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium: apt-get install chromium")
def test_the_page_opens_from_the_disk_on_a_phone_and_shuts_nobody_out(tmp_path: Path) -> None:
    sync_playwright = pytest.importorskip("playwright.sync_api").sync_playwright
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    file = tmp_path / "plan.html"
    file.write_text(plan_page(lesson("what-gets-paid"), language="es"), "utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(offline=True, viewport={"width": 320, "height": 568}).new_page()
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        found = axe.run(page)
        browser.close()
    assert found.violations_count == 0, found.generate_report()
