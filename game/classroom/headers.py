"""The outermost layer: refuses strangers' hosts and origins, and tells the browser to trust nothing from outside."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from game.classroom.guard import is_home, is_own

FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Shield:
    """Wraps the app."""

    def __init__(self, app: ASGIApp, *, names: frozenset[str] = frozenset()) -> None:
        self.app = app
        self.names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through what comes from a page of ours, and put the headers on what goes out."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        refusal = None
        if not is_home(host, self.names):
            refusal = 421
        elif not is_own(headers.get("origin"), host):
            refusal = 403

        async def sign(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_headers(host if refusal != 421 else ""))
            await send(message)

        if refusal is None:
            await self.app(scope, receive, sign)
        elif scope["type"] == "websocket":
            await receive()  # the request to connect
            await send({"type": "websocket.close", "code": 1008})
        else:
            await PlainTextResponse("refused\n", status_code=refusal)(scope, receive, sign)


def _headers(host: str) -> dict[str, str]:
    """What every answer carries. `host` has been checked and can be quoted."""
    sockets = f" ws://{host}" if host else ""  # older phones do not take 'self' for sockets
    policy = (
        f"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'{sockets}; "
        "img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return {**FIXED, "Content-Security-Policy": policy}
