"""What a library says on standard error while a device is opened."""

import os

import pytest

from game.screens.sound.quiet import quiet


def test_nothing_said_within_reaches_standard_error_and_all_said_after_does(capfd: pytest.CaptureFixture[str]) -> None:
    with quiet():
        os.write(2, b"ALSA lib confmisc.c: cannot find card\n")
    os.write(2, b"after\n")
    assert capfd.readouterr().err == "after\n"


def test_an_error_within_comes_out_and_standard_error_is_back(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(OSError, match="no device"), quiet():
        raise OSError("no device")
    os.write(2, b"after\n")
    assert capfd.readouterr().err == "after\n"
