import itertools

import pytest

from game.screens import theme
from game.screens.programme import AWAY_KIT, HOME_KIT, away_kit, family_name, keeper_kits
from game.screens.theme import Kit
from game.teams.squads import squad, squads


def strip(name: str) -> Kit:
    worn = squad(name).kit
    shirt, number, trim = (theme.colour(code) for code in (worn.shirt, worn.number, worn.trim))
    return Kit(shirt, number, trim, worn.shape)


@pytest.mark.parametrize(("home", "away"), list(itertools.product(squads(), repeat=2)))
def test_any_two_squads_differ_in_lightness_and_in_shape(home: str, away: str) -> None:
    hosts = strip(home)
    visitors = away_kit(hosts, strip(away))
    assert theme.contrast(hosts.shirt, visitors.shirt) >= 2.2
    assert hosts.shape != visitors.shape


@pytest.mark.parametrize(("home", "away"), list(itertools.product(squads(), repeat=2)))
def test_numbers_read_on_every_shirt(home: str, away: str) -> None:
    hosts = strip(home)
    visitors = away_kit(hosts, strip(away))
    for kit in (hosts, visitors, *keeper_kits(hosts, visitors)):
        assert theme.contrast(kit.shirt, kit.number) >= 3.0
        assert max(theme.contrast(ink, theme.TURF) for ink in (kit.shirt, kit.rim)) >= 3.0


def test_kits_that_differ_are_left_alone() -> None:
    assert away_kit(HOME_KIT, AWAY_KIT) == AWAY_KIT


def test_keepers_wear_neither_sides_shirt() -> None:
    hosts, visitors = keeper_kits(HOME_KIT, AWAY_KIT)
    assert len({hosts.shirt, visitors.shirt, HOME_KIT.shirt, AWAY_KIT.shirt}) == 4


def test_a_family_name_is_all_but_the_first() -> None:
    assert family_name("Rafael Quintero Paz") == "Quintero Paz"
    assert family_name("Ronaldinho") == "Ronaldinho"
    assert family_name("") == ""
