"""Football in which every player has the same brain and plays for something else.

The public names, each loaded when first asked for: `import game` alone loads no library.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.benching.bench import bench
    from game.brain.explain import explain
    from game.match import play
    from game.policies.registry import policies, policy
    from game.snapshot import load, save
    from game.state import fingerprint, fork
    from game.teams.kick_off import kick_off
    from game.teams.scenarios import scenarios

__all__ = [
    "bench",
    "explain",
    "fingerprint",
    "fork",
    "kick_off",
    "load",
    "play",
    "policies",
    "policy",
    "save",
    "scenarios",
]

_HOMES = {
    "bench": "game.benching.bench",
    "explain": "game.brain.explain",
    "fingerprint": "game.state",
    "fork": "game.state",
    "kick_off": "game.teams.kick_off",
    "load": "game.snapshot",
    "play": "game.match",
    "policies": "game.policies.registry",
    "policy": "game.policies.registry",
    "save": "game.snapshot",
    "scenarios": "game.teams.scenarios",
}


class _FrontPage(ModuleType):
    """The package keeps its public names: `game.policies` is the list, not the folder of that name."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _FrontPage


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'game' has no attribute '{name}'")
    value = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*globals(), *__all__]
