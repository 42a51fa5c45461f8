import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.assets import asset
from game.classroom.commands import read_command
from game.lessons import LANGUAGES, LENGTHS, Lesson, Question, lesson, lessons, middle, plan_text, room_steps
from game.lessons.words import moment_of
from game.teams import reading
from game.teams.scenarios import scenario

NAMES = ["five-minutes", "when-staying-is-right", "eleven-jobs", "what-gets-paid", "whats-your-job"]


def test_the_five_lessons_come_first_and_in_their_order() -> None:
    assert [each.name for each in lessons()][:5] == NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("minutes", LENGTHS)
def test_the_room_takes_every_lesson(name: str, minutes: int) -> None:
    steps = room_steps(lesson(name), minutes=minutes)
    read_command(json.dumps({"do": "plan", "steps": steps}))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("minutes", LENGTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_fits_its_minutes_and_ends_in_a_ticket(name: str, minutes: int, language: str) -> None:
    chosen = lesson(name)
    text = plan_text(chosen, minutes=minutes, language=language)
    assert sum(step.lasts(minutes) for step in chosen.cut(minutes)) <= minutes
    assert chosen.cut(minutes)[-1].do == "ticket"
    assert text.count("\n- ") >= 4
    assert "{" not in text
    assert all(word in text for word in moment_of(scenario(chosen.scenario), language))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_asked_after_was_asked_before(name: str) -> None:
    asked = [step for step in lesson(name).steps if step.when]
    before = {question for step in asked if step.when == "before" for question in step.questions}
    after = {question for step in asked if step.when == "after" for question in step.questions}
    assert before & after


def test_a_match_asks_at_each_of_its_moments() -> None:
    asked = [step["ask"]["name"] for step in room_steps(lesson("five-minutes")) if "ask" in step]
    assert asked.count("go") == 3


def test_a_scenario_is_told_in_spanish_in_a_spanish_plan() -> None:
    title, stakes = moment_of(scenario("late-deficit"), "es")
    assert title == "Un gol abajo, quedan cinco minutos"
    assert stakes != moment_of(scenario("late-deficit"), "en")[1]


@pytest.mark.parametrize("name", NAMES)
def test_the_short_lesson_asks_less(name: str) -> None:
    long, short = (
        [each for step in lesson(name).cut(minutes) for each in (step.do, *step.moments)] for minutes in LENGTHS
    )
    assert len(room_steps(lesson(name), minutes=20)) <= len(room_steps(lesson(name), minutes=45))
    assert set(short) <= set(long)


def test_an_unknown_lesson_names_the_nearest() -> None:
    with pytest.raises(KeyError, match="did you mean 'five-minutes'"):
        lesson("five-minute")


def test_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="45 or 20 minutes, not 30"):
        plan_text(lesson("five-minutes"), minutes=30)


@pytest.mark.parametrize(
    ("was", "becomes", "complaint"),
    [
        ('"late-deficit"', '"late-defecit"', "late-deficit"),
        ('questions = ["pushes-win"]', 'questions = ["push-wins"]', "pushes-win"),
        ("minutes = 10", "minutes = 30", "of 45 minutes"),
        ("between = [0, 100, 5]", "between = [100, 0, 5]", "lowest, highest, step"),
        ('do = "split"', 'do = "spilt"', "split"),
        ('shapes = ["shield", "arrow"]', 'shapes = ["shield"]', "as many shapes"),
    ],
)
def test_a_wrong_file_is_refused_in_one_line(was: str, becomes: str, complaint: str, tmp_path: Path) -> None:
    text = asset("lessons", "five-minutes.toml").read_text(encoding="utf-8")
    assert was in text
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(text.replace(was, becomes), encoding="utf-8")
    with pytest.raises(ValueError, match=complaint) as caught:
        reading.read(wrong, Lesson)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("each", [each.name for each in lessons()])
@pytest.mark.parametrize("minutes", LENGTHS)
def test_without_phones_every_question_has_buttons_to_raise_a_hand_for(each: str, minutes: int) -> None:
    steps = room_steps(lesson(each), minutes=minutes, hands=True)
    read_command(json.dumps({"do": "plan", "steps": steps}))
    asked = [
        question for step in steps for question in [*step.get("ticket", ()), *([step["ask"]] if "ask" in step else [])]
    ]
    assert {question["kind"] for question in asked} == {"choice"}
    assert len(steps) == len(room_steps(lesson(each), minutes=minutes))


@given(st.integers(-9, 9), st.integers(1, 40), st.integers(1, 5))
def test_ranges_hold_every_number_once(low: int, many: int, step: int) -> None:
    asked = Question(between=(low * step, (low + many) * step, step))
    held = [value for first, last in asked.ranges for value in range(first, last + 1, step)]
    assert held == list(range(low * step, (low + many) * step + 1, step))
    assert len(asked.ranges) <= 6


def test_the_middle_of_raised_hands_lies_in_the_middle_hands_range() -> None:
    asked = lesson("five-minutes").questions["pushes-win"]
    hands = {"kind": "choice", "class": {"counts": [3, 9, 1, 0, 0, 0]}}
    assert middle(asked, hands) == 25.0
    assert middle(asked, {"kind": "choice", "class": {"counts": [0] * 6}}) is None
    assert middle(asked, {"kind": "number", "class": {"counts": [[35.0, 1]], "median": 35.0}}) == 35.0
