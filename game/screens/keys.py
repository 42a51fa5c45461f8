"""The keys of the watching window, and the page that lists them."""

from __future__ import annotations

from enum import Enum

import pygame

from game.screens import theme
from game.screens.language import Language


class Command(Enum):
    """What a spectator can ask for; watch.toml says what each is."""

    PAUSE = "pause"
    STEP = "step"
    SLOWER = "slower"
    FASTER = "faster"
    CLOSER = "closer"
    FARTHER = "farther"
    VIEW = "view"
    THINKING = "thinking"
    WANTS = "wants"
    NEXT = "next"
    CARRIER = "carrier"
    SHAPE = "shape"
    PANELS = "panels"
    RESTART = "restart"
    MUTE = "mute"
    KEYS = "keys"
    FULL = "full"
    QUIT = "quit"


KEYS: dict[int, Command] = {
    pygame.K_SPACE: Command.PAUSE,
    pygame.K_p: Command.PAUSE,
    pygame.K_PERIOD: Command.STEP,
    pygame.K_LEFTBRACKET: Command.SLOWER,
    pygame.K_RIGHTBRACKET: Command.FASTER,
    pygame.K_PLUS: Command.CLOSER,
    pygame.K_EQUALS: Command.CLOSER,
    pygame.K_KP_PLUS: Command.CLOSER,
    pygame.K_MINUS: Command.FARTHER,
    pygame.K_KP_MINUS: Command.FARTHER,
    pygame.K_v: Command.VIEW,
    pygame.K_t: Command.THINKING,
    pygame.K_w: Command.WANTS,
    pygame.K_n: Command.NEXT,
    pygame.K_TAB: Command.NEXT,
    pygame.K_c: Command.CARRIER,
    pygame.K_s: Command.SHAPE,
    pygame.K_i: Command.PANELS,
    pygame.K_r: Command.RESTART,
    pygame.K_m: Command.MUTE,
    pygame.K_F1: Command.KEYS,
    pygame.K_F11: Command.FULL,
    pygame.K_ESCAPE: Command.QUIT,
}

CAPS = {
    Command.PAUSE: "SPACE",
    Command.STEP: ".",
    Command.SLOWER: "[",
    Command.FASTER: "]",
    Command.CLOSER: "+",
    Command.FARTHER: "−",
    Command.VIEW: "V",
    Command.THINKING: "T",
    Command.WANTS: "W",
    Command.NEXT: "N",
    Command.CARRIER: "C",
    Command.SHAPE: "S",
    Command.PANELS: "I",
    Command.RESTART: "R",
    Command.MUTE: "M",
    Command.KEYS: "F1",
    Command.FULL: "F11",
    Command.QUIT: "ESC",
}
"""What is printed on the key of each command."""

ROW = 26  # units


def command_of(event: pygame.event.Event) -> Command | None:
    """The command a key press asks for; the printed character decides on keyboards where brackets move."""
    by_character = {"[": Command.SLOWER, "]": Command.FASTER, "+": Command.CLOSER, "-": Command.FARTHER}
    character = getattr(event, "unicode", "")
    return by_character.get(character) or KEYS.get(event.key)


def draw_keys(surface: pygame.Surface, say: Language) -> None:
    """All keys on a card in the middle."""
    unit = theme.unit(surface.get_size())
    pixels = theme.BODY * unit
    told = {command: say(f"watch.key_{command.name}") for command in Command}
    words = max(theme.width_of(text, pixels) for text in told.values())
    caps = max(theme.width_of(cap, pixels, bold=True) for cap in CAPS.values())
    card = pygame.Rect(0, 0, words + caps + round(90 * unit), round((len(Command) + 2.6) * ROW * unit))
    card.center = surface.get_rect().center
    theme.plate(surface, card, ink=theme.INK, opacity=245)
    x, y = card.left + 30 * unit, card.top + 16 * unit
    theme.write(surface, say("watch.keys"), (x, y), pixels=22 * unit, bold=True)
    for nth, command in enumerate(Command):
        row = y + (nth + 1.5) * ROW * unit
        cap = (x + caps, row)
        theme.write(surface, CAPS[command], cap, pixels=pixels, ink=theme.AMBER, bold=True, anchor="topright")
        theme.write(surface, told[command], (x + caps + 26 * unit, row), pixels=pixels)
