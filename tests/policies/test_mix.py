import pytest

from game.policies.mix import mix
from game.post import LINES, Post


def names(text: str) -> dict[str, str]:
    return {post.name: held.name for post, held in mix(text).items()}


def test_one_policy_is_every_posts() -> None:
    assert set(names("team-win").values()) == {"team-win"}
    assert set(mix("team-win")) == set(Post)


def test_exceptions_go_to_a_post_or_a_whole_line() -> None:
    got = names("role-bound,RB=team-win,FW=blind")
    assert got["RB"] == "team-win"
    assert got["LB"] == got["GK"] == got["CM"] == "role-bound"
    assert all(got[post.name] == "blind" for post in LINES["FW"])


@pytest.mark.parametrize("text", ["blind,DF=role-bound,RB=team-win", "blind, RB=team-win, DF=role-bound"])
def test_a_post_stands_above_its_line_in_any_order(text: str) -> None:
    got = names(text)
    assert (got["RB"], got["LB"], got["CB"]) == ("team-win", "role-bound", "role-bound")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("team-wins", "no policy called 'team-wins'; did you mean 'team-win'"),
        ("role-bound,RV=team-win", "no post or line called 'RV'; did you mean 'RW'"),
        ("role-bound,RB=team-wins", "did you mean 'team-win'"),
        ("RB=team-win", "has no default"),
        ("", "a mix is one policy"),
        ("role-bound,", "a mix is one policy"),
        ("role-bound,team-win", "a mix is one policy"),
        ("role-bound,RB=team-win,RB=blind", "names RB twice"),
        ("role-bound,RB=", "no policy called ''"),
    ],
)
def test_a_bad_mix_is_refused_in_a_line(text: str, said: str) -> None:
    with pytest.raises((ValueError, KeyError), match=said) as caught:
        mix(text)
    assert "\n" not in str(caught.value)
