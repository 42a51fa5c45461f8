"""Keyboard, pad and mouse, made into what is asked at a tick; remembers what is held and which device spoke last."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import pygame

from game.intent import Intent
from game.screens.play.actions import KICKS, MOUSE, PAD, RUN_TO_POINTER, STEERING, TRIGGERS, Action, keys_of
from game.screens.play.asked import JOG, SPRINT, Asked, heading

DEAD_ZONE = 0.25  # share of a stick's way that counts as none
TRIGGERED = 0.35  # share of a trigger's way from which it counts as held
FULL = 32767  # what a stick reads at its end
AT_POINTER = 0.8  # m round the pointer within which he has arrived
HURRY = 14.0  # m to the pointer from which he sprints
KICK_OF = {
    Action.PASS: Intent.PASS,
    Action.THROUGH: Intent.THROUGH,
    Action.LOB: Intent.LOB,
    Action.SHOOT: Intent.SHOOT,
}
WAYS = {Action.UP: (0.0, 1.0), Action.DOWN: (0.0, -1.0), Action.LEFT: (-1.0, 0.0), Action.RIGHT: (1.0, 0.0)}


class Controls:
    """What is held down, whatever holds it."""

    def __init__(self, remapped: Mapping[str, object], *, toggle: bool = False) -> None:
        self.keys = keys_of(remapped)
        self.toggle = toggle
        self.device = "keys"
        self.pointer: tuple[int, int] | None = None
        """The pointer, px of the screen, while he is to run towards it."""
        self._held: dict[Action, set[str]] = {}
        self._stick = (0.0, 0.0)
        self._pressed: list[Action] = []
        self._pushing = False

    def take(self, event: pygame.event.Event) -> Action | None:
        """Note `event`; the action it began, if any."""
        if event.type in (pygame.KEYDOWN, pygame.KEYUP):
            return self._key(event)
        if event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEMOTION):
            return self._mouse(event)
        if event.type in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
            action = PAD.get(event.button)
            self.device = "pad"
            return self._change(action, f"pad {event.button}", event.type == pygame.CONTROLLERBUTTONDOWN)
        if event.type == pygame.CONTROLLERAXISMOTION:
            return self._axis(event)
        if event.type == pygame.CONTROLLERDEVICEREMOVED:
            self.release()
        return None

    def take_over(self, held: Callable[[int], bool]) -> None:
        """What is held on the keyboard already, key by key, goes on being held."""
        for key, action in self.keys.items():
            if held(key):
                self._change(action, f"key {key}", down=True)
        self._pressed.clear()

    def release(self) -> None:
        """Nothing is held any more: the window lost the keyboard, or the pad its lead."""
        self._held.clear()
        self._pressed.clear()
        self._stick, self.pointer = (0.0, 0.0), None

    def holds(self, action: Action) -> bool:
        """Whether `action` is held now."""
        return bool(self._held.get(action))

    @property
    def push(self) -> bool:
        """Whether he is asked to go: held, or switched on where the settings say toggle."""
        return self._pushing if self.toggle else self.holds(Action.PUSH)

    @property
    def busy(self) -> bool:
        """Whether he is led by hand: then nobody fast-forwards. A push held is no more than a word to him."""
        led = any(by for action, by in self._held.items() if action is not Action.PUSH)
        return bool(self._pressed) or led or self._stick != (0.0, 0.0) or self.pointer is not None

    def asked(self, here: tuple[float, float], target: tuple[float, float] | None, *, has_ball: bool) -> Asked:
        """The wishes at this tick of a man at `here`, the pointer at `target` (m); presses are used up."""
        pressed, self._pressed = self._pressed, []
        way, pace = self._way(here, target)
        kick = next((action for action in pressed if action in KICKS), None)
        call = Action.CALL in pressed or (kick is Action.PASS and not has_ball)
        tackle = self.holds(Action.TACKLE) or (self.holds(Action.SHOOT) and not has_ball)
        return Asked(self.push, way, pace, KICK_OF[kick] if kick is not None else None, tackle, call)

    def _way(
        self, here: tuple[float, float], target: tuple[float, float] | None
    ) -> tuple[tuple[float, float] | None, float]:
        """Direction and pace: stick or keys, else the pointer."""
        x, y = self._stick
        for action in STEERING:
            if self.holds(action):
                x, y = x + WAYS[action][0], y + WAYS[action][1]
        pace = SPRINT if self.holds(Action.SPRINT) else JOG
        if (x, y) != (0.0, 0.0):
            return heading(x, y), pace
        if target is None:
            return None, pace
        x, y = target[0] - here[0], target[1] - here[1]
        far = math.hypot(x, y)
        return (heading(x, y) if far > AT_POINTER else None), SPRINT if far > HURRY else pace

    def _key(self, event: pygame.event.Event) -> Action | None:
        action = self.keys.get(event.key)
        if action is not None:
            self.device = "keys"
        return self._change(action, f"key {event.key}", event.type == pygame.KEYDOWN)

    def _mouse(self, event: pygame.event.Event) -> Action | None:
        if event.type == pygame.MOUSEMOTION:
            if self.pointer is not None:
                self.pointer = event.pos
            return None
        down = event.type == pygame.MOUSEBUTTONDOWN
        if event.button == RUN_TO_POINTER:
            self.pointer, self.device = event.pos if down else None, "mouse"
        if event.button not in MOUSE:
            return None
        self.device = "mouse"
        return self._change(MOUSE[event.button], f"mouse {event.button}", down)

    def _axis(self, event: pygame.event.Event) -> Action | None:
        share = event.value / FULL
        if event.axis in TRIGGERS:
            return self._change(TRIGGERS[event.axis], f"axis {event.axis}", share > TRIGGERED)
        x, y = self._stick
        share = share if abs(share) > DEAD_ZONE else 0.0
        if event.axis == pygame.CONTROLLER_AXIS_LEFTX:
            x = share
        elif event.axis == pygame.CONTROLLER_AXIS_LEFTY:
            y = -share
        if (x, y) != self._stick:
            self.device = "pad"
        self._stick = (x, y)
        return None

    def _change(self, action: Action | None, by: str, down: bool) -> Action | None:
        """`by` now holds `action`, or has let it go; the action when that began it."""
        if action is None:
            return None
        holders = self._held.setdefault(action, set())
        if not down:
            holders.discard(by)
            return None
        began = not holders
        holders.add(by)
        if not began:
            return None
        self._pressed.append(action)
        if action is Action.PUSH:
            self._pushing = not self._pushing
        return action
