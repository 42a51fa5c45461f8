import pytest

from game.policies.names import UnknownName, unknown


def test_the_nearest_name_is_suggested_whatever_its_case() -> None:
    said = str(unknown("policy", "Team-Wins", ["role-bound", "team-win"], see="dilemma policies"))
    assert said == "no policy called 'Team-Wins'; did you mean 'team-win'? (see: dilemma policies)"


def test_all_names_are_listed_when_none_is_near() -> None:
    assert str(unknown("post", "zzz", ["GK", "CB"])) == "no post called 'zzz'; there are: GK, CB"


@pytest.mark.parametrize("kind", [KeyError, ValueError, UnknownName])
def test_an_unknown_name_is_caught_as_either_error_a_door_raises(kind: type[Exception]) -> None:
    with pytest.raises(kind):
        raise unknown("post", "zzz", ["GK"])
