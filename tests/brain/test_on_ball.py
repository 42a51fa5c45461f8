from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from game.brain.explain import Thought, explain
from game.brain.on_ball import UPFIELD, weigh_on_ball
from game.brain.options import wipe
from game.brain.safety import GOALS_A_SECOND
from game.intent import Intent
from game.pitch import HALF_LENGTH, HALF_WIDTH
from game.sight import look
from tests.boards import LETTERS, Board, Play, lay, read
from tests.brain.scattered import situations


def weighed(play: Play, *, score: float, concede: float) -> list[Thought]:
    """What the man on the ball weighs at these stakes, in the order he thinks of it."""
    slot = int(play.match.ball.carrier)
    man = play.match.players[slot]
    man.score, man.concede = score, concede
    told = explain(play.match, play.setup, slot)
    return sorted(told, key=lambda thought: (thought.kind, thought.mate, thought.x, thought.y))


@settings(max_examples=60)
@given(situations, st.floats(0, 1), st.floats(0, 1))
def test_every_option_is_a_chance_worth_something_on_or_near_the_pitch(play: Play, score: float, other: float) -> None:
    for thought in weighed(play, score=score, concede=max(other, 1.0 - score)):
        assert 0.0 <= thought.p <= 1.0
        assert 0.0 <= thought.threat <= (1.5 if thought.kind == Intent.CROSS else 1.0)  # and second balls
        assert 0.0 <= thought.danger <= 2.5  # a ball lost in a duel counts more than its place
        assert math.isfinite(thought.value)
        assert abs(thought.x) <= HALF_LENGTH + 6.0  # a clearance may aim into the stand
        assert abs(thought.y) <= HALF_WIDTH + 8.0


@settings(max_examples=60)
@given(situations)
def test_shots_passes_runs_and_shielding_are_weighed_at_every_decision(play: Play) -> None:
    kinds = {thought.kind for thought in weighed(play, score=1.0, concede=1.0)}
    assert Intent.SHIELD in kinds
    assert Intent.CARRY in kinds
    ball, slot = play.match.ball, int(play.match.ball.carrier)
    goal = HALF_LENGTH * play.match.teams[slot // 11].attacks
    if math.hypot(goal - ball.x, ball.y) < 25.0 and abs(goal - ball.x) > 1.0:
        assert Intent.SHOOT in kinds


@settings(max_examples=60)
@given(situations, st.floats(0, 1), st.floats(0, 1))
def test_the_more_there_is_to_concede_the_less_the_choice_risks(play: Play, one: float, two: float) -> None:
    """What is chosen at the higher stake loses less by it than what was chosen at the lower one."""
    low, high = sorted((one, two))
    calm, afraid = (weighed(play, score=1.0, concede=stake) for stake in (low, high))
    risk = [before.value - after.value for before, after in zip(calm, afraid, strict=True)]
    # nothing gets better for having more to concede, but that there is time to go back
    time = ((1.0 - low) / (1.0 + low) - (1.0 - high) / (1.0 + high)) * GOALS_A_SECOND / UPFIELD
    ball, sign = play.match.ball, play.match.teams[int(play.match.ball.carrier) // 11].attacks
    back = [max(sign * (ball.x - thought.x), 0.0) for thought in calm]
    gained = [time * thought.p * metres for thought, metres in zip(calm, back, strict=True)]
    assert min(lost + more for lost, more in zip(risk, gained, strict=True)) >= -1e-9
    values = [[thought.value for thought in each] for each in (calm, afraid)]
    chosen = [each.index(max(each)) for each in values]
    assert risk[chosen[1]] <= risk[chosen[0]] + 1e-9


@settings(max_examples=60)
@given(situations)
def test_ground_is_time_to_who_needs_a_goal(play: Play) -> None:
    """Below the floor stakes differ in the clock alone: 1 and 0 against 1 and what the floor makes of it."""
    floor = float(play.setup.play.on_ball_floor)
    hurried, even = (weighed(play, score=1.0, concede=stake) for stake in (0.0, floor))
    second = (1.0 - (1.0 - floor) / (1.0 + floor)) * GOALS_A_SECOND
    ball, sign = play.match.ball, play.match.teams[int(play.match.ball.carrier) // 11].attacks
    for before, after in zip(even, hurried, strict=True):
        if before.kind not in (Intent.SHOOT, Intent.SHIELD):
            up = sign * (before.x - ball.x)
            assert math.isclose(after.value - before.value, second * before.p * up / UPFIELD, abs_tol=1e-9)


def test_nobody_passes_to_a_mate_who_stands_offside() -> None:
    play = lay(read("offside_runner"))
    play.man("J").x = 44.0
    to_him = [
        thought for thought in explain(play.match, play.setup, LETTERS.index("G")) if thought.mate == LETTERS.index("J")
    ]
    assert not to_him


def test_a_striker_paid_for_his_own_goals_values_the_shot_more() -> None:
    play = lay(read("alone"))
    slot = LETTERS.index("J")
    values = []
    for personal in (0.0, 1.0):
        play.man("J").personal = personal
        values += [t.value for t in explain(play.match, play.setup, slot) if t.kind == Intent.SHOOT]
    assert values[1] > values[0]


@given(st.floats(3.0, 5.0), st.floats(10.0, 30.0))
def test_who_will_have_a_rival_upon_him_trusts_his_first_touch_less(near: float, far: float) -> None:
    """The rival runs at where the ball will be met; where he is now would do no harm."""
    sure = []
    for away in (near, far):
        play = lay(read("alone"))
        slot = LETTERS.index("J")
        man, rival, ball = play.man("J"), play.man("d"), play.match.ball
        for letter in "bcefghijk":
            play.man(letter).on = 0
        rival.x, rival.y, rival.vx, rival.vy = man.x + away, man.y, -7.0, 0.0
        ball.carrier, ball.z, ball.vz = -1, 0.11, 0.0
        man.meet, man.meet_x, man.meet_y = 0.3, man.x, man.y
        look(play.match, play.setup, play.notes)
        wipe(play.notes)
        weigh_on_ball(play.match, play.setup, play.notes, slot, 1)
        sure += [option.p for option in play.notes.options[: play.notes.weighed] if option.kind == Intent.CONTROL]
    assert sure[0] < sure[1] - 0.05


def shot(keeper: tuple[float, float], **others: tuple[float, float]) -> Thought:
    """The shot J weighs from twelve metres, their keeper there."""
    play = lay(Board("a shot", {"A": (-50.0, 0.0), "J": (40.5, 2.0), "a": keeper, **others}, {"ball": "J"}, []))
    return next(thought for thought in weighed(play, score=1.0, concede=1.0) if thought.kind == Intent.SHOOT)


def shot_worth(keeper: tuple[float, float], **others: tuple[float, float]) -> float:
    """The chance J gives it."""
    return shot(keeper, **others).p


def test_a_keeper_who_is_beaten_makes_a_shot_worth_far_more_and_one_near_its_way_does_not() -> None:
    at_home = shot_worth((50.5, 0.3))
    assert shot_worth((46.0, 18.0)) > at_home + 0.3  # gone to the side
    assert shot_worth((30.0, 2.0)) > at_home + 0.3  # behind the ball
    assert abs(shot_worth((49.5, 1.5)) - at_home) < 0.05


def test_a_shot_with_nobody_goal_side_is_worth_more_than_one_before_a_block() -> None:
    block = {letter: (45.0 + 0.5 * k, (-1.0) ** k * (6.0 + 2.0 * k)) for k, letter in enumerate("bcdefghi")}
    assert shot_worth((50.5, 0.3)) > 1.2 * shot_worth((50.5, 0.3), **block)


def test_a_shot_goes_where_the_keeper_is_not_unless_a_man_bars_the_way_there() -> None:
    keeper = (51.5, 1.0)
    aside = {"b": (47.0, 12.0), "c": (47.0, -12.0)}  # near, and not in the way
    assert shot(keeper, **aside).y < -1.0
    assert shot(keeper, **aside, d=(43.5, 0.9)).y > 1.0
    assert shot(keeper, **aside, d=(43.5, 0.9), e=(43.5, 2.2)).y < -1.0  # both barred


def test_a_man_in_the_way_makes_a_shot_worth_less_and_one_beside_it_does_not() -> None:
    free = shot_worth((51.5, 1.0), b=(43.5, 12.0), c=(43.5, -12.0))
    assert shot_worth((51.5, 1.0), b=(43.5, 0.9), c=(43.5, 2.2)) < 0.5 * free
    assert shot_worth((51.5, 1.0), b=(43.5, 5.5), c=(43.5, -4.5)) > 0.95 * free
