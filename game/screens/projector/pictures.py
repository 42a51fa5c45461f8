"""Which page the projector draws: by the room's phase, and by the act of the lesson it is in."""

from __future__ import annotations

import pygame

from game.screens.debrief.beats import FILL
from game.screens.projector import asking, firm_pages, futures, lobby, match_page, reveal, summary
from game.screens.projector.brush import LARGE, Brush
from game.screens.projector.desk import Desk
from game.screens.projector.firm_show import FirmShow
from game.screens.projector.following import ASKING, Following, State
from game.screens.projector.foot import LIVE
from game.screens.projector.show import Show

GROWS = 1.5  # s bars take to their length
FUTURES = ("futures", "verdict", "luck")
DRAWN = (*LIVE, *FUTURES, "pairs", "dose", "thousand", "summary", *firm_pages.DRAWN)
"""What the lesson draws; all else is a question or a text."""


class Pictures:
    """Draws the room of `desk`, and `show` where there is a lesson."""

    def __init__(self, desk: Desk, show: Following | None) -> None:
        self.desk, self.show = desk, show
        self.since = 0.0  # s the page has been on show
        self.calm = False
        """Reduced motion: nothing grows."""
        self._view: match_page.MatchView | None = None

    @property
    def growing(self) -> bool:
        """Whether something may still be on its way to its length."""
        return not self.calm and self.since < max(GROWS, FILL) + 0.2

    def draw(self, brush: Brush, state: State, box: pygame.Rect) -> None:
        """The page of now."""
        show = self.show
        if state["phase"] == "lobby":
            title = brush.say(f"lessons.{show.lesson.name}_title") if show is not None else ""
            lobby.draw_lobby(brush, state, self.desk.codes, box, title)
        elif show is not None and show.do in DRAWN:
            if isinstance(show, FirmShow):
                firm_pages.draw_firm(brush, show, box, self._grown(GROWS))
            elif isinstance(show, Show) and show.thousand is None:
                self._draw_waiting(brush, show, box)
            elif isinstance(show, Show):
                self._draw_lesson(brush, show, state, box)
        elif state["phase"] in ASKING:
            self._draw_asked(brush, state, box)
        else:
            rows = [(each, LARGE + 6.0) for each in self._texts(brush, state)]
            low = pygame.Rect(box.left, box.top + box.height // 6, box.width, box.height - box.height // 6)
            brush.fitted(lambda each, place: each.blocks(rows, place, gap=24), low)

    def _grown(self, seconds: float) -> float:
        """How far something that takes so many seconds has grown, 0 to 1."""
        return 1.0 if self.calm else min(1.0, self.since / seconds)

    def _draw_asked(self, brush: Brush, state: State, box: pygame.Rect) -> None:
        """A question, or its answers."""
        if state["phase"] == "revealed":
            reveal.draw_reveal(brush, state, box, self._grown(GROWS), self._follows(brush, state))
        else:
            asking.draw_question(brush, state, box)

    def _draw_lesson(self, brush: Brush, show: Show, state: State, box: pygame.Rect) -> None:
        """What the lesson's act shows."""
        if show.do in ("match", "moment"):
            self._draw_match(brush, show, state, box)
        elif show.do in FUTURES:
            self._draw_futures(brush, show, box)
        elif show.do in LIVE:
            if show.pair is not None:
                match_page.draw_pair(brush, show.pair, box)
            else:
                match_page.draw_waiting(brush, brush.say("projector.wait"), box)
        elif show.do == "pairs":
            reveal.draw_before_after(brush, reveal.pairs_of(show.asked), box, self._grown(GROWS))
        elif show.do == "summary":
            summary.draw_summary(brush, show, box)
        else:
            page = futures.draw_dose if show.do == "dose" else futures.draw_jobs
            page(brush, show, box, self._grown(FILL))

    def _draw_match(self, brush: Brush, show: Show, state: State, box: pygame.Rect) -> None:
        """The class's match, with the question of the moment; its answers have the page to themselves."""
        match = show.match
        if state["phase"] == "revealed" or match is None:
            self._draw_asked(brush, state, box)
            return
        if self._view is None or self._view.playing is not match.playing or self._view.say is not match.say:
            self._view = match_page.MatchView(match)
        self._view.draw(brush, state if show.do == "moment" and match.arrived else None, box)

    def _draw_futures(self, brush: Brush, show: Show, box: pygame.Rect) -> None:
        """The beats about the last decision."""
        telling = show.telling()
        if telling is None:
            match_page.draw_waiting(brush, brush.say("projector.wait"), box)
        elif show.do == "futures":
            futures.draw_arrays(brush, telling, box, self._grown(FILL))
        elif show.do == "verdict":
            futures.draw_verdict(brush, telling, box, self._grown(GROWS), show.predicted())
        else:
            futures.draw_luck(brush, telling, box, self._grown(GROWS))

    def _draw_waiting(self, brush: Brush, show: Show, box: pygame.Rect) -> None:
        """The engine is not there yet: how far it is, or why it will not come."""
        ready = show.readying
        said = brush.say("projector.unready")
        if ready.all:
            said = brush.say("projector.preparing", done=ready.done, all=ready.all)
        match_page.draw_waiting(brush, ready.failure or said, box)

    def _texts(self, brush: Brush, state: State) -> list[str]:
        """The words of a page that has nothing else."""
        if state["phase"] == "closed":
            return [brush.say("projector.closed")]
        said = brush.words(state["text"])
        act = self.show.act if self.show is not None else None
        if self.show is not None and act is not None and self.show.do == "talk":
            points = sum(each.do == "talk" for each in self.show.acts)
            return [brush.say("projector.talk", number=act.nth + 1, count=points), said]
        return [said or brush.say("projector.reason" if state["rounds"] else "projector.listen")]

    def _follows(self, brush: Brush, state: State) -> str:
        """What the room's answer does, where it does something."""
        show = self.show
        if not isinstance(show, Show) or self._grown(GROWS) < 1.0:
            return ""
        if show.do == "moment" and show.choices():
            return brush.say("projector.so_push" if show.choices()[-1] else "projector.so_stay")
        own, first = show.bonus(), state["questions"][0]
        if own is not None and first.get("name") == "bonus" and first.get("when") == "before":
            return brush.say("projector.so_bonus", bonus=brush.say(f"lessons.q_bonus_{own}"))
        return ""
