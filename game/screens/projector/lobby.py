"""The lobby: how a class joins, with phones or with raised hands."""

from __future__ import annotations

from typing import Any

import pygame

from game.screens import theme
from game.screens.projector.brush import HUGE, LARGE, TEXT, Brush, below

QUIET = 4  # modules of margin round a QR code (ISO/IEC 18004)
MODULE = 12  # units a module; 18 px at 1080p
HERE = "http://127.0.0.1"


def draw_lobby(
    brush: Brush, state: dict[str, Any], codes: list[dict[str, Any]], box: pygame.Rect, title: str = ""
) -> None:
    """How to join: QR code, address, code, how many have; or raised hands where phones cannot."""
    here_only = not any(not address.startswith(HERE) for address in state["addresses"])
    if title:  # in one size, so that the code below keeps its room
        plain = Brush(brush.canvas, brush.say, 1.0)
        box = below(box, plain.block(title, box, TEXT, bold=True, ink=theme.MUTED) + brush.space(4))
    if state["hands_up"] or here_only:
        key = "hands_up" if state["hands_up"] else "here_only"
        rows: list[tuple[str, float]] = [(brush.say("projector.hands_title"), HUGE)]
        rows += [(brush.say(f"projector.{key}"), TEXT + 8), (brush.say("projector.hands_how"), TEXT + 8)]
        brush.fitted(lambda each, place: each.blocks(rows, place, gap=20), box)
        return
    side = _draw_code(brush, codes[0]["rows"], box.topleft) if codes else 0
    right = pygame.Rect(box.left + side + brush.space(28), box.top, box.width - side - brush.space(28), box.height)
    address = codes[0]["address"] if codes else state["addresses"][0]
    rows = [(brush.say("projector.join"), LARGE), (address.removeprefix("http://"), LARGE), (state["code"], HUGE)]
    rows += [(brush.say("projector.joined", count=state["joined"]), LARGE)]
    rows += [(brush.say(f"projector.{key}"), TEXT + 3) for key in ("promise", "hands_too")]
    brush.fitted(lambda each, place: each.blocks(rows, place), right)


def _draw_code(brush: Brush, rows: list[str], at: tuple[int, int]) -> int:
    """The QR code, dark on white; its side in pixels."""
    module = max(12, round(MODULE * brush.unit))
    side = (len(rows) + 2 * QUIET) * module
    brush.canvas.fill(theme.WHITE, pygame.Rect(*at, side, side))
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark == "1":
                place = pygame.Rect(at[0] + (x + QUIET) * module, at[1] + (y + QUIET) * module, module, module)
                brush.canvas.fill((0, 0, 0), place)
    return side
