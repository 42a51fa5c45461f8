"""`dilemma speed`: the throughput of this machine."""

from __future__ import annotations

import json

import typer

from game.cli.options import Json

WORDS = {
    "match_seconds_per_second_per_core": "match seconds a second a core",
    "matches_per_hour_per_core": "matches an hour a core",
    "ns_per_tick": "ns a tick, all 22 brains included",
    "ticks_per_match_second": "ticks a match second",
    "cold_compile_seconds": "s to compile, once per version",
    "warm_start_seconds": "s from a start to the first tick, once compiled",
    "fork_us": "µs a fork",
}


def speed(as_json: Json = False) -> None:
    """Measure how fast this machine plays."""
    from game.speed import measure

    found = measure(lambda text: typer.echo(text, err=True))
    if as_json:
        typer.echo(json.dumps(found))
        return
    typer.echo(f"engine {found['engine']}")
    for name, words in WORDS.items():
        typer.echo(f"{found[name]:12,.2f}  {words}")
