"""A scenario changed: minute, score, competition, who plays for what, who you are, and how much help you get."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

from game.policies.final import COMPETITIONS
from game.screens import doors
from game.screens.choosing import clock, name_of
from game.screens.loading import enter_safely
from game.screens.page import Page
from game.screens.settings import LEVELS, Settings
from game.screens.widgets import Button, Choice, Column, Row, Split, Switch, Widget, heading, note
from game.teams.scenarios import Scenario, variant

MINUTES = (60, 70, 75, 80, 82, 84, 85, 86, 87, 88, 89, 90)
GOALS = tuple(range(6))
HALF = "role-bound,DF=role-bound,FW=team-win,MF=team-win"
MIXES: Sequence[tuple[str | None, str]] = (
    (None, "own"), ("role-bound", "role-bound"), (HALF, "half"), ("team-win", "team-win"),
)  # fmt: skip
POSTS = ("RB", "LB", "CB")
STRENGTHS: Sequence[tuple[str | None, str]] = (
    (None, "own"), ("pentlow", "weaker"), ("farrowdale", "equal"), ("averne", "stronger"),
)  # fmt: skip
"""Squads the rivals may be, by how they compare with the home side's usual one."""
OWN, NEW, NUMBERED = -1, 0, range(1, 21)  # luck: as in the scenario, new every time, or that of a seed
PRESETS = {
    "easy": {
        "slow_moments": True,
        "show_space": True,
        "show_way_back": True,
        "show_lane": True,
        "win_display": "numbers",
    },
    "fair": {"slow_moments": True, "show_space": True, "show_way_back": True, "show_lane": True, "win_display": "mood"},
    "hard": {
        "slow_moments": False,
        "show_space": False,
        "show_way_back": False,
        "show_lane": False,
        "win_display": "off",
    },
}
HELPS = (("slow_moments", "slow"), ("show_space", "space"), ("show_way_back", "way_back"), ("show_lane", "lane"))


def apply_level(settings: Settings, level: str) -> None:
    """Switch the helps as preset `level` has them."""
    settings.level = level
    for name, value in PRESETS[level].items():
        setattr(settings, name, value)


def level_of(settings: Settings) -> str:
    """The preset the helps are at, empty where they are somebody's own."""
    same = (
        level for level in LEVELS if all(getattr(settings, name) == value for name, value in PRESETS[level].items())
    )
    return next(same, "")


class CustomScreen(Page):
    """What is chosen here holds for one match; the helps are settings and stay."""

    def __init__(self, told: Scenario) -> None:
        self.told = told
        self.minute: int | None = None
        self.goals = list(told.score)
        self.kind = told.competition.kind
        self.mixes: list[str | None] = [None, None]
        self.post = told.controlled or "RB"
        self.rivals: str | None = None
        self.luck = OWN

    @property
    def heading(self) -> str:
        """What is changed, and of which scenario."""
        return f"{self.stage.say('shell.custom')}: {name_of(self.told, self.stage)}"

    def build(self) -> Widget:
        """The match at the left, the helps at the right."""
        say = self.stage.say
        play = Row(
            [
                Button(say("shell.play_this"), self._play, main=True, name="play"),
                Button(say("shell.back"), self.go_back, name="back"),
            ]
        )
        return Column([Split(Column(self._match(), gap=6), Column(self._helps(), gap=6), share=0.54, least=290), play])

    def _match(self) -> list[Widget]:
        say = self.stage.say
        minutes: list[tuple[int | None, str]] = [(None, clock(self.told)), *((each, f"{each}:00") for each in MINUTES)]
        goals = [(each, str(each)) for each in GOALS]
        kinds = [(each, self._kind(each)) for each in COMPETITIONS]
        mixes = [(each, say(f"shell.mix_{name}")) for each, name in MIXES]
        posts = [(each, say(f"shell.post_{each}")) for each in POSTS if each in self._posts()]
        strengths = [(each, say(f"shell.strength_{name}")) for each, name in STRENGTHS]
        luck = [(OWN, say("shell.luck_own")), (NEW, say("shell.luck_new"))]
        luck += [(nth, say("shell.luck_number", number=nth)) for nth in NUMBERED]
        return [
            Choice(say("shell.custom_minute"), minutes, self.minute, self._setter("minute"), name="minute"),
            Choice(say("shell.custom_home"), goals, self.goals[0], self._put(self.goals, 0), name="home"),
            Choice(say("shell.custom_away"), goals, self.goals[1], self._put(self.goals, 1), name="away"),
            Choice(say("shell.custom_kind"), kinds, self.kind, self._setter("kind"), name="kind"),
            Choice(say("shell.custom_mates"), mixes, self.mixes[0], self._put(self.mixes, 0), name="mates"),
            Choice(say("shell.custom_rivals"), mixes, self.mixes[1], self._put(self.mixes, 1), name="rivals"),
            Choice(say("shell.custom_strength"), strengths, self.rivals, self._setter("rivals"), name="strength"),
            Choice(say("shell.custom_post"), posts, self.post, self._setter("post"), name="post"),
            Choice(say("shell.new_luck"), luck, self.luck, self._setter("luck"), name="luck"),
        ]

    def _helps(self) -> list[Widget]:
        return help_widgets(self)

    def _kind(self, kind: str) -> str:
        key = f"shell.kind_{kind}"
        return self.stage.say(key) if self.stage.say.has(key) else kind

    def _posts(self) -> list[str]:
        return [post.name for post in self.told.home.sheet().formation.posts]

    def _setter(self, name: str) -> Callable[[Any], None]:
        return lambda value: setattr(self, name, value)

    def _put(self, chosen: list[Any], place: int) -> Callable[[Any], None]:
        return lambda value: chosen.__setitem__(place, value)

    def changed(self) -> Scenario:
        """The scenario as chosen; ValueError, in one line, for one that cannot be."""
        changes: dict[str, Any] = {}
        if tuple(self.goals) != tuple(self.told.score):
            changes["score"] = tuple(self.goals)
        if self.minute is not None:
            changes |= {"minute": f"{self.minute}:00", "added": self.told.added}
        if self.kind != self.told.competition.kind:
            changes["competition"] = {"kind": self.kind, "first_leg": (0, 0)}
            if self.told.home.needs is not None:
                changes["home"] = {"needs": None}
        if self.post != self.told.controlled:
            changes["controlled"] = self.post
        if self.rivals is not None:
            changes["away"] = {"squad": self.rivals, "lineup": None, "bench": None}
        if not changes:
            return self.told
        if "home" in changes:
            return _without_aim(self.told, changes)
        return variant(self.told, **changes)

    def _play(self) -> None:
        try:
            told: Scenario | str = self.changed()
        except (ValueError, KeyError) as error:
            self.stage.tell(self.stage.say("shell.bad_match", reason=str(error)))
            return
        named = told.name if told is self.told and isinstance(told, Scenario) else told
        seed = {OWN: None, NEW: random.randrange(doors.SEEDS)}.get(self.luck, self.luck)
        opening = doors.match(named, seed=seed, home=self.mixes[0], away=self.mixes[1])
        if doors.READYING.ready:
            enter_safely(self.stage, opening)
        else:
            doors.open_door(self.stage, opening)


def help_widgets(page: Page) -> list[Widget]:
    """Difficulty, what it means, and its single helps; used by this page and by the settings."""
    stage, say = page.stage, page.stage.say
    settings = stage.settings

    def choose(level: str) -> None:
        if level:
            apply_level(settings, level)
        stage.keep_settings()
        page.renew()

    def switch(name: str) -> Callable[[bool], None]:
        def turn(on: bool) -> None:
            setattr(settings, name, on)
            stage.keep_settings()
            page.renew()

        return turn

    at = level_of(settings)
    levels = [(each, say(f"shell.level_{each}")) for each in LEVELS]
    if not at:
        levels.append(("", say("shell.level_own")))
    words = (say("shell.off"), say("shell.on"))
    about = [note(say(f"shell.level_{at}_about"))] if at else []
    switches = [
        Switch(say(f"shell.assist_{word}"), getattr(settings, name), switch(name), words=words, name=name)
        for name, word in HELPS
    ]
    return [
        heading(say("shell.assists")),
        Choice(say("shell.level"), levels, at, choose, name="level"),
        *about,
        *switches,
    ]


def _without_aim(told: Scenario, changes: dict[str, Any]) -> Scenario:
    """A variant in which the competition alone decides, since the aim written was that of another."""
    content = told.model_dump(exclude_unset=True)
    content["home"].pop("needs", None)
    plain = Scenario.model_validate(content)
    plain._name = told.name
    return variant(plain, **{name: value for name, value in changes.items() if name != "home"})
