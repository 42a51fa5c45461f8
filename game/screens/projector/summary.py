"""The class summary: what the class said beside what was found, round by round, and the two marks of the match."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.screens.debrief.thinking import PUSH, STAY
from game.screens.projector import futures
from game.screens.projector.brush import LARGE, TEXT, Brush
from game.screens.projector.reveal import Question, middle_of, pairs_of, total
from game.screens.projector.show import Show


def draw_summary(brush: Brush, show: Show, box: pygame.Rect) -> None:
    """A line a round, then the coach's mark beside the result, then before and after."""
    rows: list[tuple[str, float]] = [(brush.say("projector.summary"), LARGE)]
    rows += [(line, TEXT + 7) for line in lines(brush, show)]
    rows.append((brush.say("projector.take_home"), TEXT))
    brush.fitted(lambda each, place: each.blocks(rows, place), box)


def lines(brush: Brush, show: Show) -> list[str]:
    """What there is to say of this lesson."""
    return [*_rounds(brush, show), *_match(brush, show), *_thousand(brush, show), *changes(brush, show.asked)]


def changes(brush: Brush, asked: Sequence[Question]) -> list[str]:
    """A line for each question answered before and after."""
    made = []
    for before, after in pairs_of(asked):
        if after["kind"] == "choice":
            made.append(_changed(brush, before, after))
        elif before["class"]["median"] is not None and after["class"]["median"] is not None:
            middles = [middle_of(brush, each) for each in (before, after)]
            question = brush.words(after["text"])
            made.append(brush.say("projector.sum_middle", question=question, before=middles[0], after=middles[1]))
    return made


def _changed(brush: Brush, before: Question, after: Question) -> str:
    """The answer that gained most, before and after."""
    shares = [[count / max(1, total(each)) for count in each["class"]["counts"]] for each in (before, after)]
    gains = [late - early for early, late in zip(*shares, strict=True)]
    best = gains.index(max(gains))
    if gains[best] <= 0.0:
        return brush.say("projector.sum_same")
    early, late = (brush.number(100.0 * each[best]) for each in shares)
    answer = brush.words(after["options"][best]["text"])
    return brush.say("projector.sum_changed", answer=answer, before=early, after=late)


def _rounds(brush: Brush, show: Show) -> list[str]:
    """Every vote in the match: what the room chose, and what a thousand matches say."""
    made = []
    choices = show.choices()
    for nth, went in enumerate(choices):
        telling = show.telling(nth)
        if telling is None:
            continue
        chose = brush.say(f"projector.sum_{PUSH if went else STAY}")
        known = telling.account.comparison
        key = telling.account.quality if known is not None and known.count >= futures.FEWEST else "early"
        found = brush.say(f"projector.sum_{key}", edge=telling.interval(telling.account.decision))
        made.append(f"{telling.clock}: {chose} {found}")
    predicted, last = show.predicted(), show.telling()
    known = last.account.comparison if last is not None else None
    if predicted is not None and last is not None and known is not None and known.count >= futures.FEWEST:
        asked = STAY if "stays-win" in show.lesson.questions else PUSH
        share = brush.number(last.account.ends(asked).reached.value)
        made.append(brush.say("projector.sum_predicted", count=brush.number(predicted), share=share))
    return made


def _match(brush: Brush, show: Show) -> list[str]:
    """How the match ended for the team, and what the coach thought of his defender."""
    if show.story is None:
        return []
    story = show.story
    home, away = story.played.outcome.goals
    key = "sum_reached" if story.played.outcome.reached else "sum_missed"
    mark = brush.number(story.ratings[-1], 1)
    return [brush.say(f"projector.{key}", score=f"{home}–{away}", mark=mark)]


def _thousand(brush: Brush, show: Show) -> list[str]:
    """What the thousand matches of jobs or doses came to."""
    if show.thousand is None or show.thousand.count < futures.FEWEST:
        return []
    if any(act.do == "dose" for act in show.acts):
        guess = show.guessed()
        said = brush.say("projector.sum_guess", count=guess) if guess is not None else ""
        return [f"{said} {futures.shows_from(brush, show, show.thousand.columns())}".strip()]
    if any(act.do == "thousand" for act in show.acts):
        return [futures.told_of_jobs(brush, show)]
    return []
