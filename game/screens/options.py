"""The settings: six groups at the left, the one chosen at the right; everything holds at once and is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pygame

from game.screens import theme
from game.screens.kits import PAIRS
from game.screens.options_keys import key_widgets
from game.screens.page import Page
from game.screens.settings import RATES, SIZES, TEXT_SIZES, WIN_DISPLAYS
from game.screens.widgets import Button, Choice, Column, Grid, Slider, Split, Switch, Widget, Words, note
from game.screens.widgets.swatch import Swatches

GROUPS = ("reading", "sound", "video", "playing", "controls", "language")


class OptionsScreen(Page):
    """One group at a time."""

    def __init__(self, group: str = "reading") -> None:
        self.group = group
        self.waiting = ""
        """The action a new key is awaited for (options_keys.py)."""

    @property
    def heading(self) -> str:
        """Settings."""
        return self.stage.say("shell.settings")

    @property
    def typing(self) -> bool:  # type: ignore[override]
        """While a key is awaited, M is a key."""
        return bool(self.waiting)

    def build(self) -> Widget:
        """Groups, and the widgets of one."""
        say = self.stage.say
        groups = [
            Button(say(f"shell.{each}"), self._to(each), on=each == self.group, align="left", name=f"group {each}")
            for each in GROUPS
        ]
        back = Button(say("shell.back"), self.go_back, align="left", name="back")
        made = {
            "reading": self._reading, "sound": self._sound, "video": self._video, "playing": self._playing,
            "controls": lambda: key_widgets(self), "language": self._language,
        }  # fmt: skip
        return Split(
            Grid([*groups, back], cell=140, most=4, gap=6), Column(made[self.group](), gap=7), share=0.24, least=150
        )

    def take(self, event: pygame.event.Event) -> None:
        """A key that is awaited, or what any page takes."""
        if self.waiting:
            from game.screens.options_keys import take_key

            take_key(self, event)
        else:
            super().take(event)

    def setter(self, name: str) -> Callable[[Any], None]:
        """What sets the setting `name`, keeps it and shows it."""

        def put(value: Any) -> None:
            setattr(self.stage.settings, name, value)
            self.stage.keep_settings()
            self.renew()

        return put

    def choice(self, name: str, label: str, options: Iterable[tuple[Any, str]]) -> Choice[Any]:
        """One of several values of setting `name`."""
        value = getattr(self.stage.settings, name)
        return Choice(self.stage.say(f"shell.{label}"), list(options), value, self.setter(name), name=name)

    def switch(self, name: str, label: str) -> Switch:
        """Setting `name`, on or off."""
        say = self.stage.say
        words = (say("shell.off"), say("shell.on"))
        return Switch(
            say(f"shell.{label}"), getattr(self.stage.settings, name), self.setter(name), words=words, name=name
        )

    def _to(self, group: str) -> Callable[[], None]:
        def change() -> None:
            self.group = group
            self.board.scroll = 0
            self.renew()

        return change

    def _reading(self) -> list[Widget]:
        say = self.stage.say
        pair = PAIRS[self.stage.settings.kits]
        return [
            self.choice("text", "text_size", ((each, f"{each} %") for each in TEXT_SIZES)),
            Words(say("shell.text_about")),
            self.choice("kits", "kits", ((nth, say(f"shell.kits_{name}")) for nth, (name, _, _) in enumerate(PAIRS))),
            Swatches(pair[1], pair[2]),
            note(say("shell.kits_about")),
            self.switch("reduce_motion", "reduce_motion"),
        ]

    def _sound(self) -> list[Widget]:
        say, settings = self.stage.say, self.stage.settings
        sliders = [
            Slider(say(f"shell.{name}"), getattr(settings, name), self._volume(name), name=name)
            for name in ("volume_master", "volume_effects", "volume_crowd")
        ]
        silent = [Words(say("shell.no_sound"), ink=theme.AMBER)] if self.stage.voice.silent else []
        return [*silent, *sliders, self.switch("mute", "mute"), self.switch("captions", "captions")]

    def _volume(self, name: str) -> Callable[[float], None]:
        def change(value: float) -> None:
            if value == getattr(self.stage.settings, name):
                return
            setattr(self.stage.settings, name, value)
            self.stage.keep_settings()
            if name != "volume_crowd":
                self.stage.voice.play("kick")

        return change

    def _video(self) -> list[Widget]:
        say, settings, window = self.stage.say, self.stage.settings, self.stage.window

        def fill(on: bool) -> None:
            if on != window.full:
                window.toggle_full()
            self.setter("full_screen")(window.full)

        def size(chosen: tuple[int, int]) -> None:
            settings.width, settings.height = chosen
            if not window.full:
                window.resize(chosen)
            self.setter("width")(chosen[0])

        sizes = [(each, f"{each[0]} × {each[1]}") for each in SIZES]
        at = (settings.width, settings.height)
        if at not in SIZES:
            sizes.append((at, f"{at[0]} × {at[1]}"))
        words = (say("shell.off"), say("shell.on"))
        return [
            Switch(say("shell.full_screen"), window.full, fill, words=words, name="full"),
            Choice(say("shell.window_size"), sizes, at, size, name="size"),
            self.choice("fps", "fps", ((each, str(each)) for each in RATES)),
        ]

    def _playing(self) -> list[Widget]:
        from game.screens.custom import help_widgets

        say = self.stage.say
        again = Switch(
            say("shell.first_time"),
            not self.stage.settings.seen_tutorial,
            lambda on: self.setter("seen_tutorial")(not on),
            words=(say("shell.no"), say("shell.yes")),
            name="tutorial",
        )
        return [
            self.choice(
                "push_toggle", "push_mode", ((False, say("shell.push_hold")), (True, say("shell.push_toggle")))
            ),
            self.choice("win_display", "win_display", ((each, say(f"shell.win_{each}")) for each in WIN_DISPLAYS)),
            *help_widgets(self),
            again,
        ]

    def _language(self) -> list[Widget]:
        from game.screens.language import LANGUAGES

        def speak(code: str) -> Callable[[], None]:
            return lambda: self.setter("language")(code)

        now = self.stage.settings.language
        return [
            Button(name, speak(code), on=code == now, align="left", name=f"language {code}")
            for code, name in LANGUAGES.items()
        ]
