"""What the cards beside the pitch say: facts of the moment in the person's language, and nothing about what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.dilemma.winning import outcomes
from game.match import seconds_left
from game.post import Post
from game.screens import theme
from game.screens.play.goal_rates import Rates
from game.screens.play.playing import Playing
from game.screens.play.reckoning import Reckoning
from game.screens.theme import Colour
from game.state import SIDE, Match, Setup
from game.teams.objectives import Objective

Say = Callable[..., str]
"""Words by key, as language.Language says them."""

MOODS = ((0.0, "gone"), (0.08, "faint"), (0.3, "unlikely"), (0.7, "open"), (0.92, "likely"), (1.0, "safe"))
"""Words for a share up to that; what is certain is `done`."""
DANGER_BELOW = 0.0  # s of lead the nearest rival has, from which the way back is marked


@dataclass(frozen=True)
class Row:
    """One line of a card: a shape, words, and a bar from 0 to 1."""

    text: str
    icon: str = ""
    """shield, arrow, arrow_left, triangle, up, down or none."""
    ink: Colour = theme.TEXT
    bold: bool = False
    large: bool = False
    bar: float | None = None


@dataclass(frozen=True)
class Card:
    """A few rows that belong together."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Chances:
    """Shares of winning, drawing and losing by score and time alone, home side's view."""

    win: float
    draw: float
    loss: float
    reach: float
    """Share of reaching what the scenario asks for; kicks from the mark are anybody's."""


def you(playing: Playing, say: Say, *, rating: float | None, was: float | None) -> Card:
    """Who he is, whether he pushes, his lungs and legs, and what the coach would mark him."""
    side, place = playing.slot // SIDE, playing.slot % SIDE
    player = playing.match.players[playing.slot]
    post = Post(int(playing.setup.sheets[side].post[place])).name
    pushing = playing.pushing
    rows = [
        Row(playing.programme.who(side, int(player.man)), bold=True),
        Row(say(f"match.post_{post}"), ink=theme.MUTED),
        Row(
            say("match.pushing" if pushing else "match.staying"),
            icon=("arrow" if playing.attacks > 0 else "arrow_left") if pushing else "shield",
            ink=theme.AMBER if pushing else theme.SKY,
            bold=True,
            large=True,
        ),
        Row(say("match.breath", share=_percent(player.breath)), bar=float(player.breath)),
        Row(say("match.legs", share=_percent(player.legs)), bar=float(player.legs)),
    ]
    if rating is not None:
        icon = "" if was is None or abs(rating - was) < 0.05 else "up" if rating > was else "down"
        rows.append(Row(say("match.rating", mark=f"{rating:.1f}"), icon=icon))
    return Card("you", tuple(rows))


def behind(told: Reckoning, say: Say) -> Card:
    """Men behind him, and the two ways to his box in seconds."""
    late = told.rival < told.back + DANGER_BELOW
    spare = told.mates_behind - told.rivals_behind
    word = "match.spare_man" if spare > 0 else "match.no_spare_man" if spare == 0 else "match.outnumbered"
    if told.rivals_behind == 0:
        word = "match.nobody_behind"
    return Card(
        "behind",
        (
            Row(say("match.behind"), ink=theme.MUTED),
            Row(f"{told.mates_behind} v {told.rivals_behind}", bold=True, large=True),
            Row(say(word), icon="triangle" if spare < 0 else "", ink=theme.TEXT),
            Row(say("match.you_back", seconds=f"{told.back:.1f}"), icon="triangle" if late else "", bold=late),
            Row(say("match.rival_there", seconds=f"{told.rival:.1f}")),
        ),
    )


def chances(match: Match, setup: Setup, rates: Rates, aim: Objective) -> Chances:
    """How such a score with so much time left usually ends at `rates`; the first leg counts."""
    lead = int(match.teams[0].goals - match.teams[1].goals)
    margin = lead + int(setup.competition.first_leg)
    if match.clock.over:
        return Chances(float(margin > 0), float(margin == 0), float(margin < 0), float(aim.reached(match)))

    def ends(margin: int) -> list[float]:
        left = float(seconds_left(match, setup)) / 60.0
        found = outcomes(margin, left, own_rate=rates.own, opponent_rate=rates.rivals)
        return [float(np.asarray(share)) for share in found]

    win, draw, loss = ends(margin)
    if aim.kind == "through":
        return Chances(win, draw, loss, win + draw / 2)
    return Chances(win, draw, loss, sum(ends(lead - aim.margin)[:2]))


def mood(chances: Chances, need: str, say: Say, *, numbers: bool) -> str:
    """What is needed, and in a word or a number how such a match usually ends."""
    if numbers:
        return say("match.mood_share", need=need, share=_percent(chances.reach))
    word = "done" if chances.reach == 1.0 else next(name for most, name in MOODS if chances.reach <= most)
    return say("match.mood", need=need, word=say(f"match.mood_{word}"))


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"
