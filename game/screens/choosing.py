"""The scenarios: a card each with what can be seen at a glance, and beside them the one in focus, its pitch and aim."""

from __future__ import annotations

import functools

from game.screens import doors
from game.screens.loading import enter_safely
from game.screens.page import Page
from game.screens.preview import Preview
from game.screens.stage import Stage
from game.screens.widgets import Button, Column, Grid, Panel, Row, Split, Widget, Words, note
from game.screens.widgets.card import Card
from game.teams.scenarios import Scenario, scenarios

FIRST = ("late-deficit", "alone-at-the-back", "keeper-up")
"""What a newcomer plays: the match of the title, one in which he is the last line, and the last corner of a cup tie."""
EXTRA = 45.0  # minutes a half lasts


@functools.cache
def in_order() -> tuple[Scenario, ...]:
    """All scenarios: FIRST, then the latest start before the others, the shortest to play."""
    places = {name: place for place, name in enumerate(FIRST)}
    return tuple(sorted(scenarios(), key=lambda told: (places.get(told.name, len(FIRST)), -_minute(told), told.name)))


class ChoosingScreen(Page):
    """Cards at the left, the one in focus at the right; Enter on a card plays it."""

    def __init__(self) -> None:
        self.told = in_order()[0]

    @property
    def heading(self) -> str:
        """Scenarios."""
        return self.stage.say("shell.picker")

    def build(self) -> Widget:
        """A grid of cards beside the details."""
        cards = [
            Card(
                name_of(told, self.stage),
                facts(told, self.stage)[:3],
                functools.partial(self._play, told),
                name=told.name,
                on=told is self.told,
            )
            for told in in_order()
        ]
        return Split(self._details(), Grid(cards, cell=215, most=3), share=0.36, least=215)

    def enter(self, stage: Stage) -> None:
        """The focus begins on the first card."""
        fresh = not hasattr(self, "board")
        super().enter(stage)
        if fresh:
            self.board.refocus(self.told.name)

    def frame(self, seconds: float) -> bool:
        """The card in focus is the one described."""
        name = getattr(self.board.focus, "name", "")
        told = next((each for each in in_order() if each.name == name), self.told)
        if told is not self.told:
            self.told = told
            self.renew()
        return False

    def _details(self) -> Widget:
        say, told = self.stage.say, self.told
        ready = doors.READYING.ready
        parts: list[Widget] = [
            Words(name_of(told, self.stage), size=21, bold=True),
            Words(stakes_of(told, self.stage)),
            *([Preview(told, self.stage)] if ready else []),
            *(note(fact) for fact in facts(told, self.stage)),
            Row(
                [
                    Button(say("shell.play_this"), functools.partial(self._play, told), main=True, name="play"),
                    Button(say("shell.change_it"), self._change, name="change"),
                ]
            ),
        ]
        return Panel(Column(parts, gap=8))

    def _play(self, told: Scenario) -> None:
        opening = doors.match(told.name)
        if doors.READYING.ready:
            enter_safely(self.stage, opening)
        else:
            doors.open_door(self.stage, opening)

    def _change(self) -> None:
        from game.screens.custom import CustomScreen

        self.stage.push(CustomScreen(self.told))


def name_of(told: Scenario, stage: Stage) -> str:
    """What the scenario is called in the language chosen; its own title where nobody has put it into words."""
    key = f"scenarios.{told.name}"
    return stage.say(key) if stage.say.has(key) else told.title


def stakes_of(told: Scenario, stage: Stage) -> str:
    """What is at stake, in one sentence."""
    key = f"scenarios.{told.name}_stakes"
    return stage.say(key) if stage.say.has(key) else told.stakes


def facts(told: Scenario, stage: Stage) -> list[str]:
    """Minute and score; competition; what is needed; who you are."""
    say = stage.say
    kind = told.competition.kind
    named = say(f"shell.kind_{kind}") if say.has(f"shell.kind_{kind}") else say("shell.kind_other")
    lines = [f"{clock(told)}  ·  {told.score[0]}–{told.score[1]}", named, f"{say('shell.aim')}: {aim(told, stage)}"]
    if told.controlled is not None:
        lines.append(f"{say('shell.you_are')}: {say(f'shell.post_{told.controlled}')}")
    return lines


def clock(told: Scenario) -> str:
    """When it begins, as a match clock."""
    half, second = told.starts
    whole = _minute(told)
    over = second / 60.0 - (EXTRA if half <= 2 else EXTRA / 3)
    beyond = f"{round(whole - over)}+" if over > 0 else ""
    minutes = over if over > 0 else whole
    return f"{beyond}{int(minutes)}:{round(minutes * 60) % 60:02d}"


def aim(told: Scenario, stage: Stage) -> str:
    """What the home side must reach, in the words of the match itself."""
    return stage.say(told.aim.key, goals=told.aim.goals)


def _minute(told: Scenario) -> float:
    half, second = told.starts
    return second / 60.0 + (0.0, EXTRA, 2 * EXTRA, 2 * EXTRA + 15.0)[half - 1]
