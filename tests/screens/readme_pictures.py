"""Makes the pictures of README.md: `python -m tests.screens.readme_pictures`, to be run when engine or look changed.

assets/pictures/play.png is the right back pushing in late-deficit; match.gif the best chance of a match of the machine.
"""

from __future__ import annotations

import os
import sys

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

from pathlib import Path

import pygame

from game.assets import asset
from game.events import Action
from game.fixture import Fixture
from game.match import run_on
from game.record import blank
from game.screens.film import make_film
from game.screens.language import Language
from game.screens.play import cards
from game.screens.play.actions import Action as Key
from game.screens.play.asked import Asked
from game.screens.play.captions import Caps
from game.screens.play.dressing import dress
from game.screens.play.playing import Playing
from game.screens.play.speech import Speech
from game.screens.play.view import Extras, View
from game.state import TICKS_PER_SECOND, Notes
from game.teams.kick_off import kick_off

SCENARIO, SEED = "late-deficit", 5
SEEN = 7  # seed of the picture: three against three behind him, captain and coach disagree
PLAYED, PUSHED_AT = 15 * TICKS_PER_SECOND, 6 * TICKS_PER_SECOND
SIZE = (1280, 720)
FILMED, LED_IN = 14.0, 10.0  # s of the film, and of it before the chance
WIDE, FPS = 800, 10
CHANCES = {int(Action.SHOT), int(Action.GOAL)}


def picture(path: Path) -> Path:
    """The match as somebody plays it."""
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    say, playing = Language("en"), Playing(Fixture(SCENARIO), seed=SEEN)
    dress(playing, 0, say)
    view = View(playing, say, display="mood")
    speech = Speech(playing.slot, "post")
    for tick in range(PLAYED):
        playing.tick(Asked(push=tick > PUSHED_AT))
        speech.look(playing.match, playing.setup, view.told, pushing=playing.pushing, needed=0)
    caps = Caps(say, {}, toggle=False)
    extras = Extras(
        need=cards.stakes_of(playing, say),
        keys=caps.playing("keys", has_ball=False),
        status=(("", say("match.speed", times="1")), caps.one(Key.PAUSE, "keys"), caps.one(Key.HELP, "keys")),
        speech=[(say(f"match.{line.who}"), say(f"match.{line.key}")) for line in speech.shown(int(playing.match.tick))],
        rating=playing.rating.value,
    )
    canvas = pygame.Surface(SIZE, depth=32)
    view.draw(canvas, extras, share=1.0, seconds=9.0)
    pygame.image.save(canvas, str(path))
    return path


def best_chance() -> float:
    """Seconds after the start at which the best chance of the match came."""
    match, setup = kick_off(SCENARIO, seed=SEED)
    notes, begun = blank(Notes), int(match.tick)
    best, when = -1.0, 0
    while not match.clock.over:
        run_on(match, setup, notes, 30 * TICKS_PER_SECOND)
        for event in (notes.events[nth] for nth in range(int(notes.count))):
            if int(event.action) in CHANCES and float(event.worth) > best:
                best, when = float(event.worth), int(event.tick)
        notes.count = 0
    return (when - begun) / TICKS_PER_SECOND


def film(path: Path) -> Path:
    """The seconds round the best chance."""
    start = max(0.0, best_chance() - LED_IN)
    return make_film(
        SCENARIO, home=None, away=None, seed=SEED, out=path, start=start, seconds=FILMED, fps=FPS, width=WIDE
    )


if __name__ == "__main__":
    for written in (picture(asset("pictures", "play.png")), film(asset("pictures", "match.gif"))):
        sys.stdout.write(f"{written}\n")
