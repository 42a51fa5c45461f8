"""Posts: what a player's place in the formation is called."""

from __future__ import annotations

from enum import IntEnum


class Post(IntEnum):
    """The ten posts; wing-backs are full-backs, wide midfielders wingers."""

    GK = 0
    CB = 1
    RB = 2
    LB = 3
    DM = 4
    CM = 5
    AM = 6
    RW = 7
    LW = 8
    ST = 9


LINES = {
    "GK": (Post.GK,),
    "DF": (Post.CB, Post.RB, Post.LB),
    "MF": (Post.DM, Post.CM, Post.AM),
    "FW": (Post.RW, Post.LW, Post.ST),
}
"""The lines a mix may name, and the posts each holds."""
