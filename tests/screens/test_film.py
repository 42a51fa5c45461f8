from pathlib import Path

import pygame
import pytest
from PIL import Image, ImageSequence

from game.match import play
from game.record import copy
from game.screens.film import film, make_film, strip
from game.screens.live import Live
from game.screens.programme import plain_programme
from game.state import DT, Match, Setup, fingerprint
from game.teams.kick_off import kick_off


@pytest.fixture
def late() -> tuple[Match, Setup]:
    return kick_off("late-deficit", home="team-win", away="role-bound", seed=5)


def test_a_gif_lasts_as_long_as_asked_for(late: tuple[Match, Setup], tmp_path: Path) -> None:
    out = film(*late, tmp_path / "x.gif", seconds=2, fps=10, size=(480, 270))
    with Image.open(out) as animation:
        assert animation.size == (480, 270)
        assert animation.info["loop"] == 0
        shown = [frame.info["duration"] for frame in ImageSequence.Iterator(animation)]
    assert sum(shown) == 2000  # ms; pictures that do not differ are held longer
    assert min(shown) == 100


def test_a_folder_gets_numbered_pictures(late: tuple[Match, Setup], tmp_path: Path) -> None:
    film(*late, tmp_path / "frames", seconds=1, fps=5, size=(480, 270))
    names = sorted(path.name for path in (tmp_path / "frames").iterdir())
    assert names == [f"{nth:05d}.png" for nth in range(5)]
    assert pygame.image.load(tmp_path / "frames" / "00004.png").get_size() == (480, 270)


def test_a_strip_is_one_sheet(late: tuple[Match, Setup], tmp_path: Path) -> None:
    out = strip(*late, tmp_path / "x.png", frames=5, every=0.5, size=(320, 200))
    width, height = pygame.image.load(out).get_size()
    assert width >= 3 * 320
    assert height >= 2 * 200


def test_who_comes_on_for_another_has_a_way_of_his_own(late: tuple[Match, Setup]) -> None:
    match, setup = late
    live = Live(match, setup, plain_programme(setup), tail=20)
    for _ in range(5):
        live.tick()
    match.players[5].y += 30.0 if match.players[5].y < 0.0 else -30.0
    for _ in range(3):
        live.tick()
    assert [len(live.tails[slot]) for slot in (5, 6)] == [3, 8]


@pytest.mark.parametrize(("fps", "speed"), [(20, 1.0), (10, 1.0), (7, 2.0), (30, 0.5)])
def test_filming_plays_the_very_match(late: tuple[Match, Setup], tmp_path: Path, fps: int, speed: float) -> None:
    match, setup = late
    plain = copy(match)
    film(match, setup, tmp_path / "x.gif", seconds=2, fps=fps, size=(320, 180), speed=speed)
    play(plain, setup, seconds=float(match.tick - plain.tick) * DT)
    assert fingerprint(match) == fingerprint(plain)


def test_a_scenario_is_filmed_by_name(tmp_path: Path) -> None:
    out = make_film("late-deficit", out=tmp_path / "y.gif", seed=2, start=1.0, seconds=1.0, width=480)
    with Image.open(out) as animation:
        assert animation.size == (480, 270)


def test_the_same_film_is_the_same_file(tmp_path: Path) -> None:
    one, two = (
        make_film("late-deficit", out=tmp_path / name, seed=2, seconds=0.5, width=320).read_bytes()
        for name in ("one.gif", "two.gif")
    )
    assert one == two


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"seconds": 0.0}, "seconds is 0; choose 0.1 to 600"),
        ({"fps": 0}, "fps is 0; choose 1 to 50"),
        ({"width": 5}, "width is 5; choose 320 to 3840"),
        ({"start": -1.0}, "start is -1; choose 0 to 7200"),
    ],
)
def test_values_out_of_range_are_refused(tmp_path: Path, wrong: dict[str, float], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        make_film("late-deficit", out=tmp_path / "x.gif", **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["x.gif", "x.png", "frames"])
def test_a_place_that_cannot_be_written_is_refused_at_once(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ValueError, match="cannot be written"):
        make_film("late-deficit", out=tmp_path / "file" / name, seed=1)


def test_a_film_ends_with_the_match(late: tuple[Match, Setup], tmp_path: Path) -> None:
    match, setup = late
    match.clock.over = 1
    before = fingerprint(match)
    film(match, setup, tmp_path / "x.gif", seconds=5, fps=10, size=(320, 180))
    assert fingerprint(match) == before
