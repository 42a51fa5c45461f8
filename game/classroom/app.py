"""The whole room as one application."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from starlette.applications import Starlette
from starlette.middleware import Middleware

from game.classroom import check, desk, pages, phones, pitch_door
from game.classroom.guard import Lock
from game.classroom.headers import Shield
from game.classroom.session import Session
from game.classroom.stadium import Stadium


def make_app(
    session: Session, *, token: str, addresses: list[str], lan: bool, names: frozenset[str] = frozenset()
) -> Starlette:
    """The application of `session`. `names` are host names it answers to beside addresses and local names."""
    stadium = Stadium(session)

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        clock = asyncio.create_task(session.keep_time())
        yield
        clock.cancel()
        with suppress(asyncio.CancelledError):
            await clock
        await stadium.whistle()
        await session.close()

    doors = [
        *phones.routes(session),
        *pitch_door.routes(session, stadium),
        *desk.routes(session, stadium, Lock(token), addresses),
        *check.routes(lan=lan, addresses=addresses),
        *pages.routes(addresses, session.head.code),
    ]
    return Starlette(routes=doors, lifespan=life, middleware=[Middleware(Shield, names=names)])
