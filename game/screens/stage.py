"""The window with one page of the game on it: which page is shown, and what all pages share.

The stage takes what means the same everywhere (close, resize, F11 full screen, F12 screenshot, M mute, pads plugged in
and pulled out) and hands the rest to the page shown. A page that fails ends in a report and another page, not the game.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.screens import notices
from game.screens.language import Language
from game.screens.notices import Notices
from game.screens.pads import Pads
from game.screens.saves import Saves
from game.screens.settings import Settings, load_settings
from game.screens.widgets.look import Look, look_of
from game.screens.window import Window

if TYPE_CHECKING:
    from game.screens.sound.voice import Voice

MENU_RATE = 20  # frames a second of a page where little moves
HIDDEN_RATE = 5  # frames a second while nobody can see the window
TITLE = "The Defender's Dilemma"
NAMED_EVERY = 0.5  # s between two looks at what the window is called
MODS = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META
SOUND_EVENTS = (pygame.AUDIODEVICEADDED, pygame.AUDIODEVICEREMOVED)


class Screen:
    """One page of the game. The stage calls `enter`, then `take`, `frame` and `draw`, then `leave`."""

    stage: Stage
    fps: int = MENU_RATE
    """Frames a second wanted now."""
    typing: bool = False
    """Whether letters are being typed, so that M is an M."""
    kept_free: float = 0.0
    """Share of the height, from below, that notices leave free."""

    @property
    def alt(self) -> str:
        """The page as a screen reader would say it."""
        return ""

    def enter(self, stage: Stage) -> None:
        """Be the page shown, for the first time or again."""
        self.stage = stage

    def leave(self) -> None:
        """Be shown no longer: stop sounds and threads of the page."""

    def take(self, event: pygame.event.Event) -> None:
        """What keys, pad and mouse say, the stage's own keys excepted."""

    def frame(self, seconds: float) -> bool:
        """Let `seconds` of real time pass; whether the page must be drawn again."""
        return False

    def draw(self, canvas: pygame.Surface) -> None:
        """Draw the page."""


class Stage:
    """The window, the pages on it (the last is shown), and what they share."""

    def __init__(self, window: Window, *, saves: Saves | None = None, settings: Settings | None = None) -> None:
        self.window = window
        self.saves = Saves() if saves is None else saves
        self.settings = load_settings(self.saves) if settings is None else settings
        self.say = Language(self.settings.language)
        self.notices = Notices()
        self.pads = Pads()
        self.pages: list[Screen] = []
        self.done = False
        self.stale = True  # the picture must be drawn again
        self.device = "keys"
        """What was used last: keys, mouse or pad."""
        self.on_failure: Callable[[Exception], Screen] | None = None
        """The page to go to when another fails; without it the error goes up."""
        self._voice: Voice | None = None
        self._told = 0
        self._named_at = -NAMED_EVERY

    @property
    def shown(self) -> Screen:
        """The page shown."""
        return self.pages[-1]

    @property
    def voice(self) -> Voice:
        """The sounds; the device is opened when this is first asked for."""
        if self._voice is None:
            from game.screens.sound.voice import Voice

            self._voice = Voice(self.settings)
        return self._voice

    def look(self) -> Look:
        """Sizes on the canvas there is now, as the settings want text."""
        calm = self.settings.reduce_motion
        return look_of(self.window.canvas.get_size(), self.settings.scale, calm=calm)

    def tell(self, text: str) -> None:
        """Say `text` over whatever is shown, for some seconds."""
        self.notices.add(text)
        self.stale = True

    def keep_settings(self) -> None:
        """Write the settings down, and speak the language they name."""
        self.settings.keep(self.saves)
        if self.say.code != self.settings.language:
            self.say = Language(self.settings.language)
        self.stale = True

    def go(self, screen: Screen) -> None:
        """Show `screen` instead of all pages there are."""
        if self.pages:
            self.shown.leave()
        self.pages = [screen]
        self._enter()

    def push(self, screen: Screen) -> None:
        """Show `screen` on top; `back` returns."""
        if self.pages:
            self.shown.leave()
        self.pages.append(screen)
        self._enter()

    def back(self) -> None:
        """Return to the page below; quit from the last."""
        self.shown.leave()
        if len(self.pages) == 1:
            self.quit()
            return
        self.pages.pop()
        self._enter()

    def quit(self) -> None:
        """End the game after this frame."""
        self.done = True

    def run(self, first: Screen) -> None:
        """Show `first`, and whatever it leads to, until somebody quits."""
        clock = pygame.time.Clock()
        self.go(first)
        while not self.done:
            rate = self.shown.fps if pygame.display.get_active() else min(self.shown.fps, HIDDEN_RATE)
            self.turn(clock.tick(rate) / 1000)
        self.close()

    def turn(self, seconds: float) -> None:
        """One frame, `seconds` after the last."""
        try:
            for event in pygame.event.get():
                self.take(event)
            self._tell_troubles()
            passing = self.notices.passed(seconds)
            if self.shown.frame(seconds) or passing or self.stale:
                self.draw()
            self._name()
        except Exception as error:  # a page that fails must not take the match with it
            if self.on_failure is None:
                raise
            self._go_after(self.on_failure(error))

    def _go_after(self, screen: Screen) -> None:
        """Show `screen` after the page shown has failed; it may well fail in leaving too."""
        with contextlib.suppress(Exception):  # the first failure is told; what was kept before stays kept
            self.shown.leave()
        self.pages = [screen]
        self._enter()

    def draw(self) -> None:
        """Draw the page shown and what is said over it."""
        self.stale = False
        self.shown.draw(self.window.canvas)
        notices.draw_notices(self.window.canvas, self.notices, self.look(), foot=self.shown.kept_free)
        self.window.show()

    def take(self, event: pygame.event.Event) -> None:
        """One event: the stage's own, or the page's."""
        self._note_device(event)
        if event.type == pygame.QUIT:
            self.quit()
        elif event.type in (pygame.VIDEORESIZE, pygame.WINDOWEXPOSED):
            self.window.resized()
            self.stale = True
        elif event.type in SOUND_EVENTS:
            if self._voice is not None:
                self._voice.take(event)
        elif not (event.type == pygame.KEYDOWN and self._own_key(event)):
            told = self.pads.take(event)
            if told:
                self.tell(self.say(told))
            self.shown.take(event)

    def close(self) -> None:
        """Leave the page shown and be silent."""
        if self.pages:
            self.shown.leave()
            self.pages = []
        if self._voice is not None:
            self._voice.close()
            self._voice = None

    def screenshot(self) -> Path | None:
        """Keep the picture as a PNG in the folder of the saves; its path, None where the disk refuses."""
        path = self.saves.folder / "screenshots" / f"dilemma-{time.strftime('%Y%m%d-%H%M%S')}.png"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            pygame.image.save(self.window.canvas, str(path))
        except (OSError, pygame.error) as error:
            self.tell(self.say("shell.shot_failed", reason=str(error)))
            return None
        self.tell(self.say("shell.shot_kept", path=str(path)))
        return path

    def _enter(self) -> None:
        self.stale = True
        self._named_at = -NAMED_EVERY
        self.shown.enter(self)

    def _name(self) -> None:
        """Call the window by what it shows: lists of windows and screen readers have nothing else to tell it by."""
        now = time.monotonic()
        if now - self._named_at < NAMED_EVERY:
            return
        self._named_at = now
        shows = next((line for line in self.shown.alt.splitlines() if line.strip()), TITLE)
        name = TITLE if shows == TITLE else f"{shows} · {TITLE}"
        if name != pygame.display.get_caption()[0]:
            pygame.display.set_caption(name)

    def _own_key(self, event: pygame.event.Event) -> bool:
        """Full screen, screenshot, mute; whether the key was one of these."""
        if event.key == pygame.K_F11:
            self.window.toggle_full()
            self.settings.full_screen = self.window.full
            self.keep_settings()
        elif event.key == pygame.K_F12:
            self.screenshot()
        elif event.key == pygame.K_m and not self.shown.typing and not event.mod & MODS:
            self.settings.mute = not self.settings.mute
            self.keep_settings()
            self.tell(self.say("shell.muted" if self.settings.mute else "shell.unmuted"))
        else:
            return False
        self.stale = True
        return True

    def _note_device(self, event: pygame.event.Event) -> None:
        if event.type == pygame.KEYDOWN:
            self.device = "keys"
        elif event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL):
            self.device = "mouse"
        elif event.type == pygame.CONTROLLERBUTTONDOWN:
            self.device = "pad"

    def _tell_troubles(self) -> None:
        """Say what went wrong with files since the last frame."""
        troubles = self.saves.troubles
        for key, about in troubles[self._told :]:
            self.tell(self.say(f"shell.{key}", about=about))
        self._told = len(troubles)
