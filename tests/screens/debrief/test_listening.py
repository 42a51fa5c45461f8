import gc
import threading
import time

from game.fixture import Fixture
from game.screens.debrief.listening import debriefed
from game.screens.play.asked import Asked
from game.screens.play.playing import Playing
from game.teams.scenarios import variant


def match():
    return Playing(Fixture(variant("late-deficit", minute="89:30", added=0.5)), seed=5)


def thinkers():
    return [thread for thread in threading.enumerate() if thread.name.startswith("futures")]


def test_staying_and_every_decision_is_thought_over_while_the_match_goes_on():
    playing = match()
    after = debriefed(playing)
    while len(playing.decisions) < 2:
        playing.tick(Asked(push=playing.match.tick < 200))
    thinking = after(playing.played()).desk.thinking
    assert len(thinking.asked) >= 3
    thinking.cancel()
    assert not thinkers()


def test_a_match_given_up_is_thought_about_no_more():
    playing = match()
    debriefed(playing)
    assert thinkers()
    del playing
    gc.collect()
    until = time.monotonic() + 5
    while thinkers() and time.monotonic() < until:
        time.sleep(0.01)
    assert not thinkers()
