"""What a finished experiment leaves behind: rows, tables, figures, summary and the report."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from game.experiments.experiment import Findings, Played
from game.experiments.report import Report, write_report
from game.experiments.rows_files import write_rows
from game.experiments.runner import Run
from game.match import ENGINE
from game.results import versions, write_summary


def finish(run: Run, played: Played, findings: Findings, folder: Path) -> Path:
    """Write everything into `folder`; where the report is."""
    write_rows(played, folder)
    page = write_report(report(run, played, findings), folder)
    write_summary(folder, run.setup(), {"finished": run.rows, **outcome(findings)})
    return page


def report(run: Run, played: Played, findings: Findings) -> Report:
    """The experiment as a report."""
    made = run.experiment
    return Report(made.title, made.question, facts(run, played), findings.sections, answer=findings.answer)


def facts(run: Run, played: Played) -> dict[str, str]:
    """What was run, in words."""
    found = {
        "Run again with": command(run),
        "Played": f"{run.rows:,} matches in {len(run.cells)} cells, all on the same luck: match k of every cell has "
        "the same seed, so that differences are taken match by match",
    }
    if "seconds" in (played.rows[0].dtype.names or ()):
        hours = sum(float(rows["seconds"].sum()) for rows in played.rows) / 3600.0
        found["Match time"] = f"{hours:,.1f} hours"
    found["Engine"] = f"{ENGINE} (source {versions()['source']})"
    settings = run.settings.model_dump(mode="json", exclude={"matches", "chunk_seconds"})
    found |= {name.replace("_", " ").capitalize(): _said(value) for name, value in settings.items()}
    return found


def command(run: Run) -> str:
    """The command line that plays the same matches again."""
    settings = run.settings
    changed = [
        name for name in settings.model_fields_set - {"matches"} if getattr(settings, name) != _default(run, name)
    ]
    asked = {name: _said(settings.model_dump(mode="json")[name]) for name in sorted(changed)}
    sets = [f"--set {name}={shlex.quote(value.replace('; ', ';').replace(', ', ','))}" for name, value in asked.items()]
    return " ".join([f"dilemma experiment {run.experiment.name} --matches {settings.matches} --seed {run.seed}", *sets])


def _default(run: Run, name: str) -> Any:
    """What a setting is when nobody says otherwise."""
    return type(run.settings).model_fields[name].default


def outcome(findings: Findings) -> dict[str, Any]:
    """The findings as JSON can say them: what `--json` and summary.json hold."""
    tables: Mapping[str, Any] = {
        each.slug: each.table.records() for each in findings.sections if each.table is not None
    }
    text = {each.slug: list(each.paragraphs) for each in findings.sections}
    return {"answer": findings.answer, "text": text, "tables": tables}


def _said(value: object) -> str:
    """A setting as a person writes it."""
    if isinstance(value, list) and not value:
        return "all there are"
    if isinstance(value, list):
        return "; ".join(map(str, value)) if any("," in str(each) for each in value) else ", ".join(map(str, value))
    return str(value)
