"""Where what a person asks to have written goes: his documents, or below what DILEMMA_HOME says."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def own_folder(name: str) -> Path:
    """The folder for `name` (`reports`, `runs`), not made yet."""
    told = os.environ.get("DILEMMA_HOME")
    return Path(told, name) if told else Path(platformdirs.user_documents_dir(), "Defender's Dilemma", name)
