from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.brain.explain import explain
from game.match import decide
from game.state import SLOTS, fingerprint
from tests.boards import FOR_EVER, LETTERS, START, Play, lay, read
from tests.brain.scattered import situations


@settings(max_examples=30)
@given(situations, st.integers(0, SLOTS - 1))
def test_what_is_explained_is_what_he_then_wants(play: Play, slot: int) -> None:
    match = play.match
    match.tick = START + 1  # a tick in which nobody reads the game anew
    for other in range(SLOTS):
        match.players[other].think_at = START if other == slot else FOR_EVER
    told = explain(match, play.setup, slot)
    assert [thought.chosen for thought in told] == [True] + [False] * (len(told) - 1)
    values = [thought.value for thought in told[1:]]
    assert values == sorted(values, reverse=True)
    decide(match, play.setup, play.notes)
    want = match.players[slot].want
    assert (want.kind, want.x, want.y) == (told[0].kind, told[0].x, told[0].y)


@settings(max_examples=30)
@given(situations, st.integers(0, SLOTS - 1))
def test_asking_changes_nothing(play: Play, slot: int) -> None:
    before = fingerprint(play.match)
    first = explain(play.match, play.setup, slot)
    assert explain(play.match, play.setup, slot) == first
    assert fingerprint(play.match) == before


def test_a_man_who_is_not_there_thinks_nothing() -> None:
    play = lay(read("open_goal"))
    assert explain(play.match, play.setup, LETTERS.index("K")) == []


@pytest.mark.parametrize("slot", [-1, SLOTS])
def test_there_are_twenty_two_slots(slot: int) -> None:
    play = lay(read("open_goal"))
    with pytest.raises(ValueError, match="slots are 0 to 21"):
        explain(play.match, play.setup, slot)


def test_what_is_told_of_the_away_side_is_in_the_pitchs_frame() -> None:
    play = lay(read("back_pass"))
    play.play(1.0)
    for thought in explain(play.match, play.setup, LETTERS.index("d")):
        assert thought.x > 0.0  # he stays in his own half, which is the right one
