from pathlib import Path

import pygame
import pytest

from game.screens import theme
from game.screens.language import LANGUAGES, areas, words


def test_contrast_of_black_and_white_is_the_published_twenty_one() -> None:
    assert theme.contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21.0)
    # WCAG's own example of the least grey that passes on white
    assert theme.contrast((0x76, 0x76, 0x76), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("ink", [theme.TEXT, theme.MUTED, theme.AMBER, theme.SKY])
@pytest.mark.parametrize("ground", [theme.INK, theme.PANEL, theme.PLATE])
def test_text_reads_on_every_ground_it_stands_on(ink: theme.Colour, ground: theme.Colour) -> None:
    assert theme.contrast(ink, ground) >= 4.5


def test_lines_read_on_both_stripes() -> None:
    assert min(theme.contrast(theme.LINE, turf) for turf in (theme.TURF, theme.TURF_LIGHT)) >= 3


BROWSED = ("class", "firm_report", "phone", "report")  # areas a browser writes, with typefaces of its own


@pytest.mark.parametrize("bold", [False, True])
def test_the_typeface_has_every_letter_that_is_written(bold: bool) -> None:
    said = [
        word for code in LANGUAGES for area in areas(code) if area not in BROWSED for word in words(code, area).values()
    ]
    letters = set("".join(said) + "–—−·…’×½°éáíñóúüÁÑ¿¡0123456789%+'") - set(" \n\u202f\u00a0↑↓←→")  # arrows are drawn
    for letter in letters:
        assert theme.lettering(letter, 20, theme.TEXT, bold=bold).get_bounding_rect().size != (0, 0), letter


def test_digits_are_equally_wide_so_that_the_clock_stands_still() -> None:
    assert len({theme.width_of(digit, 26, bold=True) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("width", [5, 40, 90, 400])
def test_fitted_text_fits(width: int) -> None:
    shown = theme.fitted("League points: a draw is not enough", 15, width)
    assert theme.width_of(shown, 15) <= max(width, theme.width_of("…", 15))


def test_a_colour_that_is_none_is_named() -> None:
    assert theme.colour("#FF8000") == (255, 128, 0)
    with pytest.raises(ValueError, match="#RRGGBB, not 'red'"):
        theme.colour("red")


def test_a_label_stays_inside_the_surface() -> None:
    surface = pygame.Surface((200, 100), depth=32)
    for at in ((0, 0), (200, 100), (500, -40)):
        assert surface.get_rect().contains(theme.label(surface, "Okoro", at, pixels=14))


def test_without_its_typeface_the_game_still_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "NotoSans-Bold.ttf").write_bytes(b"no font")
    monkeypatch.setattr(theme, "asset", lambda *parts: tmp_path / parts[-1])
    for bold in (False, True):
        assert theme.font.__wrapped__(20, bold).size("Okoro")[0] > 0
