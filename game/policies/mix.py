"""Who plays for what: a policy for the side, with exceptions by post or line.

`role-bound,RB=team-win,FW=team-win`: everyone role-bound, but the right back and the forward line play for the
team's win. A post's own exception stands above its line's.
"""

from __future__ import annotations

from game.policies.names import unknown
from game.policies.registry import Policy, find
from game.post import LINES, Post


def mix(text: str) -> dict[Post, Policy]:
    """The policy of every post under `text`; raises ValueError or KeyError in one line."""
    default, exceptions = _split(text)
    chosen = dict.fromkeys(Post, find(default))
    for place in sorted(exceptions, key=lambda each: each not in LINES):
        held = find(exceptions[place])
        for post in LINES.get(place) or (Post[place],):
            chosen[post] = held
    return chosen


def _split(text: str) -> tuple[str, dict[str, str]]:
    """The default policy's name, and the names by post or line."""
    default = ""
    exceptions: dict[str, str] = {}
    for part in (each.strip() for each in text.split(",")):
        place, equals, name = (each.strip() for each in part.partition("="))
        if not equals:
            if default or not place:
                raise ValueError(f"a mix is one policy, then POST=policy or LINE=policy, not '{text}'")
            default = place
            continue
        _check_place(place, exceptions, text)
        exceptions[place] = name
    if not default:
        raise ValueError(f"the mix '{text}' has no default; begin it with a policy, as in 'role-bound,RB=team-win'")
    return default, exceptions


def _check_place(place: str, exceptions: dict[str, str], text: str) -> None:
    """Refuse a place that is no post or line, or comes twice."""
    allowed = [*Post.__members__, *(line for line in LINES if line not in Post.__members__)]
    if place not in allowed:
        raise unknown("post or line", place, allowed)
    if place in exceptions:
        raise ValueError(f"the mix '{text}' names {place} twice; keep one")
