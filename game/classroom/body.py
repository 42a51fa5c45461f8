"""What a request carries, up to a limit and within a time."""

from __future__ import annotations

import asyncio

from starlette.exceptions import HTTPException
from starlette.requests import Request

WITHIN = 10.0  # s for a whole body


async def read_body(request: Request, most: int) -> bytes:
    """The request's body; an HTTPException for one that is no JSON by its own word, too long or too slow."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise HTTPException(415, "send application/json")
    parts: list[bytes] = []
    length = 0
    try:
        async with asyncio.timeout(WITHIN):
            async for part in request.stream():
                length += len(part)
                if length > most:
                    raise HTTPException(413, f"at most {most} bytes", headers={"Connection": "close"})
                parts.append(part)
    except TimeoutError:
        raise HTTPException(408, "too slow", headers={"Connection": "close"}) from None
    return b"".join(parts)


def address(request: Request) -> str:
    """Where a request comes from: kept in memory to limit rates, never written anywhere."""
    return request.client.host if request.client else ""
