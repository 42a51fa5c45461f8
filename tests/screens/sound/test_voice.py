"""The voice on SDL's dummy device, without a device, and when one is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pygame
import pytest

from game.screens.language import LANGUAGES, Language
from game.screens.sound.captions import CAPTIONS, SERIES, STAYS, Captions
from game.screens.sound.effects import EFFECTS
from game.screens.sound.voice import Voice


@dataclass
class Loudness:
    """What a person has set."""

    volume_master: float = 1.0
    volume_effects: float = 0.5
    volume_crowd: float = 0.5
    mute: bool = False
    captions: bool = True


@pytest.fixture
def voice() -> Iterator[Voice]:
    made = Voice(Loudness())
    assert made.ready.wait(20.0)
    yield made
    made.close()


def busy(channel: int) -> bool:
    return pygame.mixer.Channel(channel).get_busy()


def test_every_sound_plays_on_a_dummy_device(voice: Voice) -> None:
    assert not voice.silent
    for name in EFFECTS:
        voice.play(name)
    assert pygame.mixer.get_busy()
    assert not voice.trouble


def test_an_unknown_sound_is_answered_with_the_nearest(voice: Voice) -> None:
    with pytest.raises(KeyError, match="no sound called 'whistle_shrot'; did you mean 'whistle_short'"):
        voice.play("whistle_shrot")


def test_the_crowd_sings_until_hushed(voice: Voice) -> None:
    voice.crowd(0.8)
    assert busy(0)
    assert busy(1)
    assert 0.0 < pygame.mixer.Channel(0).get_volume() < pygame.mixer.Channel(1).get_volume()
    voice.hush()
    pygame.time.wait(600)
    assert not busy(0)
    voice.crowd(0.1)
    assert busy(0)


def test_muted_it_shows_what_it_does_not_play(voice: Voice) -> None:
    voice.settings.mute = True
    voice.play("roar")
    voice.crowd(1.0)
    assert pygame.mixer.Channel(1).get_volume() == 0.0
    assert not any(busy(channel) for channel in range(2, 16))
    assert list(voice.captions) == ["sound.roar"]


def test_a_caption_of_ones_own_stands_instead(voice: Voice) -> None:
    voice.play("kick", caption_key="sound.post")
    assert list(voice.captions) == ["sound.post"]


def test_pulled_out_and_plugged_in_it_goes_on(voice: Voice) -> None:
    pygame.mixer.quit()
    voice.play("kick")
    voice.crowd(0.5)
    voice.hush()
    voice.take(pygame.event.Event(pygame.AUDIODEVICEREMOVED, which=0, iscapture=0))
    assert voice.ready.wait(20.0)
    voice.play("kick")
    assert pygame.mixer.get_busy()


def test_without_a_device_it_is_silent_and_says_why_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "there-is-none")
    made = Voice(Loudness())
    assert made.silent
    assert made.trouble.startswith("no sound: ")
    assert "\n" not in made.trouble
    made.play("whistle_long")
    made.crowd(1.0)
    assert list(made.captions) == ["sound.whistle_long"]
    made.hush()
    made.close()


def test_captions_go_after_a_while_and_two_at_most_are_shown() -> None:
    now = [100.0]
    shown = Captions(clock=lambda: now[0])
    for name in ("whistle_short", "roar", "groan", "roar"):
        shown.hear(CAPTIONS[name])
    assert list(shown) == ["sound.groan", "sound.roar"]
    now[0] += STAYS / 2
    shown.hear(CAPTIONS["groan"])
    now[0] += 0.6 * STAYS
    assert list(shown) == ["sound.groan"]
    now[0] += STAYS
    assert list(shown) == []


def test_a_heart_that_goes_on_beating_is_captioned_once() -> None:
    now = [100.0]
    shown = Captions(clock=lambda: now[0])
    for _ in range(10):
        shown.hear(CAPTIONS["heartbeat"])
        now[0] += 1.1
    assert list(shown) == []
    now[0] += SERIES[CAPTIONS["heartbeat"]]
    shown.hear(CAPTIONS["heartbeat"])
    assert list(shown) == [CAPTIONS["heartbeat"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_caption_names_who_is_heard_and_is_said_in_both_languages(language: str) -> None:
    say = Language(language)
    assert set(CAPTIONS) <= set(EFFECTS)
    for key in CAPTIONS.values():
        assert say(key).startswith("[")
        assert "] " in say(key)
