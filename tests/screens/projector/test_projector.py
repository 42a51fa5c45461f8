from collections.abc import Callable

import pygame

from tests.screens.projector.conftest import Class
from tests.screens.projector.measure import heard

Hold = Callable[..., Class]


def hands(held: Class) -> object:
    asked = held.state["questions"]
    assert isinstance(asked, list)
    return asked[0]["hands"]


def test_space_leads_from_the_lobby_to_the_talk_and_the_foot_says_where_to(hold: Hold) -> None:
    held = hold("five-minutes")
    said = ["the next question", "take votes", "stop the votes", "show the result", "talk about it"]
    for phase, foot in zip(("ask", "vote", "locked", "revealed", "debrief"), said, strict=True):
        assert foot in held.page.alt
        held.next(phase)
    assert held.page.do == "reason"


def test_a_match_is_not_held_before_there_is_one_and_no_reason_is_asked_before_a_question(hold: Hold) -> None:
    held = hold("five-minutes")
    held.press(pygame.K_p)
    assert not held.page.paused
    held.desk.say({"do": "debrief"})
    held.until(lambda: held.phase == "debrief")
    with heard(held.stage.window.canvas) as words:
        held.page.draw(held.stage.window.canvas)
    assert words[-1][0] == "Listen for a moment."


def test_the_screen_goes_dark_and_light_again_and_a_step_is_taken_back_at_the_second_press(hold: Hold) -> None:
    held = hold("five-minutes")
    held.next("ask")
    held.press(pygame.K_b)
    held.until(lambda: bool(held.state["blank"]))
    held.stage.draw()
    assert pygame.transform.average_color(held.stage.window.canvas)[:3] == (0, 0, 0)
    held.press(pygame.K_b)
    held.until(lambda: not held.state["blank"])
    held.press(pygame.K_z)
    held.turn(4)
    assert held.phase == "ask"
    held.press(pygame.K_z, pygame.K_z)
    held.until(lambda: held.phase == "lobby")


def test_hands_counted_by_eye_are_typed_in_and_revealed(hold: Hold) -> None:
    held = hold("five-minutes", hands_up=True)
    held.press(pygame.K_n)
    assert held.page.hands is None, "nothing is asked yet"
    held.next("ask")
    held.next("vote")
    held.press(pygame.K_n, pygame.K_7, pygame.K_TAB, pygame.K_1, pygame.K_2)
    held.stage.draw()
    held.press(pygame.K_RETURN)
    held.until(lambda: hands(held) == [7, 12, 0])
    held.press(pygame.K_l)
    held.until(lambda: held.phase == "locked")
    held.press(pygame.K_e)
    held.until(lambda: held.phase == "revealed")
    held.stage.draw()
    assert held.page.hands is None


def test_a_room_without_a_lesson_shows_what_the_teacher_asks_and_escape_wants_two_presses(hold: Hold) -> None:
    held = hold()
    held.press(pygame.K_F1)
    held.stage.draw()
    held.press(pygame.K_SPACE)
    assert (held.page.keys, held.phase) == (False, "lobby")
    question = {"text": "Go?", "options": [{"text": "Stay"}, {"text": "Push"}]}
    held.desk.say({"do": "open", "question": question})
    held.until(lambda: held.phase == "vote")
    held.stage.draw()
    assert "Go?" in held.page.alt
    held.press(*[pygame.K_PLUS] * 9)
    assert held.page.scale == 2.0
    held.press(*[pygame.K_MINUS] * 9)
    assert held.page.scale == 1.0
    held.press(pygame.K_ESCAPE)
    assert not held.stage.done
    held.press(pygame.K_ESCAPE)
    assert held.stage.done


def test_one_key_changes_the_language_of_everything_on_show_and_back(hold: Hold) -> None:
    held = hold("five-minutes")
    held.next("ask")
    assert "A defender's job is to" in held.page.alt
    held.press(pygame.K_t)
    assert "El trabajo de un defensa" in held.page.alt
    assert "ESPACIO" in held.page.alt
    assert held.show is not None
    assert held.show.say.code == "es"
    held.press(pygame.K_t)
    assert "A defender's job is to" in held.page.alt


def test_the_foot_asks_for_raised_hands_until_all_are_typed(hold: Hold) -> None:
    held = hold("five-minutes", hands_up=True)
    held.next("ask")
    assert "N: " not in held.page.alt
    held.next("vote")
    assert "N: type in the hands, 1 of 1" in held.page.alt
    held.press(pygame.K_n, pygame.K_3, pygame.K_RETURN)
    held.until(lambda: hands(held) == [3, 0, 0])
    held.turn()
    assert "N: " not in held.page.alt
