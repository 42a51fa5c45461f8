"""The coach's chair: pay on the board, the team that comes of it on the pitch and over hundreds of matches."""

from __future__ import annotations

import math
import random
import time

from game.intervals import Interval
from game.screens import theme
from game.screens.charts import Bar, Bars
from game.screens.choosing import name_of
from game.screens.coach.board import Man, Peg, Pitch
from game.screens.coach.pay import PRESETS, Pay, called, contracts, posts_of, preset, spots
from game.screens.coach.trial import MATCHES, Trial
from game.screens.debrief.seen_again import Cue, SeenAgain
from game.screens.debrief.told import Charted, home
from game.screens.page import Page
from game.screens.play.dressing import dressed
from game.screens.play.playing import Playing
from game.screens.programme import programme_of
from game.screens.stage import Stage
from game.screens.widgets import Button, Choice, Column, Row, Split, Widget, Words, heading, note
from game.teams.kick_off import kick_off
from game.teams.scenarios import scenarios

USUAL = "late-deficit"
REFRESH = 0.4  # s between two looks at a trial
TEAMS = ((theme.AMBER, "arrow"), (theme.SKY, "shield"))
MEASURED = ("points", "goals_for", "goals_against")
SEEDS = 2**31


class CoachScreen(Page):
    """A sandbox: pay, watch, measure, compare."""

    def __init__(self, name: str = USUAL) -> None:
        self.name = name
        self.pay = preset("posts", name)
        self.other: Pay | None = None  # team A, kept to compare with
        self.trial: Trial | None = None
        self.trouble = ""
        self.man = 1  # slot whose contract is shown
        self._next_look = 0.0
        self._luck = random.Random()

    @property
    def heading(self) -> str:
        """The chair."""
        return self.say("coach.title")

    def say(self, key: str, **values: object) -> str:
        """The words for `key` in the language chosen."""
        return self.stage.say(key, **values)

    def enter(self, stage: Stage) -> None:
        """The board's shirts are those the person chose."""
        self.stage = stage
        self._programme()
        super().enter(stage)

    def leave(self) -> None:
        """Stop measuring."""
        self._stop()

    def frame(self, seconds: float) -> bool:
        """Look at the trial now and then; the man in focus is the one whose contract is shown."""
        focus = self.board.focus
        if isinstance(focus, Peg) and focus.slot != self.man:
            self.man = focus.slot
            self.renew()
        now = time.monotonic()
        if self.trial is not None and now >= self._next_look:
            self._next_look = now + REFRESH
            self.renew()
            if not self.trial.running:
                self._next_look = math.inf
        return False

    def build(self) -> Widget:
        """The board at the left, what can be done with it at the right, what was measured below both."""
        left = Column([note(self.say("coach.change")), Pitch([self._peg(slot) for slot in range(len(self.pay.slots))])])
        right = Column([*self._setting(), self._deeds()], gap=9)
        return Column([Split(left, right, share=0.55, least=330), *self._found()], gap=9)

    def go_back(self) -> None:
        """To the title."""
        home(self.stage)

    def _programme(self) -> None:
        _, setup = kick_off(self.name, seed=0)
        self.programme = dressed(programme_of(self.name, setup), self.stage.settings.kits)
        self.lineup = [int(man) for man in setup.sheets[0].lineup]

    def _peg(self, slot: int) -> Peg:
        club = self.programme.clubs[0]
        number = club.numbers[self.lineup[slot]]
        man = Man(spots(self.name)[slot], number, self._short(self.pay.slots[slot]))
        told = self.say("coach.paid_for", who=self._who(slot), pay=self._paid(self.pay.slots[slot]))
        kit = club.keeper if slot == 0 else club.kit
        return Peg(man, kit, slot, turn=lambda: self._turn(slot), name=f"man {slot}", text=told)

    def _who(self, slot: int) -> str:
        """2 right back."""
        number = self.programme.clubs[0].numbers[self.lineup[slot]]
        return f"{number} {self.say(f'debrief.post_{posts_of(self.name)[slot].name}')}"

    def _setting(self) -> list[Widget]:
        say = self.say
        names = [(each.name, name_of(each, self.stage)) for each in scenarios()]
        known = called(self.pay, self.name)
        presets = [(key, say(f"coach.preset_{key}")) for key in PRESETS]
        if not known:
            presets = [("", say("coach.preset_own")), *presets]
        offered = list(dict.fromkeys([*contracts(), self.pay.slots[self.man]]))
        pays = [(policy, self._paid(policy)) for policy in offered]
        return [
            Words(say("coach.about")),
            Choice(self._who(self.man), pays, self.pay.slots[self.man], self._contract, name="contract"),
            Choice(say("coach.scenario"), names, self.name, self._play_at, name="scenario"),
            Choice(say("coach.presets"), presets, known, self._take_preset, name="preset"),
        ]

    def _deeds(self) -> Widget:
        say = self.say
        running = self.trial is not None and self.trial.running
        measure = say("coach.stop") if running else say("coach.measure", count=MATCHES)
        keep = say("coach.keep") if self.other is None else say("coach.drop")
        return Row(
            [
                Button(say("coach.watch"), self._watch, main=True, name="watch"),
                Button(say("coach.play"), self._play, name="play"),
                Button(measure, self._stop_now if running else self._measure, name="measure"),
                Button(keep, self._keep, name="keep"),
                Button(say("coach.back"), self.go_back, name="back"),
            ]
        )

    def _found(self) -> list[Widget]:
        """What was measured so far."""
        say, trial = self.say, self.trial
        if self.trouble:
            return [Words(say("coach.failed", reason=self.trouble), ink=theme.SKY)]
        if trial is None or trial.count == 0:
            return [note(say("coach.none"))]
        so_far = say("coach.measured", count=trial.count, most=trial.planned)
        parts: list[Widget] = [heading(so_far)]
        if len(trial.arms) == 2:
            parts = [Words(self._compared(trial), bold=True), note(f"{so_far}. {say('coach.same_luck')}")]
        return [*parts, Charted([self._bars(trial, what) for what in MEASURED], high=62, lines=3.6, least=260)]

    def _bars(self, trial: Trial, what: str) -> Bars:
        say = self.say
        teams = ["team_a", "team_b"] if len(trial.arms) == 2 else ["this_team"]
        bars = [
            Bar(say(f"coach.{team}"), means[what], self._interval(means[what]), *TEAMS[nth])
            for nth, (team, means) in enumerate(zip(teams, trial.means(), strict=True))
        ]
        alt = " ".join(say("coach.alt", what=bar.label, value=bar.written) for bar in bars)
        title = say(f"coach.{what}")
        return Bars(title, bars, f"{title}. {alt}", (say("coach.what"), say("coach.value")), most=1.0)

    def _compared(self, trial: Trial) -> str:
        apart = trial.difference()
        if not math.isfinite(apart.low):
            return self.say("coach.none")
        half = self._number((apart.high - apart.low) / 2)
        points = self._number(abs(apart.value))
        if not apart.excludes(0.0):
            return self.say("coach.close", points=points, half=half)
        better = self.say("coach.team_a" if apart.value > 0 else "coach.team_b")
        return self.say("coach.better", team=better, points=points, half=half)

    def _interval(self, value: Interval) -> str:
        if not math.isfinite(value.low):
            return self._number(value.value)
        half = self._number((value.high - value.low) / 2)
        return self.say("debrief.plus_minus", value=self._number(value.value), half=half)

    def _number(self, value: float) -> str:
        return f"{value:.2f}".replace(".", self.say("debrief.decimal"))

    def _turn(self, slot: int) -> None:
        self._pay_for(self.pay.turned(slot, 1))

    def _contract(self, policy: str) -> None:
        self._pay_for(self.pay.given(self.man, policy))

    def _take_preset(self, key: str) -> None:
        if key:
            self._pay_for(preset(key, self.name))

    def _play_at(self, name: str) -> None:
        """Another match: the set-up is kept where it has a name, the men change."""
        known = called(self.pay, self.name)
        self.name, self.other = name, None
        self._pay_for(preset(known, name) if known else self.pay)
        self._programme()
        self.renew()

    def _pay_for(self, pay: Pay) -> None:
        self._stop()
        self.pay, self.trial, self.trouble = pay, None, ""
        self.renew()

    def _keep(self) -> None:
        self.other = self.pay if self.other is None else None
        self._stop()
        self.trial = None
        self.renew()

    def _measure(self) -> None:
        teams = [self.pay] if self.other is None else [self.other, self.pay]
        try:
            self.trial = Trial([team.fixture(self.name) for team in teams]).start()
            self.trouble = ""
        except (KeyError, ValueError) as error:
            self.trouble = str(error.args[0])
        self._next_look = 0.0
        self.renew()

    def _stop(self) -> None:
        if self.trial is not None:
            self.trial.cancel()

    def _stop_now(self) -> None:
        self._stop()
        self.renew()

    def _watch(self) -> None:
        """The whole match, played by the machine; the man a person would control plays by his pay too."""
        playing = self._playing()
        playing.orders.clear()
        start = playing.played()
        self.stage.push(SeenAgain(start, [Cue(int(start.pages[0].tick), "moment_start")], speed=1.0, thinking=False))

    def _play(self) -> None:
        from game.screens.play.screen import PlayScreen

        playing = self._playing()
        self.stage.push(PlayScreen(playing))

    def _playing(self) -> Playing:
        return Playing(self.pay.fixture(self.name), seed=self._luck.randrange(SEEDS))

    def _short(self, policy: str) -> str:
        key = f"coach.short_{policy}"
        return self.say(key) if self.stage.say.has(key) else policy

    def _paid(self, policy: str) -> str:
        key = f"coach.pay_{policy}"
        return self.say(key) if self.stage.say.has(key) else policy
