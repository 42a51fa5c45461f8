"""An experiment's settings: data with limits, changed from the command line by `--set name=value`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Any, Self, TypeVar, get_origin

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from game.benching.bench import check_matches
from game.policies.names import unknown

S = TypeVar("S", bound="Settings")

Minute = Annotated[int, Field(ge=0, le=98)]
"""A minute as it is counted on; past 90 in added time."""


def written(minute: int) -> str:
    """A minute as scenarios write it: 93 is 90+3."""
    return f"{minute}" if minute < 90 else f"90+{minute - 90}"


class Settings(BaseModel):
    """What every experiment can be told; each adds its own fields. Never changed once made."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    matches: int = 1000  # of the busiest cell, unless the experiment says otherwise
    chunk_seconds: Annotated[float, Field(ge=1, le=1e8)] = 6000.0  # s of match time a chunk: half a second of work

    @field_validator("matches")
    @classmethod
    def _can_be_played(cls, matches: int) -> int:
        check_matches(matches)
        return matches

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        """A list that is not empty unasked means something by its entries; an empty one leaves nothing to compare."""
        for name, field in type(self).model_fields.items():
            if getattr(self, name) == () and field.default != ():
                raise ValueError(f"{name} names nothing; name at least one, as in {_entries(field.default)}")
        return self


def settings_from(kind: type[S], written: Sequence[str], *, matches: int | None = None) -> S:
    """The settings that `--set name=value …` and `--matches` ask for; what is not named keeps its default.

    A list is written 85,90,93, or with semicolons where its entries hold commas, or as JSON. Raises ValueError or
    KeyError in one line.
    """
    content: dict[str, Any] = {} if matches is None else {"matches": matches}
    for each in written:
        name, equals, value = (part.strip() for part in each.partition("="))
        if not equals or not value:
            raise ValueError(f"'{each}' sets nothing; write --set name=value, with one of: {_named(kind)}")
        if name not in kind.model_fields:
            raise unknown("setting", name, kind.model_fields)
        content[name] = _read(value, listed=get_origin(kind.model_fields[name].annotation) is tuple)
    try:
        return kind.model_validate(content)
    except ValidationError as error:
        raise ValueError(_told(error)) from None


def _read(value: str, *, listed: bool) -> Any:
    """A value as the model can take it: JSON, entries of a list, or the text itself."""
    read = _plain(value)
    if not listed or isinstance(read, list):
        return read
    return [_plain(part.strip()) for part in value.split(";" if ";" in value else ",") if part.strip()]


def _plain(value: str) -> Any:
    """What JSON makes of `value`, or the text itself."""
    try:
        return json.loads(value)
    except ValueError:
        return value


def _named(kind: type[Settings]) -> str:
    """The settings there are, with their defaults."""
    return ", ".join(f"{name}={field.default}" for name, field in kind.model_fields.items())


def _entries(default: tuple[Any, ...]) -> str:
    """A default list as it is written after --set."""
    return (";" if any("," in str(each) for each in default) else ",").join(map(str, default))


def _told(error: ValidationError) -> str:
    """The first thing wrong, in words."""
    first = error.errors(include_url=False)[0]
    name = " ".join(str(part + 1) if isinstance(part, int) else part for part in first["loc"])
    said = first["msg"].removeprefix("Value error, ").removeprefix("Input ")
    if not name:
        return said
    return f"{name} is {first['input']!r}: it {said}" if said.startswith("should") else f"{name}: {said}"
