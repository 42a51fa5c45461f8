"""What a crafty player tries first, and what the climb of tests/tuning/exploits.py found: tactics by name."""

from __future__ import annotations

from collections.abc import Mapping

from game.intent import Intent
from tests.tuning.tactics import AHEAD, AT_MATE, BALL, KEEPER, LINE, OURS, SPOT, THEIRS

FULL_BACK, CENTRE_BACK, MIDFIELDER, WINGER, STRIKER = 1, 2, 6, 8, 10
SLOTS = {"RB": FULL_BACK, "CB": CENTRE_BACK, "CM": MIDFIELDER, "LW": WINGER, "ST": STRIKER}

Genes = Mapping[str, float]
"""A tactic by the names of its fields, with `slot`, the man it is for; what is left out is 0."""

_SHOOTS = {"on": Intent.SHOOT, "power": 28.0, "lift": 2.0, "collects": 1}
_STEERED = {"off_kind": Intent.STEER, "collects": 1}
TRIED: dict[str, Genes] = {
    "shoots from anywhere": {**_SHOOTS, "slot": STRIKER, "on_from": -52.0},
    "shoots from anywhere, first time": {**_SHOOTS, "slot": STRIKER, "on_from": -52.0, "first_time": 1},
    "shoots over the keeper from his own half": {**_SHOOTS, "slot": FULL_BACK, "on_from": -52.0, "lift": 12.0},
    "shoots from thirty metres": {**_SHOOTS, "slot": MIDFIELDER, "on_from": 22.0, "lift": 4.0},
    "carries it into the box and shoots": {**_SHOOTS, "slot": STRIKER, "on_from": 40.0, "carries": 1, "in_front": 1},
    "a full-back carries it into the box and shoots": {**_SHOOTS, "slot": FULL_BACK, "on_from": 40.0, "carries": 1},
    "carries it to the byline and shoots": {**_SHOOTS, "slot": WINGER, "on_from": 48.0, "carries": 1},
    "carries it to the corner": {"slot": WINGER, "on": Intent.CARRY, "on_from": -52.0, "aim_x": 50.0, "aim_y": 32.0},
    "carries it to the goal line and shoots": {  # the climb's best on engine 2: xG ×1.7
        **_SHOOTS,
        "slot": STRIKER,
        "on_from": 48.0,
        "carries": 1,
        "power": 26.9,
        "lift": 4.4,
    },
    "carries it straight on": {"slot": STRIKER, "on": Intent.CARRY, "on_from": -52.0, "aim": AHEAD, "aim_x": 10.0},
    "lobs it to the far post from anywhere": {
        "slot": FULL_BACK,
        "on": Intent.LOB,
        "on_from": -52.0,
        "aim_x": 46.0,
        "power": 24.0,
        "lift": 10.0,
    },
    "lobs it over the top to a striker": {
        "slot": FULL_BACK,
        "on": Intent.LOB,
        "on_from": -52.0,
        "aim": AT_MATE,
        "aim_x": 12.0,
        "mate": 10,
        "power": 20.0,
        "lift": 9.0,
    },
    "crosses from anywhere": {
        "slot": WINGER,
        "on": Intent.CROSS,
        "on_from": 0.0,
        "aim_x": 44.0,
        "power": 20.0,
        "lift": 7.0,
    },
    "plays it flat across the face of goal": {
        "slot": WINGER,
        "on": Intent.PASS,
        "on_from": 30.0,
        "carries": 1,
        "aim_x": 46.0,
        "power": 22.0,
    },
    "hoards it": {"slot": MIDFIELDER, "on": Intent.SHIELD, "on_from": -52.0, "aim": AHEAD, "aim_x": -1.0},
    "hugs the touchline": {**_STEERED, "slot": WINGER, "off": SPOT, "when": OURS, "off_x": 35.0, "off_y": 33.0},
    "stands offside": {**_STEERED, "slot": STRIKER, "off": LINE, "off_x": 8.0},
    "stands on the line of offside": {**_STEERED, "slot": STRIKER, "off": LINE, "off_x": -0.3},
    "stands on the keeper": {**_STEERED, "slot": STRIKER, "off": KEEPER, "off_x": -0.7},
    "stands on the keeper and shoots first time": {
        **_STEERED,
        **_SHOOTS,
        "slot": STRIKER,
        "off": KEEPER,
        "off_x": -1.5,
        "first_time": 1,
    },
    "waits on the six-yard line and shoots first time": {
        **_STEERED,
        **_SHOOTS,
        "slot": STRIKER,
        "off": SPOT,
        "off_x": 46.0,
        "first_time": 1,
    },
    "a centre-back waits on the six-yard line": {
        **_STEERED,
        **_SHOOTS,
        "slot": CENTRE_BACK,
        "off": SPOT,
        "off_x": 46.0,
    },
    "waits at the far post": {**_STEERED, "slot": STRIKER, "off": SPOT, "off_x": 47.0, "off_y": -5.0, "mirrored": 1},
    "presses everything": {"slot": STRIKER, "off": BALL, "off_kind": Intent.PRESS, "when": THEIRS},
    "tackles everything": {"slot": MIDFIELDER, "off": BALL, "off_kind": Intent.TACKLE, "when": THEIRS},
    "a centre-back tackles everything": {"slot": CENTRE_BACK, "off": BALL, "off_kind": Intent.TACKLE, "when": THEIRS},
    "runs beside the ball": {**_STEERED, "slot": MIDFIELDER, "off": BALL, "off_x": 6.0},
    "runs fifteen metres ahead of the ball": {**_STEERED, "slot": STRIKER, "off": BALL, "when": OURS, "off_x": 15.0},
    "a full-back plays as a third striker": {**_STEERED, "slot": FULL_BACK, "off": LINE, "off_x": -0.5, "off_y": -5.0},
}
"""What a crafty player tries first."""
