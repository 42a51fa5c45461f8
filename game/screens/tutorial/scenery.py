"""The pitch behind a card: the match close up round the player, with the marks the cards speak of and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame

from game.screens import theme
from game.screens.camera import ZOOMS, Camera
from game.screens.draw_ball import ball_shown, draw_ball, draw_trail
from game.screens.draw_pitch import draw_pitch
from game.screens.draw_players import draw_players
from game.screens.play import marks
from game.screens.play.facts import Say
from game.screens.play.paper import Paper
from game.screens.play.playing import Playing
from game.screens.play.reckoning import Reckoning

NEAR = ZOOMS.index(38.0)  # close enough to read numbers, far enough to see the space behind
TO_BALL = 0.25  # share of the way from him to the ball the camera looks at
BACK = 14.0  # m towards his own goal it looks while he looks behind
AIMED = ("move", "push")  # cards that point out the goal he attacks
LINED = ("line", "look", "job")  # cards that show the line of no return
NAMED = {"push": "match.space_left", "space": "match.space_left", "line": "match.no_way_back"}
WHOLE = 9.0  # s after which the camera is where it should be, however far


@dataclass
class Scenery:
    """Draws one run; `still` for reduced motion."""

    playing: Playing
    say: Say
    still: bool = False
    camera: Camera = field(default_factory=lambda: Camera(zoom=NEAR))
    aimed: bool = False  # the camera has been pointed before, and may glide

    def draw(
        self, paper: Paper, place: pygame.Rect, told: Reckoning, *, share: float, behind: bool, marked: str
    ) -> None:
        """The moment `share` of the way between two ticks inside `place`; `behind`: he looks that way.

        `marked` is what the card speaks of: the space and the line are drawn from their own card on, and named on it.
        """
        canvas, slot = paper.surface, self.playing.slot
        moment = self.playing.live.moment(share)
        scene, unit = moment.scene, theme.unit(canvas.get_size())
        self._aim(scene.x[slot], scene.y[slot], scene.ball, place, behind=behind)
        canvas.set_clip(place)
        draw_pitch(canvas, self.camera)
        line = marked in LINED
        marks.draw_below(
            canvas, self.camera, scene, told, slot=slot, attacks=self.playing.attacks, unit=unit, line=line
        )
        self._words_on_grass(paper, told, marked, unit=unit)
        draw_trail(canvas, self.camera, moment.trail, unit=unit)
        draw_players(canvas, self.camera, scene, programme=moment.programme, unit=unit)
        marks.draw_you(
            canvas, self.camera, scene, slot=slot, pushing=self.playing.pushing, unit=unit, attacks=self.playing.attacks
        )
        draw_ball(canvas, self.camera, ball_shown(self.camera, scene, unit=unit), unit=unit)
        canvas.set_clip(None)

    def _words_on_grass(self, paper: Paper, told: Reckoning, marked: str, *, unit: float) -> None:
        """What the card speaks of, by name, and the goal he attacks: under the men."""
        for key, at, anchor in marks.labels(told, self.camera, paper.unit, line=marked in LINED):
            if key == NAMED.get(marked):
                paper.plate(self.say(key), at, units=theme.SMALL, anchor=anchor)
        if marked in AIMED:
            at = marks.draw_aim(paper.surface, self.camera, attacks=self.playing.attacks, unit=unit)
            paper.plate(self.say("match.you_attack"), at, units=theme.LABEL, bold=True, anchor="midtop")

    def _aim(self, x: float, y: float, ball: tuple[float, float, float], place: pygame.Rect, *, behind: bool) -> None:
        """At him, a little towards the ball; or behind him."""
        self.camera.frame(place)
        if behind:
            aim = (x - BACK * self.playing.attacks, 0.7 * y)
        else:
            aim = (x + TO_BALL * (ball[0] - x), y + TO_BALL * (ball[1] - y))
        at_once = self.still or behind or not self.aimed
        self.camera.follow(*aim, vx=0.0, vy=0.0, seconds=WHOLE if at_once else 1.0 / 60.0)
        self.aimed = True
