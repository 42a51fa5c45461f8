"""HTTP that waits for nobody: who connects and asks nothing is let go, so that idle lines cannot fill the room."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

FIRST_WITHIN = 10.0  # s from connecting to a whole first request


class Impatient(H11Protocol):
    """uvicorn's HTTP, which by itself waits for a first request for ever."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait."""
        super().connection_made(transport)
        self.loop.call_later(FIRST_WITHIN, self._give_up)

    def _give_up(self) -> None:
        """Close a line on which nothing whole was ever asked; one that became a socket has."""
        if self.scope is None and not self.transport.is_closing():
            self.transport.close()
