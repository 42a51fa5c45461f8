"""What a player has set, kept between starts; a value that is none becomes the usual one."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, get_type_hints

from game.screens.language import LANGUAGES, own_language
from game.screens.saves import Saves

NAME = "settings"
TEXT_SIZES = (100, 125, 150, 175, 200)  # %
RATES = (30, 60)  # pictures a second
WIN_DISPLAYS = ("off", "mood", "numbers")
JOBS = ("post", "stop", "win")
LEVELS = ("easy", "fair", "hard")
KIT_PAIRS = 4
SIZES = ((1024, 576), (1280, 720), (1600, 900), (1920, 1080), (2560, 1440), (3840, 2160))  # px of a window
ALLOWED: Mapping[str, tuple[object, ...]] = {
    "language": tuple(LANGUAGES),
    "text": TEXT_SIZES,
    "fps": RATES,
    "win_display": WIN_DISPLAYS,
    "kits": tuple(range(KIT_PAIRS)),
    "job": ("", *JOBS),
    "level": LEVELS,
}


@dataclass
class Settings:
    """Volumes are shares of full volume; `keys` maps an action's name to the names of its keys."""

    language: str = field(default_factory=own_language)
    text: int = 100
    volume_master: float = 0.8
    volume_effects: float = 1.0
    volume_crowd: float = 0.6
    mute: bool = False
    captions: bool = True
    reduce_motion: bool = False
    push_toggle: bool = False
    kits: int = 0
    win_display: str = "mood"
    fps: int = 60
    full_screen: bool = False
    width: int = 1280
    height: int = 720
    keys: dict[str, list[str]] = field(default_factory=dict)
    job: str = ""
    seen_tutorial: bool = False
    level: str = "fair"
    slow_moments: bool = True
    show_space: bool = True
    show_way_back: bool = True
    show_lane: bool = True

    @property
    def scale(self) -> float:
        """Text size as a factor."""
        return self.text / 100

    def keep(self, saves: Saves) -> bool:
        """Write them down; False, and a trouble told, where the disk refuses."""
        return saves.keep(NAME, dataclasses.asdict(self))


def load_settings(saves: Saves) -> Settings:
    """The settings kept, or the usual ones; a damaged file is put aside and told in `saves.troubles`."""
    found = saves.find(NAME, check=_check)
    if found is None:
        return Settings()
    known = {each.name for each in dataclasses.fields(Settings)}
    return Settings(**{name: value for name, value in found.items() if name in known})


def _check(content: Mapping[str, Any]) -> None:
    """ValueError for a field that cannot be what it is."""
    kinds = get_type_hints(Settings)
    for name in kinds.keys() & content.keys():
        value = content[name]
        if name == "keys":
            _check_keys(value)
        elif kinds[name] is float:
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
                raise ValueError(f"{name} is a share from 0 to 1, not {value!r}")
        elif type(value) is not kinds[name]:
            raise ValueError(f"{name} cannot be {value!r}")
        if name in ALLOWED and value not in ALLOWED[name]:
            raise ValueError(f"{name} is one of {ALLOWED[name]}, not {value!r}")


def _check_keys(keys: object) -> None:
    named = isinstance(keys, dict) and all(
        isinstance(names, list) and all(isinstance(each, str) for each in names) for names in keys.values()
    )
    if not named:
        raise ValueError("keys map an action to a list of key names")
