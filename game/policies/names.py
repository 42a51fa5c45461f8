"""What to say about a name nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class UnknownName(KeyError, ValueError):
    """A name that is not on the list; prints as its plain one-line message."""

    def __str__(self) -> str:
        return str(self.args[0])


def unknown(what: str, name: str, allowed: Iterable[str], *, see: str = "") -> UnknownName:
    """The error for `name`, with the nearest of `allowed`, or all of them when none is near.

    `what` names the kind of thing ("policy"), `see` the command that lists them.
    """
    names = list(allowed)
    spelt = {each.lower(): each for each in names}
    near = get_close_matches(name.lower(), list(spelt), n=1, cutoff=0.5)
    advice = f"did you mean '{spelt[near[0]]}'?" if near else f"there are: {', '.join(names)}"
    return UnknownName(f"no {what} called '{name}'; {advice}" + (f" (see: {see})" if see else ""))
