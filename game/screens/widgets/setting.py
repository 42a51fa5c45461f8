"""A line of a settings page: what is set on the left; on the right one of several values, a switch, or a share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import pygame

from game.screens import theme
from game.screens.widgets.button import frame
from game.screens.widgets.lines import line_height, lines, widest
from game.screens.widgets.look import GRASS, OUTLINE, SHADE, Look
from game.screens.widgets.widget import Size, Widget

V = TypeVar("V")
PAD = 12  # units
KNOB = 9  # units, radius
NARROW = 470  # units of text below which the value goes under its label
TENTH = 0.1


class Setting(Widget):
    """Label and value; subclasses say what the value looks like."""

    focusable = True

    def __init__(self, label: str, *, name: str = "") -> None:
        super().__init__()
        self.label, self.name = label, name or label
        self.value_box = pygame.Rect(0, 0, 0, 0)

    @property
    def shown(self) -> str:
        """The value in words."""
        raise NotImplementedError

    def widest_value(self, look: Look) -> int:
        """Pixels the value needs at most."""
        raise NotImplementedError

    def measure(self, width: int, look: Look) -> Size:
        """All the width, as high as the label needs."""
        step = line_height(look.text(theme.BODY))
        label = len(self._label(width, look)) * step
        high = label + step + look.space(4) if self._stacked(width, look) else max(label, step)
        return width, high + 2 * look.space(9)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Label left, value right, or below."""
        super().place(rect, look)
        pad, step, pixels = look.space(PAD), line_height(look.text(theme.BODY)), look.text(theme.BODY)
        stacked = self._stacked(rect.width, look)
        broken = self._label(rect.width, look)
        top = rect.top + look.space(9) if stacked else rect.centery - len(broken) * step // 2
        self.written = [
            (line, pygame.Rect(rect.left + pad, top + nth * step, theme.width_of(line, pixels), step))
            for nth, line in enumerate(broken)
        ]
        wide = min(self.widest_value(look), rect.width - 2 * pad)
        box = pygame.Rect(rect.right - pad - wide, rect.centery - step // 2, wide, step)
        if stacked:
            box.topleft = (rect.left + pad, top + len(broken) * step + look.space(4))
        self.value_box = box
        self.text = f"{self.label}: {self.shown}"

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Plate and label."""
        frame(canvas, self.rect, look, ink=theme.RAISED if focus is self else theme.PANEL, focused=focus is self)
        for line, place in self.written[: len(self._label(self.rect.width, look))]:
            theme.write(canvas, line, place.midleft, pixels=look.text(theme.BODY), anchor="midleft")

    def _stacked(self, width: int, look: Look) -> bool:
        return width < look.text(NARROW)

    def _label(self, width: int, look: Look) -> tuple[str, ...]:
        room = width - 2 * look.space(PAD)
        if not self._stacked(width, look):
            room -= self.widest_value(look) + look.space(PAD)
        return lines(self.label, look.text(theme.BODY), max(room, look.text(60)))


class Choice(Setting, Generic[V]):
    """One of several values, with an arrow either side; Enter and a click go on to the next."""

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[V, str]],
        value: V,
        on_choose: Callable[[V], object],
        *,
        name: str = "",
    ) -> None:
        """`options` are values and their words."""
        super().__init__(label, name=name)
        self.options, self.on_choose = list(options), on_choose
        self.at = next((nth for nth, (each, _) in enumerate(options) if each == value), 0)

    @property
    def value(self) -> V:
        """The value shown."""
        return self.options[self.at][0]

    @property
    def shown(self) -> str:
        """Its words."""
        return self.options[self.at][1]

    def widest_value(self, look: Look) -> int:
        """The longest words and two arrows."""
        pixels = look.text(theme.BODY)
        return widest(tuple(words for _, words in self.options), pixels, bold=True) + 4 * look.text(theme.BODY)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Words between the arrows."""
        super().place(rect, look)
        wide = theme.width_of(self.shown, look.text(theme.BODY), bold=True)
        self.written.append((self.shown, pygame.Rect(0, 0, wide, self.value_box.height)))
        self.written[-1][1].center = self.value_box.center

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Label, words, arrows."""
        super().draw(canvas, look, focus)
        theme.write(
            canvas, self.shown, self.value_box.center, pixels=look.text(theme.BODY), bold=True, anchor="center",
            ink=theme.AMBER if focus is self else theme.TEXT,
        )  # fmt: skip
        half = self.value_box.height * 0.22
        for way, left in ((-1, self.value_box.left + 2 * half), (1, self.value_box.right - 2 * half)):
            middle = self.value_box.centery
            corners = [
                (left + way * half, middle),
                (left - way * half, middle - 2 * half),
                (left - way * half, middle + 2 * half),
            ]
            pygame.draw.polygon(canvas, theme.TEXT if focus is self else theme.MUTED, corners)

    def choose(self) -> None:
        """The next value."""
        self.shift(1)

    def shift(self, step: int) -> bool:
        """The next or the one before, round the ends."""
        self.at = (self.at + step) % len(self.options)
        self.on_choose(self.value)
        return True

    def press(self, spot: tuple[float, float]) -> None:
        """Back on the left arrow, on anywhere else."""
        arrow = self.value_box.left + self.value_box.height
        self.shift(-1 if self.value_box.left <= spot[0] <= arrow else 1)


class Switch(Choice[bool]):
    """On or off, drawn as a switch whose knob and word say which."""

    def __init__(
        self, label: str, value: bool, on_choose: Callable[[bool], object], *, words: tuple[str, str], name: str = ""
    ) -> None:
        """`words` for off and on."""
        super().__init__(label, ((False, words[0]), (True, words[1])), value, on_choose, name=name)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """The word left of the switch."""
        super().place(rect, look)
        self.written[-1][1].midright = (
            self.value_box.right - self._track(look).width - look.space(8),
            self.value_box.centery,
        )

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Label, word, track and knob."""
        Setting.draw(self, canvas, look, focus)
        word, place = self.written[-1]
        theme.write(canvas, word, place.center, pixels=look.text(theme.BODY), bold=True, anchor="center")
        track = self._track(look)
        pygame.draw.rect(canvas, GRASS if self.value else SHADE, track, border_radius=track.height // 2)
        pygame.draw.rect(canvas, theme.TEXT, track, width=look.space(1.5), border_radius=track.height // 2)
        knob = (
            (track.right - track.height // 2, track.centery)
            if self.value
            else (track.left + track.height // 2, track.centery)
        )
        pygame.draw.circle(canvas, theme.TEXT, knob, track.height // 2 - look.space(4))

    def press(self, spot: tuple[float, float]) -> None:
        """The other way."""
        self.shift(1)

    def _track(self, look: Look) -> pygame.Rect:
        box = pygame.Rect(0, 0, look.text(42), look.text(22))
        box.midright = self.value_box.midright
        return box


class Slider(Setting):
    """A share from 0 to 1 in tenths, with its percentage."""

    def __init__(self, label: str, value: float, on_choose: Callable[[float], object], *, name: str = "") -> None:
        super().__init__(label, name=name)
        self.value, self.on_choose = value, on_choose

    @property
    def shown(self) -> str:
        """In hundredths."""
        return f"{round(self.value * 100)} %"

    def widest_value(self, look: Look) -> int:
        """Track and percentage."""
        return look.text(170) + theme.width_of("100 %", look.text(theme.BODY), bold=True) + look.space(14)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Track, then percentage."""
        super().place(rect, look)
        wide = theme.width_of(self.shown, look.text(theme.BODY), bold=True)
        place = pygame.Rect(0, 0, wide, self.value_box.height)
        place.midright = self.value_box.midright
        self.written.append((self.shown, place))

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Label, track, knob, percentage."""
        super().draw(canvas, look, focus)
        theme.write(
            canvas, self.shown, self.value_box.midright, pixels=look.text(theme.BODY), bold=True, anchor="midright"
        )
        track = self._track(look)
        pygame.draw.rect(canvas, SHADE, track, border_radius=track.height)
        pygame.draw.rect(canvas, OUTLINE, track, width=1, border_radius=track.height)
        done = pygame.Rect(track.left, track.top, round(track.width * self.value), track.height)
        pygame.draw.rect(canvas, theme.AMBER, done, border_radius=track.height)
        pygame.draw.circle(canvas, theme.TEXT, (done.right, track.centery), look.space(KNOB))

    def choose(self) -> None:
        """Off, or full again."""
        self._set(0.0 if self.value > 0 else 1.0)

    def shift(self, step: int) -> bool:
        """A tenth less or more."""
        self._set(self.value + step * TENTH)
        return True

    def press(self, spot: tuple[float, float]) -> None:
        """To where the track was clicked."""
        self.drag(spot)

    def drag(self, spot: tuple[float, float]) -> bool:
        """To where the mouse is, to the nearest twentieth."""
        if not self.value_box.width:
            return False
        track = self.value_box.left, round(self.value_box.width * 0.68)
        self._set(round(20 * (spot[0] - track[0]) / max(1, track[1])) / 20)
        return True

    def _set(self, value: float) -> None:
        self.value = round(min(1.0, max(0.0, value)), 2)
        self.on_choose(self.value)

    def _track(self, look: Look) -> pygame.Rect:
        box = pygame.Rect(0, 0, round(self.value_box.width * 0.68), look.space(8))
        box.midleft = self.value_box.midleft
        return box
