"""`dilemma firm`: the same dilemma in a firm, simulated and worked out, with tables, figures and a report."""

from __future__ import annotations

import contextlib
import json
import shlex
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.cli.options import Json

if TYPE_CHECKING:
    from game.experiments.experiment import Experiment, Findings
    from game.experiments.report import Report
    from game.firm.settings import CreditDesk, ProductFirm
    from game.firm.study import StudySettings
    from game.screens.language import Language

app = typer.Typer(help="The same dilemma in a firm: departments paid for their own number, or for the whole.")

Years = Annotated[int, typer.Option(help="How many years to simulate of each setting.")]
Luck = Annotated[int, typer.Option("--seed", help="The luck: same seed, same years.")]
Sets = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="NAME=VALUE", help="Change a figure, as city.cost=400; may come again."),
]
Mixes = Annotated[
    list[str] | None,
    typer.Option(
        "--mix",
        "--policy",
        metavar="MIX",
        help="Also try this, as role-bound,sales=firm-win or transfer-price or 'sales=revenue - 450 sold,"
        "production=firm-win'; may come again.",
    ),
]
Out = Annotated[Path | None, typer.Option(help="Folder for rows, tables, figures and report.html; run again to go on.")]
Bonus = Annotated[
    bool, typer.Option("--bonus/--no-bonus", help="Whether to look for the best bonuses, and let the world move.")
]
Spoken = Annotated[str, typer.Option("--language", help="en or es.")]


def _study_command(kind: str, usual: str) -> Callable[..., int]:
    """The command that studies a firm of `kind`; `usual` is the one that comes with the game."""

    def command(
        firm: Annotated[str, typer.Option(help="A firm's name, or the path of a TOML file.")] = usual,
        years: Years = 2000,
        seed: Luck = 1,
        mix: Mixes = None,
        bonus: Bonus = True,
        settings: Sets = None,
        workers: Annotated[
            int | None, typer.Option(help="Threads; one a core when left out. Never changes the rows.")
        ] = None,
        as_json: Json = False,
        out: Out = None,
        language: Spoken = "en",
    ) -> int:
        from game.firm.study import settings_of, study_of
        from game.screens.language import Language

        say = Language(language)
        _check(years, seed)
        chosen = _firm(kind, firm, settings or [])
        experiment = study_of(chosen, say)
        asked = f"--firm {shlex.quote(firm)} --years {years} --seed {seed}{'' if bonus else ' --no-bonus'}"
        asked += "".join(f" --mix {shlex.quote(each)}" for each in mix or [])
        told = Told(kind, chosen.name, _command(kind, asked, settings, say), say, as_json=as_json, out=out)
        return _study(experiment, settings_of(chosen, years, mixes=mix or [], bonus=bonus), seed, workers=workers,
                      told=told)  # fmt: skip

    return command


app.command("products", help="Sales and production: prices and pushes against capacity and lots.")(
    _study_command("products", "bicycles")
)
app.command("credit", help="Business and credit managers: who is brought, and who gets a loan.")(
    _study_command("credit", "desk")
)


@app.command()
def pay(
    figures: Annotated[str, typer.Option(help="A file of figures by name, or the path of a TOML file.")] = "pay",
    years: Annotated[int, typer.Option(help="How many random firms to climb at most.")] = 200,
    seed: Luck = 1,
    settings: Sets = None,
    as_json: Json = False,
    out: Out = None,
    language: Spoken = "en",
) -> None:
    """What theory proves about pay: equal shares, two tasks, a price between divisions, talking, fines."""
    import numpy as np

    from game.experiments.finish import outcome
    from game.experiments.kept import open_folder
    from game.experiments.report import write_report
    from game.firm.changing import changed
    from game.firm.loading import load_pay
    from game.firm.pay_findings import pay_study
    from game.results import write_summary
    from game.screens.language import Language

    say = Language(language)
    _check(years, seed)
    begun = time.perf_counter()
    room = changed(load_pay(figures), settings or [])
    setup = {"firm": "pay", "years": years, "seed": seed, "settings": room.model_dump(mode="json")}
    command = _command("pay", f"--figures {shlex.quote(figures)} --years {years} --seed {seed}", settings, say)
    told = Told("pay", room.name, command, say, as_json=as_json, out=out)
    with open_folder(out, setup, np.dtype(float)) if out is not None else contextlib.nullcontext():
        found = pay_study(room, years, say, seed=seed)
        page = None
        if out is not None:
            page = write_report(told.report(found, "ran_climbs", years=f"{years:,}", seed=seed), out)
            write_summary(out, setup, {"finished": 0, **outcome(found)})
        told.tell(found, setup, "took_climbs", begun, page)


@dataclass(frozen=True)
class Told:
    """How the findings of a command are told: what it was about, and where to."""

    kind: str
    about: str  # the name of the firm, or of the figures
    command: str
    say: Language
    as_json: bool
    out: Path | None

    def told(self, key: str, **values: object) -> str:
        """Words of a firm's report."""
        return self.say(f"firm_report.{key}", **values)

    def report(self, found: Findings, ran: str, **values: object) -> Report:
        """The findings as a page; `ran` is the key of what was run."""
        from game.experiments.report import Report

        facts = {
            self.told("fact_again"): self.command,
            self.told("fact_years"): self.told(ran, **values),
            self.told("fact_figures"): self.about,
        }
        title, question = self.told(f"title_{self.kind}"), self.told(f"question_{self.kind}")
        return Report(title, question, facts, found.sections, answer=found.answer, language=self.say.code)

    def tell(self, found: Findings, setup: dict[str, Any], took: str, begun: float, page: Path | None) -> None:
        """The answer on stdout; `took` is the key of what was run, and how long it took."""
        from game.cli.experiment import show
        from game.experiments.finish import outcome

        wall = time.perf_counter() - begun
        if self.as_json:
            everything = {**setup, **outcome(found), "wall_seconds": wall}
            typer.echo(json.dumps(everything, ensure_ascii=False, allow_nan=False))
            return
        show(self.told(f"question_{self.kind}"), found)
        typer.echo(self.told(took, years=f"{setup['years']:,}", seed=setup["seed"], seconds=f"{wall:.1f}"))
        if page is not None:
            typer.echo(self.told("page", page=page))


def _study(
    experiment: Experiment[StudySettings], settings: StudySettings, seed: int, *, workers: int | None, told: Told
) -> int:
    """Play what is missing, and tell what came out; 130 when it was cut short."""
    from game.experiments.executors import place
    from game.experiments.finish import outcome
    from game.experiments.kept import Kept, open_folder
    from game.experiments.report import write_report
    from game.experiments.rows_files import write_rows
    from game.experiments.runner import play, prepare
    from game.results import write_summary

    begun = time.perf_counter()
    run, out = prepare(experiment, settings, seed), told.out
    with contextlib.ExitStack() as opened:
        kept = Kept() if out is None else opened.enter_context(open_folder(out, run.setup(), experiment.columns))
        where = opened.enter_context(place("local", workers=workers))
        try:
            played = play(run, kept, where.executor, workers=where.workers)
        except KeyboardInterrupt:
            typer.echo(told.told("stopped_kept" if out else "stopped", out=out), err=True)
            return 130
        found, page = experiment.find(played, settings), None
        if out is not None:
            write_rows(played, out)
            page = write_report(told.report(found, "ran_years", years=f"{settings.matches:,}", seed=seed), out)
            write_summary(out, run.setup(), {"finished": run.rows, **outcome(found)})
        asked = {"firm": told.kind, "years": settings.matches, "seed": seed, "settings": settings.firm}
        told.tell(found, asked, "took_years", begun, page)
    return 0


def _firm(kind: str, name: str, sets: list[str]) -> ProductFirm | CreditDesk:
    """The firm asked for, its figures changed; ValueError when it is of the other kind."""
    from game.firm.changing import changed
    from game.firm.loading import load

    found = load(name)
    if found.kind != kind:
        raise ValueError(f"'{name}' is a firm of kind '{found.kind}'; run: dilemma firm {found.kind} --firm {name}")
    return changed(found, sets)


def _check(years: int, seed: int) -> None:
    """Refuse what cannot be run, before the work and not after it."""
    from game.fixture import check_seed

    if years < 2:
        raise ValueError(f"years is {years}; give 2 or more, or there is no interval")
    check_seed(seed)


def _command(kind: str, asked: str, sets: list[str] | None, say: Language) -> str:
    """The command line that gives the same again."""
    spoken = "" if say.code == "en" else f" --language {say.code}"
    return f"dilemma firm {kind} {asked}" + "".join(f" --set {shlex.quote(each)}" for each in sets or []) + spoken
