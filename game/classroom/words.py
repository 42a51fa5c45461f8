"""The words of the pages, by language, from assets/words."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from typing import Any

from game.assets import asset

LANGUAGES = ("en", "es")


@functools.cache
def words(language: str, area: str) -> dict[str, Any]:
    """The words of `area` ("phone", "class") in `language`; KeyError names the nearest language."""
    if language not in LANGUAGES:
        from game.policies.names import unknown  # loads the policies, which the server has no use for

        raise unknown("language", language, LANGUAGES)
    with asset("words", language, f"{area}.toml").open("rb") as file:
        return tomllib.load(file)


def in_language(text: str | Mapping[Any, str] | None, language: str) -> str:
    """`text` in `language`, or in the first language it has."""
    if text is None or isinstance(text, str):
        return text or ""
    return text.get(language) or next(iter(text.values()))
