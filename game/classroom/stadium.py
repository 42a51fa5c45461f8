"""stub"""

from __future__ import annotations

from typing import Any

from game.classroom.commands import Play
from game.classroom.session import Session


class Stadium:
    """stub"""

    def __init__(self, session: Session) -> None:
        self.session = session

    def check(self, command: Play) -> None:
        """Stub"""

    async def kick_off(self, command: Play) -> None:
        """Stub"""

    async def whistle(self) -> None:
        """Stub"""

    def matches(self) -> list[dict[str, Any]]:
        """Stub"""
        return []
