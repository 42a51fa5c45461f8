"""What the legs did: distance, high-speed running, sprints and peak speed by role, for 90 minutes."""

from __future__ import annotations

import numpy as np

from game.census.observe import Facts, Watched
from game.post import Post
from game.state import TICKS_PER_SECOND

ROLES = {
    "Central Defender": (Post.CB,),
    "Full Back": (Post.RB, Post.LB),
    "Midfield": (Post.DM, Post.CM, Post.AM),
    "Wide Attacker": (Post.RW, Post.LW),
    "Center Forward": (Post.ST,),
}
"""The groups of physical_per90_by_role.csv, and the posts in each."""

KMH = 3.6  # km/h in a m/s


def legs(watched: Watched) -> Facts:
    """Values a place in the side: substitutes go on counting where whom they came on for left off."""
    players = watched.looks[-1]["players"]
    to_90 = 90.0 * 60.0 * TICKS_PER_SECOND / watched.looks[-1]["tick"]
    covered, fast, sprinted, sprints = (players[field] * to_90 for field in ("covered", "fast", "sprinted", "sprints"))
    peak = KMH * players["peak"]
    there = players["on"] == 1
    facts = {}
    for role, posts in ROLES.items():
        chosen = there & np.isin(watched.posts, posts)
        facts[f"distance_{role}"] = covered[chosen]
        facts[f"high_speed_{role}"] = (fast - sprinted)[chosen]
        facts[f"sprinted_{role}"] = sprinted[chosen]
        facts[f"sprints_{role}"] = sprints[chosen]
        facts[f"peak_{role}"] = peak[chosen]
    return facts
