"""What lessons say, in either language."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from typing import Any

from game.assets import asset
from game.policies.names import unknown

LANGUAGES = ("en", "es")


def told(language: str, *keys: str, **filled: object) -> str:
    """The words under `keys` (tables, then a name), their {placeholders} filled.

    KeyError names the nearest language, or the nearest key at the level where none fits.
    """
    found: Any = _words(language)
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


def both(*keys: str) -> dict[str, str]:
    """The words under `keys` by language, as the room takes them."""
    return {language: told(language, *keys) for language in LANGUAGES}


@functools.cache
def _words(language: str) -> Mapping[str, Any]:
    if language not in LANGUAGES:
        raise unknown("language", language, LANGUAGES)
    with asset("words", language, "lessons.toml").open("rb") as file:
        return tomllib.load(file)
