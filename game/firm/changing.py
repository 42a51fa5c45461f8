"""One figure of a firm changed from the command line: `uncertainty=0.5`, `city.cost=400`, `two_tasks.overlap=0.3`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TypeVar

from game.firm.loading import checked
from game.firm.settings import CreditDesk, PayRoom, ProductFirm
from game.policies.names import unknown

Room = TypeVar("Room", bound=ProductFirm | CreditDesk | PayRoom)


def changed(settings: Room, written: Sequence[str]) -> Room:
    """`settings` with every `name=value` in `written` applied; ValueError or KeyError in one line.

    A product is reached by its name, a table by its own: `racing.capacity=50`. Values are read as JSON.
    """
    told = settings.model_dump()
    for each in written:
        path, equals, value = (part.strip() for part in each.partition("="))
        if not equals or not value:
            raise ValueError(f"'{each}' sets nothing; write --set name=value, as in --set {_example(settings)}")
        *outer, last = path.split(".")
        place = told
        for part in outer:
            place = _inside(place, part)
        place[last] = _read(value)
    return checked(type(settings), told, settings.name)


def _inside(place: dict[str, Any], name: str) -> dict[str, Any]:
    """The table `name` of `place`, or the product called so."""
    tables = {key: each for key, each in place.items() if isinstance(each, dict)}
    tables |= {each["name"]: each for each in place.get("products", ())}
    if name not in tables:
        raise unknown("part of the firm", name, tables or ["(none)"])
    found: dict[str, Any] = tables[name]
    return found


def _read(value: str) -> Any:
    """What JSON makes of `value`, or the text itself."""
    try:
        return json.loads(value)
    except ValueError:
        return value


def _example(settings: ProductFirm | CreditDesk | PayRoom) -> str:
    """A change that makes sense there."""
    return {"products": "uncertainty=0.5", "credit": "capital=0.1", "pay": "team.overlap=0.8"}[settings.kind]
