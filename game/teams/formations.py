"""Formations: eleven slots with a post and a place, read from assets/formations."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, field_validator, model_validator

from game.post import Post
from game.state import SIDE
from game.teams import reading
from game.teams.squads import known_post


class Slot(reading.Written):
    """One place in a formation."""

    post: str
    depth: Annotated[float, Field(ge=-1.0, le=1.0)]  # 0 back line … 1 front line, keeper -1
    width: Annotated[float, Field(ge=-1.0, le=1.0)]  # -1 right … +1 left, in attacking direction

    @field_validator("post")
    @classmethod
    def _known_post(cls, post: str) -> str:
        return known_post(post)


class Formation(reading.Written):
    """Eleven slots, the keeper's first."""

    slots: Annotated[list[Slot], Field(min_length=SIDE, max_length=SIDE)]

    @model_validator(mode="after")
    def _one_keeper_first(self) -> Formation:
        keepers = [index for index, slot in enumerate(self.slots) if slot.post == Post.GK.name]
        if keepers != [0]:
            where = ", ".join(str(index + 1) for index in keepers) or "nowhere"
            raise ValueError(f"GK stands in slot {where}; a formation has one keeper, in slot 1")
        for index, slot in enumerate(self.slots):
            if (slot.depth == -1.0) != (index == 0) or (index and slot.depth < 0.0):
                raise ValueError(f"slot {index + 1} has depth {slot.depth}; the keeper's is -1, the others' 0 to 1")
        return self

    @property
    def posts(self) -> list[Post]:
        """The post of each slot."""
        return [Post[slot.post] for slot in self.slots]


def formation(name: str) -> Formation:
    """The formation called `name`, or written in the TOML file `name`."""
    return reading.read(reading.find("formations", "formation", name), Formation)


def formations() -> list[str]:
    """The names of all formations that come with the game."""
    return reading.listed("formations")
