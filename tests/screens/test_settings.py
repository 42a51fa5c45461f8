import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.screens.saves import Saves, home_folder
from game.screens.settings import ALLOWED, Settings, load_settings

kept = st.builds(
    Settings,
    **{name: st.sampled_from(values) for name, values in ALLOWED.items()},
    volume_master=st.floats(0, 1),
    mute=st.booleans(),
    keys=st.dictionaries(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=2), max_size=3),
)


@given(kept)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_settings_come_back_as_they_were_kept(tmp_path: Path, own: Settings) -> None:
    assert own.keep(Saves(tmp_path))
    assert load_settings(Saves(tmp_path)) == own


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b'"x"', b'{"version": 99}', b'{"version": "1"}', b"\xff\x00", b'{"version": 1, "text": 3}',
     b'{"version": 1, "mute": 1}', b'{"version": 1, "keys": {"push": 3}}', b'{"version": 1, "volume_master": 7}'],
)  # fmt: skip
def test_damaged_settings_are_put_aside_and_told(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(damage)
    saves = Saves(tmp_path)
    assert load_settings(saves) == Settings()
    assert [key for key, _ in saves.troubles] == ["trouble_damaged"]
    [aside] = tmp_path.glob("settings.json.bak-*")
    assert aside.read_bytes() == damage


def test_the_backup_steps_in_for_damaged_settings(tmp_path: Path) -> None:
    for text in (150, 175):
        Settings(text=text).keep(Saves(tmp_path))
    (tmp_path / "settings.json").write_bytes(b"{")
    assert load_settings(Saves(tmp_path)).text == 150


def test_fields_of_another_version_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"version": 1, "text": 200, "hat": "green"}))
    assert load_settings(Saves(tmp_path)).text == 200


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_nobody_may_write_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    saves = Saves(tmp_path / "deep")
    assert not Settings().keep(saves)
    assert saves.troubles[0][0] == "trouble_not_kept"


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    saves = Saves(tmp_path / "file")
    assert not Settings().keep(saves)
    assert saves.troubles[0][0] == "trouble_not_kept"


def test_the_folder_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DILEMMA_HOME", str(tmp_path))
    assert home_folder() == tmp_path
