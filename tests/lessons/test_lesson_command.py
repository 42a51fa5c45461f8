from typer.testing import CliRunner

from game.cli.app import app
from game.lessons import lesson
from game.lessons.shown import either_choice, either_job


def test_all_lessons_are_listed() -> None:
    told = CliRunner().invoke(app, ["lesson"]).stdout
    assert told.count("\n") == 5
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
    assert "He goes: goal reached in" in ran.stdout


def test_both_sides_of_a_comparison_are_shares_of_the_same_matches() -> None:
    chosen = lesson("eleven-jobs")
    for found in (either_choice(chosen, count=4, workers=1), either_job(chosen, count=4)):
        assert found.count == 4
        first, second = (share.value for share in found.shares)
        assert 0 <= min(first, second) <= max(first, second) <= 1
        assert abs(found.difference.value - (first - second)) < 1e-9
