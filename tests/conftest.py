"""What every test shares."""

import os

from hypothesis import settings

# A kernel's first call compiles it, which no time limit on one example allows for. CI tries the
# same examples each time, so that a red run is about the change and not about the draw.
settings.register_profile("match", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("match")
