"""Whether phones can reach this machine: a phone that opens `/check` knocks by both ways, and the laptop counts."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

MOST = 999  # knocks counted


def routes(*, lan: bool, addresses: list[str]) -> list[BaseRoute]:
    """The doors to knock at."""
    knocks = Knocks(lan, addresses)
    return [
        Route("/reach", knocks.knock, methods=["POST"]),
        Route("/reach", knocks.count, methods=["GET"]),
        WebSocketRoute("/reach", knocks.socket),
    ]


class Knocks:
    """How many came by which way; from other machines only."""

    def __init__(self, lan: bool, addresses: list[str]) -> None:
        self.lan = lan
        self.addresses = addresses
        self.polls = 0
        self.sockets = 0

    async def knock(self, request: Request) -> Response:
        """A phone asks over plain HTTP."""
        if _from_outside(request):
            self.polls = min(self.polls + 1, MOST)
        return JSONResponse({"here": True})

    async def socket(self, socket: WebSocket) -> None:
        """A phone asks over a socket."""
        await socket.accept()
        if _from_outside(socket):
            self.sockets = min(self.sockets + 1, MOST)
        try:
            await socket.send_text('{"here":true}')
            await socket.close()
        except (WebSocketDisconnect, OSError, RuntimeError):
            return

    async def count(self, request: Request) -> Response:
        """What the laptop's page shows."""
        return JSONResponse(
            {"lan": self.lan, "addresses": self.addresses, "sockets": self.sockets, "polls": self.polls}
        )


def _from_outside(visitor: Request | WebSocket) -> bool:
    """Whether the visitor used another name of this machine than its own loopback."""
    return visitor.url.hostname not in ("127.0.0.1", "localhost", "::1")
