"""`dilemma policies` and `dilemma scenarios`: what there is, a line each."""

from __future__ import annotations

import typer


def policies() -> None:
    """List what players can play for."""
    from game.policies.registry import policies as known

    listed = known()
    width = max(len(each.name) for each in listed)
    kinds = max(len(each.kind) for each in listed)
    for each in listed:
        typer.echo(f"{each.name:{width}}  {each.kind:{kinds}}  {each.summary}")


def scenarios() -> None:
    """List the situations a match can begin in."""
    from game.teams.scenarios import scenarios as known

    listed = known()
    width = max(len(each.name) for each in listed)
    for each in listed:
        typer.echo(f"{each.name:{width}}  {each.title}: {each.stakes}")
