from pathlib import Path

import pytest

from game.policies import registry
from game.policies.final import Final
from game.policies.registry import KINDS, Policy, find, policies, policy

FILE = '''
from game.policies import policy

@policy(kind="contract")
def hat_trick(final):
    """Paid for three goals of his own."""
    return 1.0 if final.his_goals >= 3 else 0.0
'''


@pytest.fixture
def list_left_alone():
    """Takes policies a test registers off the list again."""
    before = {each.name for each in policies()}
    yield
    for name in {each.name for each in policies()} - before:
        del registry._known[name]


def test_the_list_holds_team_win_and_role_bound_and_something_of_every_kind() -> None:
    names = {each.name: each.kind for each in policies()}
    assert names["team-win"] == "team-win"
    assert names["role-bound"] == "role-bound"
    assert set(names.values()) == set(KINDS)


def test_every_policy_file_holds_the_one_policy_it_is_named_after() -> None:
    files = {path.stem.replace("_", "-") for path in Path(registry.__file__).parent.glob("*.py")}
    homes = {each.name: registry._home(each) for each in policies()}
    walked = {name: home for name, home in homes.items() if home.startswith("game.policies.")}
    assert len(walked) == len(set(walked.values())) == len(files & set(walked))
    for name, home in walked.items():
        assert home.rpartition(".")[2].replace("_", "-") == name


def test_an_unknown_policy_is_answered_with_the_nearest() -> None:
    with pytest.raises(KeyError, match="did you mean 'team-win'"):
        find("team-wins")


def test_a_plain_function_joins_the_list_and_can_be_written_anew(list_left_alone: None) -> None:
    def two_clear_goals(final: Final) -> float:
        """Paid for a margin of two."""
        return float(final.margin >= 2)

    assert policy(kind="contract")(two_clear_goals) is two_clear_goals
    assert find("two-clear-goals") == Policy(
        "two-clear-goals", "contract", "Paid for a margin of two.", payoff=two_clear_goals
    )
    assert policy(kind="baseline")(two_clear_goals) is two_clear_goals
    assert find("two-clear-goals").kind == "baseline"


def test_a_name_that_is_taken_is_refused() -> None:
    def team_win(final: Final) -> float:
        """Another one."""
        return 0.0

    with pytest.raises(ValueError, match=r"a policy 'team-win' already, in game.policies.team_win"):
        policy(kind="contract")(team_win)


def test_a_function_of_something_else_is_refused() -> None:
    def odd(match: object, side: int) -> float:
        """Takes too much."""
        return 0.0

    with pytest.raises(ValueError, match=r"takes \(match, side\); a payoff takes \(final\)"):
        policy(kind="contract")(odd)


def test_a_policy_without_a_docstring_is_refused() -> None:
    with pytest.raises(ValueError, match="has no docstring"):
        policy(kind="contract")(lambda final: 0.0)


def test_an_unknown_kind_is_answered_with_the_nearest() -> None:
    with pytest.raises(KeyError, match="did you mean 'contract'"):
        policy(kind="contracts")


def test_a_policy_file_is_used_by_its_path_and_stays_off_the_list(tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text(FILE)
    found = find(str(path))
    assert found.name == "hat-trick"
    assert found.payoff is not None
    assert found.payoff(Final(4, 0, 3)) == 1.0
    assert found.name not in {each.name for each in policies()}
    assert find(str(path)).name == "hat-trick"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = 1\n", "defines 0 policies; a policy file holds one"),
        (FILE + FILE.replace("hat_trick", "double"), "defines 2 policies"),
        ("def broken(:\n", "line 1: invalid syntax"),
    ],
)
def test_a_policy_file_that_is_not_one_is_refused_in_a_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "mine.py"
    path.write_text(text)
    with pytest.raises(ValueError, match=said):
        find(str(path))


def test_a_missing_policy_file_is_named() -> None:
    with pytest.raises(ValueError, match=r"no policy file nowhere\.py"):
        find("nowhere.py")
