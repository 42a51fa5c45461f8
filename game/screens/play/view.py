"""The match as its player sees it: camera, grass, marks and men, and the HUD round them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pygame

from game.screens import theme
from game.screens.camera import ZOOMS, Camera, whole_scale
from game.screens.draw_ball import ball_shown, draw_ball, draw_trail
from game.screens.draw_pitch import draw_pitch
from game.screens.draw_players import draw_players
from game.screens.moment import Moment
from game.screens.play import cards, facts, hud, marks
from game.screens.play.calls import Calls
from game.screens.play.facts import Say
from game.screens.play.ghost import Ghost
from game.screens.play.paper import Paper, Sheet
from game.screens.play.playing import Playing
from game.screens.play.reckoning import Reckoning, reckon, top_speeds
from game.state import TICKS_PER_SECOND, Restart

CLOSE = 2  # index in ZOOMS a look behind uses
BEHIND = 17.0  # m towards his own goal the camera looks at then
SMALLEST_WHOLE = 5.0  # px a unit and metre, below which the whole pitch is too small and the camera follows
NAMED_FROM = 6.0  # m from the line of no return at which it is named though he stays
AIM_SHOWN = 10  # s of the match from its start in which the goal he attacks is pointed out
TO_YOU = 0.35  # share of the way from the ball to him the camera is aimed at


@dataclass
class Extras:
    """What a frame shows besides the match: words, keys, ghosts."""

    need: str = ""
    keys: Sequence[tuple[str, str]] = ()
    status: Sequence[tuple[str, str]] = ()
    speech: Sequence[tuple[str, str]] = ()
    captions: Sequence[str] = ()
    loud: str = ""
    ghosts: Sequence[Ghost] = ()
    rating: float | None = None
    rating_was: float | None = None
    behind: bool = False
    """The look behind is held."""
    waiting: bool = False
    """A card lies over the match."""


@dataclass
class View:
    """Draws one run; text size is a share (1 to 2), `display` is off, mood or numbers."""

    playing: Playing
    say: Say
    text: float = 1.0
    display: str = "mood"
    still: bool = False
    """Reduced motion: the camera does not glide."""
    hidden: frozenset[str] = frozenset()
    """Marks on the grass not wanted: space, way_back, lane."""
    follow_zoom: int = 1
    camera: Camera = field(default_factory=Camera)
    written: list[tuple[str, pygame.Rect]] = field(default_factory=list)
    """Every text of the last frame and its rectangle."""
    _sizes: dict[str, tuple[int, int]] = field(default_factory=dict)
    _sheets: dict[str, Sheet] = field(default_factory=dict)
    _told: tuple[int, Reckoning] | None = None
    _top: tuple[int, list[float]] | None = None
    _cards: tuple[int, tuple[facts.Card, facts.Card]] | None = None
    _chances: tuple[int, facts.Chances] | None = None
    _calls: Calls = field(default_factory=Calls)

    def renew(self) -> None:
        """Words or settings have changed: measure and write everything anew."""
        self._cards = None
        self._sheets.clear()
        self._sizes.clear()

    @property
    def told(self) -> Reckoning:
        """What he must reckon with at this tick."""
        tick = int(self.playing.match.tick)
        if self._told is None or self._told[0] != tick:
            match, setup = self.playing.match, self.playing.setup
            if self._top is None or not 0 <= tick - self._top[0] < TICKS_PER_SECOND:
                self._top = tick, top_speeds(match, setup)
            self._told = tick, reckon(match, setup, self.playing.slot, self._top[1])
        return self._told[1]

    @property
    def _marked(self) -> Reckoning:
        """What of it is drawn on the grass."""
        told = self.told
        space = None if "space" in self.hidden else told.space
        return replace(told, space=space, lane=0.0 if "lane" in self.hidden else told.lane)

    @property
    def _line(self) -> bool:
        return "way_back" not in self.hidden

    @property
    def _fresh(self) -> bool:
        """Whether sides are not known yet: the first seconds of a run, and those after they were changed."""
        match, first = self.playing.match, self.playing.pages[0]
        begun = int(match.tick) - int(first.tick) < AIM_SHOWN * TICKS_PER_SECOND
        return begun or Restart(int(match.dead.kind)) in (Restart.INTERVAL, Restart.KICK_OFF)

    @property
    def _near_line(self) -> bool:
        """Whether that line concerns him now: then it is named too."""
        player = self.playing.match.players[self.playing.slot]
        return self.playing.pushing or abs(float(player.x) - self.told.no_way_back) < NAMED_FROM

    def closer(self, steps: int) -> None:
        """Zoom in by `steps`, out when negative."""
        self.camera.zoom = max(0, min(len(ZOOMS) - 1, self.camera.zoom + steps))
        self.follow_zoom = self.camera.zoom or self.follow_zoom

    def change(self) -> None:
        """The whole pitch, or following him and the ball."""
        self.camera.zoom = 0 if self.camera.zoom else self.follow_zoom

    def draw(self, canvas: pygame.Surface, extras: Extras, *, share: float, seconds: float) -> None:
        """The moment `share` of the way between two ticks, `seconds` after the last one drawn."""
        moment = self.playing.live.moment(share)
        paper = Paper(canvas, theme.unit(canvas.get_size()) * self.text, sheets=self._sheets)
        shown = self._shown(moment, extras)
        places = self._settled(paper, hud.lay_out(paper, shown, self.text))
        whole = self.camera.zoom == 0 and not extras.behind
        if whole and whole_scale(places.pitch) < SMALLEST_WHOLE * theme.unit(canvas.get_size()):
            whole = False
        self._aim(moment, places.pitch if whole else places.view, extras, seconds, whole=whole)
        canvas.set_clip(places.view)
        if whole:
            canvas.fill(theme.APRON, places.view)
        self._field(paper, shown, places.pitch, extras)
        canvas.set_clip(None)
        hud.draw(paper, shown, places)
        self.written = paper.written

    def _aim(self, moment: Moment, stage: pygame.Rect, extras: Extras, seconds: float, *, whole: bool) -> None:
        """Point the camera: at ball and man, at all of the pitch, or behind him."""
        slot, scene, camera = self.playing.slot, moment.scene, self.camera
        zoom = camera.zoom
        camera.zoom = CLOSE if extras.behind else zoom if whole else max(zoom, 1)
        camera.frame(stage)
        x, y = scene.x[slot], scene.y[slot]
        if extras.behind:
            camera.follow(x - self.playing.attacks * BEHIND, y * 0.6, vx=0.0, vy=0.0, seconds=9.0)
        else:
            ball = scene.ball
            aim = ball[0] + (x - ball[0]) * TO_YOU, ball[1] + (y - ball[1]) * TO_YOU
            camera.follow(*aim, vx=0.0, vy=0.0, seconds=9.0 if self.still else seconds)
        camera.zoom = zoom

    def _field(self, paper: Paper, shown: hud.Shown, pitch: pygame.Rect, extras: Extras) -> None:
        """Grass, marks and their names, what is called, ghosts, ball and men: no word ever hides a man."""
        canvas, camera, moment, slot = paper.surface, self.camera, shown.moment, self.playing.slot
        scene, unit = moment.scene, theme.unit(canvas.get_size())
        draw_pitch(canvas, camera)
        here = bool(scene.on[slot])
        if here:
            attacks = self.playing.attacks
            marks.draw_below(
                canvas, camera, scene, self._marked, slot=slot, attacks=attacks, unit=unit, line=self._line
            )
            self._words_on_grass(paper)
        if extras.waiting or self._fresh:
            at = marks.draw_aim(canvas, camera, attacks=self.playing.attacks, unit=unit)
            paper.plate(self.say("match.you_attack"), at, units=theme.LABEL, bold=True, anchor="midtop")
        men = zip(scene.x, scene.y, scene.on, strict=True)
        crowd = [camera.screen(x, y) for x, y, on in men if on] + [camera.screen(*scene.ball[:2])]
        self._calls.draw(paper, shown, pitch, crowd)
        for ghost in extras.ghosts:
            there = ghost.at(float(moment.match.tick))
            if there is not None:
                marks.draw_ghost(canvas, camera, there, letter=self.say(f"match.ghost_{ghost.name}"), unit=unit)
        draw_trail(canvas, camera, moment.trail, unit=unit)
        draw_players(canvas, camera, scene, programme=moment.programme, unit=unit)
        if here:
            pushing, attacks = self.playing.pushing, self.playing.attacks
            marks.draw_you(canvas, camera, scene, slot=slot, pushing=pushing, unit=unit, attacks=attacks)
        draw_ball(canvas, camera, ball_shown(camera, scene, unit=unit), unit=unit)

    def _words_on_grass(self, paper: Paper) -> None:
        for key, at, anchor in marks.labels(self._marked, self.camera, paper.unit, line=self._line and self._near_line):
            paper.plate(self.say(key), at, units=theme.SMALL, anchor=anchor)

    def _shown(self, moment: Moment, extras: Extras) -> hud.Shown:
        """What the HUD tells; cards and chances are made once a tick and once a second."""
        playing, say = self.playing, self.say
        tick = int(moment.match.tick)
        if self._cards is None or self._cards[0] != tick:
            you = facts.you(playing, say, rating=extras.rating, was=extras.rating_was)
            self._cards = tick, (you, facts.behind(self.told, say))
        if self._chances is None or playing.over or not 0 <= tick - self._chances[0] < TICKS_PER_SECOND:
            self._chances = tick, facts.chances(moment.match, moment.setup, playing.rates, playing.told.aim)
        numbers = self.display == "numbers"
        return hud.Shown(
            moment=moment,
            need=extras.need,
            cards=self._cards[1],
            chances=None if self.display == "off" else self._chances[1],
            numbers=numbers,
            mood=facts.mood(self._chances[1], cards.need_of(playing, say), say, numbers=numbers),
            keys=extras.keys,
            status=extras.status,
            speech=extras.speech,
            captions=extras.captions,
            call=hud.call_of(moment, say),
            loud=extras.loud,
        )

    def _settled(self, paper: Paper, places: hud.Places) -> hud.Places:
        """Cards that never shrink, so that neither they nor the pitch between them twitch with every number."""
        if not places.cards:
            return places
        size = paper.surface.get_size()
        grown = []
        for name, box in zip(("left", "right"), places.cards, strict=True):
            key = f"{name} {size} {self.text}"
            was = self._sizes.get(key, (0, 0))
            self._sizes[key] = max(was[0], box.width), max(was[1], box.height)
            grown.append(pygame.Rect(box.topleft, self._sizes[key]))
        grown[1].right = places.cards[1].right
        gap = places.cards[0].left
        pitch = pygame.Rect(places.pitch)
        pitch.left, pitch.width = grown[0].right + gap, grown[1].left - grown[0].right - 2 * gap
        return replace(places, cards=tuple(grown), pitch=pitch)
