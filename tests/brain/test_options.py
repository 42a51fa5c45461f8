from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.brain.options import choose, floored, lean, put, wipe
from game.intent import Intent
from game.record import blank
from game.state import NOBODY, OPTIONS, Match, Notes

stakes = st.floats(0, 1)


def page(values: list[float]) -> Notes:
    """A page with one option a value."""
    notes = blank(Notes)
    wipe(notes)
    for value in values:
        put(notes, Intent.HOLD, -1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, value)
    return notes


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=20))
def test_without_noise_the_best_is_chosen_and_the_first_of_equals(values: list[float]) -> None:
    assert choose(blank(Match), page(values), 3, 0.0, 1.0) == values.index(max(values))


def test_nothing_is_chosen_from_an_empty_page() -> None:
    assert choose(blank(Match), page([]), 3, 0.0, 1.0) == NOBODY


def test_noise_decides_between_equals_and_not_between_good_and_bad() -> None:
    """A thousand draws of ±3.46 standard deviations at most, so 10 against 0.001 never loses."""
    match = blank(Match)
    chosen = []
    for tick in range(1000):
        match.tick = tick
        chosen.append(choose(match, page([0.0, 0.0]), 3, 0.001, 1.0))
        assert choose(match, page([0.0, 10.0]), 3, 0.001, 1.0) == 1
    # 500 ± 16 of a fair coin: outside 400 … 600 once in 10^9
    assert 400 < sum(chosen) < 600


def test_a_man_goes_on_judging_as_he_did_for_a_while() -> None:
    match = blank(Match)
    for begins in range(0, 400, 20):
        chosen = set()
        for tick in range(begins, begins + 20):
            match.tick = tick
            chosen.add(choose(match, page([0.0, 0.0]), 3, 0.001, 20.0))
        assert len(chosen) == 1


def test_a_full_page_takes_no_more() -> None:
    assert page([1.0] * (OPTIONS + 5)).weighed == OPTIONS


@given(stakes, stakes, stakes)
def test_a_floored_stake_is_never_below_its_share_of_the_other(stake: float, other: float, floor: float) -> None:
    assert floored(stake, other, floor) >= stake
    assert floored(stake, other, floor) >= floor * other
    assert floored(stake, other, 0.0) == stake


@given(stakes, stakes)
def test_lean_runs_from_all_back_to_all_forward(score: float, concede: float) -> None:
    player = blank(Match).players[0]
    player.score, player.concede = score, concede
    assert -1.0 <= lean(player) <= 1.0
    player.score, player.concede = concede, score
    mirrored = lean(player)
    player.score, player.concede = score, concede
    assert lean(player) == pytest.approx(-mirrored, abs=1e-12)
