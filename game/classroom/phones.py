"""The phones' doors: a socket, and the same messages by long poll."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from game.classroom.body import address, read_body
from game.classroom.commands import Hello, Message, Vote, Wait, read_message
from game.classroom.room import Refused
from game.classroom.session import GONE_AFTER, Line, Phone, Session
from game.classroom.sockets import HELLO_WITHIN, LONGEST, MOST_WRONG, REFUSED, RUDE, close, no, send, text_of
from game.classroom.views import phone_version, phone_view

POLL = 20.0  # s a long poll waits


def routes(session: Session) -> list[BaseRoute]:
    """The doors to `session`."""
    doors = PhoneDoors(session)
    return [WebSocketRoute("/ws", doors.socket), Route("/poll", doors.poll, methods=["POST"])]


class PhoneDoors:
    """Both ways in."""

    def __init__(self, session: Session) -> None:
        self.session = session

    async def socket(self, socket: WebSocket) -> None:
        """One phone on a socket, from hello to goodbye."""
        await socket.accept()
        try:
            phone = await self._greet(socket)
            if phone is not None:
                await self._hold(socket, phone)
        except (WebSocketDisconnect, TimeoutError):
            pass
        await close(socket, 1000)

    async def poll(self, request: Request) -> Response:
        """One message of a phone without a socket, and what there is to say to it."""
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
        self._tell(phone, answer)
        return [answer]

    async def _wait(self, phone: Phone, version: int) -> list[dict[str, Any]]:
        """The state, when it is no longer the one with `version`, or nothing after a while."""
        session = self.session
        line = session.connect(phone)
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

    async def _greet(self, socket: WebSocket) -> Phone | None:
        """The phone that says hello, or None after telling it why not."""
        async with asyncio.timeout(HELLO_WITHIN):
            message = self._read(await text_of(socket))
        why = "hello"
        if isinstance(message, Hello):
            try:
                return self.session.join(message, socket.client.host if socket.client else "")
            except Refused as refused:
                why = str(refused)
        await send(socket, no(why))
        await close(socket, REFUSED)
        return None

    async def _hold(self, socket: WebSocket, phone: Phone) -> None:
        """Talk with `phone` until either side has had enough."""
        line = self.session.connect(phone)
        talks = [
            asyncio.create_task(self._speak(socket, phone, line)),
            asyncio.create_task(self._listen(socket, phone, line)),
        ]
        try:
            await asyncio.wait(talks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for talk in talks:
                talk.cancel()
            await asyncio.gather(*talks, return_exceptions=True)
            self.session.disconnect(phone, line)

    async def _speak(self, socket: WebSocket, phone: Phone, line: Line) -> None:
        """Send what is in line, and the state when it has changed; the latest only, however slowly it is read."""
        told = 0
        while not line.cut:
            while line.post:
                await send(socket, line.post.popleft())
            if self.session.version != told:
                told = self.session.version
                await send(socket, phone_view(self.session, phone))
            elif not line.post:
                line.bell.clear()
                await line.bell.wait()

    @staticmethod
    def _tell(phone: Phone, answer: dict[str, Any]) -> bool:
        """Tell every tab of `phone` of a vote that was saved; False when it was not."""
        if answer["say"] != "saved":
            return False
        for each in phone.lines:
            each.send(answer)
        return True

    @staticmethod
    def _read(text: str | None) -> Message | None:
        """A message, or None for what is none."""
        try:
            return read_message(text or "")
        except ValueError:
            return None

    async def _listen(self, socket: WebSocket, phone: Phone, line: Line) -> None:
        """Hear one message after the other."""
        wrong = 0
        while wrong < MOST_WRONG:
            text = await text_of(socket)
            if not phone.rate.take():
                wrong += 1
                line.send(no("often"))
                continue
            message = self._read(text)
            if isinstance(message, Hello):  # it was asleep and asks what it missed
                line.send(phone_view(self.session, phone))
                continue
            if not isinstance(message, Vote):
                wrong += 1
                line.send(no("shape"))
                continue
            answer = await self.session.vote(phone, message)
            if not self._tell(phone, answer):
                line.send(answer)
        await close(socket, RUDE)
