"""What this is, who made it, under which licences, and where its files lie."""

from __future__ import annotations

import importlib.metadata

from game.screens.page import Page
from game.screens.widgets import Button, Column, Widget, Words, note


class AboutScreen(Page):
    """Four paragraphs."""

    middle = True
    wide = 860

    @property
    def heading(self) -> str:
        """The name of the game."""
        return self.stage.say("shell.name")

    def build(self) -> Widget:
        """Paragraphs and the way back."""
        from game.match import ENGINE

        say = self.stage.say
        try:
            version = importlib.metadata.version("defenders-dilemma")
        except importlib.metadata.PackageNotFoundError:  # run from a folder that was never installed
            version = "–"
        return Column(
            [
                Words(say("shell.about_1")),
                Words(say("shell.about_2")),
                Words(say("shell.about_3", version=version, engine=ENGINE)),
                Words(say("shell.about_4")),
                note(say("shell.about_files", folder=str(self.stage.saves.folder))),
                Button(say("shell.back"), self.go_back, name="back"),
            ],
            gap=14,
            stretch=False,
        )
