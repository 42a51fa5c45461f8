"""Running back, delaying when outnumbered, marking goal-side, handing runners over, covering for who has gone."""

from __future__ import annotations

from dataclasses import replace

from game.intent import Intent
from game.match import run_on
from game.pitch import HALF_LENGTH
from game.state import TICKS_PER_SECOND
from tests.boards import LETTERS, Play
from tests.football.elevens import Board, elevens, later, mean, plays, rolling, share, xs


def caught_up() -> Board:
    """The ball lost in the other half with the whole side up."""
    up = {letter: (x, y) for letter, (x, y) in zip("BCEFGHIJK", [
        (20.0, -25.0), (2.0, -8.0), (20.0, 25.0), (32.0, -24.0), (24.0, -6.0), (22.0, 8.0), (32.0, 24.0),
        (38.0, -4.0), (37.0, 6.0)], strict=True)}  # fmt: skip
    return elevens((18.0, 0.0), "g", told={"runs": "g -6 0; j -7 0; k -7 0"}, j=(4.0, -12.0), k=(4.0, 12.0), **up)


def test_everybody_runs_back_when_the_ball_is_lost() -> None:
    board = caught_up()
    before = mean([board.spots[letter][0] for letter in "BEFGHI"])
    back = later(board, 3.0, 8)
    assert mean([mean(xs(play, "BEFGHI")) for play in back]) < before - 7.0


def came_back(returns: float, **told: str) -> float:
    """Mean height (m) of the full-backs three seconds after the ball was lost, coming back at `returns` of the pace."""
    board, heights = caught_up(), []
    for play in plays(replace(board, told={**board.told, **told}), 12):
        play.setup.play.returns = returns
        run_on(play.match, play.setup, play.notes, 3 * TICKS_PER_SECOND)
        heights.append(mean(xs(play, "BE")))
    return mean(heights)


def test_who_has_nothing_left_to_concede_is_late_back_and_nobody_else() -> None:
    chasing = {"score": "0-1", "minute": "89:00"}
    assert came_back(0.0, **chasing) > came_back(1.0, **chasing) + 1.0
    assert abs(came_back(0.0) - came_back(1.0)) < 0.05  # level: to the millimetre, stakes not quite even


def test_the_block_reads_a_long_ball_and_is_back_before_it_is_down() -> None:
    """39 m in 2.3 s, over their heads: nobody of the four waits for it to pass him."""
    board = rolling(elevens((5.0, 0.0), "g"), "g", "j", (4.0, 0.0), (-17.0, 2.0))
    behind = []
    for play in plays(board, 12):
        play.match.ball.z, play.match.ball.vz = 1.0, 10.0
        before = mean(xs(play, "BCDE"))
        play.play(2.3)
        behind.append(before - mean(xs(play, "BCDE")))
    assert mean(behind) > 5.0


def test_a_man_outnumbered_gives_ground_instead_of_going_in() -> None:
    alone = dict.fromkeys("BDEFGHI")
    board = elevens((5.0, -6.0), "j", told={"runs": "j -6 0; k -6 0"}, k=(5.0, 8.0), C=(-6.0, -2.0), **alone)
    start = board.spots["C"][0]
    dived, dropped = [], []
    for play in plays(board, 12):
        play.play(1.2)
        dived.append(bool(play.wished[LETTERS.index("C"), Intent.TACKLE]))
        dropped.append(start - play.man("C").x)
    assert share(dived) < 0.3
    assert mean(dropped) > 1.5


def test_markers_stand_between_their_man_and_the_goal() -> None:
    for play in later(elevens((-20.0, 20.0), "f", told={"waits": "f j k"}), 4.0, 8):
        for rival in "jk":
            marker = min("BCDE", key=lambda letter: play.gap(letter, rival))
            assert play.man(marker).x < play.man(rival).x + 0.5, rival


def markers_of(play: Play, rival: str) -> list[str]:
    """Who looks after `rival` now."""
    slot = LETTERS.index(rival)
    return [letter for letter in "BCDEFGHI" if play.man(letter).mark == slot]


def test_a_runner_across_the_line_is_handed_over() -> None:
    board = elevens((0.0, 10.0), "h", told={"waits": "h"}, j=(-17.0, 12.0))
    kept = []
    for play in plays(board, 12):
        play.play(1.0)
        first = markers_of(play, "j")
        man = play.man("j")
        man.ordered_until, man.want.kind, man.want.pace = 10**9, Intent.STEER, 6.0
        man.want.x, man.want.y = -17.0, -16.0
        play.play(4.5)
        kept.append(bool(first) and first == markers_of(play, "j"))
    assert share(kept) < 0.5


def test_the_ball_rolling_to_a_striker_draws_the_nearest_man_to_him() -> None:
    board = elevens((-5.0, 0.0), "g", j=(-19.0, 4.0))
    for play in later(rolling(board, "g", "j", (-6.0, 0.3), (-14.0, 3.6)), 1.2, 8):
        assert min(play.gap(letter, "j") for letter in "CDEGH") < 4.5


def test_mates_look_after_the_man_of_one_who_has_gone() -> None:
    board = elevens((-22.0, -24.0), "i", told={"waits": "i j k"}, B=(30.0, -20.0), k=(-34.0, -12.0))
    for play in later(board, 3.0, 8):
        assert min(play.gap(letter, "k") for letter in "CDGE") < 6.0


def test_rest_defence_two_at_least_stay_with_their_strikers_while_the_others_attack() -> None:
    board = elevens((38.0, -20.0), "F", told={"waits": "F j k"}, j=(0.0, -6.0), k=(0.0, 8.0))
    for play in later(board, 5.0, 8):
        assert sum(x < 12.0 for x in xs(play, "BCDEGH")) >= 2
        assert min(xs(play, "BCDEGH")) < 6.0


def test_who_picks_the_ball_up_on_his_way_back_turns_with_it() -> None:
    board = elevens((0.0, 0.0), "g", told={"runs": "C -6.5 0; j -6 0"}, C=(-36.0, 2.0), j=(-28.0, 8.0))
    conceded = []
    for play in later(rolling(board, "g", "j", (-34.0, 1.0), (-9.0, 0.0)), 4.0, 48):
        if play.match.ball.carrier == LETTERS.index("C"):
            assert play.match.ball.x > -HALF_LENGTH + 10.0  # where he met it: about twelve metres out
        conceded.append(bool(play.match.teams[1].goals))
    assert share(conceded) < 0.1
