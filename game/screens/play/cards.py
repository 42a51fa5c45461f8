"""What the cards over the match say: before kick-off, paused, all keys, and after the whistle."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.post import Post
from game.screens import theme
from game.screens.play.facts import Say
from game.screens.play.menu import Choice, Menu, Words
from game.screens.play.outcome import Outcome
from game.screens.play.played import Decision
from game.screens.play.playing import Playing
from game.state import SIDE

Act = Callable[[], None]
Keys = Sequence[tuple[str, str]]


def title_of(playing: Playing, say: Say) -> str:
    """The scenario's name in the person's language, or as its file has it."""
    return _said(say, f"scenarios.{playing.told.name}", playing.told.title)


def stakes_of(playing: Playing, say: Say) -> str:
    """One sentence: what is at stake."""
    return _said(say, f"scenarios.{playing.told.name}_stakes", playing.told.stakes)


def need_of(playing: Playing, say: Say) -> str:
    """What must be reached."""
    aim = playing.told.aim
    return say(aim.key, goals=aim.goals)


def before(
    playing: Playing, say: Say, *, keys: Keys, code: str, start: Act, back: Act, turn: Callable[[int], None]
) -> Menu:
    """What it is about, who you are, how you play, and Enter."""
    player = playing.match.players[playing.slot]
    side = playing.slot // SIDE
    number = playing.programme.clubs[side].numbers[int(player.man)]
    post = say(f"match.post_{Post(int(playing.setup.sheets[side].post[playing.slot % SIDE])).name}")
    lines = [
        Words(title_of(playing, say), units=26, bold=True),
        Words(stakes_of(playing, say), units=theme.BODY),
        Words(need_of(playing, say), units=theme.BODY, ink=theme.AMBER, bold=True),
        Words(say("match.before_you", number=number, post=post), units=theme.BODY, bold=True),
        Words(say("match.before_brain"), units=theme.BODY, ink=theme.MUTED),
    ]
    if code:
        lines.append(Words(say("match.after_code", code=code), units=theme.SMALL, ink=theme.MUTED))
    choices = (
        Choice(say("match.before_start"), start),
        Choice(f"{say('match.before_who')}: {number} · {post}", lambda: turn(1), turn),
        Choice(say("match.before_back"), back),
    )
    return Menu(lines, choices, keys)


def paused(say: Say, *, on: Act, keys: Act, again: Act, settings: Act | None, leave: Act) -> Menu:
    """The match stands still."""
    choices = [Choice(say("match.pause_on"), on), Choice(say("match.pause_keys"), keys)]
    choices.append(Choice(say("match.pause_again"), again))
    if settings is not None:
        choices.append(Choice(say("match.pause_settings"), settings))
    choices.append(Choice(say("match.pause_leave"), leave))
    lines = [Words(say("match.pause_title"), units=26, bold=True), Words(say("match.pause_kept"), ink=theme.MUTED)]
    return Menu(lines, choices)


def all_keys(say: Say, *, keys: Keys, back: Act) -> Menu:
    """The page of keys."""
    lines = [Words(say("match.keys_title"), units=26, bold=True), Words(say("match.ghosts"), units=theme.LABEL)]
    return Menu(lines, [Choice(say("match.before_back"), back)], keys)


def after(
    outcome: Outcome,
    decisions: Sequence[Decision],
    say: Say,
    *,
    score: str,
    code: str,
    debrief: Act | None,
    again: Act,
    leave: Act,
) -> Menu:
    """Full time: the result against what was needed, and what you did; whether it was right comes next."""
    went = sum(decision.option == "push" for decision in decisions)
    lines = [
        Words(f"{say(f'match.after_{outcome.word}')}  {score}", units=28, bold=True),
        Words(
            say("match.after_reached" if outcome.reached else "match.after_missed"),
            ink=theme.SKY if outcome.reached else theme.AMBER,
            bold=True,
        ),
        Words(say("match.after_went", count=went) if went else say("match.after_stayed")),
    ]
    if code:
        lines.append(Words(say("match.after_code", code=code), units=theme.SMALL, ink=theme.MUTED))
    choices = [] if debrief is None else [Choice(say("match.after_debrief"), debrief)]
    choices += [Choice(say("match.after_again"), again), Choice(say("match.after_leave"), leave)]
    return Menu(lines, choices)


def _said(say: Say, key: str, otherwise: str) -> str:
    """Words by key, or what a scenario of one's own says in its file."""
    try:
        return say(key)
    except KeyError:
        return otherwise
