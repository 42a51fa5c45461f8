"""Where calls stand on the grass: aside of the men, below them, and never jumping while they are read."""

from __future__ import annotations

import pygame
import pytest

from game.screens.play.calls import Calls
from game.screens.play.facts import Card
from game.screens.play.hud import Shown
from game.screens.play.paper import Paper
from game.screens.play.playing import Playing
from game.screens.play.view import Extras, View

SPEECH = [("Captain", "We need one. Keep going!"), ("Coach", "Back to your post!")]
CAPTIONS = ["[crowd] groans"]


@pytest.fixture
def canvas() -> pygame.Surface:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    return pygame.Surface((1280, 720), depth=32)


def called(playing: Playing, loud: str = "") -> Shown:
    """A frame in which everybody calls at once."""
    return Shown(
        moment=playing.live.moment(),
        need="",
        cards=(Card("you", ()), Card("behind", ())),
        chances=None,
        numbers=False,
        mood="",
        keys=(),
        status=(),
        speech=SPEECH,
        captions=CAPTIONS,
        call="Throw-in Alderbrook",
        loud=loud,
    )


@pytest.mark.parametrize("crowded", ["midtop", "midbottom", "bottomleft", "topright"])
def test_calls_stand_where_nobody_is(playing: Playing, canvas: pygame.Surface, crowded: str) -> None:
    pitch = pygame.Rect(200, 64, 880, 620)
    there = pygame.Rect(0, 0, 200, 80)
    setattr(there, crowded, getattr(pitch, crowded))
    crowd = [(x, y) for x in range(there.left, there.right, 25) for y in range(there.top, there.bottom, 25)]
    paper = Paper(canvas, 1.0)
    Calls().draw(paper, called(playing, "Goal!"), pitch, crowd)
    assert len(paper.written) == 5
    for word, box in paper.written:
        assert pitch.contains(box), word
        assert not any(box.collidepoint(each) for each in crowd), word


def test_a_call_does_not_jump_while_it_is_read(playing: Playing, canvas: pygame.Surface) -> None:
    pitch, calls, told, seen = pygame.Rect(200, 64, 880, 620), Calls(), called(playing), []
    for crowd in ([], [pitch.midbottom, (pitch.centerx, pitch.bottom - 30)]):
        paper = Paper(canvas, 1.0)
        calls.draw(paper, told, pitch, crowd)
        seen.append(paper.written)
    assert seen[0] == seen[1]


def test_no_call_hides_a_man(playing: Playing, canvas: pygame.Surface) -> None:
    view = View(playing, lambda key, **_: key)
    extras = Extras(speech=SPEECH, captions=CAPTIONS, loud="Goal! Okonjo-Bell")
    view.draw(canvas, extras, share=1.0, seconds=9.0)
    places, men = dict(view.written), playing.match.players
    hiding = {3: "Captain: We need one. Keep going!", 4: "Goal! Okonjo-Bell", 5: "[crowd] groans"}
    for slot, text in hiding.items():
        men[slot].x, men[slot].y = view.camera.spot(places[text].center)
    view.draw(canvas, extras, share=1.0, seconds=9.0)
    shirt = playing.programme.clubs[0].kit.shirt
    for text in hiding.values():
        x, y = dict(view.written)[text].center
        assert any(canvas.get_at((x + dx, y + dy))[:3] == shirt for dx in range(-6, 7) for dy in range(-6, 7)), text
