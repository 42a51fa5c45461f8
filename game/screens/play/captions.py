"""Key-caps and what they do, in the person's language, for the device last used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.screens.play.actions import Action, cap
from game.screens.play.facts import Say

OFF_BALL = (Action.SPRINT, Action.TACKLE, Action.CALL, Action.LOOK, Action.VIEW)
ON_BALL = (Action.PASS, Action.THROUGH, Action.LOB, Action.SHOOT, Action.SPRINT)
ALL = (
    *(Action.SPRINT, Action.PASS, Action.THROUGH, Action.LOB, Action.SHOOT, Action.TACKLE, Action.CALL),
    *(Action.LOOK, Action.VIEW, Action.CLOSER, Action.FARTHER, Action.SLOWER, Action.FASTER, Action.STEP),
    *(Action.PAUSE, Action.HELP),
)

NAMED = {
    "SPACE": "match.key_space",
    "SHIFT": "match.key_shift",
    "TAB": "match.key_tab",
    "ESC": "match.key_escape",
    "M1": "match.mouse_1",
    "M3": "match.mouse_2",
    "M4": "match.mouse_4",
}
"""Caps that have a word of their own in each language."""

Keys = Sequence[tuple[str, str]]


class Caps:
    """What to print for a device and a person's own keys."""

    def __init__(self, say: Say, remapped: Mapping[str, object], *, toggle: bool) -> None:
        self.say, self.remapped, self.toggle = say, remapped, toggle
        self._kept: dict[tuple[str, bool], Keys] = {}

    def one(self, action: Action, device: str) -> tuple[str, str]:
        """Its cap, and what it does."""
        printed = cap(action, device, self.remapped)
        if printed in NAMED:
            printed = self.say(NAMED[printed])
        does = "push_toggle" if action is Action.PUSH and self.toggle else action.value
        return printed, self.say(f"match.act_{does}")

    def steer(self, device: str) -> tuple[str, str]:
        """How he is led."""
        named = {"pad": "match.stick", "mouse": "match.mouse_3"}.get(device, "match.arrows")
        return self.say(named), self.say("match.act_pointer" if device == "mouse" else "match.act_steer")

    def playing(self, device: str, *, has_ball: bool) -> Keys:
        """The most useful now, the button first."""
        told = (device, has_ball)
        if told not in self._kept:
            chosen = ON_BALL if has_ball else OFF_BALL
            self._kept[told] = (
                self.one(Action.PUSH, device),
                self.steer(device),
                *(self.one(action, device) for action in chosen),
            )
        return self._kept[told]

    def all(self, device: str) -> Keys:
        """Every one of them."""
        return (self.one(Action.PUSH, device), self.steer(device), *(self.one(action, device) for action in ALL))
