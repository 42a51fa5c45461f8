"""Squads: eighteen men a side, read from assets/squads."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from game.policies.names import unknown
from game.post import Post
from game.state import SQUAD, Man
from game.teams import reading

SLOWEST = 7.0  # m/s, top speed at pace 0
FASTEST = 8.8  # m/s at pace 100: the fastest in TRACAB and ZXY samples
DULLEST = 4.0  # m/s² from standing at acceleration 0
QUICKEST = 5.2  # m/s² at acceleration 100; TRACAB sample: 4.2-4.6 at the 99th percentile

Attribute = Annotated[int, Field(ge=0, le=100)]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]

ATTRIBUTES = (
    "pace",
    "acceleration",
    "stamina",
    "passing",
    "first_touch",
    "finishing",
    "heading",
    "tackling",
    "positioning",
    "strength",
    "keeping",
)


class Kit(reading.Written):
    """What a side wears; the shape tells sides apart where colour cannot."""

    shirt: Colour
    trim: Colour
    number: Colour
    shape: Literal["disc", "square", "diamond", "shield"]


class SquadMan(reading.Written):
    """One man of a squad; attributes 0-100, a first-team player of the league being about 68."""

    number: Annotated[int, Field(ge=1, le=99)]
    name: Annotated[str, Field(min_length=1, max_length=40)]
    post: str
    pace: Attribute
    acceleration: Attribute
    stamina: Attribute
    passing: Attribute
    first_touch: Attribute
    finishing: Attribute
    heading: Attribute
    tackling: Attribute
    positioning: Attribute
    strength: Attribute
    keeping: Attribute

    @field_validator("post")
    @classmethod
    def _known_post(cls, post: str) -> str:
        return known_post(post)

    def write(self, man: Man) -> None:
        """Fill the record `man`: attributes as fractions, body in SI units."""
        man.number = self.number
        man.post = Post[self.post]
        for name in ATTRIBUTES:
            setattr(man, name, getattr(self, name) / 100.0)
        man.top_speed = SLOWEST + (FASTEST - SLOWEST) * man.pace
        man.push_off = DULLEST + (QUICKEST - DULLEST) * man.acceleration


class Squad(reading.Written):
    """A club's eighteen for the day, the best first within each post."""

    name: Annotated[str, Field(min_length=1, max_length=40)]
    short: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    kit: Kit
    players: Annotated[list[SquadMan], Field(min_length=SQUAD, max_length=SQUAD)]

    @model_validator(mode="after")
    def _one_number_each(self) -> Squad:
        numbers = self.numbers
        twice = sorted({number for number in numbers if numbers.count(number) > 1})
        if twice:
            raise ValueError(f"number {twice[0]} is worn by {numbers.count(twice[0])} players")
        if all(man.post != Post.GK.name for man in self.players):
            raise ValueError("no player has post GK; a squad needs a keeper")
        return self

    @property
    def numbers(self) -> list[int]:
        """Shirt numbers, in the order of `players`."""
        return [man.number for man in self.players]


def known_post(post: str) -> str:
    """`post` if it is the name of a Post; else a KeyError with the nearest."""
    if post not in Post.__members__:
        raise unknown("post", post, Post.__members__)
    return post


def squad(name: str) -> Squad:
    """The squad called `name`, or written in the TOML file `name`."""
    return reading.read(reading.find("squads", "squad", name), Squad)


def squads() -> list[str]:
    """The names of all squads that come with the game."""
    return reading.listed("squads")
