import shutil
import subprocess
import sys
from pathlib import Path

import game.assets
from game.assets import asset

CHECKOUT = Path(__file__).parents[1]
FACES = {"PIL", "gymnasium", "matplotlib", "pettingzoo", "pygame", "rich", "starlette", "typer"}


def test_a_checkout_reads_its_own_assets_and_no_installed_copy() -> None:
    assert asset() == CHECKOUT / "assets"
    assert asset("scenarios", "late-deficit.toml") == CHECKOUT / "assets/scenarios/late-deficit.toml"


def test_an_installed_package_reads_the_assets_it_carries(tmp_path: Path) -> None:
    package = tmp_path / "game"
    (package / "assets" / "scenarios").mkdir(parents=True)
    (tmp_path / "assets").mkdir()
    shutil.copy(game.assets.__file__, package)
    (package / "__init__.py").touch()

    found = python("from game.assets import asset; print(asset('scenarios'))", tmp_path)

    assert Path(found) == (package / "assets" / "scenarios").resolve()


def test_importing_the_game_loads_no_library_of_the_faces() -> None:
    loaded = python(f"import sys, game; print(*({FACES} & set(sys.modules)))", CHECKOUT)

    assert loaded == ""


def python(source: str, folder: Path) -> str:
    """What `source` prints when a fresh interpreter runs it from `folder`."""
    done = subprocess.run([sys.executable, "-c", source], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
