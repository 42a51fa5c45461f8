from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.intent import Intent
from game.physics.running import BODY, BRAKE, TURN, run, shoulder
from game.physics.stamina import top_now
from game.pitch import HALF_LENGTH, HALF_WIDTH
from game.state import DT, SLOTS, Man, Player
from tests.boards import LETTERS, Play, empty_pitch, positions


def runner(*, speed: float = 0.0, legs: float = 1.0, breath: float = 1.0) -> tuple[Play, Player, Man]:
    """A man at the origin who runs along x."""
    play = empty_pitch(G=(0.0, 0.0))
    man = play.man("G")
    man.vx, man.legs, man.breath = speed, legs, breath
    return play, man, play.setup.squads[0, man.man]


def sprint(play: Play, man: Player, seconds: float, *, to: tuple[float, float] = (50.0, 0.0)) -> list[float]:
    """His speed after every tick of running there as fast as he can."""
    man.want.kind, man.want.pace = Intent.STEER, 20.0
    man.want.x, man.want.y = to
    speeds = []
    for _ in range(round(seconds / DT)):
        run(play.match, play.setup)
        speeds.append(math.hypot(man.vx, man.vy))
    return speeds


def test_acceleration_falls_with_speed_and_ends_at_his_top_speed() -> None:
    play, man, body = runner()
    speeds = sprint(play, man, 5.0)
    gains = np.diff([0.0, *speeds]) / DT
    assert gains[0] == pytest.approx(body.push_off, rel=1e-6)
    # from a walk on, where the first strides' constant push has ended
    assert np.all(np.diff(gains[np.array(speeds) > 1.0]) <= 1e-6)
    assert 0.9 * body.top_speed < speeds[-1] <= body.top_speed


@settings(max_examples=40)
@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_tired_legs_and_lungs_are_slower(legs: float, breath: float) -> None:
    _, man, body = runner(legs=legs, breath=breath)
    fresh = runner()[1]
    assert 0.5 * body.top_speed < top_now(man, body) <= top_now(fresh, body) == body.top_speed
    tired_later = runner(legs=0.5 * legs, breath=breath)[1]
    assert top_now(tired_later, body) <= top_now(man, body)
    short_of_breath = runner(legs=legs, breath=0.5 * breath)[1]
    assert top_now(short_of_breath, body) <= top_now(man, body)


def test_a_tired_man_covers_less_ground() -> None:
    covered = []
    for legs in (1.0, 0.2):
        play, man, _ = runner(legs=legs, breath=legs)
        sprint(play, man, 5.0)
        covered.append(float(man.x))
    assert covered[1] < 0.95 * covered[0]


@settings(max_examples=40)
@given(st.floats(2.0, 9.0))
def test_nobody_stops_shorter_than_braking_allows(speed: float) -> None:
    """v² / 2 b, less what half a tick makes."""
    play, man, _ = runner(speed=speed)
    man.want.kind, man.want.x, man.want.pace = Intent.STEER, -30.0, 9.0
    furthest = 0.0
    for _ in range(100):
        run(play.match, play.setup)
        furthest = max(furthest, float(man.x))
    shortest = speed * speed / (2.0 * BRAKE)
    assert furthest >= shortest - speed * DT
    assert furthest <= shortest + speed * DT


@settings(max_examples=60)
@given(st.floats(1.0, 9.0), st.floats(0.0, 2.0 * math.pi))
def test_velocity_changes_no_faster_than_legs_allow(speed: float, angle: float) -> None:
    """Forward by the push, back by the brake, sideways by the turn: at most their diagonal in a tick."""
    play, man, body = runner(speed=speed)
    vx, vy = float(man.vx), float(man.vy)
    most = math.hypot(max(BRAKE, body.push_off), TURN) * DT
    man.want.kind, man.want.pace = Intent.STEER, 20.0
    man.want.x, man.want.y = 40.0 * math.cos(angle), 30.0 * math.sin(angle)
    for _ in range(60):
        run(play.match, play.setup)
        assert math.hypot(man.vx - vx, man.vy - vy) <= most + 1e-9
        vx, vy = float(man.vx), float(man.vy)


def test_the_faster_he_runs_the_wider_he_turns() -> None:
    """Sideways v² / r is limited, so a turn at twice the speed needs about four times the room."""
    rooms = []
    for speed in (3.0, 6.0):
        play, man, _ = runner(speed=speed)
        man.want.kind, man.want.pace = Intent.STEER, speed
        turned = 0
        while man.vy < 0.98 * math.hypot(man.vx, man.vy) and turned < 200:
            man.want.x, man.want.y = man.x - 2.0, man.y + 40.0
            run(play.match, play.setup)
            turned += 1
        rooms.append(float(man.x))
    assert rooms[1] > 2.0 * rooms[0]


@settings(max_examples=40)
@given(st.floats(-40, 40), st.floats(-30, 30), st.floats(0.5, 9.0))
def test_he_arrives_and_stays(x: float, y: float, pace: float) -> None:
    play, man, _ = runner()
    man.want.kind, man.want.pace = Intent.STEER, pace
    man.want.x, man.want.y = x, y
    for _ in range(round((2.0 * math.hypot(x, y) / pace + 6.0) / DT)):
        run(play.match, play.setup)
    assert math.hypot(man.x - x, man.y - y) < 0.1
    assert math.hypot(man.vx, man.vy) < 0.1


def test_he_never_runs_faster_than_he_cares_to() -> None:
    play, man, _ = runner()
    man.want.kind, man.want.pace, man.want.x = Intent.STEER, 4.0, 50.0
    for _ in range(100):
        run(play.match, play.setup)
        assert man.vx <= 4.0 + 1e-9


def test_the_ball_at_his_feet_slows_him_and_a_rival_at_his_heels_more() -> None:
    speeds = []
    for carrier, rival in ((-1, 0), (6, 0), (6, 1)):
        play = empty_pitch(G=(0.0, 0.0), g=(-1.0, 0.0))
        man, other = play.man("G"), play.man("g")
        other.on = rival
        play.match.ball.carrier = carrier
        man.want.kind, man.want.pace, man.want.x = Intent.CARRY, 20.0, 50.0
        for _ in range(80):
            other.x, other.y = man.x - 1.0, man.y
            run(play.match, play.setup)
        speeds.append(float(man.vx))
    free, with_ball, hounded = speeds
    assert hounded < with_ball < free


def test_a_man_on_the_ground_comes_to_a_stop() -> None:
    play, man, _ = runner(speed=7.0)
    man.down_until = play.match.tick + 100
    sprint(play, man, 1.0)
    assert abs(man.vx) < 0.1


spots = st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3)), min_size=2, max_size=6, unique=True)


@settings(max_examples=40)
@given(spots, st.integers(0, 2**30))
def test_bodies_push_apart_and_nobody_gains_speed(places: list[tuple[float, float]], number: int) -> None:
    """A third man may push two together again; repeated, they part."""
    play = empty_pitch(**dict(zip("BCGHJK", places, strict=False)))
    rng = np.random.default_rng(number)
    players = np.asarray(play.match)["players"]
    players["vx"], players["vy"] = rng.uniform(-8, 8, (2, SLOTS))
    before = float((players["vx"] ** 2 + players["vy"] ** 2).sum())
    for _ in range(40):
        shoulder(play.match, play.notes)
    assert float((players["vx"] ** 2 + players["vy"] ** 2).sum()) <= before + 1e-9
    standing = positions(play.match)[[LETTERS.index(letter) for letter in "BCGHJK"[: len(places)]]]
    gaps = np.hypot(*(standing[:, None] - standing[None]).transpose(2, 0, 1)) + np.eye(len(places)) * 9
    assert gaps.min() > 0.9 * BODY


@settings(max_examples=40)
@given(st.lists(st.tuples(st.floats(-1, 1), st.floats(-1, 1)), min_size=4, max_size=4, unique=True), st.integers(0, 99))
def test_where_a_heap_ends_does_not_depend_on_who_comes_first(places: list[tuple[float, float]], number: int) -> None:
    assume(min(math.dist(one, two) for one, two in itertools.combinations(places, 2)) > 0.02)
    speeds = np.random.default_rng(number).uniform(-8, 8, (4, 2))
    ends = []
    for letters in ("BCgh", "ghBC"):
        play = empty_pitch(**dict(zip(letters, places, strict=True)))
        for letter, (vx, vy) in zip(letters, speeds, strict=True):
            play.man(letter).vx, play.man(letter).vy = vx, vy
        shoulder(play.match, play.notes)
        ends.append([(m.x, m.y, m.vx, m.vy) for m in map(play.man, letters)])
    assert ends[0] == ends[1]


@given(st.floats(0.05, 0.69), st.floats(0.0, 2.0 * math.pi), st.floats(0.0, 8.0))
def test_two_men_part_half_each_and_stop_closing(gap: float, angle: float, speed: float) -> None:
    play = empty_pitch(G=(0.0, 0.0), g=(gap * math.cos(angle), gap * math.sin(angle)))
    one, two = play.man("G"), play.man("g")
    one.vx, one.vy = speed * math.cos(angle), speed * math.sin(angle)
    shoulder(play.match, play.notes)
    assert math.hypot(one.x - two.x, one.y - two.y) == pytest.approx(BODY)
    assert one.x + two.x == pytest.approx(gap * math.cos(angle))
    closing = (two.vx - one.vx) * math.cos(angle) + (two.vy - one.vy) * math.sin(angle)
    assert closing > -1e-9


@settings(max_examples=40)
@given(st.floats(-33.0, 33.0), st.floats(-50.0, 50.0), st.floats(-2.5, 2.5), st.floats(-2.5, 2.5))
def test_a_man_who_looks_up_strolls_upfield_and_never_over_a_line(y: float, x: float, vx: float, vy: float) -> None:
    play = empty_pitch(G=(x, y))
    man = play.man("G")
    man.vx, man.vy = vx, vy
    man.want.kind = Intent.CONTROL
    play.match.ball.carrier = LETTERS.index("G")
    for _ in range(120):
        run(play.match, play.setup)
        assert abs(man.y) < HALF_WIDTH
        assert abs(man.x) < HALF_LENGTH
    assert man.x > x + 2.0 or man.x > HALF_LENGTH - 5.0
    assert abs(man.y) < HALF_WIDTH - 2.0
