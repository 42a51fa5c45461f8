import pytest

from game.post import Post
from game.state import SIDE
from game.teams.formations import formation, formations


def test_the_five_formations_are_there() -> None:
    assert {"4-4-2", "4-3-3", "4-2-3-1", "3-5-2", "5-3-2"} <= set(formations())


@pytest.mark.parametrize("name", formations())
def test_every_formation_is_balanced_and_as_deep_as_its_name(name: str) -> None:
    slots = formation(name).slots
    assert len(slots) == SIDE
    assert slots[0].post == Post.GK.name
    assert sum(slot.width for slot in slots) == pytest.approx(0.0)
    assert {slot.depth for slot in slots} >= {-1.0, 0.0, 1.0}
    backs = sum(slot.depth <= 0.2 for slot in slots[1:])
    assert backs == int(name[0])


@pytest.mark.parametrize("name", formations())
def test_right_stands_right_and_left_stands_left(name: str) -> None:
    for slot in formation(name).slots:
        if slot.post.startswith("R"):
            assert slot.width < 0.0
        if slot.post.startswith("L"):
            assert slot.width > 0.0
