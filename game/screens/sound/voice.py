"""The game's voice: plays sounds by name where there is a device, and shows their captions where there is none too.

Sounds are made on a thread of their own when the voice is made (a fifth of a second of work); what is asked for
before they are ready is not heard, only captioned. Nothing here ever raises because of a sound device.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable
from typing import Protocol

import numpy as np
import pygame

from game.policies.names import unknown
from game.screens.sound import crowd
from game.screens.sound.captions import CAPTIONS, Captions
from game.screens.sound.effects import EFFECTS
from game.screens.sound.quiet import quiet
from game.screens.sound.waves import RATE, Wave

BUFFER = 512  # samples; 12 ms, heard as at once
CHANNELS = 16  # sounds at a time; the first two are the crowd's
CROWD = 2
HUSH = 400  # ms the crowd takes to fall silent
FULL = 32_767  # of 16 bits


class Volumes(Protocol):
    """What the voice reads of the settings, at every sound: shares of full volume, and switches."""

    volume_master: float
    volume_effects: float
    volume_crowd: float
    mute: bool
    captions: bool


class Voice:
    """Plays what it is told by name (effects.EFFECTS), louder or softer as `settings` say at that moment."""

    def __init__(self, settings: Volumes) -> None:
        self.settings = settings
        self.captions = Captions()
        self.trouble = ""  # one line, when there is no device
        self.level = 0.0  # danger the crowd is at, 0…1
        self._sounds: dict[str, pygame.mixer.Sound] = {}
        self._loops: list[pygame.mixer.Sound] = []
        self._singing = False
        self._open = self._start()
        self.ready = threading.Event()
        if self._open:
            threading.Thread(target=self._make, name="sounds", daemon=True).start()
        else:
            self.ready.set()

    @property
    def silent(self) -> bool:
        """Whether there is no device to play on."""
        return not self._open

    def play(self, name: str, *, volume: float = 1.0, pan: float = 0.0, caption_key: str | None = None) -> None:
        """Play the sound called `name` once; `pan` is −1 left to 1 right. KeyError where there is no such sound.

        `caption_key` is shown instead of the sound's own caption.
        """
        if name not in EFFECTS:
            raise unknown("sound", name, EFFECTS)
        key = caption_key or CAPTIONS.get(name)
        if key is not None:
            self.captions.hear(key)
        loudness = self._loudness(self.settings.volume_effects) * volume
        sound = self._sounds.get(name)
        if sound is None or loudness <= 0.0:
            return
        self._safely(lambda: _play(sound, loudness, pan))

    def crowd(self, level: float) -> None:
        """Let the crowd be as loud as danger `level` 0…1 makes it, until told otherwise."""
        self.level = min(max(level, 0.0), 1.0)
        if not self._loops:
            return
        loudness = self._loudness(self.settings.volume_crowd)
        self._safely(lambda: self._sing(loudness))

    def hush(self) -> None:
        """No crowd, no sound, no captions: a page without a match."""
        self.captions.clear()
        self.level = 0.0
        if self._open:
            self._safely(lambda: pygame.mixer.fadeout(HUSH))
        self._singing = False

    def take(self, event: pygame.event.Event) -> None:
        """Go on when a device was plugged in or pulled out."""
        if event.type not in (pygame.AUDIODEVICEADDED, pygame.AUDIODEVICEREMOVED) or event.iscapture:
            return
        if event.type == pygame.AUDIODEVICEADDED and self._open:
            return
        self.close()
        self._open = self._start()
        if self._open and not self._sounds:
            self.ready.clear()
            threading.Thread(target=self._make, name="sounds", daemon=True).start()

    def close(self) -> None:
        """Give the device back."""
        self.ready.wait()
        self._open = self._singing = False
        self._sounds.clear()
        self._loops.clear()
        pygame.mixer.quit()

    def _loudness(self, share: float) -> float:
        return 0.0 if self.settings.mute else self.settings.volume_master * share

    def _start(self) -> bool:
        """Open the device; False, with one line in `trouble`, when there is none."""
        try:
            if not pygame.mixer.get_init():
                with quiet():
                    pygame.mixer.init(RATE, -16, 2, BUFFER)
            pygame.mixer.set_num_channels(CHANNELS)
            pygame.mixer.set_reserved(CROWD)
        except (pygame.error, NotImplementedError) as error:
            self.trouble = f"no sound: {error}"
            return False
        self.trouble = ""
        return True

    def _make(self) -> None:
        """Make all sounds."""
        try:
            self._sounds.update({name: _sound(_made(make)) for name, make in EFFECTS.items()})
            self._loops.extend([_sound(_made(make)) for make in (crowd.calm, crowd.excited)])  # both at once
        except pygame.error as error:
            self._fail(error)
        finally:
            self.ready.set()

    def _sing(self, loudness: float) -> None:
        """Both loops at their volumes, begun if need be."""
        for nth, (loop, volume) in enumerate(zip(self._loops, crowd.volumes(self.level), strict=True)):
            channel = pygame.mixer.Channel(nth)
            if not self._singing:
                channel.play(loop, loops=-1)
            channel.set_volume(loudness * volume)
        self._singing = True

    def _safely(self, act: Callable[[], None]) -> None:
        """Do `act`; a device that has gone makes the voice silent and nothing else."""
        try:
            if not pygame.mixer.get_init():  # SDL crashes on a sound whose mixer was closed
                raise pygame.error("the sound device was closed")
            act()
        except pygame.error as error:
            self._fail(error)

    def _fail(self, error: pygame.error) -> None:
        self.trouble = f"no sound: {error}"
        self._open = self._singing = False
        self._sounds.clear()
        self._loops.clear()


@functools.cache
def _made(make: Callable[[], Wave]) -> Wave:
    """The wave, made once: a device that comes back finds it ready."""
    return make()


def _play(sound: pygame.mixer.Sound, loudness: float, pan: float) -> None:
    """On a free channel, or on none when all are busy."""
    channel = sound.play()
    if channel is not None:
        channel.set_volume(loudness * min(1.0, 1.0 - pan), loudness * min(1.0, 1.0 + pan))


def _sound(wave: Wave) -> pygame.mixer.Sound:
    """`wave` as the mixer wants it: 16 bits, as many channels as it was opened with."""
    _, _, channels = pygame.mixer.get_init() or (RATE, -16, 2)
    samples = np.round(wave * FULL).astype(np.int16)
    both = np.ascontiguousarray(np.repeat(samples[:, None], channels, axis=1)) if channels > 1 else samples
    return pygame.sndarray.make_sound(both)
