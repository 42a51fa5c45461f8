"""The firm in a real window with real keys: from the title to the owner's desk, an office and the counter, and back.

Skipped where there is no virtual display; CI installs one.
"""

import pytest

from game.screens.language import LANGUAGES, Language
from tests.screens.seat import Seat, is_possible

pytestmark = pytest.mark.skipif(not is_possible(), reason="needs Xvfb and xdotool (apt-get install xvfb xdotool)")

TO_FIRM = ("Tab",) * 5  # from Play
TO_RUN = ("Tab",) * 4  # from the firm chosen: two departments and the world between
DOORS = ("firm.paying_title", "firm.be_sales", "firm.be_production", "firm.be_credit")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_desk_of_the_firm_is_reached_with_keys_alone(tmp_path, language):
    say = Language(language)
    told = f'{{"version": 1, "seen_tutorial": true, "job": "post", "language": "{language}"}}'
    (tmp_path / "settings.json").write_text(told)
    with Seat(tmp_path) as seat:
        seat.sit()
        seat.wait_for(say("shell.name"))
        seat.press(*TO_FIRM)
        seat.press_until("Return", say("firm.title"))
        for nth, door in enumerate(DOORS):
            if nth:
                seat.press("Tab")
            seat.press("Return")
            seat.wait_for(say(door))
            if door == DOORS[0]:
                seat.press(*TO_RUN, "Return")
            seat.press_until("Escape", say("firm.title"))
        assert seat.said() == ""
