"""What lessons say, in either language."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from typing import Any

from game.assets import asset
from game.policies.names import unknown
from game.teams.scenarios import Scenario

LANGUAGES = ("en", "es")


def told(language: str, *keys: str, **filled: object) -> str:
    """The words under `keys` (tables, then a name), their {placeholders} filled.

    KeyError names the nearest language, or the nearest key at the level where none fits.
    """
    found: Any = _words(language, "lessons")
    for key in keys:
        if not isinstance(found, Mapping) or key not in found:
            raise unknown("words in lessons.toml", key, found if isinstance(found, Mapping) else ())
        found = found[key]
    return str(found).format(**filled)


def has(language: str, *keys: str) -> bool:
    """Whether there are such words."""
    try:
        told(language, *keys)
    except KeyError:
        return False
    return True


def both(*keys: str, **filled: object) -> dict[str, str]:
    """The words under `keys` by language, as the room takes them."""
    return {language: told(language, *keys, **filled) for language in LANGUAGES}


def moment_of(scenario: Scenario, language: str) -> tuple[str, str]:
    """Title and stakes of a scenario; as its file has them where they are in no book."""
    known = _words(language, "scenarios")
    return known.get(scenario.name, scenario.title), known.get(f"{scenario.name}_stakes", scenario.stakes)


@functools.cache
def _words(language: str, area: str) -> Mapping[str, Any]:
    if language not in LANGUAGES:
        raise unknown("language", language, LANGUAGES)
    with asset("words", language, f"{area}.toml").open("rb") as file:
        return tomllib.load(file)
