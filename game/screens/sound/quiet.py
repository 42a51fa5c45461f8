"""Standard error held back while a library outside Python talks on it: ALSA names every device it does not find."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Nothing reaches file descriptor 2 within; errors are told by exceptions."""
    sys.stderr.flush()
    try:
        kept = os.dup(2)
    except OSError:  # no standard error to hold back: a window started without a console
        yield
        return
    try:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
