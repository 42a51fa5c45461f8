import json
import time

import pytest

from game.cli.app import run
from game.firm import years
from game.firm.loading import load


@pytest.mark.parametrize("kind", ["products", "credit"])
def test_a_firm_can_be_simulated_as_json(kind, capsys):
    assert run(["firm", kind, "--years", "60", "--no-bonus", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    first = told["tables"]["what-the-firm-earns-in-a-year"]
    assert {row["policies"]: row["years"] for row in first}["role-bound"] == 60
    assert first[1]["from_firm_win_high"] < 0


def test_pay_is_told_in_tables(capsys):
    assert run(["firm", "pay", "--years", "20"]) == 0
    told = capsys.readouterr().out
    assert "0.28571" in told
    assert "84 %" in told.replace("\N{NO-BREAK SPACE}", " ")


def test_a_folder_gets_a_report_with_figures_and_tables(tmp_path, capsys):
    asked = ["firm", "products", "--years", "30", "--no-bonus", "--set", "meetings=0", "--mix", "units"]
    assert run([*asked, "--out", str(tmp_path)]) == 0
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "dilemma firm products --firm bicycles --years 30 --seed 1 --no-bonus --mix units --set meetings=0" in page
    assert "data:image/svg+xml" in page
    assert (tmp_path / "tables" / "what-the-firm-earns-in-a-year.csv").exists()
    assert json.loads((tmp_path / "summary.json").read_text())["answer"] in page.replace("&#39;", "'")
    assert capsys.readouterr().out.endswith("report.html\n")


def test_the_same_seed_tells_the_same(capsys):
    found = []
    for _ in range(2):
        assert run(["firm", "products", "--years", "20", "--seed", "9", "--no-bonus", "--json"]) == 0
        found.append(json.loads(capsys.readouterr().out)["tables"])
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["products", "--firm", "bicycle"], "did you mean 'bicycles'?"),
        (["products", "--firm", "desk"], "dilemma firm credit --firm desk"),
        (["credit", "--firm", "pay"], "is about pay, not a firm"),
        (["pay", "--figures", "desk"], "give a file of kind 'pay'"),
        (["products", "--years", "1"], "give 2 or more"),
        (["products", "--seed", "-1"], "seed"),
        (["products", "--set", "city.cost=-1"], "give 0 or more"),
        (["products", "--set", "city.market=1"], "nobody pays more than"),
        (["products", "--set", "products=[]"], "give at least 1"),
        (["products", "--mix", "firm-wim"], "did you mean 'firm-win'?"),
        (["credit", "--mix", "revenue"], "policy for business"),
        (["credit", "--set", "rate_low=0.9"], "below rate_low"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(arguments, complaint, capsys):
    assert run(["firm", *arguments]) == 2
    told = capsys.readouterr()
    assert complaint in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""


@pytest.mark.parametrize("name", ["bicycles", "desk"])
def test_ten_thousand_years_of_a_setting_take_less_than_five_seconds_of_work(name):
    begun = time.process_time()
    years.simulate(load(name), "role-bound", 10_000, seed=5)
    assert time.process_time() - begun < 5.0
