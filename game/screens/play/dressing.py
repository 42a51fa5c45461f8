"""Both sides in the pair of kits the person chose: what every eye can tell apart, whatever the clubs wear at home."""

from __future__ import annotations

from dataclasses import replace

from game.screens.kits import PAIRS
from game.screens.language import Language
from game.screens.play.playing import Playing
from game.screens.programme import Programme, keeper_kits, told_in


def dressed(programme: Programme, pair: int) -> Programme:
    """`programme` with both sides in pair number `pair`."""
    _, home, away = PAIRS[pair % len(PAIRS)]
    keepers = keeper_kits(home, away)
    hosts, visitors = programme.clubs
    clubs = replace(hosts, kit=home, keeper=keepers[0]), replace(visitors, kit=away, keeper=keepers[1])
    return replace(programme, clubs=clubs)


def dress(playing: Playing, pair: int, say: Language | None = None) -> None:
    """Let the match of `playing` be shown in pair number `pair`, and told in the language of `say`."""
    told = dressed(playing.programme, pair)
    if say is not None:
        told = told_in(told, say, playing.told.name)
    playing.programme = playing.live.programme = told
