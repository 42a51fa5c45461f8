"""The question before anything else: what is your job? The answer is kept and sets what the coach says."""

from __future__ import annotations

from collections.abc import Callable

from game.screens.page import Page
from game.screens.settings import JOBS
from game.screens.stage import Stage
from game.screens.widgets import Column, Widget, Words
from game.screens.widgets.card import Card


class JobScreen(Page):
    """Three answers, none of them right; `then` leads on. `again` after a match, with what was said before."""

    middle = True
    wide = 860

    def __init__(self, then: Callable[[Stage], object], *, again: bool = False) -> None:
        self.then, self.again = then, again

    @property
    def heading(self) -> str:
        """The question."""
        return self.stage.say("shell.job_question")

    def build(self) -> Widget:
        """One sentence, three cards."""
        say, before = self.stage.say, self.stage.settings.job
        about = say("shell.job_again" if self.again else "shell.job_about")
        if self.again and before:
            about += " " + say("shell.job_changed", before=say(f"shell.job_{before}"))
        cards = [
            Card(
                say(f"shell.job_{job}"),
                [say(f"shell.job_{job}_about")],
                lambda job=job: self._answer(job),  # type: ignore[misc]
                name=job,
                on=job == before,
                size=19,
            )
            for job in JOBS
        ]
        return Column([Words(about), *cards], gap=14)

    def _answer(self, job: str) -> None:
        stage = self.stage
        stage.settings.job = job
        stage.keep_settings()
        stage.back()
        self.then(stage)
