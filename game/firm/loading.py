"""The parameter files of `assets/firm/`: TOML whose `kind` says which record of `settings` it fills.

`load` takes the name of a file that comes with the game ("bicycles") or the path of one of your own (ending in .toml).
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from game.assets import asset
from game.firm.complaints import first_complaint
from game.firm.settings import CreditDesk, Firm, PayRoom, ProductFirm
from game.policies.names import unknown

Model = TypeVar("Model", bound=BaseModel)

KINDS: dict[str, type[ProductFirm] | type[CreditDesk] | type[PayRoom]] = {
    "products": ProductFirm,
    "credit": CreditDesk,
    "pay": PayRoom,
}


def load(source: str | Path) -> Firm:
    """The firm called `source`, or the one in the file `source`; ValueError in one line."""
    found = read(_file(source))
    if isinstance(found, PayRoom):
        raise ValueError(f"'{source}' is about pay, not a firm; give a file of kind 'products' or 'credit'")
    return found


def load_pay(source: str | Path = "pay") -> PayRoom:
    """The figures about pay called `source`, or in the file `source`; ValueError in one line."""
    found = read(_file(source))
    if not isinstance(found, PayRoom):
        raise ValueError(f"'{source}' is a firm of kind '{found.kind}'; give a file of kind 'pay'")
    return found


def read(path: Path) -> Firm | PayRoom:
    """What the TOML file at `path` describes; a ValueError names the field that is wrong."""
    told = _toml(path)
    kind = told.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        allowed = ", ".join(repr(each) for each in KINDS)
        raise ValueError(f"{path.name}: kind is {kind!r}; give one of {allowed}")
    return checked(KINDS[kind], told, path.name)


def checked(model: type[Model], told: dict[str, Any], where: str) -> Model:
    """`told` as a `model`; what is wrong in it becomes one line that begins with `where`."""
    try:
        return model.model_validate(told)
    except ValidationError as error:
        raise ValueError(f"{where}: {first_complaint(error, model)}") from None


def _file(source: str | Path) -> Path:
    """Where `source` lies."""
    if isinstance(source, Path) or source.endswith(".toml"):
        return Path(source)
    there = {path.stem: path for path in sorted(asset("firm").glob("*.toml"))}
    if source not in there:
        raise unknown("firm", source, there)
    return there[source]


def _toml(path: Path) -> dict[str, Any]:
    """What the file at `path` says, not yet checked."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ValueError(f"cannot read {path}: {error.strerror}; give a .toml file") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.name} is not TOML: {error}") from None
