import shlex
from concurrent.futures import ThreadPoolExecutor

import pytest

from game.cli.app import run as obey
from game.experiments.experiment import experiment
from game.experiments.finish import command, facts
from game.experiments.kept import Kept
from game.experiments.runner import play, prepare
from game.experiments.settings import settings_from
from tests.experiments.toy import TOY, ToySettings


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("late-deficit", ["minutes=85,93", "rivals=team-win,GK=role-bound"]),
        ("league", ["entrants=team-win;role-bound,DF=team-win"]),
        ("scoreline", ["leads=0"]),
        ("scoreline", []),
    ],
)
def test_the_command_in_a_report_asks_for_the_same_settings(name, written):
    told = experiment(name)
    settings = settings_from(told.settings, written, matches=7)
    words = shlex.split(command(prepare(told, settings, 4)))
    assert words[:7] == ["dilemma", "experiment", name, "--matches", "7", "--seed", "4"]
    assert words[7::2] == ["--set"] * len(written)
    assert settings_from(told.settings, words[8::2], matches=7) == settings


def test_facts_say_how_many_matches_in_how_many_cells():
    run = prepare(TOY, ToySettings(matches=5), 1)
    with ThreadPoolExecutor(1) as executor:
        told = facts(run, play(run, Kept(), executor, workers=1))
    assert told["Played"].startswith("20 matches in 3 cells")
    assert told["Arms"] == "1, 2, 3"
    assert "Match time" not in told  # the toy's rows have none


def test_an_experiment_of_nothing_is_refused(capsys):
    assert obey(["experiment", "scoreline", "--set", "leads=[]"]) == 2
    assert "leads names nothing" in capsys.readouterr().err
