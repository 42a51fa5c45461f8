"""The page on which a match is played: keys into wishes, real time into ticks, and the picture of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.replay import Order
from game.screens import theme
from game.screens.clock_face import time_of
from game.screens.play import cards
from game.screens.play.actions import Action
from game.screens.play.asked import Asked
from game.screens.play.captions import Caps
from game.screens.play.controls import Controls
from game.screens.play.dressing import dress
from game.screens.play.ghost import Ghosts
from game.screens.play.interludes import CardedScreen, Next
from game.screens.play.kept import Keeper
from game.screens.play.menu import Menu
from game.screens.play.paper import Paper
from game.screens.play.playing import Playing
from game.screens.play.run import Run
from game.screens.play.tempo import Tempo
from game.screens.play.view import Extras, View
from game.screens.sound.ear import Ear
from game.screens.stage import Stage
from game.state import TICKS_PER_SECOND

KEEP_EVERY = 4.0  # s of real time between two writings of a run
HEART_EVERY = 1.1  # s between two heartbeats beyond the line of no return
STILL_FPS = 20
LEGEND = 20  # s of the match from its start in which the ghosts are explained
STARTLED = 0.8  # s after the final whistle in which keys meant for the match choose nothing on its card
TOGGLING = 1.0  # s after full screen was switched in which losing the keyboard is no reason to pause


class PlayScreen(CardedScreen):
    """A match being played. `last` are the orders of an earlier run, shown as a ghost; `after` makes the next page.

    `begun`: no card before it; then it waits in a pause, unless `at_once`.
    """

    def __init__(
        self,
        playing: Playing,
        *,
        last: Sequence[Order] = (),
        after: Next | None = None,
        begun: bool = False,
        at_once: bool = False,
    ) -> None:
        self.at_once = at_once
        self.playing, self.last, self.after = playing, tuple(last), after
        self.menu: Menu | None = None
        self.begun, self.over = begun, False
        self.ghosts: Ghosts | None = None
        self._keeper: Keeper | None = None
        self._since_kept = self._since_heart = 0.0
        self._full, self._toggled, self._startled = False, 0.0, 0.0
        self._changed = True

    @property
    def alt(self) -> str:
        """The card that is up, or what he does; the score and the clock."""
        if not hasattr(self, "view"):
            return ""
        playing = self.playing
        club, goals = playing.programme.clubs, playing.match.teams
        score = (
            f"{club[0].name} {goals[0].goals}–{goals[1].goals} {club[1].name}, {time_of(playing.match, playing.setup)}"
        )
        if self.menu is not None:
            return f"{self.menu.lines[0].text} · {score}"
        return f"{self.caps.say('match.pushing' if playing.pushing else 'match.staying')} · {score}"

    def enter(self, stage: Stage) -> None:
        """The page is shown, for the first time or again: what the settings say now holds."""
        super().enter(stage)
        settings = stage.settings
        self.caps = Caps(stage.say, settings.keys, toggle=settings.push_toggle)
        self.controls = Controls(settings.keys, toggle=settings.push_toggle)
        self.controls.device = stage.device
        if self._keeper is None:
            self._keeper = Keeper(stage.saves.suspended_path)
            self._set_up(self.playing)
            self.menu = None if self.begun else self._before()
            if self.begun and self.after is None:
                self._listen()
                if not self.at_once:
                    self._pause()  # taken up from a file: nobody's thumb is ready yet
            if self.at_once:
                self.controls.take_over(pygame.key.get_pressed().__getitem__)
        self._full = stage.window.full
        self._apply_settings()
        if self.menu is not None and not self.over:
            self._pause() if self.begun else self._open_card()
        self._changed = True

    def _apply_settings(self) -> None:
        settings = self.stage.settings
        dress(self.playing, settings.kits, self.stage.say)
        view = self.view
        view.say, view.text, view.display = self.stage.say, settings.scale, settings.win_display
        view.still = settings.reduce_motion
        view.renew()
        view.hidden = frozenset(name for name in ("space", "way_back", "lane") if not getattr(settings, f"show_{name}"))
        self.run_.tempo.slow = settings.slow_moments and not settings.reduce_motion
        self.run_.speech.job = settings.job or "post"

    def _set_up(self, playing: Playing) -> None:
        """Everything that belongs to one run."""
        self.playing, self.over = playing, False
        self.view = View(playing, self.stage.say)
        self.run_ = Run(self.view, self._asked, job=self.stage.settings.job, tempo=Tempo())
        self.ear = Ear(self.stage.voice)
        self.ear.skip(playing.match, playing.live.notes)
        if self.ghosts is not None:
            self.ghosts.stop()
        self.ghosts = Ghosts()

    def leave(self) -> None:
        """Keep the run, stop the threads, silence the crowd."""
        if self.ghosts is not None:
            self.ghosts.stop()
        if self.begun and not self.over and self._keeper is not None:
            self._keeper.keep_now(self.playing)
        self.stage.voice.hush()

    def take(self, event: pygame.event.Event) -> None:
        """Keys, pad and mouse; the window losing the keyboard pauses."""
        self._changed = True
        if event.type == pygame.WINDOWFOCUSLOST:
            self.controls.release()
            if self.menu is None and not self._just_toggled():
                self._pause()
            return
        if self.menu is not None:
            if event.type in (pygame.KEYUP, pygame.MOUSEBUTTONUP, pygame.CONTROLLERBUTTONUP):
                self.controls.take(event)
            if self._startled <= 0.0:
                self._to_menu(event)
            return
        action = self.controls.take(event)
        if event.type == pygame.MOUSEWHEEL:
            self.view.closer(1 if event.y > 0 else -1)
        elif event.type == pygame.CONTROLLERDEVICEREMOVED:
            self._pause()
        elif action is not None:
            self._obey(action)

    def _just_toggled(self) -> bool:
        """Whether the window went to or from full screen a moment ago: that takes the keyboard away too."""
        return self.stage.window.full != self._full or self._toggled > 0.0

    def _to_menu(self, event: pygame.event.Event) -> None:
        """A card is up: it takes the event, and Escape goes on or back."""
        menu = self.menu
        pad = event.type == pygame.CONTROLLERBUTTONDOWN and event.button in (
            pygame.CONTROLLER_BUTTON_B,
            pygame.CONTROLLER_BUTTON_START,
        )
        escape = event.type == pygame.KEYDOWN and self.controls.keys.get(event.key) is Action.PAUSE
        if escape or pad:
            self._escape()
            return
        spot = self.stage.window.on_canvas(event.pos) if hasattr(event, "pos") else None
        if menu is not None:
            menu.take(event, spot)

    def _escape(self) -> None:
        if self.over or not self.begun:
            self._go_back()
        else:
            self._go_on()

    def _obey(self, action: Action) -> None:
        """What is not asked of the player but of the screen."""
        deeds: dict[Action, Callable[[], None]] = {
            Action.PAUSE: self._pause,
            Action.HELP: self._show_keys,
            Action.VIEW: self.view.change,
            Action.CLOSER: lambda: self.view.closer(1),
            Action.FARTHER: lambda: self.view.closer(-1),
            Action.SLOWER: self.run_.slower,
            Action.FASTER: self.run_.faster,
            Action.STEP: self._step,
        }
        deed = deeds.get(action)
        if deed is not None:
            deed()

    def frame(self, seconds: float) -> bool:
        """Let `seconds` of real time pass; True when there is something new to draw."""
        changed, self._changed = self._changed, False
        self._toggled, self._startled = max(0.0, self._toggled - seconds), max(0.0, self._startled - seconds)
        if self.stage.window.full != self._full:
            self._full, self._toggled = self.stage.window.full, TOGGLING
        self.fps = STILL_FPS if self.menu is not None else self.stage.settings.fps
        if self.menu is not None:
            return changed
        ticks = 0 if self.run_.pace.paused else self.run_.pass_time(seconds, busy=self.controls.busy)
        if ticks:
            self._after_ticks(seconds)
        return True

    def _after_ticks(self, seconds: float) -> None:
        """Sound, heartbeat, keeping, and the end."""
        playing, voice = self.playing, self.stage.voice
        self.ear.hear(playing.match, playing.live.notes)
        self._since_kept += seconds
        self._since_heart += seconds
        if (
            self._since_heart > HEART_EVERY
            and playing.pushing
            and self.view.told.beyond
            and not playing.match.dead.kind
        ):
            self._since_heart = 0.0
            voice.play("heartbeat", volume=0.6)
        if self._since_kept > KEEP_EVERY and self._keeper is not None:
            self._since_kept = 0.0
            self._keeper.keep(playing)
            self._tell_trouble(self._keeper)
        if playing.over and not self.over:
            self._whistle()
            self._startled = STARTLED

    def _tell_trouble(self, keeper: Keeper) -> None:
        """Once, when the disk refuses to keep the match."""
        if keeper.failure is not None:
            self.stage.tell(self.stage.say("match.not_kept", reason=keeper.failure.strerror or str(keeper.failure)))
            keeper.failure = None

    def draw(self, canvas: pygame.Surface) -> None:
        """The match, and the card over it."""
        run, settings = self.run_, self.stage.settings
        seconds = 1.0 / max(1, self.fps)
        still = self.menu is not None
        self.view.draw(canvas, self._extras(), share=1.0 if still else run.pace.share(), seconds=seconds)
        if self.menu is not None:
            paper = Paper(canvas, theme.unit(canvas.get_size()) * settings.scale)
            self.menu.draw(paper)
            self.view.written = paper.written

    def _extras(self) -> Extras:
        device, say = self.controls.device, self.stage.say
        playing, match = self.playing, self.playing.match
        tick = int(match.tick)
        voice = self.stage.voice
        captions = [*self._legend(), *([say(key) for key in voice.captions] if self.stage.settings.captions else [])]
        return Extras(
            need=cards.stakes_of(playing, say),
            keys=self.caps.playing(device, has_ball=self._has_ball()),
            status=self._status(device),
            speech=[(say(f"match.{line.who}"), say(f"match.{line.key}")) for line in self.run_.speech.shown(tick)],
            captions=captions,
            loud=self.run_.telling.shown(tick),
            ghosts=() if self.ghosts is None else tuple(self.ghosts.ready),
            rating=playing.rating.value,
            rating_was=self.run_.mark_before,
            behind=self.controls.holds(Action.LOOK) and self.menu is None,
            waiting=self.menu is not None,
        )

    def _legend(self) -> list[str]:
        """What the ghosts are, for as long as it takes to read it."""
        ghosts = self.ghosts.ready if self.ghosts is not None else []
        since = int(self.playing.match.tick) - (ghosts[0].begins if ghosts else 0)
        return [self.stage.say("match.ghost_legend")] if ghosts and since < LEGEND * TICKS_PER_SECOND else []

    def _status(self, device: str) -> Sequence[tuple[str, str]]:
        say = self.stage.say
        if self.run_.pace.paused:
            speed = say("match.paused")
        else:
            speed = say("match.speed", times=f"{self.run_.shown_speed:.2g}")
        return ("", speed), self.caps.one(Action.PAUSE, device), self.caps.one(Action.HELP, device)

    def _asked(self, tick: int) -> Asked:
        """What the person asks at this tick."""
        player = self.playing.match.players[self.playing.slot]
        here = float(player.x), float(player.y)
        pointer = self.controls.pointer
        spot = None if pointer is None else self.view.camera.spot(self.stage.window.on_canvas(pointer))
        return self.controls.asked(here, spot, has_ball=self._has_ball())

    def _has_ball(self) -> bool:
        match = self.playing.match
        return self.playing.slot in (int(match.ball.carrier), int(match.dead.taker) if match.dead.kind else -1)

    def _step(self) -> None:
        """One tick, and then stand still until the pause key."""
        self.run_.step()
        self._after_ticks(0.0)
