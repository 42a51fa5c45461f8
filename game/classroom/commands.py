"""What may be said to the room: the teacher's commands and the phones' messages, as strict types.

Everything that arrives from outside passes through `read_command` or `read_message`, or it does not arrive.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    Discriminator,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    field_validator,
    model_validator,
)

from game.classroom.questions import MOST_OPTIONS, Name, Question, Questions, Said, Text, readable

MOST_STEPS = 40  # of a plan
LAST_N = 1_000_000  # votes one phone may cast
LAST_VERSION = 2**53  # the largest whole number every browser counts to

Short = Annotated[str, StringConstraints(max_length=12)]
Round = Annotated[int, Field(ge=1, le=10_000)]
Hex = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Code = Annotated[str, StringConstraints(max_length=12)]


class Step(Said):
    """One step of a plan: exactly one of the three."""

    ask: Question | None = None
    ticket: Questions | None = None
    debrief: Text | None = None

    @model_validator(mode="after")
    def _one(self) -> Step:
        if sum(each is not None for each in (self.ask, self.ticket, self.debrief)) != 1:
            raise ValueError("a step is one of ask, ticket, debrief")
        return self


class Ask(Said):
    """Show a question."""

    do: Literal["ask"]
    question: Question


class Open(Said):
    """Take votes: on what is on show, or on a question shown now."""

    do: Literal["open"]
    question: Question | None = None


class Ticket(Said):
    """Ask several questions at once."""

    do: Literal["ticket"]
    questions: Questions


class Debrief(Said):
    """Send the phones' eyes to the big screen."""

    do: Literal["debrief"]
    text: Text | None = None

    @field_validator("text")
    @classmethod
    def _readable(cls, text: Text | None) -> Text | None:
        return None if text is None else readable(text)


class Plain(Said):
    """A command of one word."""

    do: Literal["lock", "reveal", "lobby", "next", "undo", "whistle"]


class Plan(Said):
    """What `next` asks after a debrief, and the title of the lesson it is the plan of."""

    do: Literal["plan"]
    steps: Annotated[list[Step], Field(max_length=MOST_STEPS)]
    title: Text | None = None

    @field_validator("title")
    @classmethod
    def _readable(cls, title: Text | None) -> Text | None:
        return None if title is None else readable(title)


class Switch(Said):
    """Dark or light; counts before the reveal or not."""

    do: Literal["blank", "live"]
    on: bool


class Door(Said):
    """Whether new phones come in."""

    do: Literal["door"]
    open: bool


class Scene(Said):
    """What phones show above the question."""

    do: Literal["scene"]
    clock: Short = ""
    score: Short = ""


class Hands(Said):
    """Hands counted by eye."""

    do: Literal["hands"]
    round: Round
    counts: Annotated[list[Annotated[int, Field(ge=0, le=999)]], Field(min_length=2, max_length=MOST_OPTIONS)]


class Play(Said):
    """Kick off the live match."""

    do: Literal["match"]
    scenario: Name = "late-deficit"
    seed: Annotated[int, Field(ge=0, lt=2**53)] = 1
    who: Literal["one", "eleven"] = "eleven"
    pay: Literal["post", "team", "both"] = "both"
    speed: Annotated[int, Field(ge=1, le=20)] = 2  # seconds of the match a second


class Press(Said):
    """A key of the projector's, pressed from afar; it is not kept."""

    do: Literal["press"]
    key: Literal["on", "pause", "again", "larger", "smaller", "keys", "language"]


class Close(Said):
    """End the room; said with `sure`, because nothing follows."""

    do: Literal["close"]
    sure: Literal[True]


Command = Annotated[
    Ask | Open | Ticket | Debrief | Plain | Plan | Switch | Door | Scene | Hands | Play | Press | Close,
    Discriminator("do"),
]


class Hello(Said):
    """A phone joins, or comes back."""

    say: Literal["hello"]
    id: Hex
    code: Code


class Vote(Said):
    """A phone votes, or votes otherwise."""

    say: Literal["vote"]
    round: Round
    answer: Annotated[float, Field(ge=-1e6, le=1e6)]
    sure: Annotated[int, Field(ge=1, le=5)] | None = None
    n: Annotated[int, Field(ge=1, le=LAST_N)]
    id: Hex | None = None  # by long poll only


class Wait(Said):
    """A phone without a socket waits for news."""

    say: Literal["wait"]
    id: Hex
    version: Annotated[int, Field(ge=0, le=LAST_VERSION)]


class Steer(Said):
    """A phone steers its player: push or stay, and where to run (x forward, y to his left)."""

    say: Literal["steer"]
    push: bool
    dx: Annotated[float, Field(ge=-1, le=1)]
    dy: Annotated[float, Field(ge=-1, le=1)]


class Take(Said):
    """A phone asks for the one player to steer."""

    say: Literal["take"]


Message = Annotated[Hello | Vote | Wait, Discriminator("say")]
PitchMessage = Annotated[Hello | Steer | Take, Discriminator("say")]

_command: TypeAdapter[Command] = TypeAdapter(Command)
_message: TypeAdapter[Message] = TypeAdapter(Message)
_pitch_message: TypeAdapter[PitchMessage] = TypeAdapter(PitchMessage)


def read_command(content: bytes | str) -> Command:
    """The teacher's command in `content` (JSON); ValueError, in one line, for anything else."""
    try:
        return _command.validate_json(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = " ".join(str(step) for step in first["loc"])
        raise ValueError(f"{where}: {first['msg']}" if where else str(first["msg"])) from None


def read_message(content: bytes | str) -> Message:
    """A phone's message in `content` (JSON); ValueError for anything else."""
    try:
        return _message.validate_json(content)
    except ValidationError:
        raise ValueError("not a message") from None


def read_pitch_message(content: bytes | str) -> PitchMessage:
    """What a phone at the pitch says in `content` (JSON); ValueError for anything else."""
    try:
        return _pitch_message.validate_json(content)
    except ValidationError:
        raise ValueError("not a message") from None
