"""What pydantic found, said in one line: the field, what came, what is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

ALLOWED = {
    "greater_than": "give more than {gt:g}",
    "greater_than_equal": "give {ge:g} or more",
    "less_than": "give less than {lt:g}",
    "less_than_equal": "give {le:g} or less",
    "float_type": "give a number",
    "int_type": "give a whole number",
    "int_from_float": "give a whole number",
    "bool_type": "give true or false",
    "string_type": "give text in quotes",
    "finite_number": "give a finite number",
    "too_short": "give at least {min_length}",
    "too_long": "give at most {max_length}",
    "string_too_short": "give at least {min_length} letter",
    "string_too_long": "give at most {max_length} letters",
    "tuple_type": "give a list in [ ]",
    "model_type": "give a table",
    "literal_error": "give {expected}",
}


def first_complaint(error: ValidationError, model: type[BaseModel]) -> str:
    """The first thing that is wrong, and how many more there are."""
    found = _own(error.errors(include_url=False))
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return _complaint(found[0], model) + more


def _own(found: list[Any]) -> list[Any]:
    """Without the lists that are too short only because a part of them was refused."""
    places = [each["loc"] for each in found]
    return [
        each
        for each in found
        if each["type"] != "too_short"
        or not any(len(each["loc"]) < len(place) and place[: len(each["loc"])] == each["loc"] for place in places)
    ]


def _complaint(found: Any, model: type[BaseModel]) -> str:
    """One line for one of pydantic's errors."""
    *outer, last = found["loc"] or ("",)
    place = _place(found["loc"])
    if found["type"] == "missing":
        return f"{place} is missing; give it"
    if found["type"] == "extra_forbidden":
        return f"no field called '{place}'; {_nearest(str(last), _fields(model, outer))}"
    if found["type"] == "value_error":
        return f"{place}: {found['ctx']['error']}" if place else str(found["ctx"]["error"])
    advice = ALLOWED.get(found["type"], found["msg"])
    return f"{place} is {_short(found['input'])}; {advice.format_map(found.get('ctx', {}))}"


def _place(path: tuple[int | str, ...]) -> str:
    """`products 3, cost`: the way to a field, counted from 1 as people count."""
    told = ""
    for part in path:
        told += f" {part + 1}" if isinstance(part, int) else f"{', ' if told else ''}{part}"
    return told


def _fields(model: type[BaseModel], path: list[int | str]) -> list[str]:
    """The names of the fields of the record at `path` inside `model`."""
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            hint = model.model_fields[part].annotation
            inner = [each for each in (hint, *get_args(hint)) if _is_model(each)]
            model = inner[0] if inner else model
    return list(model.model_fields)


def _is_model(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, BaseModel)


def _nearest(name: str, allowed: list[str]) -> str:
    """Advice on a name that is not one of `allowed`."""
    near = get_close_matches(name, allowed, n=1, cutoff=0.5)
    return f"did you mean '{near[0]}'?" if near else f"there are: {', '.join(allowed)}"


def _short(value: Any) -> str:
    """What came, in at most 40 letters."""
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, (list, tuple)):
        return f"a list of {len(value)}"
    told = repr(value)
    return told if len(told) <= 40 else told[:39] + "…"
