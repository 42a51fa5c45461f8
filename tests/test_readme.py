import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
PAGES = sorted(CHECKOUT.glob("*.md"))

BLOCKS = re.findall(r"```(\w*)\n(.*?)```", README, re.DOTALL)
SPANS = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", README, flags=re.DOTALL))
CODE = [line for _, block in BLOCKS for line in block.splitlines()] + SPANS


def commands() -> dict[str, set[str]]:
    """The README's verbs, `""` for `dilemma` alone, each with every option shown for it."""
    shown: dict[str, set[str]] = {}
    for line in CODE:
        for verb, rest in re.findall(r"(?<![-\w])dilemma\b *([a-z]*)([^&|;]*)", line):
            shown.setdefault(verb, set()).update(re.findall(r"(?<!\S)\[?(--[a-z-]+)", rest))
    return shown


def help_of(verb: str) -> str:
    """What `dilemma VERB --help` prints, wide enough that no option is cut."""
    done = subprocess.run(
        [sys.executable, "-m", "game", *filter(None, [verb]), "--help"],
        cwd=CHECKOUT,
        env=os.environ | {"COLUMNS": "200", "TERMINAL_WIDTH": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_readme_shows_the_bench() -> None:
    assert {"--home", "--away", "--matches", "--seed"} <= commands()["bench"]


@pytest.mark.parametrize("verb", sorted(commands()))
def test_every_command_of_the_readme_exists_with_its_options(verb: str) -> None:
    offered = set(re.findall(r"--[a-z-]+", help_of(verb)))

    assert commands()[verb] <= offered


def test_the_readme_marks_one_block_as_the_test_command() -> None:
    marked = re.findall(r"^<!-- test -->\n```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)

    assert len(marked) == 1
    assert "-m venv" in marked[0]
    assert marked[0].rstrip().endswith("pytest")


def test_the_python_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (source,) = [block for language, block in BLOCKS if language == "python"]

    exec(compile(source, "README.md", "exec"), {})

    fingerprint, avoided = capsys.readouterr().out.split()
    assert len(fingerprint) >= 8
    assert 0 <= float(avoided) <= 1


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_picture_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#\s]+)", text) + re.findall(r'(?:src|href)="([^"#]+)"', text)
    inside = [target for target in targets if not re.match(r"[a-z]+:", target)]

    assert [target for target in inside if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_named_in_a_page_exists(page: Path) -> None:
    named = re.findall(r"`((?:game|assets|tests|\.ci)/[\w./-]+)`", page.read_text(encoding="utf-8"))

    assert [path for path in named if not (CHECKOUT / path).exists()] == []
