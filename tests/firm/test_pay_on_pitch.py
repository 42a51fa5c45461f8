"""Pay on the pitch: what theory.md §5(3) says a footballer does who is one goal down."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.dilemma import bonus
from game.dilemma.bonus import Contract
from game.firm.loading import load_pay
from game.firm.pay_on_pitch import contracts_section, fines_section, goes_at, share_with_blame
from game.screens.language import Language

ROOM = load_pay()
ENGLISH = Language("en")
FATAL = 1 / 3  # of a draw, at factors of 2 and 4
RESULT, *SHARES, CLEAN_SHEET, CONCEDED, SCORED, PROXY = contracts_section(ROOM, ENGLISH).table.rows


def test_the_fatal_fine_is_the_one_of_the_closed_form():
    push = ROOM.push.model_dump(exclude={"moved_factor"})
    assert bonus.fatal_fine_at_the_whistle(**push) == pytest.approx(FATAL, abs=1e-6)
    assert "0.333" in fines_section(ROOM, ENGLISH).paragraphs[0]


@settings(max_examples=15)
@given(st.integers(1, 12), st.floats(0.0, 0.05))
def test_an_equal_share_with_ones_own_fine_is_the_whole_with_a_fine_that_many_times_as_large(players, blame):
    whole = Contract(win=3, draw=1, per_goal_conceded=players * blame)
    assert goes_at(share_with_blame(players, blame), ROOM.push) == pytest.approx(goes_at(whole, ROOM.push), abs=1e-4)


def test_the_more_share_the_later_a_blamed_player_goes_and_from_some_size_on_never():
    minutes = [RESULT[1], *(row[1] for row in SHARES)]
    assert minutes == sorted(minutes, reverse=True)
    assert (minutes[-1] == 0) == (max(ROOM.departments) * ROOM.blame >= FATAL)


def test_paid_for_a_part_he_goes_never_or_always_whatever_the_world():
    assert CONCEDED[1:] == (0, 0)
    assert SCORED[1:] == (math.inf, math.inf)
    assert CLEAN_SHEET[1:] == RESULT[1:]


def test_the_stand_in_for_the_result_turns_over_when_the_world_moves():
    assert PROXY[1:] == (0, math.inf)
    assert 0 < RESULT[1] < RESULT[2] < math.inf
