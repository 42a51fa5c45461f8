"""What must be told apart is told apart by every eye; text reads on what it stands on."""

import itertools

import pytest

from game.screens import theme
from game.screens.kits import PAIRS
from game.screens.play.hud import DRAW
from game.screens.settings import KIT_PAIRS
from game.screens.widgets.look import GRASS, SHADE
from tests.screens.colour import EYES, Lab, difference, seen

APART = 20.0


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, 2.5, 0.0), (56.0, -27.0, -3.0), 31.9030),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_difference_is_the_published_one(one: Lab, other: Lab, published: float) -> None:
    """Table 1 of Sharma, Wu, Dalal 2005; its figures have four places."""
    assert difference(one, other) == pytest.approx(published, abs=1e-4)


@pytest.mark.parametrize("eyes", EYES)
def test_the_two_sides_are_told_apart_by_every_eye(eyes: str) -> None:
    for name, home, away in PAIRS:
        assert difference(seen(home.shirt, eyes), seen(away.shirt, eyes)) > APART, name
        assert home.shape != away.shape


@pytest.mark.parametrize("eyes", EYES)
def test_every_shirt_or_its_rim_stands_out_from_the_grass(eyes: str) -> None:
    for name, home, away in PAIRS:
        for kit in (home, away):
            best = max(difference(seen(ink, eyes), seen(theme.TURF_LIGHT, eyes)) for ink in (kit.shirt, kit.rim))
            assert best > APART, name


@pytest.mark.parametrize("eyes", EYES)
def test_going_staying_danger_and_a_draw_are_told_apart_by_every_eye(eyes: str) -> None:
    steps = {"push": theme.AMBER, "stay": theme.SKY, "danger": theme.DANGER, "draw": DRAW}
    for (one, first), (other, second) in itertools.combinations(steps.items(), 2):
        assert difference(seen(first, eyes), seen(second, eyes)) > APART, (one, other)


@pytest.mark.parametrize("eyes", EYES)
def test_what_went_well_ill_or_neither_is_told_apart_in_a_thousand_marks(eyes: str) -> None:
    for one, other in itertools.combinations((theme.SKY, theme.TEXT, theme.DANGER), 2):
        assert difference(seen(one, eyes), seen(other, eyes)) > APART


@pytest.mark.parametrize("eyes", EYES)
def test_the_marks_over_the_player_stand_out_from_the_grass(eyes: str) -> None:
    for ink in (theme.AMBER, theme.SKY, theme.WHITE):
        for turf in (theme.TURF, theme.TURF_LIGHT):
            assert difference(seen(ink, eyes), seen(turf, eyes)) > APART


def test_marks_of_danger_have_the_contrast_of_marks() -> None:
    assert min(theme.contrast(theme.DANGER, ground) for ground in (theme.INK, theme.PANEL, theme.PLATE)) >= 3.0
    assert theme.contrast(theme.TEXT, theme.DANGER) >= 4.5  # numbers on the bar of chances


@pytest.mark.parametrize("eyes", EYES)
def test_danger_stands_out_from_what_it_is_drawn_on(eyes: str) -> None:
    for ground in (theme.INK, theme.PANEL, theme.PLATE):
        assert difference(seen(theme.DANGER, eyes), seen(ground, eyes)) > APART


def test_words_read_on_their_grounds() -> None:
    for ink, ground in (
        (theme.TEXT, theme.RAISED), (theme.MUTED, theme.PANEL), (theme.MUTED, theme.RAISED), (theme.AMBER, theme.INK),
        (theme.INK, theme.AMBER), (theme.AMBER, theme.RAISED), (theme.TEXT, SHADE),
    ):  # fmt: skip
        assert theme.contrast(ink, ground) >= 4.5
    assert theme.contrast(theme.TEXT, GRASS) >= 3.0


def test_numbers_read_on_their_shirts_and_there_are_as_many_pairs_as_settings() -> None:
    assert len(PAIRS) == KIT_PAIRS
    for _, home, away in PAIRS:
        for kit in (home, away):
            assert theme.contrast(kit.number, kit.shirt) >= 4.5
