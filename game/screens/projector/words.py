"""The debrief's words for a class: where the projector says a thing of its own about `he`, that stands for `you`."""

from __future__ import annotations

from game.screens.language import Language


class ClassWords:
    """Says what Language says, but a key of the debrief in the projector's words where it has some."""

    def __init__(self, say: Language) -> None:
        self.language = say

    def __call__(self, key: str, /, **values: object) -> str:
        """The words of `key`."""
        own = key.replace("debrief.", "projector.debrief_", 1)
        return self.language(own if self.language.has(own) else key, **values)
