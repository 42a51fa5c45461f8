"""What every test shares."""

import os

import pytest
from hypothesis import settings

from game.compiling import compile_engine

# A kernel's first call compiles it, which no time limit on one example allows for. CI tries the
# same examples each time, so that a red run is about the change and not about the draw.
settings.register_profile("match", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("match")


def pytest_configure(config: pytest.Config) -> None:
    """Before the whole suite starts, compile the engine once on two cores: each of its workers would do it again."""
    if not hasattr(config, "workerinput") and config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        compile_engine()
