"""One moment of a match in a file: the record, with what is needed to refuse a file that is not one.

A line of text, a line of JSON (engine, layout, fingerprint), then the record's bytes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import numpy as np

from game.files import write_whole
from game.match import ENGINE
from game.record import layout, layout_hash
from game.state import Match, fingerprint

MAGIC = b"dilemma match\n"


def save(match: Match, path: str | Path) -> None:
    """Write `match` to `path`, whole or not at all; OSError when that is impossible."""
    about = {
        "engine": ENGINE,
        "layout": layout_hash(Match),
        "fingerprint": fingerprint(match),
    }
    content = MAGIC + json.dumps(about).encode() + b"\n" + np.asarray(match).tobytes()
    write_whole(Path(path), content)


def load(path: str | Path) -> Match:
    """The match that `save` wrote to `path`.

    Raises ValueError, in one line, for a file of another engine or layout, torn, altered or foreign.
    """
    content = Path(path).read_bytes()
    about, body = _opened(content, path)
    check_engine(about, path)
    if len(body) != layout(Match).itemsize:
        raise ValueError(f"{path} is cut short: {len(body)} bytes of {layout(Match).itemsize}")
    match = cast(Match, np.frombuffer(body, layout(Match)).copy()[0])
    if fingerprint(match) != about.get("fingerprint"):
        raise ValueError(f"{path} has been altered or damaged since it was saved")
    return match


def check_engine(about: dict[str, Any], path: str | Path) -> None:
    """Raise ValueError unless a file that says `about` belongs to this engine and this layout."""
    if about.get("engine") != ENGINE:
        raise ValueError(
            f"{path} was made by engine {about.get('engine')}; this is engine {ENGINE} and would play another match"
        )
    if about.get("layout") != layout_hash(Match):
        raise ValueError(
            f"{path} was made by engine {ENGINE} with another layout ({about.get('layout')}, here {layout_hash(Match)})"
        )


def _opened(content: bytes, path: str | Path) -> tuple[dict[str, Any], bytes]:
    """The JSON line of a snapshot, and the bytes after it."""
    if not content.startswith(MAGIC):
        raise ValueError(f"{path} is not a saved match")
    line, _, body = content[len(MAGIC) :].partition(b"\n")
    try:
        about = json.loads(line)
    except ValueError:
        raise ValueError(f"{path} is cut short or damaged") from None
    if not isinstance(about, dict):
        raise ValueError(f"{path} is cut short or damaged")
    return about, body
