"""Remapping: a line for every action; choosing it waits for the new key. A key can mean one thing only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pygame

from game.screens import theme
from game.screens.play.actions import DEFAULT_KEYS, Action, keys_of
from game.screens.widgets import Button, Grid, Widget, Words, note
from game.screens.widgets.button import Deed

if TYPE_CHECKING:
    from game.screens.language import Language
    from game.screens.options import OptionsScreen

OURS = ("f11", "f12", "m")
"""Keys the stage keeps to itself."""


def names_of(action: Action, remapped: Mapping[str, list[str]]) -> list[str]:
    """Names of the keys that do `action` now."""
    return [pygame.key.name(code) for code, does in keys_of(remapped).items() if does is action]


def set_key(remapped: dict[str, list[str]], action: Action, key: str) -> Action | None:
    """Give `action` the key called `key` alone; the action that has lost it, if one has. ValueError for one of OURS."""
    if key in OURS:
        raise ValueError(f"{key} is kept for the game itself")
    before = keys_of(remapped).get(pygame.key.key_code(key))
    loser = before if before is not action else None
    if loser is not None:
        remapped[loser.value] = [name for name in names_of(loser, remapped) if name != key]
    remapped[action.value] = [key]
    return loser


def key_widgets(page: OptionsScreen) -> list[Widget]:
    """Every action with its keys, and the way back to the usual ones."""
    say, settings = page.stage.say, page.stage.settings
    if page.waiting:
        action = say(f"shell.action_{page.waiting}")
        return [
            Words(say("shell.press_key", action=action), size=theme.BODY + 4, bold=True, ink=theme.AMBER),
            note(say("shell.press_key_about")),
        ]
    lines = [
        Button(
            f"{say(f'shell.action_{action.value}')}: {shown(action, settings.keys, say) or say('shell.key_none')}",
            _asker(page, action),
            small=True,
            align="left",
            name=f"key {action.value}",
        )
        for action in DEFAULT_KEYS
    ]
    reset = Button(say("shell.reset_keys"), lambda: _reset(page), small=True, name="reset keys")
    return [Grid(lines, cell=250, most=2, gap=6), reset, note(say("shell.keys_pad"))]


def shown(action: Action, remapped: Mapping[str, list[str]], say: Language) -> str:
    """The keys of `action` as they are printed."""
    return ", ".join(_cap(name, say) for name in names_of(action, remapped))


def take_key(page: OptionsScreen, event: pygame.event.Event) -> None:
    """The key awaited, or none after all."""
    away = event.type in (pygame.MOUSEBUTTONDOWN, pygame.CONTROLLERBUTTONDOWN)
    if away or (event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE):
        _done(page)
    elif event.type == pygame.KEYDOWN:
        action = Action(page.waiting)
        if event.key == pygame.K_DELETE:
            page.stage.settings.keys[action.value] = []
            _done(page)
        else:
            _assign(page, action, pygame.key.name(event.key))


def _assign(page: OptionsScreen, action: Action, key: str) -> None:
    say = page.stage.say
    try:
        loser = set_key(page.stage.settings.keys, action, key)
    except ValueError:
        page.stage.tell(say("shell.key_reserved", key=_cap(key, say)))
        return
    if loser is not None:
        other, now = (say(f"shell.action_{each.value}") for each in (loser, action))
        page.stage.tell(say("shell.key_taken", key=_cap(key, say), other=other, action=now))
    _done(page)


def _asker(page: OptionsScreen, action: Action) -> Deed:
    def ask() -> None:
        page.waiting = action.value
        page.renew()

    return ask


def _done(page: OptionsScreen) -> None:
    waited, page.waiting = page.waiting, ""
    page.stage.keep_settings()
    page.renew()
    page.board.set_focus(page.board.find(f"key {waited}"))


def _reset(page: OptionsScreen) -> None:
    page.stage.settings.keys.clear()
    page.stage.keep_settings()
    page.stage.tell(page.stage.say("shell.keys_reset"))
    page.renew()


def _cap(name: str, say: Language) -> str:
    """The key called `name` as it is printed where that language is spoken."""
    key = f"shell.key_{name.replace(' ', '_')}"
    return say(key) if say.has(key) else name.capitalize()
