"""What now: the same match with the other choice, key moments, the next match, a code to share, a report."""

from __future__ import annotations

from collections.abc import Callable

from game.match import HELD, LONGEST, PUSHED
from game.replay import Order
from game.screens import theme
from game.screens.debrief.desk import Desk
from game.screens.debrief.report import save_report
from game.screens.debrief.seen_again import Cue, SeenAgain, cues_of, here
from game.screens.debrief.sharing import ShareScreen, code_of
from game.screens.debrief.story import Choice
from game.screens.debrief.thinking import PUSH
from game.screens.debrief.told import Told, home, over_title
from game.screens.files import own_folder
from game.screens.play.played import Played
from game.screens.play.playing import Playing
from game.screens.preview import Still
from game.screens.season.shelf import SEASON, keep_match
from game.screens.stage import Stage
from game.screens.widgets import Button, Column, Row, Widget, Words, note

STILL = 520  # units, width of the picture of the moment


class NowScreen(Told):
    """The page after the four beats. The first button is the other choice."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.note = ""
        self.book = ""  # which book the match went into
        self._kept = False

    @property
    def heading(self) -> str:
        """What now."""
        return self.say("debrief.now_title")

    def enter(self, stage: Stage) -> None:
        """Be the shown page; the match goes into the books once."""
        if not self._kept:
            self._kept = True
            self.book = keep_match(stage, self.desk)
        super().enter(stage)

    def build(self) -> Widget:
        """Headline, and what just happened."""
        told = self.desk.telling(self.say)
        about = self.say("debrief.other_about", clock=told.clock)
        moment = self.say("debrief.moment_alt", clock=told.clock)
        page, slot, pair = told.account.choice.page, self.desk.played.slot, self.stage.settings.kits
        parts: list[Widget] = [
            Words(told.headline, size=26, bold=True),
            Words(told.edge),
            Still(page, slot, pair=pair, text=moment, wide=STILL),
            note(about),
        ]
        if self.note:
            parts.append(Words(self.note, ink=theme.SKY))
        return Column(parts, gap=12)

    def choices(self) -> Widget:
        """The other choice, then the rest."""
        told = self.desk.telling(self.say)
        choice, other = told.account.choice, told.account.other
        deeds: list[tuple[str, Callable[[], None]]] = [
            (f"other_machine_{other}", lambda: self._by_machine(choice)),
            ("moments", self._moments),
            ("season" if self.book == SEASON else "next_match", self._next),
            ("code", self._share),
            ("report", self._report),
            ("to_title", self.go_back),
        ]
        first = Button(self.say(f"debrief.other_{other}"), lambda: self._by_hand(choice), main=True, name="other")
        rest = [Button(self.say(f"debrief.{key}"), deed, name=key) for key, deed in deeds]
        return Row([first, *rest])

    def go_back(self) -> None:
        """To the title; thinking stops."""
        self.desk.close()
        home(self.stage)

    def _by_hand(self, choice: Choice) -> None:
        """Take the run up at the choice, the ghost of the first beside you."""
        from game.screens.debrief.listening import debriefed
        from game.screens.play.screen import PlayScreen

        self.desk.close()
        played = self.desk.played
        playing = taken_up(played, choice)
        screen = PlayScreen(playing, last=played.orders, after=debriefed(playing), begun=True)
        over_title(self.stage, screen)
        if screen.ghosts is not None:
            screen.ghosts.begin(played.fixture, seed=played.seed, slot=played.slot, last=played.orders)

    def _by_machine(self, choice: Choice) -> None:
        """Watch the other choice to the whistle."""
        other = otherwise(self.desk.played, choice)
        score, before = (f"{run.outcome.goals[0]}–{run.outcome.goals[1]}" for run in (other, self.desk.played))
        self.note = self.say("debrief.compared", now=score, before=before)
        self.stage.push(SeenAgain(other, [here(choice.tick)], speed=1.0, thinking=False))

    def _moments(self) -> None:
        story = self.desk.story
        if story is not None:
            cues = cues_of(story) or [Cue(story.ticks[0], "moment_start")]
            self.stage.push(SeenAgain(self.desk.played, cues))

    def _next(self) -> None:
        """Back to the season where this was a match of it, else to the next scenario."""
        from game.screens import doors
        from game.screens.season.screen import SeasonScreen

        self.desk.close()
        over_title(self.stage, SeasonScreen() if self.book == SEASON else doors.next_match(self.stage))

    def _share(self) -> None:
        self.stage.push(ShareScreen(self.desk.played))

    def _report(self) -> None:
        telling = self.desk.telling(self.say)
        try:
            path = save_report(
                telling, own_folder("reports"), language=self.stage.settings.language, code=code_of(self.desk.played)
            )
            self.note = self.say("debrief.report_saved", path=path)
        except OSError as error:
            self.note = self.say("debrief.report_failed", reason=error.strerror or error)
        self.renew()


def after_debrief(stage: Stage, desk: Desk) -> None:
    """What comes when the four beats are through: the question again, then what now."""
    from game.screens.question import JobScreen

    stage.push(JobScreen(lambda stage: stage.go(NowScreen(desk)), again=True))


def taken_up(played: Played, choice: Choice) -> Playing:
    """The run again up to `choice`, ready to be played on by hand."""
    playing = Playing(played.fixture, seed=played.seed, slot=played.slot)
    playing.replay([order for order in played.orders if order.tick < choice.tick], choice.tick)
    return playing


def otherwise(played: Played, choice: Choice) -> Played:
    """The run with the other choice made at that tick and kept to the whistle, played by the machine."""
    playing = taken_up(played, choice)
    told = HELD if choice.did == PUSH else PUSHED
    playing.replay([Order(choice.tick, played.slot, told=told)], LONGEST)
    return playing.played()
