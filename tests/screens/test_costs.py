"""What the screens cost a machine, in time of the processor: the start, a menu nobody touches, the debrief.

On request: `pytest -n0 -m benchmark tests/screens`. A frame of the match is measured in play/test_frame_cost.py.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.fixture import Fixture
from game.screens import doors
from game.screens.debrief.beats import DebriefScreen
from game.screens.debrief.thinking import Thinking
from game.screens.options import OptionsScreen
from game.screens.play.asked import Asked
from game.screens.play.playing import Playing
from game.screens.stage import MENU_RATE, Screen
from game.screens.title import TitleScreen
from game.teams.scenarios import scenario, variant
from tests.screens.flow import open_stage

pytestmark = pytest.mark.benchmark
START = 1.5  # s from the command to the title, warm
IDLE = 0.05  # of a core
FRAME = 5.0  # ms, 95th percentile
SECONDS = 5
FULL_HD = (1920, 1080)
OPEN = """
from game.screens.stage import Stage
from game.screens.title import TitleScreen
from game.screens.window import Window
stage = Stage(Window("test"))
stage.go(TitleScreen())
stage.turn(0.05)
"""


def test_the_title_is_up_in_a_second_and_a_half(tmp_path: Path) -> None:
    environment = {**os.environ, "DILEMMA_HOME": str(tmp_path)}
    costs = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", OPEN], env=environment, check=True, timeout=60)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        costs.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    print(f"start to title: {min(costs):.2f} s")  # noqa: T201
    assert min(costs) < START


@pytest.mark.parametrize("page", [TitleScreen, OptionsScreen])
def test_a_menu_nobody_touches_costs_a_twentieth_of_a_core(tmp_path: Path, page: Callable[[], Screen]) -> None:
    stage = open_stage(tmp_path, size=FULL_HD)
    stage.window.show = lambda: None  # type: ignore[method-assign] # the copy to the window is the system's
    doors.READYING.start()
    doors.READYING.wait(300)
    stage.go(page())
    patience = time.monotonic() + 3.0  # a match is going on behind the title
    while time.monotonic() < patience:
        stage.turn(1 / MENU_RATE)
        time.sleep(1 / MENU_RATE)
    begun = time.thread_time()
    for _ in range(MENU_RATE * SECONDS):
        stage.turn(1 / MENU_RATE)
    share = (time.thread_time() - begun) / SECONDS
    stage.close()
    print(f"{page.__name__}: {100 * share:.1f} % of a core")  # noqa: T201
    assert share < IDLE


def test_a_frame_of_the_debrief_costs_less_than_five_milliseconds_while_futures_are_played(tmp_path: Path) -> None:
    short = variant("late-deficit", minute="89:30", added=0.5)
    playing = Playing(Fixture(short), seed=5)
    while not playing.over:
        playing.tick(Asked(push=300 < int(playing.match.tick) < 700))
    stage = open_stage(tmp_path, size=FULL_HD)
    stage.window.show = lambda: None  # type: ignore[method-assign]
    screen = DebriefScreen(playing.played(), Thinking(scenario(short).aim))
    stage.go(screen)
    patience = time.monotonic() + 60
    while not screen.desk.ready and time.monotonic() < patience:
        time.sleep(0.05)
    for beat in range(1, 5):
        screen.beat = beat
        screen.begin()
        costs = []
        for _ in range(60):
            pygame.event.clear()
            stage.stale = True  # drawn anew each time, as while it fills in
            begun = time.thread_time()
            stage.turn(1 / MENU_RATE)
            costs.append(1000 * (time.thread_time() - begun))
        p95 = statistics.quantiles(costs[5:], n=20)[-1]
        print(f"beat {beat}: median {statistics.median(costs):.2f} ms, p95 {p95:.2f} ms")  # noqa: T201
        assert p95 < FRAME
    screen.desk.close()
    stage.close()
