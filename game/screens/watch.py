"""Watching: a match between two sides of the machine, in a window."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

import pygame

from game.brain.explain import Thought, explain
from game.record import copy
from game.screens import picture
from game.screens.camera import ZOOMS
from game.screens.keys import Command, command_of, draw_keys
from game.screens.language import Language
from game.screens.live import Live
from game.screens.loop import Pace
from game.screens.moment import Look, Moment, watched
from game.screens.programme import Programme, programme_of, told_in
from game.screens.saves import Saves
from game.screens.settings import load_settings
from game.screens.sound.ear import Ear
from game.screens.sound.voice import Voice
from game.screens.warming import warmed
from game.screens.window import Window
from game.state import NOBODY, SLOTS, Match, Setup
from game.teams.kick_off import kick_off
from game.teams.scenarios import scenario as situation

FRAMES = 60  # a second, at most
STILL_FRAMES = 20  # a second while nothing moves
WORKING = 0.04  # s of a frame spent on ticks at most; what is left over then is forgotten
REACH = 2.2  # m round a click in which a player is meant


def open_watch(scenario: str, *, home: str | None, away: str | None, seed: int | None) -> None:
    """Open a window on `scenario` and return when it is closed.

    `home` and `away` are mixes. Raises ScreenError (one line) without a display; ValueError and KeyError as
    `kick_off` does.
    """
    match, setup = kick_off(scenario, home=home, away=away, seed=seed)
    settings = load_settings(Saves())
    programme = programme_of(scenario, setup, home=home, away=away)
    programme = told_in(programme, Language(settings.language), situation(scenario).name)
    window = Window(programme.title)
    voice = Voice(settings)
    try:
        if warmed(window, match, setup, say=programme.say):
            Watch(window, match, setup, programme=programme, voice=voice).run()
    finally:
        voice.close()
        window.close()


class Watch:
    """A match, a window, and what the keys have asked for."""

    def __init__(
        self, window: Window, match: Match, setup: Setup, *, programme: Programme, voice: Voice | None = None
    ) -> None:
        self.window, self.voice = window, voice
        self.ear = None if voice is None else Ear(voice)
        self.first = copy(match)
        self.live = Live(match, setup, programme)
        self.pace = Pace()
        self.look = Look()
        self.follow_zoom = 2
        self.done = False
        self.changed = True
        self.mind: tuple[int, int, list[Thought]] = (-1, NOBODY, [])

    def run(self) -> None:
        """Show frame after frame until somebody quits."""
        clock = pygame.time.Clock()
        while not self.done:
            still = self.pace.paused or self.look.keys
            self.frame(clock.tick(STILL_FRAMES if still else FRAMES) / 1000)

    def frame(self, seconds: float) -> None:
        """One frame, `seconds` of real time after the last."""
        for event in pygame.event.get():
            self.take(event)
        moved = self.play(seconds)
        if moved or self.changed or not self.pace.paused:
            self.draw(seconds)
            self.changed = False

    def play(self, seconds: float) -> bool:
        """Play the ticks that are due; whether there were any."""
        ticks = 0 if self.look.keys else self.pace.due(seconds)
        until = time.perf_counter() + WORKING
        for _ in range(ticks):
            self.live.tick()
            if time.perf_counter() > until:
                self.pace.forget()
                break
        if ticks and self.ear is not None:
            self.ear.hear(self.live.match, self.live.notes)
        return ticks > 0

    def draw(self, seconds: float) -> None:
        """Draw the moment and show it."""
        moment = self.live.moment(self.pace.share())
        ball = moment.match.ball
        camera = self.look.camera
        camera.frame(picture.stage(self.window.canvas.get_size()))
        x, y, _ = moment.scene.ball
        sight = seconds * max(1.0, self.pace.speed)
        camera.follow(x, y, vx=float(ball.vx), vy=float(ball.vy), seconds=sight)
        self.look.speed, self.look.paused = self.pace.speed, self.pace.paused
        picture.draw(self.window.canvas, moment, self.look, self._options(moment))
        if self.look.keys:
            draw_keys(self.window.canvas, self.live.programme.say)
        self.window.show()

    def take(self, event: pygame.event.Event) -> None:
        """What the window, the keys and the mouse say."""
        self.changed = True
        if event.type == pygame.QUIT:
            self.done = True
        elif event.type == pygame.VIDEORESIZE:
            self.window.resized()
        elif event.type == pygame.MOUSEWHEEL:
            self._zoom(1 if event.y > 0 else -1)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self._choose_near(self.window.on_canvas(event.pos))
        elif event.type == pygame.KEYDOWN:
            command = command_of(event)
            if command is not None:
                self.obey(command)

    def obey(self, command: Command) -> None:
        """Do what `command` says."""
        look = self.look
        if command is Command.QUIT and look.keys:
            look.keys = False
            return
        deeds: dict[Command, Callable[[], object]] = {
            Command.PAUSE: self._pause,
            Command.MUTE: self._mute,
            Command.STEP: self._step,
            Command.SLOWER: self.pace.slower,
            Command.FASTER: self.pace.faster,
            Command.CLOSER: lambda: self._zoom(1),
            Command.FARTHER: lambda: self._zoom(-1),
            Command.VIEW: self._change_view,
            Command.NEXT: self._choose_next,
            Command.CARRIER: lambda: self._choose(NOBODY),
            Command.RESTART: self._restart,
            Command.FULL: self.window.toggle_full,
            Command.QUIT: lambda: setattr(self, "done", True),
        }
        switches = {
            Command.THINKING: "thinking",
            Command.WANTS: "wants",
            Command.SHAPE: "shape",
            Command.PANELS: "panels",
            Command.KEYS: "keys",
        }
        if command in switches:
            setattr(look, switches[command], not getattr(look, switches[command]))
        else:
            deeds[command]()

    def _pause(self) -> None:
        self.pace.toggle()
        if self.pace.paused and self.voice is not None:
            self.voice.hush()

    def _mute(self) -> None:
        if self.voice is not None:
            self.voice.settings.mute = not self.voice.settings.mute
            self.voice.crowd(self.voice.level)

    def _step(self) -> None:
        for _ in range(self.pace.step()):
            self.live.tick()

    def _zoom(self, closer: int) -> None:
        self.look.camera.zoom = max(0, min(len(ZOOMS) - 1, self.look.camera.zoom + closer))
        self.follow_zoom = self.look.camera.zoom or self.follow_zoom

    def _change_view(self) -> None:
        self.look.camera.zoom = 0 if self.look.camera.zoom else self.follow_zoom

    def _restart(self) -> None:
        self.live = Live(copy(self.first), self.live.setup, self.live.programme)
        self.ear = None if self.voice is None else Ear(self.voice)
        self.pace.forget()

    def _choose(self, slot: int) -> None:
        self.look.chosen = slot
        self.look.thinking = True

    def _choose_next(self) -> None:
        moment = self.live.moment()
        now = watched(moment, self.look)
        later = ((now + step) % SLOTS for step in range(1, SLOTS + 1))
        self._choose(next((slot for slot in later if moment.scene.on[slot]), NOBODY))

    def _choose_near(self, pixel: tuple[float, float]) -> None:
        """Choose the player under the mouse, if there is one."""
        x, y = self.look.camera.spot(pixel)
        shown = self.live.moment(self.pace.share()).scene
        here = [slot for slot in range(SLOTS) if shown.on[slot]]
        away = {slot: math.hypot(shown.x[slot] - x, shown.y[slot] - y) for slot in here}
        nearest = min(here, key=away.__getitem__)
        if away[nearest] < REACH:
            self._choose(nearest)

    def _options(self, moment: Moment) -> list[Thought]:
        """What the watched player weighs, asked once a tick and only when it is shown."""
        if not self.look.thinking:
            return []
        slot, tick = watched(moment, self.look), int(moment.match.tick)
        if self.mind[:2] != (tick, slot):
            self.mind = (tick, slot, list(explain(moment.match, moment.setup, slot)))
        return self.mind[2]
