"""A newcomer's first evening in a real window with real keys: first launch, tutorial, a match, a killed game, debrief.

Skipped where there is no virtual display; CI installs one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.match import HELD, PUSHED
from game.screens.language import Language
from game.screens.play.kept import load_kept
from game.screens.saves import Saves
from tests.screens.seat import Seat, is_possible

pytestmark = pytest.mark.skipif(not is_possible(), reason="needs Xvfb and xdotool (apt-get install xvfb xdotool)")
SAY = Language("en")
TUTORIAL_KEYS = ("Left", "space", "", "space", "Tab", "space")
"""What is held on each card; on the third everything is let go."""
BEATS = 4
WHOLE_MATCH = 500.0  # s a match may take on a busy machine
FIRST_KEYS = ("Return", "Return")


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Seat]:
    with Seat(tmp_path) as made:
        yield made


def test_two_keys_after_the_first_launch_somebody_plays_and_six_cards_later_for_real(seat: Seat) -> None:
    seat.sit()
    seat.wait_for(SAY("shell.name"))
    seat.press(*FIRST_KEYS)
    for step, key in enumerate(TUTORIAL_KEYS, start=1):
        seat.wait_for(SAY("tutorial.step", nth=step, total=len(TUTORIAL_KEYS)))
        if key:
            seat.hold(key)
        if step < len(TUTORIAL_KEYS):
            seat.wait_for(SAY("tutorial.step", nth=step + 1, total=len(TUTORIAL_KEYS)))
        else:
            seat.wait_for(SAY("match.pause_title"), SAY("match.staying"), SAY("match.pushing"))
        if key:
            seat.let_go(key)
    assert json.loads((seat.folder / "settings.json").read_text())["seen_tutorial"]
    seat.kill()
    assert seat.said() == ""


def test_a_late_deficit_is_pushed_killed_taken_up_told_and_played_the_other_way(seat: Seat) -> None:
    seat.folder.joinpath("settings.json").write_text('{"version": 1, "seen_tutorial": true, "job": "post"}')
    seat.sit("play", "late-deficit", "--seed", "5")
    seat.wait_for(SAY("scenarios.late-deficit"))
    seat.press("Return")
    seat.wait_for(SAY("match.staying"))
    seat.press("bracketright", "bracketright", "bracketright")  # four times as fast
    seat.hold("space")
    seat.wait_for(SAY("match.pushing"))
    pushed = seat.kept(told=PUSHED)
    seat.let_go("space")
    seat.wait_for(SAY("match.staying"))
    kept = seat.kept(told=HELD)
    seat.kill()
    assert kept["tick"] > pushed["tick"]
    left = load_kept(Saves(seat.folder).suspended_path).take_up().match

    seat.sit()
    seat.wait_for(SAY("shell.name"))
    seat.press("Return")  # the first choice is to go on
    clock = seat.wait_for(SAY("match.pause_title"))
    assert f"{left.teams[0].goals}–{left.teams[1].goals}" in clock
    seat.press("Return", "bracketright", "bracketright", "bracketright")
    seat.wait_for(SAY("match.after_won"), SAY("match.after_drawn"), SAY("match.after_lost"), seconds=WHOLE_MATCH)
    seat.press_until("Return", SAY("debrief.beat", number=1, count=BEATS))
    for beat in range(2, BEATS + 1):  # the first waits until the match has been looked into
        seat.press_until("Return", SAY("debrief.beat", number=beat, count=BEATS))
    seat.press_until("Return", SAY("shell.job_question"))
    seat.press("Down")
    seat.press_until("Return", SAY("debrief.now_title"))
    seat.press_until("Return", SAY("match.staying"), SAY("match.pushing"))  # the other choice
    assert seat.said() == ""
    assert json.loads((seat.folder / "settings.json").read_text())["job"] == "stop"
