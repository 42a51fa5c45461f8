"""The debrief in four beats, each one key: predict, what happened, a thousand futures, decision against luck."""

from __future__ import annotations

import time

import pygame

from game.screens import theme
from game.screens.debrief.desk import Desk
from game.screens.debrief.seen_again import SeenAgain, here
from game.screens.debrief.telling import Telling
from game.screens.debrief.thinking import Thinking
from game.screens.debrief.told import Charted, Told
from game.screens.play.played import Played
from game.screens.preview import Still
from game.screens.widgets import Button, Choice, Column, Grid, Panel, Row, Widget, Words, note
from game.state import TICKS_PER_SECOND

NAMES = ("predict_title", "line_title", "futures_title", "numbers_title")
BEATS = len(NAMES)
FILL = 3.0  # s the arrays take to fill in, however many futures are known already
REFRESH = 0.2  # s between two looks at the futures
SCRUB = 5 * TICKS_PER_SECOND
ANSWERS = ("yes", "no", "cannot_tell")
USUAL_SURE, SURE = 3, 5
BIG, LARGE, FIGURE = 23, 19, 44  # units of text
STILL = 560  # units, width of the picture of the moment
ARRAYS = 285  # units the thousand matches are high


class DebriefScreen(Told):
    """What comes after the whistle; then the question again, and what now."""

    def __init__(self, played: Played, thinking: Thinking | None = None) -> None:
        self.desk = Desk(played, thinking)
        self.beat = 1
        self.said, self.sure = "", USUAL_SURE
        self.cursor = -1  # tick the line is read at
        self._chart = Charted((), high=0)
        self._told: Telling | None = None
        self._shown = -1.0
        self._next_look = self._begun = 0.0

    @property
    def heading(self) -> str:
        """Which beat this is."""
        number = self.say("debrief.beat", number=self.beat, count=BEATS)
        return f"{number}  ·  {self.say(f'debrief.{NAMES[self.beat - 1]}')}"

    def renew(self) -> None:
        """With what is known now."""
        self._told = self.desk.telling(self.say) if self.desk.ready else None
        super().renew()

    def build(self) -> Widget:
        """What the beat tells."""
        if self._told is None:
            return note(self.say("debrief.wait"))
        tell = {1: self._predict, 2: self._line, 3: self._futures, 4: self._numbers}
        return Column(tell[self.beat](self._told), gap=12)

    def choices(self) -> Widget:
        """Answers in the first beat; on, in the others."""
        if self._told is None:
            return Row([])
        if self.beat == 1:
            return self._answers()
        on = Button(self.say("debrief.next"), self._on, main=True, name="on")
        if self.beat == 2:
            return Row([on, Button(self.say("debrief.watch_here"), self._watch, name="watch")])
        return Row([on])

    def frame(self, seconds: float) -> bool:
        """Look at the futures now and then."""
        if self._told is None:
            if self.desk.ready:
                self.begin()
            return False
        now = time.monotonic()
        if self.beat >= BEATS - 1 and now >= self._next_look:
            self._next_look = now + REFRESH
            showing = self._filled() * self.desk.count()
            if showing != self._shown:
                self._shown = showing
                self.renew()
        return False

    def take(self, event: pygame.event.Event) -> None:
        """The line can be dragged along; left and right move on it too."""
        if self._told is None or (self.beat == 2 and self._scrubbed(event)):
            return
        super().take(event)

    def go_back(self) -> None:
        """A beat back; from the first nowhere: a match is not left by mistake."""
        if self.beat > 1:
            self._go(self.beat - 1)

    def _go(self, beat: int) -> None:
        self.beat = beat
        self._begun = time.monotonic()
        self.begin()

    def _on(self) -> None:
        """The next beat, or what comes after the last."""
        if self.beat < BEATS:
            self._go(self.beat + 1)
        else:
            from game.screens.debrief.now import after_debrief

            after_debrief(self.stage, self.desk)

    def _answer(self, said: str) -> None:
        self.said = said
        self._on()

    def _answers(self) -> Widget:
        words = [self.say(f"debrief.{each}") for each in ANSWERS]
        buttons = [
            Button(word, lambda said=said: self._answer(said), on=said == self.said, name=said)  # type: ignore[misc]
            for said, word in zip(ANSWERS, words, strict=True)
        ]
        levels = [(level, self.say(f"debrief.sure_{level}")) for level in range(1, SURE + 1)]
        sure = Choice(self.say("debrief.how_sure"), levels, self.sure, self._be_sure, name="sure")
        return Column([Row(buttons), sure])

    def _be_sure(self, level: int) -> None:
        self.sure = level

    def _predict(self, told: Telling) -> list[Widget]:
        played, choice = self.desk.played, told.account.choice
        text = self.say("debrief.moment_alt", clock=told.clock)
        return [
            Words(told.asked, size=BIG, bold=True),
            Words(self.say("debrief.predict_question"), size=LARGE),
            Still(choice.page, played.slot, pair=self.stage.settings.kits, text=text, wide=STILL),
        ]

    def _line(self, told: Telling) -> list[Widget]:
        if self.cursor < 0:
            self.cursor = told.account.choice.tick
        self._chart = Charted([told.line(self.cursor)], high=370, lines=9)
        return [
            self._chart,
            Words(f"{told.at(self.cursor)}  ·  {self.say('debrief.scrub')}", ink=theme.MUTED),
            Words(told.window_note),
        ]

    def _futures(self, told: Telling) -> list[Widget]:
        choice = told.account.choice
        about = self.say("debrief.futures_about", clock=told.clock, goals=told.goals(choice.tick))
        share = self._filled()
        arrays = [array.part(share) for array in told.arrays()]
        parts: list[Widget] = [Words(about), Charted(arrays, high=ARRAYS, lines=7), note(told.counted)]
        if share >= 1.0 and told.account.comparison is not None:
            parts += [Words(told.against, size=LARGE, bold=True), Words(told.edge, size=LARGE)]
            parts.append(note(self.say("debrief.edge_how")))
        return parts

    def _numbers(self, told: Telling) -> list[Widget]:
        parts: list[Widget] = [
            Words(told.headline, size=BIG + 4, bold=True),
            Charted([told.numbers()], high=110, lines=5.2),
            Grid([Panel(_figure(*each), pad=18) for each in told.two_numbers], cell=330, most=2, gap=16),
        ]
        if self.said:
            parts.append(note(told.judged(self.said)))
        return [*parts, Words(told.closing, size=LARGE, bold=True)]

    def _filled(self) -> float:
        """Share of the known futures shown: they fill in over some seconds."""
        if self.stage.settings.reduce_motion or self.beat != 3:
            return 1.0
        return min(1.0, (time.monotonic() - self._begun) / FILL)

    def _watch(self) -> None:
        self.stage.push(SeenAgain(self.desk.played, [here(self.cursor)], speed=1.0))

    def _scrubbed(self, event: pygame.event.Event) -> bool:
        """Move along the line; whether the event was meant for it."""
        if event.type == pygame.KEYDOWN and event.key in (pygame.K_LEFT, pygame.K_RIGHT):
            self._cursor_to(self.cursor + (SCRUB if event.key == pygame.K_RIGHT else -SCRUB))
            return True
        dragged = event.type == pygame.MOUSEMOTION and event.buttons[0]
        pressed = event.type == pygame.MOUSEBUTTONDOWN and event.button == 1
        spot = self._spot(event)
        if not (dragged or pressed) or spot is None or self._told is None or not self._chart.boxes:
            return False
        box = self._chart.boxes[0]
        if not box.collidepoint(spot):
            return False
        pixels = self.stage.look().text(theme.LABEL)
        minute = self._told.line().x_at(box, spot[0], pixels=pixels)
        self._cursor_to(self._told.story.ticks[0] + round(minute * 60 * TICKS_PER_SECOND))
        return True

    def _cursor_to(self, tick: int) -> None:
        if self._told is not None:
            ticks = self._told.story.ticks
            self.cursor = max(ticks[0], min(ticks[-1], tick))
            self.renew()


def _figure(name: str, figure: str, about: str) -> Widget:
    """One number large enough to be remembered, its name above and a word on it below."""
    return Column([Words(name, ink=theme.MUTED), Words(figure, size=FIGURE, bold=True), note(about)], gap=4)
