"""The projector: what a class sees of its room, and the teacher's keys. It speaks to the room over loopback only."""

from game.screens.projector.opening import open_projector

__all__ = ["open_projector"]
