"""All verbs in one place, and the one door through which errors leave: a line on stderr, exit code 2.

Verbs import what they need when they run, so that `dilemma --help` is there at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer

from game.cli import bench, census, classroom, experiment, firm, lesson, lists, opening, play, replay, seeing, speed

REFUSED = 2
STOPPED = 130

app = typer.Typer(
    name="dilemma",
    help="The Defender's Dilemma: one brain, different goals. Without a verb, the game opens.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.callback(invoke_without_command=True)(opening.title)
app.command()(play.play)
app.command()(seeing.watch)
app.command()(seeing.film)
app.command()(bench.bench)
app.command()(experiment.experiment)
app.command()(census.census)
app.command("class")(classroom.hold)
app.command()(lesson.lesson)
app.command()(speed.speed)
app.command()(lists.policies)
app.command()(lists.scenarios)
app.add_typer(replay.app, name="replay")
app.add_typer(firm.app, name="firm")


def main() -> None:
    """The command `dilemma`."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Obey `arguments`; the exit code: 0 done, 2 refused with one line on stderr, 130 interrupted."""
    try:
        told = typer.main.get_command(app).main(list(arguments), prog_name="dilemma", standalone_mode=False)
        sys.stdout.flush()
    except (KeyboardInterrupt, typer.Abort):
        return STOPPED
    except BrokenPipeError:  # who read our output has gone, as in `dilemma bench | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except (typer.TyperException, ValueError, KeyError, OSError, ImportError) as error:
        print(f"dilemma: {_one_line(error)}", file=sys.stderr)  # noqa: T201 — this is the command line
        return REFUSED
    return told if isinstance(told, int) else 0


def _one_line(error: Exception) -> str:
    """What went wrong, on one line."""
    if isinstance(error, typer.TyperException):
        text = f"{error.format_message()} (see: dilemma --help)"
    elif isinstance(error, OSError) and error.strerror:
        text = f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    elif isinstance(error, KeyError) and type(error).__str__ is KeyError.__str__:
        text = str(error.args[0])  # a plain KeyError would print its message in quotes
    else:
        text = str(error)
    return " ".join(text.split())
