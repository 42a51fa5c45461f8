"""The arguments that several verbs share."""

from __future__ import annotations

from typing import Annotated

import typer

MIX = "MIX"

Scenario = Annotated[str, typer.Argument(help="A scenario's name (see: dilemma scenarios) or the path of a TOML file.")]
Home = Annotated[
    str | None,
    typer.Option(metavar=MIX, help="What the home side plays for; as in role-bound,RB=team-win."),
]
Away = Annotated[str | None, typer.Option(metavar=MIX, help="What the away side plays for; the same spelling.")]
Seed = Annotated[int, typer.Option(help="The luck: same seed, same match.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")]
