"""Everything a person reads, in his language: words by key, numbers in the plural the language wants.

The words lie in assets/words/<language>/<area>.toml; the key `play` of shell.toml is said as "shell.play". A word with
a number has one form a plural category (CLDR: one, other), as a table `goals = { one = …, other = … }` or as
`goals_one` and `goals_other`; `goals_none`, where there is one, is said of 0.
"""

from __future__ import annotations

import functools
import locale
import os
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from game.assets import asset

LANGUAGES: Mapping[str, str] = {"en": "English", "es": "Español"}
"""By code, each as it calls itself."""
USUAL = "en"

Words = Mapping[str, str]


class Language:
    """Says words by key: `say("shell.play")`, `say("match.goals", count=3)`."""

    def __init__(self, code: str = USUAL) -> None:
        """KeyError names the nearest language there is."""
        if code not in LANGUAGES:
            raise _unknown("language", code, LANGUAGES)
        self.code = code

    def __call__(self, key: str, /, **values: object) -> str:
        """The words of `key`, its {placeholders} filled with `values`; `count` chooses the plural.

        KeyError names the nearest key of that area, or the area that is missing.
        """
        area, _, name = key.partition(".")
        known = words(self.code, area)
        return known[_form(known, name, values.get("count"), key)].format(**values)

    def has(self, key: str) -> bool:
        """Whether there are such words."""
        area, _, name = key.partition(".")
        try:
            known = words(self.code, area)
        except KeyError:
            return False
        return name in known or f"{name}_other" in known


@functools.cache
def words(code: str, area: str) -> Words:
    """All words of `area` in language `code`, tables flattened to `name_one`, `name_other`."""
    path = asset("words", code, f"{area}.toml")
    try:
        with path.open("rb") as file:
            return dict(_flat(tomllib.load(file)))
    except FileNotFoundError:
        raise _unknown("area of words", area, areas(code)) from None
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path}: {error}") from None


def areas(code: str) -> list[str]:
    """Names of the word files of language `code`."""
    return sorted(path.stem for path in asset("words", code).glob("*.toml"))


def plural(count: float) -> str:
    """The plural category of `count`: the same rule in English and Spanish for whole numbers below a million."""
    return "one" if count == 1 else "other"


def own_language() -> str:
    """The language this computer is set to, where it is one of ours; else English."""
    told = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    told.append(locale.getlocale()[0] or "")
    first = next((each for each in told if each), "")
    code = first[:2].lower()
    return code if code in LANGUAGES else ("es" if first.lower().startswith("spanish") else USUAL)


def _flat(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    flat: list[tuple[str, str]] = []
    for name, said in content.items():
        if isinstance(said, Mapping):
            flat += [(f"{name}_{inner}", text) for inner, text in _flat(said)]
        else:
            flat.append((name, str(said)))
    return flat


def _form(known: Words, name: str, count: object, key: str) -> str:
    """The name under which the words wanted are written."""
    if isinstance(count, int | float):
        if count == 0 and f"{name}_none" in known:
            return f"{name}_none"
        form = f"{name}_{plural(count)}"
        if form in known:
            return form
    if name not in known:
        raise _unknown("words", key, [f"{key.partition('.')[0]}.{each}" for each in known])
    return name


def _unknown(what: str, name: str, allowed: Iterable[str]) -> KeyError:
    """The usual error; fetched only when needed, since the policies bring the engine along."""
    from game.policies.names import unknown

    return unknown(what, name, allowed)
