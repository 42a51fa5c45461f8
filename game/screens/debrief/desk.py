"""The figures behind the debrief's pages: told and counted in the background, read whenever a page is built."""

from __future__ import annotations

import threading

from game.dilemma.moments import Window
from game.screens.debrief.account import account, think_on, worth
from game.screens.debrief.story import Story, tell
from game.screens.debrief.telling import Say, Telling
from game.screens.debrief.thinking import Thinking
from game.screens.debrief.window import window_of
from game.screens.play.outcome import Outcome
from game.screens.play.played import Played
from game.screens.season.rivals import rival
from game.teams.scenarios import scenario

RULES_OF_THUMB = ("role-bound", "team-win")


class Desk:
    """One played match being looked into. `story` is None until it has been told, a second or so."""

    def __init__(self, played: Played, thinking: Thinking | None = None) -> None:
        self.played = played
        self.thinking = thinking or Thinking(scenario(played.fixture.scenario).aim)
        self.story: Story | None = None
        self.window: Window | None = None
        self.rivals: dict[str, Outcome] = {}
        self.failure: BaseException | None = None
        self._reader = threading.Thread(target=self._read, name="story", daemon=True)
        self._reader.start()

    @property
    def ready(self) -> bool:
        """Whether the story has been told; raises what went wrong."""
        if self.failure is not None:
            raise self.failure
        return self.story is not None

    def count(self) -> int:
        """Futures of the main choice so far, 0 before the story is told."""
        if self.story is None:
            return 0
        known = self.thinking.known(self.story.main.page, self.played.slot)
        return known.count if known else 0

    def telling(self, say: Say) -> Telling:
        """What is known now, in words; only once `ready`."""
        assert self.story is not None  # the pages wait for it
        story = self.story
        told = account(story, self.thinking.known(story.main.page, self.played.slot))
        return Telling(say, story, self.window, told, worth(story, self.thinking))

    def close(self) -> None:
        """Stop thinking; what was found stays."""
        self.thinking.cancel()

    def _read(self) -> None:
        try:
            story = tell(self.played)
            self.window = window_of(story)
            self.story = story
            think_on(story, self.thinking)
            for policy in RULES_OF_THUMB:
                self.rivals[policy] = rival(
                    self.played.fixture, seed=self.played.seed, slot=self.played.slot, policy=policy
                )
        except Exception as error:  # noqa: BLE001 - handed over to the page
            self.failure = error
