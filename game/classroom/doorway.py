"""A socket's stay, from hello to goodbye: what the room's door and the pitch's have in common."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from typing import Any, Generic, TypeVar

from starlette.websockets import WebSocket, WebSocketDisconnect

from game.classroom.commands import Hello, read_message
from game.classroom.room import Refused
from game.classroom.session import Line, Phone, Session
from game.classroom.sockets import HELLO_WITHIN, MOST_WRONG, REFUSED, RUDE, close, no, send, text_of

L = TypeVar("L", bound=Line)
News = dict[str, Any] | bytes


class Doorway(ABC, Generic[L]):
    """Lets phones of one room in, and talks with each until either side has had enough."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @abstractmethod
    def enter(self, phone: Phone) -> L:
        """A new connection of `phone`, which has said hello."""

    @abstractmethod
    def leave(self, phone: Phone, line: L) -> None:
        """That connection has ended."""

    @abstractmethod
    def news(self, phone: Phone, line: L) -> News | None:
        """What has changed since this was last asked, the latest only; None when nothing has."""

    @abstractmethod
    async def hear(self, phone: Phone, line: L, text: str) -> bool:
        """Take one message (empty for one that was binary or too long); False for nonsense, or one too many."""

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

    async def _greet(self, socket: WebSocket) -> Phone | None:
        """The phone that says hello, or None after telling it why not."""
        async with asyncio.timeout(HELLO_WITHIN):
            text = await text_of(socket)
        try:
            return self.session.join(_hello(text), socket.client.host if socket.client else "")
        except Refused as refused:
            await send(socket, no(str(refused)))
        await close(socket, REFUSED)
        return None

    async def _hold(self, socket: WebSocket, phone: Phone) -> None:
        """Talk with `phone` until one of both ends."""
        line = self.enter(phone)
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
            self.leave(phone, line)

    async def _speak(self, socket: WebSocket, phone: Phone, line: L) -> None:
        """Send what is in line, and then the news, however slowly they are read."""
        while not line.cut:
            while line.post:
                await send(socket, line.post.popleft())
            news = self.news(phone, line)
            if news is not None:
                await send(socket, news)
            elif not line.post:
                line.bell.clear()
                await line.bell.wait()

    async def _listen(self, socket: WebSocket, phone: Phone, line: L) -> None:
        """Hear one message after the other; too much nonsense ends it."""
        wrong = 0
        while wrong < MOST_WRONG:
            wrong += not await self.hear(phone, line, await text_of(socket))
        await close(socket, RUDE)


def _hello(text: str) -> Hello:
    """The hello in `text`; Refused says `hello` when it is none."""
    try:
        message = read_message(text)
    except ValueError:
        message = None
    if not isinstance(message, Hello):
        raise Refused("hello")
    return message
