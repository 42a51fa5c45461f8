"""The firm's lessons on real phones: who one is stands above the question, nothing hangs over, axe finds nothing wrong.

`LESSON_SHOTS=folder pytest tests/screens/projector/test_firm_phones.py` keeps a picture of every page.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pygame
import pytest

from tests.classroom.visitors import look
from tests.screens.projector.conftest import Class

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium: apt-get install chromium")

BIG = "document.addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%' })"
PHONES = {"en": ((390, 844), False), "es": ((320, 568), True)}
"""Each language's phone: its size, and whether its letters are twice as large."""
HEADS = {
    ("two-offices", "en"): ("You are SALES.", "You are PRODUCTION."),
    ("two-offices", "es"): ("Eres VENTAS.", "Eres PRODUCCIÓN."),
    ("the-counter", "en"): ("You decide about loans.",),
    ("the-counter", "es"): ("Decides sobre préstamos.",),
}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    sync_playwright = pytest.importorskip("playwright.sync_api").sync_playwright
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def phone(chromium: Any, held: Class, language: str) -> Any:
    """A phone in the class, as a pupil's browser opens it."""
    (width, height), big = PHONES[language]
    page = chromium.new_context(viewport={"width": width, "height": height}, locale=language).new_page()
    if big:
        page.add_init_script(BIG)
    page.goto(f"{held.room.url}/{held.room.code}")
    return page


def keep(page: Any, name: str) -> None:
    """A picture, where pictures are wanted."""
    if told := os.environ.get("LESSON_SHOTS"):
        Path(told).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(told, f"phone-{name}.png")), full_page=True)


def go_on(held: Class) -> None:
    """Space, until the class has moved on."""
    before = held.beat
    held.press(pygame.K_SPACE)
    held.until(lambda: held.beat != before)


@pytest.mark.parametrize("name", ["two-offices", "the-counter"])
def test_a_phone_says_who_one_is_asks_and_keeps_the_answer(
    hold: Callable[..., Class], chromium: Any, name: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    held = hold(name)
    pages = {language: phone(chromium, held, language) for language in PHONES}
    held.until(lambda: look(held.room)["joined"] == len(pages))
    while look(held.room)["phase"] != "ticket":
        go_on(held)
    for language, page in pages.items():
        page.locator(".option").first.wait_for(timeout=15_000)
        keep(page, f"{name}-{language}")
        assert page.locator("h1").inner_text().startswith(HEADS[name, language])
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONES[language][0][0]
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        page.locator(".option").first.click()
        page.locator(".option[aria-pressed=true]").first.wait_for(timeout=15_000)
        keep(page, f"{name}-{language}-answered")
        page.context.close()
