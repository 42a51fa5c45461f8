import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.cli.app import run
from game.experiments.experiment import experiments
from game.match import ENGINE

ROOT = Path(__file__).parents[2]
SMALL = ("--set", "minutes=93", "--set", "deficits=1", "--set", "chunk_seconds=400")


def rows_in(folder):
    """The lines of rows.csv by column."""
    with (folder / "rows.csv").open(newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The folder of an undisturbed run of 30 matches on one thread."""
    folder = tmp_path_factory.mktemp("whole") / "out"
    assert run(["experiment", "late-deficit", *SMALL, "--matches", "30", "--workers", "1", "--out", str(folder)]) == 0
    return folder


def ran(capsys, *arguments):
    """What `dilemma experiment late-deficit ARGUMENTS --json` prints."""
    assert run(["experiment", "late-deficit", *SMALL, *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys, *arguments):
    """The one line on stderr with which `dilemma experiment ARGUMENTS` ends, exit code 2."""
    assert run(["experiment", *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1, said.err
    return said.err


def test_alone_it_lists_all_experiments_a_line_each(capsys):
    assert run(["experiment"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [each.name for each in experiments()]
    assert all(line.endswith("?") for line in lines)


def test_the_folder_holds_rows_tables_figures_summary_and_report(capsys, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "out"
    told = ran(capsys, "--matches", "6", "--out", str(out))
    lines = rows_in(out)
    assert len(lines) == told["matches"] == parquet.read_table(out / "rows.parquet").num_rows
    assert {"minute", "deficit", "home", "seed", "home_goals", "away_xg"} <= set(lines[0])
    assert {line["home"] for line in lines} == {"team-win", "role-bound"}
    summary = json.loads((out / "summary.json").read_text())
    assert summary["answer"] == told["answer"]
    assert summary["tables"] == told["tables"]
    assert told["answer"].split(",")[0] in (out / "report.html").read_text()
    for slug in told["tables"]:
        assert (out / "tables" / f"{slug}.csv").exists()
        assert (out / "figures" / f"{slug}.png").exists()


def test_both_sides_meet_the_same_luck(whole):
    lines = rows_in(whole)
    seeds = {home: [line["seed"] for line in lines if line["home"] == home] for home in ("team-win", "role-bound")}
    assert seeds["team-win"] == seeds["role-bound"]


def test_a_run_in_two_parts_ends_as_one_on_any_number_of_workers(capsys, tmp_path, whole):
    parts = tmp_path / "parts"
    ran(capsys, "--matches", "5", "--workers", "2", "--out", str(parts))
    twice = ran(capsys, "--matches", "30", "--workers", "2", "--out", str(parts))
    for name in ("rows.csv", "rows.parquet", "report.html"):
        assert (whole / name).read_bytes() == (parts / name).read_bytes()
    assert twice["resumed"] > 0
    assert json.loads((whole / "summary.json").read_text())["tables"] == twice["tables"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("late-deficits",), "no experiment called 'late-deficits'; did you mean 'late-deficit'? (see: dilemma exp"),
        (("late-deficit", "--matches", "0"), "matches must be 1 to"),
        (("late-deficit", "--set", "minute=85"), "no setting called 'minute'; did you mean 'minutes'?"),
        (("late-deficit", "--set", "rivals=team-wins"), "no policy called 'team-wins'"),
        (("late-deficit", "--set", "deficits=12"), "late-deficit with score"),
        (("late-deficit", "--workers", "0"), "workers must be 1 to"),
        (("late-deficit", "--seed", "-1"), "a seed is a whole number"),
        (("late-deficit", "--engine", "dusk"), "did you mean 'dask'?"),
    ],
)
def test_bad_input_is_answered_in_one_line(capsys, arguments, said):
    assert said in refused(capsys, *arguments)


def test_a_folder_of_another_run_is_left_alone(capsys, tmp_path, whole):
    out = tmp_path / "out"
    shutil.copytree(whole, out)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    here = ("late-deficit", *SMALL, "--matches", "30", "--out", str(out))
    assert "ask for at least as many" in refused(capsys, "late-deficit", *SMALL, "--matches", "4", "--out", str(out))
    assert "seed is 1 there and 2 here" in refused(capsys, *here, "--seed", "2")
    assert "settings.rivals" in refused(capsys, *here, "--set", "rivals=team-win")
    assert "experiment is" in refused(capsys, "dose", "--out", str(out))
    assert "holds something else" in refused(capsys, "dose", "--out", str(tmp_path))
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_rows_of_another_engine_are_refused(capsys, tmp_path, whole):
    out = tmp_path / "out"
    shutil.copytree(whole, out)
    summary = json.loads((out / "summary.json").read_text())
    summary["setup"]["engine"] = ENGINE - 1
    (out / "summary.json").write_text(json.dumps(summary))
    here = ("late-deficit", *SMALL, "--matches", "30", "--out", str(out))
    assert f"engine is {ENGINE - 1} there and {ENGINE} here" in refused(capsys, *here)


@pytest.mark.skipif(os.name == "nt", reason="sends the signals of POSIX terminals")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_an_experiment_cut_short_goes_on_to_the_same_rows(capsys, tmp_path, whole, sent):
    cut = tmp_path / "cut"
    command = [sys.executable, "-m", "game", "experiment", "late-deficit", *SMALL, "--matches", "30", "--out", str(cut)]
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    while len(list((cut / "rows").glob("0*.npy"))) < 3:
        assert running.poll() is None, running.stderr.read()
        time.sleep(0.01)
    running.send_signal(sent)
    _, said = running.communicate(timeout=60)
    assert not (cut / "report.html").exists(), "it was over before it was stopped"
    if sent == signal.SIGINT:
        assert running.returncode == 130
        assert f"and kept in {cut}; the same command goes on from there" in said
    again = ran(capsys, "--matches", "30", "--out", str(cut))
    assert again["resumed"] > 0
    for name in ("rows.csv", "rows.parquet"):
        assert (whole / name).read_bytes() == (cut / name).read_bytes()
