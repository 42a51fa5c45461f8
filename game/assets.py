"""Where the files that come with the game lie: scenarios, squads, words, pictures."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_IN_WHEEL = _PACKAGE / "assets"
_IN_CHECKOUT = _PACKAGE.parent / "assets"


def asset(*parts: str) -> Path:
    """The path of a file or folder below `assets/`, as in `asset("scenarios", "x.toml")`.

    Works from an installed wheel and from a checkout. Nothing is opened, and the path need not
    exist: who reads it knows better how to name what is missing. With no parts, the folder itself.
    """
    root = _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT
    return root.joinpath(*parts)
