"""The pages in real Chromium, under a host name that is not localhost, as phones see them."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.classroom.launch import OpenRoom
from game.screens.projector.asking import INKS
from tests.classroom.visitors import Phone, ask, desk, look, until, visit

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium: apt-get install chromium")
SIZES = {"small phone": (320, 568), "landscape": (667, 320), "large text": (390, 844)}
BIG = "document.addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%' })"
PATIENT = "() => { const later = setTimeout; window.setTimeout = (what, ms) => later(what, ms === 4000 ? 60000 : ms) }"
BOTH = {
    "text": {"en": "Do you go forward?", "es": "¿Subes?"},
    "options": [{"text": {"en": "STAY", "es": "QUEDARME"}, "why": "shut"}, {"text": {"en": "PUSH", "es": "SUBIR"}}],
    "sure": True,
}
NUMBER = {"text": "How many of 100?", "kind": "number", "low": 0, "high": 100, "step": 5}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    sync_playwright = pytest.importorskip("playwright.sync_api").sync_playwright
    with sync_playwright() as playwright:
        rules = "--host-resolver-rules=MAP class.local 127.0.0.1"
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[rules, "--no-sandbox"])
        yield browser
        browser.close()


class Phones:
    """Pages in contexts of their own; what a page complains of, or asks of the outside, fails the test."""

    def __init__(self, browser: Any, room: OpenRoom) -> None:
        self.browser = browser
        self.base = f"http://class.local:{room.answer['port']}"
        self.code = room.code
        self.complaints: list[str] = []

    def open(self, path: str | None = None, *, size: str = "small phone", locale: str = "en-GB") -> Any:
        width, height = SIZES[size]
        context = self.browser.new_context(viewport={"width": width, "height": height}, locale=locale)
        return self.tab(context, path, big=size == "large text")

    def tab(self, context: Any, path: str | None = None, *, big: bool = False) -> Any:
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._watch)
        if big:
            page.add_init_script(BIG)
        page.goto(self.base + (f"/{self.code}" if path is None else path))
        return page

    def _watch(self, request: Any) -> None:
        if not request.url.startswith((self.base, "ws" + self.base[4:], "data:", "blob:")):
            self.complaints.append(f"asked for {request.url}")

    def close(self) -> None:
        for context in self.browser.contexts:
            context.close()


@pytest.fixture
def phones(chromium: Any, room: OpenRoom) -> Iterator[Phones]:
    made = Phones(chromium, room)
    yield made
    made.close()
    assert made.complaints == []


def pressed(page: Any) -> list[str]:
    found: list[str] = page.eval_on_selector_all(".option", "all => all.map(each => each.getAttribute('aria-pressed'))")
    return found


def shows(page: Any, text: str, *, within: float = 15.0) -> None:
    page.get_by_text(text, exact=False).first.wait_for(timeout=within * 1000)


def vote(page: Any, place: int) -> None:
    page.locator(".option").nth(place).click()
    page.wait_for_function(
        "() => /^(Saved|Guardado)/.test(document.getElementById('said').textContent)", timeout=30_000
    )


@pytest.mark.parametrize("count", [6, pytest.param(40, marks=pytest.mark.benchmark)])
def test_every_phone_is_back_with_its_vote_after_the_server_was_killed(
    room: OpenRoom, phones: Phones, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = [phones.open() for _ in range(count)]
    ask(room)
    for place, page in enumerate(pages):
        vote(page, place % 2)
    before = room.answer["pid"]
    os.kill(before, signal.SIGKILL)
    killed = time.monotonic()
    for page in pages:
        page.evaluate("window.before = true")
    until(lambda: room.answer["pid"] != before and look(room)["joined"] == count, within=60)
    with capsys.disabled():
        print(f"\n{count} phones back after {time.monotonic() - killed:.1f} s")  # noqa: T201 — what the run is for
    for place, page in enumerate(pages):
        shows(page, "Connected")
        assert pressed(page) == [["true", "false"], ["false", "true"]][place % 2]
        assert page.evaluate("window.before"), "not by reloading"
    assert sum(desk(room, do="reveal")["questions"][0]["class"]["counts"]) == count


def test_a_vote_made_without_network_arrives_when_it_is_back(room: OpenRoom, phones: Phones) -> None:
    page = phones.open()
    ask(room)
    vote(page, 0)
    page.context.set_offline(True)
    os.kill(room.answer["pid"], signal.SIGKILL)
    shows(page, "Connection lost")
    page.locator(".option").nth(1).click()
    page.context.set_offline(False)
    until(lambda: look(room)["joined"] == 1, within=30)
    page.wait_for_function("() => document.getElementById('said').textContent === 'Saved: Push'", timeout=30_000)
    assert desk(room, do="reveal")["questions"][0]["class"]["counts"] == [0, 1]


def test_a_reloaded_page_a_second_tab_and_a_sleeping_one_show_the_same_vote(room: OpenRoom, phones: Phones) -> None:
    page = phones.open()
    ask(room)
    vote(page, 1)
    page.reload()
    shows(page, "Saved: Push")
    other = phones.tab(page.context)
    shows(other, "Saved: Push")
    vote(other, 0)
    page.wait_for_function("() => document.querySelector('.option').getAttribute('aria-pressed') === 'true'")
    assert look(room)["joined"] == 1
    other.bring_to_front()  # the first sleeps
    desk(room, do="lock")
    page.bring_to_front()
    shows(page, "Your vote: Stay")
    assert desk(room, do="reveal")["questions"][0]["class"]["counts"] == [1, 0]


def test_a_phone_whose_network_blocks_sockets_votes_by_long_poll(room: OpenRoom, phones: Phones) -> None:
    context = phones.browser.new_context(viewport={"width": 320, "height": 568})
    context.add_init_script("window.WebSocket = class { constructor() { throw new Error('blocked'); } }")
    page = phones.tab(context)
    shows(page, "Connected (slow way)", within=30)
    ask(room)
    vote(page, 1)
    assert desk(room, do="reveal")["questions"][0]["class"]["counts"] == [0, 1]
    shows(page, "1 of 1")


def test_a_phone_on_the_slow_way_takes_the_fast_one_when_it_opens_and_keeps_its_vote(
    room: OpenRoom, phones: Phones
) -> None:
    context = phones.browser.new_context(viewport={"width": 320, "height": 568})
    blocked = True
    context.route_web_socket("**/ws", lambda route: route.close() if blocked else route.connect_to_server())
    page = phones.tab(context)
    shows(page, "Connected (slow way)", within=30)
    number = ask(room)
    vote(page, 1)
    page.evaluate("window.dispatchEvent(new Event('online'))")  # tries at once, and is turned away
    page.wait_for_timeout(500)
    shows(page, "Connected (slow way)")
    blocked = False
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.get_by_text("Connected", exact=True).wait_for(timeout=30_000)
    assert pressed(page) == ["false", "true"]
    vote(page, 0)
    assert look(room)["joined"] == 1
    assert desk(room, do="reveal")["questions"][0]["class"]["counts"] == [1, 0]
    assert number == 1


@pytest.mark.parametrize("size", SIZES)
def test_no_page_of_a_phone_is_cut_off_or_shuts_anybody_out(room: OpenRoom, phones: Phones, size: str) -> None:
    page = phones.open(size=size, locale="es-ES" if size == "landscape" else "en-GB")
    check(page)
    for command in (
        {"do": "ask", "question": BOTH},
        {"do": "open"},
        {"do": "lock"},
        {"do": "reveal"},
        {"do": "open", "question": NUMBER},
        {"do": "ticket", "questions": [BOTH, NUMBER]},
        {"do": "debrief", "text": "Talk."},
        {"do": "close", "sure": True},
    ):
        before = page.inner_text("main")
        desk(room, **command)
        page.wait_for_function("before => document.querySelector('main').innerText !== before", arg=before)
        check(page)


def test_the_report_opens_from_the_disk_without_a_network(room: OpenRoom, phones: Phones, tmp_path: Path) -> None:
    for when in ("before", "after"):
        number = ask(room, {**BOTH, "name": "job", "when": when})
        desk(room, do="hands", round=number, counts=[3, 4])
    file = tmp_path / "report.html"
    file.write_bytes(visit(room, "/desk/report.html", token=room.token).body)
    page = phones.browser.new_context(offline=True, viewport={"width": 320, "height": 568}).new_page()
    page.on("pageerror", lambda error: phones.complaints.append(str(error)))
    page.goto(file.as_uri())
    shows(page, "Before and after")
    check(page)


@pytest.mark.parametrize("path", ["/", "/desk", "/check", "/play"])
def test_every_other_page_is_open_to_all_too(phones: Phones, path: str) -> None:
    page = phones.open(path, size="large text")
    page.wait_for_load_state("networkidle")
    check(page)


def test_the_teacher_runs_a_question_from_the_console_by_keys(room: OpenRoom, phones: Phones) -> None:
    pupil = phones.open()
    teacher = phones.open(f"/desk#{room.token}", size="large text")
    shows(teacher, room.code)
    assert room.token not in teacher.url, "not to be read over a shoulder"
    teacher.fill("#text", "<b>Go?</b>")
    teacher.fill("#options", "Stay\nPush")
    teacher.get_by_role("button", name="Show and take votes").click()
    shows(pupil, "<b>Go?</b>")
    vote(pupil, 1)
    shows(teacher, "1 vote")
    teacher.fill("#hand0", "4")
    teacher.get_by_role("button", name="Save the count").click()
    teacher.locator("#main").focus()
    for key in ("l", "e"):
        teacher.keyboard.press(key)
    shows(pupil, "1 of 5")
    check(teacher)
    with teacher.expect_download() as download:
        teacher.get_by_role("button", name="Votes (CSV)").click()
    assert download.value.suggested_filename == f"{room.code}.csv"


def test_the_console_presses_the_projectors_keys_and_takes_a_step_back_at_the_second_press(
    room: OpenRoom, phones: Phones
) -> None:
    teacher = phones.open(f"/desk#{room.token}")
    shows(teacher, room.code)
    assert teacher.get_by_role("button", name="Larger text").count() == 0, "no projector, no keys of it"
    visit(room, "/desk/state?screen=1", token=room.token)
    teacher.get_by_role("button", name="Larger text").click()
    shows(teacher, "Sent to the big screen")
    teacher.locator("#main").focus()
    for key, why in (("p", "no match now"), ("l", "not at this step"), (" ", "plan is at its end")):
        teacher.keyboard.press(key)
        shows(teacher, why)
    desk(room, do="debrief")
    teacher.get_by_text("debrief", exact=True).first.wait_for()
    for key in ("p", "r", "-", "t"):
        teacher.keyboard.press(key)
    wanted = ["larger", "on", "pause", "again", "smaller", "language"]
    until(lambda: [key for _, key in look(room)["presses"]] == wanted)
    desk(room, do="undo")
    ask(room)
    teacher.get_by_role("button", name="Next: Lock").wait_for()  # the page has heard of it
    teacher.evaluate(PATIENT)
    teacher.keyboard.press("z")
    teacher.get_by_role("button", name="Yes, go back").wait_for()
    desk(room, do="lock")  # by another hand: back now leads elsewhere, so the first press is forgotten
    teacher.get_by_role("button", name="One step back, to: voting").wait_for()
    desk(room, do="undo")
    teacher.get_by_role("button", name="One step back, to: lobby").wait_for()
    teacher.keyboard.press("z")
    shows(teacher, "Press again to go one step back.")
    teacher.get_by_role("button", name="Yes, go back").wait_for()
    assert look(room)["phase"] == "vote"
    teacher.keyboard.press("z")
    until(lambda: look(room)["phase"] == "lobby")
    check(teacher)
    teacher.get_by_role("button", name="Close the room").click()
    shows(teacher, "Press again to close the room")
    assert look(room)["phase"] == "lobby"
    teacher.get_by_role("button", name="Yes, close for good").click()
    until(lambda: look(room)["phase"] == "closed")


def test_the_console_tells_what_a_step_back_costs_and_every_scenario_by_its_title(
    room: OpenRoom, phones: Phones
) -> None:
    teacher = phones.open(f"/desk#{room.token}", locale="es-ES", size="landscape")
    teacher.locator("#scenario").wait_for()
    assert teacher.locator("#scenario option").count() >= 12
    teacher.select_option("#scenario", "keeper-up")
    assert "el último córner" in teacher.inner_text("#stakes")
    number = ask(room)
    with Phone(room) as phone:
        phone.join()
        phone.vote(number, 1)
        desk(room, do="hands", round=number, counts=[2, 0])
        until(lambda: look(room)["back"] == {"phase": "lobby", "votes": 3})
        shows(teacher, "3 votos")
        teacher.get_by_role("button", name="Un paso atrás").click()
        shows(teacher, "se va la pregunta, y con ella 3 votos")
        desk(room, do="lock")
        assert look(room)["back"] == {"phase": "vote", "votes": 0}, "what was asked stays"


def test_script_in_every_text_field_is_text_on_every_page(room: OpenRoom, phones: Phones) -> None:
    evil = '<b class="evil" onclick="alert(1)">x</b><script>alert(2)</script>'
    text = {"en": evil, "es": evil}
    choice = {"text": text, "options": [{"text": text, "why": text}, {"text": evil}], "name": "a", "when": "before"}
    number = {"text": evil, "kind": "number", "low": 0, "high": 2, "unit": text}
    pages = [phones.open(), phones.open(f"/desk#{room.token}")]
    shows(pages[1], room.code)
    for page in pages:
        page.on("dialog", lambda dialog: phones.complaints.append(f"it ran: {dialog.message}"))
    desk(room, do="scene", clock="<b>1</b>", score="<i>0")
    desk(room, do="plan", steps=[{"ask": choice}, {"debrief": text}])
    for command in (
        {"do": "next"},
        {"do": "open"},
        {"do": "reveal"},
        {"do": "ticket", "questions": [choice, number]},
        {"do": "reveal"},
        {"do": "debrief", "text": evil},
    ):
        desk(room, **command)
        for page in pages:
            page.wait_for_function("evil => document.body.innerText.includes(evil)", arg=evil)
            assert page.locator(".evil, main script, footer script").count() == 0


@pytest.mark.parametrize("to_the_end", [False, pytest.param(True, marks=pytest.mark.benchmark)])
def test_the_pitch_is_usable_on_every_phone_and_shows_what_both_crews_got(
    room: OpenRoom, phones: Phones, to_the_end: bool
) -> None:
    pages = [
        phones.open(size=size, locale=locale) for size, locale in zip(SIZES, ("en-GB", "es-ES", "en-GB"), strict=True)
    ]
    desk(room, do="match", scenario="point-for-the-cup", seed=3, speed=10)
    for page in pages:
        page.locator("a[href='/play']").click()
        check(page)
    until(lambda: all(each["phase"] == "playing" for each in look(room)["matches"]), within=120)
    for page in pages:
        page.locator("#push").click(timeout=30_000)
        assert page.locator("#push").get_attribute("aria-pressed") == "true"
        check(page)
    if not to_the_end:
        desk(room, do="whistle")
        return
    until(lambda: len(look(room)["results"]) == 2, within=150)
    for page in pages:
        page.wait_for_function("() => document.querySelectorAll('#results td').length === 8")
        check(page)


def test_a_button_has_the_shape_and_the_colour_it_has_on_the_big_screen(room: OpenRoom, phones: Phones) -> None:
    page = phones.open()
    shapes = ("square", "arrow", "shield")
    ask(room, {"text": "?", "kind": "choice", "options": [{"text": each, "shape": each} for each in shapes]})
    for each in shapes:
        button = page.get_by_role("button", name=each)
        button.wait_for()
        seen = button.evaluate("each => getComputedStyle(each).backgroundColor")
        ink = INKS.get(each)
        assert seen == (f"rgb{ink}" if ink else "rgb(233, 237, 241)")


def test_a_dark_phone_says_nothing_of_votes(room: OpenRoom, phones: Phones) -> None:
    page = phones.open()
    ask(room, {**BOTH, "seconds": 30})
    shows(page, "seconds left")
    desk(room, do="blank", on=True)
    shows(page, "Eyes up")
    page.wait_for_function("() => !/second|Tap/.test(document.querySelector('footer').innerText)")


def test_a_phone_speaks_its_own_language_and_the_other_on_request(room: OpenRoom, phones: Phones) -> None:
    page = phones.open(locale="es-MX")
    shows(page, "Estás dentro")
    assert page.evaluate("document.documentElement.lang") == "es"
    ask(room, BOTH)
    shows(page, "QUEDARME")
    page.locator("#language").click()
    shows(page, "STAY")
    page.reload()
    shows(page, "STAY")


def test_a_phone_at_a_shut_door_waits_and_is_let_in(room: OpenRoom, phones: Phones) -> None:
    desk(room, do="door", open=False)
    page = phones.open()
    shows(page, "The teacher has shut the door")
    shows(page, "Waiting to be let in")
    check(page)
    desk(room, do="door", open=True)
    shows(page, "You are in")


def test_a_question_nobody_answered_says_so_and_means_are_rounded(room: OpenRoom, phones: Phones) -> None:
    page = phones.open(locale="es-ES")
    number = ask(room, {**NUMBER, "step": 1})
    desk(room, do="reveal")
    shows(page, "Nadie ha respondido")
    desk(room, do="undo")
    for answer in (1, 1, 2):
        with Phone(room) as phone:
            phone.join()
            phone.vote(number, answer)
    desk(room, do="reveal")
    shows(page, "La media de la clase: 1,3")


def test_a_wrong_code_asks_again_and_says_why(room: OpenRoom, phones: Phones) -> None:
    page = phones.open("/BBBB" if room.code != "BBBB" else "/CCCC")
    shows(page, "no room with this code")
    page.fill("#code", room.code.lower())
    page.keyboard.press("Enter")
    shows(page, "You are in")


def test_the_check_page_tells_phone_and_laptop_that_they_meet(room: OpenRoom, phones: Phones) -> None:
    phone = phones.open("/check")
    shows(phone, "This phone can vote.")
    laptop = phones.browser.new_context().new_page()
    laptop.goto(f"{room.url}/check")
    laptop.get_by_text("Phones reach this laptop.").wait_for()


def check(page: Any) -> None:
    """Nothing is wider than the screen, and axe finds nothing."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.wait_for_selector("h1")  # before that the page is still being written
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = axe.run(page)
    assert found.violations_count == 0, found.generate_report()
