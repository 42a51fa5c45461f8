"""The one door for TOML files: read strictly, and say in one line what is wrong where."""

from __future__ import annotations

import difflib
import functools
import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from game.assets import asset
from game.policies.names import unknown

M = TypeVar("M", bound="Written")
Place = tuple[int | str, ...]

PLAIN = {
    "a valid string": "text in quotes",
    "a valid integer": "a whole number",
    "a valid number": "a number",
    "a valid tuple": "a list in brackets",
    "a valid list": "a list in brackets",
    "a valid dictionary": "a table",
}
"""pydantic's words, and those of people who write TOML."""


class Written(BaseModel):
    """A thing written in TOML: no field too many, no type guessed, never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def read(path: Path, model: type[M]) -> M:
    """The `model` that the file at `path` describes.

    Raises ValueError: one line with file, line where it can be found, field, what came and what is allowed.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ValueError(f"no file {path}; write the path of a TOML file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"{path} cannot be read: {error}") from None
    made = _parsed(path, text, model)
    assert isinstance(made, model)
    return made


@functools.lru_cache(maxsize=128)
def _parsed(path: Path, text: str, model: type[Written]) -> Written:
    """The `model` in `text`; cached, since a squad is asked for by every sheet of a scenario."""
    try:
        return model.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path.name} is not TOML: {error}") from None
    except ValidationError as error:
        raise ValueError(f"{path.name}{_told(error, text, model)}") from None


def find(folder: str, what: str, name: str, *, see: str = "") -> Path:
    """The file of the `what` called `name` in `assets/folder`; `name` may also be a path.

    A path holds a slash or ends in .toml. Raises KeyError with the nearest name.
    """
    if name.endswith(".toml") or "/" in name or "\\" in name:
        return Path(name)
    names = listed(folder)
    if name not in names:
        raise unknown(what, name, names, see=see)
    return asset(folder, f"{name}.toml")


def listed(folder: str) -> list[str]:
    """The names of all files in `assets/folder`, in order of the alphabet."""
    return sorted(path.stem for path in asset(folder).glob("*.toml"))


def _told(error: ValidationError, text: str, model: type[Written]) -> str:
    """The first of the errors in words, and how many more there are."""
    # a field nobody knows explains why another is missing, so it comes first
    found = sorted(error.errors(include_url=False), key=lambda each: each["type"] != "extra_forbidden")
    first, *others = found
    place = first["loc"]
    line = _line_of(place, text)
    where = f", line {line}" if line else ""
    more = f" (and {len(others)} more)" if others else ""
    return f"{where}: {_sentence(first, place, model)}{more}"


def _sentence(error: ErrorDetails, place: Place, model: type[Written]) -> str:
    """What one error says: the field, what came, what is allowed."""
    field = _spelt(place)
    if error["type"] == "missing":
        return f"{field} is missing"
    if error["type"] == "extra_forbidden":
        return f"{field} is no field{_nearest(place, model)}"
    said = error["msg"].removeprefix("Value error, ").removeprefix("Input ")
    if error["type"] == "value_error":
        return f"{field}: {said}" if field else said
    if error["type"] in ("too_short", "too_long"):
        limits = error["ctx"]
        allowed = limits.get("min_length", limits.get("max_length"))
        return f"{field} has {limits['actual_length']} entries; it needs {allowed}"
    for theirs, ours in PLAIN.items():
        said = said.replace(theirs, ours)
    return f"{field} is {error['input']!r}, {said[0].lower() + said[1:]}"


def _spelt(place: Place) -> str:
    """A field's place in words: ("players", 2, "pace") as `players 3 pace`."""
    return " ".join(str(step + 1) if isinstance(step, int) else step for step in place)


def _nearest(place: Place, model: type[Written]) -> str:
    """Advice for a field that does not exist: the nearest one, or all of its table."""
    table: Any = model
    for step in place[:-1]:
        table = _held(table, step)
    names = list(getattr(table, "model_fields", {}))
    near = difflib.get_close_matches(str(place[-1]), names, n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near else f"; there are: {', '.join(names)}"


def _held(table: Any, step: int | str) -> Any:
    """The model behind `step` of `table`: a field's own, or that of a list's entries."""
    if isinstance(step, int):
        return table
    kind = table.model_fields[step].annotation
    inner = [each for each in getattr(kind, "__args__", (kind,)) if hasattr(each, "model_fields")]
    return inner[0] if inner else kind


def _line_of(place: Place, text: str) -> int:
    """The line of the deepest part of `place` written in `text`, from 1; 0 where none is.

    Knows headers, keys, and lists of inline tables written one a line.
    """
    best, best_depth = 0, 0
    for number, here in _places(text):
        depth = len(here)
        if depth > best_depth and place[:depth] == here:
            best, best_depth = number, depth
    return best


def _places(text: str) -> list[tuple[int, Place]]:
    """Every line of `text` that begins a field or a list's entry, with its place."""
    found: list[tuple[int, Place]] = []
    table: Place = ()
    row: list[int | str] = []  # the list being read, with the entry's index
    counts: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*(\[\[?)\s*([\w.-]+)\s*\]", line):
            name = header[2]
            table = tuple(name.split("."))
            if header[1] == "[[":
                counts[name] = counts.get(name, -1) + 1
                table = (*table, counts[name])
            found.append((number, table))
        elif row and re.match(r"\s*\{", line):
            found.append((number, (*table, *row)))
            keys = re.findall(r"([\w-]+)\s*=", line)
            found.extend((number, (*table, *row, key)) for key in keys)
            row = [row[0], int(row[1]) + 1]
        elif key := re.match(r"\s*([\w.-]+)\s*=\s*(\[\s*$)?", line):
            found.append((number, (*table, *key[1].split("."))))
            row = [key[1], 0] if key[2] else []
    return found
