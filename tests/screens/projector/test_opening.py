from pathlib import Path

import pygame

from game.screens.language import Language
from game.screens.projector.opening import Lectern
from game.screens.saves import Saves
from game.screens.settings import Settings
from game.screens.stage import Screen
from game.screens.window import Window


def test_a_class_goes_on_in_its_language_when_settings_are_kept(tmp_path: Path) -> None:
    stage = Lectern(Window("test"), saves=Saves(tmp_path), settings=Settings(language="en", mute=True))
    stage.say = Language("es")
    stage.go(Screen())
    for key in (pygame.K_m, pygame.K_F11, pygame.K_F11):
        stage.take(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
        assert stage.say.code == "es"
    assert stage.settings.language == "en"
    stage.close()
