"""The pages of the projector: lobby, question with its votes, reveal, debrief. Text is never under 28 px at 1080p."""

from __future__ import annotations

from typing import Any

import pygame

from game.intervals import Interval
from game.screens import theme
from game.screens.charts import Bar, Bars
from game.screens.language import Language
from game.screens.projector.shapes import draw_shape
from game.screens.widgets.lines import line_height, lines

TEXT, LARGE, HUGE = 19, 42, 60  # units; 19 are 28 px at 1080p
QUIET = 4  # modules of margin round a QR code (ISO/IEC 18004)
MODULE = 12  # units a module; 18 px at 1080p
INKS = {"shield": theme.SKY, "arrow": theme.AMBER}


class Brush:
    """A canvas, sizes and a language."""

    def __init__(self, canvas: pygame.Surface, say: Language, scale: float) -> None:
        self.canvas, self.say, self.scale = canvas, say, scale
        self.unit = theme.unit(canvas.get_size())

    def px(self, units: float) -> int:
        """Pixels of text of `units`."""
        return round(units * self.unit * self.scale)

    def block(self, text: str, box: pygame.Rect, units: float, *, bold: bool = False, centre: bool = False) -> int:
        """`text` in lines within `box`; the y below it."""
        pixels, y = self.px(units), box.top
        for line in lines(text, pixels, box.width, bold=bold):
            at, anchor = ((box.centerx, y), "midtop") if centre else ((box.left, y), "topleft")
            theme.write(self.canvas, line, at, pixels=pixels, bold=bold, anchor=anchor)
            y += line_height(pixels)
        return y

    def words(self, text: Any) -> str:
        """A text of the room, in this language where it has one."""
        if isinstance(text, dict):
            return str(text.get(self.say.code) or next(iter(text.values()), ""))
        return str(text or "")


def draw_lobby(brush: Brush, state: dict[str, Any], codes: list[dict[str, Any]], box: pygame.Rect) -> None:
    """How to join: QR code, address, code, how many have."""
    say = brush.say
    right = box.copy()
    if codes:
        side = _draw_code(brush, codes[0]["rows"], box.topleft)
        right = pygame.Rect(box.left + side + brush.px(24), box.top, box.width - side - brush.px(24), box.height)
    y = brush.block(say("lessons.screen_join"), right, LARGE, bold=True)
    address = codes[0]["address"] if codes else next(iter(state["addresses"]), "")
    rows = [(address.removeprefix("http://"), LARGE), (state["code"], HUGE)]
    rows += [(say("lessons.screen_joined", count=state["joined"]), LARGE)]
    rows += [(say(f"lessons.screen_{key}"), TEXT + 3) for key in ("promise", "hands")]
    for text, units in rows:
        place = pygame.Rect(right.left, y + brush.px(12), right.width, right.bottom - y)
        y = brush.block(text, place, units, bold=units >= LARGE)


def draw_question(brush: Brush, state: dict[str, Any], box: pygame.Rect) -> None:
    """What is asked, the buttons, how many have voted; after the reveal, what."""
    shown = state["questions"][:1] if state["phase"] != "ticket" else state["questions"]
    y = box.top
    for question in shown:
        place = pygame.Rect(box.left, y, box.width, box.bottom - y)
        single = len(shown) == 1
        y = brush.block(brush.words(question["text"]), place, LARGE if single else TEXT + 5, bold=True) + brush.px(12)
        if state["phase"] == "revealed" and question["class"]:
            y = _reveal(brush, question, pygame.Rect(box.left, y, box.width, box.bottom - y))
        elif single:
            y = _options(brush, question, pygame.Rect(box.left, y, box.width, box.bottom - y))
    said = [brush.say("lessons.screen_votes", count=max((each["votes"] for each in shown), default=0))]
    if state["phase"] == "locked":
        said.append(brush.say("lessons.screen_locked"))
    if state["left"] is not None:
        said.append(brush.say("lessons.screen_left", count=state["left"]))
    foot = pygame.Rect(box.left, y + brush.px(12), box.width, brush.px(LARGE))
    if state["phase"] in ("vote", "ticket", "locked"):
        brush.block(" · ".join(said), foot, LARGE)


def _options(brush: Brush, question: dict[str, Any], box: pygame.Rect) -> int:
    """A row an option: shape and word."""
    y, size = box.top, brush.px(LARGE)
    for option in question.get("options", ()):
        ink = INKS.get(option["shape"], theme.TEXT)
        draw_shape(brush.canvas, option["shape"], pygame.Rect(box.left, y, size, size), ink)
        place = pygame.Rect(box.left + 2 * size, y - size // 8, box.width - 2 * size, box.bottom - y)
        y = brush.block(brush.words(option["text"]), place, LARGE) + brush.px(16)
    return y


def _reveal(brush: Brush, question: dict[str, Any], box: pygame.Rect) -> int:
    """Bars of the class, or the middle of its numbers."""
    found = question["class"]
    if question["kind"] == "number":
        mean = "–" if found["mean"] is None else f"{found['mean']:.1f}"
        median = "–" if found["median"] is None else f"{found['median']:g}"
        return brush.block(brush.say("lessons.screen_mean", mean=mean, median=median), box, LARGE)
    bars = [
        Bar(brush.words(option["text"]), Interval(count, float("nan"), float("nan")), str(count),
            INKS.get(option["shape"], theme.MUTED), option["shape"] if option["shape"] in INKS else "dot")
        for option, count in zip(question["options"], found["counts"], strict=True)
    ]  # fmt: skip
    count = brush.say("lessons.screen_votes", count=sum(found["counts"]))
    chart = Bars(count, bars, count, ("", ""), most=max(1, sum(found["counts"])))
    pixels = brush.px(TEXT + 13)
    place = pygame.Rect(box.left, box.top, box.width, min(box.height, chart.height(pixels)))
    chart.draw(brush.canvas, place, pixels=pixels)
    return place.bottom


def _draw_code(brush: Brush, rows: list[str], at: tuple[int, int]) -> int:
    """The QR code, dark on white; its side in pixels."""
    module = max(12, round(MODULE * brush.unit))
    side = (len(rows) + 2 * QUIET) * module
    brush.canvas.fill(theme.WHITE, pygame.Rect(*at, side, side))
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark == "1":
                place = pygame.Rect(at[0] + (x + QUIET) * module, at[1] + (y + QUIET) * module, module, module)
                brush.canvas.fill((0, 0, 0), place)
    return side
