"""The watching window, driven by real events on SDL's dummy driver."""

from collections.abc import Iterator

import pygame
import pytest

from game.match import tick
from game.record import blank
from game.screens.camera import ZOOMS
from game.screens.keys import CAPS, KEYS, Command
from game.screens.loop import SPEEDS
from game.screens.programme import programme_of
from game.screens.settings import Settings
from game.screens.sound.voice import Voice
from game.screens.watch import Watch, open_watch
from game.screens.window import Window
from game.state import NOBODY, Notes, fingerprint
from game.teams.kick_off import kick_off


@pytest.fixture
def watch() -> Iterator[Watch]:
    match, setup = kick_off("late-deficit", home="team-win", away="role-bound", seed=11)
    window = Window("test", (1024, 576))
    pygame.event.clear()
    yield Watch(window, match, setup, programme=programme_of("late-deficit", setup))
    window.close()


def press(watch: Watch, *keys: int) -> None:
    for key in keys:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, unicode=""))
    watch.frame(0.0)


def shown(watch: Watch) -> bytes:
    return pygame.image.tobytes(watch.window.canvas, "RGB")


@pytest.fixture(scope="module")
def prints() -> dict[int, str]:
    """Fingerprint of the match after each tick, played without a window."""
    match, setup = kick_off("late-deficit", home="team-win", away="role-bound", seed=11)
    notes = blank(Notes)
    after = {0: fingerprint(match)}
    begun = match.tick
    for _ in range(300):
        tick(match, setup, notes)
        after[int(match.tick - begun)] = fingerprint(match)
    return after


@pytest.mark.parametrize("fps", [30, 60, 144])
@pytest.mark.parametrize("speed", [0.25, 1.0, 4.0, 16.0])
def test_the_match_is_the_same_at_any_speed_and_frame_rate(
    watch: Watch, prints: dict[int, str], fps: int, speed: float
) -> None:
    watch.pace.speed = speed
    begun = watch.live.match.tick
    while watch.live.match.tick - begun < 120:
        watch.play(1 / fps)
    assert fingerprint(watch.live.match) == prints[int(watch.live.match.tick - begun)]


def test_looking_changes_nothing(watch: Watch, prints: dict[int, str]) -> None:
    begun = watch.live.match.tick
    press(watch, pygame.K_t, pygame.K_s, pygame.K_w, pygame.K_n, pygame.K_v)
    for _ in range(40):
        watch.frame(0.1)
    assert fingerprint(watch.live.match) == prints[int(watch.live.match.tick - begun)]


def test_space_pauses_and_a_step_is_one_tick(watch: Watch) -> None:
    press(watch, pygame.K_SPACE)
    now = watch.live.match.tick
    watch.frame(1.0)
    assert watch.live.match.tick == now
    press(watch, pygame.K_PERIOD)
    assert watch.live.match.tick == now + 1


def test_a_pause_keeps_the_picture(watch: Watch) -> None:
    watch.frame(0.2)
    press(watch, pygame.K_SPACE)
    still = shown(watch)
    watch.frame(0.5)
    assert shown(watch) == still


def test_restart_begins_the_same_match_again(watch: Watch, prints: dict[int, str]) -> None:
    for _ in range(10):
        watch.frame(0.1)
    press(watch, pygame.K_r)
    assert fingerprint(watch.live.match) == prints[0]
    watch.play(0.2)
    assert fingerprint(watch.live.match) == prints[4]


def test_speed_keys_go_up_and_down(watch: Watch) -> None:
    press(watch, *[pygame.K_RIGHTBRACKET] * 9)
    assert watch.pace.speed == SPEEDS[-1]
    press(watch, *[pygame.K_LEFTBRACKET] * 9)
    assert watch.pace.speed == SPEEDS[0]


def test_zoom_and_view_move_between_whole_and_following(watch: Watch) -> None:
    press(watch, pygame.K_v)
    assert watch.look.camera.zoom > 0
    press(watch, *[pygame.K_PLUS] * 9)
    assert watch.look.camera.zoom == len(ZOOMS) - 1
    press(watch, pygame.K_v)
    assert watch.look.camera.zoom == 0
    press(watch, pygame.K_v)
    assert watch.look.camera.zoom == len(ZOOMS) - 1
    press(watch, *[pygame.K_MINUS] * 9)
    assert watch.look.camera.zoom == 0


def test_a_click_on_a_player_asks_what_he_thinks(watch: Watch) -> None:
    watch.frame(0.0)
    player = watch.live.match.players[15]
    at = watch.look.camera.screen(player.x, player.y)
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=at))
    watch.frame(0.0)
    assert watch.look.chosen == 15
    assert watch.look.thinking
    press(watch, pygame.K_c)
    assert watch.look.chosen == NOBODY


def test_a_click_on_grass_chooses_nobody(watch: Watch) -> None:
    watch.frame(0.0)
    at = watch.look.camera.screen(51.0, -33.0)
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=at))
    watch.frame(0.0)
    assert watch.look.chosen == NOBODY


def test_next_goes_round_all_players(watch: Watch) -> None:
    seen = set()
    for _ in range(22):
        press(watch, pygame.K_TAB)
        seen.add(watch.look.chosen)
    assert seen == set(range(22))


def test_every_command_has_a_key(watch: Watch) -> None:
    assert set(KEYS.values()) == set(Command) == set(CAPS)
    for key in KEYS:
        press(watch, key)
    assert not watch.look.keys
    press(watch, pygame.K_ESCAPE)
    assert watch.done


def test_escape_closes_the_page_of_keys_first(watch: Watch) -> None:
    press(watch, pygame.K_F1)
    press(watch, pygame.K_ESCAPE)
    assert not watch.done
    press(watch, pygame.K_ESCAPE)
    assert watch.done


def test_the_page_of_keys_stops_the_match(watch: Watch) -> None:
    press(watch, pygame.K_F1)
    now = watch.live.match.tick
    watch.frame(0.2)
    assert watch.live.match.tick == now


def test_a_resized_window_is_drawn_to_its_new_size(watch: Watch) -> None:
    pygame.display.set_mode((1280, 800), pygame.RESIZABLE)
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=(1280, 800), w=1280, h=800))
    watch.frame(0.05)
    assert watch.window.canvas.get_size() == (1280, 800)


def test_after_the_final_whistle_the_window_stays(watch: Watch) -> None:
    watch.live.match.clock.over = 1
    now = watch.live.match.tick
    watch.frame(0.2)
    assert watch.live.match.tick == now


def test_a_closed_window_ends_the_watching() -> None:
    pygame.display.init()
    pygame.time.set_timer(pygame.QUIT, 300, loops=1)
    open_watch("late-deficit", home=None, away=None, seed=1)
    assert not pygame.display.get_init()


def test_the_match_is_heard_until_it_stands_still_or_m_is_pressed(watch: Watch) -> None:
    voice = Voice(Settings(language="en"))
    assert voice.ready.wait(20.0)
    loud = Watch(watch.window, watch.live.match, watch.live.setup, programme=watch.live.programme, voice=voice)
    for _ in range(20):
        loud.play(0.1)
    assert voice.level > 0.0
    assert pygame.mixer.Channel(0).get_busy()
    press(loud, pygame.K_m)
    assert voice.settings.mute
    assert pygame.mixer.Channel(0).get_volume() == 0.0
    press(loud, pygame.K_m, pygame.K_SPACE)
    assert voice.level == 0.0
    voice.close()
