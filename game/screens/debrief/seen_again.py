"""Moments of a run seen again in slow motion, from four seconds before, with what a player was thinking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pygame

from game.brain.explain import Thought, explain
from game.screens import clock_face, picture, theme
from game.screens.camera import ZOOMS
from game.screens.debrief.again import Again
from game.screens.debrief.story import LEAD_IN, Story
from game.screens.loop import SPEEDS, Pace
from game.screens.moment import Look, Moment
from game.screens.page import BACK
from game.screens.play.dressing import dressed
from game.screens.play.played import Played
from game.screens.programme import told_in
from game.screens.stage import Screen, Stage
from game.screens.widgets.lines import line_height, lines
from game.state import NOBODY, SLOTS, TICKS_PER_SECOND

SLOW = 0.5  # times true time a moment begins at
AFTER = 5 * TICKS_PER_SECOND  # ticks shown beyond a moment
WORKING = 4  # ticks a frame at most beside the drawing
STILL = 20  # pictures a second while nothing moves


@dataclass(frozen=True)
class Cue:
    """Where to begin, what happens, and how far to go on (None: to the end of the run)."""

    tick: int
    what: str
    until: int | None = None


def cues_of(story: Story) -> list[Cue]:
    """The key moments of `story`; the words are keys of debrief.toml."""
    return [Cue(each.begins, f"moment_{each.kind}", each.tick + AFTER) for each in story.moments]


class SeenAgain(Screen):
    """Shows `cues` of `played` one after the other."""

    fps = 60

    def __init__(self, played: Played, cues: Sequence[Cue], *, speed: float = SLOW, thinking: bool = True) -> None:
        self.played, self.cues = played, list(cues)
        self.place = 0
        self.pace = Pace(speed=speed)
        self.speed = speed
        self.look = Look(thinking=thinking, panels=False, chosen=played.slot, live=False)
        self.look.camera.zoom = 2
        self.written: list[tuple[str, pygame.Rect]] = []
        self._mind: tuple[int, int, list[Thought]] = (-1, NOBODY, [])
        self._changed = True
        self._begin()

    @property
    def alt(self) -> str:
        """What is seen, in words."""
        return self.caption

    @property
    def caption(self) -> str:
        """Which moment this is."""
        cue = self.cues[self.place]
        say = self.stage.say
        clock = clock_face.time_of(self.again.match, self.played.setup)
        told = {"number": self.place + 1, "count": len(self.cues), "clock": clock}
        return say("debrief.moment_of", what=say(f"debrief.{cue.what}"), **told)

    def enter(self, stage: Stage) -> None:
        """Be the shown page, in the language of now."""
        super().enter(stage)
        told = told_in(dressed(self.played.programme, stage.settings.kits), stage.say, self.played.scenario)
        self.played = replace(self.played, programme=told)
        self.again.live.programme = told
        self._changed = True

    def take(self, event: pygame.event.Event) -> None:
        """Keys, wheel and pad."""
        self._changed = True
        if event.type == pygame.KEYDOWN:
            self._key(event.key, getattr(event, "unicode", ""))
        elif event.type == pygame.MOUSEWHEEL:
            self._zoom(1 if event.y > 0 else -1)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self.pace.toggle()
        elif event.type == pygame.CONTROLLERBUTTONDOWN:
            self._pad(event.button)

    def frame(self, seconds: float) -> bool:
        """Play the ticks that are due."""
        due = self.pace.due(seconds)
        cue = self.cues[self.place]
        for _ in range(min(due, WORKING * 4)):
            if self.again.over or (cue.until is not None and self.again.match.tick >= cue.until):
                self.pace.paused = True
                break
            self.again.tick()
        self._seconds = seconds
        moved, self._changed = self._changed or due > 0, False
        self.fps = STILL if self.pace.paused else 60
        return moved

    def draw(self, canvas: pygame.Surface) -> None:
        """The pitch with a mind on it, and what this is underneath."""
        moment = self.again.live.moment(self.pace.share())
        camera, ball = self.look.camera, moment.match.ball
        self.look.text = self.stage.settings.scale
        camera.frame(picture.stage(canvas.get_size(), text=self.look.text))
        x, y, _ = moment.scene.ball
        camera.follow(x, y, vx=float(ball.vx), vy=float(ball.vy), seconds=self._seconds)
        self.look.speed, self.look.paused = self.pace.speed, self.pace.paused
        picture.draw(canvas, moment, self.look, self._options(moment))
        self.written = self._strip(canvas)

    def _begin(self) -> None:
        """Go to the cue."""
        self.again = Again(self.played, self.cues[self.place].tick)
        self.pace = Pace(speed=self.speed)
        self._seconds = 100.0  # the camera jumps there

    def _strip(self, canvas: pygame.Surface) -> list[tuple[str, pygame.Rect]]:
        """Caption and keys on a plate over the foot."""
        look, size = self.stage.look(), canvas.get_size()
        edge, big, small = look.space(16), look.text(theme.BODY), look.text(theme.LABEL)
        wide = size[0] - 2 * edge
        told = [(line, big, theme.TEXT, True) for line in lines(self.caption, big, wide, bold=True)]
        keys = self.stage.say("debrief.moments_keys")
        told += [(line, small, theme.MUTED, False) for line in lines(keys, small, wide)]
        high = sum(line_height(pixels) for _, pixels, _, _ in told) + look.space(10)
        theme.plate(canvas, pygame.Rect(0, size[1] - high, size[0], high), ink=theme.INK, opacity=245)
        y, written = size[1] - high + look.space(5), []
        for line, pixels, ink, bold in told:
            written.append((line, theme.write(canvas, line, (edge, y), pixels=pixels, ink=ink, bold=bold)))
            y += line_height(pixels)
        return written

    def _pad(self, button: int) -> None:
        deeds: dict[int, Callable[[], None]] = {
            pygame.CONTROLLER_BUTTON_A: self.pace.toggle,
            pygame.CONTROLLER_BUTTON_B: self.stage.back,
            pygame.CONTROLLER_BUTTON_DPAD_RIGHT: lambda: self._go(1),
            pygame.CONTROLLER_BUTTON_DPAD_LEFT: lambda: self._go(-1),
            pygame.CONTROLLER_BUTTON_LEFTSHOULDER: lambda: self._choose(-1),
            pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: lambda: self._choose(1),
        }
        if button in deeds:
            deeds[button]()

    def _key(self, key: int, character: str) -> None:
        deeds: dict[int, Callable[[], None]] = {
            pygame.K_SPACE: self.pace.toggle,
            pygame.K_RETURN: lambda: self._go(1),
            pygame.K_RIGHT: lambda: self._go(1),
            pygame.K_LEFT: lambda: self._go(-1),
            pygame.K_v: lambda: setattr(self.look.camera, "zoom", 0 if self.look.camera.zoom else 2),
            pygame.K_t: lambda: setattr(self.look, "thinking", not self.look.thinking),
        }
        if key in BACK:
            self.stage.back()
        elif character in "[]" and character:
            self._speed(1 if character == "]" else -1)
        elif character in ",." and character:
            self._choose(1 if character == "." else -1)
        elif key in deeds:
            deeds[key]()

    def _go(self, step: int) -> None:
        """The next moment or the one before; the last one is followed by leaving."""
        place = self.place + step
        if place >= len(self.cues):
            self.stage.back()
            return
        self.place = max(0, place)
        self._begin()

    def _speed(self, step: int) -> None:
        nearest = min(range(len(SPEEDS)), key=lambda nth: abs(SPEEDS[nth] - self.speed))
        self.speed = self.pace.speed = SPEEDS[max(0, min(len(SPEEDS) - 1, nearest + step))]

    def _zoom(self, closer: int) -> None:
        self.look.camera.zoom = max(0, min(len(ZOOMS) - 1, self.look.camera.zoom + closer))

    def _choose(self, step: int) -> None:
        """Look into the next head on the pitch."""
        scene = self.again.live.moment().scene
        now = self.look.chosen if self.look.chosen != NOBODY else self.played.slot
        others = [(now + step * nth) % SLOTS for nth in range(1, SLOTS)]
        self.look.chosen = next((slot for slot in others if scene.on[slot]), now)
        self.look.thinking = True

    def _options(self, moment: Moment) -> list[Thought]:
        """What the man looked at weighs, asked once a tick."""
        if not self.look.thinking:
            return []
        slot, tick = self.look.chosen, int(moment.match.tick)
        if self._mind[:2] != (tick, slot):
            self._mind = (tick, slot, list(explain(moment.match, moment.setup, slot)))
        return self._mind[2]


def here(tick: int) -> Cue:
    """A cue a little before `tick`, to the end of the run."""
    return Cue(tick - LEAD_IN, "moment_here")
