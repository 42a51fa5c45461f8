"""The projector's page: the room as a class sees it, and the teacher's keys."""

from __future__ import annotations

import pygame

from game.screens import theme
from game.screens.projector import drawing
from game.screens.projector.desk import Desk
from game.screens.projector.drawing import Brush
from game.screens.stage import Screen

MARGIN = 40  # units
SCALES = (1.0, 1.15, 1.3)
SECOND_PRESS = 3.0  # s within which a second press counts
ASKING = ("ask", "vote", "locked", "revealed", "ticket")


class ProjectorScreen(Screen):
    """One idea at a time, as the room's phase says."""

    fps = 20

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.size = 0
        self.pending: int | None = None  # a key that wants a second press
        self.waited = 0.0
        self.shown: object = None

    @property
    def alt(self) -> str:
        """The page as a screen reader would say it."""
        state = self.desk.state
        if state is None:
            return ""
        brush = Brush(pygame.Surface((16, 9)), self.stage.say, 1.0)
        asked = " ".join(brush.words(each["text"]) for each in state["questions"])
        return f"{state['code']} {asked}".strip()

    def take(self, event: pygame.event.Event) -> None:
        """The teacher's keys; what takes something back or ends the class wants a second press."""
        if event.type != pygame.KEYDOWN:
            return
        state = self.desk.state or {}
        plain = {pygame.K_SPACE: "next", pygame.K_l: "lock", pygame.K_e: "reveal"}
        if event.key in plain:
            self.desk.say({"do": plain[event.key]})
        elif event.key == pygame.K_b:
            self.desk.say({"do": "blank", "on": not state.get("blank", False)})
        elif event.key in (pygame.K_PLUS, pygame.K_KP_PLUS, pygame.K_EQUALS):
            self.size = min(self.size + 1, len(SCALES) - 1)
        elif event.key in (pygame.K_MINUS, pygame.K_KP_MINUS):
            self.size = max(self.size - 1, 0)
        elif event.key in (pygame.K_z, pygame.K_ESCAPE):
            self._twice(event.key)
        self.stage.stale = True

    def frame(self, seconds: float) -> bool:
        """Draw again when the room has changed, or while a timer runs."""
        self.waited += seconds
        if self.pending is not None and self.waited > SECOND_PRESS:
            self.pending = None
        state = self.desk.state
        now = (
            state and state["version"],
            self.desk.lost,
            self.desk.refused,
            self.pending,
            len(self.desk.codes),
            self.desk.left(),
        )
        changed, self.shown = now != self.shown, now
        return changed

    def draw(self, canvas: pygame.Surface) -> None:
        """The page of the room's phase."""
        state = self.desk.state
        if state is not None and state["blank"]:
            canvas.fill((0, 0, 0))
            return
        canvas.fill(theme.INK)
        brush = Brush(canvas, self.stage.say, SCALES[self.size])
        margin = round(MARGIN * brush.unit)
        box = canvas.get_rect().inflate(-2 * margin, -2 * margin)
        foot = pygame.Rect(box.left, box.bottom - brush.px(drawing.TEXT), box.width, brush.px(drawing.TEXT))
        box.height -= brush.px(2 * drawing.TEXT)
        brush.block(self._foot(), foot, drawing.TEXT)
        if state is None:
            return
        if state["phase"] == "lobby":
            drawing.draw_lobby(brush, state, self.desk.codes, box)
        elif state["phase"] in ASKING:
            drawing.draw_question(brush, {**state, "left": self.desk.left()}, box)
        else:
            key = "closed" if state["phase"] == "closed" else "debrief"
            said = brush.words(state["text"]) or self.stage.say(f"lessons.screen_{key}")
            brush.block(said, box.move(0, box.height // 4), drawing.LARGE + 8, bold=True, centre=True)

    def _twice(self, key: int) -> None:
        """Obey at the second press within some seconds."""
        if self.pending != key:
            self.pending, self.waited = key, 0.0
            return
        self.pending = None
        if key == pygame.K_z:
            self.desk.say({"do": "undo"})
        else:
            self.stage.quit()

    def _foot(self) -> str:
        """What the teacher must know at the foot."""
        if self.desk.lost:
            return self.stage.say("lessons.screen_lost")
        if self.pending is not None:
            return self.stage.say("lessons.screen_again")
        return self.desk.refused or self.stage.say("lessons.screen_keys")
