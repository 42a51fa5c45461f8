"""The pages of a firm's lesson: the departments' reports beside the firm's, the counter, the recession, the summary."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame

from game.intervals import Interval
from game.lessons import firm_shown
from game.lessons.firm_shown import Day, OfficeYear
from game.screens import theme
from game.screens.charts import Bar, Bars
from game.screens.firm.telling import Telling
from game.screens.projector import reveal, summary
from game.screens.projector.brush import LARGE, TEXT, Brush, Page, below, grown
from game.screens.projector.firm_show import ROUNDS, FirmShow

DRAWN = ("brief", "offices", "counter", "answers", "recession")
LOOKS = {"own": ("square", theme.SKY), "firm": ("arrow", theme.AMBER)}  # of a round's bars
REST = ("dot", theme.MUTED)


def draw_firm(brush: Brush, show: FirmShow, box: pygame.Rect, share: float) -> None:
    """The page of the act the room is in, its bars `share` (0 to 1) grown."""
    if show.do == "pairs":
        reveal.draw_before_after(brush, reveal.pairs_of(show.asked), box, share)
    elif show.do == "summary":
        rows = [(brush.say("projector.summary"), LARGE), *((line, TEXT + 7) for line in lines(brush, show))]
        brush.fitted(lambda each, place: each.blocks(rows, place), box)
    elif show.do == "brief":
        brush.fitted(_brief(show), box)
    elif show.do == "offices":
        brush.fitted(_offices(show, share), box)
    elif show.do == "recession":
        brush.fitted(_recession(show, share), box)
    else:
        brush.fitted(_counter(show, share), box)


def lines(brush: Brush, show: FirmShow) -> list[str]:
    """What the class did, round by round, and what it says now."""
    telling = _telling(brush, show)
    made = []
    for paid in ROUNDS:
        if show.told.people:
            day = _day(show, paid)
            expected = None if day is None else day.expected
        else:
            year = _year(show, paid)
            expected = None if year is None else year.usual.value
        if expected is not None:
            name = brush.say(f"lessons.step_round_{paid}_title")
            made.append(brush.say("firm.class_sum", round=name, money=telling.money(expected)))
    return [*made, *summary.changes(brush, show.asked), brush.say("projector.take_home")]


def _brief(show: FirmShow) -> Page:
    """What one is paid for, a line a thing."""

    def page(brush: Brush, box: pygame.Rect) -> int:
        title = brush.say(f"lessons.step_round_{show.paid}_title")
        said = brush.say(f"lessons.{show.told.name}_brief_{show.paid}").split("\n")
        return brush.blocks([(title, LARGE), *((line, TEXT + 11) for line in said)], box, gap=16)

    return page


# — two offices —


def _offices(show: FirmShow, share: float) -> Page:
    """What each department decided and reports, and what the firm earns."""

    def page(brush: Brush, box: pygame.Rect) -> int:
        year = _year(show, show.paid)
        y = brush.block(brush.say(f"lessons.step_round_{show.paid}_title"), box, TEXT + 9, bold=True)
        if year is None:
            return brush.block(brush.say("firm.class_undecided"), below(box, y), LARGE)
        telling = _telling(brush, show)
        y = _reports(brush, show, year, below(box, y + brush.space(6)))
        said = brush.say("firm.class_earned", money=telling.money(year.earned))
        y = brush.block(said, below(box, y + brush.space(10)), LARGE, bold=True)
        guess = show.middle("own-earns") if show.paid == "own" else None
        if guess is not None:
            said = brush.say("firm.class_guess", median=telling.euros(1000 * guess))
            y = brush.block(said, below(box, y), TEXT + 3, ink=theme.MUTED)
        return brush.bars(_usual(brush, show, share), below(box, y + brush.space(10)), TEXT + 9)

    return page


def _reports(brush: Brush, show: FirmShow, year: OfficeYear, box: pygame.Rect) -> int:
    """The departments' reports beside each other: who, what it decided, its own number and what else it had been."""
    telling, chosen = _telling(brush, show), show.departments(show.paid)
    width, ends = box.width // len(chosen), []
    for nth, (name, number) in enumerate(year.own.items()):
        place = pygame.Rect(box.left + nth * width, box.top, width - brush.space(20), box.height)
        (other,) = (each for each in firm_shown.PLAYS if each != chosen[nth])
        otherwise = firm_shown.office_year(show.told, [*chosen[:nth], other, *chosen[nth + 1 :]])
        decided = brush.say(f"lessons.q_{name}_{chosen[nth]}")
        did = brush.say("firm.class_did", who=brush.say(f"firm.{name}"), did=decided)
        y = brush.block(did, place, TEXT + 3)
        y = brush.block(telling.own(name, number), below(place, y), TEXT + 13, bold=True)
        said = brush.say("firm.class_otherwise", number=telling.own(name, otherwise.own[name]))
        ends.append(brush.block(said, below(place, y), TEXT + 3, ink=theme.MUTED))
    return max(ends)


def _usual(brush: Brush, show: FirmShow, share: float) -> Bars:
    """The firm's mean year under either round's decisions, and when all serve it."""
    telling = _telling(brush, show)
    rounds = [(paid, _year(show, paid)) for paid in ROUNDS[: ROUNDS.index(show.paid) + 1]]
    bars = [
        Bar(brush.say(f"firm.class_round_{paid}"), year.usual, telling.money(year.usual.value), ink, mark)
        for paid, year in rounds
        if year is not None
        for mark, ink in [LOOKS[paid]]
    ]
    whole = firm_shown.office_year(show.told, ["whole"] * 2).usual
    bars.append(Bar(brush.say("firm.all_for_firm"), whole, telling.money(whole.value), REST[1], REST[0]))
    return _bars(brush, brush.say("firm.mean_of", count=firm_shown.MANY), bars, share)


def _year(show: FirmShow, paid: str) -> OfficeYear | None:
    chosen = show.departments(paid)
    return firm_shown.office_year(show.told, chosen) if chosen else None


# — the counter —


def _counter(show: FirmShow, share: float) -> Page:
    """Person by person what was answered, and once all twelve were, what became of them."""

    def page(brush: Brush, box: pygame.Rect) -> int:
        day = _day(show, show.paid) if show.do == "counter" else None
        y = brush.block(brush.say(f"lessons.step_round_{show.paid}_title"), box, TEXT + 5, bold=True)
        y = _people(brush, show, below(box, y + brush.space(6)), fates=day is not None)
        if day is None:
            return y
        telling = _telling(brush, show)
        number = telling.own("credit", -day.bad_debt)
        said = brush.say("firm.counter_report", number=number, money=telling.money(day.earned))
        y = brush.block(said, below(box, y + brush.space(6)), TEXT + 9, bold=True)
        return brush.bars(_expected(brush, show, share), below(box, y + brush.space(6)), TEXT + 3)

    return page


def _people(brush: Brush, show: FirmShow, box: pygame.Rect, *, fates: bool) -> int:
    """Those answered so far, in two columns; the y below."""
    counter = firm_shown.todays(show.told)
    scores, votes = firm_shown.score_of(counter), show.counter(show.paid)
    half, ends = (len(votes) + 1) // 2, [box.top]
    for nth, (no, yes) in enumerate(votes):
        column, row = divmod(nth, max(1, half))
        asked = brush.say("firm.applicant", number=nth + 1, score=scores[nth])
        answer = brush.say("firm.accept" if yes > no else "firm.refuse")
        fate = brush.say("firm.class_votes", yes=yes, no=no)
        if fates:
            fate = brush.say("firm.defaulted" if counter.fails[nth] else "firm.repaid")
        width = box.width // 2
        top = ends[0] if row == 0 else ends[-1]
        place = pygame.Rect(box.left + column * width, top, width - brush.space(12), box.height)
        said = brush.say("firm.fate", asked=asked, answer=answer, fate=fate)
        ends.append(brush.block(said, place, TEXT + 5, ink=theme.TEXT if yes > no else theme.MUTED))
    return max(ends)


def _expected(brush: Brush, show: FirmShow, share: float) -> Bars:
    """What either round's answers can be expected to earn, and the best ones."""
    telling = _telling(brush, show)
    bars = []
    for paid in ROUNDS[: ROUNDS.index(show.paid) + 1]:
        day = _day(show, paid)
        if day is not None:
            mark, ink = LOOKS[paid]
            bars.append(_bar(telling, brush.say(f"firm.class_round_{paid}"), day.expected, ink, mark))
    counter = firm_shown.todays(show.told)
    best = counter.expected(list(counter.worth_it))
    bars.append(_bar(telling, brush.say("firm.counter_firm"), best, REST[1], REST[0]))
    return _bars(brush, brush.say("firm.counter_expected"), bars, share)


def _recession(show: FirmShow, share: float) -> Page:
    """The old bonus, in usual times and in the recession, beside somebody who looks again."""

    def page(brush: Brush, box: pygame.Rect) -> int:
        telling, told = _telling(brush, show), show.told
        usual, worse = firm_shown.todays(told), firm_shown.in_recession(told)
        rule, again = firm_shown.under_rule(told), list(worse.worth_it)
        y = brush.block(brush.say("lessons.step_recession_title"), box, LARGE, bold=True)
        y = brush.block(brush.say("firm.class_rule", score=firm_shown.rule_of(told)), below(box, y), TEXT + 5)
        for key, accepted in (("firm.class_old_bonus", rule), ("firm.class_looks_again", again)):
            day = firm_shown.day(worse, accepted)
            said = brush.say("firm.counter_report", number=telling.own("credit", -day.bad_debt),
                             money=telling.money(day.earned))  # fmt: skip
            said = brush.say(f"{key}_did", count=sum(accepted), report=said)
            y = brush.block(said, below(box, y + brush.space(6)), TEXT + 7)
        bars = [
            _bar(telling, brush.say("firm.class_before"), firm_shown.day(usual, rule).expected, *REST[::-1]),
            _bar(telling, brush.say("firm.class_old_bonus"), firm_shown.day(worse, rule).expected, theme.SKY, "square"),
            _bar(telling, brush.say("firm.class_looks_again"), firm_shown.day(worse, again).expected,
                 theme.AMBER, "arrow"),
        ]  # fmt: skip
        chart = _bars(brush, brush.say("firm.counter_expected"), bars, share)
        return brush.bars(chart, below(box, y + brush.space(10)), TEXT + 7)

    return page


def _day(show: FirmShow, paid: str) -> Day | None:
    accepted = show.accepted(paid)
    return firm_shown.day(firm_shown.todays(show.told), accepted) if len(accepted) == show.told.people else None


# — both —


def _bar(telling: Telling, label: str, value: float, ink: theme.Colour, mark: str) -> Bar:
    return Bar(label, Interval(value, math.nan, math.nan), telling.money(value), ink, mark)


def _bars(brush: Brush, title: str, bars: Sequence[Bar], share: float) -> Bars:
    alt = " ".join([f"{title}.", *(f"{bar.label}: {bar.written}." for bar in bars)])
    return Bars(title, grown(bars, share), alt, (brush.say("firm.pay"), brush.say("firm.earned")))


def _telling(brush: Brush, show: FirmShow) -> Telling:
    return Telling(brush.say, firm_shown.firm_of(show.told))
