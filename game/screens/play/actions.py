"""What a person can do in a match, and the keys, pad buttons and mouse buttons that do it unless remapped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

import pygame


class Action(Enum):
    """One thing a key can do; the value is the name it is remapped and worded under."""

    PUSH = "push"
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    SPRINT = "sprint"
    PASS = "pass"
    THROUGH = "through"
    LOB = "lob"
    SHOOT = "shoot"
    TACKLE = "tackle"
    CALL = "call"
    LOOK = "look"
    VIEW = "view"
    CLOSER = "closer"
    FARTHER = "farther"
    SLOWER = "slower"
    FASTER = "faster"
    STEP = "step"
    PAUSE = "pause"
    HELP = "help"


DEFAULT_KEYS: Mapping[Action, tuple[str, ...]] = {
    Action.PUSH: ("space",),
    Action.UP: ("up", "w"),
    Action.DOWN: ("down", "s"),
    Action.LEFT: ("left", "a"),
    Action.RIGHT: ("right", "d"),
    Action.SPRINT: ("left shift", "right shift"),
    Action.PASS: ("j", "e"),
    Action.THROUGH: ("k", "r"),
    Action.LOB: ("l", "q"),
    Action.SHOOT: ("i", "f"),
    Action.TACKLE: ("u", "g"),
    Action.CALL: ("x",),
    Action.LOOK: ("tab",),
    Action.VIEW: ("v",),
    Action.CLOSER: ("=", "+"),
    Action.FARTHER: ("-",),
    Action.SLOWER: ("[",),
    Action.FASTER: ("]",),
    Action.STEP: (".",),
    Action.PAUSE: ("p", "escape"),
    Action.HELP: ("f1",),
}
"""Names as pygame.key.name says them; the first is the one shown."""

PAD: Mapping[int, Action] = {
    pygame.CONTROLLER_BUTTON_A: Action.PUSH,
    pygame.CONTROLLER_BUTTON_X: Action.PASS,
    pygame.CONTROLLER_BUTTON_Y: Action.THROUGH,
    pygame.CONTROLLER_BUTTON_B: Action.SHOOT,
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: Action.LOB,
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: Action.LOOK,
    pygame.CONTROLLER_BUTTON_LEFTSTICK: Action.CALL,
    pygame.CONTROLLER_BUTTON_RIGHTSTICK: Action.VIEW,
    pygame.CONTROLLER_BUTTON_START: Action.PAUSE,
    pygame.CONTROLLER_BUTTON_BACK: Action.HELP,
    pygame.CONTROLLER_BUTTON_DPAD_UP: Action.UP,
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: Action.DOWN,
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: Action.LEFT,
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: Action.RIGHT,
}
"""Without the ball, X calls for it and B tackles. The triggers are TRIGGERS."""

TRIGGERS: Mapping[int, Action] = {
    pygame.CONTROLLER_AXIS_TRIGGERRIGHT: Action.SPRINT,
    pygame.CONTROLLER_AXIS_TRIGGERLEFT: Action.TACKLE,
}

MOUSE: Mapping[int, Action] = {1: Action.PUSH, 2: Action.LOOK, 6: Action.CALL, 7: Action.CALL}
"""The right button is held to run towards the pointer."""
RUN_TO_POINTER = 3

PAD_CAPS: Mapping[Action, str] = {
    Action.PUSH: "A",
    Action.PASS: "X",
    Action.CALL: "L3",
    Action.THROUGH: "Y",
    Action.SHOOT: "B",
    Action.TACKLE: "LT",
    Action.LOB: "RB",
    Action.LOOK: "LB",
    Action.SPRINT: "RT",
    Action.PAUSE: "START",
    Action.VIEW: "R3",
    Action.HELP: "BACK",
}
MOUSE_CAPS: Mapping[Action, str] = {Action.PUSH: "M1", Action.LOOK: "M3", Action.CALL: "M4"}

STEERING = (Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT)
KICKS = (Action.PASS, Action.THROUGH, Action.LOB, Action.SHOOT)


def keys_of(remapped: Mapping[str, object]) -> dict[int, Action]:
    """Key codes and what they do: DEFAULT_KEYS, with `remapped` actions (name → key name or names) put over them.

    A key taken by a remapped action no longer does what it did; a name no keyboard knows is left out.
    """
    found: dict[int, Action] = {}
    for taken in (False, True):
        for action, usual in DEFAULT_KEYS.items():
            if (action.value in remapped) == taken:
                names = _names(remapped[action.value]) if taken else usual
                found.update((code, action) for code in _codes(names))
    return found


def _names(written: object) -> tuple[str, ...]:
    """One key name, or several."""
    if isinstance(written, str):
        return (written,)
    return tuple(str(name) for name in written) if isinstance(written, Iterable) else ()


def _codes(names: Iterable[str]) -> list[int]:
    codes = []
    for name in names:
        try:
            codes.append(pygame.key.key_code(name))
        except ValueError:
            continue
    return codes


def cap(action: Action, device: str, remapped: Mapping[str, object]) -> str:
    """What is printed on the key of `action` for the device last used (keys, pad or mouse)."""
    if device == "pad" and action in PAD_CAPS:
        return PAD_CAPS[action]
    if device == "mouse" and action in MOUSE_CAPS:
        return MOUSE_CAPS[action]
    names = _names(remapped.get(action.value, DEFAULT_KEYS[action]))
    return next(iter(names), "").upper().replace("LEFT SHIFT", "SHIFT").replace("ESCAPE", "ESC")
