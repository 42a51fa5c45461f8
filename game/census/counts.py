"""What is counted a match and a side: the score, restarts, offences, duels."""

from __future__ import annotations

import numpy as np

from game.census.observe import Events, Facts, Watched
from game.events import Action, Bodypart, Result

QUARTERS = ("0-15", "15-30", "30-45+", "45-60", "60-75", "75-90+")

COUNTED = {
    "throw_ins": (Action.THROW_IN,),
    "corners": (Action.CORNER_CROSSED, Action.CORNER_SHORT),
    "goal_kicks": (Action.GOALKICK,),
    "free_kicks": (Action.FREEKICK_CROSSED, Action.FREEKICK_SHORT, Action.SHOT_FREEKICK),
    "penalties": (Action.SHOT_PENALTY,),
    "offsides": (Action.OFFSIDE,),
    "fouls": (Action.FOUL,),
    "yellow_cards": (Action.YELLOW,),
    "red_cards": (Action.RED,),
    "interceptions": (Action.INTERCEPTION,),
    "clearances": (Action.CLEARANCE,),
    "crosses": (Action.CROSS,),
    "saves": (Action.KEEPER_SAVE,),
}
"""Facts that are events of these actions, a side of a match."""


def count(watched: Watched) -> Facts:
    """All counts of one match."""
    return {**_score(watched), **_quarters(watched.events), **_events(watched.events), **_duels(watched.events)}


def _score(watched: Watched) -> Facts:
    """The result, the home side's view."""
    goals = watched.looks[-1]["teams"]["goals"].astype(np.float64)
    lead = float(goals[0] - goals[1])
    return {
        "goals_side": goals,
        "goals": np.array([goals.sum()]),
        "goalless": np.array([float(goals.sum() == 0)]),
        "home_win": np.array([float(lead > 0)]),
        "draw": np.array([float(lead == 0)]),
        "away_win": np.array([float(lead < 0)]),
        "margin": np.array([abs(lead)]),
    }


def _quarters(events: Events) -> Facts:
    """Goals in each quarter of an hour, added time with the last of its half."""
    goals = events.are(Action.GOAL)
    quarter = np.minimum(events.minute // 15, 2) + 3 * (events.half - 1)
    return {f"goals_{name}": np.array([float(np.sum(goals & (quarter == k)))]) for k, name in enumerate(QUARTERS)}


def _events(events: Events) -> Facts:
    """Counts a side of what `COUNTED` names, and of headers."""
    facts = {name: events.by_side(events.are(*actions)) for name, actions in COUNTED.items()}
    headed = events.bodypart == Bodypart.HEAD
    facts["headers"] = events.by_side(headed & events.are(Action.PASS, Action.CROSS, Action.SHOT))
    return facts


def _duels(events: Events) -> Facts:
    """Tackles and take-ons a side, how often they came off (0/1 each), and how far up a side defends."""
    tackles = events.are(Action.TACKLE)
    won = tackles & (events.result == Result.SUCCESS)
    defending = events.are(Action.CHALLENGE, Action.INTERCEPTION, Action.CLEARANCE, Action.FOUL)
    take_ons = events.are(Action.TAKE_ON)
    beaten = take_ons & (events.result == Result.SUCCESS)
    return {
        "tackles": events.by_side(tackles),
        "defending_height": events.mean_by_side(events.x, defending),
        "tackle_won": won[tackles].astype(np.float64),
        "take_ons": events.by_side(take_ons),
        "dribbles": events.by_side(events.dribbles()),
        "take_on_won": beaten[take_ons].astype(np.float64),
    }
