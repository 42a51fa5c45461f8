"""What people look at: the window, the drawing on plain pygame surfaces, and films of it.

Drawing keeps to what pygame 2.6.1 and pygame-ce 2.5 share, and draws alike for a window and for a file.
"""

from __future__ import annotations

import importlib.metadata
import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")


class ScreenError(ImportError, ValueError):
    """No picture can be made here; the message is one line and says what to do."""


def check_one_pygame(installed: frozenset[str]) -> None:
    """Refuse an environment holding both distributions that import as `pygame`: the last installed wins.

    `installed` are names of distributions. Raises ScreenError with the two commands that mend it.
    """
    if {"pygame", "pygame-ce"} <= installed:
        raise ScreenError(
            "both pygame and pygame-ce are installed and overwrite each other; mend it with: "
            "pip uninstall -y pygame pygame-ce && pip install pygame-ce"
        )


def installed_pygames() -> frozenset[str]:
    """Which of the two distributions this environment says it has."""
    found = set()
    for name in ("pygame", "pygame-ce"):
        try:
            importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        found.add(name)
    return frozenset(found)


check_one_pygame(installed_pygames())
