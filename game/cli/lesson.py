"""`dilemma lesson`: the lessons there are, their plans to print, and a lesson without a teacher."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

PRINTED = (".html", ".md")


def lesson(
    name: Annotated[str | None, typer.Argument(help="A lesson; left out, all are listed.")] = None,
    plan: Annotated[bool, typer.Option("--plan", help="Print the plan for the teacher instead.")] = False,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the plan to a .html file for paper, or to a .md file.")
    ] = None,
    minutes: Annotated[int, typer.Option(help="45 or 20.")] = 45,
    language: Annotated[str, typer.Option(help="en or es.")] = "en",
    matches: Annotated[int, typer.Option(min=2, max=10_000, help="Matches played behind each comparison.")] = 200,
) -> None:
    """List the lessons, print the plan of one, or take one alone in this terminal."""
    from game.lessons import lesson as find
    from game.lessons import plan_text

    if name is None:
        _list(language)
    elif out is not None:
        _write(name, out, minutes, language)
    elif plan:
        typer.echo(plan_text(find(name), minutes=minutes, language=language), nl=False)
    else:
        _take(name, language, matches, minutes)


def _take(name: str, language: str, matches: int, minutes: int) -> None:
    """The lesson alone, here."""
    from game.cli.alone import Alone
    from game.cli.alone_in_firm import AloneInFirm
    from game.lessons import FirmLesson
    from game.lessons import lesson as find

    found = find(name)
    kind = AloneInFirm(found, language, matches) if isinstance(found, FirmLesson) else Alone(found, language, matches)
    kind.run(minutes)


def _list(language: str) -> None:
    from game.lessons import lessons, told

    known = lessons()
    width = max(len(each.name) for each in known)
    for each in known:
        row = told(language, "list_row", idea=told(language, each.name, "idea"))
        typer.echo(f"{each.name:{width}}  {told(language, each.name, 'title')}: {row}")


def _write(name: str, out: Path, minutes: int, language: str) -> None:
    """The plan in a file, as its ending says."""
    from game.files import write_whole
    from game.lessons import lesson, plan_page, plan_text, told

    if out.suffix not in PRINTED:
        raise ValueError(f"a plan is written to a file ending in {' or '.join(PRINTED)}, not to '{out.name}'")
    made = plan_page if out.suffix == ".html" else plan_text
    write_whole(out, made(lesson(name), minutes=minutes, language=language).encode())
    typer.echo(told(language, "plan_written", file=out))
