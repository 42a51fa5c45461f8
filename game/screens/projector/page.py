"""The projector's page: the room as a class sees it, the lesson's matches with it, and the teacher's keys."""

from __future__ import annotations

import pygame

from game.screens import theme
from game.screens.language import LANGUAGES, Language
from game.screens.projector import keys
from game.screens.projector.brush import TEXT, Brush
from game.screens.projector.desk import Desk
from game.screens.projector.following import ASKING, Following, State
from game.screens.projector.foot import LIVE, foot, has_ended
from game.screens.projector.hands import Hands
from game.screens.projector.pictures import Pictures
from game.screens.sound.ear import Ear
from game.screens.stage import Screen, Stage

MARGIN = 32  # units
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
SECOND_PRESS = 4.0  # s within which a second press counts
STANDS = 1.2  # s a match stands still before the question comes
PLAYING, STILL = 60, 20  # pictures a second


class ProjectorScreen(Screen):
    """One idea at a time, as the room's phase and the lesson's act say. Without a lesson, questions only."""

    fps = STILL
    kept_free = 0.06

    def __init__(self, desk: Desk, show: Following | None = None) -> None:
        self.desk, self.show = desk, show
        self.pictures = Pictures(desk, show)
        self.state: State = {}
        """The room as of this frame; empty before it has answered."""
        self.scale = 1.0
        self.pending: int | None = None  # a key that wants a second press
        self.hands: Hands | None = None
        self.paused = self.keys = False
        self._waited = 0.0
        self._pressed: int | None = None  # the last key pressed from afar that was obeyed
        self._ear: tuple[object, Ear] | None = None
        self._beat: object = None
        self._shown: object = None
        self._stood = 0.0  # s the match has stood at a moment it came to by itself
        self._came = False

    def enter(self, stage: Stage) -> None:
        """Be shown, with text as large as the settings want it."""
        super().enter(stage)
        self.scale = min(SCALES, key=lambda each: abs(each - stage.settings.scale))
        self.pictures.calm = stage.settings.reduce_motion

    def leave(self) -> None:
        """Stop what is worked out behind the page, and be silent."""
        if self._ear is not None:
            self.stage.voice.hush()
        if self.show is not None:
            self.show.close()

    @property
    def do(self) -> str:
        """What the lesson does now."""
        return self.show.do if self.show is not None and self.state else ""

    @property
    def alt(self) -> str:
        """The page as a screen reader would say it."""
        state = self.state
        if not state:
            return ""
        brush = Brush(pygame.Surface((16, 9)), self.stage.say, 1.0)
        asked = " ".join(brush.words(each["text"]) for each in state["questions"])
        return f"{state['code']} {asked} {brush.words(state['text'])} {self._foot()}".strip()

    # — keys —

    def take(self, event: pygame.event.Event) -> None:
        """The teacher's keys; what takes something back or ends the class wants a second press."""
        if event.type != pygame.KEYDOWN:
            return
        self.stage.stale = True
        if self.hands is not None:
            self._count(event)
        elif event.key in keys.PLAIN:
            self.desk.say({"do": keys.PLAIN[event.key]})
        elif event.key == pygame.K_b:
            self.desk.say({"do": "blank", "on": not self.state.get("blank", False)})
        elif event.key in keys.TWICE:
            self._twice(event.key)
        elif event.key in keys.PRESSES:
            self.press(keys.PRESSES[event.key])
        elif event.key == pygame.K_n:
            asked = [each for each in self.state.get("questions", ()) if each["kind"] == "choice"]
            if asked and self.state["phase"] in ASKING:
                self.hands = Hands(next((each for each in asked if not each["hands"]), asked[0]))
            else:
                asking = self.state.get("questions") and self.state["phase"] in ASKING
                self.stage.tell(self.stage.say("projector.no_hands" if asking else "projector.hands_later"))

    def press(self, key: str) -> None:
        """A key that only the projector has, here or on the console: on, pause, again, larger, smaller, keys."""
        if key == "on":
            self._on()
        elif key == "pause":
            self._hold()
        elif key == "again" and self.show is not None and self.do == "split":
            self.show.again()
        elif key in ("larger", "smaller"):
            place = SCALES.index(self.scale) + (1 if key == "larger" else -1)
            self.scale = SCALES[max(0, min(len(SCALES) - 1, place))]
        elif key == "keys":
            self.keys = not self.keys
        elif key == "language":
            self._speak()
        self.stage.stale = True

    def _hold(self) -> None:
        """Hold the match, or let it go on; where none is shown, say so."""
        if self.do in LIVE:
            self.paused = not self.paused
        else:
            self.stage.tell(self.stage.say("projector.no_match"))

    def _speak(self) -> None:
        """The next language, in everything on show."""
        codes = list(LANGUAGES)
        self.stage.say = Language(codes[(codes.index(self.stage.say.code) + 1) % len(codes)])
        if self.show is not None:
            self.show.speak(self.stage.say)

    def _from_afar(self) -> None:
        """Obey what was pressed on the console since the last frame."""
        pressed = self.state.get("presses", ())
        if self._pressed is not None:
            for _, key in (each for each in pressed if each[0] > self._pressed):
                self.press(key)
        if self.state:
            self._pressed = max((number for number, _ in pressed), default=self._pressed or 0)

    def _on(self) -> None:
        """The next beat; while the match is on its way to the next vote, the way is made short."""
        match = self.show.match if self.show is not None else None
        if self.keys:
            self.keys = False
        elif self.do == "match" and match is not None and not match.arrived:
            match.hurried, self.paused = True, False
        elif not has_ended(self.state) and not (self.show is not None and self.show.unready):
            self.desk.say({"do": "next"})

    def _count(self, event: pygame.event.Event) -> None:
        """A key of the counts being typed."""
        assert self.hands is not None  # asked before
        ended = self.hands.take(event)
        if ended == "done":
            self.desk.say({"do": "hands", "round": self.hands.question["round"], "counts": self.hands.counts})
        if ended:
            self.hands = None

    def _twice(self, key: int) -> None:
        """Obey at the second press within some seconds."""
        if self.keys and key == pygame.K_ESCAPE:
            self.keys = False
            return
        if self.pending != key:
            self.pending, self._waited = key, 0.0
            return
        self.pending = None
        if key == pygame.K_z:
            self.desk.say({"do": "undo"})
        else:
            self.stage.quit()

    # — time —

    def frame(self, seconds: float) -> bool:
        """Let matches, timers and growing bars go on; whether there is something new to see."""
        self.state = self.desk.state or {}
        self._from_afar()
        self._waited += seconds
        if self.pending is not None and self._waited > SECOND_PRESS:
            self.pending = None
        moved = bool(self.state) and not self.state["blank"] and self._play(seconds)
        beat = (self.state.get("phase"), self.do, self.state.get("plan", {}).get("at"))
        self.pictures.since = 0.0 if beat != self._beat else self.pictures.since + seconds
        self._beat = beat
        self.fps = PLAYING if moved or self.pictures.growing else STILL
        now = (self.state.get("version"), self.desk.lost, self.desk.refused, self.pending, len(self.desk.codes),
               self.desk.left(), self.show and self.show.counted, beat, self.paused)  # fmt: skip
        changed, self._shown = now != self._shown, now
        return changed or moved or self.pictures.growing

    def _play(self, seconds: float) -> bool:
        """Let the lesson's match go on, and ask when it has come to a moment."""
        show = self.show
        if show is None:
            return False
        show.follow(self.state)
        if self.do not in LIVE or self.paused:
            self._hear(show, moved=False)
            return False
        moved = show.pass_time(seconds)
        self._hear(show, moved=moved)
        if self.do == "match":
            self._ask_in_time(show, seconds, moved=moved)
        else:
            self._came = False
        return moved

    def _hear(self, show: Following, *, moved: bool) -> None:
        """Let the class's match sound; nothing while it stands."""
        match = show.match
        if not moved or match is None or self.do != "match":
            if self._ear is not None:
                self.stage.voice.hush()
                self._ear = None
            return
        if self._ear is None or self._ear[0] is not match.playing:
            self._ear = match.playing, Ear(self.stage.voice)
            self._ear[1].skip(match.match, match.playing.live.notes)
        self._ear[1].hear(match.match, match.playing.live.notes)

    def _ask_in_time(self, show: Following, seconds: float, *, moved: bool) -> None:
        """At a moment the match came to by itself, stand a little, then ask; not after a step was taken back."""
        match, upcoming = show.match, show.next_act
        if match is None:
            return
        if moved and match.arrived:
            self._came, self._stood = True, 0.0
            self.desk.say({"do": "scene", "clock": match.clock, "score": match.score})
        self._stood += seconds
        asks = upcoming is not None and upcoming.do == "moment" and not match.playing.over
        if self._came and asks and self._stood > STANDS:
            self._came = False
            self.desk.say({"do": "next"})

    # — picture —

    def draw(self, canvas: pygame.Surface) -> None:
        """Dark, the list of keys, or the page of now; at the foot what the teacher must know."""
        state = self.state
        canvas.fill((0, 0, 0) if state and state["blank"] else theme.INK)
        if not state or state["blank"]:
            return
        brush, plain = (Brush(canvas, self.stage.say, scale) for scale in (self.scale, 1.0))
        box = canvas.get_rect().inflate(-2 * brush.space(MARGIN), -2 * brush.space(MARGIN))
        line = pygame.Rect(box.left, 0, box.width, round(1.5 * plain.px(TEXT)))
        line.bottom = canvas.get_height() - brush.space(8)
        box.height = line.top - brush.space(8) - box.top
        if self.keys:
            keys.draw_keys(brush, box)
            return
        if self.hands is not None:
            self.hands.draw(plain, line.inflate(0, brush.space(8)))
        else:
            said = theme.fitted(self._foot(), plain.px(TEXT), line.width)
            theme.write(canvas, said, line.midleft, pixels=plain.px(TEXT), anchor="midleft", ink=theme.MUTED)
        self.pictures.draw(brush, {**state, "left": self.desk.left()}, box)

    def _foot(self) -> str:
        said = self.stage.say
        return foot(said, self.desk, self.state, show=self.show, pending=self.pending, paused=self.paused)
