"""The title: what the game is in a line, the ways into it, and behind them a match being played slowly."""

from __future__ import annotations

import pygame

from game.screens import doors, theme
from game.screens.behind import Behind
from game.screens.language import LANGUAGES
from game.screens.loading import ready_line
from game.screens.page import Page
from game.screens.question import JobScreen
from game.screens.stage import Stage
from game.screens.widgets import Button, Column, Gap, Grid, Row, Widget, Words, note
from game.screens.widgets.progress import Progress

WIDE = 560  # units of text the menu is wide
REST_AFTER = 45.0  # s without a key after which the match behind stands still, to spare the battery


class TitleScreen(Page):
    """The first page."""

    middle = True

    def __init__(self) -> None:
        self.behind = Behind()
        self._idle = 0.0
        self._ready = ("", 0)
        self._drawn = False

    @property
    def alt(self) -> str:
        """The menu, and that a match goes on behind it."""
        return f"{super().alt}\n{self.stage.say('shell.title_alt')}"

    def build(self) -> Widget:
        """Name, one line, play, and the rest."""
        say, stage = self.stage.say, self.stage
        rest = [
            ("scenarios", lambda: self._open(doors.picker)),
            ("season", lambda: self._open(doors.season)),
            ("daily", lambda: self._play(doors.daily)),
            ("coach", lambda: self._open(doors.coach)),
            ("firm", lambda: stage.push(doors.firm())),
            ("how_to", self._how_to),
            ("code", self._code),
            ("settings", self._settings),
            ("about", self._about),
        ]
        parts: list[Widget] = [
            Words(say("shell.name"), size=theme.TITLE + 6, bold=True),
            Words(say("shell.tagline"), size=theme.BODY + 2),
            Gap(6),
        ]
        first = stage.settings.seen_tutorial
        if stage.saves.has_suspended():
            parts.append(Button(say("shell.continue"), self._continue, main=True, name="continue"))
        played = say("shell.play" if first else "shell.play_first")
        parts.append(Button(played, self._first, main=not stage.saves.has_suspended(), name="play"))
        parts.append(Grid([Button(say(f"shell.{name}"), deed, name=name) for name, deed in rest], cell=200, most=2))
        parts.append(Row([self._other_language(), Button(say("shell.quit"), stage.quit, small=True, name="quit")]))
        parts += self._progress()
        return Column(parts, gap=10, wide=WIDE)

    def enter(self, stage: Stage) -> None:
        """The menu as things stand now."""
        super().enter(stage)
        self._idle = 0.0
        self.behind.dress(stage.settings.kits)

    def leave(self) -> None:
        """Nothing to stop: the match behind is only ticked while it is shown."""

    def take(self, event: pygame.event.Event) -> None:
        """Any key wakes the match behind."""
        if event.type in (pygame.KEYDOWN, pygame.MOUSEMOTION, pygame.CONTROLLERBUTTONDOWN):
            self._idle = 0.0
        super().take(event)

    def frame(self, seconds: float) -> bool:
        """Get the engine ready once the title is up; then let the match go on."""
        if self._drawn:
            doors.READYING.start()
        now = doors.READYING.state, doors.READYING.done
        if now != self._ready:
            self._ready = now
            self.renew()
        self._idle += seconds
        if not doors.READYING.ready or self.stage.settings.reduce_motion or self._idle > REST_AFTER:
            return False
        return self.behind.pass_time(seconds)

    def ground(self, canvas: pygame.Surface) -> None:
        """The match, darker towards the menu."""
        self._drawn = True
        self.behind.draw(canvas, self._menu_right(), calm=self.stage.settings.reduce_motion)

    def lay_out(self) -> None:
        """The menu at the left; the page's edge is the canvas's."""
        super().lay_out()
        canvas, look = self.stage.window.canvas.get_rect(), self.stage.look()
        edge = look.space(40 if look.scale < 1.5 else 20)
        foot = self.foot.area
        self.foot.lay_out(pygame.Rect(edge, foot.top, canvas.width - 2 * edge, foot.height), look)
        wide = min(canvas.width - 2 * edge, look.text(WIDE) + look.space(16))
        room = foot.top - edge
        high = min(room, self.board.root.measure(wide, look)[1])
        self.board.lay_out(pygame.Rect(edge, edge // 2 + (room - high) // 2, wide, high), look)

    def go_back(self) -> None:
        """Escape on the title goes to Quit, and only from there out: nobody leaves by accident."""
        leave = self.board.find("quit")
        if self.board.focus is leave:
            self.stage.quit()
        self.board.set_focus(leave)
        self.stage.stale = True

    def _menu_right(self) -> int:
        return self.board.area.right

    def _first(self) -> None:
        """Play: the question if it was never answered, then the tutorial or the next match."""
        opening = doors.next_match if self.stage.settings.seen_tutorial else doors.tutorial
        self._play(opening)

    def _play(self, opening: doors.Opening) -> None:
        if self.stage.settings.job:
            self._open(opening)
        else:
            self.stage.push(JobScreen(lambda stage: doors.open_safely(stage, opening)))

    def _open(self, opening: doors.Opening) -> None:
        doors.open_safely(self.stage, opening)

    def _continue(self) -> None:
        self._open(doors.suspended)

    def _how_to(self) -> None:
        from game.screens.how_to import HowToScreen

        self.stage.push(HowToScreen())

    def _code(self) -> None:
        from game.screens.code_entry import CodeScreen

        self.stage.push(CodeScreen())

    def _settings(self) -> None:
        from game.screens.options import OptionsScreen

        self.stage.push(OptionsScreen())

    def _about(self) -> None:
        from game.screens.about import AboutScreen

        self.stage.push(AboutScreen())

    def _other_language(self) -> Button:
        """To the next language, called as it calls itself."""
        codes = list(LANGUAGES)
        code = codes[(codes.index(self.stage.settings.language) + 1) % len(codes)]

        def change() -> None:
            self.stage.settings.language = code
            self.stage.keep_settings()
            self.renew()

        return Button(LANGUAGES[code], change, small=True, name="language")

    def _progress(self) -> list[Widget]:
        """How far the engine is, until it is ready."""
        readying = doors.READYING
        if readying.ready:
            return []
        share = readying.done / readying.all if readying.all else 0.0
        return [note(ready_line(self.stage, readying)), *([Progress(share)] if readying.state == "cold" else [])]
