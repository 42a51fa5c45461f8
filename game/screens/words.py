"""What the screen calls things: intents, posts, restarts, halves and events in plain English."""

from __future__ import annotations

from game.events import Action
from game.intent import Intent
from game.post import Post
from game.state import Restart

INTENTS = {
    Intent.HOLD: "hold post",
    Intent.SUPPORT: "support",
    Intent.RUN_AHEAD: "run ahead",
    Intent.RUN_BEHIND: "run behind",
    Intent.OVERLAP: "overlap",
    Intent.BOX: "attack box",
    Intent.WIDE: "stay wide",
    Intent.COVER: "cover",
    Intent.PRESS: "press",
    Intent.JOCKEY: "jockey",
    Intent.MARK: "mark",
    Intent.RECOVER: "recover",
    Intent.COLLECT: "collect",
    Intent.KEEP: "keep goal",
    Intent.SWEEP: "sweep",
    Intent.RESTART: "line up",
    Intent.STEER: "steer",
    Intent.CARRY: "carry",
    Intent.PASS: "pass",
    Intent.THROUGH: "through",
    Intent.LOB: "lob",
    Intent.CROSS: "cross",
    Intent.SHOOT: "shoot",
    Intent.CLEAR: "clear",
    Intent.SHIELD: "shield",
    Intent.CONTROL: "control",
    Intent.THROW_OUT: "throw out",
    Intent.TACKLE: "tackle",
}

POSTS = {
    Post.GK: "goalkeeper",
    Post.CB: "centre-back",
    Post.RB: "right back",
    Post.LB: "left back",
    Post.DM: "holding midfielder",
    Post.CM: "centre midfielder",
    Post.AM: "attacking midfielder",
    Post.RW: "right winger",
    Post.LW: "left winger",
    Post.ST: "striker",
}

RESTARTS = {
    Restart.KICK_OFF: "Kick-off",
    Restart.THROW_IN: "Throw-in",
    Restart.GOAL_KICK: "Goal kick",
    Restart.CORNER: "Corner",
    Restart.DIRECT: "Free kick",
    Restart.INDIRECT: "Indirect free kick",
    Restart.PENALTY: "Penalty",
    Restart.DROPPED: "Dropped ball",
    Restart.SHOOT_OUT: "Kick from the mark",
    Restart.INTERVAL: "Interval",
}

HALVES = {
    1: "1st half",
    2: "2nd half",
    3: "Extra time",
    4: "Extra time",
    5: "Kicks from the mark",
}

NEWS = {
    Action.GOAL: "Goal",
    Action.YELLOW: "Yellow card",
    Action.SECOND_YELLOW: "Second yellow",
    Action.RED: "Red card",
    Action.SUBSTITUTION: "Comes on",
    Action.OFFSIDE: "Offside",
    Action.WOODWORK: "Off the woodwork",
    Action.PENALTY_AWARDED: "Penalty to",
    Action.ADVANTAGE: "Advantage",
    Action.ADDED_TIME: "Added time",
    Action.KEEPER_SAVE: "Saved",
    Action.SHOT: "Shot",
    Action.SHOT_FREEKICK: "Shot, free kick",
    Action.SHOT_PENALTY: "Shot, penalty",
    Action.HALF_START: "Whistle",
    Action.HALF_END: "End of the half",
    Action.MATCH_END: "Full time",
}
"""Events worth telling; the others are not listed."""
