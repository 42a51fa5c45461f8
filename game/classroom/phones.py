"""The phones' doors: a socket, and the same messages by long poll."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from game.classroom.body import address, read_body
from game.classroom.commands import Hello, Message, Vote, Wait, read_message
from game.classroom.doorway import Doorway, News
from game.classroom.room import Refused
from game.classroom.session import GONE_AFTER, Line, Phone, Session
from game.classroom.sockets import LONGEST, no
from game.classroom.views import phone_version, phone_view

POLL = 20.0  # s a long poll waits


def routes(session: Session) -> list[BaseRoute]:
    """The doors to `session`."""
    return [
        WebSocketRoute("/ws", PhoneDoor(session).socket),
        Route("/poll", PollDoor(session).poll, methods=["POST"]),
    ]


class PhoneDoor(Doorway[Line]):
    """Phones on sockets."""

    def enter(self, phone: Phone) -> Line:
        """A new connection, in the room at once."""
        return self.session.connect(phone, Line())

    def leave(self, phone: Phone, line: Line) -> None:
        """Gone; the room forgets who never voted."""
        self.session.disconnect(phone, line)

    def news(self, phone: Phone, line: Line) -> News | None:
        """The state, when the room has changed."""
        if self.session.version == line.told:
            return None
        line.told = self.session.version
        return phone_view(self.session, phone)

    async def hear(self, phone: Phone, line: Line, text: str) -> bool:
        """Take a vote, or tell a phone that was asleep what it missed."""
        if not phone.rate.take():
            line.send(no("often"))
            return False
        try:
            message = read_message(text)
        except ValueError:
            message = None
        if isinstance(message, Hello):
            line.send(phone_view(self.session, phone))
        elif isinstance(message, Vote):
            answer = await self.session.vote(phone, message)
            if not tell(phone, answer):
                line.send(answer)
        else:
            line.send(no("shape"))
            return False
        return True


class PollDoor:
    """Phones whose network lets no socket through."""

    def __init__(self, session: Session) -> None:
        self.session = session

    async def poll(self, request: Request) -> Response:
        """One message, and what there is to say to it."""
        try:
            message = read_message(await read_body(request, LONGEST))
        except ValueError:
            return JSONResponse({"messages": [no("shape")]}, status_code=400)
        try:
            return JSONResponse({"messages": await self._answer(message, address(request))})
        except Refused as refused:
            return JSONResponse({"messages": [no(str(refused))]})

    async def _answer(self, message: Message, where: str) -> list[dict[str, Any]]:
        """The answers to one polled message."""
        session = self.session
        if isinstance(message, Hello):
            return [phone_view(session, session.join(message, where))]
        if message.id is None:
            raise Refused("shape")
        phone = session.find(message.id)
        if isinstance(message, Wait):
            return await self._wait(phone, message.version)
        if not phone.rate.take():
            raise Refused("often")
        answer = await session.vote(phone, message)
        tell(phone, answer)
        return [answer]

    async def _wait(self, phone: Phone, version: int) -> list[dict[str, Any]]:
        """The state, when it is no longer the one with `version`, or nothing after a while."""
        session = self.session
        line = session.connect(phone, Line())
        try:
            async with asyncio.timeout(POLL):
                while phone_version(session, phone) == version and not line.cut:
                    line.bell.clear()
                    await line.bell.wait()
        except TimeoutError:
            return []
        finally:
            session.disconnect(phone, line, linger=GONE_AFTER)  # between two polls it is still here
        return [] if line.cut else [phone_view(session, phone)]


def tell(phone: Phone, answer: dict[str, Any]) -> bool:
    """Tell every tab of `phone` of a vote that was saved; False when it was not."""
    if answer["say"] != "saved":
        return False
    for each in phone.lines:
        each.send(answer)
    return True
