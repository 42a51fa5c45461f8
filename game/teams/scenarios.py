"""Scenarios: the situation a match begins in, read from assets/scenarios."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr, ValidationError, ValidationInfo, field_validator, model_validator

from game.chance import SEED_LIMIT
from game.pitch import HALF_LENGTH, HALF_WIDTH
from game.policies.final import COMPETITIONS, Terms
from game.policies.mix import mix
from game.policies.names import unknown
from game.state import SIDE
from game.teams import reading
from game.teams.competitions import KNOCK_OUT, LAW_YEARS
from game.teams.formations import Formation, formation
from game.teams.minutes import moment, seconds
from game.teams.objectives import Objective, objective
from game.teams.sheets import TeamSheet, team_sheet
from game.teams.squads import Squad, squad

MOST_GOALS = 9  # a side at the start; the stakes tables end there
MOST_ADVANTAGE = 0.5  # of skill errors
AIMS = {"win": 1, "draw": 0}
MOST_OFF = 4  # men a side may have lost: with fewer than seven a match is not played (Law 3)
READY = 4.0  # s until an ordinary taker plays a late start
LEGS_A_MATCH = 0.25  # of the day's stamina an average man has spent after 90 minutes; tuned

Goals = Annotated[int, Field(ge=0, le=MOST_GOALS)]
Score = Annotated[tuple[Goals, Goals], Field(strict=False)]
Numbers = Annotated[tuple[int, ...], Field(strict=False)]
Share = Annotated[float, Field(ge=0.0, le=1.0)]


class Prize(reading.Written):
    """What is played for."""

    kind: str = "league"
    first_leg: Score = (0, 0)  # home, away

    @field_validator("kind")
    @classmethod
    def _known(cls, kind: str) -> str:
        if kind not in COMPETITIONS:
            raise unknown("competition", kind, COMPETITIONS)
        return kind

    @model_validator(mode="after")
    def _two_legs(self) -> Prize:
        if self.lead and self.kind != "aggregate":
            raise ValueError(f'a {self.kind} match has no first leg; write kind = "aggregate"')
        return self

    @property
    def lead(self) -> int:
        """The home side's lead from the first leg."""
        return self.first_leg[0] - self.first_leg[1]


class Side(reading.Written):
    """One of the two sides."""

    squad: str
    formation: str = "4-4-2"
    mix: str = "team-win"
    lineup: list[int] | None = None  # shirt numbers in the formation's order
    bench: list[int] | None = None
    freshness: Share | None = None  # None: as the minute suggests
    needs: str | int | None = None  # "win", "draw", a goal margin; None: what the competition gives
    sent_off: Numbers = ()  # shirt numbers of the line-up who are off already
    booked: Numbers = ()  # and of those on a yellow card
    legs: dict[str, Share] = Field(default_factory=dict)  # freshness of single posts, where it is not the side's
    keeper_up: bool = False  # the keeper begins at the other end, for the restart it starts with

    @field_validator("squad")
    @classmethod
    def _known_squad(cls, name: str) -> str:
        squad(name)
        return name

    @field_validator("formation")
    @classmethod
    def _known_formation(cls, name: str) -> str:
        formation(name)
        return name

    @field_validator("mix")
    @classmethod
    def _known_mix(cls, text: str) -> str:
        mix(text)
        return text

    @field_validator("lineup", "bench")
    @classmethod
    def _on_the_sheet(cls, numbers: list[int] | None, info: ValidationInfo) -> list[int] | None:
        told = info.data
        if numbers is not None and {"squad", "formation"} <= told.keys():
            eleven = numbers if info.field_name == "lineup" else told.get("lineup")
            seats = numbers if info.field_name == "bench" else None
            team_sheet(squad(told["squad"]), formation(told["formation"]), eleven, bench=seats)
        return numbers

    @field_validator("sent_off", "booked")
    @classmethod
    def _in_the_lineup(cls, numbers: tuple[int, ...], info: ValidationInfo) -> tuple[int, ...]:
        told = info.data
        if {"squad", "formation", "lineup"} <= told.keys():
            men = squad(told["squad"]).players
            sheet = team_sheet(squad(told["squad"]), formation(told["formation"]), told["lineup"])
            worn = [men[index].number for index in sheet.lineup]
            strangers = [number for number in numbers if number not in worn]
            if strangers:
                raise ValueError(f"number {strangers[0]} does not start; those who do: {', '.join(map(str, worn))}")
            if info.field_name == "sent_off" and (worn[0] in numbers or len(numbers) > MOST_OFF):
                raise ValueError(f"a keeper and at least {SIDE - MOST_OFF} men stay on the pitch (Law 3)")
        return numbers

    @field_validator("legs")
    @classmethod
    def _posts_of_the_formation(cls, legs: dict[str, float], info: ValidationInfo) -> dict[str, float]:
        if "formation" in info.data:
            posts = [each.name for each in formation(info.data["formation"]).posts]
            for post in legs:
                if post not in posts:
                    raise unknown("post in the formation", post, posts)
        return legs

    @field_validator("needs", mode="before")
    @classmethod
    def _is_aim(cls, needs: object) -> object:
        named = isinstance(needs, str) and needs in AIMS
        margin = isinstance(needs, int) and not isinstance(needs, bool) and abs(needs) <= MOST_GOALS
        if not (named or margin):
            raise ValueError(f'{needs!r} is no aim; write "win", "draw", or a goal margin from -9 to 9')
        return needs

    def members(self) -> Squad:
        """The squad, as written in its file."""
        return squad(self.squad)

    def sheet(self) -> TeamSheet:
        """The team sheet: who plays where."""
        return team_sheet(self.members(), formation(self.formation), self.lineup, bench=self.bench)

    def slot_of(self, number: int) -> int:
        """The place, 0–10, of the man who starts with this shirt `number`."""
        men = self.members().players
        return [men[index].number for index in self.sheet().lineup].index(number)

    @property
    def margin(self) -> int | None:
        """Goal difference the side needs, None where the competition alone decides."""
        if isinstance(self.needs, str):
            return AIMS[self.needs]
        return self.needs


class Restart(reading.Written):
    """How a late start begins; `at` in metres, the side with the ball attacking +x, left +y."""

    kind: Literal["throw-in", "goal-kick", "free-kick", "corner"] = "throw-in"
    at: Annotated[tuple[float, float], Field(strict=False)] = (-12.0, HALF_WIDTH)
    wait: Annotated[float, Field(ge=0.0, le=30.0)] = READY  # s until an ordinary taker plays it

    @field_validator("at")
    @classmethod
    def _on_the_pitch(cls, at: tuple[float, float]) -> tuple[float, float]:
        if abs(at[0]) > HALF_LENGTH or abs(at[1]) > HALF_WIDTH:
            raise ValueError(f"{list(at)} is off the pitch; it reaches ±{HALF_LENGTH} and ±{HALF_WIDTH} m")
        return at


class Scenario(reading.Written):
    """A situation worth playing."""

    title: Annotated[str, Field(min_length=1, max_length=60)]
    stakes: Annotated[str, Field(min_length=1, max_length=200)]  # one sentence: what is at stake
    home: Side
    away: Side
    competition: Prize = Prize()
    minute: str | float = 0.0  # 85, "85:00", "90+2"
    score: Score = (0, 0)  # home, away
    added: str | float | None = None  # minutes, for the half it starts in; None: from time lost
    law_year: str = "2026/27"
    ball: Literal["home", "away"] = "home"  # who kicks off, or has the ball
    restart: Restart = Restart()
    controlled: str | None = None  # post of the home player a person controls
    seed: Annotated[int, Field(ge=0, lt=SEED_LIMIT)] = 1
    home_advantage: Annotated[float, Field(ge=0.0, le=MOST_ADVANTAGE)] = 0.0  # fewer errors at home, more away
    tags: Annotated[tuple[str, ...], Field(strict=False)] = ()
    _name: str = PrivateAttr(default="")

    @field_validator("minute", mode="before")
    @classmethod
    def _is_moment(cls, written: Any, info: ValidationInfo) -> Any:
        competition = info.data.get("competition", Prize())
        moment(written, extra_time=competition.kind in KNOCK_OUT)
        return written

    @field_validator("added", mode="before")
    @classmethod
    def _is_time(cls, written: Any) -> Any:
        seconds(written)
        return written

    @field_validator("law_year")
    @classmethod
    def _known_year(cls, year: str) -> str:
        if year not in LAW_YEARS:
            raise unknown("law year", year, LAW_YEARS)
        return year

    @field_validator("controlled")
    @classmethod
    def _is_played(cls, post: str | None, info: ValidationInfo) -> str | None:
        if post is not None and "home" in info.data:
            posts = [each.name for each in formation(info.data["home"].formation).posts]
            if post not in posts:
                raise unknown("post in the home side's formation", post, posts)
        return post

    @model_validator(mode="after")
    def _makes_sense(self) -> Scenario:
        if self.controlled is not None and self._is_off(self.home.sheet().formation):
            raise ValueError(f"the {self.controlled} a person controls is sent off; control another post")
        return self

    def _is_off(self, shape: Formation) -> bool:
        """Whether the man a person controls has been sent off."""
        off = {self.home.slot_of(number) for number in self.home.sent_off}
        return [post.name for post in shape.posts].index(str(self.controlled)) in off

    @property
    def aim(self) -> Objective:
        """What the home side must reach."""
        prize = self.competition
        return objective(self.home.margin, competition=prize.kind, score=self.score, lead=prize.lead)

    @property
    def name(self) -> str:
        """What the command line calls it: its file's name."""
        return self._name

    @property
    def starts(self) -> tuple[int, float]:
        """Half, and seconds of it."""
        return moment(self.minute, extra_time=self.competition.kind in KNOCK_OUT)

    @property
    def added_seconds(self) -> float | None:
        """Added time, None where it comes from time lost."""
        return None if self.added is None else seconds(self.added)

    @property
    def controlled_slot(self) -> int | None:
        """The slot a person controls, the first of his post."""
        posts = [post.name for post in self.home.sheet().formation.posts]
        return posts.index(self.controlled) if self.controlled else None

    def terms(self, side: int) -> Terms:
        """What `side` (0, 1) plays for."""
        lead = self.competition.lead
        own = (self.home, self.away)[side]
        return Terms(self.competition.kind, lead if side == 0 else -lead, own.margin)

    def freshness(self, side: int) -> float:
        """What is left of the legs of `side` at the start."""
        written = (self.home, self.away)[side].freshness
        half, second = self.starts
        played = second + (0.0, 2700.0, 5400.0, 6300.0)[half - 1]
        return 1.0 - LEGS_A_MATCH * played / 5400.0 if written is None else written


def scenario(name: str | Scenario) -> Scenario:
    """The scenario called `name`, or written in the TOML file `name`; one made by `variant` is itself.

    Raises KeyError with the nearest name, or ValueError: one line with file, line and field.
    """
    if isinstance(name, Scenario):
        return name
    path = reading.find("scenarios", "scenario", name, see="dilemma scenarios")
    made = reading.read(path, Scenario)
    made._name = path.stem
    return made


def variant(name: str | Scenario, **changes: Any) -> Scenario:
    """Scenario `name` with some fields written otherwise, as its file would write them: minute="90+3", score=(0, 2).

    A change to `home`, `away`, `competition` or `restart` names only what differs. Raises ValueError in one line.
    """
    original = scenario(name)
    content = original.model_dump(exclude_unset=True)
    for field, value in changes.items():
        inner = content.get(field)
        content[field] = {**inner, **value} if isinstance(inner, dict) and isinstance(value, dict) else value
    try:
        made = Scenario.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = " ".join(map(str, first["loc"]))
        raise ValueError(f"{original.name} with {place or 'changes'}: {first['msg']}") from None
    made._name = original.name
    return made


def scenarios() -> list[Scenario]:
    """All scenarios that come with the game, by name."""
    return [scenario(name) for name in reading.listed("scenarios")]
