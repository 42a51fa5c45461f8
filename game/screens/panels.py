"""The columns beside the pitch: what happened, and what a player weighs."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.brain.explain import Thought
from game.post import Post
from game.screens import sprites, theme, thinking
from game.screens.moment import Moment
from game.screens.theme import Colour
from game.state import NOBODY, SIDE

WIDTH = 206  # units of a column
LINE = 19  # units from line to line
PAD = 9  # units round the text
SHOWN = 12  # options listed


class Column:
    """A card being written from top to bottom."""

    def __init__(self, surface: pygame.Surface, box: pygame.Rect, unit: float) -> None:
        self.surface, self.box, self.unit = surface, box, unit
        self.y = box.top + PAD * unit
        self.left, self.right = box.left + PAD * unit, box.right - PAD * unit
        theme.plate(surface, box, ink=theme.PANEL, opacity=235)

    @classmethod
    def of_lines(cls, surface: pygame.Surface, box: pygame.Rect, lines: float, *, unit: float) -> Column:
        """A card just high enough for `lines`, at most all of `box`."""
        height = min(box.height, round((lines * LINE + 2 * PAD) * unit))
        return cls(surface, pygame.Rect(box.topleft, (box.width, height)), unit)

    def full(self) -> bool:
        """Whether another line would stand outside the card."""
        return self.y + LINE * self.unit > self.box.bottom - PAD * self.unit

    def title(self, text: str) -> None:
        """A heading."""
        self.line(text, bold=True, pixels=theme.LABEL)

    def line(self, text: str, *, ink: Colour = theme.TEXT, bold: bool = False, pixels: float = 13) -> None:
        """One line of text, cut where the card ends."""
        size = pixels * self.unit
        shown = theme.fitted(text, size, self.right - self.left, bold=bold)
        theme.write(self.surface, shown, (self.left, self.y), pixels=size, ink=ink, bold=bold)
        self.y += LINE * self.unit

    def cells(self, texts: Sequence[str], stops: Sequence[float], *, ink: Colour, bold: bool = False) -> None:
        """Texts that end at `stops` (share of the width); the first begins at the left edge and yields."""
        size = theme.SMALL * self.unit
        width = self.right - self.left
        starts = self.right
        for text, stop in zip(reversed(texts[1:]), reversed(stops[1:]), strict=True):
            at = (self.left + stop * width, self.y)
            starts = theme.write(self.surface, text, at, pixels=size, ink=ink, bold=bold, anchor="topright").left
        first = theme.fitted(texts[0], size, starts - self.left - 4 * self.unit, bold=bold)
        theme.write(self.surface, first, (self.left, self.y), pixels=size, ink=ink, bold=bold)
        self.y += LINE * self.unit

    def space(self) -> None:
        """Half a line of nothing."""
        self.y += LINE * self.unit / 2


def draw_news(surface: pygame.Surface, box: pygame.Rect, moment: Moment, *, unit: float) -> None:
    """What happened, the latest first."""
    if not moment.news:
        return
    column = Column.of_lines(surface, box, 1 + len(moment.news), unit=unit)
    column.title(moment.programme.say("watch.happened"))
    for line in reversed(moment.news):
        if column.full():
            return
        if line.side != NOBODY:
            kit = moment.programme.clubs[line.side].kit
            badge = sprites.shirt(kit, -1, round(4.5 * unit))
            sprites.stamp(surface, badge, (column.left + 4 * unit, column.y + 9 * unit))
        text = f"{line.minute} {line.text}"
        left, column.left = column.left, column.left + 13 * unit
        column.line(text, ink=theme.TEXT if line.loud else theme.MUTED, pixels=theme.SMALL, bold=line.loud)
        column.left = left


def draw_mind(
    surface: pygame.Surface,
    box: pygame.Rect,
    moment: Moment,
    *,
    slot: int,
    options: Sequence[Thought],
    unit: float,
) -> None:
    """Who he is, what he plays for now, and a table of what he weighs, the chosen option first."""
    wish = moment.scene.want[slot]
    column = Column.of_lines(surface, box, 9 + min(SHOWN, len(options)), unit=unit)
    player = moment.match.players[slot]
    side = slot // SIDE
    post = Post(int(moment.setup.sheets[side].post[slot % SIDE]))
    column.title(moment.programme.who(side, int(player.man)))
    say = moment.programme.say
    told = say("watch.post_of", post=say(f"match.post_{post.name}"), club=moment.programme.clubs[side].name)
    column.line(told, ink=theme.MUTED)
    column.line(say("watch.goal_for", worth=f"{player.score:.2f}"))
    column.line(say("watch.goal_against", worth=f"{player.concede:.2f}"))
    if player.personal:
        column.line(say("watch.goal_own", worth=f"{player.personal:.2f}"))
    lungs = say("watch.lungs", legs=f"{100 * player.legs:.0f}", breath=f"{100 * player.breath:.0f}")
    column.line(lungs, ink=theme.MUTED)
    column.line(say("watch.wants", wish=thinking.word(wish, say)), ink=thinking.wish_colour(wish), bold=True)
    column.space()
    if options:
        _options(column, moment, options)


def _options(column: Column, moment: Moment, options: Sequence[Thought]) -> None:
    stops = (0.0, 0.45, 0.63, 0.8, 1.0)
    names = ("weighs", "p", "gain", "risk", "value")
    column.cells([moment.programme.say(f"watch.{name}") for name in names], stops, ink=theme.MUTED)
    for option in thinking.best_first(options)[:SHOWN]:
        if column.full():
            return
        texts = (
            thinking.option_name(option, moment),
            f"{option.p:.2f}".removeprefix("0"),
            _thousandths(option.threat),
            _thousandths(option.danger),
            _thousandths(option.value),
        )
        ink = theme.AMBER if option.chosen else theme.TEXT
        column.cells(texts, stops, ink=ink, bold=option.chosen)


def _thousandths(value: float) -> str:
    """A number below one without its leading zero, as in .042 or −.310; two decimals above one."""
    text = f"{abs(value):.3f}"
    text = text[1:] if text.startswith("0.") else f"{abs(value):.2f}"
    return f"−{text}" if value < 0 and text.strip(".0") else text
