"""How findings are put into words: whoever tells them brings the language along."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from game.firm import years
from game.firm.payoffs import Policy
from game.firm.settings import Firm

AREA = "firm_report"


class Say(Protocol):
    """Words by key, placeholders filled; game.screens.language.Language is one."""

    def __call__(self, key: str, /, **values: object) -> str:
        """The words of `key`."""
        ...

    def has(self, key: str) -> bool:
        """Whether there are such words."""
        ...


def told(say: Say, key: str, **values: object) -> str:
    """The words of a report under `key`."""
    return say(f"{AREA}.{key}", **values)


def world_said(settings: Firm, name: str, say: Say) -> str:
    """A world's name: as usual, or as its file calls the shift where nobody has words for it."""
    if name == settings.name:
        return told(say, "world_usual")
    nth = [each.name for each in settings.shifts].index(name) + 1
    key = f"firm.world_{settings.name}_{nth}"
    return say(key) if say.has(key) else name


def pay_said(settings: Firm, mix: str, say: Say) -> str:
    """What a mix asks of the departments, in words; as it was typed where nobody has words for it."""
    key = f"mix_{mix.replace('-', '_')}"
    if say.has(f"{AREA}.{key}"):
        return told(say, key)
    for name in years.departments(settings):
        if mix == f"firm-win,{name}=role-bound":
            return told(say, "mix_alone", who=say(f"firm.{name}"))
    return mix


def contracts_said(paid: Mapping[str, Policy], say: Say) -> str:
    """Every department's contract, line by line."""
    return "; ".join(f"{say(f'firm.{name}')}: {_lines(each, say)}" for name, each in paid.items())


def _lines(paid: Policy, say: Say) -> str:
    """`1 × revenue − 457 × units sold`: a contract as people write it."""
    terms = [each.split() for each in paid.name.split(" + ")]
    written = [_term(float(weight), told(say, f"line_{line}")) for weight, line in terms if float(weight)]
    return " ".join(written).removeprefix("+ ")


def _term(weight: float, line: str) -> str:
    return f"{'−' if weight < 0 else '+'} {abs(weight):.4g} × {line}"
