"""The debrief in words and charts, in the language of the person: what the pages show and the report prints."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from game.dilemma.moments import Window
from game.intervals import Interval
from game.post import Post
from game.screens import theme
from game.screens.charts import Bar, Bars, IconArray
from game.screens.debrief.account import CLOSE, RIGHT, Account
from game.screens.debrief.story import Story
from game.screens.debrief.thinking import PUSH, STAY
from game.screens.line_chart import Band, LineChart, Mark
from game.state import TICKS_PER_SECOND

Say = Callable[..., str]
"""Language: a key of the word files and its values, to a sentence."""

TELLS_NOTHING = 50.0  # in a hundred: an interval half as wide as this and more says nothing yet
MARKS = {PUSH: ("arrow", theme.AMBER), STAY: ("shield", theme.SKY)}
TICKS_SHOWN = 6  # times written under the line


@dataclass(frozen=True)
class Telling:
    """Everything the debrief says about one run. `worth` is what all pushes together added, None while unknown."""

    say: Say
    story: Story
    window: Window | None
    account: Account
    worth: Interval | None = None

    def number(self, value: float, *, sign: bool = False, digits: int = 1) -> str:
        """A number as the language writes it; a dash where there is none."""
        if not math.isfinite(value):
            return "–"
        value = round(value, digits) + 0.0  # + 0.0: nothing is written as minus nothing
        text = f"{value:{'+' if sign and value else ''}.{digits}f}".replace("-", "−")
        return text.replace(".", self.say("debrief.decimal"))

    @property
    def clock(self) -> str:
        """When the main choice was made."""
        return self.story.clock(self.account.choice.tick)

    def goals(self, tick: int) -> str:
        """The score at a tick, as in 0–1."""
        home, away = self.story.goals_at(tick)
        return f"{home}–{away}"

    @property
    def aim(self) -> str:
        """What had to be reached, after "your chance to"."""
        objective = self.story.objective
        return self.say(f"debrief.aim_{objective.kind.replace('-', '_')}", goals=objective.goals)

    @property
    def asked(self) -> str:
        """The choice the debrief is about, in a sentence."""
        key = "predict_pushed" if self.account.choice.did == PUSH else "predict_stayed"
        return self.say(f"debrief.{key}", clock=self.clock, goals=self.goals(self.account.choice.tick))

    def line(self, cursor: int | None = None) -> LineChart:
        """Beat 2: the chance over time, with choices, goals and the window; `cursor` is a tick."""
        story, say = self.story, self.say
        xs = [self._minute(tick) for tick in story.ticks]
        return LineChart(
            say("debrief.line_chart", aim=self.aim),
            xs,
            story.shares,
            self._line_alt(),
            (say("debrief.line_time"), say("debrief.line_share")),
            ticks=self._times(),
            marks=self._marks(),
            bands=[
                Band(self._minute(self.window.first), self._minute(self.window.last), say("debrief.window"))
            ] if self.window else [],
            cursor=None if cursor is None else self._minute(cursor),
        )  # fmt: skip

    def at(self, tick: int) -> str:
        """What the line says at a tick."""
        share = self.line().at(self._minute(tick))
        return self.say("debrief.at", clock=self.story.clock(tick), share=self.number(100 * share, digits=0))

    @property
    def window_note(self) -> str:
        """What the hatched part means, or that there is none."""
        return self.say("debrief.window_some" if self.window else "debrief.window_none")

    def arrays(self) -> tuple[IconArray, IconArray]:
        """Beat 3: the futures of going and of staying."""
        push, stay = (self._array(option) for option in (PUSH, STAY))
        return push, stay

    @property
    def counted(self) -> str:
        """How many futures there are so far."""
        count = self.account.ends(PUSH).count
        if count == 0:
            return self.say("debrief.futures_none")
        planned = self.account.comparison.planned if self.account.comparison else count
        so_far = self.say("debrief.futures_so_far", count=count)
        return so_far if count >= planned else f"{so_far}, {self.say('debrief.futures_of', count=planned)}"

    @property
    def against(self) -> str:
        """6 in 100 against 12 in 100."""
        push, stay = (self.account.ends(option).reached.value for option in (PUSH, STAY))
        aim = self.aim[:1].upper() + self.aim[1:]
        return self.say("debrief.against", aim=aim, push=self.number(push, digits=0), stay=self.number(stay, digits=0))

    @property
    def edge(self) -> str:
        """Which choice was worth more, and by how much, or that it is too close to call."""
        verdict = self.account.verdict
        if verdict is None or not math.isfinite(verdict.worth.low) or not math.isfinite(verdict.worth.high):
            return self.say("debrief.close_early")
        wide = (verdict.worth.high - verdict.worth.low) / 2
        if wide > TELLS_NOTHING and not verdict.sure:
            return self.say("debrief.close_early")
        half = self.number(wide)
        points = self.number(abs(verdict.worth.value))
        key = f"edge_{verdict.choice}" if verdict.sure else "close"
        return self.say(f"debrief.{key}", points=points, half=half)

    @property
    def headline(self) -> str:
        """The 2×2 of decision and luck, and the edge of a coin."""
        return self.say(f"debrief.{self.account.headline}")

    def numbers(self) -> Bars:
        """Beat 4: decision and luck."""
        say, told = self.say, self.account
        luck = Interval(told.luck, math.nan, math.nan)
        decision, plain = self.interval(told.decision), self.number(told.luck, sign=True)
        shape, ink = MARKS[told.choice.did]
        return Bars(
            say("debrief.decision_chart"),
            [
                Bar(say("debrief.decision"), told.decision, decision, ink, shape),
                Bar(say("debrief.luck"), luck, plain, theme.MUTED, "ring"),
            ],
            say("debrief.decision_alt", decision=decision, luck=plain),
            (say("debrief.what"), say("debrief.worth_chart_value")),
            least=-20.0,
            most=20.0,
        )

    def interval(self, value: Interval) -> str:
        """+5.6 ± 2.5, or the bare number where nothing is known of its width."""
        if not math.isfinite(value.low) or not math.isfinite(value.high):
            return self.number(value.value, sign=True)
        half = self.number((value.high - value.low) / 2)
        return self.say("debrief.plus_minus", value=self.number(value.value, sign=True), half=half)

    @property
    def rating(self) -> str:
        """The silo number: before the choice and at the end."""
        before, after = self.story.rating_at(self.account.choice.tick), self.story.ratings[-1]
        return self.say("debrief.rating_moved", before=self.number(before), after=self.number(after))

    @property
    def worth_line(self) -> str:
        """What he was worth to the team against staying."""
        if not self.story.pushes:
            return self.say("debrief.worth_none")
        if self.worth is None:
            return self.say("debrief.worth_soon")
        return self.say("debrief.worth_kept", points=self.interval(self.worth))

    @property
    def two_numbers(self) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
        """What the coach rates and what the team got: each its name, the figure, and a word on it."""
        say, story = self.say, self.story
        rated = say("debrief.role_rating"), self.number(story.ratings[-1]), self.rating
        if not story.pushes:
            worth = "0", say("debrief.worth_stayed")
        elif self.worth is None:
            worth = "…", say("debrief.worth_soon")
        else:
            worth = self.interval(self.worth), say("debrief.worth_against")
        return rated, (say("debrief.worth"), *worth)

    @property
    def closing(self) -> str:
        """The last line."""
        played = self.story.played
        post = Post(int(played.setup.sheets[0].post[played.slot]))
        club = played.programme.clubs[0].name
        return self.say("debrief.closing", post=self.say(f"debrief.post_{post.name}"), club=club)

    def judged(self, said: str) -> str:
        """The prediction (yes, no, cannot_tell) beside what was found."""
        if said == "cannot_tell":
            return self.say("debrief.said_open")
        if self.account.quality == CLOSE:
            return self.edge
        agrees = (said == "yes") == (self.account.quality == RIGHT)
        return self.say("debrief.said_right" if agrees else "debrief.said_wrong")

    def _minute(self, tick: int) -> float:
        return (tick - self.story.ticks[0]) / TICKS_PER_SECOND / 60.0

    def _times(self) -> list[tuple[float, str]]:
        count = len(self.story.ticks)
        shown = sorted({round(nth * (count - 1) / (TICKS_SHOWN - 1)) for nth in range(TICKS_SHOWN)})
        return [(self._minute(self.story.ticks[nth]), self.story.clocks[nth]) for nth in shown]

    def _marks(self) -> list[Mark]:
        """Choices and goals by time."""
        made = [
            (choice.tick, Mark(self._minute(choice.tick), self.say(f"debrief.{choice.did}"), *MARKS[choice.did]))
            for choice in self.story.choices[1:]
        ]
        for tick, side in self.story.goals:
            key, shape, ink = (("goal_for", "dot", theme.WHITE), ("goal_against", "triangle", theme.DANGER))[side]
            made.append((tick, Mark(self._minute(tick), self.say(f"debrief.{key}"), shape, ink)))
        return [mark for _, mark in sorted(made, key=lambda each: each[0])]

    def _line_alt(self) -> str:
        story, say = self.story, self.say
        goals = say("debrief.line_goals", count=len(story.goals)) if story.goals else say("debrief.line_goals_none")
        choices = ", ".join(f"{story.clock(each.tick)} {say(f'debrief.{each.did}')}" for each in story.choices)
        return say(
            "debrief.line_alt",
            first=self.number(100 * story.shares[0], digits=0),
            start=story.clocks[0],
            last=self.number(100 * story.shares[-1], digits=0),
            goals=goals,
            choices=choices,
        )

    def _array(self, option: str) -> IconArray:
        say, ends = self.say, self.account.ends(option)
        planned = self.account.comparison.planned if self.account.comparison else 1
        title = say(f"debrief.if_{option}")
        return IconArray(
            title,
            ends.won,
            ends.drawn,
            ends.lost,
            planned,
            say("debrief.array_alt", option=title, won=ends.won, drawn=ends.drawn, lost=ends.lost, count=ends.count),
            (say("debrief.won"), say("debrief.drawn"), say("debrief.lost")),
            (say("debrief.outcome"), say("debrief.matches")),
        )
