"""One test over every experiment: small, it runs, and its report says what it should."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from game.experiments.experiment import experiment, experiments
from game.experiments.finish import outcome, report
from game.experiments.kept import Kept
from game.experiments.report import page
from game.experiments.runner import play, prepare
from game.experiments.settings import settings_from

SMALL = {
    "late-deficit": ["minutes=93", "deficits=1,2"],
    "dose": ["orders=2"],
    "league": ["entrants=team-win; role-bound,DF=team-win", "minute=88"],
    "contracts": ["contracts=team-win,role-bound,goal-bonus", "fines=30"],
    "scoreline": ["leads=0,-1"],
    "score-effects": ["minute=88"],
    "push": ["seconds=30", "alone=1"],
    "comebacks": ["minute=88"],
}
"""Settings that make an experiment a matter of seconds; an experiment not named here is small as it is."""


@pytest.mark.parametrize("told", experiments(), ids=lambda told: told.name)
def test_every_experiment_says_what_it_asks_and_finds_an_answer(told):
    settings = settings_from(told.settings, SMALL.get(told.name, []), matches=2)
    run = prepare(told, settings, 1)
    with ThreadPoolExecutor(2) as executor:
        played = play(run, Kept(), executor, workers=2)
    findings = told.find(played, settings)
    text = page(report(run, played, findings))
    assert told.question.endswith("?")
    assert "\n" not in told.question
    assert findings.answer.endswith(".")
    assert outcome(findings)["tables"]
    assert "nan" not in findings.answer
    assert told.question.split()[0] in text


def test_every_figure_has_its_table_and_says_what_it_shows():
    told = experiment("late-deficit")
    settings = settings_from(told.settings, ["minutes=93"], matches=2)
    run = prepare(told, settings, 1)
    with ThreadPoolExecutor(2) as executor:
        findings = told.find(play(run, Kept(), executor, workers=2), settings)
    for section in findings.sections:
        assert (section.figure is None) or section.table is not None
        assert (section.figure is None) or len(section.figure.alt) > 20


def test_cells_of_an_experiment_differ_and_have_the_same_keys():
    for told in experiments():
        cells = told.cells(settings_from(told.settings, SMALL.get(told.name, []), matches=2))
        assert len({tuple(cell.keys.values()) for cell in cells}) == len(cells), told.name
        assert len({tuple(cell.keys) for cell in cells}) == 1, told.name


def test_an_unknown_experiment_is_answered_with_the_nearest():
    with pytest.raises(KeyError, match=r"did you mean 'late-deficit'.*dilemma experiment"):
        experiment("late-deficits")
