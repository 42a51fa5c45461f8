"""Compiling the engine, once per version: half of it here and half in a second process, so that two cores share it.

Both leave what they compile in the cache folder (kernel.py); what the other has done is then only fetched.
"""

from __future__ import annotations

import subprocess
import sys

from game.kernel import compile_for, is_warm
from game.laws.referee import officiate
from game.match import decide, duel, play_batch, run_on
from game.physics.ball import roll
from game.physics.running import run, shoulder
from game.record import blank, blanks
from game.state import Match, Notes, Setup


def compile_engine() -> None:
    """Have everything a match needs in compiled form on disk; at once when it already is."""
    if is_warm():
        return
    match, setup, notes = blank(Match), blank(Setup), blank(Notes)
    other = subprocess.Popen(
        [sys.executable, "-m", "game.compiling"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        compile_for(decide, match, setup, notes)
    finally:
        other.wait()
    compile_for(run_on, match, setup, notes, 1)
    compile_for(play_batch, blanks(Match, 1), setup, notes)


def compile_the_rest() -> None:
    """Everything in a tick but the decisions: bodies, ball, duels, Laws."""
    match, setup, notes = blank(Match), blank(Setup), blank(Notes)
    compile_for(officiate, match, setup, notes)
    compile_for(duel, match, setup, notes)
    compile_for(run, match, setup)
    compile_for(shoulder, match, notes)
    compile_for(roll, match)


if __name__ == "__main__":
    compile_the_rest()
