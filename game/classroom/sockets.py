"""What every socket of the room does alike: read with a limit, send within a time, close once."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

LONGEST = 1024  # bytes of a phone's message
HELLO_WITHIN = 10.0  # s from connecting to hello
SEND_WITHIN = 10.0  # s a phone may leave a message unread
MOST_WRONG = 30  # malformed or too frequent messages before a socket is closed
REFUSED, RUDE = 4001, 4002  # close codes: the room does not let you in; you talk nonsense


def no(why: str) -> dict[str, Any]:
    """A refusal as a phone reads it."""
    return {"say": "no", "why": why}


async def text_of(socket: WebSocket) -> str:
    """The next message; empty when it is binary or too long."""
    message = await socket.receive()
    if message["type"] != "websocket.receive":
        raise WebSocketDisconnect(message.get("code", 1005))
    text = message.get("text") or ""
    return text if len(text) <= LONGEST else ""


async def send(socket: WebSocket, message: dict[str, Any] | bytes) -> None:
    """Send one message, or one frame; WebSocketDisconnect when the phone is gone or reads nothing."""
    try:
        async with asyncio.timeout(SEND_WITHIN):
            if isinstance(message, bytes):
                await socket.send_bytes(message)
            else:
                await socket.send_text(json.dumps(message, ensure_ascii=False, separators=(",", ":")))
    except (TimeoutError, OSError, RuntimeError):
        raise WebSocketDisconnect(1006) from None


async def close(socket: WebSocket, code: int) -> None:
    """End the connection if it has not ended."""
    both = (socket.client_state, socket.application_state)
    if WebSocketState.DISCONNECTED not in both:
        try:
            async with asyncio.timeout(SEND_WITHIN):
                await socket.close(code)
        except (TimeoutError, OSError, RuntimeError):
            return
