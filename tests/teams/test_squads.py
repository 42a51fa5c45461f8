from collections import Counter

import pytest

from game.post import Post
from game.record import blank
from game.state import SQUAD, Man
from game.teams.squads import ATTRIBUTES, squad, squads

KITS = {(worn.kit.shirt, worn.kit.shape) for worn in map(squad, squads())}


def quality(name: str) -> float:
    """Mean attribute of the outfield players."""
    men = [man for man in squad(name).players if man.post != "GK"]
    return sum(getattr(man, each) for man in men for each in ATTRIBUTES) / len(men) / len(ATTRIBUTES)


@pytest.mark.parametrize("name", squads())
def test_every_squad_covers_every_post_with_eighteen_numbered_men(name: str) -> None:
    read = squad(name)
    assert len(set(read.numbers)) == len({man.name for man in read.players}) == SQUAD
    posts = Counter(man.post for man in read.players)
    assert set(posts) == set(Post.__members__)
    assert posts["GK"] == 2


def test_the_default_squads_are_equal_man_for_man() -> None:
    ours, theirs = squad("alderbrook").players, squad("farrowdale").players
    for mine, his in zip(ours, theirs, strict=True):
        same = {"number", "post", *ATTRIBUTES}
        assert mine.model_dump(include=same) == his.model_dump(include=same)
        assert mine.name != his.name


def test_one_squad_is_stronger_and_one_weaker() -> None:
    assert quality("averne") > quality("alderbrook") + 5.0
    assert quality("pentlow") < quality("alderbrook") - 5.0


def test_no_two_squads_look_alike() -> None:
    assert len(KITS) == len({shape for _, shape in KITS}) == len(squads())


@pytest.mark.parametrize("name", squads())
def test_bodies_stay_within_what_was_measured(name: str) -> None:
    for written in squad(name).players:
        man = blank(Man)
        written.write(man)
        assert man.number == written.number
        assert Post(man.post).name == written.post
        assert all(0.0 <= getattr(man, each) <= 1.0 for each in ATTRIBUTES)
        assert 7.5 <= man.top_speed <= 9.0
        assert 4.0 <= man.push_off <= 5.2


def test_an_unknown_squad_is_answered_with_the_nearest() -> None:
    with pytest.raises(KeyError, match="no squad called 'alderbroo'; did you mean 'alderbrook'"):
        squad("alderbroo")
