"""The list of policies: found by walking this folder, or registered at run time.

`@policy(kind=...)` marks the one function of a policy file. A function of `final` (final.Final) is a payoff: a
number at the final whistle. A function of `post` (post.Post) is a job description: the pair of stakes
`(score, concede)` that post plays by for ever. The policy's name is the function's, with dashes.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
import types
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from game.policies.final import Final, Terms
from game.policies.names import unknown
from game.post import Post

F = TypeVar("F", bound=Callable[..., Any])
Payoff = Callable[[Final], float]
Job = Callable[[Post], tuple[float, float]]
Stakes = Callable[[Terms, Post], NDArray[np.float64]]
"""A table of stakes made another way than policies/tabulate.py does, of the same shape."""

KINDS = ("team-win", "role-bound", "contract", "baseline")

_known: dict[str, Policy] = {}


@dataclass(frozen=True)
class Policy:
    """One thing to play for; exactly one of `payoff` and `job` is there."""

    name: str
    kind: str  # one of KINDS
    summary: str  # first line of its docstring
    payoff: Payoff | None = None
    job: Job | None = None
    stakes: Stakes | None = None  # how the payoff becomes stakes, where not by ordinary rates


def policy(*, kind: str, stakes: Stakes | None = None) -> Callable[[F], F]:
    """Register the decorated function as a policy of `kind`; the function itself stays as it is.

    `stakes` is for a payoff that somebody pursues by better knowledge than ordinary scoring rates.
    """
    if kind not in KINDS:
        raise unknown("kind of policy", kind, KINDS)

    def register(function: F) -> F:
        made = replace(_made(function, kind), stakes=stakes)
        before = _known.get(made.name)
        if before is not None and _home(before) != _home(made):
            raise ValueError(f"there is a policy '{made.name}' already, in {_home(before)}; rename the function")
        _known[made.name] = made
        return function

    return register


def policies() -> list[Policy]:
    """All policies: by kind in the order of KINDS, then by name."""
    _walk()
    return sorted(_known.values(), key=lambda each: (KINDS.index(each.kind), each.name))


def find(name: str) -> Policy:
    """The policy called `name`, or the one in the Python file `name` (ending in .py).

    Raises a KeyError that suggests the nearest name.
    """
    _walk()
    if name.endswith(".py"):
        return _from_file(Path(name))
    if name not in _known:
        names = [each.name for each in policies()]
        raise unknown("policy", name, names, see="dilemma policies")
    return _known[name]


def _made(function: Callable[..., Any], kind: str) -> Policy:
    """The Policy that `function` stands for."""
    name = function.__name__.replace("_", "-")
    summary = (inspect.getdoc(function) or "").partition("\n")[0]
    if not summary:
        raise ValueError(f"policy '{name}' has no docstring; its first line says what it plays for")
    takes = list(inspect.signature(function).parameters)
    if takes == ["final"]:
        return Policy(name, kind, summary, payoff=function)
    if takes == ["post"]:
        return Policy(name, kind, summary, job=function)
    raise ValueError(f"policy '{name}' takes ({', '.join(takes)}); a payoff takes (final), a job description (post)")


def _home(known: Policy) -> str:
    """The module that defines `known`."""
    return str(getattr(known.payoff or known.job, "__module__", "?"))


@functools.cache
def _walk() -> None:
    """Import every file of this folder once, so that each registers its policy."""
    package = __name__.rpartition(".")[0]
    for info in pkgutil.iter_modules([str(Path(__file__).parent)]):
        importlib.import_module(f"{package}.{info.name}")


def _from_file(path: Path) -> Policy:
    """The one policy that the Python file at `path` defines; it does not join the list."""
    if not path.is_file():
        raise ValueError(f"no policy file {path}; write its path or a policy's name")
    module = types.ModuleType(f"policy file {path}")
    try:
        exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), vars(module))
    except SyntaxError as error:
        raise ValueError(f"{path}, line {error.lineno}: {error.msg}") from None
    found = [each for each in _known.values() if _home(each) == module.__name__]
    for each in found:
        del _known[each.name]
    if len(found) != 1:
        raise ValueError(f"{path} defines {len(found)} policies; a policy file holds one @policy function")
    return found[0]
