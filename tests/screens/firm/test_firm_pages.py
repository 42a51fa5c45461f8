import time

import numpy as np
import pygame
import pytest

from game.firm import years
from game.firm.loading import load
from game.firm.payoffs import policies
from game.firm.trading import check
from game.screens.firm.counter import CounterScreen
from game.screens.firm.office import OfficeScreen, prices, targets
from game.screens.firm.outcome import run_year
from game.screens.firm.paying import FIRMS, PayingScreen
from game.screens.firm.screen import DOORS, firm_screen
from game.screens.firm.telling import Telling
from game.screens.language import LANGUAGES, Language, words
from tests.screens.flow import EVERY_WAY, faults, open_stage, press, show

DOWN, RIGHT, ENTER, ESCAPE = pygame.K_DOWN, pygame.K_RIGHT, pygame.K_RETURN, pygame.K_ESCAPE
BICYCLES = load("bicycles")


def run_pages():
    """Every page of the firm, before and after its year."""
    made = [firm_screen(), *(door() for door in DOORS.values()), PayingScreen("desk")]
    after = [PayingScreen(), PayingScreen("desk"), OfficeScreen("sales"), OfficeScreen("production")]
    return made, after


def press_on(stage, name):
    """Go to the widget called `name` and press Enter."""
    stage.shown.board.set_focus(stage.shown.board.find(name))
    press(ENTER)
    stage.turn(0.05)


def test_every_page_fits_at_every_size_in_both_languages(tmp_path):
    before, after = run_pages()
    served = CounterScreen(3)
    for size, text, language in EVERY_WAY:
        stage = open_stage(tmp_path, size=size, text=text, language=language)
        for page in (*before, *after, served):
            show(stage, page)
            if page in after and page.outcome is None:
                page.run()
            if page is served:
                page.serve()
            stage.draw()
            assert faults(page, pygame.Rect((0, 0), size)) == [], (page.heading, size, text, language)
        stage.close()


@pytest.mark.parametrize("nth", range(len(DOORS)))
def test_every_door_opens_by_keys_and_escape_leads_back(tmp_path, nth):
    stage = open_stage(tmp_path)
    first = firm_screen()
    show(stage, first)
    press_on(stage, list(DOORS)[nth])
    assert stage.shown is not first
    assert stage.shown.alt
    press(ESCAPE)
    stage.turn(0.05)
    assert stage.shown is first


def test_the_owner_sees_good_reports_and_a_poor_firm_then_pays_for_the_whole(tmp_path):
    stage = open_stage(tmp_path)
    page = PayingScreen()
    show(stage, page)
    press_on(stage, "run")
    assert page.outcome.verdict == "torn"
    assert page.outcome.earned < page.outcome.whole
    for department in page.departments:
        press_on(stage, department)
    assert set(page.played().values()) == {"firm-win"}
    press_on(stage, "run")
    assert page.outcome.verdict == "serving"
    assert page.outcome.earned == page.outcome.whole


def test_the_best_bonus_is_offered_once_it_is_found_and_stays_as_the_world_moves(tmp_path):
    stage = open_stage(tmp_path)
    page = PayingScreen("desk")
    show(stage, page)
    page.run()
    until = time.monotonic() + 60
    while page._found() is None and time.monotonic() < until:
        time.sleep(0.02)
    page.frame(0.05)
    page.paid.update(dict.fromkeys(page.departments, "bonus"))
    page.run()
    usual = page.outcome
    page._take_world(1)
    page.run()
    moved = page.outcome
    stage.close()

    def missing(outcome):
        return outcome.usual_whole.value - outcome.usual.value

    assert usual.usual.value > 0
    assert missing(moved) > missing(usual)


def test_in_large_letters_the_reports_come_into_sight(tmp_path):
    stage = open_stage(tmp_path, size=(1024, 576), text=200)
    page = PayingScreen()
    show(stage, page)
    press_on(stage, "run")
    stage.draw()
    assert page.board.area.contains(next(each for each in page.board.parts() if each.text == "Year 1").rect)


def test_what_a_person_decides_is_what_the_year_is_run_with():
    page = OfficeScreen("sales")
    half = page.half()
    assert half.price.tolist() == [prices(each)[3] for each in BICYCLES.products]
    check(BICYCLES, "sales", half)
    other = years.plan(BICYCLES, {"sales": half, "production": "firm-win"})
    books = years.run(BICYCLES, other, 1, seed=7, first=4)
    found = run_year(BICYCLES, {"sales": half, "production": "firm-win"}, 4)
    assert found.earned == pytest.approx(float(books["value"][0]))


def test_every_amount_production_can_choose_can_be_made():
    for each in BICYCLES.products:
        assert max(targets(each)) <= each.capacity
        assert targets(each)[0] == 0.0
    page = OfficeScreen("production")
    page.first = [0, 1, 2, 3, 4, 5]
    check(BICYCLES, "production", page.half())


def test_after_a_year_the_office_shows_the_reports(tmp_path):
    stage = open_stage(tmp_path, size=(1024, 576))
    show(stage, OfficeScreen("production"))
    press_on(stage, "run")
    assert stage.shown.board.scroll == 0
    assert stage.shown.outcome.reports[1].department == "production"


def test_an_office_nobody_has_is_refused():
    with pytest.raises(ValueError, match="give one of: sales, production"):
        OfficeScreen("marketing")


def test_refusing_everybody_looks_good_and_misses_loans(tmp_path):
    stage = open_stage(tmp_path)
    page = CounterScreen(3)
    show(stage, page)
    press_on(stage, "run")
    assert page._verdict() == "firm.counter_strict"
    assert page.counter.bad_debt(page.accepted) == 0.0
    page.accepted = [True] * len(page.accepted)
    assert page._verdict() == "firm.counter_loose"
    page.accepted = list(page.counter.worth_it)
    assert page._verdict() == "firm.counter_good"


def test_enter_on_a_person_says_yes(tmp_path):
    stage = open_stage(tmp_path)
    page = CounterScreen(3)
    show(stage, page)
    press_on(stage, "person 4")
    assert np.flatnonzero(page.accepted).tolist() == [4]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_firm_world_product_and_pay_has_its_words(language):
    known = words(language, "firm")
    for name in FIRMS:
        firm = load(name)
        assert f"name_{name}" in known
        assert all(f"world_{name}_{nth}" in known for nth in range(len(firm.shifts) + 1))
        for each in policies(years.desk_of(firm).BOOKS):
            assert each.name == "units" or f"pay_{each.name}" in known
    assert all(f"product_{each.name}" in known for each in BICYCLES.products)


def test_money_is_written_as_the_language_writes_it():
    assert Telling(Language("en"), BICYCLES).money(-84_680.2) == "−€84,680"
    assert Telling(Language("es"), BICYCLES).money(-84_680.2) == "−84.680\N{NO-BREAK SPACE}€"
    assert Telling(Language("en"), load("desk")).money(9.28) == "€92,800"
    assert Telling(Language("en"), BICYCLES).own("production", -np.inf) == "no figure: nothing made or lent"
