"""The command line: `dilemma` and its verbs, one file a use."""

from game.cli.app import main

__all__ = ["main"]
