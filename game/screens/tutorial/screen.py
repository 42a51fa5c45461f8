"""The tutorial's page: a match under way, one card over it, and at the end five minutes for real."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.fixture import Fixture
from game.screens import theme
from game.screens.loop import Pace
from game.screens.play.actions import STEERING, Action, cap
from game.screens.play.controls import Controls
from game.screens.play.dressing import dress
from game.screens.play.paper import Paper
from game.screens.play.playing import Playing
from game.screens.play.screen import PlayScreen
from game.screens.sound.ear import Ear
from game.screens.stage import Screen, Stage
from game.screens.tutorial.course import CARDS, ENDS_IN, Course
from game.screens.tutorial.scenery import Scenery
from game.screens.tutorial.sheet import ARROWS, GAP, Sheet, draw_sheet, room_for

FIRST = 3  # seed of the match it ends in

Then = Callable[[Stage], None]
"""Where it leads; called once."""


def for_real(stage: Stage) -> None:
    """The match that follows the cards, one like any other and begun at once, in the tutorial's place."""
    stage.saves.add_to_history({"scenario": ENDS_IN})
    following = PlayScreen(Playing(Fixture(ENDS_IN), seed=FIRST), begun=True, at_once=True)
    if len(stage.pages) > 1:
        stage.back()
        stage.push(following)
    else:
        stage.go(following)


class TutorialScreen(Screen):
    """Six cards; Escape skips them. `done` is called at the end, `skipped` (or it) when somebody has seen enough."""

    fps = 60

    def __init__(self, done: Then = for_real, *, skipped: Then | None = None) -> None:
        self.done, self.skipped = done, skipped or done
        self.course = Course()
        self.pace = Pace()
        self.written: list[tuple[str, pygame.Rect]] = []
        self.card_box = pygame.Rect(0, 0, 0, 0)
        self._left = False

    @property
    def alt(self) -> str:
        """What a screen reader would say of it."""
        sheet = self._sheet()
        return f"{sheet.step}. {sheet.text} {sheet.cap}: {sheet.do}. {sheet.skip_cap}: {sheet.skip}."

    def enter(self, stage: Stage) -> None:
        """Begin, or go on where it was left."""
        super().enter(stage)
        settings = stage.settings
        self.controls = Controls(settings.keys, toggle=settings.push_toggle)
        dress(self.course.playing, settings.kits, stage.say)
        self.scenery = Scenery(self.course.playing, stage.say, still=settings.reduce_motion)
        self.ear = Ear(stage.voice)
        self.pace.forget()

    def leave(self) -> None:
        """Hold nothing, and leave no crowd behind."""
        self.controls.release()
        self.stage.voice.hush()

    def take(self, event: pygame.event.Event) -> None:
        """A key of the match, or Escape to skip."""
        begun = self.controls.take(event)
        if begun is Action.PAUSE or _is_back(event):
            self._finish(self.skipped)

    def frame(self, seconds: float) -> bool:
        """Play what is due."""
        for _ in range(self.pace.due(seconds)):
            asked = self.controls.asked(self._here(), None, has_ball=False)
            self.course.tick(asked, looking=self.controls.holds(Action.LOOK))
            self.ear.hear(self.course.playing.match, self.course.playing.live.notes)
            if self.course.over:
                self._finish(self.done)
                break
        return True

    def draw(self, canvas: pygame.Surface) -> None:
        """The match, and the card over it."""
        paper = Paper(canvas, theme.unit(canvas.get_size()) * self.stage.settings.text / 100)
        sheet = self._sheet()
        self.card_box = room_for(paper, sheet)
        canvas.fill(theme.INK)
        pitch = pygame.Rect(0, 0, canvas.get_width(), self.card_box.top - paper.px(GAP))
        looking = self.controls.holds(Action.LOOK)
        share, marked = self.pace.share(), CARDS[min(self.course.step, len(CARDS) - 1)].name
        self.scenery.draw(paper, pitch, self.course.told, share=share, behind=looking, marked=marked)
        self._captions(paper, pitch)
        draw_sheet(paper, sheet, self.card_box)
        self.written = paper.written

    def _captions(self, paper: Paper, pitch: pygame.Rect) -> None:
        """What is heard, at the foot of the pitch."""
        heard = list(self.stage.voice.captions) if self.stage.settings.captions else []
        y = pitch.bottom - paper.px(GAP)
        for key in reversed(heard):
            at = (pitch.centerx, y)
            y = paper.plate(self.stage.say(key), at, units=theme.LABEL, anchor="midbottom").top - paper.px(3)

    def _sheet(self) -> Sheet:
        """The card that is up, in words; the last one when all are done."""
        say, settings = self.stage.say, self.stage.settings
        step = min(self.course.step, len(CARDS) - 1)
        card = CARDS[step]
        device = self.controls.device
        keys = cap(Action(card.action), device, settings.keys)
        return Sheet(
            step=say("tutorial.step", nth=step + 1, total=len(CARDS)),
            text=say(f"tutorial.{card.name}"),
            cap=self._run_cap(device) if card.action == Action.UP.value else keys,
            do=say(f"tutorial.{card.name}_do"),
            skip_cap=cap(Action.PAUSE, device, settings.keys) if device == "pad" else "ESC",
            skip=say("tutorial.skip"),
        )

    def _run_cap(self, device: str) -> str:
        """What one runs with: the arrows, other keys where they were remapped, or the stick."""
        if device == "pad":
            return self.stage.say("tutorial.stick")
        remapped = self.stage.settings.keys
        if not any(way.value in remapped for way in STEERING):
            return ARROWS
        return " ".join(cap(way, "keys", remapped) for way in STEERING)

    def _here(self) -> tuple[float, float]:
        player = self.course.playing.match.players[self.course.playing.slot]
        return float(player.x), float(player.y)

    def _finish(self, then: Then) -> None:
        """Remember that it was seen, and go where it leads, once."""
        if self._left:
            return
        self._left = True
        settings = self.stage.settings
        if not settings.seen_tutorial:
            settings.seen_tutorial = True
            self.stage.keep_settings()
        then(self.stage)


def _is_back(event: pygame.event.Event) -> bool:
    """Escape, however the keys are mapped."""
    return bool(event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE)
