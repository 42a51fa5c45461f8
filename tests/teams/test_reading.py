"""Every wrong file, the line it gets, and that it is one line."""

import re
from pathlib import Path

import pytest

from game.assets import asset
from game.teams.formations import formation
from game.teams.scenarios import scenario
from game.teams.squads import squad

SCENARIO = asset("scenarios", "late-deficit.toml").read_text()
SQUAD = asset("squads", "alderbrook.toml").read_text()
FORMATION = asset("formations", "4-4-2.toml").read_text()
ELEVEN = "1, 2, 4, 5, 3, 7, 8, 14, 11, 9"


def refused(door, folder: Path, text: str) -> str:
    """What `door` says about a file holding `text`."""
    path = folder / "x.toml"
    path.write_text(text)
    with pytest.raises((ValueError, KeyError)) as caught:
        door(str(path))
    said = str(caught.value)
    assert "\n" not in said
    assert said.startswith("x.toml")
    return said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title = .*\n", "", ": title is missing"),
        ("minute =", "minutes =", ", line 3: minutes is no field; did you mean minute?"),
        ("\\[home\\]", "[hoem]", ", line 14: hoem is no field; did you mean home? (and 1 more)"),
        ('"85:00"', '"8500"', ', line 3: minute: \'8500\' is no minute; write 85, 85.5, "85:30" or "90+2"'),
        ('"85:00"', "130", ', line 3: minute: 130 is past the end; a match starts before minute 90, or at "90+2"'),
        ('"85:00"', "-3", ', line 3: minute: -3 is no minute; write 85, 85.5, "85:30" or "90+2"'),
        ("score = .*", "score = [0]", ", line 4: score 2 is missing"),
        ("score = .*", "score = [0, 11]", ", line 4: score 2 is 11, should be less than or equal to 9"),
        ("score = .*", 'score = ["0", 1]', ", line 4: score 1 is '0', should be a whole number"),
        ("score = .*", "score = 3", ", line 4: score is 3, should be a list in brackets"),
        ('"5:00"', '"5+1"', ", line 5: added: '5+1' has a plus; write a length as 5 or \"5:30\""),
        ('ball = "home"', 'ball = "hom"', ", line 6: ball is 'hom', should be 'home' or 'away'"),
        ('"RB"', '"AM"', ", line 7: controlled: no post in the home side's formation called 'AM'"),
        ('"throw-in"', '"throwin"', ", line 11: restart kind is 'throwin', should be 'throw-in', "),
        ("-34.0", "-94.0", ", line 12: restart at: [-12.0, -94.0] is off the pitch; it reaches"),
        ("alderbrook", "alderbroo", ", line 15: home squad: no squad called 'alderbroo'; did you mean 'alderbrook'?"),
        ('"alderbrook"', "3", ", line 15: home squad is 3, should be text in quotes"),
        ("squad = .*\n", "", ", line 14: home squad is missing"),
        ("4-4-2", "4-4-3", ", line 16: home formation: no formation called '4-4-3'; did you mean '4-4-2'?"),
        ("role-bound", "role-bond", ", line 17: home mix: no policy called 'role-bond'; did you mean 'role-bound'?"),
        ('"role-bound"', '"blind,RV=blind"', ", line 17: home mix: no post or line called 'RV'; did you mean 'RW'?"),
        ("\n\\[away", "lineup = [1, 2]\n\n[away", ", line 18: home lineup: 2 players; a side is 11"),
        ("\n\\[away", f"lineup = [{ELEVEN}, 12]\n\n[away", ", line 18: home lineup: 2 keepers; a side has one"),
        ("\n\\[away", f"lineup = [{ELEVEN}, 18, 6]\n\n[away", ", line 18: home lineup: 12 players; a side is 11"),
        ("\n\\[away", "bench = [2]\n\n[away", "home bench: number 2 stands in the lineup and sits on the bench"),
        (
            "\n\\[away",
            "freshness = 1.5\n\n[away",
            ", line 18: home freshness is 1.5, should be less than or equal to 1",
        ),
        ("\n\\[away", 'needs = "wins"\n\n[away', ', line 18: home needs: \'wins\' is no aim; write "win", "draw"'),
        ("\n\\[away", "needs = [1]\n\n[away", ", line 18: home needs: [1] is no aim"),
        (
            "score",
            'competition.kind = "cups"\nscore',
            "competition kind: no competition called 'cups'; did you mean 'cup'?",
        ),
        ("score", "competition.first_leg = [1, 2]\nscore", "a league match has no first leg"),
        ("score", 'law_year = "2019/20"\nscore', ", line 4: law_year: no law year called '2019/20'"),
        ("score", "seed = -1\nscore", ", line 4: seed is -1, should be greater than or equal to 0"),
        (
            "score",
            "home_advantage = 2.0\nscore",
            ", line 4: home_advantage is 2.0, should be less than or equal to 0.5",
        ),
        ("score", "x = \nscore", " is not TOML: Invalid value (at line 4, column 5)"),
    ],
)
def test_a_wrong_scenario_gets_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in refused(scenario, tmp_path, re.sub(old, lambda _: new, SCENARIO, count=1))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("pace = 57", "pace = 157", ", line 8: players 3 pace is 157, should be less than or equal to 100"),
        ("pace = 57", 'pace = "57"', ", line 8: players 3 pace is '57', should be a whole number"),
        ("pace = 57, ", "", ", line 8: players 3 pace is missing"),
        ("pace = 57", "pase = 57", ", line 8: players 3 pase is no field; did you mean pace? (and 1 more)"),
        ("number =  5", "number =  4", "number 4 is worn by 2 players"),
        ("  { number =  5.*\n", "", ", line 5: players has 17 entries; it needs 18"),
        ('"LB"', '"LBB"', ", line 10: players 5 post: no post called 'LBB'; did you mean 'LB'?"),
        ("#c8102e", "red", ", line 27: kit shirt is 'red', string should match pattern"),
        ('"disc"', '"discs"', ", line 30: kit shape is 'discs', should be 'disc', 'square', 'diamond' or 'shield'"),
        ("short = .*\n", "", ": short is missing"),
    ],
)
def test_a_wrong_squad_gets_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in refused(squad, tmp_path, re.sub(old, new, SQUAD, count=1))


def test_a_squad_without_a_keeper_is_refused(tmp_path: Path) -> None:
    assert "a squad needs a keeper" in refused(squad, tmp_path, SQUAD.replace('"GK"', '"CB"'))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"RW"', '"GK"', ": GK stands in slot 1, 6; a formation has one keeper, in slot 1"),
        ('"GK"', '"CB"', ": GK stands in slot nowhere; a formation has one keeper, in slot 1"),
        ("  .*RW.*\n", "", ", line 2: slots has 10 entries; it needs 11"),
        ("(  .*RW.*\n)", r"\1\1", ", line 2: slots has 12 entries; it needs 11"),
        ("depth =  0.55", "depth = 1.55", ", line 8: slots 6 depth is 1.55, should be less than or equal to 1"),
        ("depth =  0.55", "depth = -0.5", "slot 6 has depth -0.5; the keeper's is -1, the others' 0 to 1"),
        ('"RW"', '"RWB"', ", line 8: slots 6 post: no post called 'RWB'; did you mean 'RW'?"),
    ],
)
def test_a_wrong_formation_gets_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in refused(formation, tmp_path, re.sub(old, new, FORMATION, count=1))


def test_a_file_that_is_not_there_or_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"no file .*nowhere\.toml; write the path"):
        scenario(str(tmp_path / "nowhere.toml"))
    (tmp_path / "x.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ValueError, match=r"x\.toml cannot be read"):
        scenario(str(tmp_path / "x.toml"))
    with pytest.raises(ValueError, match="cannot be read"):
        scenario(f"{tmp_path}/")


def test_an_edited_file_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(SCENARIO)
    assert scenario(str(path)).score == (0, 1)
    path.write_text(SCENARIO.replace("[0, 1]", "[2, 3]"))
    assert scenario(str(path)).score == (2, 3)


def test_an_unknown_scenario_is_answered_with_the_nearest() -> None:
    with pytest.raises(KeyError, match="did you mean 'late-deficit'\\? \\(see: dilemma scenarios\\)"):
        scenario("late-deficits")
