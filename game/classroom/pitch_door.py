"""The socket of the page `/play`: frames out, wishes in."""

from __future__ import annotations

import asyncio

from starlette.routing import BaseRoute, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from game.classroom.commands import Hello, Steer, Take, read_pitch_message
from game.classroom.guard import Bucket
from game.classroom.room import Refused
from game.classroom.session import Session
from game.classroom.sockets import HELLO_WITHIN, MOST_WRONG, REFUSED, close, no, send, send_frame, text_of
from game.classroom.stadium import Seat, Stadium


def routes(session: Session, stadium: Stadium) -> list[BaseRoute]:
    """The way to the pitch."""
    return [WebSocketRoute("/pitch", PitchDoor(session, stadium).socket)]


class PitchDoor:
    """Who has joined the room may come to the pitch."""

    def __init__(self, session: Session, stadium: Stadium) -> None:
        self.session = session
        self.stadium = stadium

    async def socket(self, socket: WebSocket) -> None:
        """One phone at the pitch."""
        await socket.accept()
        try:
            alias = await self._greet(socket)
            if alias is not None:
                await self._hold(socket, alias)
        except (WebSocketDisconnect, TimeoutError):
            pass
        await close(socket, 1000)

    async def _greet(self, socket: WebSocket) -> str | None:
        """The alias of the phone that says hello, or None after telling it why not."""
        async with asyncio.timeout(HELLO_WITHIN):
            message = _read(await text_of(socket))
        why = "hello"
        if isinstance(message, Hello):
            try:
                return self.session.join(message, socket.client.host if socket.client else "").alias
            except Refused as refused:
                why = str(refused)
        await send(socket, no(why))
        await close(socket, REFUSED)
        return None

    async def _hold(self, socket: WebSocket, alias: str) -> None:
        """Show the match and take wishes until the phone goes."""
        phone = self.session.phones[alias]
        seat = self.stadium.sit(alias)
        phone.lines.append(seat)
        talks = [asyncio.create_task(self._speak(socket, seat)), asyncio.create_task(self._listen(socket, seat))]
        try:
            await asyncio.wait(talks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for talk in talks:
                talk.cancel()
            await asyncio.gather(*talks, return_exceptions=True)
            self.stadium.leave(seat)
            self.session.disconnect(phone, seat)

    async def _speak(self, socket: WebSocket, seat: Seat) -> None:
        """Send what is in line, then the latest frame."""
        while not seat.cut:
            while seat.post:
                await send(socket, seat.post.popleft())
            frame, seat.frame = seat.frame, None
            if frame is not None:
                await send_frame(socket, frame)
            elif not seat.post:
                seat.bell.clear()
                await seat.bell.wait()

    async def _listen(self, socket: WebSocket, seat: Seat) -> None:
        """Take one wish after the other."""
        rate = Bucket(25.0, 50.0)
        wrong = 0
        while wrong < MOST_WRONG:
            message = _read(await text_of(socket))
            if isinstance(message, Steer) and rate.take():
                self.stadium.steer(seat, message)
            elif isinstance(message, Take):
                self.stadium.take(seat)
                wrong += not rate.take()
            else:
                wrong += 1


def _read(text: str | None) -> Hello | Steer | Take | None:
    """A message, or None for what is none."""
    try:
        return read_pitch_message(text or "")
    except ValueError:
        return None
