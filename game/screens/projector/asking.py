"""A question on the projector: over the whole page, or in a strip under the match; and how many have answered."""

from __future__ import annotations

from typing import Any

import pygame

from game.screens import theme
from game.screens.debrief.telling import MARKS
from game.screens.debrief.thinking import PUSH, STAY
from game.screens.projector.brush import LARGE, TEXT, Brush, below
from game.screens.projector.shapes import draw_shape

MOST_APART = 2  # questions at once that each show their own buttons
BUTTONS = 0.55  # of the width of the strip under a match
OPEN = ("vote", "ticket")
INKS = dict((MARKS[PUSH], MARKS[STAY]))

State = dict[str, Any]


def draw_question(brush: Brush, state: State, box: pygame.Rect) -> None:
    """What is asked, the buttons, how many have answered and how long they have."""
    shown = state["questions"]

    def page(each: Brush, place: pygame.Rect) -> int:
        y = place.top
        if _alike(shown):
            y = _all_alike(each, shown, place)
        for question in [] if _alike(shown) else shown:
            y = _question(each, question, below(place, y), alone=len(shown) == 1)
        return each.block(standing(each, state), below(place, y + each.space(8)), LARGE, ink=theme.MUTED)

    brush.fitted(page, box)


def draw_strip(brush: Brush, state: State, box: pygame.Rect, seen: str) -> int:
    """The question in a few lines under a match, with what can be `seen` there; the y below it."""
    question = state["questions"][0]
    y = brush.block(brush.words(question["text"]), box, TEXT + 9, bold=True)
    rest = below(box, y + brush.space(4))
    buttons = pygame.Rect(rest.left, rest.top, round(BUTTONS * rest.width), rest.height)
    y = _in_a_row(brush, question.get("options", []), buttons)
    right = pygame.Rect(buttons.right, rest.top, rest.right - buttons.right, rest.height)
    y = max(y, brush.block(standing(brush, state), right, TEXT + 5, ink=theme.MUTED))
    return brush.block(seen, below(box, y), TEXT + 5)


def standing(brush: Brush, state: State) -> str:
    """Whether votes are taken, how many have come, and how long there is."""
    said = [brush.say(f"projector.phase_{state['phase']}")] if state["phase"] != "revealed" else []
    if state["phase"] != "ask":
        said.append(brush.say("projector.votes", count=votes(state)))
    if state["phase"] in OPEN and state["left"] is not None:
        said.append(brush.say("projector.left", count=state["left"]))
    return " · ".join(said)


def votes(state: State) -> int:
    """How many have answered, counted hands too; who sits in another office answers another question."""
    offices: dict[int, int] = {}
    for each in state["questions"]:
        place = int((each.get("office") or {"place": 0})["place"])
        offices[place] = max(offices.get(place, 0), each["votes"] + sum(each["hands"] or ()))
    return sum(offices.values())


def between(brush: Brush, question: State) -> str:
    """What numbers may be answered."""
    low, high = (brush.number(question[end]) for end in ("low", "high"))
    unit = brush.words(question.get("unit"))
    return brush.say("projector.between", low=low, high=high, unit="" if high in unit else unit).strip()


def ink_of(shape: str) -> theme.Colour:
    """The colour of an option by its shape."""
    return INKS.get(shape, theme.TEXT)


def _question(brush: Brush, question: State, box: pygame.Rect, *, alone: bool) -> int:
    """One question with its buttons."""
    y = brush.block(brush.words(question["text"]), box, LARGE + 4 if alone else TEXT + 11, bold=True)
    y += brush.space(14)
    options = question.get("options", [])
    if options and not alone:
        return _in_a_row(brush, options, below(box, y)) + brush.space(20)
    for option in options:
        y = _option(brush, option, below(box, y), LARGE) + brush.space(14)
    if question["kind"] == "number":
        said = between(brush, question)
        y = brush.block(said, below(box, y), LARGE if alone else TEXT + 5) + brush.space(20)
    return y


def _alike(shown: list[State]) -> bool:
    """Whether so many questions have the same buttons that these are drawn once."""
    return len(shown) > MOST_APART and all(each.get("options") == shown[0].get("options") for each in shown)


def _all_alike(brush: Brush, shown: list[State], box: pygame.Rect) -> int:
    """The questions in two columns, and under them the buttons they share."""
    half, ends = (len(shown) + 1) // 2, [box.top]
    for nth, question in enumerate(shown):
        column, row = divmod(nth, half)
        top = box.top if row == 0 else ends[-1]
        place = pygame.Rect(box.left + column * box.width // 2, top, box.width // 2 - brush.space(20), box.height)
        ends.append(brush.block(brush.words(question["text"]), place, TEXT + 11, bold=True) + brush.space(8))
    return _in_a_row(brush, shown[0]["options"], below(box, max(ends) + brush.space(10)))


def _option(brush: Brush, option: State, box: pygame.Rect, units: float) -> int:
    """Shape, word and reason of one button."""
    size = brush.px(units)
    draw_shape(brush.canvas, option["shape"], pygame.Rect(box.left, box.top + size // 6, size, size),
               ink_of(option["shape"]))  # fmt: skip
    place = pygame.Rect(box.left + round(1.6 * size), box.top, box.width - round(1.6 * size), box.height)
    y = brush.block(brush.words(option["text"]), place, units, bold=True)
    why = brush.words(option.get("why"))
    return brush.block(why, below(place, y), TEXT + 3, ink=theme.MUTED) if why else y


def _in_a_row(brush: Brush, options: list[State], box: pygame.Rect) -> int:
    """Shapes and words beside each other; the y below."""
    if not options:
        return box.top
    width = box.width // len(options)
    ends = []
    for nth, option in enumerate(options):
        place = pygame.Rect(box.left + nth * width, box.top, width - brush.space(16), box.height)
        ends.append(_option(brush, {**option, "why": None}, place, TEXT + 9))
    return max(ends)
