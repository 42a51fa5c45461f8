"""What the class said, as bars that grow together; and the same question before and after."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pygame

from game.intervals import Interval
from game.screens import theme
from game.screens.charts import Bar, Bars
from game.screens.projector.asking import ink_of
from game.screens.projector.brush import LARGE, TEXT, Brush, Page, below, grown

MARKS = ("shield", "arrow", "triangle", "square", "diamond")
MOST_BINS = 6
Question = dict[str, Any]


def draw_reveal(brush: Brush, state: dict[str, Any], box: pygame.Rect, share: float, said: str = "") -> None:
    """The questions on show beside each other, their answers `share` (0 to 1) grown; `said` follows from them."""
    shown = [each for each in state["questions"] if each["class"]]
    gap = brush.space(40)
    width = (box.width - gap * (len(shown) - 1)) // max(1, len(shown))
    places = [pygame.Rect(box.left + nth * (width + gap), box.top, width, box.height) for nth in range(len(shown))]
    brush.beside([(_answered(each, share, said), place) for each, place in zip(shown, places, strict=True)])


def draw_before_after(brush: Brush, pairs: Sequence[tuple[Question, Question]], box: pygame.Rect, share: float) -> None:
    """The same questions before and after, answer by answer."""

    def page(each: Brush, place: pygame.Rect) -> int:
        y = place.top
        for before, after in pairs:
            y = each.block(each.words(after["text"]), below(place, y), LARGE, bold=True) + each.space(6)
            y = each.bars(_both(each, before, after, share), below(place, y), TEXT + 9) + each.space(10)
        return y

    brush.fitted(page, box)


def pairs_of(asked: Sequence[Question]) -> list[tuple[Question, Question]]:
    """Questions answered before and after, the latest of each."""
    last = {(each.get("name"), each.get("when")): each for each in asked if each["class"]}
    names = dict.fromkeys(each.get("name") for each in asked if each.get("name"))
    found = [(last.get((name, "before")), last.get((name, "after"))) for name in names]
    return [(before, after) for before, after in found if before and after]


def total(question: Question) -> int:
    """How many answered it."""
    counts = question["class"]["counts"]
    return sum(counts) if question["kind"] == "choice" else sum(count for _, count in counts)


def _answered(question: Question, share: float, said: str) -> Page:
    """A page of one question, its bars, and what follows."""

    def page(brush: Brush, box: pygame.Rect) -> int:
        y = brush.block(brush.words(question["text"]), box, LARGE, bold=True) + brush.space(8)
        y = _chart(brush, question, below(box, y), share, units=TEXT + 13) + brush.space(10)
        return brush.block(said, below(box, y), LARGE, bold=True) if said else y

    return page


def _chart(brush: Brush, question: Question, box: pygame.Rect, share: float, *, units: float) -> int:
    """Bars of one question; under a number its middle."""
    names, counts = bins(brush, question)
    marks = _looks(question, len(names))
    bars = [
        Bar(name, Interval(count, math.nan, math.nan), str(count), ink, mark)
        for name, count, (mark, ink) in zip(names, counts, marks, strict=True)
    ]
    title = brush.say("projector.votes", count=sum(counts))
    most = sum(counts) if question["kind"] == "choice" else max(counts)
    chart = Bars(title, grown(bars, share), title, ("", ""), most=max(1, most))
    y = brush.bars(chart, box, units)
    if question["kind"] == "number" and question["class"]["median"] is not None:
        middle = brush.say("projector.middle", median=middle_of(brush, question), unit=_unit(brush, question))
        y = brush.block(middle if share >= 1.0 else "…", below(box, y), units, bold=True)
    return y


def _both(brush: Brush, before: Question, after: Question, share: float) -> Bars:
    """Two bars an answer, in hundredths of those who answered."""
    names, first = bins(brush, before)
    _, second = bins(brush, after)
    bars = []
    for nth, name in enumerate(names):
        for key, counts, mark, ink in (("before", first, "ring", theme.MUTED), ("after", second, "dot", theme.TEXT)):
            part = 100.0 * counts[nth] / max(1, sum(counts))
            label = f"{name}: {brush.say(f'projector.{key}')}"
            written = brush.say("projector.of_all", count=counts[nth], share=brush.number(part))
            bars.append(Bar(label, Interval(part, math.nan, math.nan), written, ink, mark))
    title = brush.say("projector.before_after", before=sum(first), after=sum(second))
    return Bars(title, grown(bars, share), title, ("", ""), most=100.0)


def bins(brush: Brush, question: Question) -> tuple[list[str], list[int]]:
    """Names and counts of a question's bars: its buttons, or a few ranges of its numbers."""
    counts = question["class"]["counts"]
    if question["kind"] == "choice":
        return [brush.words(option["text"]) for option in question["options"]], list(counts)
    low, high, step = question["low"], question["high"], question["step"]
    values = round((high - low) / step) + 1
    count = min(MOST_BINS, values)
    edges = [round(values * nth / count) for nth in range(count + 1)]
    names, found = [], []
    for first, last in pairwise(edges):
        least, most = low + first * step, low + (last - 1) * step
        ends = [brush.number(each) for each in (least, most)]
        names.append(ends[0] if least == most else brush.say("projector.range", low=ends[0], high=ends[1]))
        found.append(sum(each for value, each in counts if least <= value <= most))
    return names, found


def _looks(question: Question, count: int) -> list[tuple[str, theme.Colour]]:
    """Shape and colour of each bar."""
    if question["kind"] == "number":
        return [("dot", theme.TEXT)] * count
    shapes = [option["shape"] for option in question["options"]]
    return [(shape if shape in MARKS else "dot", ink_of(shape)) for shape in shapes]


def middle_of(brush: Brush, question: Question) -> str:
    """The answer in the middle of all."""
    median = float(question["class"]["median"])
    return brush.number(median, 0 if median == round(median) else 1)


def _unit(brush: Brush, question: Question) -> str:
    return brush.words(question.get("unit"))
