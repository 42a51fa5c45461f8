"""Lessons anyone can give: a moment of a match, questions about it, and what to show of the answer.

    lessons()                                          all seven, in the order they are best given
    lesson("five-minutes")                             one, read and checked
    plan_text(lesson("five-minutes"), minutes=20)      its plan in Markdown
    plan_page(lesson("five-minutes"), minutes=20)      its plan as an HTML page to print
    room_steps(lesson("five-minutes"), minutes=45)     its steps, as the classroom's room takes them
    acts(lesson("five-minutes"), minutes=45)           the same with what the projector does at each

A lesson's file is in assets/lessons, its words in assets/words/<language>/lessons.toml.
"""

from game.lessons.lesson import LENGTHS, FirmLesson, Lesson, Question, Step, is_dose, lesson, lessons, sets_bonus
from game.lessons.plan import plan_text
from game.lessons.printing import plan_page
from game.lessons.steps import Act, acts, middle, question_for, room_steps
from game.lessons.words import LANGUAGES, both, told

__all__ = [
    "LANGUAGES",
    "LENGTHS",
    "Act",
    "FirmLesson",
    "Lesson",
    "Question",
    "Step",
    "acts",
    "both",
    "is_dose",
    "lesson",
    "lessons",
    "middle",
    "plan_page",
    "plan_text",
    "question_for",
    "room_steps",
    "sets_bonus",
    "told",
]
