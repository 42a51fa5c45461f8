"""The second process in which a cold engine is compiled, so that the window stays awake; says how far it has come.

Run as `python -m game.screens.preparing`: a line `DONE ALL` (kernels) on stdout now and then, exit code 0 when done.
"""

from __future__ import annotations

import re
import sys
import threading
from pathlib import Path

from game.brain.explain import explain
from game.compiling import compile_engine
from game.kernel import ENGINE_PLACES, cache_folder
from game.match import tick
from game.record import blank
from game.state import Notes
from game.teams.kick_off import kick_off

OFTEN = 0.4  # s between two lines
FIRST_MATCH = "late-deficit"


def warm_up() -> None:
    """Run everything once that a match on the screen runs; compiles what is not on disk yet."""
    compile_engine()
    match, setup = kick_off(FIRST_MATCH)
    tick(match, setup, blank(Notes))
    explain(match, setup, 0)


def kernels() -> int:
    """How many kernels the engine's sources hold."""
    package = Path(__file__).parents[1]
    sources = (path.read_text(encoding="utf-8") for place in ENGINE_PLACES for path in package.glob(place))
    return sum(len(re.findall(r"^@kernel\b", source, re.MULTILINE)) for source in sources)


def compiled() -> int:
    """How many of them lie compiled on disk."""
    return len({path.name.rpartition("-")[0] for path in cache_folder().rglob("*.nbi")})


def main() -> None:
    """Compile, and tell how far it is."""
    done, everything = threading.Event(), kernels()

    def tell() -> None:
        while not done.wait(OFTEN):
            sys.stdout.write(f"{min(compiled(), everything)} {everything}\n")
            sys.stdout.flush()

    threading.Thread(target=tell, daemon=True).start()
    warm_up()
    done.set()


if __name__ == "__main__":
    main()
