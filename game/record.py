"""Records: classes whose annotations are a memory layout.

One annotated class serves mypy (what fields there are), numpy (where they lie) and numba (how compiled code
reads them): `match.players[i].x` reads alike in all three. Every field is eight bytes wide, so a record has no
padding and two equal states are equal byte for byte.
"""

from __future__ import annotations

import hashlib
from collections.abc import MutableSequence
from typing import Annotated, Any, Protocol, TypeVar, cast, get_args, get_origin, get_type_hints

import numpy as np

R = TypeVar("R")
T = TypeVar("T", covariant=True)

Floats = MutableSequence[float]
"""A field of several floats; write `Annotated[Floats, 3]` or `Annotated[Floats, 10, 3]`."""
Ints = MutableSequence[int]
"""A field of several ints."""


class Grid(Protocol[T]):
    """A field of several things in rows and columns; write `Annotated[Grid[Man], 2, 18]`."""

    def __getitem__(self, place: tuple[int, ...]) -> T:
        """The thing at `place`."""


_layouts: dict[type[Any], np.dtype[Any]] = {}


def layout(cls: type[Any]) -> np.dtype[Any]:
    """The numpy layout of record class `cls`: its annotations in order, `record` access by attribute."""
    if cls not in _layouts:
        hints = get_type_hints(cls, include_extras=True)
        _layouts[cls] = np.dtype((np.record, [(name, *_field(hint)) for name, hint in hints.items()]))
    return _layouts[cls]


def _field(hint: Any) -> tuple[Any, ...]:
    """The dtype, and the shape if any, that one annotation stands for."""
    if get_origin(hint) is Annotated:
        inner, *shape = get_args(hint)
        element = get_args(inner)[0]
        return (*_field(element), tuple(shape))
    if hint is float:
        return (np.float64,)
    if hint is int:
        return (np.int64,)
    return (layout(hint),)


def blank(cls: type[R]) -> R:
    """A fresh record of `cls`, all zero."""
    return cast(R, np.zeros(1, layout(cls))[0])


def blanks(cls: type[Any], count: int) -> Any:
    """An array of `count` fresh records of `cls`, shape (count,)."""
    return np.zeros(count, layout(cls))


def copy(record: R) -> R:
    """An independent copy of `record`."""
    return cast(R, np.array([record])[0])


def layout_hash(cls: type[Any]) -> str:
    """Twelve hex digits that change whenever the layout of `cls` does."""
    return hashlib.blake2b(repr(layout(cls).descr).encode(), digest_size=6).hexdigest()
