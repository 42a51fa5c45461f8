"""The socket of the page `/play`: frames out, wishes in."""

from __future__ import annotations

from starlette.routing import BaseRoute, WebSocketRoute

from game.classroom.commands import Steer, Take, read_pitch_message
from game.classroom.doorway import Doorway, News
from game.classroom.session import Phone, Session
from game.classroom.stadium import Seat, Stadium


def routes(session: Session, stadium: Stadium) -> list[BaseRoute]:
    """The way to the pitch."""
    return [WebSocketRoute("/pitch", PitchDoor(session, stadium).socket)]


class PitchDoor(Doorway[Seat]):
    """Who has joined the room may come to the pitch."""

    def __init__(self, session: Session, stadium: Stadium) -> None:
        super().__init__(session)
        self.stadium = stadium

    def enter(self, phone: Phone) -> Seat:
        """A place at the pitch."""
        return self.session.connect(phone, self.stadium.sit(phone.alias))

    def leave(self, phone: Phone, line: Seat) -> None:
        """Free that place."""
        self.stadium.leave(line)
        self.session.disconnect(phone, line)

    def news(self, phone: Phone, line: Seat) -> News | None:
        """The latest frame, once."""
        frame, line.frame = line.frame, None
        return frame

    async def hear(self, phone: Phone, line: Seat, text: str) -> bool:
        """Take one wish."""
        if not line.rate.take():
            return False
        try:
            message = read_pitch_message(text)
        except ValueError:
            return False
        if isinstance(message, Steer):
            self.stadium.steer(line, message)
        elif isinstance(message, Take):
            self.stadium.take(line)
        return True
