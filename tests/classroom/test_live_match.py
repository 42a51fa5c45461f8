"""A live match: its frames, the wishes of those who steer, and the way from a phone to the pitch and back."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from game.classroom.blocks import FRAME_BYTES, HEAD, PLAYER
from game.classroom.frames import clock_seconds, pack
from game.classroom.launch import OpenRoom
from game.classroom.pitchside import AHEAD, Wish, obey
from game.intent import Intent
from game.match import HELD, PUSHED
from game.state import SLOTS
from game.teams.kick_off import kick_off
from tests.classroom.visitors import Phone, desk, look, until, visit


def test_a_frame_holds_the_moment_to_the_centimetre() -> None:
    match, setup = kick_off("late-deficit", seed=1)
    match.players[2].told = PUSHED
    frame = pack(match, setup, {2})
    assert len(frame) == FRAME_BYTES
    tick, clock, flags, home, away, carrier, *ball = HEAD.unpack_from(frame)
    assert (tick, clock, home, away, carrier) == (match.tick, 85 * 60, 0, 1, match.ball.carrier)
    assert ball == pytest.approx([100 * match.ball.x, 100 * match.ball.y, 100 * match.ball.z], abs=0.5)
    assert bool(flags & 2) == (match.dead.kind != 0)
    for slot in range(SLOTS):
        x, y, told = PLAYER.unpack_from(frame, HEAD.size + slot * PLAYER.size)
        assert (x, y) == pytest.approx((100 * match.players[slot].x, 100 * match.players[slot].y), abs=0.5)
        assert told == (1 | 2 | 8 if slot == 2 else 1)


def test_the_clock_runs_on_from_half_to_half() -> None:
    match, setup = kick_off("full-match", seed=1)
    match.clock.tick = 20 * 60
    first = clock_seconds(match, setup)
    match.clock.half = 2
    assert (first, clock_seconds(match, setup)) == (60, 46 * 60)


def test_a_wish_sets_stakes_and_sends_a_man_his_own_forward_way() -> None:
    match, _ = kick_off("late-deficit", seed=1)
    match.dead.kind = 0
    obey(match, {2: Wish("push", 1.0, 0.0), 3: Wish("stay")})
    player = match.players[2]
    assert (player.told, match.players[3].told) == (PUSHED, HELD)
    assert player.want.kind == Intent.STEER
    assert player.want.x - player.x == pytest.approx(AHEAD * match.teams[0].attacks)
    assert player.ordered_until > match.tick
    assert match.players[3].ordered_until <= match.tick, "without a direction he runs as he likes"


def test_who_takes_a_restart_is_left_to_take_it() -> None:
    match, _ = kick_off("late-deficit", seed=1)
    match.dead.taker = 2
    obey(match, {2: Wish("stay", 1.0, 1.0)})
    assert match.players[2].ordered_until <= match.tick


def test_nobody_runs_off_the_pitch() -> None:
    match, _ = kick_off("late-deficit", seed=1)
    match.dead.kind = 0
    match.players[2].x, match.players[2].y = 52.0, -33.9
    for dx, dy in ((1.0, -1.0), (-1.0, 1.0), (1.0, 1.0), (-1.0, -1.0)):
        obey(match, {2: Wish("push", dx, dy)})


def test_a_class_steers_two_sides_on_the_same_luck(room: OpenRoom) -> None:
    with Phone(room, path="/pitch") as one, Phone(room, path="/pitch") as other:
        assert one.join() == {"say": "pitch", "phase": "none"}
        other.join()
        desk(room, do="match", scenario="late-deficit", seed=3)
        again = visit(room, "/desk/say", {"do": "match"}, token=room.token)
        assert (again.status, again.json["why"]) == (409, "a match is on; stop it first")
        until(lambda: all(each["phase"] == "playing" for each in look(room)["matches"]), within=120)
        seats = [news_of(phone) for phone in (one, other)]
        assert {each["pay"] for each in seats} == {"post", "team"}, "dealt to both sides"
        assert all(each["shared"] == 1 and each["post"] for each in seats)
        one.say(say="steer", push=True, dx=1, dy=0)
        until(lambda: told_to_push(one, seats[0]["slot"]), within=20)
        one.say(say="steer", push="yes", dx=5, dy=None)  # nonsense has no effect
        desk(room, do="whistle")
    assert look(room)["results"] == [], "a match that was stopped has no result"


def test_both_crews_see_what_either_got(room: OpenRoom) -> None:
    with Phone(room, path="/pitch") as one, Phone(room, path="/pitch") as other:
        one.join(), other.join()
        desk(room, do="match", scenario="point-for-the-cup", seed=3, speed=20)
        with ThreadPoolExecutor(2) as readers:  # who reads nothing is taken for gone
            told = list(readers.map(last_news_of, (one, other)))
    for news in told:
        assert news["phase"] == "over"
        assert {each["pay"] for each in news["results"]} == {"post", "team"}
        assert not news["still"]
    assert all(each["crew"] == 1 for each in look(room)["results"])
    report = visit(room, "/desk/report.html", token=room.token).body.decode()
    assert "The live match" in report


def test_one_defender_is_steered_by_the_first_who_asks(room: OpenRoom) -> None:
    with Phone(room, path="/pitch") as one, Phone(room, path="/pitch") as other:
        one.join(), other.join()
        desk(room, do="match", scenario="late-deficit", seed=3, who="one", pay="team")
        until(lambda: look(room)["matches"][0]["phase"] == "playing", within=120)
        one.say(say="take")
        assert news_of(one)["post"] == "RB"
        other.say(say="take")
        until(lambda: look(room)["matches"][0]["steering"] == 1)
        one.leave()
        until(lambda: look(room)["matches"][0]["steering"] == 0)
        other.say(say="take")
        assert news_of(other)["post"] == "RB"
        desk(room, do="whistle")


def test_a_scenario_nobody_knows_is_refused_with_the_nearest(room: OpenRoom) -> None:
    answer = visit(room, "/desk/say", {"do": "match", "scenario": "late-defecit"}, token=room.token)
    assert answer.status == 409
    assert "did you mean 'late-deficit'" in answer.json["why"]


def news_of(phone: Phone) -> dict[str, object]:
    """The first news that give `phone` a player."""
    while True:
        message = phone.socket.recv(timeout=60)
        if isinstance(message, str) and "slot" in (news := json.loads(message)):
            return dict(news)


def last_news_of(phone: Phone) -> dict[str, Any]:
    """The news when no match is on any more."""
    while True:
        message = phone.socket.recv(timeout=60)
        if (
            isinstance(message, str)
            and len((news := json.loads(message)).get("results", ())) == 2
            and not news["still"]
        ):
            return dict(news)


def told_to_push(phone: Phone, slot: int) -> bool:
    """Whether the next frame shows `slot` told to push."""
    frame = phone.socket.recv(timeout=10)
    if isinstance(frame, str):
        return False
    return bool(PLAYER.unpack_from(frame, HEAD.size + slot * PLAYER.size)[2] & 2)
