"""`dilemma firm`: the same dilemma in a firm, simulated and worked out, with tables, figures and a report."""

from __future__ import annotations

import json
import shlex
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.cli.options import Json

if TYPE_CHECKING:
    from game.experiments.experiment import Findings
    from game.firm.settings import CreditDesk, PayRoom, ProductFirm

app = typer.Typer(help="The same dilemma in a firm: departments paid for their own number, or for the whole.")

QUESTIONS = {
    "products": "What does a firm earn whose sales plays for revenue and whose production plays for low unit cost?",
    "credit": "What does a lender earn whose business managers want return and whose credit managers no losses?",
    "pay": "Can pay alone make the parts of a whole serve it?",
}
TITLES = {"products": "Sales against production", "credit": "Business against credit", "pay": "Paying the parts"}

Years = Annotated[int, typer.Option(help="How many years to simulate of each setting.")]
Luck = Annotated[int, typer.Option("--seed", help="The luck: same seed, same years.")]
Sets = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="NAME=VALUE", help="Change a figure, as city.cost=400; may come again."),
]
Mixes = Annotated[
    list[str] | None,
    typer.Option(
        "--mix", "--policy", metavar="MIX", help="Also try this, as role-bound,sales=firm-win; may come again."
    ),
]
Out = Annotated[Path | None, typer.Option(help="Folder for tables, figures and report.html.")]
Bonus = Annotated[bool, typer.Option("--bonus/--no-bonus", help="Whether to look for the best bonuses.")]


@app.command()
def products(
    firm: Annotated[str, typer.Option(help="A product firm's name, or the path of a TOML file.")] = "bicycles",
    years: Years = 2000,
    seed: Luck = 1,
    mix: Mixes = None,
    bonus: Bonus = True,
    settings: Sets = None,
    as_json: Json = False,
    out: Out = None,
) -> None:
    """Sales and production: prices and pushes against capacity and lots."""
    _study("products", firm, years, seed=seed, mixes=mix, bonus=bonus, sets=settings, as_json=as_json, out=out)


@app.command()
def credit(
    firm: Annotated[str, typer.Option(help="A credit desk's name, or the path of a TOML file.")] = "desk",
    years: Years = 2000,
    seed: Luck = 1,
    mix: Mixes = None,
    bonus: Bonus = True,
    settings: Sets = None,
    as_json: Json = False,
    out: Out = None,
) -> None:
    """Business and credit managers: who is brought, and who gets a loan."""
    _study("credit", firm, years, seed=seed, mixes=mix, bonus=bonus, sets=settings, as_json=as_json, out=out)


@app.command()
def pay(
    figures: Annotated[str, typer.Option(help="A file of figures by name, or the path of a TOML file.")] = "pay",
    years: Annotated[int, typer.Option(help="How many random firms to climb at most.")] = 200,
    seed: Luck = 1,
    settings: Sets = None,
    as_json: Json = False,
    out: Out = None,
) -> None:
    """What theory proves about pay: equal shares, two tasks, a price between divisions, talking, fines."""
    from game.firm.changing import changed
    from game.firm.loading import load_pay
    from game.firm.pay_findings import pay_study

    _check(years, seed, out)
    begun = time.perf_counter()
    room = changed(load_pay(figures), settings or [])
    found = pay_study(room, years, seed=seed)
    command = _command("pay", f"--figures {shlex.quote(figures)} --years {years} --seed {seed}", settings)
    _tell("pay", room, found, years=years, seed=seed, command=command, as_json=as_json, out=out, begun=begun)


def _study(
    kind: str,
    firm: str,
    years: int,
    *,
    seed: int,
    mixes: list[str] | None,
    bonus: bool,
    sets: list[str] | None,
    as_json: bool,
    out: Path | None,
) -> None:
    """Simulate a firm and tell what came out."""
    from game.firm.findings import study

    _check(years, seed, out)
    chosen = _firm(kind, firm, sets or [])
    begun = time.perf_counter()
    found = study(chosen, years, seed=seed, mixes=mixes or [], bonus=bonus)
    asked = f"--firm {shlex.quote(firm)} --years {years} --seed {seed}{'' if bonus else ' --no-bonus'}"
    asked += "".join(f" --mix {shlex.quote(each)}" for each in mixes or [])
    command = _command(kind, asked, sets)
    _tell(kind, chosen, found, years=years, seed=seed, command=command, as_json=as_json, out=out, begun=begun)


def _firm(kind: str, name: str, sets: list[str]) -> ProductFirm | CreditDesk:
    """The firm asked for, its figures changed; ValueError when it is of the other kind."""
    from game.firm.changing import changed
    from game.firm.loading import load

    found = load(name)
    if found.kind != kind:
        raise ValueError(f"'{name}' is a firm of kind '{found.kind}'; run: dilemma firm {found.kind} --firm {name}")
    return changed(found, sets)


def _check(years: int, seed: int, out: Path | None) -> None:
    """Refuse what cannot be run, before the work and not after it."""
    from game.fixture import check_seed

    if years < 2:
        raise ValueError(f"years is {years}; give 2 or more, or there is no interval")
    check_seed(seed)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)


def _command(kind: str, asked: str, sets: list[str] | None) -> str:
    """The command line that gives the same again."""
    return f"dilemma firm {kind} {asked}" + "".join(f" --set {shlex.quote(each)}" for each in sets or [])


def _tell(
    kind: str,
    room: ProductFirm | CreditDesk | PayRoom,
    found: Findings,
    *,
    years: int,
    seed: int,
    command: str,
    as_json: bool,
    out: Path | None,
    begun: float,
) -> None:
    """The answer on stdout, and the files."""
    from game.cli.experiment import show
    from game.experiments.finish import outcome
    from game.experiments.report import Report, write_report
    from game.results import write_summary

    setup: dict[str, Any] = {"firm": kind, "years": years, "seed": seed, "settings": room.model_dump(mode="json")}
    told = outcome(found)
    page = None
    if out is not None:
        facts = {"Run again with": command, "Years": f"{years:,} of each setting, all on the luck of seed {seed}",
                 "Figures": room.name}  # fmt: skip
        page = write_report(Report(TITLES[kind], QUESTIONS[kind], facts, found.sections, answer=found.answer), out)
        write_summary(out, setup, told)
    wall = time.perf_counter() - begun
    if as_json:
        typer.echo(json.dumps({**setup, **told, "wall_seconds": wall}, ensure_ascii=False, allow_nan=False))
        return
    show(QUESTIONS[kind], found)
    typer.echo(f"{years:,} years a setting, seed {seed}, {wall:.1f} s")
    if page is not None:
        typer.echo(f"report: {page}")
