import json

import pytest
from typer.testing import CliRunner

from game.classroom.commands import read_command
from game.cli.app import app
from game.firm.counter import best_line, open_counter
from game.firm.loading import load
from game.lessons import LANGUAGES, LENGTHS, FirmLesson, acts, lesson, lessons, plan_page, plan_text, room_steps
from game.lessons.firm_shown import day, in_recession, office_year, score_of, todays, under_rule

NAMES = ["two-offices", "the-counter"]


def found(name: str) -> FirmLesson:
    made = lesson(name)
    assert isinstance(made, FirmLesson)
    return made


def test_the_lessons_of_the_firm_come_last() -> None:
    assert [each.name for each in lessons()][5:] == NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("minutes", LENGTHS)
def test_the_room_takes_them_and_their_plans_fit(name: str, minutes: int) -> None:
    chosen = found(name)
    read_command(json.dumps({"do": "plan", "steps": room_steps(chosen, minutes=minutes)}))
    assert 0.8 * minutes < sum(step.lasts(minutes) for step in chosen.cut(minutes)) <= minutes
    for language in LANGUAGES:
        assert "{" not in plan_text(chosen, minutes=minutes, language=language)
        assert "<main>" in plan_page(chosen, minutes=minutes, language=language)


def test_both_rounds_ask_each_office_and_say_what_it_is_paid_for() -> None:
    asked = [act.told["ticket"] for act in acts(found("two-offices")) if act.do == "offices"]
    assert [[each["name"] for each in ticket] for ticket in asked] == [
        ["own-sales", "own-production"],
        ["firm-sales", "firm-production"],
    ]
    assert "revenue" in asked[0][0]["office"]["text"]["en"]
    assert "what the firm earns" in asked[1][1]["office"]["text"]["en"]


def test_each_office_gains_on_its_report_and_the_firm_loses() -> None:
    offices = found("two-offices")
    years = {(s, p): office_year(offices, (s, p)) for s in ("own", "whole") for p in ("own", "whole")}
    for other in ("own", "whole"):
        assert years["own", other].own["sales"] > years["whole", other].own["sales"]
        assert years[other, "own"].own["production"] > years[other, "whole"].own["production"]
    assert years["own", "own"].usual.high < 0 < years["whole", "whole"].usual.low
    assert years["whole", "whole"].usual.value == pytest.approx(150_000, rel=0.1)  # as the question says


def test_refusing_all_has_no_bad_debt_and_earns_nothing() -> None:
    counter = todays(found("the-counter"))
    assert day(counter, [False] * 12) == (0.0, 0.0, 0.0)
    best = day(counter, list(counter.worth_it))
    assert best.bad_debt > 0
    assert best.earned > 0
    assert best.expected > 0


def test_the_old_bonus_serves_the_firm_until_the_recession() -> None:
    counter, worse = todays(found("the-counter")), in_recession(found("the-counter"))
    rule = under_rule(found("the-counter"))
    assert rule == list(counter.worth_it)
    assert score_of(worse) == score_of(counter)
    assert day(worse, rule).expected < 0 < day(worse, list(worse.worth_it)).expected


def test_the_best_line_parts_those_worth_a_loan_from_the_others() -> None:
    desk = load("desk")
    for seed in range(5):
        counter = open_counter(desk, 40, seed=seed)
        clear = abs(counter.score - best_line(desk)) > 0.01
        assert ((counter.score <= best_line(desk)) == counter.worth_it)[clear].all()


def test_an_office_lesson_is_taken_alone() -> None:
    answers = "\n".join(["2", "-50", "1", "1", "2", "2", "", "3", "7"])
    ran = CliRunner().invoke(app, ["lesson", "two-offices", "--minutes", "20"], input=answers)
    assert ran.exception is None
    assert "You said -50 thousand" in ran.stdout
    assert ran.stdout.count("The firm earned") == 2
    assert "Before: make its number good. Now: help the firm earn." in ran.stdout


def test_the_counter_is_served_alone_in_spanish() -> None:
    answers = "\n".join(["2", *["1"] * 12, *["2"] * 12, "3", "", "3", "7"])
    ran = CliRunner().invoke(app, ["lesson", "the-counter", "--minutes", "20", "--language", "es"], input=answers)
    assert ran.exception is None
    assert "Impagos: 0\N{NO-BREAK SPACE}€" in ran.stdout
    assert "La prima antigua sigue diciendo sí" in ran.stdout
    assert "Antes: evitar impagos. Ahora: ayudar a que la empresa gane." in ran.stdout


@pytest.mark.parametrize(
    ("was", "becomes", "complaint"),
    [
        ('firm = "bicycles"', 'firm = "bicycle"', "did you mean 'bicycles'"),
        ('paid = "own"', "", "says what departments are paid for"),
        ('firm = "bicycles"', 'firm = "bicycles"\npeople = 13', "people"),
        ('questions = ["sales", "production"]\npaid = "own"', 'paid = "own"', "1 to 2 questions"),
    ],
)
def test_a_wrong_file_is_told_in_one_line(was: str, becomes: str, complaint: str, tmp_path) -> None:
    from game.assets import asset
    from game.teams import reading

    text = asset("lessons", "two-offices.toml").read_text(encoding="utf-8")
    assert was in text
    path = tmp_path / "wrong.toml"
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises((ValueError, KeyError), match=complaint) as caught:
        reading.read(path, FirmLesson)
    assert "\n" not in str(caught.value)
