from __future__ import annotations

from game.events import Action
from game.laws.advantage import WAIT
from game.laws.injuries import TAKEN_OFF, TREATED, TREATMENT, needs_treatment, treat
from game.state import NOBODY, Restart
from tests.laws.scenes import AWAY, Scene, in_play

RECKLESS, EXCESSIVE = 2, 3


def hacked(seed: int, *, kind: int = EXCESSIVE) -> Scene:
    """Home's 7 has been fouled."""
    scene = in_play(seed=seed)
    scene.foul(AWAY + 6, kind, at=(-10.0, 0.0), victim=7)
    return scene


def test_hard_fouls_hurt_more_often() -> None:
    scene = hacked(0)
    shares = []
    for kind in (1, 2, 3):
        scene.match.foul.kind = kind
        hurt = 0
        for seed in range(800):
            scene.match.seed = seed
            hurt += needs_treatment(scene.match)
        shares.append(hurt / 800)
        assert abs(shares[-1] - TREATED[kind]) < 0.06  # 3.4 standard errors of a half
    assert shares == sorted(shares)


def test_treatment_loses_time_and_holds_the_restart_up() -> None:
    seen = 0
    for seed in range(30):
        scene = hacked(seed)
        treated = needs_treatment(scene.match)
        scene.tick()
        lost = scene.match.clock.lost
        assert (lost >= TREATMENT) == treated
        if treated:
            seen += 1
            assert scene.match.dead.ready - scene.match.dead.since >= 900
    assert 5 <= seen <= 25


def test_a_man_is_seldom_taken_off_and_the_one_a_person_controls_never() -> None:
    scene = hacked(0)
    off = 0
    for seed in range(1500):
        scene.match.seed = seed
        scene.match.players[7].on = 1
        off += treat(scene.match, scene.setup) == 7
        assert scene.match.players[7].on == 1 or off > 0
    expected = 1500 * TREATED[EXCESSIVE] * TAKEN_OFF
    assert abs(off - expected) < 4 * expected**0.5
    scene.setup.start.controlled = 7
    for seed in range(1500):
        scene.match.seed = seed
        scene.match.players[7].on = 1
        assert treat(scene.match, scene.setup) == NOBODY


def test_a_man_taken_off_is_replaced() -> None:
    for seed in range(400):
        scene = hacked(seed)
        scene.tick()
        if scene.said(Action.SUBSTITUTION):
            assert scene.match.players[7].on == 1
            assert scene.match.players[7].man > 10
            return
    raise AssertionError("nobody was taken off in 400 bad fouls")


def test_after_an_advantage_the_hurt_man_is_seen_to_and_the_ball_dropped() -> None:
    for seed in range(100):
        scene = in_play(seed=seed)
        scene.put(9, 25.0, 0.0)
        scene.control(9)
        scene.foul(AWAY + 6, RECKLESS, at=(10.0, 0.0), victim=7)
        scene.tick()
        if not needs_treatment(scene.match):
            continue
        scene.tick(WAIT)
        assert scene.awarded() == (Restart.DROPPED, 0)
        assert scene.match.clock.lost >= TREATMENT
        assert scene.match.players[AWAY + 6].yellow == 1
        return
    raise AssertionError("nobody was hurt in 100 reckless fouls")
