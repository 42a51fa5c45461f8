"""What the ear makes of a match, on a voice that only writes down what it is told."""

from __future__ import annotations

import pytest

from game.events import Action, Result
from game.match import tick
from game.record import blank
from game.screens.sound.ear import QUIET, Ear, danger
from game.state import Match, Notes
from game.teams.kick_off import kick_off


class Listed:
    """A voice on paper."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.levels: list[float] = []

    def play(self, name: str, **_: object) -> None:
        self.heard.append(name)

    def crowd(self, level: float) -> None:
        self.levels.append(level)


def after(match: Match, action: Action, *, slot: int = 9, result: Result = Result.FAIL) -> list[str]:
    """What is heard of one event."""
    notes, voice = blank(Notes), Listed()
    event = notes.events[0]
    event.action, event.slot, event.result = action, slot, result
    notes.count = 1
    Ear(voice).hear(match, notes)
    return voice.heard


@pytest.mark.parametrize(
    ("action", "slot", "result", "sounds"),
    [
        (Action.FOUL, 13, Result.FAIL, ["whistle_short"]),
        (Action.HALF_END, -1, Result.SUCCESS, ["whistle_double"]),
        (Action.MATCH_END, -1, Result.SUCCESS, ["whistle_triple"]),
        (Action.GOAL, 9, Result.SUCCESS, ["net", "roar"]),
        (Action.GOAL, 20, Result.SUCCESS, ["net", "groan"]),
        (Action.GOAL, 3, Result.OWNGOAL, ["net", "groan"]),
        (Action.SHOT, 9, Result.FAIL, ["groan"]),
        (Action.SHOT, 20, Result.FAIL, ["gasp"]),
        (Action.KEEPER_SAVE, 11, Result.SUCCESS, ["save", "gasp"]),
        (Action.PASS, 4, Result.SUCCESS, []),
    ],
)
def test_an_event_sounds_as_it_does_in_a_stadium(
    match: Match, action: Action, slot: int, result: Result, sounds: list[str]
) -> None:
    assert after(match, action, slot=slot, result=result) == sounds


def test_a_kick_is_heard_once_and_by_its_power(match: Match) -> None:
    notes, voice = blank(Notes), Listed()
    ear = Ear(voice)
    match.tick, match.ball.kicked, match.ball.vx = 101, 100, 25.0
    ear.hear(match, notes)
    ear.hear(match, notes)
    assert voice.heard == ["kick_hard"]
    match.ball.kicked, match.ball.vx = 120, 6.0
    ear.hear(match, notes)
    assert voice.heard == ["kick_hard", "kick_soft"]


def test_the_woodwork_is_heard(match: Match) -> None:
    voice = Listed()
    ear = Ear(voice)
    match.ball.struck_frame = 90
    ear.hear(match, blank(Notes))
    assert voice.heard == ["post", "gasp"]


def test_the_stands_rise_as_the_ball_nears_a_goal_and_most_for_their_own_side(match: Match) -> None:
    match.ball.y = 0.0
    match.ball.x, match.having = 0.0, 0
    middle = danger(match)
    match.ball.x = 30.0
    near = danger(match)
    match.ball.x = 48.0
    nearest = danger(match)
    match.ball.x, match.having = -48.0, 1
    other_end = danger(match)
    assert QUIET <= middle < near < nearest <= 1.0
    assert middle < other_end < nearest
    match.dead.kind = 3
    assert danger(match) == QUIET


def test_a_match_is_heard_from_the_first_kick_and_a_jump_in_time_is_not() -> None:
    match, setup = kick_off("late-deficit", seed=4)
    notes, voice = blank(Notes), Listed()
    ear = Ear(voice)
    for _ in range(400):
        tick(match, setup, notes)
        ear.hear(match, notes)
    assert any(name.startswith("kick") for name in voice.heard)
    assert len(voice.levels) == 400
    assert all(0.0 <= level <= 1.0 for level in voice.levels)
    for _ in range(200):
        tick(match, setup, notes)
    heard = len(voice.heard)
    ear.skip(match, notes)
    ear.hear(match, notes)
    assert len(voice.heard) == heard


def test_the_final_whistle_is_not_taken_for_half_time(match: Match) -> None:
    match.clock.over = 1
    assert after(match, Action.HALF_END) == []
    assert after(match, Action.MATCH_END) == ["whistle_triple"]
