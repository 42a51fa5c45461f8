"""Pictures of every kind of moment, judged by the pixels that matter."""

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from game.brain.explain import Thought
from game.intent import Intent
from game.screens import draw_hud, picture, theme
from game.screens.camera import ZOOMS
from game.screens.draw_players import draw_chosen
from game.screens.moment import Look, Moment, watched
from game.screens.news import News
from game.screens.scene import scene
from game.state import NOBODY, Match, Restart

Moments = Callable[[Match], Moment]
SIZES = [(320, 180), (1024, 576), (1024, 768), (1280, 720), (1920, 1080)]
OPTIONS = [
    Thought(Intent.PASS, 9, 4.0, -5.0, 0.62, 0.031, 0.012, 0.0123, True),
    Thought(Intent.CARRY, NOBODY, -25.0, -22.0, 0.9, 0.011, 0.012, -0.0023, False),
    Thought(Intent.CLEAR, NOBODY, 30.0, 10.0, 0.3, 0.0, 0.2, -0.2, False),
]


def drawn(moment: Moment, look: Look | None = None, size: tuple[int, int] = (1280, 720)) -> pygame.Surface:
    surface = pygame.Surface(size, depth=32)
    look = look or Look(panels=False)
    picture.draw(surface, moment, look, OPTIONS if look.thinking else ())
    return surface


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


@pytest.mark.parametrize("kind", list(Restart))
def test_every_stoppage_is_named(match: Match, moment_of: Moments, kind: Restart) -> None:
    match.dead.kind, match.dead.side = kind, 1
    moment = moment_of(match)
    said = draw_hud.stoppage(moment)
    if kind is Restart.NONE:
        assert said == ""
    elif kind in (Restart.INTERVAL, Restart.DROPPED):
        assert said
    else:
        assert said.endswith("Away")
    drawn(moment)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("zoom", range(len(ZOOMS)))
def test_every_overlay_draws_at_every_size(match: Match, moment_of: Moments, size: tuple[int, int], zoom: int) -> None:
    look = Look(thinking=True, wants=True, shape=True)
    look.camera.zoom = zoom
    plain = Look()
    plain.camera.zoom = zoom
    assert pixels(drawn(moment_of(match), look, size)) != pixels(drawn(moment_of(match), plain, size))


def test_who_was_sent_off_is_not_drawn(match: Match, moment_of: Moments) -> None:
    look = Look(panels=False)
    with_him = drawn(moment_of(match), look)
    at = look.camera.screen(match.players[16].x, match.players[16].y)
    match.players[16].on = 0
    without = drawn(moment_of(match), look)
    assert with_him.get_at(at) != without.get_at(at)
    assert without.get_at(at)[:3] in (theme.TURF, theme.TURF_LIGHT)


def test_a_ball_in_the_air_rises_above_its_shadow(match: Match, moment_of: Moments) -> None:
    match.ball.x, match.ball.y, match.ball.carrier = 0.0, 25.0, NOBODY
    look = Look(panels=False)
    low = drawn(moment_of(match), look)
    ground = look.camera.screen(0.0, 25.0)
    assert low.get_at(ground)[:3] == theme.WHITE
    match.ball.z = 6.0
    high = drawn(moment_of(match), look)
    assert high.get_at(ground)[:3] != theme.WHITE
    above = [high.get_at((ground[0], y))[:3] for y in range(ground[1] - 80, ground[1] - 10)]
    assert theme.WHITE in above


def test_the_carrier_wears_a_ring(match: Match, moment_of: Moments) -> None:
    ringed = pixels(drawn(moment_of(match)))
    match.ball.carrier = NOBODY
    assert pixels(drawn(moment_of(match))) != ringed


@pytest.mark.parametrize("change", ["yellow", "down_until", "breath"])
def test_cards_falls_and_short_breath_show(match: Match, moment_of: Moments, change: str) -> None:
    before = pixels(drawn(moment_of(match)))
    setattr(match.players[7], change, 0.1 if change == "breath" else 1)
    assert pixels(drawn(moment_of(match))) != before


def test_the_same_moment_gives_the_same_picture(match: Match, moment_of: Moments) -> None:
    moment = moment_of(match)
    assert pixels(drawn(moment, Look(shape=True))) == pixels(drawn(moment, Look(shape=True)))


def test_a_goal_is_told_across_the_pitch_for_a_while(match: Match, moment_of: Moments) -> None:
    news = (News(0, "86'", 0, "Goal · 9 Fanucchi", True),)
    moment = replace(moment_of(match), news=news)
    assert draw_hud.loud_news(moment) == news[0]
    match.tick = 400
    assert draw_hud.loud_news(moment) is None


def test_long_names_and_sentences_stay_apart(match: Match, moment_of: Moments) -> None:
    """Nothing in the top bar may run into the clock, however long the names are."""
    moment = moment_of(match)
    clubs = tuple(replace(club, name="Wolverhampton Wanderers Athletic") for club in moment.programme.clubs)
    programme = replace(moment.programme, clubs=clubs, title="A title " * 9, stakes="Stakes " * 40)
    for size in SIZES[1:]:
        short = drawn(moment, size=size)
        long = drawn(replace(moment, programme=programme), size=size)
        middle = pygame.Rect(0, 0, size[0] // 12, round(40 * theme.unit(size)))
        middle.midtop = (size[0] // 2, 0)
        assert pixels(short.subsurface(middle)) == pixels(long.subsurface(middle))


def test_the_mind_shown_is_the_chosen_players_then_the_carriers(match: Match, moment_of: Moments) -> None:
    look = Look()
    assert watched(moment_of(match), look) == 1
    look.chosen = 14
    assert watched(moment_of(match), look) == 14
    match.players[14].on = 0
    assert watched(moment_of(match), look) == 1


def test_a_trail_and_tails_are_drawn(match: Match, moment_of: Moments) -> None:
    moment = moment_of(match)
    trail = [(-31.0 + step, -20.0 + step, 0.0) for step in range(8)]
    tails = [[(x, y), (x + 3, y + 3)] for x, y in zip(moment.scene.x, moment.scene.y, strict=True)]
    plain = pixels(drawn(moment))
    assert pixels(drawn(replace(moment, trail=trail))) != plain
    assert pixels(drawn(replace(moment, tails=tails))) != plain


def test_scene_of_a_whole_side_sent_off_still_draws(match: Match, moment_of: Moments) -> None:
    for slot in range(11, 22):
        match.players[slot].on = 0
    match.ball.carrier = match.ball.last = NOBODY
    drawn(moment_of(match), Look(thinking=True, wants=True, shape=True))
    assert scene(match).on[11:] == [0] * 11


def test_words_on_the_pitch_grow_with_the_text_size(match: Match, moment_of: Moments) -> None:
    heights = []
    for text in (1.0, 2.0):
        look, moment = Look(thinking=True, panels=False, text=text), moment_of(match)
        drawn(moment, look)
        slot = watched(moment, look)
        name = draw_chosen(
            pygame.Surface((1280, 720)), look.camera, moment.scene, slot=slot, name="Seven", unit=1.0, text=text
        )
        heights.append(name.height)
    assert heights[1] > 1.6 * heights[0]
    small, large = (picture.stage((1024, 576), text=text) for text in (1.0, 2.0))
    assert large.top > small.top
    assert large.bottom == small.bottom
