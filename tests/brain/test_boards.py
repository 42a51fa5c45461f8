"""Every board in boards/, and the reader of boards."""

from __future__ import annotations

import pytest

from tests.boards import LUCKS, Board, again, lay, names, read
from tests.brain.sentences import comes_out


@pytest.mark.parametrize("name", [name for name in names() if read(name).then])
def test_a_board_comes_out(name: str) -> None:
    board = read(name)
    start = lay(board)
    plays = [again(start, seed).play(board.seconds) for seed in range(LUCKS)]
    came = {sentence: sum(comes_out(play, sentence) for play in plays) for sentence in board.then}
    assert min(came.values()) >= board.wanted, f"{board.title}: {came}, wanted {board.wanted} of {LUCKS}"


def test_a_spot_is_where_it_is_drawn() -> None:
    spots = read("open_goal").spots
    assert spots["J"] == (44.5, 0.0)  # told exactly
    assert spots["a"] == pytest.approx((28.0, 20.0), abs=2.0)  # half a character


def test_a_sentence_nobody_can_read_is_refused() -> None:
    play = lay(read("open_goal"))
    with pytest.raises(ValueError, match="nobody can read 'then: J dances'"):
        comes_out(play, "J dances")


def test_a_board_is_tried_on_as_many_lucks_as_all_others() -> None:
    with pytest.raises(ValueError, match="not 3"):
        _ = Board("Odd", {}, {"in": "2 of 3"}, []).wanted
