"""The teacher's doors: the state, the commands, the exports. Nothing here without the token."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from game.classroom.body import address, read_body
from game.classroom.commands import Plain, Play, read_command
from game.classroom.export import as_csv, as_json
from game.classroom.guard import Lock
from game.classroom.report import as_html
from game.classroom.room import Refused
from game.classroom.session import Session
from game.classroom.stadium import Stadium
from game.classroom.views import desk_view

LONGEST = 64 * 1024  # bytes of a command
POLL = 20.0  # s a request for news waits

Door = Callable[[Request], Awaitable[Response]]


def routes(session: Session, stadium: Stadium, lock: Lock, addresses: list[str]) -> list[BaseRoute]:
    """The doors to `session` for whoever has the token."""
    desk = Desk(session, stadium, lock, addresses)
    return [
        Route("/desk/state", desk.guarded(desk.state), methods=["GET"]),
        Route("/desk/say", desk.guarded(desk.say), methods=["POST"]),
        Route("/desk/export.csv", desk.guarded(desk.csv), methods=["GET"]),
        Route("/desk/export.json", desk.guarded(desk.json), methods=["GET"]),
        Route("/desk/report.html", desk.guarded(desk.html), methods=["GET"]),
    ]


class Desk:
    """The teacher's desk."""

    def __init__(self, session: Session, stadium: Stadium, lock: Lock, addresses: list[str]) -> None:
        self.session = session
        self.stadium = stadium
        self.lock = lock
        self.addresses = addresses

    def guarded(self, door: Door) -> Door:
        """`door`, for those who have the token."""

        async def checked(request: Request) -> Response:
            where = address(request)
            wait = self.lock.wait(where)
            if wait > 0:
                raise HTTPException(429, "too many wrong tokens", headers={"Retry-After": str(math.ceil(wait))})
            scheme, _, token = request.headers.get("authorization", "").partition(" ")
            if scheme.lower() != "bearer" or not self.lock.opens(where, token):
                raise HTTPException(401, "wrong token", headers={"WWW-Authenticate": "Bearer"})
            return await door(request)

        return checked

    async def state(self, request: Request) -> Response:
        """The desk state, when it is no longer the one the caller has, or after a while."""
        after = request.query_params.get("after", "")
        if "screen" in request.query_params:
            self.session.seen()
        bell = asyncio.Event()
        self.session.desks.add(bell)
        try:
            async with asyncio.timeout(POLL):
                while str(self.session.desk_version) == after:
                    bell.clear()
                    await bell.wait()
        except TimeoutError:
            pass
        finally:
            self.session.desks.discard(bell)
        return JSONResponse(self._view())

    async def say(self, request: Request) -> Response:
        """Obey one command."""
        try:
            command = read_command(await read_body(request, LONGEST))
        except ValueError as error:
            return JSONResponse({"ok": False, "why": str(error)}, status_code=400)
        try:
            if isinstance(command, Play):
                await self.stadium.check(command)
            await self.session.obey(command)
            if isinstance(command, Play):
                await self.stadium.kick_off(command)
            elif isinstance(command, Plain) and command.do == "whistle":
                await self.stadium.whistle()
        except (Refused, KeyError, ValueError) as error:
            return JSONResponse({"ok": False, "why": str(error)}, status_code=409)
        return JSONResponse({"ok": True, "state": self._view()})

    async def csv(self, request: Request) -> Response:
        """One row a vote."""
        return _file(as_csv(self.session), "text/csv; charset=utf-8", f"{self.session.head.code}.csv")

    async def json(self, request: Request) -> Response:
        """Everything, for programs."""
        return _file(as_json(self.session), "application/json", f"{self.session.head.code}.json")

    async def html(self, request: Request) -> Response:
        """A page to keep: it opens without a network."""
        return _file(as_html(self.session), "text/html; charset=utf-8", f"{self.session.head.code}.html")

    def _view(self) -> dict[str, object]:
        """The desk state now."""
        return desk_view(self.session, self.addresses, self.stadium.matches())


def _file(content: str, kind: str, name: str) -> Response:
    """A file to save."""
    return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
