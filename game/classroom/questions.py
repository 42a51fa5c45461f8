"""Questions as strict types: buttons to choose from, or a number to set."""

from __future__ import annotations

import math
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    field_validator,
    model_validator,
)

LONGEST = 300  # characters of a text
MOST_OPTIONS = 6
MOST_AT_ONCE = 6  # questions of an exit ticket
MOST_VALUES = 1001  # different answers to a question for a number

SHAPES = ("shield", "arrow", "disc", "square", "triangle", "diamond")


def _printable(text: str) -> str:
    """`text` without characters that could turn a line around or hide in it."""
    if any(not character.isprintable() and character != "\n" for character in text):
        raise ValueError("a text holds letters, signs and line ends only")
    return text


class Said(BaseModel):
    """Whatever comes from outside: no field too many, no type too near."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


Words = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST)]
Language = Literal["en", "es"]
Text = Words | Annotated[dict[Language, Words], Field(min_length=1)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,40}$")]
Shape = Literal["shield", "arrow", "disc", "square", "triangle", "diamond"]


class Office(Said):
    """A part of the class that a question is for: phones are dealt over the places on show, and keep theirs."""

    place: Annotated[int, Field(ge=0, le=3)]
    text: Text  # who one is there, as the phone says it

    @field_validator("text")
    @classmethod
    def _readable(cls, text: Text) -> Text:
        return readable(text)


class _Question(Said):
    """What every question has."""

    text: Text
    office: Office | None = None
    seconds: Annotated[float, Field(ge=3, le=3600)] | None = None
    name: Name | None = None
    when: Literal["before", "after"] | None = None
    sure: bool = False

    @field_validator("text")
    @classmethod
    def _readable(cls, text: Text) -> Text:
        return readable(text)


class Option(Said):
    """One button."""

    text: Text
    why: Text | None = None
    shape: Shape | None = None

    @field_validator("text", "why")
    @classmethod
    def _readable(cls, text: Text | None) -> Text | None:
        return None if text is None else readable(text)


class Choice(_Question):
    """A question with two to six buttons; its answers are their places, from 0."""

    kind: Literal["choice"] = "choice"
    options: Annotated[list[Option], Field(min_length=2, max_length=MOST_OPTIONS)]

    @model_validator(mode="after")
    def _deal_shapes(self) -> Choice:
        free = iter([shape for shape in SHAPES if shape not in {each.shape for each in self.options}])
        dealt = [each if each.shape else each.model_copy(update={"shape": next(free)}) for each in self.options]
        object.__setattr__(self, "options", dealt)
        return self

    def holds(self, answer: float) -> bool:
        """Whether `answer` is one of its own."""
        return answer == int(answer) and 0 <= answer < len(self.options)


class Number(_Question):
    """A question for a number from `low` to `high` in steps of `step`."""

    kind: Literal["number"]
    low: Annotated[float, Field(ge=-1e6, le=1e6)]
    high: Annotated[float, Field(ge=-1e6, le=1e6)]
    step: Annotated[float, Field(gt=0, le=1e6)] = 1.0
    unit: Text | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Number:
        if self.high <= self.low or (self.high - self.low) / self.step >= MOST_VALUES:
            raise ValueError(f"low lies under high with fewer than {MOST_VALUES} steps between")
        return self

    def holds(self, answer: float) -> bool:
        """Whether `answer` is a step from `low` to `high`."""
        steps = (answer - self.low) / self.step
        return self.low <= answer <= self.high and math.isclose(steps, round(steps), abs_tol=1e-6)


def readable(text: Text) -> Text:
    """`text` as it came; ValueError when it holds invisible characters."""
    for each in [text] if isinstance(text, str) else text.values():
        _printable(each)
    return text


def _kind(value: Any) -> str:
    """The kind of a question, a choice where it does not say."""
    kind = value.get("kind", "choice") if isinstance(value, dict) else getattr(value, "kind", "choice")
    return kind if isinstance(kind, str) else "choice"


Question = Annotated[
    Annotated[Choice, Tag("choice")] | Annotated[Number, Tag("number")],
    Discriminator(_kind),
]
Questions = Annotated[list[Question], Field(min_length=1, max_length=MOST_AT_ONCE)]
