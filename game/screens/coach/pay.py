"""Who of your eleven is paid for what: a policy for each slot, ready-made set-ups, and the fixture that follows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from game.fixture import Fixture
from game.policies.registry import policies
from game.post import LINES, Post
from game.teams.scenarios import scenario

UNPAID = ("baseline",)  # kinds of policy no club pays for; nor does one pay for a way of reckoning
SHIPPED = "game.policies."  # an experiment may register more, which have no words here
POST, WIN = "role-bound", "team-win"

PRESETS: dict[str, dict[str, str]] = {
    "posts": {"*": POST},
    "win": {"*": WIN},
    "silos": {"GK": "per-goal-conceded", "DF": "per-goal-conceded", "MF": WIN, "FW": "per-goal-scored"},
    "clean": {"*": WIN, "GK": "clean-sheet", "DF": "clean-sheet"},
    "stars": {"*": POST, "FW": "goal-bonus"},
    "one": {"*": POST, "RB": WIN},
    "cover": {"*": WIN, "DF": "win-and-clean-sheet"},
}
"""Set-ups by name (a key of the word file): pay by post, line, or `*` for everybody else."""


@dataclass(frozen=True)
class Pay:
    """What each home slot, 0–10, is paid for."""

    slots: tuple[str, ...]

    def given(self, slot: int, policy: str) -> Pay:
        """The same with `slot` paid otherwise."""
        return Pay((*self.slots[:slot], policy, *self.slots[slot + 1 :]))

    def turned(self, slot: int, step: int) -> Pay:
        """The same with `slot` given the next contract of the list, or the one before."""
        offered = contracts()
        place = offered.index(self.slots[slot]) if self.slots[slot] in offered else 0
        return self.given(slot, offered[(place + step) % len(offered)])

    def fixture(self, name: str) -> Fixture:
        """The scenario `name` with the home side paid so: a default, and the slots that differ."""
        default = Counter(self.slots).most_common(1)[0][0]
        single = tuple((slot, policy) for slot, policy in enumerate(self.slots) if policy != default)
        return Fixture(name, home=default, slots=single)


def contracts() -> list[str]:
    """What a man can be paid for, as the coach is offered it."""
    paid = [each for each in policies() if each.kind not in UNPAID and each.stakes is None]
    return [each.name for each in paid if (each.payoff or each.job).__module__.startswith(SHIPPED)]


def posts_of(name: str) -> list[Post]:
    """The post of each home slot in a scenario."""
    return [Post[each.name] for each in scenario(name).home.sheet().formation.posts]


def preset(key: str, name: str) -> Pay:
    """The set-up `key` for the home side of scenario `name`."""
    told = PRESETS[key]
    return Pay(tuple(_paid(told, post) for post in posts_of(name)))


def called(pay: Pay, name: str) -> str:
    """Key of the set-up that `pay` is, empty where it is one of your own."""
    return next((key for key in PRESETS if preset(key, name) == pay), "")


def spots(name: str) -> list[tuple[float, float]]:
    """Where each home slot stands on a formation board: (along, across), both 0…1, own goal at 0, left at 0."""
    slots = scenario(name).home.sheet().formation.slots
    field = [(0.24 + 0.66 * slot.depth, 0.5 - 0.42 * slot.width) for slot in slots[1:]]
    return [(0.06, 0.5), *field]


def _paid(told: dict[str, str], post: Post) -> str:
    line = next((key for key, posts in LINES.items() if post in posts and key in told), "")
    return told.get(post.name) or told.get(line) or told.get("*") or WIN
