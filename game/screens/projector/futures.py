"""The thousand matches behind a lesson: of one choice, of two jobs, of three bonuses, of nought to eleven players."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame

from game.intervals import Interval, mean
from game.lessons.shown import Ended, dose_curve, reached, two_shares
from game.screens import theme
from game.screens.charts import Bar, Bars
from game.screens.debrief.telling import MARKS, Telling
from game.screens.debrief.thinking import PUSH, STAY
from game.screens.projector.brush import LARGE, TEXT, Brush, below, grown
from game.screens.projector.show import RESULT, Show

FEWEST = 100  # matches before a difference is told
JOB_LOOKS = (("shield", theme.MUTED), ("dot", theme.TEXT), ("triangle", theme.MUTED))


def draw_arrays(brush: Brush, telling: Telling, box: pygame.Rect, share: float) -> None:
    """Both thousands as marks filling in."""
    head = telling.say("debrief.futures_about", clock=telling.clock, goals=telling.goals(telling.account.choice.tick))
    foot = brush.px(TEXT) * 2
    y = brush.block(head, box, TEXT + 5, bold=True) + brush.space(8)
    arrays = [array.part(share) for array in telling.arrays()]
    high = (box.bottom - foot - y) // 2
    for nth, array in enumerate(arrays):
        place = pygame.Rect(box.left, y + nth * high, box.width, high - brush.space(8))
        array.draw(brush.canvas, place, pixels=min(brush.px(TEXT + 3), high / 7))
    brush.block(telling.counted, pygame.Rect(box.left, box.bottom - foot, box.width, foot), TEXT, ink=theme.MUTED)


def draw_verdict(brush: Brush, telling: Telling, box: pygame.Rect, share: float, predicted: float | None) -> None:
    """How often either choice reaches the aim, which is worth more, and what the class had expected."""
    bars = []
    for option in (PUSH, STAY):
        mark, ink = MARKS[option]
        ends = telling.account.ends(option)
        bars.append(
            Bar(brush.say(f"projector.debrief_if_{option}"), ends.reached, _written(brush, ends.reached), ink, mark)
        )
    title = brush.say("projector.of_hundred", aim=telling.aim)
    chart = Bars(title, grown(bars, share), title, ("", ""), most=_most(bars))

    def page(each: Brush, place: pygame.Rect) -> int:
        y = each.bars(chart, place, TEXT + 13) + each.space(12)
        rows: list[tuple[str, float]] = [(telling.edge if share >= 1.0 else "…", LARGE)]
        if predicted is not None:
            rows.append((each.say("projector.predicted", count=each.number(predicted)), TEXT + 9))
        rows.append((f"{telling.counted}. {each.say('debrief.edge_how')}", TEXT))
        return each.blocks(rows, below(place, y))

    brush.fitted(page, box)


def draw_luck(brush: Brush, telling: Telling, box: pygame.Rect, share: float) -> None:
    """The decision apart from luck, the coach's mark beside it, and the question that is the lesson."""
    known = telling.account.comparison
    if known is None or known.count < min(FEWEST, known.planned):
        rows: list[tuple[str, float]] = [(brush.say("debrief.close_early"), LARGE), (telling.counted, TEXT)]
        brush.fitted(lambda each, place: each.blocks(rows, place), box)
        return
    chart = telling.numbers()
    grown_chart = Bars(chart.title, grown(chart.bars, share), chart.alt, chart.columns, chart.least, chart.most)

    def page(each: Brush, place: pygame.Rect) -> int:
        y = each.block(telling.headline, place, LARGE + 4, bold=True) + each.space(8)
        y = each.bars(grown_chart, below(place, y), TEXT + 9) + each.space(10)
        mark = f"{telling.say('debrief.role_rating')}: {telling.rating}"
        return each.blocks([(mark, TEXT + 9), (telling.closing, TEXT + 9)], below(place, y))

    brush.fitted(page, box)


def draw_jobs(brush: Brush, show: Show, box: pygame.Rect, share: float) -> None:
    """How often the aim is reached under each job; with bonuses also what was paid for."""
    ended = _ended(show, share)
    names = list(_names(show))
    if len(ended[0]) == 0:
        brush.fitted(lambda each, place: each.block(each.say("debrief.futures_none"), place, LARGE), box)
        return
    own = show.bonus()
    keys = list(show.lesson.questions["bonus"].options) if len(names) > 2 else []
    labels = [f"{name} ({brush.say('projector.your_bonus')})" if keys and keys[nth] == own else name
              for nth, name in enumerate(names)]  # fmt: skip
    marks = [_share(show, column) for column in ended]
    bars = [
        Bar(label, found, _written(brush, found), ink, mark)
        for label, found, (mark, ink) in zip(labels, marks, JOB_LOOKS, strict=False)
    ]
    title = brush.say("projector.of_hundred", aim=aim(brush, show))
    chart = Bars(title, bars, title, ("", ""), most=_most(bars))

    def page(each: Brush, place: pygame.Rect) -> int:
        y = each.bars(chart, place, TEXT + 11) + each.space(10)
        if len(names) > 2:
            y = each.bars(_goals(each, labels, ended), below(place, y), TEXT + 5) + each.space(8)
        rows: list[tuple[str, float]] = [(_difference(each, show, names, ended), TEXT + 9)]
        rows.append((counted(each, show, len(ended[0])), TEXT))
        return each.blocks(rows, below(place, y))

    brush.fitted(page, box)


def draw_dose(brush: Brush, show: Show, box: pygame.Rect, share: float) -> None:
    """The curve over how many play for the result; the class's own number is marked."""
    ended = _ended(show, share)
    guess = show.guessed()
    if len(ended[0]) == 0:
        brush.fitted(lambda each, place: each.block(each.say("debrief.futures_none"), place, LARGE), box)
        return
    mark, ink = MARKS[PUSH]
    bars = []
    for dose, column in enumerate(ended):
        found, mine = _share(show, column), dose == guess
        label = brush.say("projector.dose_guess", count=dose) if mine else str(dose)
        bars.append(Bar(label, found, _written(brush, found), ink if mine else theme.MUTED, mark if mine else "dot"))
    title = brush.say("projector.dose_title", aim=aim(brush, show))
    chart = Bars(title, bars, title, ("", ""), most=_most(bars))

    def page(each: Brush, place: pygame.Rect) -> int:
        foot = each.px(TEXT) * 4
        part = pygame.Rect(place.left, place.top, place.width, place.height - foot)
        chart.draw(each.canvas, part, pixels=each.px(0))
        rows = [(shows_from(each, show, ended), TEXT + 5), (counted(each, show, len(ended[0])), TEXT)]
        return each.blocks(rows, below(place, part.bottom), gap=2)

    brush.fitted(page, box)


def shows_from(brush: Brush, show: Show, ended: Sequence[Sequence[Ended]]) -> str:
    """From how many on the difference to nobody is clear of luck."""
    if len(ended[0]) < FEWEST:
        return brush.say("debrief.close_early")
    first = dose_curve(show.lesson, [[each.margin for each in column] for column in ended]).shows_from
    return brush.say("projector.dose_close") if first is None else brush.say("projector.dose_from", count=first)


def told_of_jobs(brush: Brush, show: Show) -> str:
    """What playing for the result adds, in a sentence."""
    return _difference(brush, show, _names(show), _ended(show, 1.0))


def aim(brush: Brush, show: Show) -> str:
    """What the team had to reach."""
    objective = show.told.aim
    return brush.say(f"debrief.aim_{objective.kind.replace('-', '_')}", goals=objective.goals)


def counted(brush: Brush, show: Show, count: int) -> str:
    """How many matches there are so far, and that their luck is the same."""
    planned = show.planned
    so_far = brush.say("debrief.futures_so_far", count=count)
    so_far = so_far if count >= planned else f"{so_far}, {brush.say('debrief.futures_of', count=planned)}"
    return f"{so_far}. {brush.say('projector.whiskers')}"


def _ended(show: Show, share: float) -> list[list[Ended]]:
    """The matches of the page so far; of the two jobs only, where those are asked for."""
    assert show.thousand is not None  # the page waits for it
    columns = show.thousand.columns(share)
    if show.do == "dose" or show.lesson.questions.get("bonus"):
        return columns
    left, right = show.columns_of_jobs()
    return [columns[left], columns[right]]


def _names(show: Show) -> list[str]:
    fixtures = show.fixtures()
    if show.lesson.questions.get("bonus"):
        return [show.say(f"lessons.q_bonus_{key}") for key in show.lesson.questions["bonus"].options]
    left, right = show.columns_of_jobs()
    made = [fixtures[left], fixtures[right]]
    return [show.say(f"lessons.job_{job}") for job, _ in zip(show.lesson.jobs, made, strict=True)]


def _share(show: Show, column: Sequence[Ended]) -> Interval:
    """How often of 100 the aim was reached."""
    found = reached(show.lesson, [each.margin for each in column])
    return Interval(*(100.0 * part for part in found))


def _goals(brush: Brush, labels: Sequence[str], ended: Sequence[Sequence[Ended]]) -> Bars:
    """Goals scored a match, with their interval."""
    bars = []
    for label, column, (mark, ink) in zip(labels, ended, JOB_LOOKS, strict=False):
        found = mean([float(each.scored) for each in column])
        bars.append(Bar(label, found, brush.number(found.value, 2), ink, mark))
    title = brush.say("projector.goals_scored")
    return Bars(title, bars, title, ("", ""), most=1.0)


def _difference(brush: Brush, show: Show, names: Sequence[str], ended: Sequence[Sequence[Ended]]) -> str:
    """What playing for the result adds to the other job, or that it is too close to call."""
    first, second = 0, len(ended) - 1
    own, options = show.bonus(), show.lesson.questions.get("bonus")
    if options and own not in (None, RESULT):
        first = options.options.index(str(own))
    columns = [[each.margin for each in ended[nth]] for nth in (second, first)]
    if len(columns[0]) < FEWEST:
        return brush.say("debrief.close_early")
    apart = two_shares(show.lesson, (names[second], names[first]), columns)
    gain, half = 100 * apart.difference.value, 50 * (apart.difference.high - apart.difference.low)
    key = "jobs_close" if apart.close else "jobs_more" if gain > 0 else "jobs_less"
    return brush.say(f"projector.{key}", points=brush.number(abs(gain), 1), half=brush.number(half, 1))


def _written(brush: Brush, found: Interval) -> str:
    """6 (4–9) of 100."""
    if not math.isfinite(found.low):
        return "–"
    low, high = max(0.0, found.low), min(100.0, found.high)
    return f"{brush.number(found.value)} ({brush.number(low)}–{brush.number(high)})"


def _most(bars: Sequence[Bar]) -> float:
    """Where the axis ends: at the next ten above the longest interval."""
    ends = [bar.interval.high for bar in bars if math.isfinite(bar.interval.high)]
    return min(100.0, 10.0 * math.ceil(max(ends, default=10.0) / 10.0))
