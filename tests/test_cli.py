import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.cli.app import run

ROOT = Path(__file__).parents[1]
SHORT = ROOT / "tests" / "short.toml"


@pytest.fixture
def short(tmp_path):
    """A scenario of one's own that is over in seconds of match time."""
    path = tmp_path / "short.toml"
    path.write_text(SHORT.read_text())
    return str(path)


def refused(capsys, *arguments):
    """The one line on stderr with which `dilemma ARGUMENTS` ends, exit code 2."""
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("dilemma: ")
    assert said.err.count("\n") == 1, said.err
    return said.err


def benched(capsys, *arguments):
    """What `dilemma bench ARGUMENTS --json` prints."""
    assert run(["bench", *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bench", "late-defict"], "did you mean 'late-deficit'?"),
        (["bench", "--home", "team-wins"], "did you mean 'team-win'?"),
        (["bench", "--away", "role-bound,XB=team-win"], "no post or line called 'XB'"),
        (["bench", "--matches", "0"], "matches must be 1 to 1000000000, not 0"),
        (["bench", "--matches", "-3"], "not -3"),
        (["bench", "--matches", "many"], "--matches"),
        (["bench", "--seed", "-1"], "a seed is a whole number from 0"),
        (["bench", "--seed", str(2**62)], "a seed is a whole number from 0"),
        (["bench", "--workers", "0"], "workers must be 1 to"),
        (["bench", "--workers", "100000"], "workers must be 1 to"),
        (["bench", "no/such/file.toml"], "no/such/file.toml"),
        (["bench", "--out", "/dev/null/out", "--matches", "1"], "/dev/null/out"),
        (["bench", "--colour"], "--colour"),
        (["bench", "late-deficit", "and", "more"], "and"),
        (["bunch"], "bunch"),
        (["watch", "late-defict"], "did you mean 'late-deficit'?"),
        (["replay", "check", "no-such-file"], "no-such-file"),
        (["play", "late-defict"], "did you mean 'late-deficit'?"),
        (["play", "--seed", "-1"], "a seed is a whole number from 0"),
        (["play", "--code", "hello"], "this is no match code"),
        (["play", "--code", "U"], "no letter U"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_two(capsys, arguments, said):
    assert said in refused(capsys, *arguments)


def test_the_json_of_a_bench_is_the_contract(capsys, short):
    found = benched(capsys, short, "--home", "team-win", "--matches", "6", "--workers", "2")
    assert list(found)[:7] == ["engine", "scenario", "home", "away", "matches", "seed", "workers"]
    assert (found["home"], found["away"], found["matches"]) == ("team-win", "role-bound", 6)
    for name in ("win", "draw", "loss"):
        assert found[name]["low"] <= found[name]["share"] <= found[name]["high"]
    assert sum(found[name]["share"] for name in ("win", "draw", "loss")) == pytest.approx(1)
    for name in ("points", "goals_for", "goals_against"):
        assert found[name]["low"] <= found[name]["mean"] <= found[name]["high"]
    assert {"simulated_seconds", "wall_seconds", "compile_seconds"} <= set(found)


def test_one_match_has_no_interval_of_a_mean(capsys, short):
    assert benched(capsys, short, "--matches", "1")["points"]["low"] is None


def test_the_table_shows_what_the_json_says(capsys, short):
    told = benched(capsys, short, "--matches", "5")
    assert run(["bench", short, "--matches", "5"]) == 0
    shown = capsys.readouterr().out
    assert f"{told['loss']['share']:.1%}" in shown
    assert f"{told['points']['mean']:.3f}" in shown


def test_a_run_in_two_parts_ends_as_one(capsys, short, tmp_path):
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    once = benched(capsys, short, "--matches", "9", "--out", str(whole))
    benched(capsys, short, "--matches", "4", "--out", str(parts))
    twice = benched(capsys, short, "--matches", "9", "--out", str(parts))
    assert (whole / "matches.csv").read_bytes() == (parts / "matches.csv").read_bytes()
    assert (once["resumed"], twice["resumed"]) == (0, 4)
    for timing in ("wall_seconds", "compile_seconds", "resumed"):
        del once[timing], twice[timing]
    assert once == twice


def test_a_folder_of_another_bench_is_left_alone(capsys, short, tmp_path):
    out = tmp_path / "out"
    benched(capsys, short, "--matches", "4", "--out", str(out))
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    said = refused(capsys, "bench", short, "--matches", "4", "--seed", "2", "--out", str(out))
    assert "seed is 1 there and 2 here" in said
    said = refused(capsys, "bench", short, "--matches", "3", "--out", str(out))
    assert "holds 4 matches already" in said
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_scenario_that_has_been_edited_is_another_run(capsys, short, tmp_path):
    out = tmp_path / "out"
    benched(capsys, short, "--matches", "2", "--out", str(out))
    Path(short).write_text(SHORT.read_text().replace("[0, 1]", "[0, 2]"))
    said = refused(capsys, "bench", short, "--matches", "2", "--out", str(out))
    assert "score.1 is 1 there and 2 here" in said


@pytest.mark.skipif(os.name == "nt", reason="sends the signals of POSIX terminals")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_a_bench_cut_short_goes_on_to_the_same_rows(capsys, short, tmp_path, sent):
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    command = [sys.executable, "-m", "game", "bench", short, "--matches", "100000", "--out", cut]
    running = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    while not (cut / "matches.csv").exists() or (cut / "matches.csv").stat().st_size < 5000:
        assert running.poll() is None, running.stderr.read()
        time.sleep(0.05)
    running.send_signal(sent)
    said = running.communicate(timeout=60)[1]
    done = len((cut / "matches.csv").read_bytes().split(b"\n")) - 2
    if sent == signal.SIGINT:
        assert running.returncode == 130
        assert f"stopped: {done} of 100000 matches are finished and kept in {cut}" in said
    matches = str(done + 20)
    benched(capsys, short, "--matches", matches, "--out", str(whole))
    benched(capsys, short, "--matches", matches, "--out", str(cut))
    assert (whole / "matches.csv").read_bytes() == (cut / "matches.csv").read_bytes()


def test_lists_have_a_line_each(capsys):
    for verb, one in (("policies", "team-win"), ("scenarios", "late-deficit")):
        assert run([verb]) == 0
        shown = capsys.readouterr().out.splitlines()
        assert any(line.startswith(one) for line in shown)


@pytest.mark.parametrize("arguments", [[], ["play"], ["play", "late-deficit"], ["watch"]])
def test_without_a_display_one_line_names_the_bench(arguments):
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    }
    done = subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        capture_output=True,
        text=True,
        env={**environment, "PYTHONPATH": str(ROOT)},
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "dilemma bench" in done.stderr


def test_help_loads_none_of_the_heavy_libraries():
    script = "import sys, game.cli.app as app; app.run(['--help']); print(sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    for heavy in ("'numba'", "'numpy'", "'pygame'", "'pydantic'", "'scipy'"):
        assert heavy not in done.stdout


def test_a_replay_is_saved_and_checked(capsys, tmp_path, short):
    kept = tmp_path / "match.json"
    assert run(["replay", "save", short, "--out", str(kept), "--seed", "5"]) == 0
    assert run(["replay", "check", str(kept)]) == 0
    assert "the same match to the last bit" in capsys.readouterr().out


def test_a_reader_that_goes_away_is_no_traceback():
    command = f"{sys.executable} -m game policies | true"
    done = subprocess.run(
        ["/bin/bash", "-c", command],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert "Traceback" not in done.stderr
