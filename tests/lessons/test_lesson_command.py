from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.cli.app import app
from game.lessons import lesson
from game.lessons.shown import either_choice, either_job


def test_all_lessons_are_listed() -> None:
    told = CliRunner().invoke(app, ["lesson"]).stdout
    assert told.count("\n") >= 5
    assert "Five minutes, one goal down" in told


def test_a_plan_is_printed_in_spanish() -> None:
    told = CliRunner().invoke(app, ["lesson", "whats-your-job", "--plan", "--minutes", "20", "--language", "es"]).stdout
    assert told.startswith("# Plan de clase: ¿Cuál es tu trabajo? (20 minutos)")


def test_a_lesson_taken_alone_compares_before_and_after() -> None:
    answers = "\n".join(["1", "9", "2", "40", "", "3", "7"])  # 9 is refused and asked again
    ran = CliRunner().invoke(app, ["lesson", "five-minutes", "--minutes", "20", "--matches", "4"], input=answers)
    assert ran.exception is None
    assert "Please answer with a number from 1 to 2." in ran.stdout
    assert "Before: guard his post. Now: help the team win." in ran.stdout
    assert "He goes: objective reached in" in ran.stdout


@pytest.mark.parametrize(("file", "begins"), [("plan.html", "<!doctype html>"), ("plan.md", "# Lesson plan: ")])
def test_a_plan_is_written_to_a_file(file: str, begins: str, tmp_path: Path) -> None:
    out = tmp_path / file
    ran = CliRunner().invoke(app, ["lesson", "five-minutes", "--plan", "--out", str(out)])
    assert ran.exception is None
    assert out.read_text("utf-8").startswith(begins)


def test_a_plan_is_written_to_no_other_kind_of_file(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["lesson", "five-minutes", "--out", str(tmp_path / "plan.docx")])
    assert "ending in .html or .md, not to 'plan.docx'" in str(ran.exception)


def test_the_lesson_of_the_dose_shows_every_number_of_players() -> None:
    answers = "\n".join(["3", "4"])
    ran = CliRunner().invoke(app, ["lesson", "eleven-jobs", "--minutes", "20", "--matches", "2"], input=answers)
    assert ran.exception is None
    assert [line[:2] for line in ran.stdout.splitlines() if "for the result: objective" in line] == [
        f"{dose:2}" for dose in range(12)
    ]
    assert "You said: 4." in ran.stdout


def test_the_lesson_of_the_bonus_shows_the_one_he_set_first() -> None:
    ran = CliRunner().invoke(app, ["lesson", "what-gets-paid", "--minutes", "20", "--matches", "2"], input="2\n")
    assert ran.exception is None
    found = [line for line in ran.stdout.splitlines() if "goals for" in line]
    assert [line.split(":")[0] for line in found] == [
        "No goal conceded, as you set it",
        "Each goal scored",
        "The team's result",
    ]


def test_both_sides_of_a_comparison_are_shares_of_the_same_matches() -> None:
    chosen = lesson("eleven-jobs")
    for found in (either_choice(chosen, count=4, workers=1), either_job(chosen, count=4)):
        assert found.count == 4
        first, second = (share.value for share in found.shares)
        assert 0 <= min(first, second) <= max(first, second) <= 1
        assert abs(found.difference.value - (first - second)) < 1e-9
