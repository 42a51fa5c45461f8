"""Game pads, opened when they are plugged in; one that is pulled out is no reason to stop."""

from __future__ import annotations

from typing import Any

import pygame


class Pads:
    """The pads plugged in, by instance number."""

    def __init__(self) -> None:
        self._open: dict[int, Any] = {}
        try:
            from pygame._sdl2 import controller

            controller.init()
        except (ImportError, pygame.error):  # no pads on this computer
            self._controller: Any = None
        else:
            self._controller = controller

    def __len__(self) -> int:
        return len(self._open)

    def take(self, event: pygame.event.Event) -> str:
        """Open a pad plugged in, drop one pulled out; the key of what to say, empty for nothing."""
        if self._controller is None:
            return ""
        if event.type == pygame.CONTROLLERDEVICEADDED:
            return self._add(event.device_index)
        if event.type == pygame.CONTROLLERDEVICEREMOVED:
            self._open.pop(event.instance_id, None)
            return "shell.pad_gone"
        return ""

    def _add(self, index: int) -> str:
        try:
            pad = self._controller.Controller(index)
            self._open[pad.as_joystick().get_instance_id()] = pad
        except pygame.error:
            return ""
        return "shell.pad_there"
