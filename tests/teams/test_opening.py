import itertools
import math

import numpy as np
import pytest

from game.match import play
from game.pitch import HALF_LENGTH, HALF_WIDTH, on_pitch
from game.post import Post
from game.state import NOBODY, SIDE, Match, Restart
from game.teams.kick_off import kick_off
from game.teams.scenarios import Side, scenario, scenarios

NAMES = [told.name for told in scenarios()]


@pytest.mark.parametrize("name", NAMES)
def test_every_scenario_begins_with_everyone_on_the_pitch_and_the_ball_at_rest(name: str) -> None:
    match, setup = kick_off(name)
    told = scenario(name)
    off = {slot for side, own in enumerate((told.home, told.away)) for slot in _off(side, own)}
    start = setup.start
    assert (match.clock.half, match.clock.tick) == (start.half, round(20 * start.second))
    assert (match.teams[0].goals, match.teams[1].goals) == (start.home_goals, start.away_goals)
    assert match.clock.added == match.ball.carrier == match.ball.last == match.dead.taker == NOBODY
    assert match.flight.action == match.foul.victim == match.presser[0] == match.helper[1] == NOBODY
    assert (match.ball.x, match.ball.y) == (match.dead.x, match.dead.y)
    assert match.having == match.dead.side == start.kick_off
    for slot, player in enumerate(match.players):
        assert player.man == setup.sheets[slot // SIDE].lineup[slot % SIDE]
        post = Post(setup.sheets[slot // SIDE].post[slot % SIDE]).name
        assert player.legs == (told.home, told.away)[slot // SIDE].legs.get(post, start.legs[slot // SIDE])
        assert player.on == (slot not in off) == on_pitch(player.x, player.y)
        assert (player.want.x, player.want.y) == (player.x, player.y)
        assert player.mark == player.want.mate == NOBODY
    _check_apart(match, 0.3)  # who stands nearer than two bodies is shouldered apart as play begins
    play(match, setup, seconds=1.0)
    _check_apart(match, 0.6)


def _check_apart(match: Match, least: float) -> None:
    """No two men on the pitch nearer than `least` m."""
    for one, other in itertools.combinations((player for player in match.players if player.on), 2):
        assert math.hypot(one.x - other.x, one.y - other.y) > least, "bodies do not overlap"


def _off(side: int, own: Side) -> list[int]:
    """Slots of those sent off before the start."""
    return [side * SIDE + own.slot_of(number) for number in own.sent_off]


@pytest.mark.parametrize("name", NAMES)
def test_every_scenario_plays_on_from_its_start(name: str) -> None:
    match, setup = kick_off(name)
    seconds = scenario(name).restart.wait + 4.0
    play(match, setup, seconds=seconds)
    assert match.tick == 20 * seconds
    assert match.in_play > 0, "the restart it begins with has been taken"
    assert match.ball.kicked > 0


def test_a_whole_match_begins_with_a_kick_off_by_the_home_side() -> None:
    match, _ = kick_off()
    assert match.dead.kind == Restart.KICK_OFF
    assert (match.dead.side, match.kicked_off) == (0, 0)
    assert [team.attacks for team in match.teams] == [1, -1]
    for slot, player in enumerate(match.players):
        assert player.x * match.teams[slot // SIDE].attacks <= 0.0


def test_the_sides_face_each_other_alike_at_kick_off() -> None:
    match, _ = kick_off()
    places = np.array([(player.x, player.y) for player in match.players])
    last_men = [0, 2, 3]  # further up the side that kicks off may stand nearer the ball
    assert places[:SIDE][last_men] == pytest.approx(-places[SIDE:][last_men])
    assert places[:SIDE, 1][1:9] == pytest.approx(-places[SIDE:, 1][1:9])


def test_ends_are_swapped_in_the_second_half() -> None:
    match, _ = kick_off("late-deficit")
    assert [team.attacks for team in match.teams] == [-1, 1]
    assert match.players[0].x == pytest.approx(-match.players[SIDE].x)
    assert match.players[0].x > 40.0


def test_a_late_start_is_a_throw_in_on_the_line_with_the_shape_around_it() -> None:
    match, _ = kick_off("late-deficit")
    assert match.dead.kind == Restart.THROW_IN
    assert abs(match.ball.y) == HALF_WIDTH
    assert abs(match.ball.x) < HALF_LENGTH
    near = sorted(abs(player.x - match.ball.x) for player in match.players)
    assert near[15] < 28.0


@pytest.mark.parametrize("kind", ["throw-in", "goal-kick", "free-kick", "corner"])
@pytest.mark.parametrize("ball", ["home", "away"])
def test_every_kind_of_late_start_plays_on(tmp_path, kind: str, ball: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(
        f'title = "T"\nstakes = "S."\nminute = "30:00"\nball = "{ball}"\n'
        f'[restart]\nkind = "{kind}"\nat = [20.0, 10.0]\n'
        '[home]\nsquad = "averne"\n[away]\nsquad = "pentlow"\n'
    )
    match, setup = kick_off(str(path))
    assert match.dead.side == ("home", "away").index(ball)
    play(match, setup, seconds=30.0)
    assert match.ball.kicked > 0


def test_a_second_half_may_begin_with_its_own_kick_off(tmp_path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(
        'title = "T"\nstakes = "S."\nminute = 45\nball = "away"\n[home]\nsquad = "averne"\n[away]\nsquad = "pentlow"\n'
    )
    match, _ = kick_off(str(path))
    assert (match.dead.kind, match.dead.side, match.kicked_off) == (Restart.KICK_OFF, 1, 0)
