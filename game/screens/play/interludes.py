"""The cards of a match and what their choices do: before kick-off, paused, all keys, full time."""

from __future__ import annotations

from collections.abc import Callable

from game.post import LINES
from game.replay import Order
from game.screens.play import cards
from game.screens.play.captions import Caps
from game.screens.play.codes import match_code
from game.screens.play.controls import Controls
from game.screens.play.ghost import Ghosts
from game.screens.play.kept import Keeper
from game.screens.play.menu import Menu
from game.screens.play.played import Played
from game.screens.play.playing import Playing
from game.screens.play.run import Run
from game.screens.stage import Screen
from game.state import SIDE

Next = Callable[[Played], Screen]
"""The page that follows a match played to its end."""


class CardedScreen(Screen):
    """A page with a match on it, `playing`, over which a card, `menu`, may lie; then the match stands still."""

    playing: Playing
    menu: Menu | None
    begun: bool
    over: bool
    last: tuple[Order, ...]
    after: Next | None
    ghosts: Ghosts | None
    caps: Caps
    controls: Controls
    run_: Run
    _keeper: Keeper | None

    def _set_up(self, playing: Playing) -> None:
        """Show another run."""
        raise NotImplementedError

    def _apply_settings(self) -> None:
        """Let what the settings say hold for the run shown."""
        raise NotImplementedError

    def _before(self) -> Menu:
        """The card before kick-off."""
        keys = self.caps.playing(self.controls.device, has_ball=True)[:6]
        return cards.before(
            self.playing,
            self.stage.say,
            keys=keys,
            code=self._code(),
            start=self._kick_off,
            back=self._go_back,
            turn=self._other_player,
        )

    def _code(self) -> str:
        try:
            return match_code(self.playing.fixture, seed=self.playing.seed, slot=self.playing.slot)
        except ValueError:
            return ""

    def _open_card(self) -> None:
        self.menu = self._before()

    def _other_player(self, step: int) -> None:
        """Control another defender."""
        self.after = None
        playing = self.playing
        sheet, players = playing.setup.sheets[0], playing.match.players
        places = [slot for slot in range(SIDE) if int(sheet.post[slot]) in LINES["DF"] and players[slot].on]
        now = places.index(playing.slot) if playing.slot in places else 0
        slot = places[(now + step) % len(places)]
        self._set_up(Playing(playing.fixture, seed=playing.seed, slot=slot))
        self._apply_settings()
        focus = self.menu.focus if self.menu is not None else 0
        self.menu = self._before()
        self.menu.focus = focus

    def _kick_off(self) -> None:
        self.begun, self.menu = True, None
        self.controls.release()
        self._listen()
        if self.ghosts is not None and self.last:  # nobody shows a newcomer the way
            playing = self.playing
            self.ghosts.begin(playing.fixture, seed=playing.seed, slot=playing.slot, last=self.last)

    def _listen(self) -> None:
        """Let the debrief think every decision over from now on, where no other page is to follow."""
        if self.after is None:
            from game.screens.debrief.listening import debriefed  # it plays matches again, and so knows this page

            self.after = debriefed(self.playing)

    def _go_on(self) -> None:
        self.menu = None
        self.controls.release()
        self.run_.pace.paused = False
        self.run_.pace.forget()

    def _pause(self) -> None:
        if not self.begun or self.over:
            return
        if self.run_.pace.paused:
            self._go_on()
            return
        self.controls.release()
        self.stage.voice.hush()
        self.menu = cards.paused(
            self.stage.say,
            on=self._go_on,
            keys=self._show_keys,
            again=self._again,
            settings=self._options,
            leave=self._go_back,
        )

    def _options(self) -> None:
        """The settings, on top; back returns to the pause."""
        from game.screens.options import OptionsScreen  # it shows the keys of a match, and so knows this package

        self.stage.push(OptionsScreen())

    def _show_keys(self) -> None:
        keys = self.caps.all(self.controls.device)
        self.menu = cards.all_keys(self.stage.say, keys=keys, back=self._go_on if not self.over else self._whistle)

    def _again(self) -> None:
        """The same match from its start, this run as a ghost."""
        playing = self.playing
        self.last, self.after = tuple(playing.orders), None
        self._set_up(Playing(playing.fixture, seed=playing.seed, slot=playing.slot))
        self._apply_settings()
        self._kick_off()

    def _go_back(self) -> None:
        self.stage.back()

    def _whistle(self) -> None:
        """Full time: the card with the result, and the way to the debrief."""
        self.over = True
        if self._keeper is not None:
            self._keeper.forget()
        played = self.playing.played()
        club = self.playing.programme.clubs
        score = f"{club[0].short} {played.outcome.goals[0]}–{played.outcome.goals[1]} {club[1].short}"
        self.menu = cards.after(
            played.outcome,
            played.decisions,
            self.stage.say,
            score=score,
            code=self._code(),
            debrief=None if self.after is None else lambda: self._debrief(played),
            again=self._again,
            leave=self._go_back,
        )

    def _debrief(self, played: Played) -> None:
        if self.after is not None:
            self.stage.go(self.after(played))
